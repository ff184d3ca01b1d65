// How often each rule is right, before calibration: one table, so that a calibration replaces numbers and nothing else.
import type { FigureRule } from './parts.ts';

/** Share of right figures (value, qualifier and unit) by rule, measured on the training part of the annotated text. */
export const ruleScores: Readonly<Record<FigureRule, number>> = {
  percent: 0.99,
  money: 0.93,
  duration: 0.97,
  age: 0.97,
  measure: 0.94,
  fraction: 0.74,
  ratio: 0.7,
  collective: 0.97,
  'count-digits': 0.96,
  'count-words': 0.97,
  one: 0.58,
  bare: 0.47,
  'bare-words': 0.56,
  range: 0.87,
  time: 0.7,
};

/** The model marks the same stretch as a figure: half of the doubt goes. */
export const agreementGain = 0.5;

/** The model saw the sentence and marked no figure there. */
export const disagreementFactor = 0.75;

/** The noun was taken from another figure of the sentence; what `bare` rules lose is mostly in their scores already. */
export const recoveryFactor = 0.95;

/** The currency is a guess. */
export const guessFactor = 0.75;
