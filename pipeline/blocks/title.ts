// Tells whether a document's first line is its title.
import type { Line } from './lines.ts';

// longer first lines are leads; a title of two letters is page furniture
const longest = 220;
const shortest = 8;
// a dateline, a byline, a label or an address is a first line too, but names nothing
const notTitle =
  /^(?:(?:par|by|publiée?|published|posted|updated|mise? à jour|temps de lecture|source|photo|crédit|credit)\b|https?:|www\.)|\S@\S|[:>]$/iu;

/**
 * Whether a line is the title of the document: an empty line follows, it ends without a full stop, and text comes after it.
 * @example isTitle('Le quai rouvre\n\nLe quai a rouvert.', first, second) // true
 */
export function isTitle(text: string, line: Line, next: Line | undefined): boolean {
  const length = line.end - line.start;
  if (!line.closes || next === undefined || length > longest || length < shortest) return false;
  const words = text.slice(line.start, line.end);
  return !/[.…][»”"’')\]]*$/u.test(words) && /\p{L}{2}/u.test(words) && !notTitle.test(words);
}
