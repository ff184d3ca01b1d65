// "one in five", "un patient sur vingt", "9 in 10": one fraction where the base is round and counts nothing of its own.
import { isDash, type Line } from '../text/line.ts';
import { isFrenchAge } from './ages-fr.ts';
import { divide } from './decimal.ts';
import { isParticiple } from './nouns-fr.ts';
import { findNumeral } from './numerals.ts';
import type { Numeral } from './parts.ts';
import { findRole } from './words.ts';

/** Bases of a ratio; "64 associés sur 91" are two counts. */
const bases = new Set([2, 3, 4, 5, 10, 20, 100, 1000]);

/** A ratio with its noun, when the noun stands inside. */
export interface Ratio {
  readonly next: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
  readonly noun?: { readonly first: number; readonly next: number };
}

/**
 * The ratio that a numeral opens.
 * @example findRatio(lineOf('un patient sur vingt', sentence), numeral)?.value // 0.05
 */
export function findRatio(line: Line, numeral: Numeral): Ratio | undefined {
  const numerator = wholeNumber(numeral);
  if (numerator === undefined || line.lang === 'und') return undefined;
  // up to four words of noun between the number and "sur" or "in"
  for (let at = numeral.next; at <= numeral.next + 4; at += 1) {
    const base = readBase(line, skipAge(line, at));
    if (base !== undefined) {
      const denominator = wholeNumber(base);
      if (denominator === undefined || denominator <= numerator || !bases.has(denominator)) return undefined;
      const hasNoun = at > numeral.next;
      if (countsOwn(line, base.next, hasNoun)) return undefined;
      return {
        next: base.next,
        numerator,
        denominator,
        value: divide(numerator, denominator),
        ...(hasNoun ? { noun: { first: numeral.next, next: at } } : {}),
      };
    }
    const word = line.words[at];
    if (word === undefined || (word.kind !== 'letters' && !isDash(word.text) && word.text !== "'" && word.text !== '’'))
      return undefined;
    const role = findRole(line, at);
    if (role === 'stop' && line.lower[at] !== 'de' && line.lower[at] !== 'd') return undefined;
  }
  return undefined;
}

/** "un enfant de moins de cinq ans sur trois", "un jeune de 18 à 24 ans sur quatre": index after the age of whom it counts. */
function skipAge(line: Line, index: number): number {
  if (line.lang !== 'fr' || line.lower[index] !== 'de') return index;
  const isBound = /^(?:moins|plus)$/.test(line.lower[index + 1] ?? '') && line.lower[index + 2] === 'de';
  const age = findNumeral(line, isBound ? index + 3 : index + 1, false);
  if (age === undefined) return index;
  const isRange = line.lower[age.next] === 'à' || isDash(line.lower[age.next]);
  const last = isRange ? findNumeral(line, age.next + 1, false) : age;
  if (last === undefined || line.lower[last.next] !== 'ans') return index;
  // "deux personnes de 65 ans et plus sur cinq"
  const isOpen = line.lower[last.next + 1] === 'et' && /^(?:moins|plus)$/.test(line.lower[last.next + 2] ?? '');
  return isFrenchAge(line, index + 1, last.next + 1) ? last.next + (isOpen ? 3 : 1) : index;
}

function readBase(line: Line, index: number): Numeral | undefined {
  let at = index;
  if (line.lang === 'fr') {
    if (line.lower[at] !== 'sur') return undefined;
    at += 1;
  } else {
    if (line.lower[at] === 'out' && line.lower[at + 1] === 'of') at += 2;
    else if (line.lower[at] === 'in') at += 1;
    else if (line.lower[at] === 'of' && line.lower[at + 1] === 'every') at += 1;
    else return undefined;
    if (line.lower[at] === 'every') at += 1;
  }
  const numeral = findNumeral(line, at, false);
  return numeral === undefined || numeral.form === 'fraction' || numeral.form === 'collective' ? undefined : numeral;
}

/** "cinq points sur sept matchs", "3 in 10 days": the base counts something itself. */
function countsOwn(line: Line, index: number, hasNoun: boolean): boolean {
  const word = line.words[index];
  if (word === undefined) return false;
  if (word.kind === 'mark')
    return (
      word.text === '%' ||
      word.text === '$' ||
      word.text === '€' ||
      (isDash(word.text) && line.words[index + 1]?.start === word.end)
    );
  if (word.kind === 'digits' || findRole(line, index) === 'stop') return false;
  if (line.lang === 'en') {
    // "one in five children" counts children; "six in 10 days" counts days
    return hasNoun
      ? /^[a-z]+s$/.test(word.text) && !/^(?:was|is|has|does|goes|says)$/.test(word.text)
      : /^(?:days|weeks|months|years|hours|minutes|games|matches|attempts|overs)$/.test(word.text);
  }
  return /^\p{Ll}{3,}[sx]$/u.test(word.text) && !(hasNoun && isParticiple(word.text));
}

function wholeNumber(numeral: Numeral): number | undefined {
  const [part] = numeral.parts;
  if (numeral.parts.length !== 1 || typeof part?.value !== 'number' || !Number.isInteger(part.value)) return undefined;
  return part.value;
}
