// Times of races: "1:10:22" is 4222 seconds, "4:21.07" and "2'03''41" have hundredths, while "6:30" is a time of day.
import { isTight, type Line } from '../text/line.ts';
import type { Draft } from './draft.ts';
import type { Part } from './parts.ts';

/**
 * The time of a race that starts at a word.
 * @example readRaceTime(lineOf('1:10:22', sentence), 0)?.unit // 's'
 */
export function readRaceTime(line: Line, index: number): Draft | undefined {
  if (line.words[index]?.kind !== 'digits' || !isTight(line, index)) return undefined;
  return readHours(line, index) ?? readHundredths(line, index) ?? readPrimes(line, index);
}

/** "1:10:22". */
function readHours(line: Line, index: number): Draft | undefined {
  const [hours, minutes, seconds] = [0, 2, 4].map((offset) => line.words[index + offset]);
  if (hours?.kind !== 'digits' || minutes?.kind !== 'digits' || seconds?.kind !== 'digits') return undefined;
  if (hours.text.length > 2 || minutes.text.length !== 2 || seconds.text.length !== 2 || hours.text === '00')
    return undefined;
  if (line.lower[index + 1] !== ':' || line.lower[index + 3] !== ':') return undefined;
  for (let offset = 0; offset < 4; offset += 1) if (!isTight(line, index + offset)) return undefined;
  // a time stamp goes on: 00:01:03,100
  if (isTight(line, index + 4) && /[,.:]/.test(line.lower[index + 5] ?? '') && isTight(line, index + 5))
    return undefined;
  if (index > 0 && isTight(line, index - 1) && line.words[index - 1]?.kind !== 'mark') return undefined;
  const parts: Part[] = [
    number(index, hours.text),
    sign(index + 1, 3600),
    number(index + 2, minutes.text),
    sign(index + 3, 60),
    number(index + 4, seconds.text),
  ];
  return time(index, index + 5, parts);
}

/** "4:21.07", "2:00.531": minutes with two digits of seconds and what follows the point; "00:12.34" is a place in a film. */
function readHundredths(line: Line, index: number): Draft | undefined {
  const [minutes, seconds, rest] = [0, 2, 4].map((offset) => line.words[index + offset]);
  if (minutes?.kind !== 'digits' || seconds?.kind !== 'digits' || rest?.kind !== 'digits') return undefined;
  if (!/^[1-9]\d?$/.test(minutes.text) || !/^[0-5]\d$/.test(seconds.text) || !/^\d{2,3}$/.test(rest.text))
    return undefined;
  if (line.lower[index + 1] !== ':' || line.lower[index + 3] !== '.' || !isFree(line, index, index + 5))
    return undefined;
  return time(index, index + 5, [
    number(index, minutes.text),
    sign(index + 1, 60),
    number(index + 2, seconds.text),
    ...decimals(index + 4, rest.text),
  ]);
}

/** "1’’41", "9″81", "2'03''41": primes for minutes and seconds, and what stands after them. */
function readPrimes(line: Line, index: number): Draft | undefined {
  const parts: Part[] = [];
  let at = index;
  if (isPrime(line, at + 1) && line.words[at + 2]?.kind === 'digits') {
    parts.push(number(at, line.words[at]?.text ?? ''), sign(at + 1, 60));
    at += 2;
  }
  const seconds = line.words[at]?.text ?? '';
  const mark = endOfDoublePrime(line, at + 1);
  const rest = mark === undefined ? undefined : line.words[mark];
  if (mark === undefined || rest?.kind !== 'digits' || !/^\d{1,3}$/.test(rest.text) || !/^\d{1,3}$/.test(seconds))
    return undefined;
  if (!isFree(line, index, mark + 1)) return undefined;
  return time(index, mark + 1, [...parts, number(at, seconds), ...decimals(mark, rest.text)]);
}

function isPrime(line: Line, index: number): boolean {
  return /^['’′]$/.test(line.words[index]?.text ?? '');
}

/** Index after "’’", "''", "″" or a quotation mark. */
function endOfDoublePrime(line: Line, index: number): number | undefined {
  if (/^[″"”]$/.test(line.words[index]?.text ?? '')) return index + 1;
  return isPrime(line, index) && isPrime(line, index + 1) ? index + 2 : undefined;
}

/** Whether nothing stands against either end, and nothing but the time between. */
function isFree(line: Line, first: number, next: number): boolean {
  for (let at = first; at < next - 1; at += 1) if (!isTight(line, at)) return false;
  const before = line.words[first - 1];
  if (before !== undefined && isTight(line, first - 1) && !'(+[«“'.includes(before.text)) return false;
  const after = line.words[next];
  return (
    after === undefined ||
    !isTight(line, next - 1) ||
    (after.kind === 'mark' && line.words[next + 1]?.kind !== 'digits')
  );
}

function decimals(index: number, text: string): Part[] {
  const part = number(index, text);
  return [part, { ...part, role: 'magnitude', value: Number(`1e-${text.length}`) }];
}

function sign(at: number, value: number): Part {
  return { role: 'magnitude', first: at, next: at + 1, value };
}

function number(at: number, text: string): Part {
  return { role: 'number', first: at, next: at + 1, value: Number(text) };
}

function time(first: number, next: number, parts: readonly Part[]): Draft {
  return {
    first,
    next,
    parts,
    qualifier: 'exact',
    isApproximateRange: false,
    kind: 'duration',
    unit: 's',
    isOne: false,
    form: 'digits',
    takesOf: false,
    rule: 'time',
  };
}
