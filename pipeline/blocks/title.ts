// Finds the line that is a document's title. It looks at the first lines alone and leaves headings further down alone.
import { readTable } from '../text/resource.ts';
import type { Line } from './lines.ts';

// longer first lines are leads; a title of two letters is page furniture
const longest = 220;
const shortest = 8;
// "PRESS RELEASE", "For immediate release", a breadcrumb: so many lines may stand above the title
const labelsSkipped = 3;

const labels = new Set(readTable('blocks/data/labels.tsv').flatMap((row) => [row['fr'] ?? '', row['en'] ?? '']));
// a dateline, a byline or an address is a first line too, but names nothing
const notTitle =
  /^(?:(?:par|by|publiée?|published|posted|updated|mise? à jour|temps de lecture|source|photo|crédit|credit)\b|https?:|www\.)|\S@\S|[:>]$/iu;
const breadcrumb = /^\S+(?: \S+){0,2} [>›»] \S/u;

/**
 * Index of the title among the lines of a document, or nothing. An empty line follows a title, it ends without a full stop,
 * and text comes after it. Labels above it ("PRESS RELEASE") are passed over.
 * @example findTitle('Le quai rouvre\n\nLe quai a rouvert.', lines) // 0
 */
export function findTitle(text: string, lines: readonly Line[]): number | undefined {
  for (const [index, line] of lines.slice(0, labelsSkipped + 1).entries()) {
    const words = text.slice(line.start, Math.min(line.end, line.start + longest + 1));
    if (!isLabel(words)) return isTitle(words, line) && lines[index + 1] !== undefined ? index : undefined;
  }
  return undefined;
}

function isLabel(words: string): boolean {
  return breadcrumb.test(words) || labels.has(words.toLowerCase().replace(/[\s:.…|–—-]+$/u, ''));
}

function isTitle(words: string, line: Line): boolean {
  if (!line.closes || words.length > longest || words.length < shortest) return false;
  return !/[.…][»”"’')\]]*$/u.test(words) && /\p{L}{2}/u.test(words) && !notTitle.test(words);
}
