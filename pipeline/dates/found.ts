// What a date rule hands on before the year is completed.
import type { Period } from './edtf.ts';

/** A calendar expression in a line: words `first` to `next`, exclusive. */
export interface FoundDate {
  readonly first: number;
  readonly next: number;
  readonly period: Period;
  readonly rule: DateRule;
  /** Day of the week, Monday 1, of a day that names no month: only the document's date can tell which. */
  readonly weekday?: number;
  /** A second reading the text leaves open (03/04/2025), shown to the reviewer. */
  readonly alternative?: Period;
}

export type DateRule =
  | 'header'
  | 'numeric'
  | 'day'
  | 'days'
  | 'weekday'
  | 'month'
  | 'bare-month'
  | 'year'
  | 'years'
  | 'decade'
  | 'century'
  | 'season'
  | 'quarter';
