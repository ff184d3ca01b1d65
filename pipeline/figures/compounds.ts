// Amounts of two units, and units that depend on their neighbours: "1 h 10", "5 ft 4 in", "2 euros 50", "lost 77 pounds".
import { isDash, type Line } from '../text/line.ts';
import { readTable } from '../text/resource.ts';
import { findNumeral } from './numerals.ts';
import type { Amount, Numeral, Part, Unit } from './parts.ts';
import { findUnit, type UnitMatch } from './units.ts';

const factors = new Map(
  readTable('figures/data/compounds.tsv').map((row) => [
    `${row['larger'] ?? ''} ${row['smaller'] ?? ''}`,
    Number(row['factor']),
  ]),
);

/** The part of a derivation that a unit is. */
export function unitPart(match: UnitMatch): Part {
  return { role: 'unit', first: match.first, next: match.next, value: match.unit.unit };
}

/** Multiplies every term of a number. */
export function scaleTerms(parts: readonly Part[], factor: readonly Part[]): Part[] {
  if (factor.length === 0) return [...parts];
  const scaled: Part[] = [];
  parts.forEach((part, at) => {
    scaled.push(part);
    if (parts[at + 1] === undefined || parts[at + 1]?.role === 'number') scaled.push(...factor);
  });
  return scaled;
}

/** "1 h 10", "four years and eight months", "5ft 4in", "3 h 02 min 11 s": the smallest unit counts. */
export function joinCompound(line: Line, numeral: Numeral, match: UnitMatch): Amount | undefined {
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
  // "2 min 16 s 22"
  const hundredths = line.words[next];
  const after = line.words[next + 1];
  if (
    unit.unit === 's' &&
    last.isSign &&
    hundredths?.kind === 'digits' &&
    hundredths.text.length === 2 &&
    (after === undefined || after.kind === 'mark')
  ) {
    const number: Part = { role: 'number', first: next, next: next + 1, value: Number(hundredths.text) };
    parts = [...parts, number, { ...number, role: 'magnitude', value: 0.01 }];
    next += 1;
  }
  const named: Part = { role: 'unit', first: last.first, next: last.next, value: unit.unit };
  return { ...numeral, next, unit, parts: [...parts, named], isOne: false };
}

/** "who lost 77 pounds", "a 10-pound baby": pounds that are weighed. */
export function readWeight(line: Line, numeral: Numeral, match: UnitMatch): Amount | undefined {
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
export function joinHundredths(line: Line, numeral: Numeral, match: UnitMatch): Amount | undefined {
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
  // "3 h 02 min 11 s": the sign needs no digits against it once the minutes are named
  if (larger.unit === 'min' && match === undefined && line.lower[numeral.next] === 's') {
    const unit: Unit = { unit: 's', kind: 'duration' };
    const named: UnitMatch = { first: numeral.next, next: numeral.next + 1, unit, isSign: true };
    return { parts: numeral.parts, unit, factor: 60, match: named, next: named.next };
  }
  // "six foot five", "5 foot 10": inches, where nothing else follows that is counted
  const inches = numeral.parts[0]?.value;
  const isFoot = larger.unit === 'ft' && line.lower[last.first] === 'foot' && at === index && match === undefined;
  if (isFoot && typeof inches === 'number' && inches < 12 && line.words[numeral.next]?.kind !== 'letters') {
    const unit: Unit = { unit: 'in', kind: 'measure' };
    return { parts: numeral.parts, unit, factor: 12, match: last, next: numeral.next };
  }
  // "1 h 10", "2h 10", "une minute trois"
  const value = numeral.parts[0]?.value;
  const digits = line.words[at]?.text.length ?? 0;
  const isMinutes =
    (larger.unit === 'h' || larger.unit === 'min') && at === index && typeof value === 'number' && value < 60;
  const isPlain =
    numeral.form === 'digits'
      ? digits === 2 && (last.isSign || line.words[numeral.next]?.kind !== 'letters')
      : numeral.form === 'words' && (larger.unit === 'min' || larger.unit === 'h');
  if (
    !isMinutes ||
    !isPlain ||
    match !== undefined ||
    (line.words[numeral.next]?.kind === 'letters' &&
      numeral.form === 'words' &&
      !/^(?:devant|derriere|plus|sur|apres|de|d|en|a|avant|par)$/.test(line.plain[numeral.next] ?? ''))
  )
    return undefined;
  const unit: Unit = { unit: larger.unit === 'h' ? 'min' : 's', kind: 'duration' };
  return { parts: numeral.parts, unit, factor: 60, match: last, next: numeral.next };
}
