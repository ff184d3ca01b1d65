// "Le quai rouvre Samedi 3 mai 2014 La ville a rouvert" / "Wharf reopens Saturday, May 3, 2014 The town has reopened": the date
// under a headline, flattened onto one line with both. And in a list of references: "Harbour News, May 3, 2014 “Wharf reopens”".
import { readTable } from '../../text/resource.ts';

const [day, month] = ['day', 'month'].map((kind) => {
  const rows = readTable('sentences/data/calendar.tsv').filter((row) => row['kind'] === kind);
  return { fr: rows.map(({ fr }) => fr).join('|'), en: rows.map(({ en }) => en).join('|') };
});
const dates = {
  fr: `\\d{1,2}(?:er)? (?:${month?.fr}) \\d{4}`,
  en: `(?:(?:${month?.en}) \\d{1,2}, \\d{4}|\\d{1,2} (?:${month?.en}) \\d{4})`,
};
// the weekday with its capital: "on Saturday, May 3, 2014 Ada Obi" has a preposition before it
const linePattern = new RegExp(
  `(?<=(?<before>[\\p{L}\\p{N})”»"]+) )(?:(?:${day?.fr}) ${dates.fr}|(?:${day?.en}),? ${dates.en})(?=\\s[«“"]?\\s?\\p{Lu})`,
  'gu',
);
const referencePattern = new RegExp(`(?<=\\p{L}, )(?:${dates.fr}|${dates.en})(?=\\s(?:"\\p{Lu}|“|«))`, 'gu');
const leaning = /^(?:le|du|au|ce|dès|depuis|jusqu|et|ou|on|since|until|by|from|to|of|and|or|dated|last|this|next)$/iu;

/**
 * Offsets in a block around a dated line: before it and after it.
 * @example [...findDatedLines('Wharf reopens Saturday, May 3, 2014 The town has reopened it.')] // [13, 35]
 */
export function* findDatedLines(block: string): Generator<number> {
  for (const { index, groups, 0: found } of block.matchAll(linePattern)) {
    if (leaning.test(groups?.['before'] ?? '')) continue;
    yield index - 1;
    yield index + found.length;
  }
  for (const { index, 0: found } of block.matchAll(referencePattern)) yield index + found.length;
}
