// Phrases of several words found at a place in a line, the longest first. Data files give the phrases; this file matches them.
import type { Line } from './line.ts';
import { foldWord } from './line.ts';
import { splitWords } from './words.ts';

interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** How the words of a phrase are compared with a line. */
export type Comparison = 'exact' | 'lower' | 'plain';

export interface PhraseMatch<T> {
  /** Index of the first word. */
  readonly first: number;
  /** Index after the last word. */
  readonly next: number;
  readonly value: T;
}

/** Phrases by their first and by their last word, so that a look-up costs one map access where nothing matches. */
export class PhraseTable<T> {
  readonly #comparison: Comparison;
  readonly #byFirst = new Map<string, Phrase<T>[]>();
  readonly #byLast = new Map<string, Phrase<T>[]>();

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  /**
   * Adds a phrase.
   * @example table.add('francs CFA', 'XOF')
   */
  add(phrase: string, value: T): void {
    const fold = this.#comparison === 'plain' ? foldWord : this.#comparison === 'lower' ? lowerWord : keepWord;
    const words = splitWords(phrase).map((word) => fold(word.text));
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined) return;
    insertByLength(this.#byFirst, first, { words, value });
    insertByLength(this.#byLast, last, { words, value });
  }

  /** The longest phrase that starts at a word. */
  findAt(line: Line, index: number): PhraseMatch<T> | undefined {
    const candidates = this.#byFirst.get(this.#wordAt(line, index) ?? '');
    if (candidates === undefined) return undefined;
    for (const { words, value } of candidates) {
      if (this.#matches(line, index, words)) return { first: index, next: index + words.length, value };
    }
    return undefined;
  }

  /** The longest phrase that ends before a word. */
  findBefore(line: Line, next: number): PhraseMatch<T> | undefined {
    if (next <= 0) return undefined;
    const candidates = this.#byLast.get(this.#wordAt(line, next - 1) ?? '');
    if (candidates === undefined) return undefined;
    for (const { words, value } of candidates) {
      const first = next - words.length;
      if (first >= 0 && this.#matches(line, first, words)) return { first, next, value };
    }
    return undefined;
  }

  #matches(line: Line, first: number, words: readonly string[]): boolean {
    return words.every((word, offset) => this.#wordAt(line, first + offset) === word);
  }

  #wordAt(line: Line, index: number): string | undefined {
    if (this.#comparison === 'plain') return line.plain[index];
    if (this.#comparison === 'lower') return line.lower[index];
    return line.words[index]?.text;
  }
}

function insertByLength<T>(table: Map<string, Phrase<T>[]>, key: string, phrase: Phrase<T>): void {
  const list = table.get(key) ?? [];
  list.push(phrase);
  list.sort((left, right) => right.words.length - left.words.length);
  table.set(key, list);
}

function lowerWord(word: string): string {
  return word.toLowerCase().replace('’', "'");
}

function keepWord(word: string): string {
  return word;
}
