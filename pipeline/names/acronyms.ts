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
 * @example hasInitials('Drac', 'direction régionale des affaires culturelles de Bretagne') // true
 */
export function hasInitials(acronym: string, expansion: string): boolean {
  const words = wordsOf(expansion);
  const letters = lettersOf(acronym);
  if (letters.length < 2 || words.length < 2) return false;
  return initialsOf(words).includes(letters) || looserInitialsOf(expansion).includes(letters);
}

/** Words that are written with two letters in an acronym: Nunavut Independent Television is NITV. */
const twoLetters: ReadonlyMap<string, string> = new Map([
  ['television', 'tv'],
  ['telecom', 'tc'],
]);
/** Fewest letters of an acronym for the looser readings. */
const leastLoose = 3;

/**
 * Acronyms that leave out where the body is, that take in the letters of a club or add those of a legal form: TSB for the
 * "Transportation Safety Board of Canada", FCSM for "FC Sochaux-Montbéliard", RFHL for "Republic Financial Holdings".
 *
 * @example looserInitialsOf('FC Sochaux-Montbéliard') // ['fcsm']
 */
export function looserInitialsOf(name: string): string[] {
  const found = new Set<string>();
  const parts = name.match(/[\p{L}\p{M}\p{N}&]+/gu) ?? [];
  const heavy = parts.filter((part) => !smallWords.has(fold(part)));
  const lettersIn = (part: string): string => {
    const folded = fold(part);
    if (/^\p{Lu}{2,4}$/u.test(part) && parts.some((one) => /\p{Ll}/u.test(one))) return folded;
    return twoLetters.get(folded) ?? folded.charAt(0);
  };
  const whole = heavy.map(lettersIn).join('');
  found.add(whole);
  found.add(`${whole}l`);
  // the last link that a place follows: "of Canada", "de Bretagne", "d'Île-de-France"
  const tail =
    /\s(?:of|for|in|de|du|des|d['’]|en|au|aux|pour)\s*(?:la |le |les |l['’])?\p{Lu}[\p{L}\p{M}’']*(?:[ -]\p{L}[\p{L}\p{M}’']*)*$/u.exec(
      name,
    );
  if (tail !== null) {
    const short = (name.slice(0, tail.index).match(/[\p{L}\p{M}\p{N}&]+/gu) ?? []).filter(
      (part) => !smallWords.has(fold(part)),
    );
    if (short.length >= leastLoose) found.add(short.map(lettersIn).join(''));
  }
  return [...found].filter((letters) => letters.length >= leastLoose);
}

/**
 * Whether a form may be an acronym that is spoken as a word and so has one capital: "Drac", "Cese", "Sanef".
 * @example isWordShaped('Drac') // true
 */
export function isWordShaped(form: string): boolean {
  return /^\p{Lu}\p{Ll}{3,8}$/u.test(form);
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
