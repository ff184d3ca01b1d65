// Completes a day or a month without a year by the document's date, backwards or forwards as the sentence says.
import type { Line } from '../text/line.ts';
import { isCalendarPoint, type Period, type Point } from './edtf.ts';

/** Words that speak of what is to come. */
const future: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(
    'prochain prochaine prochains prochaines doit doivent devrait devraient prévu prévue prévus prévues va vont ici dès échéance expire attendu attendue attendus attendues'.split(
      ' ',
    ),
  ),
  en: new Set('next will due shall expected scheduled would set until upcoming planned forthcoming'.split(' ')),
};

/** Words that speak of what was. */
const past: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set('dernier dernière derniers passé depuis était avait avaient étaient'.split(' ')),
  en: new Set('last since was were had ago'.split(' ')),
};

type Direction = 'back' | 'forth' | 'near';

interface Reference {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
}

/**
 * A period with its year completed, or the same period where there is nothing to complete or nothing to complete it by.
 * @example completePeriod({ kind: 'point', points: [{ month: 9 }] }, line, 1, 2, '2021-12-03') // points: [{ year: 2021, month: 9 }]
 */
export function completePeriod(
  period: Period,
  line: Line,
  first: number,
  next: number,
  date: string | undefined,
): Period {
  if (date === undefined || !('points' in period)) return period;
  if (period.points.every((point) => point.year !== undefined || point.month === undefined)) return period;
  const reference = readReference(date);
  const anchor = period.points[0];
  if (reference === undefined || anchor?.month === undefined) return period;
  const year = chooseYear(anchor, reference, findDirection(line, first, next));
  const points = period.points.map((point) => {
    if (point.year !== undefined) return point;
    const isNextYear = point !== anchor && (point.month ?? 0) < (anchor.month ?? 0);
    return { ...point, year: isNextYear ? year + 1 : year };
  });
  if (!points.every(isCalendarPoint)) return period;
  const [start, end] = points;
  if (start === undefined) return period;
  if (period.kind === 'point') return { kind: 'point', points: [start] };
  if (period.kind === 'interval') return { kind: 'interval', points: [start, end ?? start] };
  return { kind: 'set', points };
}

function readReference(date: string): Reference | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date);
  if (match === null) return undefined;
  return {
    year: Number(match[1]),
    month: Number(match[2]),
    day: match[3] === undefined ? undefined : Number(match[3]),
  };
}

function findDirection(line: Line, first: number, next: number): Direction {
  if (line.lang === 'und') return 'near';
  const before = line.lower[first - 1] ?? '';
  const after = line.lower[next] ?? '';
  if (past[line.lang].has(before) || past[line.lang].has(after)) return 'back';
  if (future[line.lang].has(before) || future[line.lang].has(after)) return 'forth';
  let direction: Direction = 'near';
  const from = Math.max(0, first - 40);
  for (let index = from; index < Math.min(line.words.length, next + 40); index += 1) {
    const word = line.lower[index] ?? '';
    if (
      future[line.lang].has(word) ||
      (line.lang === 'fr' && /^\p{L}{2,}(?:era|eront|ira|iront|dra|dront|ura|uront)$/u.test(word))
    ) {
      return 'forth';
    }
    if (past[line.lang].has(word)) direction = 'back';
  }
  return direction;
}

function chooseYear(point: Point, reference: Reference, direction: Direction): number {
  const distance = (year: number): number =>
    (year - reference.year) * 372 + ((point.month ?? 1) - reference.month) * 31 + dayDistance(point, reference);
  if (direction === 'back') return distance(reference.year) <= 0 ? reference.year : reference.year - 1;
  if (direction === 'forth') return distance(reference.year) >= 0 ? reference.year : reference.year + 1;
  // no word says which way: what is told is mostly less than nine months old, what is announced less than four ahead
  if (distance(reference.year) > 4 * 31) return reference.year - 1;
  return distance(reference.year) < -9 * 31 ? reference.year + 1 : reference.year;
}

function dayDistance(point: Point, reference: Reference): number {
  return point.day === undefined || reference.day === undefined ? 0 : point.day - reference.day;
}
