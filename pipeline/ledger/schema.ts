// The shape of a ledger's lines, once: types, validation and the published JSON Schema all come from here.
import { z } from 'zod';

const offset = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const decisionId = z.string().regex(/^[0-9a-f]{16}$/u);
const countryCode = z.string().regex(/^[A-Z]{2}$/u);

/** The keys that make a mention what it is, whoever found it: span, type and what the type carries. */
const decided = {
  type: z.enum(['person', 'organisation', 'country', 'place', 'figure', 'date', 'other']),
  text: z.string().min(1),
  start: offset,
  end: offset,
  /** Canonical name of a person, organisation, place or other name; of a country it follows from `code`. */
  name: z.string().min(1).optional(),
  /** Country of a place. */
  country: countryCode.optional(),
  /** ISO code of a country. */
  code: countryCode.optional(),
  via: z.enum(['name', 'periphrasis', 'demonym']).optional(),
  kind: z.enum(['count', 'money', 'percent', 'duration', 'age', 'measure', 'ratio']).optional(),
  qualifier: z.enum(['exact', 'approximate', 'more_than', 'at_least', 'less_than', 'at_most', 'range']).optional(),
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  approximate: z.literal(true).optional(),
  fraction: z.tuple([z.number(), z.number()]).optional(),
  unit: z.string().min(1).optional(),
  edtf: z.string().optional(),
};

/** A record as a person decided that it is. */
export const decidedSchema = z.strictObject(decided);
export type Decided = z.infer<typeof decidedSchema>;

/** The keys of a decided record, in the order in which they are written. */
export const decidedKeys = decidedSchema.keyof().options;

/** A record, or a lead, as it was shown when the decision was taken. */
export const shownSchema = z.strictObject({
  ...decided,
  // a lead has no type of its own
  type: decided.type.optional(),
  /** Id of the record; absent for a lead. */
  id: z
    .string()
    .regex(/^[0-9a-f]{16}$/u)
    .optional(),
  entity: z.string().optional(),
  score: z.number().min(0).max(1).optional(),
  method: z.string().optional(),
  status: z.enum(['auto', 'pending', 'accepted', 'corrected', 'added']).optional(),
  candidates: z.array(z.strictObject({ value: z.string(), reason: z.string() })).optional(),
});
export type Shown = z.infer<typeof shownSchema>;

/** What a decision is about: the anchor is the text's hash, the span, and the text on both sides. */
export const targetSchema = z.strictObject({
  doc: z.string(),
  /** SHA-256 of the decoded text in which the offsets hold. */
  text_sha256: sha256,
  /** Up to 64 characters of text before and after the mention as shown (as decided, where nothing was shown). */
  before: z.string(),
  after: z.string(),
  shown: shownSchema.optional(),
  /** The record that stands instead: of a correction and an addition. */
  record: decidedSchema.optional(),
});
export type Target = z.infer<typeof targetSchema>;

/** An entity as it was shown; its id may change when its fullest name does, its names find it again. */
export const entityReferenceSchema = z.strictObject({
  entity: z.string(),
  type: z.enum(['person', 'organisation', 'place', 'other']),
  name: z.string(),
  names: z.array(z.string()),
});
export type EntityReference = z.infer<typeof entityReferenceSchema>;

const common = {
  v: z.literal(1),
  id: decisionId,
  /** Who decided: a name from a setting. */
  by: z.string().min(1),
  /** When, in UTC; absent where no time was measured. */
  at: z.iso.datetime().optional(),
  /** How long the decision took, in seconds; absent where no time was measured. */
  seconds: z.number().min(0).optional(),
  /** Where in the review it was taken; an audit's decisions are a random sample, the others are not. */
  mode: z.enum(['doubtful', 'entities', 'recall', 'audit', 'read']).optional(),
  /** The model whose records were shown. */
  model: z.strictObject({ name: z.string(), version: z.string(), hash: z.string() }).optional(),
  /** Version of the rules whose records were shown: the version of this software. */
  rules: z.string().optional(),
};

const targets = z.array(targetSchema).min(1);
/** Of a decision taken "everywhere": the pattern, and the mentions that it was said not to be true of. */
const everywhere = { pattern: z.string().min(1).optional(), except: z.array(targetSchema).optional() };

/** A line of the ledger: one decision. Lines are only ever added; `undo` takes a line back, also an earlier `undo`. */
export const decisionSchema = z.discriminatedUnion('action', [
  /** Right as shown. */
  z.strictObject({ ...common, action: z.literal('accept'), targets, ...everywhere }),
  /** No mention of anything: the record goes; of a lead: there is nothing to add. */
  z.strictObject({ ...common, action: z.literal('reject'), targets, ...everywhere }),
  /** Something else than shown: each target has its `record`. */
  z.strictObject({ ...common, action: z.literal('correct'), targets, ...everywhere }),
  /** Not extracted: each target has its `record`, and the lead as `shown` where one led to it. */
  z.strictObject({ ...common, action: z.literal('add'), targets, ...everywhere }),
  /** The person can't say: it stays as it is and is asked last. */
  z.strictObject({ ...common, action: z.literal('unsure'), targets, ...everywhere }),
  /** The same person, organisation, place or thing. */
  z.strictObject({
    ...common,
    action: z.literal('merge'),
    entities: z.array(entityReferenceSchema).min(2),
    name: z.string().min(1).optional(),
  }),
  /** Not the same, though it was proposed. */
  z.strictObject({ ...common, action: z.literal('distinct'), entities: z.array(entityReferenceSchema).min(2) }),
  /** Some mentions of an entity are another one of the same name: `discriminator` tells them apart ("the painter"). */
  z.strictObject({
    ...common,
    action: z.literal('split'),
    entity: entityReferenceSchema,
    targets,
    discriminator: z.string().min(1),
    name: z.string().min(1).optional(),
  }),
  /** The canonical name of an entity, in the whole dataset. */
  z.strictObject({ ...common, action: z.literal('rename'), entity: entityReferenceSchema, name: z.string().min(1) }),
  /** A document read from top to bottom: its records are right and nothing else is in it. */
  z.strictObject({
    ...common,
    action: z.literal('complete'),
    doc: z.string(),
    text_sha256: sha256,
    /** How many records stood in it then. */
    records: offset,
    /** Those of them that no decision of their own names: they count as accepted. */
    targets: targets.optional(),
  }),
  z.strictObject({ ...common, action: z.literal('undo'), undoes: decisionId }),
]);
export type Decision = z.infer<typeof decisionSchema>;

/** What became of a decision, or of one of its targets, in a run: a line of `decisions.jsonl`. */
export const fateSchema = z.strictObject({
  decision: decisionId,
  action: z.string(),
  /** Index of the target within the decision, where it has targets. */
  target: offset.optional(),
  /**
   * `applied` as it was taken; `moved` with its text to other offsets; `orphaned`: document, text or entity is gone;
   * `contradicted`: applied, but what is extracted now is something else than what was decided on, or it can no longer
   * be applied for that reason; `superseded` by a later decision on the same; `undone`.
   */
  fate: z.enum(['applied', 'moved', 'orphaned', 'contradicted', 'superseded', 'undone']),
  doc: z.string().optional(),
  /** Id of the record that stands because of it. */
  record: z.string().optional(),
  reason: z.string().optional(),
});
export type Fate = z.infer<typeof fateSchema>;
