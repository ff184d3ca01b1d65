// "The same everywhere": which mentions share a writing, and what a correction of one means for another.
import type { Decided } from '../ledger/schema.ts';
import type { Context } from './messages.ts';
import { decidedOf } from './mention.ts';
import { isWaiting } from './queue.ts';
import type { ReviewState, Slot } from './slots.ts';
import { isDecided } from './slots.ts';

export type Scope = 'writing' | 'entity';

/** Mentions by their writing; built at the first question, since most reviews begin with single decisions. */
export class AlikeIndex {
  readonly #state: ReviewState;
  #byPattern: Map<string, Slot[]> | undefined;
  #size = 0;

  constructor(state: ReviewState) {
    this.#state = state;
  }

  /** Mentions of the same pattern, decided ones too, the least certain first. */
  all(slot: Slot, scope: Scope): Slot[] {
    // additions bring new slots: the index is built anew when there are more
    if (this.#byPattern === undefined || this.#size !== this.#state.slots.size) this.#build();
    return this.#byPattern?.get(patternOf(slot, scope)) ?? [slot];
  }

  /** Those that still wait, the least certain first. */
  waiting(slot: Slot, scope: Scope): Slot[] {
    return this.all(slot, scope).filter((other) => isWaiting(other));
  }

  decidedCount(slot: Slot, scope: Scope): number {
    return this.all(slot, scope).filter(({ state }) => isDecided(state)).length;
  }

  #build(): void {
    const byPattern = new Map<string, Slot[]>();
    const put = (pattern: string, slot: Slot): void => {
      const list = byPattern.get(pattern);
      if (list === undefined) byPattern.set(pattern, [slot]);
      else list.push(slot);
    };
    for (const slot of this.#state.slots.values()) {
      put(patternOf(slot, 'writing'), slot);
      if (slot.base.entity !== undefined) put(patternOf(slot, 'entity'), slot);
    }
    for (const list of byPattern.values()) list.sort((left, right) => (left.base.score ?? 0) - (right.base.score ?? 0));
    this.#byPattern = byPattern;
    this.#size = this.#state.slots.size;
  }
}

/**
 * The pattern by which mentions are the same: a name by its writing, a figure by its words with any number in them.
 * @example patternOf(slot, 'writing') // 'figure “plus de # journalistes”'
 */
export function patternOf({ base, baseState }: Slot, scope: Scope): string {
  const type = base.type ?? (baseState === 'lead' ? 'lead' : '');
  if (scope === 'entity' && base.entity !== undefined) return `entity ${base.entity}`;
  const isLead = baseState === 'lead' ? 'lead: ' : '';
  if (type !== 'figure') return `${isLead}${type} “${base.text}”`;
  const shape = base.text.replace(/\d+(?:[.,\u00a0\u202f ]\d+)*/gu, '#');
  return `${isLead}figure “${shape}${base.unit === undefined || base.text.includes(base.unit) ? '' : ` ${base.unit}`}”`;
}

/**
 * What a correction of one mention makes of another one of the same pattern, or undefined where it does not carry over.
 * The span grows and shrinks by the same words; a value carries over only where the writing is the same.
 */
export function carryOver(from: Slot, record: Decided, to: Slot): Decided | undefined {
  if (from === to) return record;
  const text = to.document.text;
  const start = to.base.start + record.start - from.base.start;
  const end = to.base.end + record.end - from.base.end;
  if (start < 0 || end > text.length || start >= end) return undefined;
  const surface = text.slice(start, end);
  const isSameText = to.base.text === from.base.text;
  if (isSameText && surface !== record.text) return undefined;
  if (surface.trim() !== surface || surface.includes('\n')) return undefined;
  if (isSameText) return { ...record, start, end, text: surface };
  const own = decidedOf(to.base);
  if (own === undefined || record.type !== own.type) return undefined;
  if (record.type !== 'figure') return { ...record, start, end, text: surface };
  const isValueChanged =
    record.value !== from.base.value || record.min !== from.base.min || record.max !== from.base.max;
  if (isValueChanged) return undefined;
  const { unit: _, ...rest } = own;
  return {
    ...rest,
    start,
    end,
    text: surface,
    ...(record.kind === undefined ? {} : { kind: record.kind }),
    ...(record.qualifier === undefined ? {} : { qualifier: record.qualifier }),
    ...(record.unit === undefined ? {} : { unit: record.unit }),
  };
}

/** A mention in a few words of its text. */
export function contextOf({ key, document, base, state, record }: Slot, width = 80): Context {
  const { start, end } = record ?? base;
  const { text, doc } = document;
  const before = lineBefore(text, start, width);
  const after = lineAfter(text, end, width);
  return {
    key,
    doc,
    state,
    ...(base.score === undefined ? {} : { score: base.score }),
    before,
    text: text.slice(start, end),
    after,
  };
}

/** What stands before on the same line, from a whole word on; with an ellipsis where there is more. */
function lineBefore(text: string, start: number, width: number): string {
  const from = Math.max(0, start - width);
  const part = text.slice(from, start);
  const line = part.lastIndexOf('\n');
  if (line >= 0 || from === 0) return part.slice(line + 1);
  const space = part.indexOf(' ');
  return `…${space < 0 ? part : part.slice(space + 1)}`;
}

function lineAfter(text: string, end: number, width: number): string {
  const until = Math.min(text.length, end + width);
  const part = text.slice(end, until);
  const line = part.indexOf('\n');
  if (line >= 0) return part.slice(0, line);
  if (until === text.length) return part;
  const space = part.lastIndexOf(' ');
  return `${space < 0 ? part : part.slice(0, space)}…`;
}
