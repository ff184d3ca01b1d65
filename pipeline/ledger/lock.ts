// One writer a ledger: a hidden lock file beside it says which process. The lock of a process that died is taken over.
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { TamisError } from '../text/errors.ts';

const lockSchema = z.looseObject({ process: z.int(), machine: z.string(), token: z.string() });

export interface Lock {
  /**
   * Makes sure that the lock is still this one.
   * @throws TamisError `review.locked` where somebody removed or replaced it
   */
  check(): void;
  release(): void;
}

// a number of a process that was killed may be this process's own: in a container each run may be number 1
const heldHere = new Set<string>();

/**
 * Takes the lock of a ledger.
 * @example const lock = takeLock('seeds/review.jsonl'); lock.release();
 * @throws TamisError `review.locked` where another process that lives has it
 */
export function takeLock(ledger: string): Lock {
  const path = join(dirname(resolve(ledger)), `.${basename(ledger)}.lock`);
  const token = randomBytes(8).toString('hex');
  const own = `${path}-${token}`;
  writeFileSync(own, JSON.stringify({ process: process.pid, machine: hostname(), token }));
  try {
    // a link either takes the free name with its whole content or fails; a second try after a dead process's lock is gone
    if (!tryLink(own, path)) {
      removeStale(path, ledger, own);
      if (!tryLink(own, path)) throw locked(path, ledger);
    }
  } finally {
    rmSync(own, { force: true });
  }
  heldHere.add(path);
  return {
    check() {
      if (contentOf(path)?.token !== token) throw locked(path, ledger);
    },
    release() {
      heldHere.delete(path);
      if (contentOf(path)?.token === token) rmSync(path, { force: true });
    },
  };
}

function tryLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    if (!withoutLinks.has(codeOf(thrown))) throw thrown;
  }
  try {
    writeFileSync(path, readFileSync(own), { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

// disks without links, such as memory sticks and some shared ones
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function codeOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
}

/** Moves a dead process's lock aside; if another writer was quicker and it is theirs, it is put back. */
function removeStale(path: string, ledger: string, own: string): void {
  const seen = contentOf(path);
  if (seen !== undefined && isAlive(seen, path)) throw locked(path, ledger);
  const aside = `${own}-stale`;
  try {
    renameSync(path, aside);
  } catch {
    return; // already gone
  }
  const isOther = contentOf(aside)?.token !== seen?.token;
  if (isOther) tryLink(aside, path);
  rmSync(aside, { force: true });
  if (isOther) throw locked(path, ledger);
}

/** What a lock says, or undefined where it is gone or was damaged by a crash: nobody holds such a one. */
function contentOf(path: string): z.infer<typeof lockSchema> | undefined {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive({ process: processId, machine }: z.infer<typeof lockSchema>, path: string): boolean {
  if (machine !== hostname()) return true; // on a shared disk: it cannot be asked from here
  if (processId === process.pid) return heldHere.has(path);
  try {
    process.kill(processId, 0); // signal 0 only asks whether the process is there
    return true;
  } catch (thrown) {
    return codeOf(thrown) === 'EPERM';
  }
}

function locked(path: string, ledger: string): TamisError {
  const holder = contentOf(path);
  const who = holder === undefined ? 'another process' : `process ${holder.process} on ${holder.machine}`;
  const message = `expected to be the only writer of the ledger "${ledger}", found that ${who} has it open: close that review first, or remove "${path}" if there is none`;
  return new TamisError('review.locked', message);
}
