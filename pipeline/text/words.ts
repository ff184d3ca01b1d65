// The one word division of the project: the model, the grammars and the scorer all count in these words.
import type { Span } from './span.ts';

/** A word: a run of letters with their marks, a run of digits, or one single other character. */
export interface Word extends Span {
  readonly text: string;
  readonly kind: 'letters' | 'digits' | 'mark';
}

// models/tamis-ner was trained on exactly this division (letters and combining marks, digits, any other visible sign)
const wordPattern = /(?<letters>[\p{L}\p{M}]+)|(?<digits>\p{N}+)|\S/gu;

/**
 * Divides a stretch of text into words; white space is between them and in none.
 *
 * @example splitWords("l'ONU, 3 km", 0, 11).map((word) => word.text) // ['l', "'", 'ONU', ',', '3', 'km']
 * @param text the whole document
 * @param start first unit to read
 * @param end unit to stop before
 * @returns words in order, with offsets in `text`; a lone surrogate is a mark of its own
 */
export function splitWords(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  for (const match of part.matchAll(wordPattern)) {
    const kind =
      match.groups?.['letters'] !== undefined ? 'letters' : match.groups?.['digits'] !== undefined ? 'digits' : 'mark';
    words.push({ start: start + match.index, end: start + match.index + match[0].length, text: match[0], kind });
  }
  return words;
}

/**
 * Whether a word begins with a capital; no word does not.
 * @example startsUpper('Écosse') // true
 */
export function startsUpper(word: string | undefined): boolean {
  return word !== undefined && word.charAt(0) !== word.charAt(0).toLowerCase();
}
