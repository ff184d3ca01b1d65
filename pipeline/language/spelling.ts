// What the spelling of a single word says of its language, for words that no list has.
import { readTable } from '../text/resource.ts';

const weight = 0.5;
const shortest = 4;
// "é" inside a word; names from Hungary and Spain have it too, but they begin with a capital
const accentPattern = /[éèêëàâçùûîïôœ]/;

const patterns = new Map<string, RegExp>();
for (const lang of ['fr', 'en']) {
  const rows = readTable('language/data/spelling.tsv').filter((row) => row['lang'] === lang);
  const parts = rows.map(({ where = '', parts: list = '' }) => {
    const alternatives = `(?:${list.trim().split(/ +/).join('|')})`;
    return where === 'end' ? `${alternatives}$` : where === 'start' ? `^${alternatives}` : alternatives;
  });
  patterns.set(lang, new RegExp(parts.join('|'), 'u'));
}
const [french, english] = [patterns.get('fr') ?? /$^/, patterns.get('en') ?? /$^/];

/**
 * Weight of a word's spelling for each language; a word of both shapes counts for neither.
 * @example weighSpelling('chantier') // { fr: 0, en: 0 }; weighSpelling('dismissed') // { fr: 0, en: 0.5 }
 */
export function weighSpelling(word: string): { readonly fr: number; readonly en: number } {
  if (accentPattern.test(word)) return { fr: weight, en: 0 };
  if (word.length < shortest) return { fr: 0, en: 0 };
  const fr = french.test(word) ? weight : 0;
  const en = english.test(word) ? weight : 0;
  return fr === en ? { fr: 0, en: 0 } : { fr, en };
}
