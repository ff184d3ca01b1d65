// Folding of names: what may differ between two writings of one name without making them two.

// letters that decomposition leaves whole
const letters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ð: 'd',
  þ: 'th',
};
const ascii = /^[\x20-\x7e]*$/u;

/**
 * Folds case, accents, apostrophes, dashes and white space.
 * @example fold('L’Élysée') // "l'elysee"
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower.replace(/\s+/gu, ' ').trim();
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđıðþ]/gu, (letter) => letters[letter] ?? letter)
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Folds a name as names are compared: as `fold`, without a leading article.
 * @example foldName('L’Humanité') // 'humanite'
 */
export function foldName(name: string): string {
  const folded = fold(name);
  const bare = folded.replace(/^(?:l'|(?:le|la|les|the) )/u, '');
  return bare === '' ? folded : bare;
}

/**
 * Folded words of a name; dashes and dots part words, an elided word stands alone.
 * @example wordsOf("Jean-Yves Le Drian") // ['jean', 'yves', 'le', 'drian']
 */
export function wordsOf(name: string): string[] {
  return fold(name).match(/[\p{L}\p{N}&]+/gu) ?? [];
}
