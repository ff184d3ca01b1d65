// What the page may ask, checked at the door.
import { z } from 'zod';
import { decidedSchema } from '../ledger/schema.ts';

const mode = z.enum(['doubtful', 'entities', 'recall', 'audit', 'read']);
const id = z.string().regex(/^[0-9a-f]{16}$/u);
const key = z.string().min(1).max(4096);
const seconds = z.number().min(0).max(86_400).optional();

export const filterSchema = z.object({
  doc: z.string().optional(),
  type: z.enum(['person', 'organisation', 'country', 'place', 'figure', 'date', 'other']).optional(),
  lang: z.enum(['fr', 'en']).optional(),
});

export const queueRequest = z.strictObject({
  mode: z.enum(['doubtful', 'recall', 'audit']),
  filter: filterSchema,
  limit: z.int().min(1).max(50),
  /** Cards that the page has already. */
  have: z.array(key).max(200),
});

export const keyRequest = z.strictObject({ key });
export const overviewRequest = z.strictObject({ mode, filter: filterSchema });

export const decideRequest = z.strictObject({
  /** Id of the decision, from the page: sent again after a broken connection it is the same decision. */
  id,
  key,
  /** The decision that stood when the card was shown. */
  seen: id.nullable(),
  action: z.enum(['accept', 'reject', 'correct', 'unsure']),
  record: decidedSchema.optional(),
  mode,
  filter: filterSchema,
  seconds,
});

export const addRequest = z.strictObject({
  id,
  doc: z.string(),
  record: decidedSchema,
  mode,
  filter: filterSchema,
  seconds,
});

const scope = z.enum(['writing', 'entity']);
export const alikeRequest = z.strictObject({ key, scope, all: z.boolean(), record: decidedSchema.optional() });
export const everywhereRequest = z.strictObject({
  id,
  key,
  scope,
  action: z.enum(['accept', 'reject', 'correct']),
  record: decidedSchema.optional(),
  except: z.array(key).max(20_000),
  mode,
  filter: filterSchema,
  seconds,
});

export const undoRequest = z.strictObject({ id, mode, filter: filterSchema });
export const proposeRequest = z.strictObject({
  key: key.optional(),
  doc: z.string().optional(),
  start: z.int().min(0),
  end: z.int().min(0),
});
export const documentRequest = z.strictObject({ doc: z.string(), filter: filterSchema });
export const completeRequest = z.strictObject({
  id,
  doc: z.string(),
  filter: filterSchema,
  seconds,
});

export const entityQueueRequest = z.strictObject({ filter: filterSchema, limit: z.int().min(1).max(50) });
export const entityRequest = z.strictObject({ entity: z.string() });
export const entitySearchRequest = z.strictObject({ text: z.string().max(200), except: z.string().optional() });
export const entityDecideRequest = z.strictObject({
  id,
  action: z.enum(['merge', 'distinct', 'split', 'rename']),
  entities: z.array(z.string()).min(1).max(2),
  name: z.string().trim().min(1).optional(),
  discriminator: z.string().trim().min(1).optional(),
  keys: z.array(key).optional(),
  filter: filterSchema,
  seconds,
});

export const historyRequest = z.strictObject({ before: z.int().min(0).optional() });
export const undoOneRequest = z.strictObject({ id, decision: id, mode, filter: filterSchema });
export const noRequest = z.strictObject({});
