// From raw scores and gold to calibrated ones: a curve for each type and method, and the score from which a type is
// right often enough to be accepted unseen.
import type { Language } from '../document.ts';
import { findPairCause } from './errors.ts';
import type { GoldDocument, GoldMention } from './gold.ts';
import { type Observation, poolScores } from './isotonic.ts';
import { type LabelledRecord, labelRecords } from './judge.ts';
import { pairUp } from './matching.ts';
import { pairDocuments } from './pairing.ts';
import { calibrationError } from './reliability.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import type { PredictedDocument, PredictedRecord } from './predicted.ts';
import { interpolate } from '../review/calibrate.ts';
import { roundScore } from '../review/index.ts';

export const recordTypes = ['person', 'organisation', 'country', 'place', 'figure', 'date', 'other'] as const;
export type RecordType = (typeof recordTypes)[number];

type Point = readonly [raw: number, calibrated: number];

export interface CalibrationTable {
  /** Raw score to measured precision, rising, by `<type>/<method>` and, for all other methods, by `<type>`. */
  readonly points: Readonly<Record<string, readonly Point[]>>;
  /** Calibrated score from which `target` of the records of a type were right; 1 where no score does it. */
  readonly thresholds: Readonly<Record<RecordType, number>>;
}

/** What was measured on the way, for the model card and the terminal. */
export interface CalibrationSummary {
  readonly type: RecordType;
  readonly records: number;
  readonly right: number;
  readonly threshold: number;
  /** Records from the threshold on, and their precision. */
  readonly auto: number;
  readonly autoPrecision: number | null;
  /** Expected calibration error over ten bins, before and after. */
  readonly errorBefore: number;
  readonly errorAfter: number;
}

/** Methods with fewer records share the curve of their type. */
const fewestForMethod = 60;
/** No threshold lies below: a record as likely wrong as right is for people, whatever dev says. */
const lowestThreshold = 0.5;

export interface Judged extends Observation {
  readonly type: RecordType;
  readonly method: string;
}

export interface CuratedEntities {
  /** Folded canonical names of the curated list. */
  readonly names: ReadonlySet<string>;
  /** Id of the curated entity that a form means in a language. */
  readonly find: (type: PredictedRecord['type'], form: string, lang: Language) => string | undefined;
}

/**
 * Every record with its score and whether span, type and every typed key but `entity` are right. Of a name that the
 * curated list has, its canonical name there is right as well: gold keeps to what the document writes.
 */
export function judgeRecords(
  gold: readonly GoldDocument[],
  output: readonly PredictedDocument[],
  curated?: CuratedEntities,
): Judged[] {
  return pairDocuments(gold, output).pairs.flatMap(({ gold: document, found }) =>
    found === undefined
      ? []
      : judgeDocument(document, found.records, surroundingsOf(document, found, curated?.names), curated),
  );
}

function judgeDocument(
  gold: GoldDocument,
  records: readonly PredictedRecord[],
  around: Surroundings,
  curated: CuratedEntities | undefined,
): Judged[] {
  const labelled = labelRecords(records);
  const isCurated = (mark: GoldMention, { type, entity }: LabelledRecord): boolean =>
    mark.name !== undefined && entity !== undefined && curated?.find(type, mark.name, gold.lang) === entity;
  const pairs = pairUp(gold.mentions, labelled, (mark, record) => {
    if (mark.label !== record.label) return false;
    const cause = findPairCause(mark, record, around);
    return cause === undefined || (cause === 'name' && isCurated(mark, record));
  });
  const right = new Set(pairs.filter((pair) => pair.isRight).map((pair) => pair.found));
  return labelled.map((record) => ({
    type: record.type,
    method: record.method,
    score: record.score,
    isRight: right.has(record),
  }));
}

/**
 * Fits the curves and thresholds. Records of people (`human`) teach nothing and are left out.
 * @param target precision that `auto` records of each type must have on this gold
 */
export function fitCalibration(
  judged: readonly Judged[],
  target = 0.98,
): { table: CalibrationTable; summary: CalibrationSummary[] } {
  const records = judged.filter(({ method }) => method !== 'human');
  const points: Record<string, readonly Point[]> = {};
  const thresholds: Record<RecordType, number> = {
    person: 1,
    organisation: 1,
    country: 1,
    place: 1,
    figure: 1,
    date: 1,
    other: 1,
  };
  const summary: CalibrationSummary[] = [];
  for (const type of recordTypes) {
    const ofType = records.filter((record) => record.type === type);
    if (ofType.length === 0) continue;
    points[type] = fitCurve(ofType);
    for (const method of [...new Set(ofType.map((record) => record.method))].sort()) {
      const ofMethod = ofType.filter((record) => record.method === method);
      if (ofMethod.length >= fewestForMethod) points[`${type}/${method}`] = fitCurve(ofMethod);
    }
    const calibrated = ofType.map((record) => {
      const curve = points[`${type}/${record.method}`] ?? points[type] ?? [];
      return { score: roundScore(interpolate(curve, record.score)), isRight: record.isRight };
    });
    const threshold = findThreshold(calibrated, target);
    thresholds[type] = threshold;
    const auto = calibrated.filter(({ score }) => score >= threshold);
    summary.push({
      type,
      records: ofType.length,
      right: countRight(ofType),
      threshold,
      auto: auto.length,
      autoPrecision: auto.length === 0 ? null : countRight(auto) / auto.length,
      errorBefore: calibrationError(ofType),
      errorAfter: calibrationError(calibrated),
    });
  }
  return { table: { points, thresholds }, summary };
}

function fitCurve(records: readonly Observation[]): Point[] {
  return poolScores(records).map(({ score, right, count }) => [
    round(score),
    // half a record on either side: a stretch without an error is not certainty
    round((right + 0.5) / (count + 1)),
  ]);
}

/** Lowest written score from which the precision of all records above it reaches the target. */
function findThreshold(records: readonly Observation[], target: number): number {
  let threshold = 1;
  let right = 0;
  let count = 0;
  for (let hundredth = 99; hundredth >= lowestThreshold * 100; hundredth -= 1) {
    const score = hundredth / 100;
    const here = records.filter((record) => Math.round(record.score * 100) === hundredth);
    right += countRight(here);
    count += here.length;
    // a score that no record has says nothing
    if (here.length > 0 && right / count >= target) threshold = score;
  }
  return threshold;
}

function countRight(records: readonly Observation[]): number {
  return records.filter(({ isRight }) => isRight).length;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
