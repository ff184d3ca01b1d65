// What the decisions about one document amount to: the later word on a thing goes before the earlier one.
import type { Span } from '../text/span.ts';
import { findLastStarting, overlaps } from '../text/span.ts';
import { type Effect, keyOf, leadKey, shownKey, shownRecordOf } from './effect.ts';
import { addOnce, traceOrigins } from './origins.ts';
import type { Decided } from './schema.ts';

export interface Outcome {
  /** Effects that stand, in the order of the ledger. */
  readonly standing: readonly Effect[];
  readonly superseded: readonly { readonly effect: Effect; readonly by: Effect }[];
  /** Keys of the records that are gone by the last word on them. */
  readonly removed: ReadonlySet<string>;
}

/** Decides which effects stand. They come in the order of the ledger. */
export function settleEffects(effects: readonly Effect[]): Outcome {
  const traced = traceOrigins(effects);
  const lastWord = new Map<string, Effect>();
  for (const effect of traced) for (const key of claimsOf(effect)) lastWord.set(key, effect);
  const claimed = new Map<string, Effect>();
  const filled = new Map<string, Effect>();
  const puts: (Span & { readonly effect: Effect })[] = [];
  const standing: Effect[] = [];
  const superseded: { effect: Effect; by: Effect }[] = [];
  for (const effect of [...traced].reverse()) {
    const by = findSuperseding(effect, claimed) ?? findFilling(effect, filled) ?? findOverlapping(effect, puts);
    if (by === undefined) {
      standing.push(effect);
      if (effect.put !== undefined) insert(puts, { start: effect.put.start, end: effect.put.end, effect });
    } else superseded.push({ effect, by });
    for (const key of claimsOf(effect)) if (!claimed.has(key)) claimed.set(key, effect);
    if (effect.put !== undefined) filled.set(leadKey(effect.put), effect);
  }
  const removed = new Set<string>();
  const overruled = overruledBy(superseded);
  for (const [key, effect] of lastWord) {
    const isGone = effect.decision.action === 'reject' || effect.decision.action === 'correct';
    if (isGone && shownKey(effect) === key && (effect.put === undefined || keyOf(effect.put) !== key)) removed.add(key);
  }
  return {
    standing: standing.reverse().map((effect) => {
      const known = overruled.get(effect);
      return known === undefined ? effect : { ...effect, refuted: [...effect.refuted, ...known] };
    }),
    superseded: superseded.reverse(),
    removed,
  };
}

/** What earlier decisions put or were shown, by the decision that goes before them: who took it knew of those records. */
function overruledBy(superseded: Outcome['superseded']): ReadonlyMap<Effect, readonly Decided[]> {
  const overruled = new Map<Effect, Decided[]>();
  for (const { effect, by } of superseded) {
    const list = overruled.get(by) ?? [];
    overruled.set(by, list);
    for (const record of [effect.put, shownRecordOf(effect), ...effect.refuted]) addOnce(list, record);
  }
  return overruled;
}

/** Everything that a decision has a say in. */
function claimsOf(effect: Effect): string[] {
  const { put, decision } = effect;
  if (decision.action === 'split') return [];
  const keys: string[] = [];
  const shown = shownKey(effect);
  if (shown !== undefined) keys.push(shown);
  if (put !== undefined) keys.push(keyOf(put));
  return keys;
}

/** What stands at a place answers the question whether something is missing there. */
function findFilling(effect: Effect, filled: ReadonlyMap<string, Effect>): Effect | undefined {
  const key = shownKey(effect);
  const later = effect.put !== undefined || key === undefined ? undefined : filled.get(key);
  return later?.decision === effect.decision ? undefined : later;
}

function findSuperseding(effect: Effect, claimed: ReadonlyMap<string, Effect>): Effect | undefined {
  for (const key of claimsOf(effect)) {
    const later = claimed.get(key);
    if (later === undefined || later.decision === effect.decision) continue;
    // who cannot say about a corrected or added record lets it stand
    const { status } = later.target.shown ?? {};
    const isDoubt = later.decision.action === 'unsure' && (status === 'corrected' || status === 'added');
    if (!(isDoubt && effect.put !== undefined)) return later;
  }
  return undefined;
}

function findOverlapping({ put }: Effect, puts: readonly (Span & { readonly effect: Effect })[]): Effect | undefined {
  if (put === undefined) return undefined;
  const near = puts[findLastStarting(puts, put.end - 1)];
  return near !== undefined && overlaps(near, put) ? near.effect : undefined;
}

function insert<Item extends Span>(sorted: Item[], item: Item): void {
  sorted.splice(findLastStarting(sorted, item.start) + 1, 0, item);
}
