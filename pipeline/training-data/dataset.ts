// Reads from a dataset folder what was reviewed of it: the lines of the documents that decisions were applied to.
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fateSchema, type Fate } from '../ledger/schema.ts';
import { readLines } from '../read/lines.ts';
import { messageOf, TamisError } from '../text/errors.ts';
import type { DocumentLines } from '../write/lines.ts';
import {
  type DatasetRecord,
  documentSchema,
  type LeadLine,
  leadSchema,
  recordSchema,
  type SentenceLine,
  sentenceSchema,
} from '../write/schema.ts';

export interface Reviewed {
  /** Documents with a decision, in input order. */
  readonly documents: readonly DocumentLines[];
  readonly fates: readonly Fate[];
}

const lineLimit = 64 * 2 ** 20;

/**
 * Reads a folder that `tamis dataset` wrote under a ledger. Documents without a decision are passed over line by line.
 *
 * @example (await readReviewed('output')).documents.length // 5
 * @throws TamisError where a file is missing or a line is none of the dataset's
 */
export async function readReviewed(folder: string): Promise<Reviewed> {
  const heads = new Map<string, { document: DocumentLines['document']; lines: Lists }>();
  for await (const document of linesOf(folder, 'documents.jsonl', documentSchema)) {
    if (document.status === 'failed' || document.review === 'none') continue;
    heads.set(document.doc, { document, lines: { sentences: [], records: [], leads: [] } });
  }
  for await (const line of linesOf(folder, 'sentences.jsonl', sentenceSchema)) {
    heads.get(line.doc)?.lines.sentences.push(line);
  }
  for await (const line of linesOf(folder, 'dataset.jsonl', recordSchema))
    heads.get(line.doc)?.lines.records.push(line);
  for await (const line of linesOf(folder, 'leads.jsonl', leadSchema)) heads.get(line.doc)?.lines.leads.push(line);
  const fates: Fate[] = [];
  for await (const fate of linesOf(folder, 'decisions.jsonl', fateSchema)) fates.push(fate);
  return { documents: [...heads.values()].map(({ document, lines }) => ({ document, ...lines })), fates };
}

interface Lists {
  readonly sentences: SentenceLine[];
  readonly records: DatasetRecord[];
  readonly leads: LeadLine[];
}

async function* linesOf<Line>(folder: string, name: string, schema: z.ZodType<Line>): AsyncGenerator<Line> {
  const path = join(folder, name);
  if (!existsSync(path)) {
    const message = `expected the dataset of a run with the ledger in "${folder}", found no ${name}: run make dataset with REVIEW first`;
    throw new TamisError('dataset.missing', message);
  }
  for await (const line of readLines(createReadStream(path), lineLimit)) {
    if (line.byteCount === 0) continue;
    try {
      yield schema.parse(JSON.parse(line.bytes.toString()));
    } catch (thrown) {
      const found = thrown instanceof z.ZodError ? z.prettifyError(thrown) : messageOf(thrown);
      const message = `expected a line of the dataset, found "${found.slice(0, 160)}" in ${path}, line ${line.number}: run make dataset again`;
      throw new TamisError('dataset.line', message, { cause: thrown });
    }
  }
}
