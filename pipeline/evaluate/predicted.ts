// Reads what the pipeline wrote (contract: dataset.jsonl, sentences.jsonl, documents.jsonl) as the scorer needs it.
// Lenient on fields the scorer does not know, strict on those it counts by.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Label } from './gold.ts';
import { TamisError } from '../text/errors.ts';

const offset = z.int().nonnegative();
const languageSchema = z.enum(['fr', 'en', 'und']);

/** A record as far as the scorer reads it. */
export const predictedRecordSchema = z.object({
  id: z.string(),
  doc: z.string(),
  lang: languageSchema,
  type: z.enum(['person', 'organisation', 'country', 'place', 'figure', 'date', 'other']),
  text: z.string(),
  start: offset,
  end: offset,
  sentence: z.tuple([offset, offset]),
  score: z.number().min(0).max(1),
  method: z.string(),
  status: z.string(),
  name: z.string().optional(),
  entity: z.string().optional(),
  country: z.string().optional(),
  code: z.string().optional(),
  via: z.enum(['name', 'periphrasis', 'demonym']).optional(),
  kind: z.string().optional(),
  qualifier: z.enum(['exact', 'approximate', 'more_than', 'at_least', 'less_than', 'at_most', 'range']).optional(),
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.string().optional(),
  edtf: z.string().optional(),
});
export type PredictedRecord = z.infer<typeof predictedRecordSchema>;

const sentenceSchema = z.object({
  doc: z.string(),
  start: offset,
  end: offset,
  lang: languageSchema,
  margin: z.number(),
  text: z.string().optional(),
});
export type PredictedSentence = z.infer<typeof sentenceSchema>;

const documentSchema = z.object({
  doc: z.string(),
  sha256: z.string().optional(),
  lang: languageSchema.optional(),
  date: z.string().optional(),
  model: z
    .looseObject({ name: z.string().optional(), version: z.string().optional(), hash: z.string().optional() })
    .optional(),
  characters: offset.optional(),
  review: z.string().optional(),
  status: z.enum(['ok', 'failed']),
  error: z.unknown().optional(),
});

export interface PredictedDocument {
  readonly doc: string;
  readonly status: 'ok' | 'failed';
  readonly error?: string;
  readonly sha256?: string;
  readonly lang: 'fr' | 'en' | 'und';
  readonly date?: string;
  /** Name, version and hash of the model, as one word. */
  readonly model?: string;
  readonly characters?: number;
  readonly review?: string;
  readonly sentences: readonly PredictedSentence[];
  readonly records: readonly PredictedRecord[];
}

/**
 * Label under which a record's span is compared.
 * @example labelOf({ type: 'country', via: 'demonym' }) // 'demonym'
 */
export function labelOf(record: Pick<PredictedRecord, 'type' | 'via'>): Label {
  if (record.type !== 'country') return record.type;
  return record.via === 'demonym' ? 'demonym' : 'place';
}

/**
 * Reads an output folder.
 * @throws Error with file and line where a line is not of the contract
 */
export function readPredicted(folder: string): PredictedDocument[] {
  const lines = readJsonLines(join(folder, 'documents.jsonl'), documentSchema);
  const sentences = groupByDocument(readJsonLines(join(folder, 'sentences.jsonl'), sentenceSchema));
  const records = groupByDocument(readJsonLines(join(folder, 'dataset.jsonl'), predictedRecordSchema));
  return lines.map((line) => {
    const model = modelOf(line.model);
    return {
      doc: line.doc,
      status: line.status,
      ...(line.error === undefined
        ? {}
        : { error: typeof line.error === 'string' ? line.error : JSON.stringify(line.error) }),
      ...(line.sha256 === undefined ? {} : { sha256: line.sha256 }),
      lang: line.lang ?? 'und',
      ...(line.date === undefined ? {} : { date: line.date }),
      ...(model === undefined ? {} : { model }),
      ...(line.characters === undefined ? {} : { characters: line.characters }),
      ...(line.review === undefined ? {} : { review: line.review }),
      sentences: sentences.get(line.doc) ?? [],
      records: records.get(line.doc) ?? [],
    };
  });
}

/** A model in one word; its version is left out where it is the hash again. */
function modelOf(model: z.infer<typeof documentSchema>['model']): string | undefined {
  if (model === undefined) return undefined;
  const hash = model.hash?.slice(0, 12);
  const version = model.version !== undefined && hash?.startsWith(model.version) === true ? undefined : model.version;
  const words = [model.name, version, hash].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(' ');
}

/**
 * Lines of a JSON lines file.
 * @throws TamisError with file and line where one is none of the schema's
 */
export function readJsonLines<Line>(path: string, schema: z.ZodType<Line>): Line[] {
  if (!existsSync(path))
    throw new TamisError(
      'dataset.missing',
      `expected ${path}, got nothing: name the folder that \`tamis dataset\` wrote`,
    );
  const lines: Line[] = [];
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new TamisError('dataset.line', `${path}:${index + 1}: expected a JSON object, got ${line.slice(0, 60)}`, {
        cause,
      });
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success)
      throw new TamisError('dataset.line', `${path}:${index + 1}: ${z.prettifyError(parsed.error)}`, {
        cause: parsed.error,
      });
    lines.push(parsed.data);
  }
  return lines;
}

function groupByDocument<Line extends { doc: string }>(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(line.doc);
    if (group === undefined) groups.set(line.doc, [line]);
    else group.push(line);
  }
  return groups;
}
