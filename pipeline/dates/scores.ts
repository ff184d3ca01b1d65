// How often each rule is right, before calibration: one table, so that a calibration replaces numbers and nothing else.
import type { DateRule } from './found.ts';

/** Share of right dates by rule, as seen on the training part of the annotated text. */
export const ruleScores: Readonly<Record<DateRule, number>> = {
  header: 0.99,
  numeric: 0.95,
  day: 0.97,
  days: 0.93,
  // "lundi 24": the month is the document's
  weekday: 0.85,
  month: 0.96,
  // "mars", "May": the year is often a guess
  'bare-month': 0.88,
  year: 0.93,
  years: 0.92,
  decade: 0.95,
  century: 0.95,
  season: 0.94,
  quarter: 0.85,
};

/** The model marks the same stretch as a date: half of the doubt goes. */
export const agreementGain = 0.5;

/** The model saw the sentence and marked something else, or nothing, there. */
export const disagreementFactor = 0.8;

/** A year was completed by the document's date. */
export const completionFactor = 0.95;
