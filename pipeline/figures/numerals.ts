// Numbers without their unit: digits with their magnitude, number words, "une dizaine", "a dozen", "deux millions et demi".
import { isDash, isTight, type Line } from '../text/line.ts';
import { findNumberWords, findScale } from '../text/number-words.ts';
import { readTable } from '../text/resource.ts';
import { findDigits } from './digits.ts';
import { findFraction, findSlashFraction } from './fractions.ts';
import { findMagnitudes, type Magnitude } from './magnitudes.ts';
import type { Numeral, Part } from './parts.ts';
import { findUnit } from './units.ts';

const collectives: Record<'fr' | 'en', Map<string, number>> = { fr: new Map(), en: new Map() };
for (const row of readTable('figures/data/collectives.tsv')) {
  collectives[row['lang'] === 'fr' ? 'fr' : 'en'].set(row['word'] ?? '', Number(row['value']));
}

/**
 * The number that starts at a word.
 * @example findNumeral(lineOf('1,2 milliard', sentence), 0, false)?.parts.map((part) => part.value) // [1.2, 1000000000]
 */
export function findNumeral(line: Line, index: number, hasCurrency: boolean): Numeral | undefined {
  if (line.words[index]?.kind === 'digits')
    return findSlashFraction(line, index) ?? readDigits(line, index, hasCurrency);
  if (line.lang === 'und' || line.words[index]?.kind !== 'letters') return undefined;
  const fraction = findFraction(line, index);
  if (fraction !== undefined) return readFractionOfScale(line, fraction) ?? fraction;
  return findCollective(line, index) ?? readWords(line, index);
}

/** "three quarters of a million", "les trois quarts d'un million". */
function readFractionOfScale(line: Line, fraction: Numeral): Numeral | undefined {
  const isEnglish = line.lower[fraction.next] === 'of' && line.lower[fraction.next + 1] === 'a';
  const isFrench = line.lower[fraction.next] === 'd' && line.lower[fraction.next + 2] === 'un';
  // "trois quarts de million"
  const isBare = line.lang === 'fr' && line.lower[fraction.next] === 'de';
  const at = isBare ? fraction.next + 1 : isEnglish ? fraction.next + 2 : fraction.next + 3;
  const scale = isEnglish || isFrench || isBare ? findScale(line, at) : undefined;
  if (scale === undefined) return undefined;
  const part: Part = { role: 'magnitude', first: at, next: at + 1, value: scale };
  const { first, parts } = fraction;
  return { first, next: at + 1, parts: [...parts, part], form: 'words', isOne: false, takesOf: true };
}

function readDigits(line: Line, index: number, hasCurrency: boolean): Numeral | undefined {
  const digits = findDigits(line, index);
  if (digits === undefined) return undefined;
  const magnitudes = findMagnitudes(line, digits.next, hasCurrency);
  let value = digits.value;
  if (digits.isOpen && line.lang === 'fr' && line.lower[index + 1] === ',' && magnitudes.length === 0) {
    // "2,030 licenciements" is English grouping in a French text; "2,030 km" is not
    const unit = findUnit(line, digits.next, true);
    if (unit === undefined) value = digits.other;
  }
  const parts: Part[] = [{ role: 'number', first: index, next: digits.next, value }];
  for (const magnitude of magnitudes)
    parts.push({ role: 'magnitude', ...magnitude, value: rescale(line, magnitude, hasCurrency) });
  const next = magnitudes.at(-1)?.next ?? digits.next;
  return addHalf(line, { first: index, next, parts, form: 'digits', isOne: false, takesOf: magnitudes.length > 0 });
}

/** "$1.1 billion" in a French sentence is English: a thousand million. */
function rescale(line: Line, magnitude: Magnitude, hasCurrency: boolean): number {
  return hasCurrency && line.lang === 'fr' && line.plain[magnitude.first] === 'billion'
    ? 1_000_000_000
    : magnitude.value;
}

function readWords(line: Line, index: number): Numeral | undefined {
  const half = readHalfMillion(line, index);
  if (half !== undefined) return half;
  const words = findNumberWords(line, index);
  if (words === undefined || isOrdinal(line, index, words.next)) return undefined;
  const decimal = readSpokenDecimals(line, words.next);
  const parts: Part[] = words.parts.map((part) => ({ ...part }));
  const last = parts.at(-1);
  const lastScale = last?.role === 'magnitude' ? last : undefined;
  let next = words.next;
  const number = parts[0];
  if (decimal !== undefined && parts.length === 1 && number !== undefined) {
    const magnitudes = findMagnitudes(line, decimal.next, false);
    parts[0] = { ...number, next: decimal.next, value: Number(`${words.value}.${decimal.digits}`) };
    for (const magnitude of magnitudes) parts.push({ role: 'magnitude', ...magnitude });
    next = magnitudes.at(-1)?.next ?? decimal.next;
  }
  const isOne = words.value === 1 && words.next === index + 1;
  const takesOf = (lastScale !== undefined && lastScale.value !== 1000) || parts.length > words.parts.length;
  return addHalf(line, { first: index, next, parts, form: 'words', isOne, takesOf });
}

/** "trois virgule cinq", "four point two". */
function readSpokenDecimals(line: Line, index: number): { digits: string; next: number } | undefined {
  if (line.lower[index] !== (line.lang === 'fr' ? 'virgule' : 'point')) return undefined;
  let digits = '';
  let next = index + 1;
  for (;;) {
    const word = findNumberWords(line, next);
    if (word === undefined || word.parts.length !== 1 || digits.length > 4) break;
    digits += String(word.value);
    next = word.next;
    if (line.lang === 'fr') break;
  }
  return digits === '' ? undefined : { digits, next };
}

/** "demi-million", "half a million", "half-million". */
function readHalfMillion(line: Line, index: number): Numeral | undefined {
  let at = index;
  if (line.lang === 'fr') {
    if (line.plain[at] === 'un') at += 1;
    if (line.plain[at] !== 'demi') return undefined;
    at += 1;
  } else {
    if (line.lower[at] === 'a') at += 1;
    if (line.lower[at] !== 'half') return undefined;
    at += line.lower[at + 1] === 'a' ? 2 : 1;
  }
  if (isDash(line.lower[at])) at += 1;
  const scale = findScale(line, at);
  if (scale === undefined) return undefined;
  const parts: Part[] = [
    { role: 'number', first: index, next: at, value: 0.5 },
    { role: 'magnitude', first: at, next: at + 1, value: scale },
  ];
  return { first: index, next: at + 1, parts, form: 'words', isOne: false, takesOf: true };
}

const ordinalAfterDash = {
  // "a seven-month-old" is no ordinal
  en: /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|[a-z]+teenth|[a-z]+ieth|hundredth|thousandth|millionth|eleventh)$/,
  fr: /ieme$/,
};
/** Of a round number, written apart: "la trois centième soirée", "the three hundredth night"; the plural is a fraction. */
const ordinalApart = { en: /^(?:hundred|thousand|million|billion)th$/, fr: /ieme$/ };

/** "twenty-second", "deux-centième": the number is the front of an ordinal. */
function isOrdinal(line: Line, first: number, next: number): boolean {
  const lang = line.lang === 'fr' ? 'fr' : 'en';
  if (isDash(line.lower[next]))
    return isTight(line, next - 1) && ordinalAfterDash[lang].test(line.plain[next + 1] ?? '');
  // "un centième", "one hundredth" are fractions
  return ordinalApart[lang].test(line.plain[next] ?? '') && !/^(?:une?|one|an?)$/.test(line.lower[first] ?? '');
}

/** "deux millions et demi", "two and a half million", "12 million and a half". */
function addHalf(line: Line, numeral: Numeral): Numeral {
  if (line.lang === 'en' && isDash(line.lower[numeral.next]) && line.lower[numeral.next + 1] === 'odd') {
    return { ...numeral, next: numeral.next + 2, isApproximate: true };
  }
  const half = findHalf(line, numeral.next);
  if (half === undefined) return numeral;
  const last = numeral.parts.at(-1);
  const scales = findMagnitudes(line, half.next, false);
  if (last?.role === 'magnitude' && scales.length === 0) {
    const parts: Part[] = [
      ...numeral.parts,
      { role: 'number', first: half.first, next: half.next, value: half.value },
      last,
    ];
    return { ...numeral, next: half.next, parts };
  }
  // "four and a half hours" in English; "quatre et demi" stands alone in French
  const added: Part = { role: 'number', first: half.first, next: half.next, value: half.value };
  if (scales.length === 0) return { ...numeral, next: half.next, parts: [...numeral.parts, added], isOne: false };
  const factors: Part[] = scales.map((scale) => ({ role: 'magnitude', ...scale }));
  const next = scales.at(-1)?.next ?? half.next;
  return { ...numeral, next, parts: [...numeral.parts, ...factors, added, ...factors], isOne: false, takesOf: true };
}

/** "et demi", "et quart", "and a half", "and a quarter". */
export function findHalf(line: Line, index: number): Part | undefined {
  if (line.lang === 'fr' && line.lower[index] === 'et') {
    const word = line.plain[index + 1];
    if (word === 'demi' || word === 'demie') return { role: 'number', first: index, next: index + 2, value: 0.5 };
    if (word === 'quart') return { role: 'number', first: index, next: index + 2, value: 0.25 };
    return undefined;
  }
  if (line.lang !== 'en') return undefined;
  // "one-and-a-half"
  const at = isDash(line.lower[index]) ? index + 1 : index;
  if (line.lower[at] !== 'and') return undefined;
  const step = isDash(line.lower[at + 1]) ? 2 : 1;
  if (line.lower[at + step] !== 'a') return undefined;
  const last = at + step + (isDash(line.lower[at + step + 1]) ? 2 : 1);
  const word = line.lower[last];
  if (word !== 'half' && word !== 'quarter') return undefined;
  return { role: 'number', first: index, next: last + 1, value: word === 'half' ? 0.5 : 0.25 };
}

/** "une dizaine", "deux bonnes douzaines", "une vingtaine de milliers", "two dozen". */
function findCollective(line: Line, index: number): Numeral | undefined {
  if (line.lang === 'und') return undefined;
  const table = collectives[line.lang];
  const isHalf = line.lang === 'en' && line.lower[index] === 'half' && line.lower[index + 1] === 'a';
  const article = line.lang === 'en' && line.lower[index] === 'a';
  const words = isHalf || article ? undefined : findNumberWords(line, index);
  if (!isHalf && !article && words === undefined) return undefined;
  let at = words?.next ?? (isHalf ? index + 2 : index + 1);
  const numberNext = at;
  if (/^(?:bonne|bonnes|petite|petites|grosse|grosses|grande|good)$/.test(line.lower[at] ?? '')) at += 1;
  if (line.lower[at] === 'demi' && isDash(line.lower[at + 1]) && line.lower[at + 2] === 'douzaine') {
    const part: Part = { role: 'number', first: index, next: at + 3, value: 6 };
    return { first: index, next: at + 3, parts: [part], form: 'collective', isOne: false, takesOf: true };
  }
  const base = table.get(line.plain[at] ?? '');
  if (base === undefined) return undefined;
  const count = words?.value ?? (isHalf ? 0.5 : 1);
  const parts: Part[] = [
    { role: 'number', first: index, next: numberNext, value: count },
    { role: 'magnitude', first: at, next: at + 1, value: base },
  ];
  let next = at + 1;
  // "une vingtaine de milliers", "une dizaine de millions"
  if (line.lower[next] === 'de') {
    const scale = findScale(line, next + 1) ?? table.get(line.plain[next + 1] ?? '');
    if (scale !== undefined) {
      parts.push({ role: 'magnitude', first: next + 1, next: next + 2, value: scale });
      next += 2;
    }
  }
  return { first: index, next, parts, form: 'collective', isOne: false, takesOf: true };
}
