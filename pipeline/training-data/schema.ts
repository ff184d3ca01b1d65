// The shape of the lines of training data.
import { z } from 'zod';
import { recordSchema } from '../write/schema.ts';

const offset = z.int().min(0);
const lang = z.enum(['fr', 'en', 'und']);
const span = z.tuple([offset, offset]);

/** A line of `complete.jsonl`: a document in which everything is known. Offsets count in `text`. */
export const completeSchema = z.strictObject({
  doc: z.string(),
  lang,
  date: z.string().optional(),
  text_sha256: z.string(),
  text: z.string(),
  sentences: z.array(z.strictObject({ start: offset, end: offset, lang })),
  records: z.array(recordSchema),
});
export type CompleteLine = z.infer<typeof completeSchema>;

/**
 * A line of `sparse.jsonl`: a sentence of a document that was not read to its end. Offsets count in the document, whose
 * part from `start` to `end` is `text`.
 */
export const sparseSchema = z.strictObject({
  doc: z.string(),
  text_sha256: z.string(),
  /** `sentence`: every record in it was decided. `decision`: some were. */
  kind: z.enum(['sentence', 'decision']),
  lang,
  start: offset,
  end: offset,
  text: z.string(),
  /** The decided ones. */
  records: z.array(recordSchema),
  /** Where a person said that there is nothing. */
  rejected: z.array(span),
  /**
   * What nobody has judged: there may be anything. Outside of these and of the records nothing was extracted and nothing
   * gave reason to look; nobody who read the sentence to its end said so.
   */
  open: z.array(span),
});
export type SparseLine = z.infer<typeof sparseSchema>;

/** A line of `left-out.jsonl`. */
export const leftOutSchema = z.strictObject({
  /** `document`: nothing of it; `markup`: only its marked text; `decision`: one target of a decision. */
  what: z.enum(['document', 'markup', 'decision']),
  doc: z.string().optional(),
  decision: z.string().optional(),
  target: offset.optional(),
  reason: z.string(),
});
export type LeftOut = z.infer<typeof leftOutSchema>;
