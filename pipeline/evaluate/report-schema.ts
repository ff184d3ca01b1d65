// The report of an evaluation as other programs read it.
import { z } from 'zod';
import { errorCauses } from './errors.ts';

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
