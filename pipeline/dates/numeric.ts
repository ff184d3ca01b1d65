// Dates in figures alone: 2025-11-05, 14.11.2022, 19/08/2024. The only dates read in a sentence of no known language.
import { isDash, isTight, type Line } from '../text/line.ts';
import { isCalendarPoint, type Period, type Point } from './edtf.ts';
import type { FoundDate } from './found.ts';

/**
 * The numeric date that starts at a word.
 * @example findNumericDate(lineOf('le 14.11.2022', sentence), 1)?.period // { kind: 'point', points: [{ year: 2022, month: 11, day: 14 }] }
 */
export function findNumericDate(line: Line, index: number): FoundDate | undefined {
  const numbers = readTriple(line, index);
  if (numbers === undefined) return undefined;
  const [first, second, third] = numbers;
  const next = index + 5;
  if (first.length === 4) {
    const point = { year: Number(first), month: Number(second), day: Number(third) };
    return isCalendarPoint(point) ? { first: index, next, period: single(point), rule: 'numeric' } : undefined;
  }
  if (third.length !== 4 && third.length !== 2) return undefined;
  const year = third.length === 4 ? Number(third) : 2000 + Number(third);
  if (third.length === 4 && (year < 1000 || year > 2199)) return undefined;
  if (third.length === 2 && (first.length !== 2 || second.length !== 2)) return undefined;
  const dayFirst = { year, month: Number(second), day: Number(first) };
  const monthFirst = { year, month: Number(first), day: Number(second) };
  // only American English writes the month first: elsewhere 11/18 is no date at all
  if (!isCalendarPoint(dayFirst)) {
    if (line.lang !== 'en' || !isCalendarPoint(monthFirst)) return undefined;
    return { first: index, next, period: single(monthFirst), rule: 'numeric' };
  }
  const isOpen = line.lang === 'en' && isCalendarPoint(monthFirst) && monthFirst.month !== monthFirst.day;
  return {
    first: index,
    next,
    period: single(dayFirst),
    rule: 'numeric',
    ...(isOpen && line.lower[index + 1] === '/' ? { alternative: single(monthFirst) } : {}),
  };
}

/** Three digit runs with the same separator between them and nothing else against them. */
function readTriple(line: Line, index: number): [string, string, string] | undefined {
  const parts = [0, 2, 4].map((offset) => line.words[index + offset]);
  const [first, second, third] = parts;
  if (first?.kind !== 'digits' || second?.kind !== 'digits' || third?.kind !== 'digits') return undefined;
  if (first.text.length > 4 || second.text.length > 2 || third.text.length > 4) return undefined;
  const separator = line.lower[index + 1];
  if (separator !== '/' && separator !== '.' && !isDash(separator)) return undefined;
  if (line.lower[index + 3] !== separator) return undefined;
  for (let offset = 0; offset < 4; offset += 1) if (!isTight(line, index + offset)) return undefined;
  const before = line.words[index - 1];
  if (before !== undefined && isTight(line, index - 1) && (before.kind !== 'mark' || '/.-@#_'.includes(before.text))) {
    return undefined;
  }
  const after = line.words[index + 5];
  if (after !== undefined && isTight(line, index + 4)) {
    const beyond = line.words[index + 6];
    const goesOn = beyond !== undefined && isTight(line, index + 5) && beyond.kind !== 'mark';
    // "2025-11-05T10:00" is still a date; "10.0.0.12" is not
    if (after.kind === 'digits' || ((after.text === separator || after.text === '/') && goesOn)) return undefined;
  }
  return [first.text, second.text, third.text];
}

function single(point: Point): Period {
  return { kind: 'point', points: [point] };
}
