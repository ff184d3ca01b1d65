// The folder form of the dataset. Lines go to a hidden folder beside the results and are renamed into place at the end,
// so that a kill at any moment leaves each file old or new, whole.
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fate, fateSchema } from '../ledger/schema.ts';
import { readLines } from '../read/lines.ts';
import { messageOf, TamisError } from '../text/errors.ts';
import type { DocumentLines } from './lines.ts';
import { type DatasetRecord, type DocumentLine, type EntityLine, entitySchema } from './schema.ts';
import { makeFolder } from '../text/make-folder.ts';

/** Written beside the others where a ledger was applied. */
export const decisionsName = 'decisions.jsonl';

export const fileNames = [
  'documents.jsonl',
  'sentences.jsonl',
  'dataset.jsonl',
  'entities.jsonl',
  'leads.jsonl',
  'run.json',
] as const;

const temporaryPrefix = '.unfinished-';
const recordLineLimit = 64 * 2 ** 20;

export interface FolderWriter {
  /** Adds the lines of one document; resolves when they may leave memory. */
  add(lines: DocumentLines): Promise<void>;
  /** Adds the line of a document that failed. */
  addFailed(line: DocumentLine): Promise<void>;
  /**
   * Rewrites entities and names where the corpus settled them, adds the entities, the fates of decisions and the run's
   * report, and puts everything in place.
   */
  finish(end: FolderEnd): Promise<void>;
  /** Removes what was begun; the old results stay. */
  abandon(): Promise<void>;
}

export interface FolderEnd {
  /** A record with its entity as the corpus settled it. */
  readonly settle: (record: DatasetRecord) => DatasetRecord;
  readonly entities: Iterable<EntityLine>;
  /** What became of the ledger's decisions; without a ledger there is no such file. */
  readonly fates?: readonly Fate[] | undefined;
  readonly run: () => object;
}

/**
 * Begins a dataset folder, creating it if need be and clearing what a killed run left.
 *
 * @example const writer = await openFolder('output'); await writer.add(lines); await writer.finish({ settle, entities, run });
 * @throws TamisError `output.unusable` where the folder cannot be written
 */
export async function openFolder(output: string): Promise<FolderWriter> {
  const temporary = prepare(output);
  const documents = await lineFile(join(temporary, 'documents.jsonl'));
  const sentences = await lineFile(join(temporary, 'sentences.jsonl'));
  const draft = await lineFile(join(temporary, 'draft.jsonl'));
  const leads = await lineFile(join(temporary, 'leads.jsonl'));
  const files = [documents, sentences, draft, leads];
  return {
    async add(lines) {
      await documents.write([lines.document]);
      await sentences.write(lines.sentences);
      await draft.write(lines.records);
      await leads.write(lines.leads);
    },
    async addFailed(line) {
      await documents.write([line]);
    },
    async finish({ settle, entities, fates, run }) {
      await Promise.all([documents.close(), sentences.close(), draft.close(), leads.close()]);
      const dataset = await lineFile(join(temporary, 'dataset.jsonl'));
      files.push(dataset);
      for await (const line of readLines(createReadStream(join(temporary, 'draft.jsonl')), recordLineLimit)) {
        const record = JSON.parse(line.bytes.toString()) as DatasetRecord; // written and validated by this very run
        await dataset.write([settle(record)]);
      }
      await dataset.close();
      const entityFile = await lineFile(join(temporary, 'entities.jsonl'));
      files.push(entityFile);
      for (const entity of entities) await entityFile.write([entitySchema.parse(entity)]);
      await entityFile.close();
      if (fates !== undefined) {
        const decisions = await lineFile(join(temporary, decisionsName));
        files.push(decisions);
        await decisions.write(fates.map((fate) => fateSchema.parse(fate)));
        await decisions.close();
      }
      await writeFile(join(temporary, 'run.json'), `${JSON.stringify(run(), undefined, 2)}\n`);
      for (const name of fileNames) renameSync(join(temporary, name), join(output, name));
      // fates of an earlier run would be taken for those of this one
      if (fates === undefined) rmSync(join(output, decisionsName), { force: true });
      else renameSync(join(temporary, decisionsName), join(output, decisionsName));
      rmSync(temporary, { recursive: true, force: true });
    },
    async abandon() {
      await Promise.allSettled(files.map((file) => file.close()));
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

function prepare(output: string): string {
  try {
    if (existsSync(output) && !statSync(output).isDirectory()) {
      throw new TamisError(
        'output.unusable',
        `expected a folder for the results at "${output}", found a file: name another`,
      );
    }
    makeFolder(output);
    // a result that cannot be renamed into place at the end would leave a mix of old and new files
    for (const name of [...fileNames, decisionsName, '.cache']) {
      const path = join(output, name);
      if (existsSync(path) && statSync(path).isDirectory() !== (name === '.cache')) {
        const wanted = name === '.cache' ? 'a folder' : 'a file';
        throw new TamisError(
          'output.unusable',
          `expected ${wanted} or nothing at "${path}", found something else: remove it`,
        );
      }
    }
    for (const name of readdirSync(output)) {
      if (name.startsWith(temporaryPrefix) && !isRunning(Number(name.slice(temporaryPrefix.length)))) {
        rmSync(join(output, name), { recursive: true, force: true });
      }
    }
    const temporary = join(output, `${temporaryPrefix}${process.pid}`);
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    return temporary;
  } catch (thrown) {
    if (thrown instanceof TamisError) throw thrown;
    const message = `expected a folder that can be written at "${output}", found "${messageOf(thrown)}": choose another OUTPUT`;
    throw new TamisError('output.unusable', message, { cause: thrown });
  }
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0); // signal 0 only asks whether the process is there
    return processId !== process.pid;
  } catch (thrown) {
    return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'EPERM';
  }
}

interface LineFile {
  write(lines: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

const bufferLimit = 256 * 2 ** 10;

/** Appends JSON lines with a small buffer, so that memory does not grow with the corpus. */
async function lineFile(path: string): Promise<LineFile> {
  const handle: FileHandle = await open(path, 'w');
  let buffer = '';
  let isOpen = true;
  const flush = async (): Promise<void> => {
    const text = buffer;
    buffer = '';
    if (text !== '') await handle.appendFile(text);
  };
  return {
    async write(lines) {
      for (const line of lines) {
        buffer += `${JSON.stringify(line)}\n`;
        if (buffer.length > bufferLimit) await flush();
      }
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await flush();
      await handle.close();
    },
  };
}
