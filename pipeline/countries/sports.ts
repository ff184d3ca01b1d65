// Three-letter codes of result lists: "1. Bregy (SUI)", "GER 2 – 1 FRA". Only where the model sees a place,
// or in a document with several of them in brackets after people: one alone may be a party, "Ana López (PAN)".
import { readTable } from '../text/resource.ts';
import type { Word } from '../text/words.ts';
import { countries } from './lexicon.ts';

const byCode = new Map([
  ...[...countries.values()].map(({ iso3, code }): [string, string] => [iso3, code]),
  // the committee's own codes overrule: GER, SUI, NED
  ...readTable('countries/data/olympic.tsv').map(({ olympic = '', code = '' }): [string, string] => [olympic, code]),
]);

// days and months of a programme as well: Monaco and Monday, Morocco and mardi, Venezuela and vendredi, Samoa and samedi
const calendarWords = new Set(['MON', 'MAR', 'VEN', 'SAM']);

/**
 * Words that are a three-letter code in capitals, whatever they mean where they stand.
 * @example findSportsCodes(words) // [{ index: 3, code: 'CH' }] for "1. Bregy (SUI)"
 */
export function findSportsCodes(words: readonly Word[]): { readonly index: number; readonly code: string }[] {
  return words.flatMap((word, index) => {
    const code = word.text.length === 3 ? byCode.get(word.text) : undefined;
    const isDay = calendarWords.has(word.text) && !isBracketed(words, index);
    return code === undefined || isDay ? [] : [{ index, code }];
  });
}

/**
 * Whether a word stands alone in brackets, as a code does after a name in a list of results.
 * @example isBracketed(words, 3) // true for "SUI" in "1. Bregy (SUI)"
 */
export function isBracketed(words: readonly Word[], index: number): boolean {
  return words[index - 1]?.text === '(' && words[index + 1]?.text === ')';
}
