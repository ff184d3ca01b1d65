// The report of an evaluation: its schema, and how it is made of gold and output. No file is read here.
import { z } from 'zod';
import { surroundingsOf } from './agreement.ts';
import { bootstrapF1 } from './bootstrap.ts';
import { errorCauses, listErrors } from './errors.ts';
import type { Gold } from './gold.ts';
import { tallyDocument } from './judge.ts';
import { findOffsetFaults } from './offsets.ts';
import { pairDocuments } from './pairing.ts';
import type { PredictedDocument } from './predicted.ts';
import { figuresOf, noCounts, sumTallies, type Tally } from './tally.ts';

const share = z.number().min(0).max(1).nullable();

const readingSchema = z.strictObject({
  label: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  value: z.string(),
  method: z.string().optional(),
  score: z.number().optional(),
});

export const reportSchema = z.strictObject({
  version: z.literal(1),
  documents: z.int().nonnegative(),
  mentions: z.int().nonnegative(),
  /** Gold documents without output: all their gold counts as missed. */
  lost: z.array(z.strictObject({ doc: z.string(), reason: z.string() })),
  leftOut: z.array(z.string()),
  offsetFaults: z.array(z.strictObject({ doc: z.string(), reason: z.string() })),
  /** Gold of a frozen test: no errors and no documents are listed. */
  figuresOnly: z.boolean(),
  interval: z.strictObject({ method: z.string(), resamples: z.int().positive(), seed: z.int() }),
  figures: z.array(
    z.strictObject({
      /** `fr`, `en`, `und`, `all`, or a family of files. */
      group: z.string(),
      row: z.string(),
      measure: z.string(),
      gold: z.number().nonnegative(),
      found: z.number().nonnegative(),
      goldRight: z.number().nonnegative(),
      foundRight: z.number().nonnegative(),
      precision: share,
      recall: share,
      f1: share,
      low: share,
      high: share,
    }),
  ),
  causes: z.array(
    z.strictObject({ lang: z.string(), label: z.string(), cause: z.enum(errorCauses), count: z.int().positive() }),
  ),
  errors: z.array(
    z.strictObject({
      cause: z.enum(errorCauses),
      doc: z.string(),
      lang: z.string(),
      line: z.int().positive().optional(),
      gold: readingSchema.optional(),
      found: readingSchema.optional(),
      sentence: z.string(),
    }),
  ),
});
export type EvaluationReport = z.infer<typeof reportSchema>;

export interface ReportOptions {
  /** Also a group for each family of files. */
  readonly byFamily?: boolean;
  readonly resamples?: number;
  readonly seed?: number;
  readonly curatedNames?: ReadonlySet<string> | undefined;
}

/**
 * Judges output against gold.
 * @example reportOn({ documents: [], leftOut: [], isFiguresOnly: false }, []).figures // []
 */
export function reportOn(
  gold: Gold,
  output: readonly PredictedDocument[],
  { byFamily = false, resamples = 1000, seed = 20260101, curatedNames }: ReportOptions = {},
): EvaluationReport {
  const { pairs, lost } = pairDocuments(gold.documents, output);
  const tallies = pairs.map((pair) => ({
    gold: pair.gold,
    tally: tallyDocument(pair.gold, pair.found, surroundingsOf(pair.gold, pair.found, curatedNames)),
  }));
  const groups = new Map<string, Tally[]>();
  const join = (group: string, tally: Tally): void => {
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [tally]);
    else members.push(tally);
  };
  for (const { gold: document, tally } of tallies) join(document.lang, tally);
  for (const { tally } of tallies) join('all', tally);
  if (byFamily)
    for (const { gold: document, tally } of tallies) if (document.family !== '') join(document.family, tally);

  const figures = [...groups].flatMap(([group, members]) =>
    [...sumTallies(members)].map(([key, counts]) => {
      const [row = '', measure = ''] = key.split('|');
      const interval = bootstrapF1(
        members.map((member) => member.get(key) ?? noCounts),
        resamples,
        seed,
      );
      const { precision, recall, f1 } = figuresOf(counts);
      return {
        group,
        row,
        measure,
        ...counts,
        precision: rounded(precision),
        recall: rounded(recall),
        f1: rounded(f1),
        low: rounded(interval?.low ?? null),
        high: rounded(interval?.high ?? null),
      };
    }),
  );
  const errors = gold.isFiguresOnly
    ? []
    : pairs.flatMap((pair) =>
        pair.found === undefined
          ? []
          : listErrors(pair.gold, pair.found, surroundingsOf(pair.gold, pair.found, curatedNames)),
      );
  return {
    version: 1,
    documents: gold.documents.length,
    mentions: gold.documents.reduce((sum, document) => sum + document.mentions.length, 0),
    lost: [...lost],
    leftOut: [...gold.leftOut],
    offsetFaults: pairs.flatMap((pair) =>
      pair.found === undefined ? [] : findOffsetFaults(pair.gold.text, pair.found),
    ),
    figuresOnly: gold.isFiguresOnly,
    interval: { method: '95 %, bootstrap over documents', resamples, seed },
    figures,
    causes: countCauses(errors),
    errors,
  };
}

function countCauses(errors: EvaluationReport['errors']): EvaluationReport['causes'] {
  const counts = new Map<string, EvaluationReport['causes'][number]>();
  for (const { lang, gold, found, cause } of errors) {
    const label = gold?.label ?? found?.label ?? '';
    const key = `${lang}|${label}|${cause}`;
    counts.set(key, { lang, label, cause, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((left, right) => right.count - left.count);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6;
}
