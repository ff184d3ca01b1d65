// What is asked next in each mode, and how much of it is done.
import type { CardMode, Filter, MentionType, Mode, Tally } from './messages.ts';
import { isDecided, isMention, type ReviewState, type Slot } from './slots.ts';

/** Records of each type and language that an audit asks: enough to speak of 97 % with one error among them. */
const auditSize = 150;

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
      doubtful: slots.filter(({ baseState }) => baseState === 'pending').sort(byScore),
      recall: slots.filter(({ baseState }) => baseState === 'lead').sort(byPromise),
      audit: sample(slots.filter(({ baseState }) => baseState === 'auto')),
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

function fits({ base, document }: Slot, { doc, type, lang }: Filter): boolean {
  return (
    (doc === undefined || document.doc === doc) &&
    (type === undefined || base.type === type) &&
    (lang === undefined || document.line.lang === lang)
  );
}

function byScore(left: Slot, right: Slot): number {
  return (left.base.score ?? 0) - (right.base.score ?? 0);
}

/** Leads that are most likely mentions first; those without a score after them, in the order of the text. */
function byPromise(left: Slot, right: Slot): number {
  return (right.base.score ?? 0) - (left.base.score ?? 0);
}

/** A slice of each type and language in the order of the ids, which are hashes: random, and the same at every start. */
function sample(slots: Slot[]): Slot[] {
  slots.sort((left, right) => (left.key < right.key ? -1 : 1));
  const ranks = new Map<string, number>();
  const ranked = slots.map((slot) => {
    const stratum = `${slot.base.type} ${slot.document.line.lang}`;
    const rank = ranks.get(stratum) ?? 0;
    ranks.set(stratum, rank + 1);
    return { slot, rank };
  });
  return ranked
    .filter(({ rank }) => rank < auditSize)
    .sort((left, right) => left.rank - right.rank)
    .map(({ slot }) => slot);
}
