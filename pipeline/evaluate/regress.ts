// The command `tamis regress`: runs the pipeline over gold, compares with the accepted baseline, and says whether that may pass.
import { acceptBaseline, findBaseline } from './baseline.ts';
import { type RunPipeline, withOutput } from './evaluate.ts';
import type { Gold } from './gold.ts';
import type { PredictedDocument } from './predicted.ts';
import { type Corpus, readGold } from './read-gold.ts';
import { compareWithBaseline, type Regression } from './regression.ts';
import { formatRegression } from './regression-table.ts';
import { TamisError } from '../text/errors.ts';
import { replaceFile } from '../text/replace-file.ts';

export interface RegressOptions {
  /** Folders of marked texts. */
  readonly gold: readonly string[];
  readonly corpus?: Corpus;
  /** Folder of the accepted state. */
  readonly baseline: string;
  /** Takes the new state as baseline after showing it. */
  readonly accept?: boolean;
  /** An output folder to compare instead of running the pipeline. */
  readonly dataset?: string;
  /** File for the comparison as JSON: failures, cells and changes. */
  readonly json?: string;
  /** Changes shown a cause; 0 shows all. */
  readonly changeLimit?: number;
  readonly curatedNames?: ReadonlySet<string>;
  /** Must run without a review ledger. */
  readonly run: RunPipeline;
}

export interface RegressResult {
  readonly regression: Regression;
  readonly text: string;
  /** 0 where the gate holds or the new state was accepted, else 1. */
  readonly exitCode: 0 | 1;
}

/**
 * Guards the quality of extraction.
 * @throws GoldError where the gold has faults
 */
export async function regress(options: RegressOptions): Promise<RegressResult> {
  const result = await compare(options);
  if (options.json !== undefined) replaceFile(options.json, `${JSON.stringify(result.regression, undefined, 1)}\n`);
  return result;
}

function compare({ accept = false, ...options }: RegressOptions): Promise<RegressResult> {
  const gold = readGold(options.gold, options.corpus);
  if (gold.isFiguresOnly) {
    throw new TamisError(
      'gold.frozen',
      'expected gold that may be read record by record, got a frozen test (FIGURES_ONLY): use `tamis evaluate`',
    );
  }
  return withOutput(gold, options, (output, folder) => {
    const baseline = findBaseline(options.baseline);
    if (baseline === undefined) return startBaseline(gold, output, folder, options.baseline, accept);
    const regression = compareWithBaseline(gold, baseline, output, options.curatedNames);
    let text = formatRegression(regression, options.changeLimit);
    if (!accept) return { regression, text, exitCode: regression.failures.length === 0 ? 0 : 1 };
    // gold without output or broken offsets cannot be a state to come back to
    const broken = regression.failures.filter(({ cause }) => cause === 'offsets');
    if (broken.length > 0) return { regression, text: `${text}Not accepted: offsets are broken.\n`, exitCode: 1 };
    acceptBaseline(folder, gold.documents, options.baseline);
    text += `Accepted as the new baseline in ${options.baseline}.\n`;
    return { regression, text, exitCode: 0 };
  });
}

/** The first state has nothing to be compared with; offsets and lost documents are looked at all the same. */
function startBaseline(
  gold: Gold,
  output: readonly PredictedDocument[],
  folder: string,
  baseline: string,
  accept: boolean,
): RegressResult {
  const first = compareWithBaseline(gold, { documents: output, gold: new Map() }, output);
  const missing = { cause: 'baseline' as const, message: `no baseline in ${baseline}: take this state with --accept` };
  const failures = accept ? first.failures : [...first.failures, missing];
  const regression = { ...first, failures };
  const text = formatRegression(regression);
  if (!accept || failures.length > 0) return { regression, text, exitCode: 1 };
  acceptBaseline(folder, gold.documents, baseline);
  return { regression, text: `${text}Accepted as the first baseline in ${baseline}.\n`, exitCode: 0 };
}
