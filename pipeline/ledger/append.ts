// Writes a ledger: lines are only ever added, one process at a time, and a line that was acknowledged is on the disk.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf, TamisError } from '../text/errors.ts';
import { type Lock, takeLock } from './lock.ts';
import { cutLines } from './read.ts';
import { type Decision, decisionSchema } from './schema.ts';

export interface LedgerWriter {
  /** What was repaired when it was opened. */
  readonly notes: readonly string[];
  /**
   * Adds a decision; resolves only when it is on the disk. Calls are written in their order.
   * @throws TamisError `review.unwritable`: the decision is then not in the ledger
   */
  append(decision: Decision): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a ledger for writing; the file itself appears with the first decision. A line that a crash tore is cut off and
 * kept in a hidden file beside the ledger.
 *
 * @example const ledger = await openLedger('seeds/review.jsonl'); await ledger.append(decision); await ledger.close();
 * @throws TamisError `review.locked` where another process writes the same ledger
 */
export async function openLedger(path: string): Promise<LedgerWriter> {
  const lock = lockOf(path);
  try {
    const repaired = existsSync(path) ? await repair(path) : { notes: [], size: 0 };
    return writerOf(path, repaired.size, repaired.notes, lock);
  } catch (thrown) {
    lock.release();
    throw unwritable(path, thrown);
  }
}

function lockOf(path: string): Lock {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return takeLock(path);
  } catch (thrown) {
    throw unwritable(path, thrown);
  }
}

/**
 * A fresh id for a decision.
 * @example newDecisionId() // '9f0c1d…', sixteen hexadecimal digits
 */
export function newDecisionId(): string {
  return randomBytes(8).toString('hex');
}

function writerOf(path: string, startSize: number, notes: readonly string[], lock: Lock): LedgerWriter {
  let handle: FileHandle | undefined;
  let size = startSize;
  let last: Promise<void> = Promise.resolve();
  let isClosed = false;
  const write = async (line: Buffer): Promise<void> => {
    if (isClosed)
      throw new TamisError('review.closed', 'expected an open ledger, found one that was closed: open it again');
    lock.check();
    try {
      const isNew = handle === undefined && !existsSync(path);
      handle ??= await open(path, 'a');
      await handle.appendFile(line);
      await handle.datasync();
      if (isNew) syncFolder(dirname(path));
      size += line.length;
    } catch (thrown) {
      // half a line, of a full disk, is taken back, so that the next one starts where it should
      await handle?.truncate(size).catch(() => undefined);
      throw unwritable(path, thrown);
    }
  };
  return {
    notes,
    append(decision) {
      const written = last.then(() => write(Buffer.from(`${JSON.stringify(decisionSchema.parse(decision))}\n`)));
      last = written.catch(() => undefined);
      return written;
    },
    async close() {
      await last;
      isClosed = true;
      await handle?.close();
      handle = undefined;
      lock.release();
    },
  };
}

/** Ends the file on a whole line: a lost line feed is put back, a torn line moved to the file `.<name>.torn`. */
async function repair(path: string): Promise<{ notes: string[]; size: number }> {
  const bytes = readFileSync(path);
  const start = bytes.lastIndexOf(0x0a) + 1;
  if (start === bytes.length) return { notes: [], size: bytes.length };
  const tail = bytes.subarray(start);
  const isWhole = cutLines(tail.toString()).torn === '';
  const handle = await open(path, 'r+');
  try {
    if (isWhole) {
      await handle.write('\n', bytes.length);
      await handle.sync();
      return { notes: [], size: bytes.length + 1 };
    }
    const kept = join(dirname(path), `.${basename(path)}.torn`);
    const torn = await open(kept, 'a');
    await torn.appendFile(Buffer.concat([tail, Buffer.from('\n')]));
    await torn.sync();
    await torn.close();
    await handle.truncate(start);
    await handle.sync();
    return {
      notes: [`the ledger "${path}" ended in a torn line: it was cut off and kept in "${kept}"`],
      size: start,
    };
  } finally {
    await handle.close();
  }
}

/** A new name is on the disk only when its folder is; where folders cannot be opened (Windows) the system sees to it. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // the decision itself is synced
  }
}

function unwritable(path: string, thrown: unknown): TamisError {
  if (thrown instanceof TamisError) return thrown;
  const message = `expected a ledger that can be written at "${path}", found "${messageOf(thrown)}": check its folder and the space on the disk`;
  return new TamisError('review.unwritable', message, { cause: thrown });
}
