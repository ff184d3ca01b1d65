// Documents with name mentions as they stand after arbitration, for tests of linking and resolving.
import type { Document, Language, Mention, NameMention } from '../../pipeline/document.ts';
import { extractCountries } from '../../pipeline/countries/index.ts';
import { documentOf } from '../support/document.ts';

const typeOf = { P: 'person', O: 'organisation', L: 'place', M: 'other' } as const;

/**
 * A document from text with marks `[P:Benny Gantz]`; countries are found by their own stage.
 * @example markedDocument('[P:Gantz] parle.').mentions // one person
 */
export function markedDocument(marked: string, lang: Language = 'fr', score = 0.99): Document {
  let text = '';
  const spans: { type: NameMention['type']; start: number; end: number }[] = [];
  let last = 0;
  for (const match of marked.matchAll(/\[([POLM]):([^\]]+)\]/gu)) {
    const [whole, letter = 'P', surface = ''] = match;
    text += marked.slice(last, match.index);
    const start = text.length;
    text += surface;
    spans.push({ type: typeOf[letter as keyof typeof typeOf], start, end: text.length });
    last = match.index + whole.length;
  }
  text += marked.slice(last);
  const document = documentOf(text, { lang });
  const names = spans.map(({ type, start, end }): Mention => {
    const sentence = document.sentences.findLastIndex((one) => one.start <= start);
    return { type, start, end, text: text.slice(start, end), sentence, score, method: 'model:test' };
  });
  const countries = extractCountries(document).mentions.filter(
    (country) => !names.some((name) => name.start < country.end && country.start < name.end),
  );
  return { ...document, mentions: [...names, ...countries].sort((left, right) => left.start - right.start) };
}

/** Surface and canonical name of every name mention, `surface=name`; the candidates where it is open. */
export function namesOf({ mentions }: Document): string[] {
  return mentions.flatMap((mention) => {
    if (mention.type === 'country' || mention.type === 'figure' || mention.type === 'date') return [];
    return [`${mention.text}=${mention.name ?? mention.candidates?.map(({ value }) => value).join('|')}`];
  });
}

/** Groups of surfaces under one entity, in order of appearance. */
export function groupsOf({ mentions }: Document): string[][] {
  const groups = new Map<string, string[]>();
  for (const mention of mentions) {
    if (mention.type === 'country' || mention.type === 'figure' || mention.type === 'date') continue;
    const key = mention.entity ?? `open ${mention.start}`;
    groups.set(key, [...(groups.get(key) ?? []), mention.text]);
  }
  return [...groups.values()];
}
