// Why a decided record cannot stand in a dataset: what the page refuses, a ledger of another program may have.
import { countries } from '../countries/lexicon.ts';
import { isEdtf } from '../dates/parse.ts';
import { describe } from './compare.ts';
import type { Decided } from './schema.ts';

/**
 * The first thing that is wrong with a record, in words, or undefined.
 * @example findFault({ type: 'country', text: 'Iran', start: 0, end: 4, code: 'XX' }) // '"XX" is the code of no country'
 */
export function findFault(decided: Decided): string | undefined {
  const { type, text, code, country, edtf } = decided;
  if (/\p{Cs}/u.test(text)) return `"${text}" begins or ends within a character`;
  const codes = type === 'country' ? code : type === 'place' ? country : undefined;
  if (codes !== undefined && !countries.has(codes)) return `"${codes}" is the code of no country`;
  if (type === 'date' && (edtf === undefined || !isEdtf(edtf)))
    return `"${edtf ?? ''}" is no date in the subset of EDTF that the dataset has`;
  if (type === 'figure' && amountOf(decided) === undefined) return `${describe(decided)} has no value`;
  return undefined;
}

export type Amount = { readonly value: number } | { readonly min: number; readonly max: number };

/**
 * The value of a figure, or both ends of a range.
 * @example amountOf({ type: 'figure', qualifier: 'range', min: 10, max: 20, … }) // { min: 10, max: 20 }
 */
export function amountOf({ qualifier, value, min, max }: Decided): Amount | undefined {
  if (value !== undefined && qualifier !== 'range') return { value };
  return min === undefined || max === undefined || min > max ? undefined : { min, max };
}
