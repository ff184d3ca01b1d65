// Finds the day on which a document says it was published: "Publié le …", "Published …", a dateline, a line that is
// only a date. It reads the first lines and full dates alone; dates in running text are the date stage's.
import { readTable } from '../text/resource.ts';
import type { Line } from './lines.ts';

// a byline, a section and a summary may come first; deeper, a date is more often the story's than the document's
const linesRead = 6;
// a dateline stands at the very start of its line
const unitsRead = 160;

const monthNumbers = new Map<string, string>(
  readTable('blocks/data/months.tsv').flatMap((row) =>
    `${row['fr'] ?? ''} ${row['en'] ?? ''}`.split(' ').map((name) => [name, row['month'] ?? ''] as const),
  ),
);
const month = [...monthNumbers.keys()].sort((left, right) => right.length - left.length).join('|');
const weekday =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun))';
const date =
  `(?:le )?(?:${weekday}[.,]? )?(?:(?<iso>\\d{4}-\\d{2}-\\d{2})|(?<dayFirst>\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? (?<monthAfter>${month})\\b\\.?,? (?<yearAfter>\\d{4})\\b` +
  `|(?<monthBefore>${month})\\b\\.? (?<daySecond>\\d{1,2})(?:st|nd|rd|th)?,? (?<yearLast>\\d{4})\\b` +
  `|(?<first>\\d{1,2})[/.](?<second>\\d{1,2})[/.](?<year>\\d{4})\\b)`;

// "The strike began in Paris, May 3, 2019 (a Friday)": a dateline has names and short words before its date
const commonWord = /(?:^|[\s(])\p{Ll}{4,}/u;

// "Mis à jour" and "Updated" come last: a later revision says less about the day the text speaks from
const patterns: readonly { readonly pattern: RegExp; readonly isFrench?: boolean }[] = [
  {
    pattern: new RegExp(
      `(?:^|[|·•–—-] ?|\\()(?:article )?(?:publiée?|paru|parue|mise? en ligne|posté|diffusé)(?: par [^|]{2,40}?)?(?: :)? ${date}`,
      'iu',
    ),
    isFrench: true,
  },
  {
    pattern: new RegExp(
      `(?:^|[|·•–—-] ?|\\()(?:first )?(?:published|posted|issued|date)(?: on| online| at)?:? ${date}`,
      'iu',
    ),
  },
  // "KITWE, Zambia, June 11, 2025 (Reuters) -", "Le 11 avril 2025 – Shippagan", "PARIS, 3 déc. 2021 (AFP) –"
  { pattern: new RegExp(`^(?:(?<place>\\p{Lu}[^.!?:;|]{1,60})[,(–—-] ?)?${date}\\)? ?(?:[(|–—/-]|:)`, 'iu') },
  // a line that is a date and perhaps an hour: "Mardi 3 décembre 2021 à 14 h 05"
  {
    pattern: new RegExp(
      `^(?:\\p{Lu}[\\p{L} '’-]{1,40}, )?${date}(?:[ ,]+(?:à |at )?\\d{1,2}(?:[:.]| ?h ?)(?:\\d{2})?(?: ?[ap]\\.?m\\.?)?)?$`,
      'iu',
    ),
  },
  {
    pattern: new RegExp(`(?:^|[|·•–—-] ?|\\()(?:mise? à jour|actualisée?|modifiée?)(?: :)? ${date}`, 'iu'),
    isFrench: true,
  },
  { pattern: new RegExp(`(?:^|[|·•–—-] ?|\\()(?:last )?(?:updated|modified)(?: on| at)?:? ${date}`, 'iu') },
];

/**
 * The day a document was published, as its first lines say it, or nothing.
 * A numeric date whose order of day and month can't be told ("Published 03/04/2021") is left alone.
 *
 * @example findPublicationDate('Publié le 3 décembre 2021 à 10 h\n\nParis …', lines) // '2021-12-03'
 */
export function findPublicationDate(text: string, lines: readonly Line[]): string | undefined {
  const heads = lines
    .slice(0, linesRead)
    .map((line) => text.slice(line.start, Math.min(line.end, line.start + unitsRead)).replace(/\s/g, ' '));
  for (const { pattern, isFrench = false } of patterns) {
    for (const head of heads) {
      const match = pattern.exec(head);
      if (match === null || commonWord.test(match.groups?.['place']?.replace(/\([^)]*\)/g, '') ?? '')) continue;
      const found = toIso(match.groups ?? {}, isFrench);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function toIso(groups: Readonly<Record<string, string | undefined>>, isFrench: boolean): string | undefined {
  const { iso, first, second } = groups;
  if (iso !== undefined) return checked(iso);
  if (first !== undefined && second !== undefined) {
    if (isFrench || Number(first) > 12) return checked(`${groups['year']}-${padded(second)}-${padded(first)}`);
    return Number(second) > 12 ? checked(`${groups['year']}-${padded(first)}-${padded(second)}`) : undefined;
  }
  const number = monthNumbers.get((groups['monthAfter'] ?? groups['monthBefore'] ?? '').toLowerCase());
  const day = groups['dayFirst'] ?? groups['daySecond'] ?? '';
  return checked(`${groups['yearAfter'] ?? groups['yearLast']}-${number}-${padded(day)}`);
}

function padded(number: string): string {
  return number.padStart(2, '0');
}

/** The date itself when a calendar has it: 2021-02-30 is none. */
function checked(iso: string): string | undefined {
  const time = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
