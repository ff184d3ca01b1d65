// Decades, centuries, seasons, quarters and halves of a year.
import { isDash, isTight, type Line } from '../text/line.ts';
import { findCalendarValue } from './calendar.ts';
import type { Point } from './edtf.ts';
import type { FoundDate } from './found.ts';
import { findYear } from './pieces.ts';

/**
 * The decade that starts at a word.
 * @example findDecade(lineOf('les années 1990', sentence), 0)?.period // { kind: 'decade', decade: 199 }
 */
export function findDecade(line: Line, index: number): FoundDate | undefined {
  if (line.lang === 'fr') {
    const at = line.lower[index] === 'les' ? index + 1 : index;
    if (line.plain[at] !== 'annees') return undefined;
    const decade = readDecadeYear(line.words[at + 1]?.text ?? '') ?? frenchTens.get(line.plain[at + 1] ?? '');
    if (
      decade === undefined ||
      (isTight(line, at + 1) && isDash(line.lower[at + 2]) && line.words[at + 3]?.kind === 'digits')
    )
      return undefined;
    let next = at + 2;
    let value = decade;
    // "années quatre-vingt", "quatre-vingt-dix"
    if (line.plain[at + 1] === 'quatre') {
      if (!line.plain[at + 3]?.startsWith('vingt')) return undefined;
      const isNinety = line.plain[at + 5] === 'dix';
      next = at + (isNinety ? 6 : 4);
      value = isNinety ? 199 : 198;
    } else if (line.plain[at + 1] === 'soixante' && isDash(line.lower[at + 2]) && line.plain[at + 3] === 'dix') {
      next = at + 4;
      value = 197;
    }
    return { first: index, next, period: { kind: 'decade', decade: value }, rule: 'decade' };
  }
  if (line.lang !== 'en') return undefined;
  const word = line.words[index];
  const hasQuote = word?.text === "'" || word?.text === '’' || word?.text === '‘';
  const at = hasQuote ? index + 1 : index;
  const decade = readDecadeYear(line.words[at]?.text ?? '');
  if (decade !== undefined && isTight(line, at) && line.words[at + 1]?.text === 's') {
    // "in his 30s" is an age
    const isShort = line.words[at]?.text.length === 2;
    if (isShort && !hasQuote && line.lower[index - 1] !== 'the') return undefined;
    return { first: index, next: at + 2, period: { kind: 'decade', decade }, rule: 'decade' };
  }
  const tens = englishTens.get(line.plain[index] ?? '');
  if (tens === undefined || line.lower[index - 1] !== 'the') return undefined;
  return { first: index, next: index + 1, period: { kind: 'decade', decade: tens }, rule: 'decade' };
}

const frenchTens = new Map([
  ['vingt', 192],
  ['trente', 193],
  ['quarante', 194],
  ['cinquante', 195],
  ['soixante', 196],
  ['septante', 197],
  ['quatre', 198],
  ['huitante', 198],
  ['nonante', 199],
]);
const englishTens = new Map([
  ['twenties', 192],
  ['thirties', 193],
  ['forties', 194],
  ['fifties', 195],
  ['sixties', 196],
  ['seventies', 197],
  ['eighties', 198],
  ['nineties', 199],
]);

function readDecadeYear(digits: string): number | undefined {
  if (/^[12][0-9]{2}0$/.test(digits)) return Number(digits) / 10;
  if (!/^[1-9]0$/.test(digits)) return undefined;
  // "the 20s" of a news text of today may be those of either century: the older reading is the commoner one
  return 190 + Number(digits) / 10;
}

const romans: Record<string, number> = { i: 1, v: 5, x: 10 };

/**
 * The century that starts at a word.
 * @example findCentury(lineOf('XIXe siècle', sentence), 0)?.period // { kind: 'century', century: 19 }
 */
export function findCentury(line: Line, index: number): FoundDate | undefined {
  if (line.lang === 'fr') {
    const word = line.words[index];
    const century = word?.kind === 'letters' ? readRoman(line.plain[index] ?? '', word.text) : readNumber(word?.text);
    if (century === undefined) return undefined;
    let next = index + 1;
    if (word?.kind === 'digits' || /^(?:e|er|eme|ème)$/.test(line.lower[next] ?? '')) next += 1;
    if (line.plain[next] !== 'siecle' && line.plain[next] !== 'siecles' && !sharesCentury(line, next)) return undefined;
    if (line.plain[next] === 'siecle' && ['av', 'avant'].includes(line.lower[next + 1] ?? '')) return undefined;
    const end = line.plain[next]?.startsWith('siecle') === true ? next + 1 : next;
    return { first: index, next: end, period: { kind: 'century', century }, rule: 'century' };
  }
  if (line.lang !== 'en') return undefined;
  const digits = readNumber(line.words[index]?.text);
  const at = digits === undefined ? index + 1 : index + 2;
  const century = digits ?? findEnglishOrdinal(line.plain[index] ?? '');
  if (century === undefined) return undefined;
  if (digits !== undefined && !/^(?:st|nd|rd|th)$/.test(line.lower[index + 1] ?? '')) return undefined;
  const noun = isDash(line.lower[at]) ? at + 1 : at;
  if (line.plain[noun] !== 'century' && line.plain[noun] !== 'centuries') return undefined;
  if (line.lower[noun + 1] === 'bc' || line.lower[noun + 1] === 'bce') return undefined;
  return { first: index, next: noun + 1, period: { kind: 'century', century }, rule: 'century' };
}

/** "XVIIIe et XIXe siècles": the noun comes once. */
function sharesCentury(line: Line, next: number): boolean {
  const joins = line.lower[next] === 'et' || isDash(line.lower[next]) || line.lower[next] === 'au';
  if (!joins) return false;
  const word = line.words[next + 1];
  return (
    word?.kind === 'letters' &&
    readRoman(line.plain[next + 1] ?? '', word.text) !== undefined &&
    line.plain[next + 2]?.startsWith('siecle') === true
  );
}

function findEnglishOrdinal(word: string): number | undefined {
  const index =
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
      .split(' ')
      .indexOf(word);
  return index < 0 || word === '' ? undefined : index + 1;
}

function readNumber(digits: string | undefined): number | undefined {
  return digits !== undefined && /^[0-9]{1,2}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 22
    ? Number(digits)
    : undefined;
}

function readRoman(plain: string, text: string): number | undefined {
  const match = /^([ivx]+)(?:e|er|eme|ᵉ|ᵉʳ)?$/.exec(plain);
  const letters = match?.[1];
  if (letters === undefined || !/^[IVX]/.test(text)) return undefined;
  let value = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const digit = romans[letters[at] ?? ''] ?? 0;
    value += digit < (romans[letters[at + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return value >= 1 && value <= 22 ? value : undefined;
}

/**
 * The season with its year that starts at a word; a season alone is no date.
 * @example findSeason(lineOf('hiver 2024-2025', sentence), 0)?.period // { kind: 'season', year: 2024, season: 24 }
 */
export function findSeason(line: Line, index: number): FoundDate | undefined {
  const season = findCalendarValue(line, index, 'season');
  if (season === undefined) return undefined;
  // "il a été 2025": the participle has an auxiliary before it
  if (line.lang === 'fr' && season === 22 && /^(?:a|ont|avait|avaient|ayant|pas)$/.test(line.lower[index - 1] ?? ''))
    return undefined;
  const after = line.lower[index + 1];
  const at = after === 'of' || after === 'de' || after === ',' ? index + 2 : index + 1;
  const year = line.words[at]?.kind === 'digits' && !isTight(line, index) ? findYear(line, at) : undefined;
  if (year === undefined) return undefined;
  const second = line.words[year.next + 1];
  const isDouble =
    (isDash(line.lower[year.next]) || line.lower[year.next] === '/') && isTight(line, at) && second?.kind === 'digits';
  return {
    first: index,
    next: isDouble ? year.next + 2 : year.next,
    period: { kind: 'season', year: year.value, season },
    rule: 'season',
  };
}

/** "troisième trimestre 2024", "first half of the year", "Q3 2025", "3T25". */
export function findQuarter(line: Line, index: number): FoundDate | undefined {
  if (line.lang === 'und') return undefined;
  const code = readQuarterCode(line, index);
  if (code !== undefined) return code;
  const word = line.words[index];
  let rank = findCalendarValue(line, index, 'ordinal');
  let at = index + 1;
  if (rank === undefined && word?.kind === 'digits' && word.text.length === 1 && isTight(line, index)) {
    if (/^(?:e|er|ème|eme|st|nd|rd|th)$/.test(line.lower[at] ?? '')) {
      rank = Number(word.text);
      at += 1;
    }
  }
  if (rank === undefined) return undefined;
  if (isDash(line.lower[at])) at += 1;
  const length = findCalendarValue(line, at, 'quarter') ?? findCalendarValue(line, at, 'half');
  if (length === undefined || rank < 1 || rank * length > 12) return undefined;
  const of = line.lower[at + 1];
  const yearAt = of === 'of' || of === 'de' ? at + 2 : at + 1;
  const year = line.words[yearAt]?.kind === 'digits' ? findYear(line, yearAt) : undefined;
  const ofTheYear =
    line.lang === 'en' &&
    of === 'of' &&
    /^(?:the|this|last|next)$/.test(line.lower[at + 2] ?? '') &&
    /^(?:year|financial|fiscal)$/.test(line.lower[at + 3] ?? '');
  // "the fourth quarter" of a match has no year, and no money is made in it
  if (line.lang === 'en' && length === 3 && year === undefined && !ofTheYear && !speaksOfBusiness(line))
    return undefined;
  // the second half of a match has no year
  if (line.lang === 'en' && length === 6 && year === undefined && !ofTheYear) return undefined;
  return quarter(index, year?.next ?? at + 1, rank, length, year?.value);
}

const business =
  /^(?:revenues?|sales|profits?|earnings|results|growth|gdp|exports?|imports?|company|shares|shareholders|economy|volumes?|traffic|orders|margins?|guidance|fiscal|financial|output|production|hearings|percent|cent|rates?|turnover|loss|losses|inflation)$/;

function speaksOfBusiness(line: Line): boolean {
  return line.lower.some((word) => word === '%' || word === '$' || word === '€' || word === '£' || business.test(word));
}

function readQuarterCode(line: Line, index: number): FoundDate | undefined {
  const letter = line.words[index]?.text;
  const digit = line.words[index + 1];
  if (digit?.kind !== 'digits' || digit.text.length !== 1 || !isTight(line, index)) return undefined;
  const isFrench = line.lang === 'fr';
  const length =
    letter === 'Q' || (isFrench && letter === 'T') ? 3 : letter === 'H' || (isFrench && letter === 'S') ? 6 : 0;
  const rank = Number(digit.text);
  if (length === 0 || rank < 1 || rank * length > 12) return undefined;
  const year = line.words[index + 2]?.kind === 'digits' ? findYear(line, index + 2) : undefined;
  if (year === undefined && letter !== 'Q') return undefined;
  return quarter(index, year?.next ?? index + 2, rank, length, year?.value);
}

function quarter(first: number, next: number, rank: number, length: number, year: number | undefined): FoundDate {
  const base = year === undefined ? {} : { year };
  const points: readonly [Point, Point] = [
    { ...base, month: (rank - 1) * length + 1 },
    { ...base, month: rank * length },
  ];
  return { first, next, period: { kind: 'interval', points }, rule: 'quarter' };
}
