// Units and magnitudes that a number leaves out: "6,66 milliards, contre 6,84", "killed 1.2m people and infected 50m".
import type { Line } from '../text/line.ts';
import type { Draft } from './draft.ts';
import type { Part } from './parts.ts';

/** "la Région a mis 12 millions au pot ; le Feder, trente-huit": a clause that leaves out its verb gives no age. */
export function withoutAge(line: Line, draft: Draft, previous: Draft | undefined): Draft {
  const isBareAge = draft.kind === 'age' && draft.parts.every((part) => part.role !== 'unit');
  if (!isBareAge || previous === undefined || previous.kind === 'age' || previous.kind === 'duration') return draft;
  if (!isGapped(line, draft, Math.max(previous.noun?.next ?? 0, previous.next))) return draft;
  const { unit: _unit, ...rest } = draft;
  return { ...rest, kind: 'count', rule: draft.form === 'digits' ? 'bare' : 'bare-words' };
}

/** "has killed 1.2m people and infected 50m worldwide": metres after millions are millions. */
export function withMillions(line: Line, draft: Draft, previous: Draft | undefined): Draft {
  const sign = draft.parts.find((part) => part.role === 'unit');
  if (line.lang !== 'en' || draft.unit !== 'm' || sign === undefined || line.words[sign.first]?.text !== 'm')
    return draft;
  const isMillion = previous?.parts.some(
    ({ role, first, value }) => role === 'magnitude' && value === 1_000_000 && line.words[first]?.text === 'm',
  );
  if (
    isMillion !== true ||
    /^(?:deep|high|tall|long|wide|from|away|above|below|up|down|of|freestyle|hurdles|sprint)$/.test(
      line.lower[draft.next] ?? '',
    )
  )
    return draft;
  const { unit: _unit, ...rest } = draft;
  const parts = draft.parts.map(
    (part): Part => (part === sign ? { ...part, role: 'magnitude', value: 1_000_000 } : part),
  );
  return { ...rest, kind: 'count', rule: 'bare', parts };
}

/** "; le Feder, trente-huit": a semicolon, a name and a comma before the number. */
export function isGapped(line: Line, draft: Draft, floor: number): boolean {
  if (line.lower[draft.first - 1] !== ',') return false;
  for (let at = draft.first - 2; at >= Math.max(floor, draft.first - 8); at -= 1)
    if (line.lower[at] === ';') return true;
  return false;
}

export function copy(other: Draft, draft: Draft): Draft | undefined {
  if (other.noun !== undefined)
    return { ...draft, noun: other.noun, parts: shareMagnitude(other, draft), isRecovered: true };
  if (draft.kind === 'ratio' || other.unit === undefined) return undefined;
  return { ...draft, unit: other.unit, kind: other.kind, parts: shareMagnitude(other, draft), isRecovered: true };
}

/** "6,66 milliards, contre 6,84": the magnitude is elided with the unit where the bare number has the size for it. */
export function shareMagnitude(other: Draft, draft: Draft): readonly Part[] {
  const magnitudes = other.parts.filter(
    (part) => part.role === 'magnitude' && typeof part.value === 'number' && part.value >= 1000,
  );
  const numbers = other.parts.filter((part) => part.role === 'number');
  const own = draft.parts.filter((part) => part.role === 'number');
  const left = numbers[0]?.value;
  const right = own[0]?.value;
  const hasMagnitude = draft.parts.some((part) => part.role === 'magnitude');
  // "5,12 millions de téléspectateurs, contre 3,4": nobody counts 3.4 people
  const isFraction = other.kind === 'count' && typeof right === 'number' && !Number.isInteger(right);
  const isSpelled = draft.form === 'words' && other.kind === 'money' && typeof right === 'number' && right > 9;
  if (
    (draft.form !== 'digits' && !isSpelled) ||
    (other.kind !== 'money' && !isFraction) ||
    magnitudes.length === 0 ||
    hasMagnitude ||
    numbers.length !== 1 ||
    own.length !== 1
  )
    return draft.parts;
  if (typeof left !== 'number' || typeof right !== 'number' || right <= 0 || right >= 1000) return draft.parts;
  return right / left < 20 && left / right < 20 ? [...draft.parts, ...magnitudes] : draft.parts;
}
