// The command `tamis calibrate`: measures scores on gold and writes the table that `review/data/calibration.json` holds.
import {
  type CalibrationSummary,
  type CalibrationTable,
  type CuratedEntities,
  fitCalibration,
  judgeRecords,
} from './calibration.ts';
import { type RunPipeline, withOutput } from './evaluate.ts';
import { type Corpus, readGold } from './read-gold.ts';
import { replaceFile } from '../text/replace-file.ts';

export interface CalibrateOptions {
  readonly gold: readonly string[];
  readonly corpus?: Corpus | undefined;
  /** An output folder with raw scores instead of a run. */
  readonly dataset?: string;
  /** File to write: the table as JSON. */
  readonly table: string;
  readonly target?: number;
  readonly curated?: CuratedEntities;
  /** Must leave scores as the components gave them: no calibration. */
  readonly run: RunPipeline;
}

/**
 * The command `tamis calibrate`.
 * @returns the table, and a text for a terminal
 */
export function calibrate(
  options: CalibrateOptions,
): Promise<{ table: CalibrationTable; summary: CalibrationSummary[]; text: string }> {
  const gold = readGold(options.gold, options.corpus);
  return withOutput(gold, options, (output) => {
    const judged = judgeRecords(gold.documents, output, options.curated);
    const { table, summary } = fitCalibration(judged, options.target);
    replaceFile(options.table, `${JSON.stringify(table, undefined, 2)}\n`);
    return { table, summary, text: formatSummary(summary) };
  });
}

function formatSummary(summary: readonly CalibrationSummary[]): string {
  const lines = summary.map(({ type, records, right, threshold, auto, autoPrecision, errorBefore, errorAfter }) =>
    [
      type.padEnd(14),
      String(records).padStart(7),
      (right / records).toFixed(3).padStart(10),
      threshold.toFixed(2).padStart(10),
      (auto / records).toFixed(3).padStart(10),
      (autoPrecision?.toFixed(3) ?? '-').padStart(10),
      `${errorBefore.toFixed(3)} → ${errorAfter.toFixed(3)}`.padStart(16),
    ].join(''),
  );
  return `type          records precision threshold      auto precision calibration error\n${lines.join('\n')}\n`;
}
