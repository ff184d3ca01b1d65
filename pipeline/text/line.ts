// A sentence as the grammars of figures and dates read it: its words, each with its lower-case and its unaccented twin.
import type { Language, Sentence } from '../document.ts';
import type { Word } from './words.ts';

/** One sentence, ready to be matched word by word. The three lists have the same length. */
export interface Line {
  /** Text of the whole document: offsets of `words` count in it. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Lower case, curly apostrophes straightened: `L’Été` gives `l`, `'`, `été`. */
  readonly lower: readonly string[];
  /** Lower case without accents: capitals in French often have none ("METRES", "DECEMBRE"). */
  readonly plain: readonly string[];
  readonly lang: Language;
}

/** Words already folded: a text says the same accented words again and again. Emptied when full, so memory is bounded. */
const folded = new Map<string, string>();
const foldedLimit = 20_000;

/**
 * Lower case without accents.
 * @example foldWord('Décembre') // 'decembre'
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (isAscii(lower)) return lower;
  const known = folded.get(lower);
  if (known !== undefined) return known;
  const plain = lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/g, 'oe');
  if (folded.size >= foldedLimit) folded.clear();
  folded.set(lower, plain);
  return plain;
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 0x7e) return false;
  return true;
}

/**
 * Prepares a sentence for the grammars.
 * @example lineOf(text, sentence).plain // ['le', '3', 'decembre']
 */
export function lineOf(text: string, sentence: Pick<Sentence, 'words' | 'lang'>): Line {
  const lower: string[] = [];
  const plain: string[] = [];
  for (const word of sentence.words) {
    const low = word.text === '’' || word.text === 'ʼ' ? "'" : word.text.toLowerCase();
    lower.push(low);
    plain.push(word.kind === 'letters' ? foldWord(low) : low);
  }
  return { text, words: sentence.words, lower, plain, lang: sentence.lang };
}

/**
 * Whether nothing stands between a word and the next one: "5G", "1er", "$2".
 * @example isTight(line, 0) // true for the words 1, er of "1er"
 */
export function isTight(line: Line, index: number): boolean {
  const word = line.words[index];
  const next = line.words[index + 1];
  return word !== undefined && next !== undefined && word.end === next.start;
}

/** Hyphens that join the parts of a word and dashes that stand between the ends of a range. */
export function isDash(word: string | undefined): boolean {
  return word === '-' || word === '‑' || word === '–' || word === '—' || word === '‐' || word === '−';
}
