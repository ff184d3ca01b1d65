// How often each rule is right, before calibration: one table, so that a calibration replaces numbers and nothing else.
import type { DateRule } from './found.ts';

/** Share of right dates by rule, measured on the training part of the annotated text. */
export const ruleScores: Readonly<Record<DateRule, number>> = {
  header: 0.99,
  numeric: 0.99,
  day: 0.99,
  days: 0.97,
  // "lundi 24": the month is the document's
  weekday: 0.85,
  month: 0.99,
  // "mars", "May": the year is often a guess
  'bare-month': 0.95,
  year: 0.98,
  years: 0.95,
  decade: 0.97,
  century: 0.97,
  season: 0.88,
  quarter: 0.72,
};

/** The model marks the same stretch as a date: half of the doubt goes. */
export const agreementGain = 0.5;

/** The model saw the sentence and marked something else, or nothing, there. */
export const disagreementFactor = 0.8;

/** A year was completed by the document's date. */
export const completionFactor = 0.95;
