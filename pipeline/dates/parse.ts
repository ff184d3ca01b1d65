// From an EDTF value back to its first and last day: for dates that a person wrote.
import { type Bounds, findBounds, isCalendarPoint, type Period, type Point } from './edtf.ts';

const pointPattern = /^(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/**
 * First and last day of an EDTF value of the guideline's subset; undefined where they are not fixed or it is none.
 *
 * @example findBoundsOf('2017/2019-03') // { from: '2017-01-01', to: '2019-03-31' }
 */
export function findBoundsOf(edtf: string): Bounds | undefined {
  const parts = edtf.split('/');
  if (parts.length > 2) return undefined;
  const bounds = parts.map((part) => {
    const period = parsePeriod(part);
    return period === undefined ? undefined : findBounds(period);
  });
  const from = bounds[0]?.from;
  const to = bounds.at(-1)?.to;
  return from === undefined || to === undefined ? undefined : { from, to };
}

/**
 * Whether a value is in the guideline's subset of EDTF: a point, an interval or a set of points, a season, a decade, a century.
 * @example isEdtf('2021-02-30') // false
 */
export function isEdtf(edtf: string): boolean {
  if (/^\d{4}-2[1-4]$/u.test(edtf)) return true;
  const inBraces = /^\{(.+,.+)\}$/u.exec(edtf)?.[1];
  const isPoint = (text: string): boolean => text !== 'XXXX' && parsePeriod(text)?.kind === 'point';
  if (inBraces !== undefined) return inBraces.split(',').every(isPoint);
  if (!edtf.includes('/')) return edtf !== 'XXXX' && parsePeriod(edtf) !== undefined;
  const ends = edtf.split('/');
  return ends.length === 2 && ends.every(isPoint);
}

function parsePeriod(text: string): Period | undefined {
  const decade = /^(\d{3})X$/u.exec(text)?.[1];
  if (decade !== undefined) return { kind: 'decade', decade: Number(decade) };
  const century = /^(\d{2})XX$/u.exec(text)?.[1];
  if (century !== undefined) return { kind: 'century', century: Number(century) + 1 };
  const [, year = '', month, day] = pointPattern.exec(text) ?? [];
  if (year === '') return undefined;
  const point: Point = {
    ...(year === 'XXXX' ? {} : { year: Number(year) }),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
  // months 21 to 24 are seasons, which have no first day
  return isCalendarPoint(point) ? { kind: 'point', points: [point] } : undefined;
}
