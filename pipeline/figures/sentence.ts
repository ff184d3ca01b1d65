// The figures of one line, in order: each word is offered to the readers once, what is a code, a clock time or a date is
// stepped over, and the counted nouns are found at the end, when every figure of the sentence is known.
import { isTight, type Line } from '../text/line.ts';
import { isNumberWord } from '../text/number-words.ts';
import { findAmount, findArticleAmount } from './amounts.ts';
import { findNonFigure, isOrdinalEnd } from './context.ts';
import type { Draft, Step } from './draft.ts';
import { recoverNouns } from './ellipsis.ts';
import { judge } from './judge.ts';
import { findNoun } from './nouns.ts';
import { findNumeral } from './numerals.ts';
import { keepOnes } from './ones.ts';
import type { Amount, Part } from './parts.ts';
import { isPlausible } from './plausible.ts';
import { readFigure } from './qualify.ts';
import { readRaceTime } from './race-times.ts';
import { findRatio } from './ratios.ts';
import { findCurrencyBefore } from './units.ts';
import { findUnnamedMoney } from './unnamed-money.ts';

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
  const plausible = drafts
    .filter((draft, index, all) => draft.isOne || isPlausible(line, draft, all, index))
    .filter((draft, index, all) => !isInNoun(draft, all[index - 1]))
    .map((draft, index, all) => findUnnamedMoney(line, draft, all[index - 1]));
  return recoverNouns(line, keepOnes(line, plausible));
}

/** "1.2 million twenty-foot containers": the feet are part of what is counted. */
function isInNoun(draft: Draft, previous: Draft | undefined): boolean {
  const noun = previous?.noun;
  return noun !== undefined && draft.first >= noun.first && draft.next <= noun.next;
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
    return '-−–'.includes(word.text)
      ? isTight(line, index) || word.text === '−'
      : findCurrencyBefore(line, index) !== undefined;
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
    // "two in five came by train": English needs a plural there, French may say "un sur dix de ces cas"
    const noun = ratio.noun ?? findNoun(line, ratio.next, line.lang === 'fr');
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
