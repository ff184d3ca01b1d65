// Reads a ledger: one decision a line. A torn last line is left out with a note, any other broken line stops the run,
// since what a person decided is never passed over in silence.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { messageOf, TamisError } from '../text/errors.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Decision, decisionSchema } from './schema.ts';

export interface ReadOptions {
  /** Whether a ledger that is not there yet counts as an empty one. */
  readonly mayBeAbsent?: boolean;
}

/** The whole lines of a ledger and what stands behind its last line feed. */
interface Cut {
  readonly lines: readonly string[];
  /** What a crash left of a last line, or the empty string. */
  readonly torn: string;
}

/**
 * Reads a ledger with everything that follows from it: which decisions stand, and which of them a document concerns.
 *
 * @example readLedger('seeds/review.jsonl').standing.length // decisions that no undo took back
 * @throws TamisError `review.missing`, `review.line` or `review.version`, each naming the line and what to do
 */
export function readLedger(path: string, { mayBeAbsent = false }: ReadOptions = {}): Ledger {
  if (mayBeAbsent && !existsSync(path)) return createLedger([], { path, sha256: sha256Of(Buffer.alloc(0)) });
  const bytes = readBytes(path);
  const text = bytes.toString('utf8').replace(/^\uFEFF/u, '');
  const { lines, torn } = cutLines(text);
  const notes: string[] = [];
  const decisions: Decision[] = [];
  const lineOf = new Map<string, string>();
  for (const [place, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const decision = parseDecision(line, `line ${place + 1} of the ledger "${path}"`);
    const before = lineOf.get(decision.id);
    if (before === line) {
      notes.push(`line ${place + 1} of the ledger "${path}" repeats an earlier one and counts once`);
      continue;
    }
    if (before !== undefined) {
      const message = `expected an id of its own for each decision, found "${decision.id}" a second time in line ${place + 1} of the ledger "${path}": give one of the two another id`;
      throw new TamisError('review.line', message);
    }
    lineOf.set(decision.id, line);
    decisions.push(decision);
  }
  if (torn !== '') notes.push(tornNote(path, torn));
  return createLedger(decisions, { path, sha256: sha256Of(bytes), notes });
}

/**
 * Cuts the text of a ledger into lines. A last line without its line feed counts where it is a whole decision: only the
 * line feed was lost.
 *
 * @example cutLines('{"v":1,…}\n{"v":1,"id":"3f').torn // '{"v":1,"id":"3f'
 */
export function cutLines(text: string): Cut {
  const end = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, end).split('\n').slice(0, -1);
  const last = text.slice(end);
  if (last.trim() === '') return { lines, torn: '' };
  return isDecision(last) ? { lines: [...lines, last], torn: '' } : { lines, torn: last };
}

/** What a user is told of a torn line. */
export function tornNote(path: string, torn: string): string {
  return `the ledger "${path}" ended in a torn line of ${torn.length} characters, which was not acknowledged to anybody and is left out`;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (thrown) {
    const message = `expected a ledger of decisions at "${path}", found "${messageOf(thrown)}": check REVIEW, or leave decisions out with REVIEW=none`;
    throw new TamisError('review.missing', message, { cause: thrown });
  }
}

function parseDecision(line: string, where: string): Decision {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (thrown) {
    const message = `expected a decision, found "${line.slice(0, 60)}" in ${where}: repair or remove the line, or leave decisions out with REVIEW=none`;
    throw new TamisError('review.line', message, { cause: thrown });
  }
  const version = typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined;
  if (version !== undefined && version !== 1) {
    const message = `expected decisions of version 1, found version ${JSON.stringify(version)} in ${where}: use the Tamis that wrote it or a newer one`;
    throw new TamisError('review.version', message);
  }
  const parsed = decisionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const found = `${issue?.message ?? 'something else'}${issue === undefined || issue.path.length === 0 ? '' : ` at "${issue.path.join('.')}"`}`;
  const message = `expected a decision, found "${found}" in ${where}: repair or remove the line, or leave decisions out with REVIEW=none`;
  throw new TamisError('review.line', message, { cause: parsed.error });
}

function isDecision(line: string): boolean {
  try {
    return decisionSchema.safeParse(JSON.parse(line)).success;
  } catch {
    return false; // torn in the middle
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
