// A mention as the page shows it: with its text, its explanation, and what is decided on it.
import type { Decided, Decision } from '../ledger/schema.ts';
import { findLastStarting } from '../text/span.ts';
import type { AlikeIndex } from './alike.ts';
import type { EntityState } from './entities.ts';
import { isSameDecided } from './mention.ts';
import type { Card, Mention, Verdict } from './messages.ts';
import { passageAround } from './passage.ts';
import { type ReviewState, type Slot, spanOf } from './slots.ts';

export interface CardMaker {
  readonly state: ReviewState;
  readonly entities: EntityState;
  readonly alike: AlikeIndex;
}

/**
 * The card of a mention or lead.
 * @example cardOf(maker, slot).passage.text // the paragraph around it
 */
export function cardOf({ state, entities, alike }: CardMaker, slot: Slot): Card {
  const { key, document, base, record, verdict } = slot;
  const documentState = state.getDocument(document.doc);
  const span = spanOf(slot);
  const { entity } = base;
  return {
    key,
    doc: document.doc,
    ...(document.line.title === undefined ? {} : { title: document.line.title }),
    lang: languageAt(slot),
    state: slot.state,
    isUnsure: slot.isUnsure,
    shown: base,
    ...(record === undefined ? {} : { record: explained(base, record) }),
    ...(verdict === undefined ? {} : { verdict: verdictOf(verdict) }),
    passage: passageAround(documentState, span),
    ...(slot.baseState === 'lead' ? { lead: { reason: slot.leadReason ?? '' } } : {}),
    alike: alike.waiting(slot, 'writing').length,
    ...(entity !== undefined && entities.has(entity) ? { entity: entities.summary(entity) } : {}),
  };
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

function languageAt({ document, base }: Slot): Card['lang'] {
  const sentence = document.sentences[findLastStarting(document.sentences, base.start)];
  return sentence?.lang ?? document.line.lang ?? 'und';
}
