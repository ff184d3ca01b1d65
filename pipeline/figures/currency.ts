// Whose dollars, francs or rupees: the currency of the country that the text shows, else the commonest of that name. A guess
// is said in a note.
import type { Document, Sentence } from '../document.ts';
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

/** Cues that a country needs before its money is taken where no currency is named at all. */
const leastForGuess = 5;

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
   * The currency of millions that name none: the one to whose country the document points most, else the euro in French.
   * @example new CurrencyResolver(document).guess() // { code: 'EUR', isGuess: true, others: [] }
   */
  guess(): CurrencyChoice {
    this.#counts ??= countCues(this.#document.sentences);
    let best = 'EUR';
    let most = leastForGuess;
    for (const codes of this.#counts.values()) {
      for (const [code, count] of codes) if (count > most) [best, most] = [code, count];
    }
    return { code: best, isGuess: true, others: best === 'EUR' ? [] : ['EUR'] };
  }

  /**
   * The currency of a family (`@dollar`) in this document.
   * A country named in the sentence itself decides: "Telcar, in Cameroon, pays 3,500 francs" in a report from Abidjan.
   * @param sentence index of the sentence in which the currency stands
   * @example new CurrencyResolver(document).choose('@dollar', 0) // { code: 'CAD', isGuess: false, others: [] }
   */
  choose(family: string, sentence: number): CurrencyChoice {
    this.#counts ??= countCues(this.#document.sentences);
    const own = isDollar(family) ? undefined : findSingle(this.#document.sentences[sentence], family);
    const ownCount = own === undefined ? 0 : (this.#counts.get(family)?.get(own) ?? 0);
    const most = Math.max(0, ...(this.#counts.get(family)?.values() ?? []));
    // "l'Océan Indien" in a report from Mauritius does not make its rupees Indian
    if (own !== undefined && ownCount * 3 >= most) return { code: own, isGuess: false, others: [] };
    const counts = [...(this.#counts.get(family) ?? new Map<string, number>())].sort(
      (left, right) => right[1] - left[1],
    );
    const [best, second] = counts;
    const fallback = firstCodes.get(family) ?? 'USD';
    if (best === undefined) return { code: fallback, isGuess: true, others: [] };
    const [code, count] = best;
    // a foreign country named here and there does not make a report from there, and where dollars have no country of
    // their own the American one is meant: "Taiwan … has promised $165 billion", "Namibia … spends $10bn"
    const isHome = atHome.has(code) && count >= 2;
    if (isDollar(family) && code !== 'EUR' && code !== 'USD' && !isHome)
      return { code: 'USD', isGuess: true, others: [code] };
    const isGuess = second !== undefined && count < second[1] * 2;
    return { code, isGuess, others: counts.slice(1).map(([other]) => other) };
  }
}

function isDollar(family: string): boolean {
  return family === '@dollar' || family === '@cent';
}

/** The only currency of a family to which a sentence points. */
function findSingle(sentence: Sentence | undefined, family: string): string | undefined {
  if (sentence === undefined) return undefined;
  const codes = [...(countCues([sentence]).get(family)?.keys() ?? [])];
  return codes.length === 1 ? codes[0] : undefined;
}

function countCues(sentences: readonly Sentence[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { words, start } of sentences) {
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined || word.kind === 'digits') continue;
      for (const { words: phrase, family, code } of cues.get(foldWord(word.text)) ?? []) {
        if (!matches(words, at, phrase) || isOfOcean(words, at)) continue;
        const codes = counts.get(family) ?? new Map<string, number>();
        codes.set(code, (codes.get(code) ?? 0) + (start < headLength ? headWeight : 1));
        counts.set(family, codes);
      }
    }
  }
  return counts;
}

/** "l'océan Indien", "the Indian Ocean" point to no country. */
function isOfOcean(words: readonly Word[], at: number): boolean {
  const word = foldWord(words[at]?.text ?? '');
  if (word !== 'indian' && word !== 'indien') return false;
  return foldWord(words[at - 1]?.text ?? '') === 'ocean' || foldWord(words[at + 1]?.text ?? '') === 'ocean';
}

function matches(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((text, offset) => foldWord(words[at + offset]?.text ?? '').replace('’', "'") === text);
}
