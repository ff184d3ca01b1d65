// Which id a group of entities that were joined by decision keeps.
import type { Decision, EntityReference } from '../ledger/schema.ts';
import { curated } from '../names/curated.ts';
import type { KnownEntities } from '../names/index.ts';
import { foldName, wordsOf } from '../text/fold.ts';
import type { Groups } from './groups.ts';
import { referencesOf } from './references.ts';

/** Of a group, a known entity keeps its id, then the one with the fullest name that the decisions tell. */
export function leadersOf(
  decisions: readonly Decision[],
  { groups, idOf }: { readonly groups: Groups; readonly idOf: (reference: EntityReference) => string },
  { joined, known }: { readonly joined: ReadonlyMap<string, string>; readonly known: KnownEntities | undefined },
): ReadonlyMap<string, string> {
  const names = new Map(joined);
  for (const decision of decisions)
    for (const reference of referencesOf(decision)) names.set(idOf(reference), reference.name);
  const rank = (entity: string): readonly [isKnown: number, words: number, letters: number] => {
    const name = names.get(entity) ?? '';
    const isKnown = (known?.get(entity) ?? curated.get(entity)) !== undefined;
    return [Number(isKnown), wordsOf(name).length, foldName(name).length];
  };
  const leaders = new Map<string, string>();
  for (const [root, members] of groups.members()) {
    const [leader] = members
      .filter((entity) => names.has(entity))
      .map((entity) => ({ entity, rank: rank(entity) }))
      .sort(
        (left, right) =>
          right.rank[0] - left.rank[0] ||
          right.rank[1] - left.rank[1] ||
          right.rank[2] - left.rank[2] ||
          (left.entity < right.entity ? -1 : 1),
      );
    if (leader !== undefined) leaders.set(root, leader.entity);
  }
  return leaders;
}
