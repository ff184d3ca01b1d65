// The four measures of SemEval-2013 task 9: strict, exact, partial and type. The walk over the spans is the usual one
// (each extracted span in order takes a gold span), so that the figures agree with other scorers to the last digit.
import type { Span } from '../text/span.ts';
import type { Label } from './gold.ts';
import type { Counts } from './tally.ts';

export const semevalMeasures = ['strict', 'exact', 'partial', 'type'] as const;
export type SemevalMeasure = (typeof semevalMeasures)[number];

interface Labelled extends Span {
  readonly label: Label;
}

/**
 * Counts of one document under one measure; both lists sorted by start.
 * @example countSemeval('partial', [{ label: 'person', start: 0, end: 5 }], [{ label: 'place', start: 2, end: 5 }])
 *   // { gold: 1, found: 1, goldRight: 0.5, foundRight: 0.5 }
 */
export function countSemeval(measure: SemevalMeasure, gold: readonly Labelled[], found: readonly Labelled[]): Counts {
  const taken = new Set<Labelled>();
  let right = 0;
  let low = 0;
  for (const record of found) {
    for (let mark = gold[low]; mark !== undefined && mark.end <= record.start; mark = gold[low]) low += 1;
    const candidates: Labelled[] = [];
    for (let index = low; index < gold.length; index += 1) {
      const mark = gold[index];
      if (mark === undefined || mark.start >= record.end) break;
      if (!taken.has(mark) && mark.end > record.start) candidates.push(mark);
    }
    const best = choose(measure, candidates, record);
    if (best === undefined) continue;
    taken.add(best.mark);
    right += best.credit;
  }
  return { gold: gold.length, found: found.length, goldRight: right, foundRight: right };
}

/** The gold span that a record takes, also where it is wrong: a gold span is taken once. */
function choose(
  measure: SemevalMeasure,
  candidates: readonly Labelled[],
  record: Labelled,
): { mark: Labelled; credit: number } | undefined {
  const isExact = (mark: Labelled): boolean => mark.start === record.start && mark.end === record.end;
  const [first] = candidates;
  if (first === undefined) return undefined;
  let right: Labelled | undefined;
  if (measure === 'strict') right = candidates.find((mark) => isExact(mark) && mark.label === record.label);
  else if (measure === 'type')
    right = nearest(
      candidates.filter((mark) => mark.label === record.label),
      record,
    );
  else right = candidates.find(isExact);
  if (right !== undefined) return { mark: right, credit: 1 };
  return { mark: first, credit: measure === 'partial' ? 0.5 : 0 };
}

function nearest(candidates: readonly Labelled[], record: Labelled): Labelled | undefined {
  const distance = (mark: Labelled): number => Math.abs(mark.start - record.start) + Math.abs(mark.end - record.end);
  return candidates.reduce<Labelled | undefined>(
    (best, mark) => (best === undefined || distance(mark) < distance(best) ? mark : best),
    undefined,
  );
}
