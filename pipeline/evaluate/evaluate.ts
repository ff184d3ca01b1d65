// The command `tamis evaluate`: gold against the pipeline's output, as a report for programs and one for people.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gold } from './gold.ts';
import { type PredictedDocument, readPredicted } from './predicted.ts';
import { type Corpus, readGold } from './read-gold.ts';
import { type ReportOptions, reportOn } from './report.ts';
import { type EvaluationReport, reportSchema } from './report-schema.ts';
import { writePlain } from './strip.ts';
import { formatReport } from './table.ts';
import { TamisError } from '../text/errors.ts';
import { replaceFile } from '../text/replace-file.ts';

/** Runs the pipeline without a ledger over `input` and writes the contract's files into `output`. */
export type RunPipeline = (input: string, output: string) => Promise<void>;

export interface EvaluateOptions extends ReportOptions {
  /** Folders of marked texts, or the folder of a reviewed dataset. */
  readonly gold: readonly string[];
  /** Annotated files that lie elsewhere, by the list of the split. */
  readonly corpus?: Corpus | undefined;
  /** What to run the pipeline over; the gold texts without their marks when left out. */
  readonly input?: string;
  /** An output folder to judge instead of running the pipeline. */
  readonly dataset?: string;
  /** File for the JSON report. */
  readonly json?: string;
  /** Errors shown a cause and label. */
  readonly errorLimit?: number;
  readonly run: RunPipeline;
}

export interface Evaluation {
  readonly report: EvaluationReport;
  /** The report for a terminal. */
  readonly text: string;
}

/**
 * Evaluates output against gold.
 * @throws GoldError where the gold has faults, TamisError where gold or dataset cannot be read
 */
export async function evaluate(options: EvaluateOptions): Promise<Evaluation> {
  const gold = readGold(options.gold, options.corpus);
  const report = await withOutput(gold, options, (output) => reportSchema.parse(reportOn(gold, output, options)));
  if (options.json !== undefined) replaceFile(options.json, `${JSON.stringify(report, undefined, 1)}\n`);
  return { report, text: formatReport(report, options.errorLimit) };
}

/**
 * Hands `use` the pipeline's output for gold: a given dataset, or what `run` writes over the gold texts without marks
 * into a temporary folder, which is gone afterwards.
 */
export async function withOutput<Result>(
  gold: Gold,
  {
    dataset,
    input,
    run,
  }: Pick<EvaluateOptions, 'run'> & { readonly dataset?: string | undefined; readonly input?: string | undefined },
  use: (output: PredictedDocument[], folder: string) => Result,
): Promise<Result> {
  if (dataset !== undefined) return use(readPredicted(dataset), dataset);
  const folder = mkdtempSync(join(tmpdir(), 'tamis-evaluate-'));
  try {
    if (input === undefined) {
      if (gold.documents.some((document) => document.isTextRebuilt)) {
        throw new TamisError(
          'evaluate.no_input',
          'expected INPUT or DATASET: a reviewed dataset does not hold the documents it was made of',
        );
      }
      writePlain(gold.documents, join(folder, 'input'));
    }
    await run(input ?? join(folder, 'input'), join(folder, 'output'));
    return use(readPredicted(join(folder, 'output')), join(folder, 'output'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
