// Folding for comparisons: what may differ between two writings of one name or noun without making them two.

// ligatures and letters that NFD leaves whole
const letters: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/**
 * Folds case, accents, apostrophes, dashes and white space.
 * @example fold("L’Élysée") // "l'elysee"
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Folds a name as canonical names are compared: as `fold`, and without a leading article.
 * @example foldName("L’Humanité") // 'humanite'
 */
export function foldName(name: string): string {
  const folded = fold(name);
  const bare = folded.replace(/^(?:l'|(?:le|la|les|the) )/, '');
  return bare === '' ? folded : bare;
}
