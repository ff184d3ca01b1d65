// Words to piece ids, one word at a time, remembered. The model was trained on words that are encoded alone, so a
// border between words is always a border between pieces and no offsets of the tokenizer are needed.

// A word of 600 letters must not fill a window: what follows the eighth piece adds nothing to its label.
export const piecesPerWord = 8;
// No piece of the usual vocabularies is longer than 16 letters, so that the first eight lie within this many units;
// a "word" of a million letters costs no more than this.
const unitsPerWord = 160;
// About 10 MB of memory at most; news text of a whole year has fewer frequent words.
const wordsRemembered = 50_000;

export interface WordPieces {
  /** Piece ids of a word: at least one, at most `piecesPerWord`. */
  of(word: string): readonly number[];
  /** How often the tokenizer was asked, for tests of the cache. */
  readonly asked: number;
}

/**
 * @example rememberPieces((word) => tokenizer.encode(word), 3).of('Gantz') // [812, 44]
 * @param encode ids of one word without special pieces
 * @param unknown id for a word that normalises to nothing, as a lone U+200B does
 */
export function rememberPieces(encode: (word: string) => readonly number[], unknown: number): WordPieces {
  let known = new Map<string, readonly number[]>();
  let asked = 0;
  return {
    of(word) {
      const short = word.length > unitsPerWord ? cutWord(word) : word;
      const found = known.get(short);
      if (found !== undefined) return found;
      asked += 1;
      const ids = encode(short).slice(0, piecesPerWord);
      const pieces = ids.length === 0 ? [unknown] : ids;
      // starting anew is as good as evicting one by one: frequent words are back within a page
      if (known.size >= wordsRemembered) known = new Map();
      known.set(short, pieces);
      return pieces;
    },
    get asked() {
      return asked;
    },
  };
}

// never between the halves of a surrogate pair
function cutWord(word: string): string {
  const last = word.charCodeAt(unitsPerWord - 1);
  return word.slice(0, last >= 0xd800 && last <= 0xdbff ? unitsPerWord - 1 : unitsPerWord);
}
