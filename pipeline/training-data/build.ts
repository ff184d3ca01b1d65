// From ledger, texts and reviewed dataset to training data: complete documents, sparse sentences, markup, and a list of
// what was left out.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { readDocuments } from '../read/index.ts';
import { listInput } from '../read/list.ts';
import { TamisError } from '../text/errors.ts';
import { fileNames } from '../write/folder.ts';
import type { DocumentLines } from '../write/lines.ts';
import { readReviewed } from './dataset.ts';
import { toMarkup } from './markup.ts';
import {
  type CompleteLine,
  completeSchema,
  type LeftOut,
  leftOutSchema,
  type SparseLine,
  sparseSchema,
} from './schema.ts';
import { rejectedIn } from './rejected.ts';
import { isDecided, sparseLines } from './sparse.ts';
import { makeFolder } from '../text/make-folder.ts';

export interface TrainingDataOptions {
  readonly ledger: Ledger;
  /** The texts: file or folder. */
  readonly input: string;
  /** Folder of the dataset that a run over them with this ledger wrote. */
  readonly dataset: string;
  readonly output: string;
}

export interface TrainingDataReport {
  readonly complete: number;
  readonly marked: number;
  readonly sentences: number;
  readonly decisions: number;
  readonly leftOut: readonly LeftOut[];
}

const files = ['complete.jsonl', 'sparse.jsonl', 'left-out.jsonl'] as const;
const markupFolder = 'markup';

/**
 * Writes the training data of a ledger.
 *
 * @example (await buildTrainingData({ ledger, input: 'seeds', dataset: 'output', output: 'training-data' })).complete // 5
 * @throws TamisError where the output folder holds something else, or the dataset is not of a run with a ledger
 */
export async function buildTrainingData({
  ledger,
  input,
  dataset,
  output,
}: TrainingDataOptions): Promise<TrainingDataReport> {
  prepare(output);
  const reviewed = await readReviewed(dataset);
  const wanted = new Map(reviewed.documents.map((lines) => [lines.document.doc, lines]));
  const complete: CompleteLine[] = [];
  const sparse: SparseLine[] = [];
  const marked: { name: string; text: string }[] = [];
  const leftOut: LeftOut[] = [];
  const names = new Set<string>();
  for await (const { doc, text } of textsOf(input, output, ledger.path)) {
    const lines = wanted.get(doc);
    if (lines === undefined) continue;
    wanted.delete(doc);
    const fault = findFault(text, lines);
    if (fault !== undefined) leftOut.push({ what: 'document', doc, reason: fault });
    else if (lines.document.review === 'complete' && lines.records.every(isDecided)) {
      const line = completeLine(text, lines);
      complete.push(line);
      const made = toMarkup(text, line.records);
      const name = markupName(line, names);
      if (name === undefined)
        leftOut.push({ what: 'markup', doc, reason: 'its language is neither French nor English' });
      else if ('lost' in made) leftOut.push({ what: 'markup', doc, reason: made.lost });
      else marked.push({ name, text: made.marked });
    } else {
      sparse.push(...sparseLines(text, lines, rejectedIn(ledger, doc, text)));
      if (lines.document.review === 'complete') leftOut.push({ what: 'document', doc, reason: nameUnsure(lines) });
    }
  }
  for (const doc of wanted.keys()) leftOut.push({ what: 'document', doc, reason: 'its text is not in the input' });
  for (const { decision, target, doc, fate, record, reason } of reviewed.fates) {
    // what was decided against what is extracted now, and put nothing in its place, is in no record
    const isLost = fate === 'orphaned' || (fate === 'contradicted' && record === undefined && target !== undefined);
    if (!isLost) continue;
    leftOut.push({
      what: 'decision',
      ...(doc === undefined ? {} : { doc }),
      decision,
      ...(target === undefined ? {} : { target }),
      reason: `${fate}${reason === undefined ? '' : `: ${reason}`}`,
    });
  }
  writeAll(output, { complete, sparse, leftOut, marked });
  const sentences = sparse.filter(({ kind }) => kind === 'sentence').length;
  return {
    complete: complete.length,
    marked: marked.length,
    sentences,
    decisions: sparse.length - sentences,
    leftOut,
  };
}

async function* textsOf(input: string, output: string, ledger: string): AsyncGenerator<{ doc: string; text: string }> {
  for await (const document of readDocuments(
    listInput(input, { results: fileNames, output, ...(ledger === '' ? {} : { ledger }) }),
  )) {
    if (!('failure' in document)) yield document;
  }
}

/** Why the records are not those of this text. */
function findFault(text: string, { document, records }: DocumentLines): string | undefined {
  if (document.duplicate_of !== undefined) return `its text is that of "${document.duplicate_of}"`;
  if (hashOf(text) !== (document.text_sha256 ?? document.sha256)) return 'its text is not the one in the dataset';
  const record = records.find(({ start, end, text: surface }) => text.slice(start, end) !== surface);
  return record === undefined ? undefined : `record ${record.id} is not the text at its offsets`;
}

/** Who read the document to its end could not say what this is. */
function nameUnsure({ records }: DocumentLines): string {
  const open = records.find((record) => !isDecided(record));
  return `"${open?.text ?? ''}" is not decided, so that it is not complete; its decided sentences are in sparse.jsonl`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function completeLine(text: string, { document, sentences, records }: DocumentLines): CompleteLine {
  const { doc, lang = 'und', date } = document;
  return {
    doc,
    lang,
    ...(date === undefined ? {} : { date }),
    text_sha256: hashOf(text),
    text,
    sentences: sentences.map(({ start, end, lang: language }) => ({ start, end, lang: language })),
    records: [...records],
  };
}

/** A file name that says the language, as gold wants it: letters, digits and a few signs of the document's own name. */
function markupName({ doc, lang }: CompleteLine, taken: Set<string>): string | undefined {
  if (lang === 'und') return undefined;
  const stem = doc.replace(/\.(?:(?:fr|en)\.)?txt$/u, '').replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'document';
  for (let count = 1; ; count += 1) {
    const name = `${stem.slice(0, 120)}${count === 1 ? '' : `-${count}`}.${lang}.txt`.replace(/^\.+/u, '');
    // file systems that know no capitals must not write one over the other
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** The folder is rewritten as a whole, so that it must be empty or of an earlier run. */
function prepare(output: string): void {
  if (!existsSync(output)) return;
  const isOurs =
    statSync(output).isDirectory() &&
    readdirSync(output).every((name) => name === markupFolder || files.some((file) => file === name));
  if (isOurs) return;
  const message = `expected a folder for training data at "${output}", found something else in it: name an empty one`;
  throw new TamisError('output.unusable', message);
}

interface Contents {
  readonly complete: readonly CompleteLine[];
  readonly sparse: readonly SparseLine[];
  readonly leftOut: readonly LeftOut[];
  readonly marked: readonly { readonly name: string; readonly text: string }[];
}

/** Written beside the folder and renamed, so that it is old or new as a whole. */
function writeAll(output: string, { complete, sparse, leftOut, marked }: Contents): void {
  const temporary = join(dirname(output), `.${basename(output)}-unfinished-${process.pid}`);
  rmSync(temporary, { recursive: true, force: true });
  makeFolder(join(temporary, markupFolder));
  const write = (name: (typeof files)[number], lines: readonly object[]): void =>
    writeFileSync(join(temporary, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  write(
    'complete.jsonl',
    complete.map((line) => completeSchema.parse(line)),
  );
  write(
    'sparse.jsonl',
    sparse.map((line) => sparseSchema.parse(line)),
  );
  write(
    'left-out.jsonl',
    leftOut.map((line) => leftOutSchema.parse(line)),
  );
  for (const { name, text } of marked) writeFileSync(join(temporary, markupFolder, name), text);
  rmSync(output, { recursive: true, force: true });
  renameSync(temporary, output);
}
