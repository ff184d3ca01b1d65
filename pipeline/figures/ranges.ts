// Two amounts that belong together: a range ("entre 10 et 20", "two to three weeks", "10-20 kg") or a change ("de 52 à 200
// appareils"), in which the first end takes the magnitude and the unit that the text gives once.
import { isDash, isTight, type Line } from '../text/line.ts';
import { isFrenchAgeTo } from './ages-fr.ts';
import { findAmount } from './amounts.ts';
import { isChange } from './changes.ts';
import { isLabelled } from './context.ts';
import { sumTerms } from './decimal.ts';
import { type Amount, hasMillions, type Part } from './parts.ts';

/** Two amounts with the words that open and join them. */
export interface Pair {
  /** Where "entre", "de" or the first amount starts. */
  readonly first: number;
  readonly left: Amount;
  readonly right: Amount;
  readonly joiner: Part;
  readonly kind: 'range' | 'change' | 'score';
}

const fellOrRose =
  /^(?:fell|rose|climbed|jumped|dropped|slipped|gained|lost|added|shed|slid|dipped|edged|up|down|advanced|declined|eased|firmed|sank|surged|tumbled)$/;
const gainedOrLost =
  /^(?:perd|perdait|perdent|gagne|gagnait|gagnent|cède|cédait|cèdent|prend|prenait|prennent|abandonne|abandonnait|lâche|lâchait|grignote|grignotait|grappille|recule|reculait|avance|avançait|monte|montait|baisse|baissait|reprend|reprenait|engrange|bondit|chute|plonge)$/;

/**
 * The pair that an amount opens.
 * @example findPair(lineOf('entre 12 et 18', sentence), amount)?.kind // 'range'
 */
export function findPair(line: Line, left: Amount): Pair | undefined {
  // "entre +2 et +4 %"
  const start = isPlus(line, left.first - 1) ? left.first - 1 : left.first;
  const opener = line.lower[start - 1] ?? '';
  const isBetween = opener === 'entre' || opener === 'between';
  const joiner = readJoiner(line, left, isBetween);
  if (joiner === undefined) return undefined;
  const right = findAmount(line, isPlus(line, joiner.next) ? joiner.next + 1 : joiner.next);
  // "l'ensemble de lancement n° 4 à 13 h 45": the first is a name's
  if (left.form === 'digits' && left.unit === undefined && right?.unit !== undefined && isLabelled(line, left.first))
    return undefined;
  if (right === undefined || right.form === 'collective') return undefined;
  if (left.fraction !== undefined && right.fraction === undefined) return undefined;
  const ends = distribute(line, left, right);
  const min = sumTerms(ends.left.parts);
  const max = sumTerms(ends.right.parts);
  const word = line.lower[joiner.first] ?? '';
  if (isDash(word)) {
    if (left.form !== 'digits' || right.form !== 'digits' || left.fraction !== undefined) return undefined;
    // "guidance: 4.5-5.0bn" has its scale, where it has no unit
    const hasUnit = ends.right.unit !== undefined || hasMillions(ends.right.parts);
    // 3-1 is a score, 10-20 people are a range
    const isOfAges = /^(?:aged|ages?)$/.test(opener);
    const kind = min < max && (hasUnit || isOfAges || leadsToNoun(line, right.next)) ? 'range' : 'score';
    return { first: left.first, ...ends, joiner, kind };
  }
  if (word === 'ou' || word === 'or') {
    // "a minute or two", "un an ou deux": the unit stands with the first
    const isArticled = left.isOne && left.unit?.kind === 'duration' && right.unit === undefined && max <= 3;
    const isNear =
      min < max && max <= min * 2 + 1 && (left.unit === undefined || isArticled) && left.form === right.form;
    return isNear ? { first: left.first, ...ends, joiner, kind: 'range' } : undefined;
  }
  if (left.unit !== undefined && right.unit?.unit !== left.unit.unit) return undefined;
  // "sur le score de 4 à 3"
  if (opener === 'de' && /^scores?$/.test(line.lower[start - 2] ?? ''))
    return { first: left.first, ...ends, joiner, kind: 'score' };
  if (isBetween) return min < max ? { first: start - 1, ...ends, joiner, kind: 'range' } : undefined;
  // "le blé perd 2,25 euros à 241,50 euros"
  if (line.lang === 'fr' && word === 'à' && left.unit !== undefined && gainedOrLost.test(opener))
    return { first: left.first, left, right, joiner, kind: 'change' };
  // "the contract fell £41 to £5,282", "shares rose 12p to 340p": by how much, and to what
  if (line.lang === 'en' && word === 'to' && left.unit !== undefined && fellOrRose.test(opener))
    return { first: left.first, left, right, joiner, kind: 'change' };
  const isFrom = opener === 'de' || opener === 'from' || opener === 'd';
  if (isFrom && isChange(line, start - 1, ends.right.unit?.unit, min < max))
    return { first: left.first, ...ends, joiner, kind: 'change' };
  // "quatre à quatre", "deux à deux"
  if (min === max && left.form === 'words' && !isFrom) return { first: left.first, left, right, joiner, kind: 'score' };
  if (min >= max) return isFrom ? { first: left.first, ...ends, joiner, kind: 'change' } : undefined;
  const isAge = isFrenchAgeTo(line, left.first, ends.right);
  return {
    first: opener === 'de' && !isAge && isRangeWord(line, start - 1) ? start - 1 : left.first,
    ...ends,
    joiner,
    kind: 'range',
  };
}

/** A plus sign against a number, and nothing against its left. */
function isPlus(line: Line, index: number): boolean {
  return line.lower[index] === '+' && isTight(line, index) && !isTight(line, index - 1);
}

function readJoiner(line: Line, left: Amount, isBetween: boolean): Part | undefined {
  const word = line.lower[left.next];
  const isWord =
    line.lang === 'fr'
      ? word === 'à' || word === 'ou' || (isBetween && word === 'et')
      : word === 'to' || word === 'or' || (isBetween && word === 'and');
  // "15- to 24-year-olds", "a six-to-eight-week course"
  const isHung = isDash(word) && isTight(line, left.next - 1) && /^(?:to|or)$/.test(line.lower[left.next + 1] ?? '');
  if (line.lang === 'en' && isHung) {
    const link = left.next + 1;
    const next = isDash(line.lower[link + 1]) && isTight(line, link) ? link + 2 : link + 1;
    return { role: 'qualifier', first: link, next, value: 'range' };
  }
  const isTightDash = isDash(word) && isTight(line, left.next - 1) === isTight(line, left.next);
  if (line.lang === 'und' ? !isTightDash : !isWord && !isTightDash) return undefined;
  return { role: 'qualifier', first: left.next, next: left.next + 1, value: 'range' };
}

/** "de 10 à 20" opens with its range word, "des rafales de 100 à 120 km/h" does not. */
function isRangeWord(line: Line, opener: number): boolean {
  const before = line.words[opener - 1];
  return (
    before === undefined ||
    before.kind !== 'letters' ||
    !/^(?:âgée?s?|rafales|hausse|baisse|perte|hauteur|longueur|durée|distance|croissance|progression|enfants|adultes|personnes|jeunes)$/.test(
      line.lower[opener - 1] ?? '',
    )
  );
}

function leadsToNoun(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.kind !== 'letters') return false;
  return line.lang === 'fr'
    ? /^\p{Ll}{2,}[sx]$/u.test(word.text)
    : /^[a-z]{2,}(?:s|people|men|women|children)$|^(?:people|men|women|children)$/.test(word.text);
}

/** Gives the first end what the text says once, at the second. */
function distribute(line: Line, left: Amount, right: Amount): { left: Amount; right: Amount } {
  const numbers = right.parts.filter((part) => part.role === 'number');
  // "entre un et deux milliards et demi": the scale of the first term
  const isHalf = numbers.length === 2 && numbers[1]?.value === 0.5;
  const border = isHalf && numbers[1] !== undefined ? right.parts.indexOf(numbers[1]) : right.parts.length;
  const magnitudes = right.parts.slice(0, border).filter((part) => part.role === 'magnitude');
  const leftNumber = left.parts[0];
  let parts = left.parts;
  // "$190 to $210 million" says the million once, as "190 to 210 million" does
  const hasOwnUnit =
    left.unit !== undefined &&
    (left.unit.kind !== 'money' || (right.unit !== undefined && left.unit.unit !== right.unit.unit));
  const isPlainLeft = left.parts.every((part) => part.role !== 'magnitude') && !hasOwnUnit;
  const isComparable =
    typeof leftNumber?.value === 'number' &&
    typeof numbers[0]?.value === 'number' &&
    Math.abs(leftNumber.value) < Math.abs(numbers[0].value) * 20 &&
    Math.abs(leftNumber.value) < 1000;
  if (
    isPlainLeft &&
    magnitudes.length > 0 &&
    (numbers.length === 1 || isHalf) &&
    isComparable &&
    left.fraction === undefined
  )
    parts = [...parts, ...magnitudes];
  else if (isPlainLeft && left.parts.length === 1) {
    const hundreds = readHundreds(line, right);
    // "entre six et sept cents"
    if (hundreds !== undefined && typeof leftNumber?.value === 'number' && leftNumber.value < hundreds.count)
      parts = [...parts, hundreds.part];
  }
  const unit = left.unit ?? right.unit;
  const unitPart = right.parts.find((part) => part.role === 'unit');
  if (left.unit === undefined && unitPart !== undefined) parts = [...parts, unitPart];
  const leftEnd: Amount = { ...left, parts, ...(unit === undefined ? {} : { unit }) };
  // "$5 to 7 million": the sign comes once, at the first
  const rightEnd: Amount = right.unit === undefined && left.unit !== undefined ? { ...right, unit: left.unit } : right;
  return { left: leftEnd, right: rightEnd };
}

function readHundreds(line: Line, amount: Amount): { count: number; part: Part } | undefined {
  const number = amount.parts[0];
  if (amount.form !== 'words' || number === undefined || typeof number.value !== 'number' || amount.parts.length > 1)
    return undefined;
  const word = line.plain[number.next - 1];
  if (word !== 'cents' && word !== 'cent' && word !== 'hundred') return undefined;
  const part: Part = { role: 'magnitude', first: number.next - 1, next: number.next, value: 100 };
  return { count: number.value / 100, part };
}
