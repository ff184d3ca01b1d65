// "Il est né au Caire, puis Le Havre": the article of "Le Caire", "La Haye", "Les Lilas" is part of the name (guideline),
// which shows by its capital in mid-sentence. At the head of a sentence only the places of the list below take it.
import type { ModelSpan } from '../../document.ts';
import { readTable } from '../../text/resource.ts';
import type { SpanRule } from './rule.ts';

const article = /(?<![\p{L}\p{M}\p{N}_'’-])(?:(?<full>Les?|La)[ \u00A0]|L['’])(?=\p{Lu})/u;

let places: ReadonlySet<string> | undefined;

/** @example addArticles([{ label: 'LOC', … "Havre" }], document) // "Le Havre" where the text says "près de Le Havre" */
export const addArticles: SpanRule = (spans, document) => {
  let previousEnd = 0;
  return spans.map((span) => {
    const wider = span.label === 'LOC' ? findWithArticle(span, previousEnd, document) : undefined;
    previousEnd = span.end;
    return wider ?? span;
  });
};

function findWithArticle(
  span: ModelSpan,
  previousEnd: number,
  { text, sentences }: Parameters<SpanRule>[1],
): ModelSpan | undefined {
  const sentence = sentences[span.sentence];
  const from = Math.max(sentence?.start ?? 0, previousEnd, span.start - 5);
  const before = article.exec(text.slice(from, span.end));
  if (before === null || from + before.index + before[0].length !== span.start) return undefined;
  const start = from + before.index;
  places ??= new Set(readTable('ner/data/articles.tsv').map((row) => row['place'] ?? ''));
  const isListed = places.has(text.slice(start, span.end).replace('’', "'").replace('\u00A0', ' '));
  // a quotation mark or a colon opens a sentence within the sentence, where the capital says nothing
  const opening = text.slice(Math.max(sentence?.start ?? 0, start - 3), start);
  const isMidSentence = /[\p{L}\p{M}\p{N},)][ \u00A0]?$/u.test(opening) && sentence?.lang === 'fr';
  if (!isListed && !(isMidSentence && before.groups?.['full'] !== undefined)) return undefined;
  return { ...span, start };
}
