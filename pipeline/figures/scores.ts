// How often each rule is right, before calibration: one table, so that a calibration replaces numbers and nothing else.
import type { FigureRule } from './parts.ts';

/** Share of right figures (value, qualifier and unit) by rule, as seen on the training part of the annotated text. */
export const ruleScores: Readonly<Record<FigureRule, number>> = {
  percent: 0.97,
  money: 0.94,
  duration: 0.92,
  age: 0.95,
  measure: 0.94,
  fraction: 0.8,
  ratio: 0.85,
  collective: 0.9,
  'count-digits': 0.92,
  'count-words': 0.92,
  one: 0.6,
  bare: 0.6,
  'bare-words': 0.6,
  range: 0.85,
  time: 0.8,
};

/** The model marks the same stretch as a figure: half of the doubt goes. */
export const agreementGain = 0.5;

/** The model saw the sentence and marked no figure there. */
export const disagreementFactor = 0.75;

/** The noun was taken from another figure of the sentence. */
export const recoveryFactor = 0.8;

/** The currency is a guess. */
export const guessFactor = 0.75;
