// Differential test against chrono-node, English: full and partial dates through both. chrono completes a date by today's;
// only what it calls certain is compared. A disagreement without a row that decides it fails.
import * as chrono from 'chrono-node';
import { describe, expect, it } from 'vitest';
import { extractDates } from '../../pipeline/dates/index.ts';
import { documentOf } from '../support/document.ts';

function ours(text: string): string[] {
  return extractDates(documentOf(text, { lang: 'en' })).mentions.flatMap((mention) =>
    mention.type === 'date' ? [mention.edtf] : [],
  );
}

function theirs(text: string): string[] {
  return chrono.en.parse(text, new Date('2025-03-14T12:00:00Z')).map((found) => {
    const ends = found.end === null || found.end === undefined ? [found.start] : [found.start, found.end];
    return ends.map(showCertain).join('/');
  });
}

function showCertain(parts: chrono.ParsedComponents): string {
  const show = (name: 'year' | 'month' | 'day', width: number): string | undefined =>
    parts.isCertain(name) ? String(parts.get(name)).padStart(width, '0') : undefined;
  const month = show('month', 2);
  const day = show('day', 2);
  return [show('year', 4) ?? 'XXXX', ...(month === undefined ? [] : [month]), ...(day === undefined ? [] : [day])].join(
    '-',
  );
}

const agreements: readonly (readonly [string, readonly string[]])[] = [
  ['It opened on 5 February 2024.', ['2024-02-05']],
  ['It opened on February 5, 2024, in Leeds.', ['2024-02-05']],
  ['Filed Nov. 8, 1975 in Boston.', ['1975-11-08']],
  ['The 29th of September 2025 was wet.', ['2025-09-29']],
  ['It is dated 2026-01-08.', ['2026-01-08']],
  ['It was founded in July 2021.', ['2021-07']],
  ['He arrived on 3 June.', ['XXXX-06-03']],
  ['Open 5 to 18 May 2025.', ['2025-05-05/2025-05-18']],
];

/** Sentence, what is read here, what is read there, and why this reading is kept. */
const disagreements: readonly (readonly [string, readonly string[], readonly string[], string])[] = [
  ['Yesterday he left.', [], ['2025-03-13'], 'words that need the reader’s day are not marked (guideline)'],
  ['He leaves on Monday.', [], ['XXXX'], 'weekdays are not marked (guideline)'],
  ['It shut in 1988.', ['1988'], [], 'a bare year is a date'],
  ['In the 1930s they fished.', ['193X'], [], 'a decade is a date'],
  ['Sales fell in Q3 2025.', ['2025-07/2025-09'], [], 'a quarter is a range of months'],
  ['In the spring of 1973 he left.', ['1973-21'], [], 'a season with its year is a date'],
  ['It ran between 2003 and 2006.', ['2003/2006'], [], 'two years after "between" are an interval'],
  ['They may go.', [], [], ''],
];

describe('dates beside another parser', () => {
  it.each(agreements)('agrees: %s', (text, dates) => {
    expect(ours(text)).toEqual(dates);
    expect(theirs(text)).toEqual(dates);
  });

  it.each(disagreements)('decides: %s', (text, here, there, why) => {
    expect(ours(text)).toEqual(here);
    expect(theirs(text)).toEqual(there);
    expect(why === '').toBe(String(here) === String(there));
  });
});
