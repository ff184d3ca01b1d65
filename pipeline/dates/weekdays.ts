// "TUESDAY 3", "lundi 24": a day of the week with its number but no month. The date of the document tells which month it is,
// for only one near it has that day on that weekday; without a document date nothing is read.
import { isTight, type Line } from '../text/line.ts';
import { findCalendarValue } from './calendar.ts';
import { isCalendarPoint, type Point } from './edtf.ts';
import type { FoundDate } from './found.ts';
import { findMonth } from './pieces.ts';

/**
 * The numbered weekday whose number is at an index.
 * @example findWeekdayNumber(lineOf('lundi 24, 9 h', sentence), 1)?.weekday // 1
 */
export function findWeekdayNumber(line: Line, index: number): FoundDate | undefined {
  const weekday = findCalendarValue(line, index - 1, 'weekday');
  const word = line.words[index];
  if (weekday === undefined || word?.kind !== 'digits' || word.text.length > 2) return undefined;
  const after = line.words[index + 1];
  if (after !== undefined && (findMonth(line, index + 1) !== undefined || after.kind === 'digits')) return undefined;
  // "samedi 3 personnes", "jeudi 9h": the number belongs to what follows
  if (
    after?.kind === 'letters' &&
    (after.start === word.end || /^\p{Ll}+[sx]$/u.test(after.text) || after.text === 'h')
  )
    return undefined;
  // "vendredi 3,5 %", "jeudi 8:30"
  if (after !== undefined && isTight(line, index) && /[%€$£]/.test(after.text)) return undefined;
  if (isTight(line, index) && isTight(line, index + 1) && line.words[index + 2]?.kind === 'digits') return undefined;
  return {
    first: index,
    next: index + 1,
    period: { kind: 'point', points: [{ day: Number(word.text) }] },
    rule: 'weekday',
    weekday,
  };
}

/**
 * The day nearest to a date that has this number and weekday, at most two months away.
 * @example resolveWeekday(24, 1, '2025-11-20') // { year: 2025, month: 11, day: 24 }
 */
export function resolveWeekday(day: number, weekday: number, date: string): Point | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const reference = Number(match[3] ?? 15);
  let best: { point: Point; distance: number } | undefined;
  for (const shift of [0, 1, -1, 2, -2]) {
    const index = year * 12 + month - 1 + shift;
    const point = { year: Math.floor(index / 12), month: (index % 12) + 1, day };
    if (!isCalendarPoint(point) || dayOfWeek(point.year, point.month, day) !== weekday) continue;
    const distance = Math.abs(shift * 30 + day - reference);
    if (best === undefined || distance < best.distance) best = { point, distance };
  }
  return best?.point;
}

/** Monday 1 to Sunday 7. */
function dayOfWeek(year: number, month: number, day: number): number {
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
}
