// The pieces of a date: a day, a month, a year, each with the index after it.
import { findNumberWords } from '../text/number-words.ts';
import { isDash, isTight, type Line } from '../text/line.ts';
import { findCalendarWord } from './calendar.ts';

/** A value read from a line and the index of the word after it. */
export interface Piece {
  readonly value: number;
  readonly next: number;
}

/** A month; `isShort` for abbreviations, which need a day or a year beside them. */
export interface MonthPiece extends Piece {
  readonly isShort: boolean;
  readonly lang: 'fr' | 'en';
}

const ordinalEnds = new Set(['er', 'ᵉʳ', 'st', 'nd', 'rd', 'th']);

const englishOrdinals = new Map(
  [
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth',
    'sixteenth seventeenth eighteenth nineteenth twentieth',
  ]
    .join(' ')
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
);

/** Day of the month in digits ("1er", "3rd", "24"), or in words where a month follows ("vingt-six juin"). */
export function findDay(line: Line, index: number, isSecond = false): Piece | undefined {
  const word = line.words[index];
  if (word === undefined || line.lang === 'und') return undefined;
  if (word.kind === 'digits') {
    // the second end of "14–16 May" hangs on the dash
    if (word.text.length > 2 || (!isSecond && isGlued(line, index))) return undefined;
    const value = Number(word.text);
    if (!(value >= 1 && value <= 31)) return undefined;
    if (isTight(line, index) && ordinalEnds.has(line.plain[index + 1] ?? '')) {
      return { value, next: index + 2 };
    }
    return { value, next: index + 1 };
  }
  if (word.kind !== 'letters') return undefined;
  if (line.lang === 'fr') {
    if (line.plain[index] === 'premier') return { value: 1, next: index + 1 };
    const words = findNumberWords(line, index);
    return words !== undefined && words.value >= 1 && words.value <= 31 ? words : undefined;
  }
  return findEnglishOrdinal(line, index);
}

function findEnglishOrdinal(line: Line, index: number): Piece | undefined {
  const word = line.plain[index] ?? '';
  const ordinal = englishOrdinals.get(word);
  if (ordinal !== undefined) return { value: ordinal, next: index + 1 };
  if (word === 'thirtieth') return { value: 30, next: index + 1 };
  const tens = word === 'twenty' ? 20 : word === 'thirty' ? 30 : 0;
  if (tens === 0 || !isDash(line.lower[index + 1])) return undefined;
  const unit = englishOrdinals.get(line.plain[index + 2] ?? '');
  return unit !== undefined && unit <= 9 && tens + unit <= 31 ? { value: tens + unit, next: index + 3 } : undefined;
}

/** Whether a digit run hangs on something before it: "A12", "3,12", "2-12". */
export function isGlued(line: Line, index: number): boolean {
  if (index === 0 || !isTight(line, index - 1)) return false;
  const before = line.words[index - 1];
  if (before === undefined) return false;
  if (before.kind !== 'mark') return true;
  const mark = before.text;
  if (mark === ',' || mark === '.' || mark === ':' || mark === '/' || mark === "'" || mark === '’' || isDash(mark)) {
    const earlier = line.words[index - 2];
    if (earlier === undefined || !isTight(line, index - 2)) return mark === '/' || mark === '.';
    return earlier.kind !== 'mark';
  }
  return '$€£¥₹#@°+_'.includes(mark);
}

/** A month by name, with the full stop of an abbreviation. */
export function findMonth(line: Line, index: number): MonthPiece | undefined {
  const entry = findCalendarWord(line, index);
  if (entry === undefined || (entry.role !== 'month' && entry.role !== 'short')) return undefined;
  const isShort = entry.role === 'short';
  const hasStop = isShort && line.lower[index + 1] === '.' && isTight(line, index);
  return { value: entry.value, next: index + (hasStop ? 2 : 1), isShort, lang: entry.lang };
}

/** A year of four digits, or in words as deeds have it ("deux mille vingt-cinq"). */
export function findYear(line: Line, index: number): Piece | undefined {
  const word = line.words[index];
  if (word === undefined) return undefined;
  if (word.kind === 'letters') return findYearInWords(line, index);
  if (word.kind !== 'digits' || !/^[12][0-9]{3}$/.test(word.text)) return undefined;
  const value = Number(word.text);
  return value <= 2199 ? { value, next: index + 1 } : undefined;
}

function findYearInWords(line: Line, index: number): Piece | undefined {
  if (
    line.lang !== 'fr' ||
    (line.plain[index] !== 'deux' && line.plain[index] !== 'mille' && line.plain[index] !== 'mil')
  ) {
    return undefined;
  }
  const words = findNumberWords(line, index);
  return words !== undefined && words.value >= 1500 && words.value < 2100 ? words : undefined;
}
