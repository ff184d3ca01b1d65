// Times of races: "1:10:22" is 4222 seconds, while "6:30" is a time of day.
import { isTight, type Line } from '../text/line.ts';
import type { Draft } from './draft.ts';
import type { Part } from './parts.ts';

/** "1:10:22": the time of a race. */
export function readRaceTime(line: Line, index: number): Draft | undefined {
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
  const sign = (at: number, value: number): Part => ({ role: 'magnitude', first: at, next: at + 1, value });
  const number = (at: number, text: string): Part => ({ role: 'number', first: at, next: at + 1, value: Number(text) });
  const parts: Part[] = [
    number(index, hours.text),
    sign(index + 1, 3600),
    number(index + 2, minutes.text),
    sign(index + 3, 60),
    number(index + 4, seconds.text),
  ];
  return {
    first: index,
    next: index + 5,
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
