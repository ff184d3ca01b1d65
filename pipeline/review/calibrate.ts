// Scores as probabilities: what a component says of itself, mapped to how often it was right on the development part.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Document, Mention } from '../document.ts';
import { TamisError } from '../text/errors.ts';
import { faultOf } from '../text/fault.ts';
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

/** In a model's folder: its own calibration, as `tamis calibrate --model` writes it. */
export const measuredFile = 'measured.json';

export interface MeasuredScores {
  readonly points: Calibration;
  readonly thresholds: Thresholds;
  /** Whether the table is of this very model. */
  readonly isOwn: boolean;
}

/**
 * The calibration in a model's folder; where it has none, the committed one of the default model.
 * @example readCalibration('models/tamis-ner').thresholds.person // the score from which persons were right in 98 of 100
 * @throws TamisError `model.config` where the folder's table can't be read
 */
export function readCalibration(folder: string): MeasuredScores {
  const own = join(folder, measuredFile);
  if (!existsSync(own)) {
    return { ...calibrationSchema.parse(JSON.parse(readResource('review/data/calibration.json'))), isOwn: false };
  }
  try {
    return { ...calibrationSchema.parse(JSON.parse(readFileSync(own, 'utf8'))), isOwn: true };
  } catch (thrown) {
    throw new TamisError(
      'model.config',
      `expected a table of scores and thresholds in ${own}, got: ${faultOf(thrown)}; write it anew with tamis calibrate --model ${folder}`,
      { cause: thrown },
    );
  }
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
