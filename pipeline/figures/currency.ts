// Whose dollars, francs or rupees: the currency of the country that the text shows, else the commonest of that name. A guess
// is said in a note.
import type { Document } from '../document.ts';
import { foldWord } from '../text/line.ts';
import { readTable } from '../text/resource.ts';

/** The ISO code a word stands for in a document, and whether it had to be guessed. */
export interface CurrencyChoice {
  readonly code: string;
  readonly isGuess: boolean;
  readonly others: readonly string[];
}

interface Cue {
  readonly family: string;
  readonly code: string;
}

const cues = new Map<string, Cue[]>();
const firstCodes = new Map<string, string>();
let longestCue = 1;
for (const row of readTable('figures/data/currency-countries.tsv')) {
  const family = row['family'] ?? '';
  const code = row['code'] ?? '';
  if (!firstCodes.has(family)) firstCodes.set(family, code);
  for (const word of (row['cues'] ?? '').split('|')) {
    cues.set(word, [...(cues.get(word) ?? []), { family, code }]);
    longestCue = Math.max(longestCue, word.split(' ').length);
  }
}
firstCodes.set('@franc', 'EUR-FRF');

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
    const counts = [...(this.#count().get(family) ?? new Map<string, number>())].sort(
      (left, right) => right[1] - left[1],
    );
    const [best, second] = counts;
    const fallback = family === '@franc' ? 'CHF' : (firstCodes.get(family) ?? 'USD');
    if (best === undefined) return { code: fallback, isGuess: true, others: [] };
    const isClear = second === undefined || best[1] >= second[1] * 2;
    const code = best[0];
    // a foreign country named once does not make a report from there
    if (family === '@dollar' && code !== 'USD' && best[1] < 2) {
      return { code: 'USD', isGuess: true, others: [code] };
    }
    return { code, isGuess: !isClear, others: counts.slice(1).map(([other]) => other) };
  }

  #count(): Map<string, Map<string, number>> {
    if (this.#counts !== undefined) return this.#counts;
    const counts = new Map<string, Map<string, number>>();
    for (const sentence of this.#document.sentences) {
      const words = sentence.words.filter(
        (word) => word.kind === 'letters' || word.text === '-' || word.text === "'" || word.text === '.',
      );
      const folded = words.map((word) => foldWord(word.text));
      for (let at = 0; at < words.length; at += 1) {
        for (let length = 1; length <= longestCue * 2 && at + length <= words.length; length += 1) {
          const phrase = joinWords(words.slice(at, at + length), folded.slice(at, at + length));
          for (const { family, code } of cues.get(phrase) ?? []) {
            const family_ = counts.get(family) ?? new Map<string, number>();
            // a dateline or title says where the paper is
            const weight = sentence.start < 150 ? 3 : 1;
            family_.set(code, (family_.get(code) ?? 0) + weight);
            counts.set(family, family_);
          }
        }
      }
    }
    this.#counts = counts;
    return counts;
  }
}

function joinWords(words: readonly { start: number; end: number }[], folded: readonly string[]): string {
  let phrase = '';
  words.forEach((word, at) => {
    const before = words[at - 1];
    phrase += (before === undefined || before.end === word.start ? '' : ' ') + (folded[at] ?? '');
  });
  return phrase;
}
