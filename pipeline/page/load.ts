// Reads what a review needs: the dataset that a run wrote, and the texts it was made from. Nothing is written here.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDocuments } from '../read/index.ts';
import { readLines } from '../read/lines.ts';
import { listInput } from '../read/list.ts';
import { TamisError } from '../text/errors.ts';
import type { Span } from '../text/span.ts';
import { fileNames } from '../write/folder.ts';
import {
  type DatasetRecord,
  type DocumentLine,
  documentSchema,
  type EntityLine,
  entitySchema,
  type LeadLine,
  leadSchema,
  recordSchema,
} from '../write/schema.ts';

export interface ReviewDocument {
  readonly doc: string;
  readonly line: DocumentLine;
  readonly text: string;
  readonly textSha256: string;
  readonly sentences: readonly (Span & { readonly lang: 'fr' | 'en' | 'und' })[];
  readonly records: readonly DatasetRecord[];
  readonly leads: readonly LeadLine[];
}

/** A document that cannot be reviewed, and why. */
export interface Unreviewable {
  readonly doc: string;
  readonly problem: 'failed' | 'changed' | 'missing';
}

export interface Moved {
  readonly decision: string;
  readonly target: number;
  readonly doc: string;
  readonly record: string;
}

export interface Loaded {
  /** In the order of the dataset. */
  readonly documents: readonly ReviewDocument[];
  readonly unreviewable: readonly Unreviewable[];
  readonly entities: readonly EntityLine[];
  /** Decisions that were taken on another text and moved with it: the record that stands because of each. */
  readonly moved: readonly Moved[];
  /** Version of the rules: of the software that made the records. */
  readonly rules: string | undefined;
}

const lineLimit = 64 * 2 ** 20;
const sentenceSchema = z.object({
  doc: z.string(),
  start: z.int(),
  end: z.int(),
  lang: z.enum(['fr', 'en', 'und']),
});
const fateSchema = z.object({
  decision: z.string(),
  target: z.int().optional(),
  fate: z.string(),
  doc: z.string().optional(),
  record: z.string().optional(),
});
const runSchema = z.object({ tamis: z.string().optional() });

/**
 * Loads a dataset folder with the texts of its input.
 *
 * @example (await loadReview({ input: 'seeds', output: 'output' })).documents.length // 5
 * @throws TamisError `review.no_dataset` where OUTPUT holds no dataset
 */
export async function loadReview({
  input,
  output,
  ledger,
}: {
  input: string;
  output: string;
  ledger?: string;
}): Promise<Loaded> {
  if (!existsSync(join(output, 'dataset.jsonl'))) {
    throw new TamisError(
      'review.no_dataset',
      `expected a dataset in "${output}", found none: run make dataset INPUT=… OUTPUT=… first, then make review with the same`,
    );
  }
  const lines = new Map<string, DocumentLine>();
  await readFileLines(output, 'documents.jsonl', documentSchema, (line) => lines.set(line.doc, line));
  const records = new Map<string, DatasetRecord[]>();
  await readFileLines(output, 'dataset.jsonl', recordSchema, (record) => push(records, record.doc, record));
  const sentences = new Map<string, z.infer<typeof sentenceSchema>[]>();
  await readFileLines(output, 'sentences.jsonl', sentenceSchema, (sentence) => push(sentences, sentence.doc, sentence));
  const leads = new Map<string, LeadLine[]>();
  await readFileLines(output, 'leads.jsonl', leadSchema, (lead) => push(leads, lead.doc, lead));
  const entities: EntityLine[] = [];
  await readFileLines(output, 'entities.jsonl', entitySchema, (entity) => entities.push(entity));
  const moved: Moved[] = [];
  await readFileLines(output, 'decisions.jsonl', fateSchema, ({ decision, target, fate, doc, record }) => {
    if (fate === 'moved' && doc !== undefined && record !== undefined)
      moved.push({ decision, target: target ?? 0, doc, record });
  });

  const texts = await readTexts(input, output, ledger);
  const documents: ReviewDocument[] = [];
  const unreviewable: Unreviewable[] = [];
  for (const [doc, line] of lines) {
    const found = texts.get(doc);
    if (line.status === 'failed') unreviewable.push({ doc, problem: 'failed' });
    else if (found === undefined) unreviewable.push({ doc, problem: 'missing' });
    else if (found.sha256 !== line.sha256) unreviewable.push({ doc, problem: 'changed' });
    else {
      const { text } = found;
      documents.push({
        doc,
        line,
        text,
        textSha256: createHash('sha256').update(text).digest('hex'),
        sentences: sentences.get(doc) ?? [],
        records: records.get(doc) ?? [],
        leads: leads.get(doc) ?? [],
      });
    }
  }
  const run = readRun(join(output, 'run.json'));
  return { documents, unreviewable, entities, moved, rules: run };
}

async function readTexts(
  input: string,
  output: string,
  ledger: string | undefined,
): Promise<Map<string, { text: string; sha256: string }>> {
  const texts = new Map<string, { text: string; sha256: string }>();
  const files = listInput(input, { results: fileNames, output, ...(ledger === undefined ? {} : { ledger }) });
  for await (const document of readDocuments(files)) {
    if ('failure' in document || texts.has(document.doc)) continue; // it has its line in documents.jsonl
    texts.set(document.doc, { text: document.text, sha256: document.sha256 });
  }
  return texts;
}

async function readFileLines<Line>(
  output: string,
  name: string,
  schema: z.ZodType<Line>,
  take: (line: Line) => void,
): Promise<void> {
  const path = join(output, name);
  if (!existsSync(path)) return;
  for await (const { bytes, number } of readLines(createReadStream(path), lineLimit)) {
    const parsed = schema.safeParse(parseJson(bytes.toString()));
    if (!parsed.success) {
      throw new TamisError(
        'review.broken_dataset',
        `expected a line that this version wrote at ${path}:${number}, found another: run make dataset again`,
      );
    }
    take(parsed.data);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by every schema
  }
}

function readRun(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const parsed = runSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
  return parsed.success ? parsed.data.tamis : undefined;
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
