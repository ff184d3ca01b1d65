// Cardinal numbers written in words, French and English. Articles are left to the caller: "un" and "one" read as 1 here.
import type { Line } from './line.ts';
import { isDash, isTight } from './line.ts';
import { readTable } from './resource.ts';

/** A factor or an addend of a number, with the words that said it. */
export interface NumberPart {
  readonly role: 'number' | 'magnitude';
  readonly first: number;
  readonly next: number;
  readonly value: number;
}

/** A number in words: every `number` part opens a term, each `magnitude` multiplies it, the terms are added. */
export interface NumberWords {
  readonly first: number;
  readonly next: number;
  readonly value: number;
  readonly parts: readonly NumberPart[];
}

interface Entry {
  readonly value: number;
  readonly role: string;
}

interface Group {
  readonly next: number;
  readonly value: number;
}

const tables: Record<'fr' | 'en', Map<string, Entry>> = { fr: new Map(), en: new Map() };
for (const row of readTable('text/data/number-words.tsv')) {
  tables[row['lang'] === 'fr' ? 'fr' : 'en'].set(row['word'] ?? '', {
    value: Number(row['value']),
    role: row['role'] ?? '',
  });
}

/** Whether a word is a number word of its line's language. */
export function isNumberWord(line: Line, index: number): boolean {
  return findEntry(line, index) !== undefined;
}

/** Whether a word is a number, in digits or as a number word of its line's language. */
export function isNumber(line: Line, index: number): boolean {
  return line.words[index]?.kind === 'digits' || isNumberWord(line, index);
}

/** Factor of a scale word ("million", "crore"), when the word is one. */
export function findScale(line: Line, index: number): number | undefined {
  const entry = findEntry(line, index);
  return entry?.role === 'scale' ? entry.value : undefined;
}

/**
 * Reads the number in words that starts at a word.
 * @example findNumberWords(lineOf('trois cent mille deux cents', sentence), 0)?.value // 300200
 */
export function findNumberWords(line: Line, index: number): NumberWords | undefined {
  if (line.lang === 'und') return undefined;
  const parts: NumberPart[] = [];
  let total = 0;
  let limit = Number.POSITIVE_INFINITY;
  let next = index;
  for (;;) {
    const start = parts.length === 0 ? next : skipJoiner(line, next);
    if (start === undefined) break;
    const article = line.lang === 'en' && parts.length === 0 && line.lower[start] === 'a' ? 1 : 0;
    const group = readGroup(line, start, article) ?? (article === 1 ? { value: 1, next: start + 1 } : undefined);
    const scaleStart = group?.next ?? start;
    const scales = readScales(line, scaleStart, group !== undefined);
    if (group === undefined && (scales.length === 0 || scales[0]?.value !== 1000)) break;
    if (article === 1 && scales.length === 0 && group?.next === start + 1) return undefined;
    const factor = scales.reduce((product, scale) => product * scale.value, 1);
    if (factor >= limit) break;
    const groupValue = group?.value ?? 1;
    total += groupValue * factor;
    next = scales.at(-1)?.next ?? group?.next ?? next;
    if (group !== undefined) {
      parts.push({ role: 'number', first: start, next: group.next, value: groupValue }, ...scales);
    } else {
      // "mille" alone is a thousand, not one of something
      parts.push({ role: 'number', first: start, next, value: factor });
    }
    limit = factor;
    if (factor === 1) break;
  }
  return parts.length === 0 ? undefined : { first: index, next, value: total, parts };
}

/** Words between two groups: "two thousand and five", "mille deux". */
function skipJoiner(line: Line, index: number): number | undefined {
  if (line.lang === 'en' && line.lower[index] === 'and') return index + 1;
  if (isDash(line.lower[index]) && isTight(line, index) && isTight(line, index - 1)) return index + 1;
  return index;
}

/** "cent mille milliards" has two scales; more than three in a row are no number of this world. */
const scaleLimit = 3;

function readScales(line: Line, index: number, hasGroup: boolean): NumberPart[] {
  const scales: NumberPart[] = [];
  let next = index;
  for (;;) {
    const hyphen =
      next > index || hasGroup ? isDash(line.lower[next]) && isTight(line, next) && isTight(line, next - 1) : false;
    const at = hyphen ? next + 1 : next;
    const value = findScale(line, at);
    if (value === undefined || scales.length >= scaleLimit) return scales;
    scales.push({ role: 'magnitude', first: at, next: at + 1, value });
    next = at + 1;
  }
}

/** A number below one thousand (or "nineteen hundred"). */
function readGroup(line: Line, index: number, article: 0 | 1): Group | undefined {
  let value: number = article;
  let next = index + article;
  let isOpen = true;
  let plainTen = false;
  while (isOpen) {
    const joined = value === 0 || article + index === next ? { at: next, by: 'space' } : readJoiner(line, next);
    const entry = findEntry(line, joined.at);
    const added = entry === undefined ? undefined : addWord(line.lang, value, entry, joined.by, plainTen);
    if (entry === undefined || added === undefined) break;
    plainTen = entry.role === 'ten' && entry.value >= 70;
    isOpen = entry.value !== 0;
    value = added;
    next = joined.at + 1;
  }
  return next === index + article ? undefined : { next, value };
}

function readJoiner(line: Line, index: number): { at: number; by: string } {
  let at = index;
  let by = 'space';
  if (isDash(line.lower[at]) && isTight(line, at - 1) && isTight(line, at)) {
    at += 1;
    by = 'hyphen';
  }
  if (line.lower[at] === (line.lang === 'fr' ? 'et' : 'and')) {
    at += 1;
    by = 'and';
    if (isDash(line.lower[at]) && isTight(line, at)) at += 1;
  }
  return { at, by };
}

/** Value after one more number word, or nothing where the word can't follow. */
function addWord(
  lang: string,
  value: number,
  { value: word, role }: Entry,
  by: string,
  plainTen: boolean,
): number | undefined {
  const tail = value % 100;
  if (role === 'hundred') {
    // "deux cents", "nineteen hundred"; a bare "cent" is a hundred, a bare "hundred" is none
    if (by === 'and') return undefined;
    if (value === 0) return lang === 'fr' ? 100 : undefined;
    return value < 100 ? value * 100 : undefined;
  }
  if (role === 'scale') return undefined;
  if (value === 0) return word;
  if (word === 0) return undefined;
  if (lang === 'en') {
    if (tail === 0) return value >= 100 ? value + word : undefined;
    return by !== 'and' && role === 'unit' && tail >= 20 && tail % 10 === 0 ? value + word : undefined;
  }
  if (by === 'and' && !((word === 1 && tail >= 20 && tail % 10 === 0) || (word === 11 && tail === 60)))
    return undefined;
  // "quatre-vingts" is four twenties
  if (word === 20 && tail === 4) return value + 76;
  if (tail === 0) return value + word;
  if (role === 'teen') return tail === 60 || tail === 80 ? value + word : undefined;
  if (role !== 'unit' || tail % 10 !== 0) return undefined;
  if (tail === 10 || ((tail === 70 || tail === 90) && !plainTen)) return word >= 7 ? value + word : undefined;
  // "page trente, une autre": "une" only joins by hyphen or "et"
  return word === 1 && by === 'space' ? undefined : value + word;
}

function findEntry(line: Line, index: number): Entry | undefined {
  const word = line.plain[index];
  return word === undefined || line.lang === 'und' ? undefined : tables[line.lang].get(word);
}
