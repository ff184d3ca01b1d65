// What decisions say: the lines of the ledger that a request comes to.
import type { Decided, Decision, Target } from '../ledger/schema.ts';
import { overlaps } from '../text/span.ts';
import { carryOver } from './alike.ts';
import type { EntityState } from './entities.ts';
import { isOpenCountry, RefusedError, refuseFault, refuseOpen } from './refused.ts';
import type { ReviewState, Slot } from './slots.ts';
import { findFault, isUnchanged, targetOf } from './target.ts';

/** What every decision has. */
export type Common = Pick<Decision, 'v' | 'id' | 'by' | 'at' | 'seconds' | 'mode' | 'model' | 'rules'>;

export interface OneRequest {
  readonly action: 'accept' | 'reject' | 'correct' | 'unsure';
  readonly record?: Decided | undefined;
}

/**
 * The decision on one mention or lead: a lead is added, and a correction that changes nothing is an acceptance.
 * @example composeOne(state, slot, { action: 'accept' }, common).action // 'accept'
 */
export function composeOne(state: ReviewState, slot: Slot, { action, record }: OneRequest, common: Common): Decision {
  const document = state.getDocument(slot.document.doc);
  if (record !== undefined && !overlaps(record, slot.base))
    throw new RefusedError(
      'invalid',
      'expected a span that overlaps what was shown, found one elsewhere: add it as a mention of its own',
    );
  if (action === 'reject' || action === 'unsure') return { ...common, action, targets: [targetOf(document, slot)] };
  if (slot.baseState === 'lead') {
    if (record === undefined) throw new RefusedError('invalid', 'expected a type for what is added, found none');
    refuseFault(record, slot.document);
    return { ...common, action: 'add', targets: [targetOf(document, slot, record)] };
  }
  if (action === 'accept' || record === undefined || isUnchanged(slot, record)) {
    refuseOpen(slot);
    return { ...common, action: 'accept', targets: [targetOf(document, slot)] };
  }
  refuseFault(record, slot.document);
  return { ...common, action: 'correct', targets: [targetOf(document, slot, record)] };
}

export interface EverywhereRequest {
  readonly action: 'accept' | 'reject' | 'correct';
  readonly record?: Decided | undefined;
}

/** What a decision on one mention says of another one of its pattern; undefined where it says nothing. */
export function targetEverywhere(
  state: ReviewState,
  from: Slot,
  to: Slot,
  { action, record }: EverywhereRequest,
): Target | undefined {
  const document = state.getDocument(to.document.doc);
  if (action === 'reject') return targetOf(document, to);
  if (action === 'accept' && to.baseState !== 'lead') {
    return isOpenCountry(to) ? undefined : targetOf(document, to);
  }
  if (record === undefined) throw new RefusedError('invalid', 'expected what the mentions are, found nothing');
  refuseFault(record, from.document);
  const carried = carryOver(from, record, to);
  return carried === undefined || findFault(carried, to.document) !== undefined
    ? undefined
    : targetOf(document, to, carried);
}

export interface EntitiesRequest {
  readonly action: 'merge' | 'distinct' | 'split' | 'rename';
  readonly entities: readonly string[];
  readonly name?: string | undefined;
  readonly discriminator?: string | undefined;
}

/**
 * The decision on entities: one, not one, another of the same name, another canonical name.
 * @param mentions those that a split takes away
 */
export function composeEntities(
  state: ReviewState,
  known: EntityState,
  request: EntitiesRequest,
  { mentions, common }: { readonly mentions: readonly Slot[]; readonly common: Common },
): Decision {
  const entities = request.entities.map((id) => {
    const reference = known.reference(id);
    if (reference === undefined) throw new RefusedError('gone', `expected an entity, found none by "${id}"`);
    return reference;
  });
  const [entity] = entities;
  const { action, discriminator } = request;
  const name = request.name === undefined ? {} : { name: request.name };
  if (entity === undefined) throw new RefusedError('invalid', 'expected an entity, found none');
  if (action === 'rename') {
    if (request.name === undefined) throw new RefusedError('invalid', 'expected a name, found none');
    return { ...common, action, entity, name: request.name };
  }
  if (action === 'split') {
    const targets = mentions.map((slot) => targetOf(state.getDocument(slot.document.doc), slot));
    if (targets.length === 0 || discriminator === undefined)
      throw new RefusedError('invalid', 'expected mentions and what tells them apart, found none');
    return { ...common, action, entity, targets, discriminator, ...name };
  }
  if (entities.length < 2) throw new RefusedError('invalid', 'expected two entities, found one');
  return action === 'merge' ? { ...common, action, entities, ...name } : { ...common, action, entities };
}
