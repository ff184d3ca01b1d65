// Finds where the end of a sentence was lost altogether: a heading or a caption flattened onto the line of its text, as
// "Temps de lecture 3 minutes Le ministre est arrivé." It is sure only where a word that begins sentences stands with its
// capital after a plain word and before another; names of works and bodies are kept whole.
import { readTable } from '../text/resource.ts';

const words = { subject: [] as string[], article: [] as string[], introducer: [] as string[], leaning: [] as string[] };
for (const row of readTable('sentences/data/lost-ends.tsv')) {
  for (const kind of ['subject', 'article', 'introducer', 'leaning'] as const) {
    if (row['kind'] === kind) words[kind].push(...(row['words'] ?? '').split(' '));
  }
}
const articles = new Set(words.article);
const introducers = new Set(words.introducer);
const leaning = new Set(words.leaning);

const openers = [...words.subject, ...words.article].map((word) =>
  word.endsWith("'") ? `${word.slice(0, -1)}['’](?=\\p{Ll}{2})` : `${word}(?=\\s\\p{Ll}{2})`,
);
// a line break inside a block is hard wrapping, which loses nothing
const lostPattern = new RegExp(`(?<=[\\p{L}\\p{N}])[^\\S\\r\\n](?=(?<opener>${openers.join('|')}))`, 'gu');
const unitsBefore = 30;
const unitsOfQuotation = 200;

/**
 * Offsets in a block after which a sentence ended without a sign.
 * @example [...findLostEnds('Lecture 3 minutes Le ministre est arrivé.')] // [17]
 */
export function* findLostEnds(block: string): Generator<number> {
  for (const { index, groups } of block.matchAll(lostPattern)) {
    const opener = groups?.['opener']?.replace('’', "'") ?? '';
    const before = /(?:^|[\s'’(-])(?<word>[\p{L}\p{N}]+)$/u.exec(block.slice(Math.max(0, index - unitsBefore), index));
    const word = before?.groups?.['word'];
    // "MONS Le tribunal": the place of a dateline belongs to its sentence
    if (word === undefined || /^(?:.|\p{Lu}+)$/u.test(word) || leaning.has(word.toLowerCase())) continue;
    if (articles.has(opener) && introducers.has(word.toLowerCase())) continue;
    if (!isQuoting(block.slice(Math.max(0, index - unitsOfQuotation), index))) yield index;
  }
}

/** Whether a quotation is open at the end of a stretch: a title in quotation marks has capitals of its own. */
function isQuoting(stretch: string): boolean {
  const opened = Math.max(stretch.lastIndexOf('«'), stretch.lastIndexOf('“'));
  const closed = Math.max(stretch.lastIndexOf('»'), stretch.lastIndexOf('”'));
  return opened > closed || (stretch.match(/"/g)?.length ?? 0) % 2 === 1;
}
