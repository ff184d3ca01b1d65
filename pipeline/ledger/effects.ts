// What the decisions about one document amount to: the later word on a thing goes before the earlier one.
import type { Span } from '../text/span.ts';
import { findLastStarting, overlaps } from '../text/span.ts';
import type { Place } from './anchor.ts';
import type { Anchored } from './ledger.ts';
import type { Decided } from './schema.ts';

/** A target at its present place. */
export interface Effect extends Anchored {
  readonly hasMoved: boolean;
  /** Span of what was shown. */
  readonly shownSpan?: Span;
  /** The record that it puts, at its present offsets. */
  readonly put?: Decided;
  readonly status: 'accepted' | 'corrected' | 'added';
  /** Id under which a corrected record was first shown. */
  readonly was?: string;
  /** What corrections said to be wrong here: that it is extracted again is no news. */
  readonly refuted: readonly Decided[];
}

export interface Outcome {
  /** Effects that stand, in the order of the ledger. */
  readonly standing: readonly Effect[];
  readonly superseded: readonly { readonly effect: Effect; readonly by: Effect }[];
  /** Keys of the records that are gone by the last word on them. */
  readonly removed: ReadonlySet<string>;
}

/**
 * Key of a record: span and type.
 * @example keyOf({ start: 0, end: 5, type: 'person' }) // '0 5 person'
 */
export function keyOf({ start, end, type }: Span & { readonly type: string }): string {
  return `${start} ${end} ${type}`;
}

/**
 * An effect from a target and its place; undefined where nothing could stand of it.
 * @param idOf id of a record in the text that it was shown in, where the target does not say it
 */
export function toEffect(anchored: Anchored, place: Exclude<Place, { lost: string }>): Effect | undefined {
  const { decision, target } = anchored;
  const { action } = decision;
  const effect: Effect = {
    ...anchored,
    hasMoved: place.hasMoved,
    refuted: [],
    status: action === 'correct' ? 'corrected' : action === 'add' ? 'added' : 'accepted',
    ...(place.shown === undefined ? {} : { shownSpan: place.shown }),
  };
  if (action === 'reject' || action === 'unsure' || action === 'split') return effect;
  const isKept = action === 'accept' || action === 'complete';
  const span = isKept ? place.shown : place.record;
  const decided = isKept ? decidedOf(target.shown) : target.record;
  return span === undefined || decided === undefined ? undefined : { ...effect, put: { ...decided, ...span } };
}

/** What was shown as what is decided; a lead has no type and cannot stand. */
function decidedOf(shown: Anchored['target']['shown']): Decided | undefined {
  if (shown?.type === undefined) return undefined;
  const {
    id: _id,
    entity: _entity,
    score: _score,
    method: _method,
    status: _status,
    candidates: _open,
    ...keys
  } = shown;
  return { ...keys, type: shown.type };
}

/** The effect that put what was shown: not one that put another value at the same span and type. */
function findOrigin({ target }: Effect, origin: Effect | undefined): Effect | undefined {
  if (target.shown?.status === 'auto' || target.shown?.status === 'pending') return undefined;
  const put: Partial<Record<string, unknown>> = { ...origin?.put, start: undefined, end: undefined };
  const shown: Partial<Record<string, unknown>> = { ...target.shown };
  const isSame = Object.entries(put).every(
    ([key, value]) => value === undefined || JSON.stringify(shown[key]) === JSON.stringify(value),
  );
  return isSame ? origin : undefined;
}

function shownRecordOf({ target, shownSpan }: Effect): Decided | undefined {
  const decided = decidedOf(target.shown);
  return decided === undefined || shownSpan === undefined ? undefined : { ...decided, ...shownSpan };
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
  for (const [key, effect] of lastWord) {
    const isGone = effect.decision.action === 'reject' || effect.decision.action === 'correct';
    if (isGone && shownKey(effect) === key && (effect.put === undefined || keyOf(effect.put) !== key)) removed.add(key);
  }
  return { standing: standing.reverse(), superseded: superseded.reverse(), removed };
}

/** A record that was corrected or added stays that when it is accepted later, under the id that it was first shown with. */
function traceOrigins(effects: readonly Effect[]): Effect[] {
  const origins = new Map<string, Effect>();
  return effects.map((effect) => {
    const shown = shownKey(effect);
    const origin = findOrigin(effect, shown === undefined ? undefined : origins.get(shown));
    const { action } = effect.decision;
    let traced = effect;
    if (action === 'correct') {
      const was = origin?.was ?? effect.target.shown?.id;
      const wrong = shownRecordOf(effect);
      const refuted = [...(origin?.refuted ?? []), ...(wrong === undefined ? [] : [wrong])];
      traced = { ...effect, refuted, ...(was === undefined ? {} : { was }) };
    } else if ((action === 'accept' || action === 'complete') && origin !== undefined) {
      const { status, was, refuted } = origin;
      traced = { ...effect, status, refuted, ...(was === undefined ? {} : { was }) };
    }
    if (traced.put !== undefined) origins.set(keyOf(traced.put), traced);
    return traced;
  });
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

function shownKey({ shownSpan, target }: Effect): string | undefined {
  if (shownSpan === undefined) return undefined;
  const isLead = target.shown?.type === undefined || target.shown.id === undefined;
  return isLead ? leadKey(shownSpan) : keyOf({ ...shownSpan, type: target.shown?.type ?? '' });
}

function leadKey({ start, end }: Span): string {
  return `${start} ${end} lead`;
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
