// Decimal arithmetic, by big.js: 8.2 × 1000000 is 8200000 and not 8199999.999999999. big.js was chosen because it does
// nothing else; it is slow beside binary numbers, which does not matter at a few figures a sentence.
import Big from 'big.js';
import type { Derivation } from '../document.ts';

/** Value, or the two ends of a range, that a derivation composes. */
export type Composed = { readonly value: number } | { readonly min: number; readonly max: number };

type Factor = Pick<Derivation, 'role' | 'value'>;

/**
 * Composes the value of a figure from its parts: each `number` opens a term, each `magnitude` after it multiplies the
 * term, the terms are added; a qualifier `range` separates the two ends.
 * @example composeDerivation([{ role: 'number', value: 1.2 }, { role: 'magnitude', value: 1e9 }]) // { value: 1200000000 }
 */
export function composeDerivation(parts: readonly Factor[]): Composed {
  const border = parts.findIndex(({ role, value }) => role === 'qualifier' && value === 'range');
  if (border < 0) return { value: sumTerms(parts) };
  return { min: sumTerms(parts.slice(0, border)), max: sumTerms(parts.slice(border + 1)) };
}

/**
 * Sum of the terms of a number.
 * @example sumTerms([{ role: 'number', value: 1 }, { role: 'magnitude', value: 60 }, { role: 'number', value: 10 }]) // 70
 */
export function sumTerms(parts: readonly Factor[]): number {
  let total = new Big(0);
  let term = new Big(0);
  for (const { role, value } of parts) {
    if (typeof value !== 'number') continue;
    if (role === 'number') {
      total = total.plus(term);
      term = new Big(value);
    } else if (role === 'magnitude') term = term.times(value);
  }
  return total.plus(term).toNumber();
}

/**
 * A fraction with four decimals.
 * @example divide(2, 3) // 0.6667
 */
export function divide(numerator: number, denominator: number): number {
  return new Big(numerator).div(denominator).prec(4, Big.roundHalfUp).toNumber();
}
