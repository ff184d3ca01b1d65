// Calendar points and their EDTF form, in the subset of the annotation guideline: never a time, never before our era.

/** A year, month or day; what the text leaves out is absent. */
export interface Point {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** What a calendar expression stands for. */
export type Period =
  | { readonly kind: 'point'; readonly points: readonly [Point] }
  | { readonly kind: 'interval'; readonly points: readonly [Point, Point] }
  | { readonly kind: 'set'; readonly points: readonly Point[] }
  | { readonly kind: 'season'; readonly year: number; readonly season: number }
  | { readonly kind: 'decade'; readonly decade: number }
  | { readonly kind: 'century'; readonly century: number };

/** First and last day of a period, as ISO dates. */
export interface Bounds {
  readonly from: string;
  readonly to: string;
}

/**
 * EDTF of a period.
 * @example formatPeriod({ kind: 'interval', points: [{ year: 2017 }, { year: 2019 }] }) // '2017/2019'
 */
export function formatPeriod(period: Period): string {
  switch (period.kind) {
    case 'point':
      return formatPoint(period.points[0]);
    case 'interval':
      return period.points.map(formatPoint).join('/');
    case 'set':
      return `{${period.points.map(formatPoint).join(',')}}`;
    case 'season':
      return `${pad(period.year, 4)}-${period.season}`;
    case 'decade':
      return `${pad(period.decade, 3)}X`;
    case 'century':
      return `${pad(period.century - 1, 2)}XX`;
  }
}

/**
 * First and last day of a period, where they are fixed: a year must be known, a season has no day to begin on, and a
 * set is no stretch of time.
 * @example findBounds({ kind: 'point', points: [{ year: 2024, month: 2 }] }) // { from: '2024-02-01', to: '2024-02-29' }
 */
export function findBounds(period: Period): Bounds | undefined {
  switch (period.kind) {
    case 'point':
    case 'interval': {
      const first = period.points[0];
      const last = period.points.at(-1);
      if (first.year === undefined || last?.year === undefined) return undefined;
      return { from: firstDay(first, first.year), to: lastDay(last, last.year) };
    }
    case 'decade':
      return { from: `${pad(period.decade, 3)}0-01-01`, to: `${pad(period.decade, 3)}9-12-31` };
    case 'century': {
      // the nineteenth century is 18XX in EDTF: its days are those of the years 1800 to 1899
      const prefix = pad(period.century - 1, 2);
      return { from: `${prefix}00-01-01`, to: `${prefix}99-12-31` };
    }
    case 'season':
    case 'set':
      return undefined;
  }
}

/**
 * Whether a point is in the calendar; without a year the 29th of February is.
 * @example isCalendarPoint({ month: 2, day: 30 }) // false
 */
export function isCalendarPoint({ year, month, day }: Point): boolean {
  if (year !== undefined && (year < 1 || year > 9999)) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= daysIn(year ?? 2000, month ?? 1));
}

function formatPoint({ year, month, day }: Point): string {
  const parts = [year === undefined ? 'XXXX' : pad(year, 4)];
  if (month !== undefined) parts.push(pad(month, 2));
  if (month !== undefined && day !== undefined) parts.push(pad(day, 2));
  return parts.join('-');
}

function firstDay({ month, day }: Point, year: number): string {
  return `${pad(year, 4)}-${pad(month ?? 1, 2)}-${pad(day ?? 1, 2)}`;
}

function lastDay({ month, day }: Point, year: number): string {
  const last = month ?? 12;
  return `${pad(year, 4)}-${pad(last, 2)}-${pad(day ?? daysIn(year, last), 2)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
