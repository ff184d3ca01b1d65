// The date in a header of its own: " date 2021-12", which opens an article. In a sentence "2011-12" may be a season of two
// years, so year and month alone are read here only.
import type { Line } from '../text/line.ts';
import { isCalendarPoint, type Point } from './edtf.ts';
import type { FoundDate } from './found.ts';

/**
 * The date of a header line: year, month and perhaps day.
 * @example findHeaderDate(lineOf('date 2021-12', sentence))?.period // { kind: 'point', points: [{ year: 2021, month: 12 }] }
 */
export function findHeaderDate(line: Line): FoundDate | undefined {
  const first = line.words.findIndex((word) => word.kind === 'digits' && word.text.length === 4);
  const [year, month, day] = [0, 2, 4].map((offset) => digitsAt(line, first + offset));
  if (first < 0 || year === undefined || month === undefined || line.lower[first + 1] !== '-') return undefined;
  const hasDay = day !== undefined && line.lower[first + 3] === '-';
  const point: Point = { year, month, ...(hasDay ? { day } : {}) };
  if (!isCalendarPoint(point)) return undefined;
  return { first, next: first + (hasDay ? 5 : 3), period: { kind: 'point', points: [point] }, rule: 'header' };
}

function digitsAt(line: Line, index: number): number | undefined {
  const word = line.words[index];
  return word?.kind === 'digits' ? Number(word.text) : undefined;
}
