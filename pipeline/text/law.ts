// The offset law, checked on every document after every stage: spans are exact, inside their sentence, and records disjoint.
import type { Document } from '../document.ts';
import { contains, overlaps, type Span } from './span.ts';

/**
 * The first breach of the offset law in a document, in words, or undefined.
 *
 * @example findOffsetFault(document, document.text) // undefined
 * @param text the text as it was decoded: a stage that altered it is found out here
 */
export function findOffsetFault(document: Document, text: string): string | undefined {
  if (document.text !== text) return 'the text was altered';
  return (
    findDisorder('block', document.blocks, text.length) ??
    findDisorder('sentence', document.sentences, text.length) ??
    findDisorder('model span', document.modelSpans, text.length) ??
    findMentionFault(document)
  );
}

function findDisorder(what: string, spans: readonly Span[], length: number): string | undefined {
  let previous: Span = { start: 0, end: 0 };
  for (const span of spans) {
    if (!(span.start >= previous.end && span.start < span.end && span.end <= length)) {
      return `a ${what} out of order at ${span.start}–${span.end}`;
    }
    previous = span;
  }
  return undefined;
}

function findMentionFault({ text, mentions, sentences, losers }: Document): string | undefined {
  for (const mention of mentions) {
    const { start, end } = mention;
    const sentence = sentences[mention.sentence];
    if (start >= end || text.slice(start, end) !== mention.text)
      return `a ${mention.type} that is not the text at ${start}–${end}`;
    if (sentence === undefined || !contains(sentence, mention))
      return `a ${mention.type} outside its sentence at ${start}–${end}`;
  }
  // proposals may overlap until the table has decided; from then on nothing may
  const isSettled = losers.length > 0 || mentions.some((mention) => mention.status !== undefined);
  if (!isSettled) return undefined;
  for (const [place, mention] of mentions.entries()) {
    const next = mentions[place + 1];
    if (next !== undefined && overlaps(mention, next)) return `two records that overlap at ${next.start}`;
  }
  return undefined;
}
