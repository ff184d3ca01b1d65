// Which entities of the dataset are one by the standing decisions, which are not, and what they are called: as the next run
// will have it, so that the page never shows together what that run parts.
import type { Decision, EntityReference } from '../ledger/schema.ts';
import { decideEntities } from '../resolve/decided.ts';

export interface EntityGroups {
  /** The entity that stands for all that are one with it; itself where it is alone. */
  rootOf(entity: string): string;
  /** All that are one with a root, itself first. */
  membersOf(root: string): readonly string[];
  /** Whether two entities are not one by decision. */
  isDistinct(left: string, right: string): boolean;
  /** The name that a person decided. */
  nameOf(entity: string): string | undefined;
}

/**
 * Groups the entities of a dataset. Of "one" and "not one" about the same two the later decision holds.
 *
 * @example groupEntities([merge], ['person-a', 'person-b'], findEntity).rootOf('person-b') // 'person-a'
 * @param decisions standing ones, of any action
 * @param entities ids of the dataset
 * @param findEntity where in the dataset the entity of a decision is now
 */
export function groupEntities(
  decisions: readonly Decision[],
  entities: Iterable<string>,
  findEntity: (reference: EntityReference) => string | undefined,
): EntityGroups {
  const decided = decideEntities(decisions.map((decision) => asNow(decision, findEntity)));
  const byId = new Map<string, string[]>();
  for (const entity of entities) {
    const id = decided.entityOf(entity);
    const group = byId.get(id);
    if (group === undefined) byId.set(id, [entity]);
    // the id that a run gives them stands first where it is in the dataset already: a new name brings one that is not
    else if (entity === id) group.unshift(entity);
    else group.push(entity);
  }
  const members = new Map<string, readonly string[]>();
  const roots = new Map<string, string>();
  for (const group of byId.values()) {
    const [root] = group;
    if (root === undefined || group.length === 1) continue;
    members.set(root, group);
    for (const entity of group) roots.set(entity, root);
  }
  return {
    rootOf: (entity) => roots.get(entity) ?? entity,
    membersOf: (root) => members.get(root) ?? [root],
    isDistinct: (left, right) => decided.isDistinct(left, right),
    nameOf: (entity) => decided.nameOf(entity)?.name,
  };
}

/** A decision that names its entities by their present ids. A split keeps its own: what was split off has its id from it. */
function asNow(decision: Decision, findEntity: (reference: EntityReference) => string | undefined): Decision {
  const now = (reference: EntityReference): EntityReference => ({
    ...reference,
    entity: findEntity(reference) ?? reference.entity,
  });
  if (decision.action === 'merge' || decision.action === 'distinct')
    return { ...decision, entities: decision.entities.map(now) };
  return decision.action === 'rename' ? { ...decision, entity: now(decision.entity) } : decision;
}
