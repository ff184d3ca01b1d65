// Decisions for tests of the ledger.
import { createHash } from 'node:crypto';
import type { Decided, Decision, Shown, Target } from '../../pipeline/ledger/schema.ts';

let count = 0;

/** An id that no other decision of the test has. */
export function nextId(): string {
  count += 1;
  return count.toString(16).padStart(16, '0');
}

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A record of a surface, the nth occurrence in the text. */
export function recordOf(
  text: string,
  surface: string,
  keys: Omit<Decided, 'text' | 'start' | 'end'>,
  nth = 0,
): Decided {
  let start = text.indexOf(surface);
  for (let index = 0; index < nth; index += 1) start = text.indexOf(surface, start + 1);
  if (start < 0) throw new Error(`expected "${surface}" in the text of the test`);
  return { ...keys, text: surface, start, end: start + surface.length };
}

/** A target in a text, with its contexts cut as the page cuts them. */
export function targetOf(
  text: string,
  { shown, record, doc = 'test.txt' }: { shown?: Shown; record?: Decided; doc?: string },
): Target {
  const { start, end } = shown ?? record ?? { start: 0, end: 0 };
  return {
    doc,
    text_sha256: sha256Of(text),
    before: text.slice(Math.max(0, start - 64), start),
    after: text.slice(end, end + 64),
    ...(shown === undefined ? {} : { shown }),
    ...(record === undefined ? {} : { record }),
  };
}

const head = (): { v: 1; id: string; by: string } => ({ v: 1, id: nextId(), by: 'tester' });

export const accept = (...targets: Target[]): Decision => ({ ...head(), action: 'accept', targets });
export const reject = (...targets: Target[]): Decision => ({ ...head(), action: 'reject', targets });
export const correct = (...targets: Target[]): Decision => ({ ...head(), action: 'correct', targets });
export const add = (...targets: Target[]): Decision => ({ ...head(), action: 'add', targets });
export const unsure = (...targets: Target[]): Decision => ({ ...head(), action: 'unsure', targets });
export const undo = (decision: Decision): Decision => ({ ...head(), action: 'undo', undoes: decision.id });
export const complete = (text: string, records: number, doc = 'test.txt'): Decision => ({
  ...head(),
  action: 'complete',
  doc,
  text_sha256: sha256Of(text),
  records,
});

export const linesOf = (decisions: readonly Decision[]): string =>
  decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('');
