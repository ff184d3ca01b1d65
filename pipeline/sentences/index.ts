// Cuts blocks into sentences with exact offsets. compromise makes the first cut, small named rules repair it.
import type { Document, DocumentNote, Sentence } from '../document.ts';
import { trimSpan } from '../text/trim.ts';
import { splitWords } from '../text/words.ts';
import { cutFirst } from './first-cut.ts';
import { findUnsignedEnds } from './unsigned/unsigned.ts';
import { findPlaces } from './place.ts';
import { rules } from './rules.ts';

/**
 * Fills `sentences`. None crosses a block or is empty, and every visible character of a block is in exactly one;
 * their language is still `und`.
 *
 * @example splitSentences(document).sentences.map(({ start, end }) => [start, end]) // [[0, 9], [10, 24]]
 */
export function splitSentences(document: Document): Document {
  const { text } = document;
  const sentences: Sentence[] = [];
  const notes: DocumentNote[] = [];
  for (const [block, { start, end }] of document.blocks.entries()) {
    const { ends, isFallback } = findEnds(text.slice(start, end));
    if (isFallback) notes.push(fallbackNote(start, end));
    let from = start;
    for (const offset of ends) {
      const span = trimSpan(text, from, start + offset);
      from = start + offset;
      if (span.start === span.end) continue;
      const words = splitWords(text, span.start, span.end);
      sentences.push({ ...span, lang: 'und', margin: 0, block, words });
    }
  }
  return { ...document, sentences, notes: notes.length === 0 ? document.notes : [...document.notes, ...notes] };
}

/** Ends of the sentences of one block, its own end last. */
function findEnds(block: string): { readonly ends: readonly number[]; readonly isFallback: boolean } {
  const places = [...findPlaces(block)];
  const lost = findUnsignedEnds(block);
  // headings, names and list items have nowhere to be cut
  if (places.length === 0) return { ends: [...lost, block.length], isFallback: false };
  const first = cutFirst(block);
  const ends: number[] = [];
  let sentenceStart = 0;
  let cursor = 0;
  let lostCursor = 0;
  const takeLost = (limit: number): void => {
    for (let end = lost[lostCursor]; end !== undefined && end < limit; end = lost[++lostCursor]) {
      if (end <= (ends.at(-1) ?? 0)) continue;
      ends.push(end);
      sentenceStart = end + 1;
    }
  };
  for (const place of places) {
    takeLost(place.mark);
    while ((first.ends[cursor] ?? Number.POSITIVE_INFINITY) < place.markEnd) cursor++;
    const isFirstCut = (first.ends[cursor] ?? Number.POSITIVE_INFINITY) <= place.next;
    const known = { ...place, sentenceStart, isFirstCut };
    let verdict: 'cut' | 'join' = isFirstCut ? 'cut' : 'join';
    for (const rule of rules) {
      const said = rule.judge(known);
      if (said === undefined) continue;
      verdict = said;
      break;
    }
    if (verdict === 'join') continue;
    ends.push(place.end);
    sentenceStart = place.next;
  }
  takeLost(block.length);
  ends.push(block.length);
  return { ends, isFallback: first.isFallback };
}

function fallbackNote(start: number, end: number): DocumentNote {
  return {
    code: 'sentences.fallback',
    stage: 'sentences',
    severity: 'warning',
    start,
    end,
    message: 'compromise altered the length of this block; Intl.Segmenter made the first cut instead',
  };
}
