// How the figures of a sentence lie to one another: which is the whole, and which only a part, a place or the base of a rate.
// A bare number is of the whole: "54 communes de plus de 3 500 habitants ; il en détenait 13".
import type { Line } from '../text/line.ts';
import type { Draft } from './draft.ts';

/** How many figures back a noun is sought: a row of bare numbers must not make the search grow. */
export const lookBack = 12;

/** "25 of them", "of whom 900", "dont douze". */
export function isPart(line: Line, draft: Draft): boolean {
  const before = line.lower[draft.first - 1] ?? '';
  if (/^(?:which|whom|dont)$/.test(before)) return true;
  return line.lower[draft.next] === 'of' && /^(?:them|whom|which)$/.test(line.lower[draft.next + 1] ?? '');
}

/** "including 12 children and two aid workers", "dont 12 enfants": a figure after such a word, or joined to one. */
export function isIncluded(line: Line, done: readonly Draft[], index: number): boolean {
  for (let at = index; at >= Math.max(0, index - lookBack); at -= 1) {
    const draft = done[at];
    if (draft === undefined) return false;
    if (/^(?:including|incl|dont)$/.test(line.lower[draft.first - 1] ?? '')) return true;
    const previous = done[at - 1];
    const isJoined = /^(?:and|et|,)$/.test(line.lower[draft.first - 1] ?? '');
    if (!isJoined || (previous?.noun?.next ?? previous?.next) !== draft.first - 1) return false;
  }
  return false;
}

/** "il en détenait 13", "compte en ouvrir 15", "638 000 d'entre eux", "45 of them", "open 15 more": what was counted before. */
export function isPronominal(line: Line, draft: Draft): boolean {
  if (draft.kind !== 'count') return false;
  const after = line.lower.slice(draft.next, draft.next + 4).join(' ');
  if (line.lang === 'en') return /^(?:of them|more)\b/.test(after);
  return line.lower[draft.first - 2] === 'en' || /^d ['’] entre (?:eux|elles)$/.test(after);
}

/** "54 communes de plus de 3 500 habitants", "towns of more than 10,000 people": what another counted thing has. */
export function isAttribute(line: Line, done: readonly Draft[], index: number): boolean {
  const first = done[index]?.first ?? 0;
  const at = /^['’]$/.test(line.lower[first - 1] ?? '') ? first - 2 : first - 1;
  return /^(?:de|d|of)$/.test(line.lower[at] ?? '') && hasNounBefore(line, done, index);
}

/** "per 100,000 people", "pour 10 000 habitants". */
export function isRateBase(line: Line, draft: Draft): boolean {
  return /^(?:per|pour)$/.test(line.lower[draft.first - 1] ?? '');
}

export function isPlace(line: Line, draft: Draft): boolean {
  return /^(?:in|for|at|across|on|over|from|dans|en|sur|chez)$/.test(line.lower[draft.first - 1] ?? '');
}

/** Whether an earlier figure of the same clause counts something. */
export function hasNounBefore(line: Line, done: readonly Draft[], index: number): boolean {
  const other = done[index - 1];
  const start = done[index]?.first ?? 0;
  if (other === undefined || other.noun === undefined || other.kind !== 'count') return false;
  for (let at = other.next; at < start; at += 1) if (line.lower[at] === ';') return false;
  return true;
}
