// Finds where the end of a sentence was lost altogether: a heading or a caption flattened onto the line of its text, as
// "Temps de lecture 3 minutes Le ministre est arrivé." It is sure only where a word that begins sentences stands with its
// capital after a plain word and before another; names of works and bodies are kept whole.
import { readTable } from '../../text/resource.ts';

const kinds = ['subject', 'article', 'label', 'section', 'introducer', 'leaning'] as const;
const words: Record<(typeof kinds)[number], string[]> = {
  subject: [],
  article: [],
  label: [],
  section: [],
  introducer: [],
  leaning: [],
};
for (const row of readTable('sentences/data/lost-ends.tsv')) {
  for (const kind of kinds) if (row['kind'] === kind) words[kind].push(...(row['words'] ?? '').split(' '));
}
const guarded = new Set(words.article);
const introducers = new Set(words.introducer);
const leaning = new Set(words.leaning);

const openers = [...words.subject, ...words.article].map((word) =>
  word.endsWith("'")
    ? `${word.slice(0, -1)}['’](?=\\p{Ll}{2})`
    : `${word.replaceAll('_', ' ')}(?=\\s(?:\\p{Ll}{2}|[aày]\\s))`,
);
// "En 2008, la", "Le 19 avril 2002 un" / "In 2015, an", "On May 3, the", "By 1859, he"
const dated = [
  'En \\d{4},?(?=\\s[\\p{Ll}])',
  'Le \\d{1,2}(?:er)? \\p{Ll}{3,9} \\d{4},?(?=\\s[\\p{Ll}])',
  '(?:In|By|Since) \\d{4},(?=\\s\\p{L})',
  'On \\p{Lu}\\p{Ll}{2,8} \\d{1,2},(?=\\s\\p{L})',
];
const labels = `(?:${words.label.join('|').replaceAll('_', ' ')})\\s?:(?=\\s)`;
const sections = words.section.join('|').replaceAll('_', ' ');
const sectionPattern = new RegExp(`(?<=\\S )(?:${sections})(?= (?:\\p{Lu}|[-–•^] ))`, 'gu');
// a line break inside a block is hard wrapping, which loses nothing
const lostPattern = new RegExp(
  `(?<=[\\p{L}\\p{N})\\]»”]|\\S")[^\\S\\r\\n](?=(?<opener>${openers.join('|')})|(?<dated>${dated.join('|')})|(?<label>${labels}))`,
  'gu',
);
const unitsOfWord = 40;
const unitsRead = 200;

/**
 * Offsets in a block after which a sentence ended without a sign.
 * @example [...findLostEnds('Lecture 3 minutes Le ministre est arrivé.')] // [17]
 */
export function* findLostEnds(block: string): Generator<number> {
  for (const { index, groups } of block.matchAll(lostPattern)) {
    const { opener, label } = groups ?? {};
    const isGuarded = label === undefined && (opener === undefined || guarded.has(toWord(opener)));
    const stretch = block.slice(Math.max(0, index - unitsRead), index);
    if ((isClosed(stretch, isGuarded) || isPlain(stretch.slice(-unitsOfWord), isGuarded)) && !isQuoting(stretch)) {
      yield index;
    }
  }
  for (const { index, 0: found } of block.matchAll(sectionPattern)) {
    yield index - 1;
    yield index + found.length;
  }
}

function toWord(opener: string): string {
  return opener.replace('’', "'").replaceAll(' ', '_');
}

/**
 * A bracket behind a word: `Réseau A (Andrew Wang) Ce réseau`; what begins with a bracket goes on: `(AFP) Le cyclone`. A quotation
 * mark closes too, but the name of who is quoted may follow: `« Jamais » Un magistrat`.
 */
function isClosed(stretch: string, isGuarded: boolean): boolean {
  if (/[»”"]$/.test(stretch)) return !isGuarded;
  const opening = /[)\]]$/.test(stretch) ? Math.max(stretch.lastIndexOf('('), stretch.lastIndexOf('[')) : 0;
  return opening > 1 && /[\p{L}\p{N}»”"] ?$/u.test(stretch.slice(0, opening));
}

/** Whether the word before can end a sentence and introduces no name. */
function isPlain(stretch: string, isGuarded: boolean): boolean {
  const word = /(?:^|[\s'’(-])(?<word>[\p{L}\p{N}]+)$/u.exec(stretch)?.groups?.['word'];
  if (word === undefined || leaning.has(word.toLowerCase())) return false;
  // "MONS Le tribunal": the place of a dateline belongs to its sentence; "Photo Jacques ROY La foire" ends in a family name
  if (/^(?:.|\p{Lu}+)$/u.test(word) && !/\p{Lu}\p{Ll}+ \p{Lu}{3,}$/u.test(stretch)) return false;
  return !isGuarded || !introducers.has(word.toLowerCase());
}

/** Whether a quotation is open at the end of a stretch: a title in quotation marks has capitals of its own. */
function isQuoting(stretch: string): boolean {
  const opened = Math.max(stretch.lastIndexOf('«'), stretch.lastIndexOf('“'));
  const closed = Math.max(stretch.lastIndexOf('»'), stretch.lastIndexOf('”'));
  // a straight mark before a word opens, behind one it closes
  return opened > closed || /(?:^|[\s('’])"\S[^"]*$/.test(stretch);
}
