// What is asked next in each mode, and how much of it is done.
import { auditRounds } from '../audit/order.ts';
import type { CardMode, Filter, MentionType, Mode, Tally } from './messages.ts';
import { isDecided, isMention, languageOf, type ReviewState, type Slot, stateBefore } from './slots.ts';

/** Records of each type and language that an audit asks: enough to speak of 99 % where all are right. */
const auditSize = 300;

export interface QueueCounts {
  readonly tallies: Readonly<Record<CardMode, Tally>>;
  readonly byType: Readonly<Partial<Record<MentionType, number>>>;
}

/** The fixed orders in which slots are asked; the state says which of them still are. */
export class Queues {
  readonly #orders: Readonly<Record<CardMode, readonly Slot[]>>;

  constructor(state: ReviewState) {
    const slots = [...state.slots.values()];
    this.#orders = {
      doubtful: slots.filter((slot) => stateBefore(slot) === 'pending').sort(byScore),
      recall: slots.filter(({ baseState }) => baseState === 'lead').sort(byPromise),
      audit: sample(slots.filter((slot) => stateBefore(slot) === 'auto')),
    };
  }

  /**
   * The next slots to ask, those that a person was not sure of last.
   * @param skip keys that the page has already
   */
  next(mode: CardMode, filter: Filter, limit: number, skip: ReadonlySet<string>): Slot[] {
    const found: Slot[] = [];
    const unsure: Slot[] = [];
    for (const slot of this.#orders[mode]) {
      if (!isWaiting(slot) || !fits(slot, filter) || skip.has(slot.key)) continue;
      (slot.isUnsure ? unsure : found).push(slot);
      if (found.length >= limit) return found;
    }
    return [...found, ...unsure].slice(0, limit);
  }

  /** Totals of the modes under a filter; by type those that wait in `mode`. */
  count(mode: Mode, filter: Filter): QueueCounts {
    const byType: Partial<Record<MentionType, number>> = {};
    const tally = (of: CardMode): Tally => {
      let total = 0;
      let done = 0;
      for (const slot of this.#orders[of]) {
        if (slot.isDisplaced) continue;
        const { type } = slot.base;
        if (of === mode && type !== undefined && isWaiting(slot) && fits(slot, { ...filter, type: undefined })) {
          byType[type] = (byType[type] ?? 0) + 1;
        }
        if (!fits(slot, filter)) continue;
        total += 1;
        if (isDecided(slot.state)) done += 1;
      }
      return { total, done };
    };
    return { tallies: { doubtful: tally('doubtful'), recall: tally('recall'), audit: tally('audit') }, byType };
  }
}

export function isWaiting(slot: Slot): boolean {
  return !slot.isDisplaced && !isDecided(slot.state);
}

/** Whether a slot is a mention of the dataset as it now stands. */
export function isStandingMention(slot: Slot): boolean {
  return !slot.isDisplaced && isMention(slot.state);
}

function fits(slot: Slot, { doc, type, lang }: Filter): boolean {
  const { base, document } = slot;
  return (
    (doc === undefined || document.doc === doc) &&
    (type === undefined || base.type === type) &&
    (lang === undefined || languageOf(slot) === lang)
  );
}

function byScore(left: Slot, right: Slot): number {
  return (left.base.score ?? 0) - (right.base.score ?? 0);
}

/** Leads that are most likely mentions first; those without a score after them, in the order of the text. */
function byPromise(left: Slot, right: Slot): number {
  return (right.base.score ?? 0) - (left.base.score ?? 0);
}

/** A random slice of each language and type, in turn: the order of the audit, in which conclusions are drawn. */
function sample(slots: readonly Slot[]): Slot[] {
  const placed = slots.flatMap((slot) => {
    const { id, type } = slot.base;
    return id === undefined || type === undefined
      ? []
      : [{ id, type, doc: slot.document.doc, lang: languageOf(slot), slot }];
  });
  return auditRounds(placed, auditSize).map(({ slot }) => slot);
}
