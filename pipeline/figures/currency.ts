// Whose dollars, francs or rupees: the currency of the country that the text shows, else the commonest of that name. A guess
// is said in a note.
import type { Document } from '../document.ts';
import { foldWord } from '../text/line.ts';
import { readTable } from '../text/resource.ts';
import { splitWords, type Word } from '../text/words.ts';

/** The ISO code a word stands for in a document, and whether it had to be guessed. */
export interface CurrencyChoice {
  readonly code: string;
  readonly isGuess: boolean;
  readonly others: readonly string[];
}

interface Cue {
  readonly words: readonly string[];
  readonly family: string;
  readonly code: string;
}

/** Cues by their first word. */
const cues = new Map<string, Cue[]>();
const firstCodes = new Map<string, string>();
for (const row of readTable('figures/data/currency-countries.tsv')) {
  const family = row['family'] ?? '';
  const code = row['code'] ?? '';
  if (!firstCodes.has(family)) firstCodes.set(family, code);
  for (const phrase of (row['cues'] ?? '').split('|')) {
    const words = splitWords(phrase).map((word) => word.text);
    const first = words[0];
    if (first !== undefined) cues.set(first, [...(cues.get(first) ?? []), { words, family, code }]);
  }
}

/** A dateline or a title says where the paper is: what stands this early counts three times. */
const headLength = 150;
const headWeight = 3;

/** Countries whose press writes its own dollars without saying whose. */
const atHome = new Set(['CAD', 'AUD', 'NZD', 'SGD']);

/** Counts a document's cues once, when the first ambiguous currency is met. */
export class CurrencyResolver {
  readonly #document: Document;
  #counts: Map<string, Map<string, number>> | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  /**
   * The currency of a family (`@dollar`) in this document.
   * @example new CurrencyResolver(document).choose('@dollar') // { code: 'CAD', isGuess: false, others: [] }
   */
  choose(family: string): CurrencyChoice {
    this.#counts ??= countCues(this.#document);
    const counts = [...(this.#counts.get(family) ?? new Map<string, number>())].sort(
      (left, right) => right[1] - left[1],
    );
    const [best, second] = counts;
    const fallback = firstCodes.get(family) ?? 'USD';
    if (best === undefined) return { code: fallback, isGuess: true, others: [] };
    const [code, count] = best;
    // a foreign country named here and there does not make a report from there
    const least = atHome.has(code) ? 2 : headWeight + 1;
    if ((family === '@dollar' || family === '@cent') && code !== 'EUR' && code !== 'USD' && count < least)
      return { code: 'USD', isGuess: true, others: [code] };
    const isGuess = second !== undefined && count < second[1] * 2;
    return { code, isGuess, others: counts.slice(1).map(([other]) => other) };
  }
}

function countCues(document: Document): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { words, start } of document.sentences) {
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined || word.kind === 'digits') continue;
      for (const { words: phrase, family, code } of cues.get(foldWord(word.text)) ?? []) {
        if (!matches(words, at, phrase)) continue;
        const codes = counts.get(family) ?? new Map<string, number>();
        codes.set(code, (codes.get(code) ?? 0) + (start < headLength ? headWeight : 1));
        counts.set(family, codes);
      }
    }
  }
  return counts;
}

function matches(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((text, offset) => foldWord(words[at + offset]?.text ?? '').replace('’', "'") === text);
}
