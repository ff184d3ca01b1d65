// Words to piece ids, one word at a time, remembered. The model was trained on words that are encoded alone, so a
// border between words is always a border between pieces and no offsets of the tokenizer are needed.
import type { Word } from '../text/words.ts';

// A word of 600 letters must not fill a window: what follows the eighth piece adds nothing to its label.
const usualPiecesPerWord = 8;
// No piece of the usual vocabularies is longer than 16 letters, so that the first eight lie within this many units;
// a "word" of a million letters costs no more than this.
const unitsPerWord = 160;
// About 10 MB of memory at most; the frequent words of a language are a fifth of it.
const wordsRemembered = 50_000;

/** What is needed of a tokenizer. */
export interface Encoder {
  /** Ids of a text without special pieces; empty where the text normalises to nothing. */
  encode(text: string): number[];
  /** The pieces of the same text as strings, with the tokenizer's own marks for word beginnings. */
  tokenize(text: string): string[];
  readonly unknown: number;
}

export interface WordPieces {
  /** For each word of a sentence its piece ids: at least one, never more than a word may have. */
  of(words: readonly Word[]): Iterable<readonly number[]>;
  /** How often the tokenizer was asked, for tests of the cache. */
  readonly asked: number;
}

/**
 * Pieces of words that are encoded alone.
 * @example [...separatePieces(encoder).of(splitWords('Benny Gantz'))] // [[812], [44, 310]]
 */
export function separatePieces(encoder: Encoder, piecesPerWord = usualPiecesPerWord): WordPieces {
  const memory = remember((word: string) => orUnknown(encoder.encode(word), encoder.unknown, piecesPerWord));
  return {
    *of(words) {
      for (const { text } of words) yield memory.get(shorten(text));
    },
    get asked() {
      return memory.asked;
    },
  };
}

/** The pieces of one word: not too many, and never none. @example orUnknown([], 3) // [3] */
export function orUnknown(
  ids: readonly number[],
  unknown: number,
  piecesPerWord = usualPiecesPerWord,
): readonly number[] {
  return ids.length === 0 ? [unknown] : ids.slice(0, piecesPerWord);
}

/** The part of a word that its pieces are made of. @example shorten('Gantz') // 'Gantz' */
export function shorten(word: string): string {
  if (word.length <= unitsPerWord) return word;
  // never between the halves of a surrogate pair
  const last = word.charCodeAt(unitsPerWord - 1);
  return word.slice(0, last >= 0xd800 && last <= 0xdbff ? unitsPerWord - 1 : unitsPerWord);
}

/**
 * A function that remembers its results, within bounds.
 * @example remember((word) => word.length).get('Gantz') // 5
 */
export function remember<Result>(compute: (text: string) => Result): {
  get(text: string): Result;
  readonly asked: number;
} {
  let known = new Map<string, Result>();
  let asked = 0;
  return {
    get(text) {
      const found = known.get(text);
      if (found !== undefined) return found;
      asked += 1;
      const result = compute(text);
      // starting anew is as good as evicting one by one: frequent words are back within a page
      if (known.size >= wordsRemembered) known = new Map();
      known.set(text, result);
      return result;
    },
    get asked() {
      return asked;
    },
  };
}
