// Writes a ledger: lines are only ever added, one process at a time, and a line that was acknowledged is on the disk.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, TamisError } from '../text/errors.ts';
import { type Lock, takeLock } from './lock.ts';
import { repairLedger } from './repair.ts';
import { type Decision, decisionSchema } from './schema.ts';
import { makeFolder } from '../text/make-folder.ts';

export interface LedgerWriter {
  /** What was repaired when it was opened. */
  readonly notes: readonly string[];
  /**
   * Adds a decision; resolves only when it is on the disk. Calls are written in their order.
   * @throws TamisError `review.unwritable`, `review.changed` or `review.locked`: the decision is then not in the ledger
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
  // one lock for one file, under whatever name it is opened
  const real = existsSync(path) ? realpathSync(path) : path;
  const lock = lockOf(real);
  try {
    const { size, notes } = existsSync(real) ? await repairLedger(real) : { size: 0, notes: [] };
    const file = new LedgerFile(real, size);
    let last: Promise<void> = Promise.resolve();
    return {
      notes,
      append(decision) {
        const written = last.then(() => {
          lock.check();
          return file.append(Buffer.from(`${JSON.stringify(decisionSchema.parse(decision))}\n`));
        });
        last = written.catch(() => undefined);
        return written;
      },
      async close() {
        await last;
        await file.close();
        lock.release();
      },
    };
  } catch (thrown) {
    lock.release();
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

function lockOf(path: string): Lock {
  try {
    makeFolder(dirname(path));
    return takeLock(path);
  } catch (thrown) {
    throw unwritable(path, thrown);
  }
}

/** The file behind a ledger: it knows how long it is, and notices when other programs changed it. */
class LedgerFile {
  readonly #path: string;
  #size: number;
  #handle: FileHandle | undefined;
  #isClosed = false;

  constructor(path: string, size: number) {
    this.#path = path;
    this.#size = size;
  }

  async append(line: Buffer): Promise<void> {
    if (this.#isClosed)
      throw new TamisError('review.closed', 'expected an open ledger, found one that was closed: open it again');
    try {
      const isNew = await this.#check();
      this.#handle ??= await open(this.#path, 'a');
      await this.#write(this.#handle, line);
      if (isNew) syncFolder(dirname(this.#path));
    } catch (thrown) {
      throw unwritable(this.#path, thrown);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #write(handle: FileHandle, line: Buffer): Promise<void> {
    try {
      await handle.appendFile(line);
      await handle.datasync();
      this.#size += line.length;
    } catch (thrown) {
      // half a line, of a full disk, is taken back, so that the next one starts where it should
      await handle.truncate(this.#size).catch(() => undefined);
      throw thrown;
    }
  }

  /**
   * Decisions that were acknowledged must still be there. A file that another program replaced or added to is taken up as
   * it is now; one that it removed or shortened is not written to.
   * @returns whether the file is not there yet
   */
  async #check(): Promise<boolean> {
    const now = statSync(this.#path, { throwIfNoEntry: false });
    if (now === undefined && this.#size === 0) return true;
    if (now === undefined || now.size < this.#size) {
      const found = now === undefined ? 'nothing' : `one that is ${this.#size - now.size} bytes shorter`;
      const message = `expected the ledger "${this.#path}" as it was left, found ${found}: put it back as it was, then start the review again`;
      throw new TamisError('review.changed', message);
    }
    const own = await this.#handle?.stat();
    const isSame = own === undefined || (own.ino === now.ino && own.dev === now.dev);
    if (isSame && now.size === this.#size) return false;
    await this.#handle?.close();
    this.#handle = undefined;
    this.#size = (await repairLedger(this.#path)).size;
    return false;
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
