// First stage: from files, folders and JSON lines to documents. What cannot be read becomes a failed document with
// its reason; nothing is skipped in silence.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import pLimit from 'p-limit';
import { type Document, type FailedDocument, startDocument } from '../document.ts';
import { messageOf } from '../text/errors.ts';
import { inOrder } from '../text/in-order.ts';
import { decode } from './decode.ts';
import { documentOfLine } from './json-lines.ts';
import { readLines } from './lines.ts';
import type { InputFile } from './list.ts';

/** Bytes that one document may have. Beyond it the words of a text no longer fit a laptop's memory beside the model. */
export const documentLimit = 16 * 2 ** 20;
// files opened ahead of the model, which is the slow stage: enough to hide the disk, few enough to bound memory
const filesAhead = 4;

/**
 * Reads documents in input order; an `id` that comes twice fails the second time.
 *
 * @example for await (const document of readDocuments(listInput('seeds'))) document.doc
 * @param files from `listInput`
 * @param date date of every document whose JSON line gives none (setting `--date`)
 */
export async function* readDocuments(
  files: readonly InputFile[],
  date?: string,
): AsyncGenerator<Document | FailedDocument> {
  yield* finish(readFiles(files), date);
}

/**
 * Reads JSON lines from a stream; one document, or one failed document, a line that is not blank.
 * @example for await (const document of readStream(process.stdin)) document.doc
 */
export async function* readStream(
  stream: AsyncIterable<Buffer | string>,
  date?: string,
): AsyncGenerator<Document | FailedDocument> {
  yield* finish(readJsonLines(stream, 'standard input'), date);
}

/**
 * The failure of a second document under one id: the same whether one run or several collected ones met it.
 * @example failSecond({ doc: 'a', source: 'a' }).failure.code // 'read.duplicate_id'
 */
export function failSecond({ doc, source }: Pick<FailedDocument, 'doc' | 'source'>): FailedDocument {
  const message = `expected an id of its own for each document, found "${doc}" a second time: rename one of them`;
  return { doc, source, failure: { code: 'read.duplicate_id', stage: 'read', message } };
}

async function* finish(
  documents: AsyncIterable<Document | FailedDocument>,
  date: string | undefined,
): AsyncGenerator<Document | FailedDocument> {
  const seen = new Set<string>();
  for await (const document of documents) {
    if (seen.has(document.doc)) {
      // a fault of its own says more than the id does, and a broken line has no id to rename
      yield 'failure' in document ? document : failSecond(document);
      continue;
    }
    seen.add(document.doc);
    yield date === undefined || 'failure' in document || document.date !== undefined ? document : { ...document, date };
  }
}

async function* readFiles(files: readonly InputFile[]): AsyncGenerator<Document | FailedDocument> {
  const limit = pLimit(filesAhead);
  const reading = inOrder(
    files,
    async (file) => (file.kind === 'json-lines' ? undefined : limit(() => readTextFile(file))),
    (begun) => begun.length < filesAhead,
  );
  for await (const [file, document] of reading) {
    if (document === undefined) yield* readJsonLinesFile(file);
    else yield document;
  }
}

async function* readJsonLinesFile(file: InputFile): AsyncGenerator<Document | FailedDocument> {
  let count = 0;
  try {
    for await (const document of readJsonLines(createReadStream(file.path), file.doc)) {
      count += 1;
      yield document;
    }
  } catch (thrown) {
    yield unreadable(file, thrown);
    return;
  }
  if (count === 0) yield withoutLines(file);
}

/** A file that holds nothing is said to, as an empty text is. */
function withoutLines({ doc }: InputFile): FailedDocument {
  const message = 'expected a JSON line for each document, found none: check that the file was written to its end';
  return { doc, source: doc, failure: { code: 'read.empty', stage: 'read', message } };
}

async function* readJsonLines(
  stream: AsyncIterable<Buffer | string>,
  where: string,
): AsyncGenerator<Document | FailedDocument> {
  for await (const line of readLines(stream, documentLimit)) {
    const document = documentOfLine(line, where);
    if (document !== undefined) yield document;
  }
}

async function readTextFile(file: InputFile): Promise<Document | FailedDocument> {
  const names = { doc: file.doc, source: file.doc };
  if (file.kind === 'refused') {
    return { ...names, failure: { code: 'read.kind', stage: 'read', message: file.reason ?? 'expected text' } };
  }
  try {
    const { size } = await stat(file.path);
    if (size > documentLimit) {
      const message = `expected a file of at most 16 MiB, found ${Math.ceil(size / 2 ** 20)} MiB: split it into documents`;
      return { ...names, failure: { code: 'read.too_large', stage: 'read', message } };
    }
    const bytes = await readFile(file.path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const decoded = decode(bytes);
    if ('refusal' in decoded) return { ...names, sha256, failure: { ...decoded.refusal, stage: 'read' } };
    return startDocument({ ...names, sha256, ...decoded });
  } catch (thrown) {
    return unreadable(file, thrown);
  }
}

function unreadable(file: InputFile, thrown: unknown): FailedDocument {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
  const found =
    code === 'EACCES' || code === 'EPERM'
      ? 'one without permission to read it'
      : `"${code === '' ? messageOf(thrown) : code}"`;
  const message = `expected a file that can be read, found ${found}: check it and run again`;
  return { doc: file.doc, source: file.doc, failure: { code: 'read.unreadable', stage: 'read', message } };
}
