// Finds again what a decision was about: at the same offsets in the same text, by surface and context in another text of the
// same document. What stands nowhere, or in several places alike, is not guessed.
import type { Span } from '../text/span.ts';
import { findOccurrences } from './occurrences.ts';
import type { Target } from './schema.ts';

/** Where a target stands now, or why it stands nowhere. */
export type Place =
  | {
      /** What was shown, at its present offsets. */
      readonly shown?: Span;
      /** What was decided, at its present offsets. */
      readonly record?: Span;
      readonly hasMoved: boolean;
    }
  | { readonly lost: string };

/** Characters of context that are compared on each side, the surest first: both sides before one alone. */
const levels = [
  [64, 64],
  [32, 32],
  [16, 16],
  [64, 0],
  [0, 64],
  [8, 8],
  [32, 0],
  [0, 32],
  [16, 0],
  [0, 16],
] as const;

/**
 * Finds targets in a text. Occurrences are looked up by their contexts, so that neither many decisions nor many
 * occurrences of one surface make it slower than the text is long.
 *
 * @example createAnchors(text, sha256, targets)(target) // { shown: { start: 12, end: 17 }, hasMoved: false }
 * @param targets all that will be asked for
 */
export function createAnchors(text: string, sha256: string, targets: readonly Target[]): (target: Target) => Place {
  const moved = targets.filter((target) => target.text_sha256 !== sha256);
  const surfaces = new Set(moved.map((target) => subjectOf(target)?.text ?? ''));
  surfaces.delete('');
  const occurrences = surfaces.size === 0 ? undefined : findOccurrences(text, surfaces);
  const contexts = new Map<string, Contexts>();
  return (target) => {
    const subject = subjectOf(target);
    if (subject === undefined) return { lost: 'it says neither what was shown nor what was decided' };
    if (target.text_sha256 === sha256) return placeAt(text, target, 0);
    let context = contexts.get(subject.text);
    if (context === undefined) {
      context = new Contexts(text, subject.text.length, occurrences?.get(subject.text) ?? []);
      contexts.set(subject.text, context);
    }
    const start = context.find(target.before, target.after);
    if (typeof start === 'string') return { lost: `the text has changed: "${cut(subject.text)}" ${start}` };
    return placeAt(text, target, start - subject.start);
  };
}

/** What carries the anchor: what was shown, else what was added. */
function subjectOf({ shown, record }: Target): (Span & { readonly text: string }) | undefined {
  return shown ?? record;
}

function placeAt(text: string, { shown, record }: Target, shift: number): Place {
  const place: { shown?: Span; record?: Span } = {};
  for (const [key, span] of [
    ['shown', shown],
    ['record', record],
  ] as const) {
    if (span === undefined) continue;
    const start = span.start + shift;
    const end = span.end + shift;
    if (start < 0 || start >= end || text.slice(start, end) !== span.text)
      return { lost: `"${cut(span.text)}" is not the text at ${start}–${end}` };
    place[key] = { start, end };
  }
  return { ...place, hasMoved: shift !== 0 };
}

function cut(surface: string): string {
  return surface.length > 60 ? `${surface.slice(0, 60)}…` : surface;
}

/** The occurrences of one surface by what stands before and after them, indexed at each level when it is first asked for. */
class Contexts {
  readonly #text: string;
  readonly #length: number;
  readonly #starts: readonly number[];
  readonly #byLevel = new Map<string, Map<string, number[]>>();

  constructor(text: string, length: number, starts: readonly number[]) {
    this.#text = text;
    this.#length = length;
    this.#starts = starts;
  }

  /** Start of the one occurrence that fits best, or in words why there is none. */
  find(before: string, after: string): number | string {
    if (this.#starts.length === 0) return 'is no longer in it';
    if (before === '' && after === '') {
      return this.#starts.length === 1 ? (this.#starts[0] ?? 0) : `stands in ${this.#starts.length} places`;
    }
    for (const [left, right] of levels) {
      // where the text began or ended within reach, what there was is compared
      const leftLength = Math.min(left, before.length);
      const rightLength = Math.min(right, after.length);
      if (leftLength + rightLength === 0) continue;
      const key = contextKey(before.slice(before.length - leftLength), after.slice(0, rightLength));
      const found = this.#index(leftLength, rightLength).get(key) ?? [];
      if (found.length === 1) return found[0] ?? 0;
      if (found.length > 1) return `stands in ${found.length} places with the same words around it`;
    }
    return 'is in it only in other words';
  }

  #index(left: number, right: number): Map<string, number[]> {
    const level = `${left} ${right}`;
    const known = this.#byLevel.get(level);
    if (known !== undefined) return known;
    const index = new Map<string, number[]>();
    for (const start of this.#starts) {
      const end = start + this.#length;
      const key = contextKey(this.#text.slice(Math.max(0, start - left), start), this.#text.slice(end, end + right));
      const list = index.get(key);
      if (list === undefined) index.set(key, [start]);
      else list.push(start);
    }
    this.#byLevel.set(level, index);
    return index;
  }
}

function contextKey(before: string, after: string): string {
  return `${before}\uFFFF${after}`;
}
