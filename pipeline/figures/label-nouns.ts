// Nouns before their number: "Total boxes: 1,787", "Nombre d'offres reçues : 5", "il a compté des souches (84 000)".
import type { Line } from '../text/line.ts';
import { isPlural } from './english-plurals.ts';
import type { Noun } from './nouns.ts';
import { findUnit } from './units.ts';
import { findRole } from './words.ts';

/** How many words a label may have. */
const longest = 5;

/**
 * The noun that labels the bare number which starts at a word.
 * @example findLabelNoun(lineOf('Registered voters: 7023', sentence), 3, 4) // { first: 1, next: 2 }
 */
export function findLabelNoun(line: Line, index: number, next: number): Noun | undefined {
  const mark = line.lower[index - 1];
  const after = line.lower[next] ?? '';
  // "mobilières (5 à prélever …)" says something else
  if (mark === '(' && !/^(?:|\)|,|;|:|\.)$/.test(after)) return undefined;
  // "1.2bn euros (1.0bn)" repeats its money
  if (mark === '(' && findUnit(line, index - 2, false) !== undefined) return undefined;
  if (mark === '(') return isPluralNoun(line, index - 2) ? { first: index - 2, next: index - 1 } : undefined;
  if (mark !== ':') return undefined;
  // "they are counting the cars they froze: nine", "ouvert ses bancs aux déplacés : moins de 900"
  const direct = index - 2;
  const isArticled = line.lang === 'en' || /^(?:les|aux|des|ses|leurs|ces)$/.test(line.lower[direct - 1] ?? '');
  // "photographs of the crates: 43" counts photographs
  const isWhole = line.lower[direct - 1] === 'the' && line.lower[direct - 2] === 'of' && isPluralNoun(line, direct - 3);
  if (isWhole) return { first: direct - 3, next: direct - 2 };
  if (isArticled && isPluralNoun(line, direct)) return { first: direct, next: direct + 1 };
  let start = index - 1;
  while (start > 0 && index - 1 - start < longest + 1 && isLabelWord(line, start - 1)) start -= 1;
  // "– Customers paying more than $100,000: 1,377"
  const first = line.words[0]?.kind === 'mark' ? 1 : 0;
  if (start > first && index - first < 14 && line.lang === 'en' && isPluralNoun(line, first))
    return { first, next: first + 1 };
  if (index - 1 - start > longest) return undefined;
  // French heads come first, English heads last
  if (line.lang === 'fr') {
    const counted = /^nombre$/.test(line.plain[start] ?? '') ? start + 1 : start;
    for (let at = counted; at < index - 1; at += 1) if (isPluralNoun(line, at)) return { first: at, next: at + 1 };
    return undefined;
  }
  for (let at = index - 2; at >= start; at -= 1) if (isPluralNoun(line, at)) return { first: at, next: at + 1 };
  return undefined;
}

function isLabelWord(line: Line, index: number): boolean {
  const word = line.words[index];
  return word?.kind === 'letters' || word?.text === "'" || word?.text === '’' || word?.text === '-';
}

function isPluralNoun(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.kind !== 'letters' || findRole(line, index) !== undefined || word.text.length < 4) return false;
  // a capital inside the line is a name: "the Gambia (48)", "Comoros (19)"
  if (!isFirst(line, index) && /^\p{Lu}/u.test(word.text)) return false;
  if (line.lang === 'en' && isPlural(line, index)) return true;
  return /[^su]s$|[^s]es$|eaux$/.test(line.lower[index] ?? '');
}

/** Whether nothing but marks stands before a word: "– Staff: 190". */
function isFirst(line: Line, index: number): boolean {
  return index === 0 || (index === 1 && line.words[0]?.kind === 'mark');
}
