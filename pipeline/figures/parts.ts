// What the parts of the figure grammar hand to each other. Positions are word indices of one line, ends exclusive.
import type { FigureKind, Qualifier } from '../document.ts';

/** A stretch of words that gave a part of a figure. */
export interface Part {
  readonly role: 'qualifier' | 'number' | 'magnitude' | 'unit' | 'noun';
  readonly first: number;
  readonly next: number;
  readonly value: number | string;
}

/**
 * Whether a magnitude of a million or more is among the parts.
 * @example hasMillions(draft.parts) // true for "3,3 milliards"
 */
export function hasMillions(parts: readonly Part[]): boolean {
  return parts.some(({ role, value }) => role === 'magnitude' && typeof value === 'number' && value >= 1_000_000);
}

/** A number without its unit. */
export interface Numeral {
  readonly first: number;
  readonly next: number;
  /** Numbers and magnitudes; `sumTerms` gives the value. */
  readonly parts: readonly Part[];
  readonly form: 'digits' | 'words' | 'fraction' | 'collective';
  /** "un", "une", "one", "a" alone: an article unless something says otherwise. */
  readonly isOne: boolean;
  readonly fraction?: readonly [number, number];
  /** "un bon tiers", "seventy-odd": about so much. */
  readonly isApproximate?: boolean;
  /** A word of magnitude or a collective stands last: "de", "of" may lead to the unit. */
  readonly takesOf: boolean;
}

export interface Unit {
  readonly unit: string;
  readonly kind: FigureKind;
  /** How many of the unit one is: a penny is 0.01 GBP, a decade 10 years. */
  readonly factor?: number;
}

/** A numeral with the unit that stands beside it. */
export interface Amount extends Numeral {
  readonly unit?: Unit;
}

/** A figure of a line before its noun is sought and its context judged. */
export interface Found {
  readonly first: number;
  readonly next: number;
  /** In reading order; qualifier `range` between the two ends of a range. */
  readonly parts: readonly Part[];
  readonly qualifier: Qualifier;
  readonly isApproximateRange: boolean;
  readonly kind: FigureKind;
  readonly unit?: string;
  readonly fraction?: readonly [number, number];
  readonly isOne: boolean;
  readonly form: Numeral['form'];
  readonly takesOf: boolean;
  readonly rule: FigureRule;
}

export type FigureRule =
  | 'percent'
  | 'money'
  | 'duration'
  | 'age'
  | 'measure'
  | 'fraction'
  | 'ratio'
  | 'collective'
  | 'count-digits'
  | 'count-words'
  | 'one'
  | 'bare'
  | 'bare-words'
  | 'range'
  | 'time';
