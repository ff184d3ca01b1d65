// Confidence intervals: how far a figure would move with other documents of the same kind.
import { seededRandom } from './random.ts';
import { type Counts, f1Of } from './tally.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile interval (95 %) of F1 over resampled documents. Nothing to say about fewer than two documents with counts.
 * @param documents counts of one cell, one a document
 * @param resamples how many samples of as many documents, drawn with replacement
 */
export function bootstrapF1(documents: readonly Counts[], resamples: number, seed: number): Interval | null {
  // documents that hold nothing of the cell change no sum, but they belong to the sample: they keep the size honest
  if (documents.filter(({ gold, found }) => gold + found > 0).length < 2) return null;
  const random = seededRandom(seed);
  const size = documents.length;
  const values: number[] = [];
  for (let resample = 0; resample < resamples; resample += 1) {
    let gold = 0;
    let found = 0;
    let goldRight = 0;
    let foundRight = 0;
    for (let draw = 0; draw < size; draw += 1) {
      const counts = documents[Math.floor(random() * size)];
      if (counts === undefined) continue;
      gold += counts.gold;
      found += counts.found;
      goldRight += counts.goldRight;
      foundRight += counts.foundRight;
    }
    const f1 = f1Of({ gold, found, goldRight, foundRight });
    if (f1 !== null) values.push(f1);
  }
  values.sort((left, right) => left - right);
  const at = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
  return values.length === 0 ? null : { low: at(0.025), high: at(0.975) };
}
