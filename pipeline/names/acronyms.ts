// Acronyms and what they stand for: initial letters in both languages, and the shape of an acronym.
import { fold } from './fold.ts';

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

/**
 * Whether the letters of an acronym are the initials of an expansion, with or without its small words.
 *
 * @example hasInitials('RSF', 'Reporters sans frontières') // true
 * @example hasInitials('DoJ', 'Department of Justice') // true
 */
export function hasInitials(acronym: string, expansion: string): boolean {
  const letters = fold(acronym).replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < 2) return false;
  const words = fold(expansion).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= 2 && words.length <= 24 && spells(letters, words, 0, 0);
}

/** Every heavy word gives its initial; a small word may: "MoEFCC", "DoJ". */
function spells(letters: string, words: readonly string[], letter: number, word: number): boolean {
  const next = words[word];
  if (next === undefined) return letter === letters.length;
  if (next.charAt(0) === letters.charAt(letter) && spells(letters, words, letter + 1, word + 1)) return true;
  return smallWords.has(next) && spells(letters, words, letter, word + 1);
}

/**
 * Whether an acronym can be read off an expansion: its letters in order, the first one a first letter.
 * @example isReadableFrom('Cenco', 'Conférence épiscopale nationale du Congo') // true
 */
export function isReadableFrom(acronym: string, expansion: string): boolean {
  const letters = fold(acronym).replace(/[^\p{L}\p{N}]/gu, '');
  const text = fold(expansion);
  if (letters.length < 2 || letters.charAt(0) !== text.charAt(0)) return false;
  let place = 0;
  for (const letter of letters) {
    place = text.indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}
