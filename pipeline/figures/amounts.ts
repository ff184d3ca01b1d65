// A number with the unit beside it: "35 M€", "$2.4m", "33-metre", "1 h 10", "5 ft 4 in", "trois ans et demi".
import { isDash, isTight, type Line } from '../text/line.ts';
import { joinCompound, joinHundredths, readWeight, scaleTerms, unitPart } from './compounds.ts';
import { sumTerms } from './decimal.ts';
import { findHalf, findNumeral } from './numerals.ts';
import type { Amount, Numeral, Part } from './parts.ts';
import { findCurrencyBefore, findUnit, type UnitMatch } from './units.ts';
import { isLabel } from './words.ts';

/**
 * The amount that starts at a word.
 * @example findAmount(lineOf('$2.4m', sentence), 0)?.unit // { unit: '@dollar', kind: 'money' }
 */
export function findAmount(line: Line, index: number): Amount | undefined {
  const isNegative = isMinus(line, index) || isLooseMinus(line, index) || isMinusWord(line, index);
  const signed = isNegative ? index + 1 : index;
  const currency = findCurrencyBefore(line, signed);
  const inner = currency !== undefined && isMinus(line, currency.next, true) ? currency.next + 1 : currency?.next;
  const numberAt = inner ?? signed;
  const numeral = findNumeral(line, numberAt, currency !== undefined);
  if (numeral === undefined) return undefined;
  if (isNegative && numeral.form !== 'digits' && numeral.form !== 'words') return undefined;
  const negated = isNegative || (currency !== undefined && numberAt > currency.next) ? negate(numeral) : numeral;
  const based: Numeral = { ...negated, first: index };
  return currency === undefined ? withUnitAfter(line, based) : withCurrency(line, based, currency);
}

/**
 * "an hour and ten minutes", "less than a week": in English the article is the one.
 * @example findArticleAmount(lineOf('an hour and ten minutes', sentence), 0)?.unit // { unit: 'min', kind: 'duration' }
 */
export function findArticleAmount(line: Line, index: number): Amount | undefined {
  if (line.lang !== 'en' || (line.lower[index] !== 'a' && line.lower[index] !== 'an')) return undefined;
  const match = findUnit(line, index + 1, false);
  if (match === undefined || (match.unit.kind !== 'duration' && match.unit.kind !== 'measure')) return undefined;
  const part: Part = { role: 'number', first: index, next: index + 1, value: 1 };
  return withUnitAfter(line, {
    first: index,
    next: index + 1,
    parts: [part],
    form: 'words',
    isOne: true,
    takesOf: false,
  });
}

/** "Solde : − 1,3 milliard": the true minus sign may stand off after a mark. */
function isLooseMinus(line: Line, index: number): boolean {
  if (line.lower[index] !== '−' || line.words[index + 1]?.kind !== 'digits') return false;
  return index === 0 || /^[:(;|]$/.test(line.lower[index - 1] ?? '');
}

/** A minus sign: against a number, and nothing against its left. */
function isMinus(line: Line, index: number, isInside = false): boolean {
  const sign = line.lower[index];
  if (sign !== '-' && sign !== '−' && sign !== '–') return false;
  const before = line.words[index - 1];
  const isFree = isInside || before === undefined || !isTight(line, index - 1) || '([«“"'.includes(before.text);
  if (!isFree || !isTight(line, index)) return false;
  const after = line.words[index + 1];
  return after?.kind === 'digits' || (sign !== '–' && findCurrencyBefore(line, index + 1) !== undefined);
}

/** "minus 44.6 C", "moins 4" degrees; "moins de 4" is a bound. */
function isMinusWord(line: Line, index: number): boolean {
  const word = line.lower[index];
  if (word !== 'minus' && word !== 'moins') return false;
  // "à l'unanimité moins une voix", "au moins 4", "2 heures moins 10", "plus or minus 3 points"
  const before = line.lower[index - 1] ?? '';
  if (word === 'moins') {
    // "le thermomètre est tombé à moins 12 degrés", "moins trente-deux degrés"
    const numeral = findNumeral(line, index + 1, false);
    const isCold = numeral !== undefined && findUnit(line, numeral.next, true)?.unit.unit === '°C';
    if (isCold) return !/^(?:au|du|pas|ou|et|plus)$/.test(before) && line.words[index - 1]?.kind !== 'digits';
    if (line.words[index + 1]?.kind !== 'digits') return false;
  }
  return (
    !/^(?:au|du|pas|ou|or|et|plus|heures?|unanimité|à|le|un)$/.test(before) && line.words[index - 1]?.kind !== 'digits'
  );
}

function negate(numeral: Numeral): Numeral {
  const parts = numeral.parts.map((part) =>
    part.role === 'number' && typeof part.value === 'number' ? { ...part, value: -part.value } : part,
  );
  return { ...numeral, parts };
}

function withCurrency(line: Line, numeral: Numeral, currency: UnitMatch): Amount {
  // "$5 million US", "$400 CAD", "US$5 million dollars"
  const after = findUnit(line, numeral.next, true);
  const repeats = after?.unit.kind === 'money' && after.unit.factor === undefined && !isTight(line, numeral.next - 1);
  const isMoreExact =
    repeats && currency.unit.unit.startsWith('@') && after !== undefined && !after.unit.unit.startsWith('@');
  const match = isMoreExact && after !== undefined ? after : currency;
  const next =
    repeats && after !== undefined && (isMoreExact || after.unit.unit === currency.unit.unit)
      ? after.next
      : numeral.next;
  return { ...numeral, next, unit: match.unit, parts: [...numeral.parts, unitPart(match)] };
}

function withUnitAfter(line: Line, numeral: Numeral): Amount {
  const match = findUnitAfter(line, numeral);
  if (match === undefined) return readHundredths(line, numeral) ?? numeral;
  const value = sumTerms(numeral.parts);
  if (!isLikelyUnit(line, match, value)) return numeral;
  // "trois quarts d'heure", "a quarter of an hour" are said for forty-five and fifteen minutes
  const isQuarter = line.lang === 'fr' || numeral.fraction?.[1] === 4;
  if (isQuarter && (numeral.fraction?.[1] === 4 || numeral.fraction?.[1] === 2) && match.unit.unit === 'h') {
    const factor: Part = { role: 'magnitude', first: match.first, next: match.next, value: 60 };
    const named: Part = { ...unitPart(match), value: 'min' };
    return {
      ...numeral,
      next: match.next,
      unit: { unit: 'min', kind: 'duration' },
      parts: [...numeral.parts, factor, named],
    };
  }
  const weight = readWeight(line, numeral, match);
  if (weight !== undefined) return weight;
  const joined = joinCompound(line, numeral, match) ?? joinHundredths(line, numeral, match);
  if (joined !== undefined) return joined;
  const factor: Part[] =
    match.unit.factor === undefined
      ? []
      : [{ role: 'magnitude', first: match.first, next: match.next, value: match.unit.factor }];
  const half = numeral.form === 'digits' || numeral.form === 'words' ? findHalf(line, match.next) : undefined;
  // "deux heures et quart" are a hundred and thirty-five minutes
  if (half?.value === 0.25 && match.unit.unit === 'h' && factor.length === 0) {
    const sixty: Part = { role: 'magnitude', first: match.first, next: match.next, value: 60 };
    const named: Part = { ...unitPart(match), value: 'min' };
    const minutes = [...scaleTerms(numeral.parts, [sixty]), half, sixty, named];
    return { ...numeral, next: half.next, unit: { unit: 'min', kind: 'duration' }, parts: minutes, isOne: false };
  }
  const halves: Part[] = half === undefined ? [] : [half, ...factor];
  const parts = [...scaleTerms(numeral.parts, factor), ...halves, unitPart(match)];
  const next = half?.next ?? match.next;
  return { ...numeral, next, unit: match.unit, parts, isOne: numeral.isOne && half === undefined };
}

/** "il l'a battu de neuf centièmes", "won by two hundredths": of a second, where no other whole is named. */
function readHundredths(line: Line, numeral: Numeral): Amount | undefined {
  const denominator = numeral.fraction?.[1];
  if (denominator !== 100 && denominator !== 1000) return undefined;
  if (/^(?:de|d|des|du|of)$/.test(line.lower[numeral.next] ?? '')) return undefined;
  const named: Part = { role: 'unit', first: numeral.next - 1, next: numeral.next, value: 's' };
  return { ...numeral, unit: { unit: 's', kind: 'duration' }, parts: [...numeral.parts, named] };
}

const fillers: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(
    'autres derniers dernières premiers premières longs longues bons bonnes petits petites prochains prochaines'.split(
      ' ',
    ),
  ),
  en: new Set('more additional further extra full consecutive straight long whole solid good short'.split(' ')),
};

function findUnitAfter(line: Line, numeral: Numeral): UnitMatch | undefined {
  const isDigits = numeral.form === 'digits';
  const direct = findUnit(line, numeral.next, isDigits);
  if (direct !== undefined) return direct;
  // "four more hours", "trois longues années", "les six derniers mois"
  if (line.lang !== 'und' && fillers[line.lang].has(line.lower[numeral.next] ?? '')) {
    const later = findUnit(line, numeral.next + 1, false);
    if (later !== undefined && (later.unit.kind === 'duration' || later.unit.kind === 'measure')) return later;
  }
  const mark = line.lower[numeral.next];
  if (numeral.takesOf) {
    // "millions d'euros", "une trentaine de kilomètres", "a quarter of an hour"
    if (mark === 'de' || mark === 'of') return findUnit(line, numeral.next + 1, false);
    if (mark === 'd' && line.lower[numeral.next + 1] === "'") return findUnit(line, numeral.next + 2, false);
    // "quatre millions d euros", as machines and telegrams write it
    if (mark === 'd' && line.lang === 'fr') return findUnit(line, numeral.next + 1, false);
  }
  // "33-metre", "six-day", "€105-million"
  if (isDash(mark) && isTight(line, numeral.next - 1) && isTight(line, numeral.next)) {
    const hyphened = findUnit(line, numeral.next + 1, false);
    if (hyphened !== undefined && line.lang === 'en') return hyphened;
  }
  return undefined;
}

/** Words that are units only now and then. */
function isLikelyUnit(line: Line, match: UnitMatch, value: number): boolean {
  const word = line.plain[match.first] ?? '';
  const isAlone = match.next === match.first + 1;
  if (line.lang === 'en') {
    // "two second-half goals", "six won gold", "in his 30s"
    if (word === 'second' && value > 1 && !isDash(line.lower[match.first - 1])) return false;
    // "twelve gram sabhas": a singular before a plural belongs to the noun
    const isSingular =
      /^(?:gram|ton|foot|pound|minute|mark|yard)$/.test(word) && value > 1 && !isDash(line.lower[match.first - 1]);
    if (isSingular && isAlone && /^[a-z]{3,}s$/.test(line.lower[match.next] ?? '')) return false;
    // "Room 4C", "the class of 5C"
    const isHot =
      /^(?:at|to|of|reach|reached|above|around|about)$/.test(line.lower[match.first - 2] ?? '') && value <= 2000;
    const isCelsius = word === 'c' && match.unit.unit === '°C';
    if (isCelsius && (isLabel(line, match.first - 2) || (value > 60 && !isHot) || value < -60)) return false;
    // "the 5C to Crediton" is a bus, "13,402 TB patients" are sick
    if (word === 'c' && line.lower[match.first - 2] === 'the' && isTight(line, match.first - 1)) return false;
    if (match.isSign && match.unit.unit === 'TB' && /^[a-z]{4,}s$/.test(line.lower[match.next] ?? '')) return false;
    if (word === 'won' && isAlone && value < 100) return false;
    if (word === 's' && match.isSign && value % 10 === 0) return false;
    // "Boeing 737s were grounded"
    const name = line.words[match.first - 2]?.text ?? '';
    if (word === 's' && match.isSign && value > 99 && /^\p{Lu}\p{Ll}/u.test(name)) return false;
    if (isAlone && (word === 'p' || word === 'c') && !isTight(line, match.first - 1)) return false;
  }
  if (line.lang === 'fr') {
    // "180 jours-amende", "trois heures-machine": the unit is the front of a noun
    const isTied = isDash(line.lower[match.next]) && isTight(line, match.next - 1) && isTight(line, match.next);
    if (isTied && !match.isSign && line.words[match.next + 1]?.kind === 'letters') return false;
    // "deux livres" are books more often than pounds
    if (/^(?:livres?|couronnes?|marks?)$/.test(word) && isAlone && value < 100) return false;
    // "les trois pieds de la table", "deux pouces"
    if (/^(?:pieds?|pouces?|bornes)$/.test(word) && value < 5) return false;
  }
  return true;
}
