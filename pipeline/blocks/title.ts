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
 * and text comes after it. Labels above it ("PRESS RELEASE") are passed over. What stands on the line of a date header
 * (` date 2021-12 Grève`) is put there as a title: of any length, and "Ce que l'on sait :" too.
 * @example findTitle('Le quai rouvre\n\nLe quai a rouvert.', lines, false) // 0
 */
export function findTitle(text: string, lines: readonly Line[], isAfterHeader: boolean): number | undefined {
  const [first, second] = lines;
  if (isAfterHeader && first !== undefined) {
    // a page on one line is not read whole: its first words tell a label, its last ones a sentence
    const head = text.slice(first.start, Math.min(first.end, first.start + longest));
    const tail = text.slice(Math.max(first.start, first.end - longest), first.end);
    if (!isLabel(head)) return first.closes && endsOpen(tail) && second !== undefined ? 0 : undefined;
  }
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
  return endsOpen(words) && !notTitle.test(words);
}

/** Words that no full stop ends. */
function endsOpen(words: string): boolean {
  return !/[.…][»”"’')\]]*$/u.test(words) && /\p{L}{2}/u.test(words);
}
