// The shape of every line that is written, once: types, validation and the published JSON Schema all come from here.
import { z } from 'zod';
import { fateSchema } from '../ledger/schema.ts';

const offset = z.int().min(0);
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const countryCode = z.string().regex(/^[A-Z]{2}$/u);
const noteSchema = z.strictObject({ code: z.string(), message: z.string() });
const candidateSchema = z.strictObject({ value: z.string(), reason: z.string() });

const derivationSchema = z.strictObject({
  role: z.enum(['qualifier', 'number', 'magnitude', 'unit', 'noun']),
  start: offset,
  end: offset,
  value: z.union([z.string(), z.number()]),
});

const common = {
  id: z.string().regex(/^[0-9a-f]{16}$/u),
  doc: z.string(),
  lang: z.enum(['fr', 'en', 'und']),
  type: z.string(),
  text: z.string().min(1),
  start: offset,
  end: offset,
  sentence: z.tuple([offset, offset]),
  score: z.number().min(0).max(1),
  method: z.string().regex(/^(?:model:.+|rule:.+|human)$/u),
  status: z.enum(['auto', 'pending', 'accepted', 'corrected', 'added']),
  was: z.string().optional(),
  candidates: z.array(candidateSchema).optional(),
  notes: z.array(noteSchema).optional(),
};

// proposals that lost their place to this record, with the row of the arbitration table that decided
const rivals = z
  .array(
    z.strictObject({
      type: z.string(),
      text: z.string(),
      start: offset,
      end: offset,
      score: z.number(),
      rule: z.string(),
    }),
  )
  .optional();

const named = { name: z.string().optional(), entity: z.string().optional() };

/** A line of `dataset.jsonl`: one record, one mention. Keys are written in the order in which they stand here. */
export const recordSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('person'), ...named, rivals }),
  z.strictObject({ ...common, type: z.literal('organisation'), ...named, rivals }),
  z.strictObject({ ...common, type: z.literal('place'), ...named, country: countryCode.optional(), rivals }),
  z.strictObject({ ...common, type: z.literal('other'), ...named, rivals }),
  z.strictObject({
    ...common,
    type: z.literal('country'),
    code: countryCode.optional(),
    name: z.string().optional(),
    name_fr: z.string().optional(),
    via: z.enum(['name', 'periphrasis', 'demonym']),
    rivals,
  }),
  z.strictObject({
    ...common,
    type: z.literal('figure'),
    kind: z.enum(['count', 'money', 'percent', 'duration', 'age', 'measure', 'ratio']),
    qualifier: z.enum(['exact', 'approximate', 'more_than', 'at_least', 'less_than', 'at_most', 'range']),
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    approximate: z.literal(true).optional(),
    fraction: z.tuple([z.number(), z.number()]).optional(),
    unit: z.string().min(1).optional(),
    derivation: z.array(derivationSchema),
    rivals,
  }),
  z.strictObject({
    ...common,
    type: z.literal('date'),
    edtf: z.string(),
    from: isoDay.optional(),
    to: isoDay.optional(),
    rivals,
  }),
]);
export type DatasetRecord = z.infer<typeof recordSchema>;

/** A line of `sentences.jsonl`. `text` is absent under `TEXT=no`. */
export const sentenceSchema = z.strictObject({
  doc: z.string(),
  start: offset,
  end: offset,
  lang: z.enum(['fr', 'en', 'und']),
  margin: z.number().min(0).max(1),
  text: z.string().optional(),
});
export type SentenceLine = z.infer<typeof sentenceSchema>;

const modelSchema = z.strictObject({ name: z.string(), version: z.string(), hash: z.string() });
export type ModelIdentity = z.infer<typeof modelSchema>;

/** A line of `documents.jsonl`. Of a failed document the keys that are not known are absent. */
export const documentSchema = z.strictObject({
  doc: z.string(),
  source: z.string(),
  sha256: z.string().optional(),
  encoding: z.string().optional(),
  // hash of the decoded text, where it differs from that of the bytes: a byte order mark, another encoding
  text_sha256: z.string().optional(),
  lang: z.enum(['fr', 'en', 'und']).optional(),
  date: z.string().optional(),
  title: z.string().optional(),
  model: modelSchema.optional(),
  characters: offset.optional(),
  sentences: offset.optional(),
  records: offset.optional(),
  review: z.enum(['none', 'partial', 'complete']),
  status: z.enum(['ok', 'failed']),
  error: z.string().optional(),
  duplicate_of: z.string().optional(),
  notes: z.array(
    z.strictObject({
      code: z.string(),
      stage: z.string(),
      severity: z.enum(['info', 'warning', 'error']),
      start: offset.optional(),
      end: offset.optional(),
      message: z.string(),
    }),
  ),
  unread: z.array(z.strictObject({ stage: z.string(), start: offset, end: offset, reason: z.string() })),
});
export type DocumentLine = z.infer<typeof documentSchema>;

/** A line of `entities.jsonl`. */
export const entitySchema = z.strictObject({
  entity: z.string(),
  type: z.enum(['person', 'organisation', 'place', 'other']),
  name: z.string(),
  name_fr: z.string().optional(),
  name_en: z.string().optional(),
  names: z.array(
    z.strictObject({
      name: z.string(),
      lang: z.enum(['fr', 'en', 'und']),
      count: z.int().min(1),
      evidence: z.string(),
    }),
  ),
  acronym: z.string().optional(),
  country: countryCode.optional(),
  documents: z.int().min(0),
  mentions: z.int().min(0),
  was: z.array(z.string()).optional(),
  // merges that were considered and not made, for a person to decide
  doubts: z.array(z.strictObject({ others: z.array(z.string()), reason: z.string() })).optional(),
});
export type EntityLine = z.infer<typeof entitySchema>;

/** A line of `leads.jsonl`: what was not extracted and might have been. `score` is the measured share of such leads that are right. */
export const leadSchema = z.strictObject({
  doc: z.string(),
  start: offset,
  end: offset,
  text: z.string().min(1),
  sentence: z.tuple([offset, offset]),
  lang: z.enum(['fr', 'en', 'und']),
  reason: z.enum(['near-miss', 'marked-elsewhere', 'digits', 'capitals']),
  type: z.enum(['person', 'organisation', 'country', 'place', 'figure', 'date', 'other']).optional(),
  score: z.number().min(0).max(1).optional(),
});
export type LeadLine = z.infer<typeof leadSchema>;

/**
 * A line of the stream form: the document's line, with its sentences and records in place of their counts, its leads, and
 * where a ledger was applied what became of the decisions in this document.
 */
export const streamSchema = z.strictObject({
  ...documentSchema.shape,
  sentences: z.array(sentenceSchema).optional(),
  records: z.array(recordSchema).optional(),
  leads: z.array(leadSchema).optional(),
  decisions: z.array(fateSchema).optional(),
  // the entity and name of each record before decisions about entities changed them, for `collect`
  linked: z.array(z.strictObject({ record: z.string(), entity: z.string(), name: z.string().optional() })).optional(),
});
export type StreamLine = z.infer<typeof streamSchema>;
