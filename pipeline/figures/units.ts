// The closed lists of units, magnitudes and currencies, matched at a place in a line. Reads data/*.tsv once.
import { isDash, isTight, type Line } from '../text/line.ts';
import { isNumber } from '../text/number-words.ts';
import { PhraseTable } from '../text/phrases.ts';
import { readTable } from '../text/resource.ts';
import type { FigureKind } from '../document.ts';
import type { Unit } from './parts.ts';
import { findRole } from './words.ts';

/** A unit with the index of the word after it. */
export interface UnitMatch {
  readonly first: number;
  readonly next: number;
  readonly unit: Unit;
  /** A sign (km, €) rather than a word. */
  readonly isSign: boolean;
}

interface Tables {
  readonly words: PhraseTable<Unit>;
  readonly signs: PhraseTable<Unit>;
  readonly before: PhraseTable<Unit>;
}

function emptyTables(): Tables {
  return { words: new PhraseTable('plain'), signs: new PhraseTable('exact'), before: new PhraseTable('exact') };
}

const tables: Record<'fr' | 'en' | 'und', Tables> = { fr: emptyTables(), en: emptyTables(), und: emptyTables() };
const kinds: Readonly<Record<string, FigureKind>> = { percent: 'percent', time: 'duration', measure: 'measure' };

for (const row of readTable('figures/data/units.tsv')) {
  const factor = row['factor'] ?? '';
  const unit: Unit = {
    unit: row['unit'] ?? '',
    kind: kinds[row['kind'] ?? ''] ?? 'measure',
    ...(factor === '' ? {} : { factor: Number(factor) }),
  };
  for (const lang of ['fr', 'en'] as const) for (const word of split(row[lang])) tables[lang].words.add(word, unit);
  for (const sign of split(row['signs'])) addSign(sign, unit);
}
for (const row of readTable('figures/data/currencies.tsv')) {
  const unit: Unit = { unit: row['code'] ?? '', kind: 'money' };
  const minor: Unit = { ...unit, factor: 0.01 };
  for (const lang of ['fr', 'en'] as const) {
    for (const word of split(row[lang])) tables[lang].words.add(word, unit);
    for (const word of split(row[`minor_${lang}`])) tables[lang].words.add(word, minor);
  }
  for (const sign of split(row['after'])) {
    addSign(sign, unit);
    if (/^[A-Z]{2,4}$/.test(sign)) addScaledSigns(sign, unit);
  }
  for (const sign of split(row['before']))
    for (const lang of ['fr', 'en', 'und'] as const) tables[lang].before.add(sign, unit);
}

/** "412,6 MDH", "100 MEUR", "122 MMDH", "900 KEUR": the magnitude grown together with the currency, in French. */
function addScaledSigns(sign: string, unit: Unit): void {
  const scales = { K: 1e3, k: 1e3, M: 1e6, MM: 1e9, Md: 1e9, Mds: 1e9, Mrd: 1e9 };
  for (const [prefix, factor] of Object.entries(scales)) tables.fr.signs.add(`${prefix}${sign}`, { ...unit, factor });
}

function addSign(sign: string, unit: Unit): void {
  for (const lang of ['fr', 'en', 'und'] as const) tables[lang].signs.add(sign, unit);
}

function split(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}

/** Signs that are common words or letters in one of the languages: only right against the digits. */
const tightOnly = new Set([
  'a',
  's',
  'j',
  'm',
  'g',
  'h',
  'H',
  't',
  'l',
  'L',
  'p',
  'K',
  'V',
  'W',
  'B',
  'P',
  'F',
  "'",
  '′',
  '″',
  '”',
  '’',
  'in',
  'To',
  'MB',
  'Pa',
  'C',
]);
/** … of which these may stand after a space in French and in scientific English. */
const spaced = new Set([
  'j',
  'm',
  'g',
  'h',
  'H',
  's',
  't',
  'l',
  'L',
  'V',
  'W',
  'K',
  'F',
  'To',
  'MB',
  'Pa',
  '′',
  "'",
  '’',
  '″',
  '”',
]);

/**
 * The unit that starts at a word after a number.
 * @example findUnit(lineOf('12 km', sentence), 1, true)?.unit.unit // 'km'
 */
export function findUnit(line: Line, index: number, isDigits: boolean): UnitMatch | undefined {
  const { words, signs } = tables[line.lang];
  // "two km", but "deux a", "six m" only in digits
  // "28 milliards de m3"
  const isPower = /^[23]$/.test(line.words[index + 1]?.text ?? '') && isTight(line, index);
  const isLong =
    ((line.words[index]?.text.length ?? 0) > 1 || isPower) &&
    line.words[index]?.kind === 'letters' &&
    !/^(?:in|To|Pa|MB|kt|kts|lb|oz|mn|DM|FF|KM|LE|TL)$/.test(line.words[index]?.text ?? '');
  const sign = isDigits || isLong ? signs.findAt(line, index) : undefined;
  // "14C" is a temperature, "14c" a price
  const word = line.lang === 'und' || line.words[index]?.text === 'C' ? undefined : words.findAt(line, index);
  const isNoun =
    (word?.value.unit === 'st' && !isWeight(line, word.next)) ||
    (word?.value.unit === 'bar' && !isPressure(line, index, word.next));
  if (word !== undefined && !isNoun && (sign === undefined || word.next >= sign.next)) {
    return { first: index, next: word.next, unit: word.value, isSign: false };
  }
  if (sign === undefined || !isSignHere(line, index, sign.next)) return undefined;
  // "-15C (5F)": English has no francs there
  if (line.lang === 'en' && line.words[index]?.text === 'F')
    return { first: index, next: sign.next, unit: { unit: '°F', kind: 'measure' }, isSign: true };
  return { first: index, next: sign.next, unit: sign.value, isSign: true };
}

/**
 * Whether "stone" is a weight before a word: "weighed nine stone in May", but "two stone walls", "five stone-built huts",
 * "two birds with one stone".
 */
function isWeight(line: Line, next: number): boolean {
  if (line.lower[next - 2] === 'one') return false;
  const word = line.words[next];
  if (word === undefined || isNumber(line, next)) return true;
  if (word.kind === 'mark') return !isDash(word.text) || !isTight(line, next - 1);
  return findRole(line, next) === 'stop' || /^(?:lighter|heavier|overweight)$/.test(line.lower[next] ?? '');
}

/** Whether bars are of pressure: "une pression de 3 bars", "2.5 bar", "10 bars de pression", but "le village a 3 bars". */
function isPressure(line: Line, index: number, next: number): boolean {
  const [before, mark] = [line.lower[index - 3] ?? '', line.lower[index - 2] ?? ''];
  // "1,200 bars" are groups of digits
  const isDecimal = /^[.,]$/.test(mark) && isTight(line, index - 3) && isTight(line, index - 2);
  if (isDecimal && /^\d{1,2}$/.test(line.lower[index - 1] ?? '')) return true;
  if (/^(?:de|of)$/.test(line.lower[next] ?? '') && isPressureWord(line.lower[next + 1])) return true;
  return isPressureWord(mark) || (isPressureWord(before) && /^(?:de|of)$/.test(mark));
}

function isPressureWord(word: string | undefined): boolean {
  return word === 'pression' || word === 'pressure';
}

function isSignHere(line: Line, index: number, next: number): boolean {
  const text = line.words[index]?.text ?? '';
  const isAgainst = isTight(line, index - 1);
  if (next === index + 1 && tightOnly.has(text) && !isAgainst && !(spaced.has(text) && line.lang !== 'en')) {
    if (!spaced.has(text) || !'mgth'.includes(text)) return false;
    // "3 m deep" in English too, but never "5 s" or "3 L"
    return true;
  }
  // "on day 61”" closes a quotation
  if (text === '”' && opensQuotation(line, index)) return false;
  // a letter sign must end the word, save before the minutes of "18h30" and the cents of "2€50"; "F-16" is no farad
  const after = line.words[next];
  if (after === undefined || !isTight(line, next - 1)) return true;
  // "Ariane 6 s'est élancée"
  if (after.text === "'" || after.text === '’') return false;
  // "France 24’s": no minutes
  if (/^['’′]$/.test(text) && after.kind === 'letters') return false;
  // "1C_412/2023" is the number of a case
  if (after.text === '_') return false;
  if (after.kind === 'digits') return /^(?:h|H|min|mn|€|\$|['’′])$/.test(text);
  return !(after.text === '.' && line.words[next + 1]?.kind === 'letters' && isTight(line, next));
}

function opensQuotation(line: Line, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 80); at -= 1) {
    if (line.words[at]?.text === '”') return false;
    if (line.words[at]?.text === '“') return true;
  }
  return false;
}

/** The currency sign that starts at a word before a number. */
export function findCurrencyBefore(line: Line, index: number): UnitMatch | undefined {
  const match = tables[line.lang].before.findAt(line, index);
  if (match === undefined) return undefined;
  const number = line.words[match.next];
  const hasNumber =
    number?.kind === 'digits' ||
    ((line.lower[match.next] === '-' || line.lower[match.next] === '−') &&
      line.words[match.next + 1]?.kind === 'digits');
  if (!hasNumber) return undefined;
  const text = line.words[index]?.text ?? '';
  const isLetters = line.words[match.next - 1]?.kind === 'letters';
  const isAgainst = isTight(line, match.next - 1);
  // "R 4", "P 5", "K 12": single letters must touch the number, and only in English
  if (
    isLetters &&
    match.next === index + 1 &&
    text.length <= 2 &&
    !isAgainst &&
    !/^(?:Rs|Re|Sh|Tk|Bs|Vt|Le|Ar|Nu|Gs|Ft|Fr|Dh|Br|Rp|RM|VT|LE|JD|KM|MT|Kz|DM|QR|SR|KD|DA)$/.test(text)
  )
    return undefined;
  if (isLetters && text.length === 1 && line.lang !== 'en') return undefined;
  const before = line.words[index - 1];
  if (before !== undefined && isTight(line, index - 1) && before.kind !== 'mark') return undefined;
  if (!isAgainst && (number?.start ?? 0) - (line.words[match.next - 1]?.end ?? 0) > 1) return undefined;
  return { first: index, next: match.next, unit: match.value, isSign: true };
}

/** Whether a currency, sign or word, starts at a word. */
export function startsMoney(line: Line, index: number): boolean {
  const { signs, words } = tables[line.lang];
  return signs.findAt(line, index)?.value.kind === 'money' || words.findAt(line, index)?.value.kind === 'money';
}
