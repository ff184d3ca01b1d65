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

// "à 11h15", "06.00 GMT", "6:00am": the hour of a line that is only a date
const hour =
  '(?<french>à )?(?:at )?\\d{1,2}(?:[:.]| ?h ?)(?:\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: (?:GMT|BST|UTC|CES?T|E[SD]T))?';

// "The strike began in Paris, May 3, 2019 (a Friday)": a dateline has names and short words before its date
const commonWord = /(?:^|[\s(])\p{Ll}{4,}/u;

// "Genève / Port-Soudan", "Châlons-en-Champagne (Marne)", but not "Emmanuel Macron, à Paris", which opens a caption
const places = namesWith("de|du|des|la|le|les|sur|sous|en|lès|et|and|of|l['’]\\p{Lu}[\\p{L}-]*");
// "Le Monde avec AFP", "BBC News, Leeds", "Jane Doe in Paris", "Par Jeanne Roux (avec AFP)"
const sources = namesWith("de|du|des|la|le|les|et|and|of|the|avec|with|à|in|for|pour|&|l['’]\\p{Lu}[\\p{L}-]*");

interface Pattern {
  readonly pattern: RegExp;
  readonly isFrench?: boolean;
  /** What the group `names` looks like where the pattern is right. */
  readonly names?: RegExp;
  /** Whether the first line is left alone. */
  readonly isBelow?: boolean;
}

// "Mis à jour" and "Updated" come last: a later revision says less about the day the text speaks from
const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `(?:^|[|·•–—-] ?|\\()(?:article )?(?:publiée?|paru|parue|mise? en ligne|posté|diffusé)(?: par [^|]{2,40}?)?(?: :)? ${date}`,
      'iu',
    ),
    isFrench: true,
  },
  // "Par AFP, publié le 18/11/2024": the line of a byline; "Par ailleurs, une étude, publiée le 3 mai 2019, …" goes on
  {
    pattern: new RegExp(`^(?<names>par [^|]{2,60}), publiée? ${date}(?:[ ,]+${hour})?$`, 'iu'),
    isFrench: true,
    names: sources,
  },
  {
    pattern: new RegExp(
      `(?:^|[|·•–—-] ?|\\()(?:first )?(?:published|posted|issued|date)(?: on| online| at)?:? ${date}`,
      'iu',
    ),
  },
  // "KITWE, Zambia, June 11, 2025 (Reuters) -", "Le 11 avril 2025 – Shippagan", "PARIS, 3 déc. 2021 (AFP) –",
  // "lundi 18 novembre 2024 à 11:15 - Mis à jour le mardi 19 novembre"
  {
    pattern: new RegExp(
      `^(?:(?<place>\\p{Lu}[^.!?:;|]{1,60})[,(–—-] ?)?${date}\\)?(?: ${hour})? ?(?:[(|–—/-]|:)`,
      'iu',
    ),
  },
  // "Genève, le 3 septembre 2025. Quatre ONG …"; a caption has its credit after the date: "Lyon, le 3 mai 2019. Photo AFP"
  {
    pattern: new RegExp(
      `^(?<names>[^.!?:;|]{2,60}), ${date}\\.(?=\\s|$)(?!.{0,60}(?:photo|©|/ ?(?:afp|ap|reuters|getty)\\b))`,
      'iu',
    ),
    names: places,
  },
  // a line that is a date and perhaps an hour: "Mardi 3 décembre 2021 à 14 h 05", "18 November 2024 • 6:00am"
  {
    pattern: new RegExp(`^(?:\\p{Lu}[\\p{L} '’-]{1,40}, )?${date}(?:(?:[ ,]+| [•|] )${hour})?$`, 'iu'),
  },
  // the same after its source: "Par Jeanne Roux (avec AFP), le 18 novembre 2024", "LE MONDE | 18.11.2024 à 11h15"
  {
    pattern: new RegExp(`^(?<names>[^|]{2,60}?), ${date}(?:[ ,]+${hour})?$`, 'iu'),
    names: sources,
  },
  {
    pattern: new RegExp(`^(?<names>[^|]{2,60}?)(?: ?[|/•] ?| [–—-] )${date}(?:[ ,]+| [•|] )${hour}$`, 'iu'),
    names: sources,
  },
  // "BBC News, Leeds | 18 November 2024"; a first line may announce what happens on that day: "PORTES OUVERTES | 18 novembre 2024"
  {
    pattern: new RegExp(`^(?<names>[^|]{2,60}?) ?[|/•] ?${date}$`, 'iu'),
    names: sources,
    isBelow: true,
  },
  {
    pattern: new RegExp(`(?:^|[|·•–—-] ?|\\()(?:mise? à jour|actualisée?|modifiée?)(?: :)? ${date}`, 'iu'),
    isFrench: true,
  },
  { pattern: new RegExp(`(?:^|[|·•–—-] ?|\\()(?:last )?(?:updated|modified)(?: on| at)?:? ${date}`, 'iu') },
];

/** A run of capitalised names, with these small words between them. */
function namesWith(small: string): RegExp {
  const name = "\\p{Lu}[\\p{L}\\p{N}'’.-]*";
  return new RegExp(`^(?!(?:À|A|Au|Aux|En|In|At|On) )${name}(?:[ ,/()]+(?:${name}|${small})(?=[ ,/()]|$))*\\)?$`, 'u');
}

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
  for (const { pattern, isFrench = false, names, isBelow = false } of patterns) {
    for (const head of heads.slice(isBelow ? 1 : 0)) {
      const match = pattern.exec(head);
      if (match === null || commonWord.test(match.groups?.['place']?.replace(/\([^)]*\)/g, '') ?? '')) continue;
      if (names?.test(match.groups?.['names'] ?? '') === false) continue;
      const found = toIso(match.groups ?? {}, isFrench || match.groups?.['french'] !== undefined);
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
