// Dates with a month name: days, lists and stretches of days, months, stretches of months.
import { isTight, type Line } from '../text/line.ts';
import { isCalendarPoint, type Period, type Point } from './edtf.ts';
import type { FoundDate } from './found.ts';
import { findJoiner, hasBetween, type JoinerKind } from './joiners.ts';
import { isStandingMonth } from './months.ts';
import { findDay, findMonth, findYear, type Piece } from './pieces.ts';

interface Read {
  readonly points: readonly Point[];
  readonly joiner?: JoinerKind;
  readonly next: number;
  readonly isBare: boolean;
}

/**
 * The date with a month name that starts at a word.
 * @example findNamedDate(lineOf('12 et 17 mars', sentence), 0)?.period // { kind: 'set', points: [{ month: 3, day: 12 }, { month: 3, day: 17 }] }
 */
export function findNamedDate(line: Line, index: number): FoundDate | undefined {
  const read = readDate(line, index);
  if (read === undefined) return undefined;
  const whole = joinSecond(line, index, read);
  const period = toPeriod(whole, hasBetween(line, index));
  if (period === undefined || !period.points.every(isCalendarPoint)) return undefined;
  // "31 février" is in no calendar, and its month alone is not what the text says
  if (whole.isBare && line.words[index - 1]?.kind === 'digits') return undefined;
  if (whole.isBare && !isStandingMonth(line, index, whole.next)) return undefined;
  const hasDay = period.points.some((point) => point.day !== undefined);
  const rule = whole.isBare ? 'bare-month' : !hasDay ? 'month' : period.kind === 'point' ? 'day' : 'days';
  return { first: index, next: whole.next, period, rule };
}

/** "3 mars 2024", "3 au 7 mars", "March 3 and 4, 2024", "mars 2024", "mars". */
function readDate(line: Line, index: number): Read | undefined {
  const month = findMonth(line, index);
  return month === undefined ? readDayFirst(line, index) : readMonthFirst(line, index);
}

function readDayFirst(line: Line, index: number): Read | undefined {
  const first = findDay(line, index);
  // "bulletin no. 7, 14 January"
  if (first === undefined || isNumbered(line, index)) return undefined;
  const days = [first.value];
  let next = first.next;
  let kind: JoinerKind | undefined;
  for (;;) {
    const month = findMonth(line, skipOf(line, next));
    if (month !== undefined) {
      // "two may" and "sept mars" are no days unless something says so
      if (days.length === 1 && line.words[index]?.kind === 'letters' && !isWrittenDay(line, index)) return undefined;
      const year = findCompanionYear(line, month.next, month.lang);
      const points = days.map((day) => ({
        ...(year === undefined ? {} : { year: year.value }),
        month: month.value,
        day,
      }));
      return { points, ...(kind === undefined ? {} : { joiner: kind }), next: year?.next ?? month.next, isBare: false };
    }
    if (days.length > 6) return undefined;
    const joiner = findJoiner(line, next);
    const day = joiner === undefined ? undefined : findDay(line, joiner.next, true);
    if (joiner === undefined || day === undefined || kind === 'interval') return undefined;
    kind = joiner.kind === 'interval' ? 'interval' : 'and';
    days.push(day.value);
    next = day.next;
  }
}

/** "no. 7", "n° 7", "#7". */
function isNumbered(line: Line, index: number): boolean {
  const before = line.lower[index - 1] ?? '';
  if (before === '°' || before === '#' || before === 'º') return true;
  return before === '.' && line.lower[index - 2] === 'no';
}

function isWrittenDay(line: Line, index: number): boolean {
  const before = line.lower[index - 1] ?? '';
  return line.lang === 'en'
    ? before === 'the'
    : before === 'le' || before === 'du' || before === 'au' || line.plain[index] === 'premier';
}

function readMonthFirst(line: Line, index: number): Read | undefined {
  const month = findMonth(line, index);
  if (month === undefined) return undefined;
  const days = month.lang === 'en' ? readTrailingDays(line, month.next) : undefined;
  if (days !== undefined) {
    const year = findCompanionYear(line, days.next, month.lang);
    const points = days.values.map((day) => ({
      ...(year === undefined ? {} : { year: year.value }),
      month: month.value,
      day,
    }));
    return {
      points,
      ...(days.kind === undefined ? {} : { joiner: days.kind }),
      next: year?.next ?? days.next,
      isBare: false,
    };
  }
  const year = findCompanionYear(line, month.next, month.lang);
  if (year !== undefined) {
    return { points: [{ year: year.value, month: month.value }], next: year.next, isBare: false };
  }
  if (month.isShort && !isFollowedByMonth(line, month.next)) return undefined;
  return { points: [{ month: month.value }], next: month.next, isBare: true };
}

function isFollowedByMonth(line: Line, index: number): boolean {
  const joiner = findJoiner(line, index);
  return joiner !== undefined && findMonth(line, joiner.next) !== undefined;
}

/** "March 3", "September 4 and 5", "Feb. 3–9": a day of one or two digits that counts nothing. */
function readTrailingDays(
  line: Line,
  index: number,
): { values: number[]; kind?: JoinerKind; next: number } | undefined {
  const at = line.lower[index] === 'the' ? index + 1 : index;
  const first = findDay(line, at);
  if (first === undefined || !endsNumber(line, first.next)) return undefined;
  if (line.words[at]?.kind === 'letters' && at === index) return undefined;
  const joiner = findJoiner(line, first.next);
  if (joiner !== undefined && joiner.kind !== 'list' && line.words[joiner.next]?.kind === 'digits') {
    const second = findDay(line, joiner.next, true);
    const isDay = second !== undefined && second.value > first.value && endsNumber(line, second.next);
    // "March 3 to 7 April" has its own month
    if (isDay && findMonth(line, second.next) === undefined && !startsCount(line, second.next)) {
      return { values: [first.value, second.value], kind: joiner.kind, next: second.next };
    }
  }
  return { values: [first.value], next: first.next };
}

function endsNumber(line: Line, next: number): boolean {
  const after = line.words[next];
  if (after === undefined || !isTight(line, next - 1)) return true;
  const beyond = line.words[next + 1];
  if (after.text === '%') return false;
  // "Oct 30:" ends, "May 3:40" does not
  if (after.text === ':') return !(beyond?.kind === 'digits' && isTight(line, next));
  return !((after.text === '.' || after.text === ',') && beyond?.kind === 'digits' && isTight(line, next));
}

/** "May 3 and 14 people": a plural word makes the second number a count. */
function startsCount(line: Line, index: number): boolean {
  const word = line.words[index];
  return (
    word?.kind === 'letters' &&
    /^[a-z]+s$|^people$|^men$|^women$|^per$|^percent$/.test(word.text) &&
    !/^(?:as|was|is|has|this|its|across|towards)$/.test(word.text)
  );
}

function skipOf(line: Line, index: number): number {
  return line.lower[index] === (line.lang === 'en' ? 'of' : 'de') ? index + 1 : index;
}

/** Year after a month or a day: "mars 2024", "March 3, 2024", "juin de 2020". */
function findCompanionYear(line: Line, index: number, lang: 'fr' | 'en'): Piece | undefined {
  const mark = line.lower[index];
  const at = (mark === ',' && lang === 'en') || mark === 'of' || mark === 'de' ? index + 1 : index;
  const year = line.words[at]?.kind === 'digits' || line.lang === 'fr' ? findYear(line, at) : undefined;
  if (year === undefined || !endsNumber(line, year.next)) return undefined;
  if (line.words[at]?.kind === 'letters' && year.value < 1500) return undefined;
  return at > index && mark === ',' && startsCount(line, year.next) ? undefined : year;
}

/** Adds the second end: "3 mars au 5 avril 2024", "July and August 2024", "entre mars 2017 et juin 2021". */
function joinSecond(line: Line, index: number, read: Read): Read {
  if (read.points.length > 1) return read;
  const joiner = findJoiner(line, read.next);
  if (joiner === undefined || joiner.kind === 'list') return read;
  const second = readDate(line, joiner.next);
  const first = read.points[0];
  const last = second?.points[0];
  if (first === undefined || second === undefined || last === undefined || second.points.length > 1) return read;
  if ((first.day === undefined) !== (last.day === undefined)) return read;
  const isBetween = hasBetween(line, index);
  if (joiner.kind === 'and' && !isBetween) {
    // "mars et avril 2024": the second completes the first, or both are months side by side
    const completes = first.year === undefined && last.year !== undefined;
    const neighbours = first.day === undefined && first.year === last.year && (first.month ?? 0) + 1 === last.month;
    if (!completes && !neighbours) return read;
  }
  return {
    points: [completeFirst(first, last), completeLast(first, last)],
    joiner: isBetween ? 'interval' : joiner.kind,
    next: second.next,
    isBare: read.isBare && second.isBare,
  };
}

function completeFirst(first: Point, last: Point): Point {
  if (first.year !== undefined || last.year === undefined) return first;
  const isLater = (first.month ?? 0) > (last.month ?? 0);
  return { ...first, year: isLater ? last.year - 1 : last.year };
}

function completeLast(first: Point, last: Point): Point {
  if (last.year !== undefined || first.year === undefined) return last;
  const isEarlier = (last.month ?? 0) < (first.month ?? 0);
  return { ...last, year: isEarlier ? first.year + 1 : first.year };
}

function toPeriod({ points, joiner }: Read, isBetween: boolean): Extract<Period, { points: unknown }> | undefined {
  const [first, second] = points;
  if (first === undefined) return undefined;
  if (second === undefined) return { kind: 'point', points: [first] };
  const last = points.at(-1) ?? second;
  const isRow = points.every((point, at) => at === 0 || areNeighbours(points[at - 1] ?? first, point));
  if (joiner === 'interval' || (isBetween && points.length === 2) || isRow) {
    return { kind: 'interval', points: [first, last] };
  }
  return { kind: 'set', points };
}

function areNeighbours(left: Point, right: Point): boolean {
  if (left.day !== undefined && right.day !== undefined) {
    if (left.month === undefined || right.month === undefined) return false;
    // "May 31 and June 1"; a year that is not given has 28 days in February
    const year = left.year ?? 2001;
    const gap = Date.UTC(right.year ?? 2001, right.month - 1, right.day) - Date.UTC(year, left.month - 1, left.day);
    return (left.year === undefined) === (right.year === undefined) && gap === 86_400_000;
  }
  return left.day === right.day && left.year === right.year && (left.month ?? 0) + 1 === right.month;
}
