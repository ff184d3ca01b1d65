// A document in the markup of the guideline, where that loses nothing that markup can say: read back, it must give the same
// text and the same mentions.
import { isDeepStrictEqual } from 'node:util';
import type { GoldMention } from '../evaluate/gold.ts';
import { formatFigure } from '../evaluate/marks.ts';
import { parseMarkup } from '../evaluate/markup.ts';
import { goldOfMark } from '../evaluate/read-gold.ts';
import { goldOfRecord } from '../evaluate/reviewed.ts';
import type { DatasetRecord } from '../write/schema.ts';

/**
 * Writes the marks of the records into a text.
 *
 * @example toMarkup("l'ONU", [{ type: 'organisation', start: 2, end: 5, name: 'Organisation des Nations unies', … }]) // { marked: "l'[[ORG|ONU|Organisation des Nations unies]]" }
 * @param records disjoint, in order of start
 * @returns the marked text, or the reason why it would not come back the same
 */
export function toMarkup(text: string, records: readonly DatasetRecord[]): { marked: string } | { lost: string } {
  const range = records.find((record) => record.type === 'figure' && record.approximate === true);
  if (range !== undefined) return { lost: `"${range.text}" is an approximate range, for which there is no mark` };
  const pieces: string[] = [];
  let at = 0;
  for (const record of records) {
    pieces.push(text.slice(at, record.start), markOf(record));
    at = record.end;
  }
  pieces.push(text.slice(at));
  const marked = pieces.join('');
  const lost = findLoss(marked, text, records);
  return lost === undefined ? { marked } : { lost };
}

function markOf(record: DatasetRecord): string {
  const { text } = record;
  const named = (type: string, name: string | undefined): string =>
    name === undefined || name === text ? `[[${type}|${text}]]` : `[[${type}|${text}|${name}]]`;
  switch (record.type) {
    case 'person':
      return named('PER', record.name);
    case 'organisation':
      return named('ORG', record.name);
    case 'other':
      return named('MISC', record.name);
    case 'place':
      // what stands behind a place is the country that it is
      return `[[LOC|${text}]]`;
    case 'country':
      return `[[${record.via === 'demonym' ? 'DEM' : 'LOC'}|${text}|${record.code ?? ''}]]`;
    case 'figure':
      return `[[FIG|${text}|${formatFigure(goldOfRecord(record).figure ?? { qualifier: 'exact' })}|${record.unit ?? ''}]]`;
    case 'date':
      return `[[DATE|${text}|${record.edtf}]]`;
  }
}

function findLoss(marked: string, text: string, records: readonly DatasetRecord[]): string | undefined {
  const parsed = parseMarkup(marked, '');
  const [fault] = parsed.faults;
  if (fault !== undefined) return `${fault.reason}: ${fault.near}`;
  if (parsed.text !== text) return 'the text has signs that the markup needs for itself';
  for (const [index, record] of records.entries()) {
    const mark = parsed.marks[index];
    const wanted = goldOfRecord(record);
    const { line: _line, ...found }: Partial<GoldMention> = mark === undefined ? {} : goldOfMark(mark);
    if (isDeepStrictEqual(found, wanted)) continue;
    const isName = wanted.name !== undefined && wanted.name !== found.name;
    return isName
      ? `"${record.text}" is a place named "${wanted.name}", and a mark of a place has no room for a name`
      : `"${record.text}" would come back as another record`;
  }
  return parsed.marks.length === records.length ? undefined : 'the text has signs that the markup needs for itself';
}
