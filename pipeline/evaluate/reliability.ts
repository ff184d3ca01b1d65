// How far a score can be believed: records in bins of their score, and how many of each were right.
import type { Observation } from './isotonic.ts';

export interface ReliabilityBin {
  /** Mean score of the bin's records. */
  readonly score: number;
  readonly records: number;
  readonly right: number;
}

const binCount = 10;

/**
 * Records by tenths of their score; bins without records are left out.
 * @example binsOf([{ score: 0.93, isRight: true }, { score: 0.97, isRight: false }]) // [{ score: 0.95, records: 2, right: 1 }]
 */
export function binsOf(records: readonly Observation[]): ReliabilityBin[] {
  const bins: { sum: number; records: number; right: number }[] = [];
  for (const { score, isRight } of records) {
    const bin = (bins[Math.min(binCount - 1, Math.floor(score * binCount))] ??= { sum: 0, records: 0, right: 0 });
    bin.sum += score;
    bin.records += 1;
    if (isRight) bin.right += 1;
  }
  return bins.filter(Boolean).map(({ sum, records: count, right }) => ({ score: sum / count, records: count, right }));
}

/**
 * Expected calibration error: mean distance of score and precision over the bins, weighted by their records; 0 to 1.
 * Source of the measure: Naeini, Cooper and Hauskrecht 2015, "Obtaining Well Calibrated Probabilities Using Bayesian Binning".
 * @example calibrationError([{ score: 0.9, isRight: true }]) // 0.1
 */
export function calibrationError(records: readonly Observation[]): number {
  const distances = binsOf(records).map(({ score, records: count, right }) => Math.abs(score * count - right));
  return records.length === 0 ? 0 : distances.reduce((sum, distance) => sum + distance, 0) / records.length;
}
