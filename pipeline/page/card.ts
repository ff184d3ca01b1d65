// A mention as the page shows it: with its text, its explanation, and what is decided on it.
import type { Decided, Decision } from '../ledger/schema.ts';
import type { AlikeIndex } from './alike.ts';
import type { EntityState } from './entities.ts';
import { isSameDecided } from './mention.ts';
import type { Card, Mention, Verdict } from './messages.ts';
import { passageAround } from './passage.ts';
import { type DocumentState, isDecided, languageOf, type ReviewState, type Slot, spanOf } from './slots.ts';

export interface CardMaker {
  readonly state: ReviewState;
  readonly entities: EntityState;
  readonly alike: AlikeIndex;
}

/**
 * The card of a mention or lead.
 * @example cardOf(maker, slot).passage.text // the paragraph around it
 */
export async function cardOf({ state, entities, alike }: CardMaker, slot: Slot): Promise<Card> {
  const { key, document, base, record, verdict } = slot;
  const documentState = state.getDocument(document.doc);
  const span = spanOf(slot);
  const { entity } = base;
  return {
    key,
    doc: document.doc,
    ...(document.line.title === undefined ? {} : { title: document.line.title }),
    lang: languageOf(slot),
    state: slot.state,
    isUnsure: slot.isUnsure,
    shown: base,
    ...(record === undefined ? {} : { record: explained(base, record) }),
    ...(verdict === undefined ? {} : { verdict: verdictOf(verdict) }),
    passage: passageAround(documentState, span),
    ...(slot.baseState === 'lead' ? { lead: await leadOf(slot, documentState) } : {}),
    alike: alike.waiting(slot, 'writing').length,
    ...(entity !== undefined && entities.has(entity) ? { entity: entities.summary(entity) } : {}),
  };
}

/** Why it is asked, and what the rules read there: with a value of its own a lead is added by one key. */
async function leadOf(slot: Slot, state: DocumentState): Promise<NonNullable<Card['lead']>> {
  const reason = slot.leadReason ?? '';
  const { base } = slot;
  if (base.type === undefined || isDecided(slot.state)) return { reason };
  if (base.type !== 'figure' && base.type !== 'date' && base.type !== 'country') {
    return { reason, record: { type: base.type, text: base.text, start: base.start, end: base.end } };
  }
  // the stages' tables are read when they are first needed: a review opens without them
  const { propose } = await import('./propose.ts');
  const found = propose(state, base, slot).proposals.find(
    ({ record }) => record.type === base.type && record.start === base.start && record.end === base.end,
  );
  return { reason, ...(found === undefined ? {} : { record: found.record }) };
}

/** Who decided, as the page says it. */
export function verdictOf(decision: Decision): Verdict {
  const { id, action, by, at } = decision;
  return {
    id,
    action,
    by,
    ...(at === undefined ? {} : { at }),
    count: 'targets' in decision ? (decision.targets?.length ?? 1) : 1,
  };
}

/** The parts of a figure still explain a corrected one where they compose the same value within its span. */
function explained(base: Mention, record: Decided): Mention {
  const isSameValue = base.derivation !== undefined && record.type === 'figure' && base.value === record.value;
  return isSameValue || isSameDecided({ ...base, type: base.type ?? record.type }, record)
    ? { ...record, ...(base.derivation === undefined ? {} : { derivation: base.derivation }) }
    : record;
}
