// A target of a decision at its present place in a document, and the keys of what it is about.
import type { Span } from '../text/span.ts';
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
  /** Why what was decided cannot stand: it puts nothing, and takes no other decision's place. */
  readonly fault?: string;
  readonly status: 'accepted' | 'corrected' | 'added';
  /** Id under which a corrected record was first shown. */
  readonly was?: string;
  /** The person gave it another name than it was shown with. */
  readonly isNewName: boolean;
  /** What corrections said to be wrong here: that it is extracted again is no news. */
  readonly refuted: readonly Decided[];
}

/**
 * Key of a record: span and type.
 * @example keyOf({ start: 0, end: 5, type: 'person' }) // '0 5 person'
 */
export function keyOf({ start, end, type }: Span & { readonly type: string }): string {
  return `${start} ${end} ${type}`;
}

/**
 * An effect from a target and its place; undefined where it does not say what would stand.
 * @param findFault why a record cannot stand, in words
 */
export function toEffect(
  anchored: Anchored,
  place: Exclude<Place, { lost: string }>,
  findFault: (put: Decided) => string | undefined,
): Effect | undefined {
  const { decision, target } = anchored;
  const { action } = decision;
  const effect: Effect = {
    ...anchored,
    hasMoved: place.hasMoved,
    refuted: [],
    isNewName: (action === 'correct' || action === 'add') && target.record?.name !== target.shown?.name,
    status: action === 'correct' ? 'corrected' : action === 'add' ? 'added' : 'accepted',
    ...(place.shown === undefined ? {} : { shownSpan: place.shown }),
  };
  if (action === 'reject' || action === 'unsure' || action === 'split') return effect;
  const isKept = action === 'accept' || action === 'complete';
  const span = isKept ? place.shown : place.record;
  const decided = isKept ? decidedOf(target.shown) : target.record;
  if (span === undefined || decided === undefined) return undefined;
  const put: Decided = { ...decided, ...span };
  const fault = findFault(put);
  return fault === undefined ? { ...effect, put } : { ...effect, fault };
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

/** The record that was shown, at its present place. */
export function shownRecordOf({ target, shownSpan }: Effect): Decided | undefined {
  const decided = decidedOf(target.shown);
  return decided === undefined || shownSpan === undefined ? undefined : { ...decided, ...shownSpan };
}

/** Key of what was shown. */
export function shownKey({ shownSpan, target }: Effect): string | undefined {
  if (shownSpan === undefined) return undefined;
  const isLead = target.shown?.type === undefined || target.shown.id === undefined;
  return isLead ? leadKey(shownSpan) : keyOf({ ...shownSpan, type: target.shown?.type ?? '' });
}

/** Key of a lead, which has no type of its own. */
export function leadKey({ start, end }: Span): string {
  return `${start} ${end} lead`;
}
