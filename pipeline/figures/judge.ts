// Whether a number that was read is a figure in its surroundings, and what it counts.
import { isDash, isTight, type Line } from '../text/line.ts';
import { findNumberWords } from '../text/number-words.ts';
import { findAgeTail, isAge, isBareAge, isPeople } from './ages.ts';
import { isClockTime } from './clock.ts';
import { isLabelled } from './context.ts';
import { sumTerms } from './decimal.ts';
import type { Draft, Step } from './draft.ts';
import { findNoun, type Noun } from './nouns.ts';
import type { Amount, Found, Part } from './parts.ts';
import { findRole } from './words.ts';

/** Whether the figure is one, and what it counts. */
export function judge(line: Line, figure: Found, amount: Amount, next: number): Step {
  const value = sumTerms(amount.parts);
  if (figure.kind === 'duration') {
    // "14 h 07 min 31 – PNF : …", the log of a flight
    if (amount.unit?.unit === 's' && amount.first === 0 && value >= 6 * 3600) return { next };
    const isHours = amount.unit?.unit === 'h' || amount.unit?.unit === 'min';
    if (isHours && figure.qualifier !== 'more_than' && isTimeOfDay(line, figure, amount, value)) {
      // "dix heures douze"
      const minutes = figure.form === 'words' ? findNumberWords(line, next) : undefined;
      return { next: minutes !== undefined && minutes.value < 60 ? minutes.next : next };
    }
    // "ouvert de 14 heures à 18 heures"
    const opener = line.lower[amount.first - 1] ?? '';
    const isOpening = line.lang === 'fr' && figure.qualifier === 'range' && (opener === 'de' || opener === 'entre');
    if (isOpening && amount.unit?.unit === 'h' && amount.form === 'digits' && value < 24) return { next };
    const tail = amount.unit?.unit === 'h' ? undefined : findAgeTail(line, figure.next);
    if (tail !== undefined)
      return { draft: { ...figure, next: tail, kind: 'age', rule: 'age' }, next: Math.max(tail, next) };
    if (amount.unit?.unit === 'year' && isAge(line, figure.first, figure.next, value)) {
      return { draft: { ...figure, kind: 'age', rule: 'age' }, next };
    }
    return { draft: figure, next };
  }
  if (figure.unit !== undefined) return isRouteNumber(line, figure, amount, value) ? { next } : { draft: figure, next };
  const isPlain = amount.form === 'digits' && amount.parts.length === 1;
  if (isPlain && isLabelled(line, amount.first) && !countsAfterLabel(line, figure, amount)) return { next };
  // "Number eight Kristian Parker": a player; "numbers five", "may number ten" count
  if (amount.form === 'words' && line.lower[figure.first - 1] === 'number' && isNamedByNumber(line, figure))
    return { next };
  if (line.lang === 'fr' && isFrenchName(line, figure, amount, isPlain)) return { next };
  const isSimple = isPlain || (amount.form === 'words' && amount.parts.length === 1);
  if (isSimple && figure.qualifier !== 'range' && isBareAge(line, figure, amount.first, value)) {
    return { draft: { ...figure, kind: 'age', unit: 'year', rule: 'age' }, next };
  }
  // "children aged 5 to 11", "pupils of 12 to 14"
  const isOfPeople =
    line.lower[figure.first - 1] === 'of' && isPeople(line.lower[figure.first - 2] ?? '') && value < 100;
  if (figure.qualifier === 'range' && (isOfPeople || /^(?:aged|ages?)$/.test(line.lower[figure.first - 1] ?? ''))) {
    return { draft: { ...figure, kind: 'age', unit: 'year', rule: 'age' }, next };
  }
  const noun =
    figure.isOne || line.lang === 'und' ? undefined : findNoun(line, skipShare(line, figure), figure.takesOf);
  if (noun === undefined && pointsBack(line, figure)) return { next };
  if (noun?.isDoubtful === true) return { draft: { ...figure, doubtfulNoun: noun }, next };
  if (noun !== undefined) {
    // "a quarter of Yes Bank", "la moitié de l'Afrique": a share of a name counts nothing
    if (figure.kind === 'ratio' && isProperName(line, noun)) return { draft: figure, next };
    const draft = extendOverLink(line, qualifyAfterNoun(line, { ...figure, noun }));
    return { draft, next: Math.max(next, draft.next) };
  }
  if (figure.kind === 'ratio' || figure.isOne || figure.rule === 'range') return { draft: figure, next };
  return { draft: { ...figure, rule: amount.form === 'digits' ? 'bare' : 'bare-words' }, next };
}

/** "Près d'un tiers (32 %) des femmes", "a third (32%) of women": the share in brackets stands before the noun. */
function skipShare(line: Line, figure: Found): number {
  if (figure.kind !== 'ratio' || line.lower[figure.next] !== '(') return figure.next;
  for (let at = figure.next + 1; at < figure.next + 7; at += 1) {
    if (line.lower[at] === ')') return /^(?:de|d|des|du|of)$/.test(line.lower[at + 1] ?? '') ? at + 1 : figure.next;
  }
  return figure.next;
}

/** Whether the head of a noun has a capital of its own and no plural: "Latin America", but "Canadians". */
function isProperName(line: Line, noun: Noun): boolean {
  const [first, last] = [line.words[noun.first]?.text ?? '', line.words[noun.next - 1]?.text ?? ''];
  // "the seed Canada exported" has a noun before the name
  if (!/^\p{Lu}\p{Ll}/u.test(first) || !/^\p{Lu}/u.test(line.lang === 'fr' ? first : last)) return false;
  return !/(?:[sx]|ese|ish)$/.test(line.lang === 'fr' ? first : last);
}

/** Whether "number" is a name's: a capital follows, or it opens the sentence. */
function isNamedByNumber(line: Line, figure: Found): boolean {
  return figure.first < 2 || /^\p{Lu}/u.test(line.words[figure.next]?.text ?? '');
}

/** "une vingtaine d'élus", "a 19-page ruling": the link, and the noun against the number, belong to the span. */
function extendOverLink(line: Line, draft: Draft): Draft {
  if (draft.noun === undefined) return draft;
  if (draft.form === 'collective' && line.lang === 'fr') {
    if (line.lower[draft.next] === 'de') return { ...draft, next: draft.next + 1 };
    if (line.lower[draft.next] === 'd' && line.lower[draft.next + 1] === "'") return { ...draft, next: draft.next + 2 };
  }
  const isTied = isDash(line.lower[draft.next]) && isTight(line, draft.next) && draft.noun.first === draft.next + 1;
  return isTied && line.lang === 'en' ? { ...draft, next: draft.noun.next } : draft;
}

/** "700 habitants environ": the qualifier comes after the noun and stays outside. */
function qualifyAfterNoun(line: Line, draft: Draft): Draft {
  const at = draft.noun?.next ?? draft.next;
  if (line.lang !== 'fr' || draft.qualifier !== 'exact' || line.lower[at] !== 'environ') return draft;
  const part: Part = { role: 'qualifier', first: at, next: at + 1, value: 'approximate' };
  return { ...draft, qualifier: 'approximate', parts: [...draft.parts, part] };
}

/** "R1 buses": one letter before one digit is a name more often than money. */
function isRouteNumber(line: Line, figure: Found, amount: Amount, value: number): boolean {
  const sign = line.words[amount.first];
  // "sold by the gate for R4", "a boiled egg at the gate: K5"
  if (/^(?:for|at|costs?|pays?|paid|worth|charges?|:)$/.test(line.lower[amount.first - 1] ?? '')) return false;
  return (
    figure.kind === 'money' &&
    sign?.kind === 'letters' &&
    sign.text.length === 1 &&
    value < 10 &&
    Number.isInteger(value) &&
    amount.parts.length === 2
  );
}

/** "composez le 17", "au 24 rue des Archives", "un deux-pièces", "le mil", "ils sont tous deux malades", "du neuf". */
function isFrenchName(line: Line, figure: Found, amount: Amount, isPlain: boolean): boolean {
  const before = line.lower[figure.first - 1] ?? '';
  if (isPlain && figure.qualifier === 'exact' && /^(?:le|la|au)$/.test(before)) return true;
  // "un deux-pièces", "le cycle 4-temps"
  const isTied = isDash(line.lower[amount.next]) && isTight(line, amount.next - 1) && isTight(line, amount.next);
  if (isTied && line.words[amount.next + 1]?.kind === 'letters') return true;
  if (figure.form !== 'words') return false;
  // "le mille en 3 min 43 s"
  if (
    /^(?:le|du|au)$/.test(before) &&
    line.plain[amount.first] === 'mille' &&
    !figure.takesOf &&
    amount.next === amount.first + 1 &&
    findRole(line, amount.next) === 'stop'
  )
    return true;
  if (/^(?:tous|toutes)$/.test(before)) return true;
  const isSingle = amount.next === amount.first + 1;
  const word = line.plain[amount.first];
  if (isSingle && word === 'mil') return true;
  if (isSingle && word === 'neuf' && (/^(?:du|est|tout|flambant|le|au)$/.test(before) || isAdjectival(line, amount)))
    return true;
  return false;
}

/** "un canot neuf : 3 000 €": nothing follows that could be counted, and a noun stands before. */
function isAdjectival(line: Line, amount: Amount): boolean {
  const before = line.words[amount.first - 1];
  const after = line.words[amount.next];
  return (
    before?.kind === 'letters' &&
    (after === undefined || after.kind === 'mark' || line.lower[amount.next] === 'de') &&
    findRole(line, amount.first - 1) === undefined &&
    before.text.length > 3
  );
}

function isTimeOfDay(line: Line, figure: Found, amount: Amount, value: number): boolean {
  const unit = figure.parts.find((part) => part.role === 'unit');
  const sign = line.lower[unit?.first ?? -1] === 'h';
  const isMinutes = amount.unit?.unit === 'min';
  if (isMinutes && amount.parts.length < 3) return false;
  // "8 h 14 min" is how long it took: a clock has no name for its minutes
  const isLate = /^(?:à|vers|dès)$/.test(line.lower[amount.first - 1] ?? '') && value >= 13 * 60;
  if (isMinutes && !isLate && /^(?:min|mn|mins|minutes?)$/.test(line.lower[unit?.first ?? -1] ?? '')) return false;
  const hours = isMinutes ? Math.floor(value / 60) : value;
  return isClockTime(line, amount.first, figure.next, hours, isMinutes, sign || isMinutes);
}

/** "will call 27 witnesses", "last year 29 institutes": the label is a verb or a time, and a plural follows. */
function countsAfterLabel(line: Line, figure: Found, amount: Amount): boolean {
  const label = /^(?:call|order|move|issue|sample|post|note|ring|board|day|week|year|round|game|part|match)$/;
  if (line.lang !== 'en' || !label.test(line.lower[amount.first - 1] ?? '')) return false;
  const noun = findNoun(line, figure.next, false);
  const head = noun === undefined ? undefined : line.words[noun.next - 1];
  return noun?.isDoubtful !== true && head !== undefined && /^[a-z]/.test(head.text);
}

const pointers: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set('les ces ses leurs nos vos mes tous toutes eux elles nous vous aux des'.split(' ')),
  en: new Set('the these those both all us them we you'.split(' ')),
};

/** "les deux", "the two" without a noun point back at what was said. */
function pointsBack(line: Line, figure: Found): boolean {
  if (line.lang === 'und' || figure.form !== 'words') return false;
  // "quarante zones, sur les quatre-vingt-dix-neuf que compte le pays", "out of the thirty-eight promised": the whole is counted
  const opener = line.lower[figure.first - 2] ?? '';
  if (
    line.lang === 'fr'
      ? opener === 'sur' || opener === 'parmi'
      : opener === 'of' && line.lower[figure.first - 3] === 'out'
  )
    return false;
  return pointers[line.lang].has(line.lower[figure.first - 1] ?? '');
}
