// The counted noun of a count: what stands after the number, as written, with its complement. French heads come first,
// English heads last, so each language has its own reader.
import type { Line } from '../text/line.ts';
import { findEnglishNoun } from './nouns-en.ts';
import { findFrenchNoun } from './nouns-fr.ts';

/** A counted noun: words `first` to `next`. */
export interface Noun {
  readonly first: number;
  readonly next: number;
  /** "dont six signalées": perhaps said of a noun elsewhere; it counts as the noun only when no other figure has one. */
  readonly isDoubtful?: boolean;
}

/**
 * The noun counted by a number that ends before a word.
 * @param takesOf "de" or "of" may lead to it ("deux millions d'habitants")
 * @example findNoun(lineOf('12 bureaux de vote', sentence), 1, false) // { first: 1, next: 4 }
 */
export function findNoun(line: Line, index: number, takesOf: boolean): Noun | undefined {
  if (line.lang === 'fr') return findFrenchNoun(line, index, takesOf);
  if (line.lang === 'en') return findEnglishNoun(line, index, takesOf);
  return undefined;
}
