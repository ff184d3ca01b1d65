// Reads a ledger: one decision a line. A torn last line is left out with a note, any other broken line stops the run,
// since what a person decided is never passed over in silence.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf, TamisError } from '../text/errors.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type QuickTest, quickTest } from './quick.ts';
import { type Decision, decisionSchema } from './schema.ts';

export interface ReadOptions {
  /** Whether a ledger that is not there yet counts as an empty one. */
  readonly mayBeAbsent?: boolean;
}

/** The whole lines of a ledger and what stands behind its last line feed. */
interface Cut {
  readonly lines: readonly Buffer[];
  /** What a crash left of a last line; empty where nothing was torn. */
  readonly torn: Buffer;
}

const lineFeed = 0x0a;
const byteOrderMark = Buffer.from('\uFEFF');
// one decision on a million mentions; a longer line would not fit into a string
const lineLimit = 256 * 2 ** 20;

/**
 * Reads a ledger with everything that follows from it: which decisions stand, and which of them a document concerns.
 *
 * @example readLedger('seeds/review.jsonl').standing.length // decisions that no undo took back
 * @throws TamisError `review.missing`, `review.line` or `review.version`, each naming the line and what to do
 */
export function readLedger(path: string, { mayBeAbsent = false }: ReadOptions = {}): Ledger {
  if (mayBeAbsent && !existsSync(path)) return createLedger([], { path, sha256: sha256Of(Buffer.alloc(0)) });
  const bytes = readBytes(path);
  const { lines, torn } = cutLines(bytes);
  const notes: string[] = [];
  const decisions: Decision[] = [];
  const lineOf = new Map<string, number>();
  for (const [place, line] of lines.entries()) {
    const where = `line ${place + 1} of the ledger "${path}"`;
    const decision = parseDecision(line, where);
    if (decision === undefined) continue;
    const before = lineOf.get(decision.id);
    if (before !== undefined && lines[before]?.equals(line) === true) {
      notes.push(`${where} repeats an earlier one and counts once`);
      continue;
    }
    if (before !== undefined) {
      const message = `expected an id of its own for each decision, found "${decision.id}" a second time in ${where}: give one of the two another id`;
      throw new TamisError('review.line', message);
    }
    lineOf.set(decision.id, place);
    decisions.push(decision);
  }
  if (torn.length > 0) {
    const note = `the ledger "${path}" ended in a torn line of ${torn.length} bytes, which was not acknowledged to anybody and is left out`;
    notes.push(note);
  }
  return createLedger(decisions, { path, sha256: sha256Of(bytes), notes });
}

/**
 * Cuts a ledger into lines. A last line without its line feed counts where it is whole: only the line feed was lost. It is
 * torn where it is no JSON, as the beginning of an object never is.
 *
 * @example cutLines(Buffer.from('{"v":1,…}\n{"v":1,"id":"3f')).torn.toString() // '{"v":1,"id":"3f'
 */
export function cutLines(bytes: Buffer): Cut {
  const lines: Buffer[] = [];
  let start = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0;
  for (let end = bytes.indexOf(lineFeed, start); end >= 0; end = bytes.indexOf(lineFeed, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  const last = bytes.subarray(start);
  if (last.length > lineLimit || isWhole(last.toString())) return { lines: [...lines, last], torn: Buffer.alloc(0) };
  return { lines, torn: last };
}

function isWhole(line: string): boolean {
  if (line.trim() === '') return true;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (thrown) {
    const message = `expected a ledger of decisions at "${path}", found "${messageOf(thrown)}": check REVIEW, or leave decisions out with REVIEW=none`;
    throw new TamisError('review.missing', message, { cause: thrown });
  }
}

// made when a ledger is read: most runs have none
let quick: QuickTest | undefined;
function isSurelyDecision(value: unknown): value is Decision {
  quick ??= quickTest(z.toJSONSchema(decisionSchema));
  return quick(value);
}

/** The decision of a line; of an empty one none. */
function parseDecision(line: Buffer, where: string): Decision | undefined {
  if (line.length > lineLimit) throw brokenLine(`a line of over ${lineLimit / 2 ** 20} MiB`, where);
  if (!isUtf8(line)) throw brokenLine('bytes that are not UTF-8', where);
  const text = line.toString();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    if (text.trim() === '') return undefined;
    // control characters of a binary file would disturb the terminal
    throw brokenLine(`"${text.slice(0, 60).replaceAll(/\p{Cc}/gu, '\uFFFD')}"`, where, thrown);
  }
  if (isSurelyDecision(value)) return value;
  const version = typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined;
  if (version !== undefined && version !== 1) {
    const message = `expected decisions of version 1, found version ${JSON.stringify(version).slice(0, 60)} in ${where}: use the Tamis that wrote it or a newer one`;
    throw new TamisError('review.version', message);
  }
  const parsed = decisionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw brokenLine(nameFault(value, parsed.error.issues[0]), where, parsed.error);
}

/** What is wrong with a value, for people: most often the file is another one of the dataset's. */
function nameFault(value: unknown, issue: z.core.$ZodIssue | undefined): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a value that is no object';
  const path = issue?.path.join('.') ?? '';
  if (path !== 'action') return `"${issue?.message ?? 'something else'}"${path === '' ? '' : ` at "${path}"`}`;
  return 'action' in value ? `the action ${JSON.stringify(value.action)?.slice(0, 60)}` : 'a line without "action"';
}

function brokenLine(found: string, where: string, cause?: unknown): TamisError {
  const message = `expected a decision, found ${found} in ${where}: repair or remove the line, or leave decisions out with REVIEW=none`;
  return new TamisError('review.line', message, { cause });
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
