// The figures of one line, in order: each word is offered to the readers once, what is a code, a clock time or a date is
// stepped over, and the counted nouns are found at the end, when every figure of the sentence is known.
import { isDash, isTight, type Line } from '../text/line.ts';
import { isNumberWord } from '../text/number-words.ts';
import { findAgeTail, isAge, isBareAge } from './ages.ts';
import { findAmount, findArticleAmount } from './amounts.ts';
import { findNonFigure, isClockTime, isLabelled, isOrdinalEnd } from './context.ts';
import { sumTerms } from './decimal.ts';
import { recoverNouns } from './ellipsis.ts';
import { findNoun, type Noun } from './nouns.ts';
import { findNumeral } from './numerals.ts';
import { keepOnes } from './ones.ts';
import type { Amount, Found, Part } from './parts.ts';
import { isPlausible } from './plausible.ts';
import { readFigure } from './qualify.ts';
import { findRatio } from './ratios.ts';
import { findCurrencyBefore } from './units.ts';
import { findRole } from './words.ts';

/** A figure of a line with its noun; `unit` is the noun's text or the unit's symbol. */
export interface Draft extends Found {
  readonly noun?: Noun;
  /** Taken as the noun when no other figure of the sentence gives one. */
  readonly doubtfulNoun?: Noun;
  /** The noun comes from another figure of the sentence. */
  readonly isRecovered?: boolean;
  /** The currency is that of an earlier sentence. */
  readonly isCarried?: boolean;
}

/**
 * The figures of a line.
 * @param isTaken whether a word belongs to a date
 * @example readLine(line, () => false)[0]?.unit // 'journalistes'
 */
export function readLine(line: Line, isTaken: (index: number) => boolean): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  let floor = 0;
  while (at < line.words.length) {
    if (isTaken(at)) {
      at += 1;
      floor = at;
      continue;
    }
    if (!mayStart(line, at)) {
      at += 1;
      continue;
    }
    const race = readRaceTime(line, at);
    const step = race === undefined ? readAt(line, at, floor, isTaken) : { draft: race, next: race.next };
    if (step.draft !== undefined) {
      drafts.push(step.draft);
      // "un peu plus de 1 500": the article at its head is no figure
      if (!step.draft.isOne) floor = Math.max(step.draft.next, step.next);
    }
    at = Math.max(step.next, at + 1);
  }
  const plausible = drafts.filter((draft) => draft.isOne || isPlausible(line, draft));
  return recoverNouns(line, keepOnes(line, plausible));
}

interface Step {
  readonly draft?: Draft;
  readonly next: number;
}

const articles: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(['la', 'le', 'du', 'au', 'les', 'demi', 'moins']),
  en: new Set(['a', 'an', 'half', 'minus']),
};

/** Cheap test that spares the readers most words. */
function mayStart(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word === undefined) return false;
  if (word.kind === 'digits') return true;
  if (word.kind === 'mark')
    return '-−–'.includes(word.text) ? isTight(line, index) : findCurrencyBefore(line, index) !== undefined;
  if (line.lang === 'und') return findCurrencyBefore(line, index) !== undefined;
  return (
    isNumberWord(line, index) ||
    articles[line.lang].has(line.lower[index] ?? '') ||
    findCurrencyBefore(line, index) !== undefined
  );
}

function readAt(line: Line, index: number, floor: number, isTaken: (index: number) => boolean): Step {
  const skipTo = findNonFigure(line, index);
  if (skipTo !== undefined) return { next: skipTo };
  const numeral = line.words[index]?.kind === 'mark' ? undefined : findNumeral(line, index, false);
  const ratio = numeral === undefined ? undefined : findRatio(line, numeral);
  if (numeral !== undefined && ratio !== undefined) {
    const part: Part = { role: 'number', first: index, next: ratio.next, value: ratio.value };
    const amount: Amount = {
      ...numeral,
      next: ratio.next,
      parts: [part],
      form: 'fraction',
      isOne: false,
      fraction: [ratio.numerator, ratio.denominator],
    };
    const read = readFigure(line, amount, floor);
    if ('skipTo' in read) return { next: read.skipTo };
    const noun = ratio.noun === undefined ? findNoun(line, ratio.next, true) : ratio.noun;
    return { draft: { ...read.figure, rule: 'ratio', ...(noun === undefined ? {} : { noun }) }, next: read.next };
  }
  const amount = findAmount(line, index) ?? findArticleAmount(line, index);
  if (amount === undefined) return { next: index + 1 };
  for (let at = amount.first; at < amount.next; at += 1) if (isTaken(at)) return { next: index + 1 };
  // "9 884e séance"
  if (amount.form === 'digits' && isOrdinalEnd(line, amount.next)) return { next: amount.next + 1 };
  const read = readFigure(line, amount, floor);
  if ('skipTo' in read) return { next: read.skipTo };
  const figure = read.figure;
  for (let at = figure.first; at < figure.next; at += 1) if (isTaken(at)) return { next: amount.next };
  return judge(line, figure, amount, read.next);
}

/** Whether the figure is one, and what it counts. */
function judge(line: Line, figure: Found, amount: Amount, next: number): Step {
  const value = sumTerms(amount.parts);
  if (figure.kind === 'duration') {
    // "14 h 07 min 31 – PNF : …", the log of a flight
    if (amount.unit?.unit === 's' && amount.first === 0 && value >= 6 * 3600) return { next };
    const isHours = amount.unit?.unit === 'h' || amount.unit?.unit === 'min';
    if (isHours && figure.qualifier !== 'more_than' && isTimeOfDay(line, figure, amount, value)) return { next };
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
  if (isPlain && isLabelled(line, amount.first)) return { next };
  if (line.lang === 'fr' && isFrenchName(line, figure, amount, isPlain)) return { next };
  const isSimple = isPlain || (amount.form === 'words' && amount.parts.length === 1);
  if (isSimple && figure.qualifier !== 'range' && isBareAge(line, figure, amount.first, value)) {
    return { draft: { ...figure, kind: 'age', unit: 'year', rule: 'age' }, next };
  }
  const noun = figure.isOne || line.lang === 'und' ? undefined : findNoun(line, figure.next, figure.takesOf);
  if (noun === undefined && pointsBack(line, figure)) return { next };
  if (noun?.isDoubtful === true) return { draft: { ...figure, doubtfulNoun: noun }, next };
  if (noun !== undefined) {
    const draft = extendOverLink(line, qualifyAfterNoun(line, { ...figure, noun }));
    return { draft, next: Math.max(next, draft.next) };
  }
  if (figure.kind === 'ratio' || figure.isOne || figure.rule === 'range') return { draft: figure, next };
  return { draft: { ...figure, rule: amount.form === 'digits' ? 'bare' : 'bare-words' }, next };
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
  if (/^(?:tous|toutes)$/.test(before)) return true;
  const isSingle = amount.next === amount.first + 1;
  const word = line.plain[amount.first];
  if (isSingle && word === 'mil') return true;
  if (isSingle && word === 'neuf' && (/^(?:du|est|tout|flambant)$/.test(before) || isAdjectival(line, amount)))
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
  const hours = isMinutes ? Math.floor(value / 60) : value;
  return isClockTime(line, amount.first, figure.next, hours, isMinutes, sign || isMinutes);
}

const pointers: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set('les ces ses leurs nos vos mes tous toutes eux elles nous vous aux des'.split(' ')),
  en: new Set('the these those both all us them we you'.split(' ')),
};

/** "les deux", "the two" without a noun point back at what was said. */
function pointsBack(line: Line, figure: Found): boolean {
  if (line.lang === 'und' || figure.form !== 'words') return false;
  return pointers[line.lang].has(line.lower[figure.first - 1] ?? '');
}

/** "1:10:22": the time of a race. */
function readRaceTime(line: Line, index: number): Draft | undefined {
  const [hours, minutes, seconds] = [0, 2, 4].map((offset) => line.words[index + offset]);
  if (hours?.kind !== 'digits' || minutes?.kind !== 'digits' || seconds?.kind !== 'digits') return undefined;
  if (hours.text.length > 2 || minutes.text.length !== 2 || seconds.text.length !== 2 || hours.text === '00')
    return undefined;
  if (line.lower[index + 1] !== ':' || line.lower[index + 3] !== ':') return undefined;
  for (let offset = 0; offset < 4; offset += 1) if (!isTight(line, index + offset)) return undefined;
  // a time stamp goes on: 00:01:03,100
  if (isTight(line, index + 4) && /[,.:]/.test(line.lower[index + 5] ?? '') && isTight(line, index + 5))
    return undefined;
  if (index > 0 && isTight(line, index - 1) && line.words[index - 1]?.kind !== 'mark') return undefined;
  const sign = (at: number, value: number): Part => ({ role: 'magnitude', first: at, next: at + 1, value });
  const number = (at: number, text: string): Part => ({ role: 'number', first: at, next: at + 1, value: Number(text) });
  const parts: Part[] = [
    number(index, hours.text),
    sign(index + 1, 3600),
    number(index + 2, minutes.text),
    sign(index + 3, 60),
    number(index + 4, seconds.text),
  ];
  return {
    first: index,
    next: index + 5,
    parts,
    qualifier: 'exact',
    isApproximateRange: false,
    kind: 'duration',
    unit: 's',
    isOne: false,
    form: 'digits',
    takesOf: false,
    rule: 'time',
  };
}
