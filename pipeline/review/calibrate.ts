// Scores as probabilities: what a component says of itself, mapped to how often it was right on the development part.
import { z } from 'zod';
import type { Document, Mention } from '../document.ts';
import { readResource } from '../text/resource.ts';
import type { Thresholds } from './index.ts';

const pointsSchema = z.array(z.tuple([z.number(), z.number()])).min(1);
const calibrationSchema = z.strictObject({
  /** Raw score to measured precision, rising points, by `<type>/<method>` or `<type>`. */
  points: z.record(z.string(), pointsSchema),
  thresholds: z.strictObject({
    person: z.number(),
    organisation: z.number(),
    country: z.number(),
    place: z.number(),
    figure: z.number(),
    date: z.number(),
    other: z.number(),
  }),
});

export type Calibration = z.infer<typeof calibrationSchema>['points'];

/**
 * The calibration that was measured on the development part and committed.
 * @example readCalibration().thresholds.person // the score from which persons were right in 98 of 100
 */
export function readCalibration(): { readonly points: Calibration; readonly thresholds: Thresholds } {
  return calibrationSchema.parse(JSON.parse(readResource('review/data/calibration.json')));
}

/**
 * Maps the raw score of every mention; what the table does not know keeps its own.
 * @example calibrateScores(document, { date: [[0, 0.5], [1, 0.99]] }).mentions[0]?.score
 */
export function calibrateScores(document: Document, calibration: Calibration): Document {
  const mentions = document.mentions.map((mention): Mention => {
    if (mention.method === 'human') return mention;
    const points = calibration[`${mention.type}/${mention.method}`] ?? calibration[mention.type];
    return points === undefined ? mention : { ...mention, score: interpolate(points, mention.score) };
  });
  return { ...document, mentions };
}

/**
 * Linear between the points, flat beyond the ends.
 * @example interpolate([[0, 0.2], [1, 1]], 0.5) // 0.6
 */
export function interpolate(points: readonly (readonly [number, number])[], score: number): number {
  let previous = points[0];
  if (previous === undefined) return score;
  for (const point of points) {
    if (score <= point[0]) {
      const width = point[0] - previous[0];
      return width === 0 ? point[1] : previous[1] + ((point[1] - previous[1]) * (score - previous[0])) / width;
    }
    previous = point;
  }
  return previous[1];
}
