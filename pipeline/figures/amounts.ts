// A number with the unit beside it: "35 M€", "$2.4m", "33-metre", "1 h 10", "5 ft 4 in", "trois ans et demi".
import { isDash, isTight, type Line } from '../text/line.ts';
import { readTable } from '../text/resource.ts';
import { sumTerms } from './decimal.ts';
import { findHalf, findNumeral } from './numerals.ts';
import type { Amount, Numeral, Part, Unit } from './parts.ts';
import { findCurrencyBefore, findUnit, type UnitMatch } from './units.ts';

const factors = new Map(
  readTable('figures/data/compounds.tsv').map((row) => [
    `${row['larger'] ?? ''} ${row['smaller'] ?? ''}`,
    Number(row['factor']),
  ]),
);

/**
 * The amount that starts at a word.
 * @example findAmount(lineOf('$2.4m', sentence), 0)?.unit // { unit: '@dollar', kind: 'money' }
 */
export function findAmount(line: Line, index: number): Amount | undefined {
  const isNegative = isMinus(line, index) || isMinusWord(line, index);
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
  // "à l'unanimité moins une voix", "au moins 4", "2 heures moins 10"
  const before = line.lower[index - 1] ?? '';
  if (word === 'moins' && line.words[index + 1]?.kind !== 'digits') return false;
  return (
    !/^(?:au|du|pas|ou|et|plus|heures?|unanimité|à|le|un)$/.test(before) && line.words[index - 1]?.kind !== 'digits'
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

function unitPart(match: UnitMatch): Part {
  return { role: 'unit', first: match.first, next: match.next, value: match.unit.unit };
}

function withUnitAfter(line: Line, numeral: Numeral): Amount {
  const match = findUnitAfter(line, numeral);
  if (match === undefined) return numeral;
  const value = sumTerms(numeral.parts);
  if (!isLikelyUnit(line, match, value)) return numeral;
  // "trois quarts d'heure" is said for forty-five minutes
  if (line.lang === 'fr' && (numeral.fraction?.[1] === 4 || numeral.fraction?.[1] === 2) && match.unit.unit === 'h') {
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
  const halves: Part[] = half === undefined ? [] : [half, ...factor];
  const parts = [...scaleTerms(numeral.parts, factor), ...halves, unitPart(match)];
  const next = half?.next ?? match.next;
  return { ...numeral, next, unit: match.unit, parts, isOne: numeral.isOne && half === undefined };
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
    if (word === 'won' && isAlone && value < 100) return false;
    if (word === 's' && match.isSign && value % 10 === 0) return false;
    if (isAlone && (word === 'p' || word === 'c') && !isTight(line, match.first - 1)) return false;
  }
  if (line.lang === 'fr') {
    // "deux livres" are books more often than pounds
    if (/^(?:livres?|couronnes?|marks?)$/.test(word) && isAlone && value < 100) return false;
    // "les trois pieds de la table", "deux pouces"
    if (/^(?:pieds?|pouces?|bornes)$/.test(word) && value < 5) return false;
  }
  return true;
}

/** Multiplies every term of a number. */
function scaleTerms(parts: readonly Part[], factor: readonly Part[]): Part[] {
  if (factor.length === 0) return [...parts];
  const scaled: Part[] = [];
  parts.forEach((part, at) => {
    scaled.push(part);
    if (parts[at + 1] === undefined || parts[at + 1]?.role === 'number') scaled.push(...factor);
  });
  return scaled;
}

/** "1 h 10", "four years and eight months", "5ft 4in", "3 h 02 min 11 s": the smallest unit counts. */
function joinCompound(line: Line, numeral: Numeral, match: UnitMatch): Amount | undefined {
  let parts: readonly Part[] = numeral.parts;
  let unit: Unit = match.unit;
  let last = match;
  let next = match.next;
  let isJoined = false;
  for (;;) {
    const second = readSmaller(line, next, unit, last);
    if (second === undefined) break;
    const factor: Part = { role: 'magnitude', first: last.first, next: last.next, value: second.factor };
    parts = [...scaleTerms(parts, [factor]), ...second.parts];
    unit = second.unit;
    last = second.match;
    next = second.next;
    isJoined = true;
  }
  if (!isJoined) return undefined;
  const named: Part = { role: 'unit', first: last.first, next: last.next, value: unit.unit };
  return { ...numeral, next, unit, parts: [...parts, named], isOne: false };
}

/** "who lost 77 pounds", "a 10-pound baby": pounds that are weighed. */
function readWeight(line: Line, numeral: Numeral, match: UnitMatch): Amount | undefined {
  if (line.lang !== 'en' || match.unit.unit !== '@pound') return undefined;
  const isWeighed = /^(?:lost|gained|weighs?|weighed|weighing|heavy|baby|beef|catch|crab|lobster)$/;
  const isNear =
    [1, 2, 3].some((step) => isWeighed.test(line.lower[numeral.first - step] ?? '')) ||
    isWeighed.test(line.lower[match.next] ?? '');
  // "a 1,900-pound machine", but "a 200-pound fine"
  const isTied =
    isDash(line.lower[match.first - 1]) &&
    !/^(?:fine|fee|bill|prize|note|coin|grant|deposit)s?$/.test(line.lower[match.next] ?? '');
  if (!isNear && !isTied) return undefined;
  const unit: Unit = { unit: 'lb', kind: 'measure' };
  return { ...numeral, next: match.next, unit, parts: [...numeral.parts, { ...unitPart(match), value: unit.unit }] };
}

/** "2 francs 80", "six mètres vingt", "2€50": the second number counts hundredths. */
function joinHundredths(line: Line, numeral: Numeral, match: UnitMatch): Amount | undefined {
  const isHundred =
    (match.unit.kind === 'money' && match.unit.factor === undefined) ||
    match.unit.unit === 'm' ||
    match.unit.unit === 's';
  if (!isHundred || numeral.parts.length !== 1) return undefined;
  const isLinked = line.lower[match.next] === 'et' || line.lower[match.next] === 'and';
  const second = findNumeral(line, isLinked ? match.next + 1 : match.next, false);
  const part = second?.parts[0];
  if (second === undefined || part === undefined || second.parts.length !== 1 || second.form === 'fraction')
    return undefined;
  const cents = findUnit(line, second.next, second.form === 'digits');
  if (match.unit.kind === 'money' && cents?.unit.kind === 'money' && cents.unit.factor === 0.01) {
    // "61 euros et 40 centimes"
    const factor: Part = { role: 'magnitude', first: cents.first, next: cents.next, value: 0.01 };
    return {
      ...numeral,
      next: cents.next,
      unit: match.unit,
      parts: [...numeral.parts, part, factor, unitPart(match)],
      isOne: false,
    };
  }
  if (isLinked || line.lang === 'en') return undefined;
  const isTwoDigits = second.form === 'words' || /^\d{2}$/.test(line.words[match.next]?.text ?? '');
  if (!isTwoDigits || typeof part.value !== 'number' || part.value < 1 || part.value > 99) return undefined;
  if (second.form === 'words' && part.value < 10) return undefined;
  const after = line.words[second.next];
  if (after?.kind === 'letters' && !/^(?:de|d|et|par|pour|à|au|en|la|le|sur)$/.test(line.lower[second.next] ?? ''))
    return undefined;
  if (after?.text === '%') return undefined;
  const parts: Part[] = [...numeral.parts, part, { ...part, role: 'magnitude', value: 0.01 }, unitPart(match)];
  return { ...numeral, next: second.next, unit: match.unit, parts, isOne: false };
}

interface Smaller {
  readonly parts: readonly Part[];
  readonly unit: Unit;
  readonly factor: number;
  readonly match: UnitMatch;
  readonly next: number;
}

function readSmaller(line: Line, index: number, larger: Unit, last: UnitMatch): Smaller | undefined {
  const mark = line.lower[index];
  const at = mark === 'and' || mark === 'et' ? index + 1 : index;
  const numeral = findNumeral(line, at, false);
  if (numeral === undefined || numeral.parts.length !== 1 || numeral.form === 'fraction') return undefined;
  const match = findUnit(line, numeral.next, numeral.form === 'digits');
  const factor = match === undefined ? undefined : factors.get(`${larger.unit} ${match.unit.unit}`);
  if (match !== undefined && factor !== undefined) {
    return { parts: numeral.parts, unit: match.unit, factor, match, next: match.next };
  }
  // "1 h 10", "2h 10", "une minute trois"
  const value = numeral.parts[0]?.value;
  const digits = line.words[at]?.text.length ?? 0;
  const isMinutes =
    (larger.unit === 'h' || larger.unit === 'min') && at === index && typeof value === 'number' && value < 60;
  const isPlain =
    numeral.form === 'digits' ? digits === 2 && last.isSign : numeral.form === 'words' && larger.unit === 'min';
  if (
    !isMinutes ||
    !isPlain ||
    match !== undefined ||
    (line.words[numeral.next]?.kind === 'letters' &&
      numeral.form === 'words' &&
      !/^(?:devant|derriere|plus|sur|apres)$/.test(line.plain[numeral.next] ?? ''))
  )
    return undefined;
  const unit: Unit = { unit: larger.unit === 'h' ? 'min' : 's', kind: 'duration' };
  return { parts: numeral.parts, unit, factor: 60, match: last, next: numeral.next };
}
