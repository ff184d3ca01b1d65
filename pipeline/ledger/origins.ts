// Where a record that was shown comes from: what was corrected or added stays that when it is accepted later.
import { type Effect, keyOf, shownKey, shownRecordOf } from './effect.ts';
import type { Decided } from './schema.ts';

/** A record that was corrected or added stays that when it is accepted later, under the id that it was first shown with. */
export function traceOrigins(effects: readonly Effect[]): Effect[] {
  const origins = new Map<string, Effect>();
  return effects.map((effect) => {
    const shown = shownKey(effect);
    const origin = findOrigin(effect, shown === undefined ? undefined : origins.get(shown));
    const { action } = effect.decision;
    let traced = effect;
    if (action === 'correct') {
      const was = origin?.was ?? effect.target.shown?.id;
      const refuted = addOnce([...(origin?.refuted ?? [])], shownRecordOf(effect));
      traced = { ...effect, refuted, ...(was === undefined ? {} : { was }) };
    } else if ((action === 'accept' || action === 'complete') && origin !== undefined) {
      const { status, was, refuted, isNewName } = origin;
      traced = { ...effect, status, refuted, isNewName, ...(was === undefined ? {} : { was }) };
    }
    if (traced.put !== undefined) origins.set(keyOf(traced.put), traced);
    return traced;
  });
}

/** The effect that put what was shown: not one that put another value at the same span and type. */
function findOrigin({ target }: Effect, origin: Effect | undefined): Effect | undefined {
  if (target.shown?.status === 'auto' || target.shown?.status === 'pending') return undefined;
  // the span says the text, which may have other line breaks now
  const put: Partial<Record<string, unknown>> = { ...origin?.put, start: undefined, end: undefined, text: undefined };
  const shown: Partial<Record<string, unknown>> = { ...target.shown };
  const isSame = Object.entries(put).every(
    ([key, value]) => value === undefined || JSON.stringify(shown[key]) === JSON.stringify(value),
  );
  return isSame ? origin : undefined;
}

/** However often people change their minds about a record, it is the same few readings. */
export function addOnce(list: Decided[], record: Decided | undefined): Decided[] {
  const isNew = record !== undefined && !list.some((known) => JSON.stringify(known) === JSON.stringify(record));
  if (isNew) list.push(record);
  return list;
}
