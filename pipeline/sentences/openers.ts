// Words that begin a sentence far more often than they stand in a name: after "U.S." or "Inc." they settle the matter.
import { readTable } from '../text/resource.ts';

const openers = new Set(readTable('sentences/data/openers.tsv').flatMap((row) => [row['fr'] ?? '', row['en'] ?? '']));
openers.delete('');

/**
 * Whether a text begins with a word that begins sentences. Elided words count: "L'enquête", "C'est".
 * @example isOpener('The board met') // true
 */
export function isOpener(text: string): boolean {
  // "Charles V. De cette union", but "Charles De Gaulle"
  if (/^De (?:ce|cet|cette|ces|plus|nombreu(?:x|ses)|même|son|sa|ses|leurs?)\s/.test(text)) return true;
  const word = /^(?:(?:\p{Lu}|Qu|Lorsqu|Puisqu|Jusqu|Aujourd)['’](?=\p{L})|\p{Lu}(?=\s)|\p{Lu}\p{Ll}+(?=[\s\p{P}]))/u
    .exec(text)?.[0]
    .replace('’', "'");
  return word !== undefined && openers.has(word);
}
