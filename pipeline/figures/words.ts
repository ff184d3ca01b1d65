// Function words of both languages, from data/function-words.tsv and data/labels.tsv.
import type { Language } from '../document.ts';
import type { Line } from '../text/line.ts';
import { readTable } from '../text/resource.ts';

export type WordRole = 'stop' | 'skip' | 'before';

const roles: Record<'fr' | 'en', Map<string, WordRole>> = { fr: new Map(), en: new Map() };
for (const row of readTable('figures/data/function-words.tsv')) {
  for (const word of (row['words'] ?? '').split(' ')) {
    // the file is part of the package and a test reads every line of it
    roles[row['lang'] === 'fr' ? 'fr' : 'en'].set(word, row['role'] as WordRole);
  }
}

const labels: Record<'fr' | 'en', Set<string>> = { fr: new Set(), en: new Set() };
for (const row of readTable('figures/data/labels.tsv'))
  labels[row['lang'] === 'fr' ? 'fr' : 'en'].add(row['word'] ?? '');

/** Role of a function word, or nothing for a word that may be a noun. */
export function findRole(line: Line, index: number): WordRole | undefined {
  return line.lang === 'und' ? undefined : roles[line.lang].get(line.lower[index] ?? '');
}

/**
 * Whether a lower-case word is a label.
 * @example isLabelWord('en', 'block') // true
 */
export function isLabelWord(lang: Language, word: string): boolean {
  return lang !== 'und' && labels[lang].has(word);
}

/**
 * Whether the word at an index makes the bare number after it a name: "article", "page", "Room".
 * @example isLabel(lineOf('article 12', sentence), 0) // true
 */
export function isLabel(line: Line, index: number): boolean {
  return line.lang !== 'und' && labels[line.lang].has(line.lower[index] ?? '');
}
