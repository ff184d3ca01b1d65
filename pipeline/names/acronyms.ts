// Acronyms and what they stand for: initial letters in both languages, and the shape of an acronym.
import { fold, wordsOf } from '../text/fold.ts';

const smallWords = new Set(
  'de du des d la le les l et en au aux a pour sur dans un une of the for and in on to at by y da do dos das und der'.split(
    ' ',
  ),
);

/**
 * Words of a name without its small words.
 * @example heavyWordsOf({ words: ['ministere', 'de', 'la', 'defense'] }) // ['ministere', 'defense']
 */
export function heavyWordsOf({ words }: { readonly words: readonly string[] }): string[] {
  return words.filter((word) => !smallWords.has(word));
}

/**
 * Whether a form looks like an acronym: short, without space, at least two capitals or four letters beginning with one.
 * @example isAcronymShaped('RSF') // true; 'Anssi', 'GmbH' too; 'Gantz' only by its length
 */
export function isAcronymShaped(form: string): boolean {
  if (/\s/u.test(form) || form.length < 2 || form.length > 12) return false;
  const capitals = form.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 && capitals >= form.length / 2;
}

/** Small words whose initial may be in or out; beyond so many only all in or all out are tried. */
const freeSmallWords = 4;

/**
 * The acronyms that a name may have by its initials: its heavy words, its small words in or out.
 *
 * @example initialsOf(['ministry', 'of', 'environment', 'and', 'climate']) // ['mec', 'moec', 'meac', 'moeac']
 */
export function initialsOf(words: readonly string[]): string[] {
  const small = words.filter((word) => smallWords.has(word)).length;
  let variants = [''];
  for (const word of words) {
    const initial = word.charAt(0);
    if (!smallWords.has(word)) variants = variants.map((variant) => variant + initial);
    else if (small <= freeSmallWords) variants = [...variants, ...variants.map((variant) => variant + initial)];
  }
  if (small > freeSmallWords) variants.push(words.map((word) => word.charAt(0)).join(''));
  return variants;
}

/**
 * Whether the letters of an acronym are the initials of an expansion, with or without its small words.
 *
 * @example hasInitials('RSF', 'Reporters sans frontières') // true
 * @example hasInitials('DoJ', 'Department of Justice') // true
 */
export function hasInitials(acronym: string, expansion: string): boolean {
  const words = wordsOf(expansion);
  const letters = lettersOf(acronym);
  return letters.length >= 2 && words.length >= 2 && initialsOf(words).includes(letters);
}

/**
 * Letters and digits of an acronym, folded.
 * @example lettersOf('P.-S.') // 'ps'
 */
export function lettersOf(acronym: string): string {
  return fold(acronym).replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Whether an acronym can be read off an expansion: its letters in order, the first one a first letter.
 * @example isReadableFrom('Cenco', 'Conférence épiscopale nationale du Congo') // true
 */
export function isReadableFrom(acronym: string, expansion: string): boolean {
  const letters = lettersOf(acronym);
  const text = fold(expansion);
  if (letters.length < 2 || letters.charAt(0) !== text.charAt(0)) return false;
  let place = 0;
  for (const letter of letters) {
    place = text.indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}
