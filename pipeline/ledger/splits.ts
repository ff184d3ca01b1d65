// Marks the mentions that a person said to be another entity of the same name.
import type { Mention } from '../document.ts';
import { type Effect, keyOf } from './effect.ts';
import { fateOf, type Work } from './work.ts';

/**
 * Marks the targets of splits; the later of two splits of a mention holds. A mention that was corrected is found by what
 * was shown too.
 *
 * @example splitMentions(work, mentions, standing)[0]?.decision?.split // { entity: 'person-…', discriminator: 'the painter' }
 */
export function splitMentions(
  work: Work,
  mentions: readonly Mention[],
  standing: readonly Effect[],
): readonly Mention[] {
  const splits = standing.filter(({ decision }) => decision.action === 'split');
  if (splits.length === 0) return mentions;
  const placeOf = new Map(mentions.map((mention, place) => [keyOf(mention), place]));
  const putBy = new Map<string, string>();
  for (const effect of standing) {
    const shown = shownKeyOf(effect);
    if (shown !== undefined && effect.put !== undefined) putBy.set(shown, keyOf(effect.put));
  }
  const marked = [...mentions];
  const done = new Map<number, Effect>();
  for (const effect of [...splits].reverse()) {
    const { decision } = effect;
    const shown = shownKeyOf(effect) ?? '';
    const place = placeOf.get(putBy.get(shown) ?? shown);
    const mention = place === undefined ? undefined : marked[place];
    const fate = fateOf(work, effect);
    if (place === undefined || mention === undefined || decision.action !== 'split') {
      const reason = `"${effect.target.shown?.text ?? effect.target.record?.text ?? ''}" is no record any more`;
      work.fates.push({ ...fate, fate: 'orphaned', reason });
      continue;
    }
    const later = done.get(place);
    if (later !== undefined) {
      work.fates.push({ ...fate, fate: 'superseded', reason: `by decision ${later.decision.id}` });
      continue;
    }
    done.set(place, effect);
    const { entity, discriminator, name } = decision;
    const split = { entity: entity.entity, discriminator, ...(name === undefined ? {} : { name }) };
    marked[place] = { ...mention, decision: { ...mention.decision, split } };
    work.fates.push({ ...fate, fate: effect.hasMoved ? 'moved' : 'applied', record: work.idOf(mention) });
  }
  return marked;
}

function shownKeyOf({ shownSpan, target }: Effect): string | undefined {
  return shownSpan === undefined ? undefined : keyOf({ ...shownSpan, type: target.shown?.type ?? '' });
}
