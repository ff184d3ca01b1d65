// The entities that decisions name, and where in the corpus they are.
import type { EntityFate } from '../ledger/fates.ts';
import type { Decision, EntityReference } from '../ledger/schema.ts';
import { entityIdOf } from '../names/identity.ts';
import type { Finder, Found } from './find.ts';

/** The entities that a decision names; of a decision about mentions, none. */
export function referencesOf(decision: Decision): readonly EntityReference[] {
  if (decision.action === 'merge' || decision.action === 'distinct') return decision.entities;
  return decision.action === 'rename' || decision.action === 'split' ? [decision.entity] : [];
}

/**
 * Where each reference leads, in the order of the decisions: an entity that was given a name goes by the id of that name
 * too, which later decisions may use.
 */
export function findReferences(
  decisions: readonly Decision[],
  finder: Finder | undefined,
): ReadonlyMap<EntityReference, Found> {
  const found = new Map<EntityReference, Found>();
  const named = new Map<string, string | undefined>();
  for (const decision of decisions) {
    const references = referencesOf(decision);
    for (const reference of references) {
      const owner = named.get(reference.entity);
      const byGivenName = owner === undefined ? undefined : { entity: owner, isByName: false };
      const one = finder?.byId(reference.entity) ?? byGivenName ?? finder?.byNames(reference);
      if (one !== undefined) found.set(reference, one);
    }
    const [first] = references;
    if (first === undefined || !('name' in decision) || decision.name === undefined || decision.action === 'split')
      continue;
    const id = entityIdOf(first.type, decision.name);
    const owner = found.get(first)?.entity ?? first.entity;
    // two entities of one name: neither goes by it
    named.set(id, named.has(id) && named.get(id) !== owner ? undefined : owner);
  }
  return found;
}

/** Fates by what is there. A split has fates of its targets. */
export function firstFates(
  decisions: readonly Decision[],
  found: ReadonlyMap<EntityReference, Found>,
): Map<string, EntityFate> {
  const fates = new Map<string, EntityFate>();
  for (const decision of decisions) {
    const references = decision.action === 'split' ? [] : referencesOf(decision);
    if (references.length === 0) continue;
    const all = references.map((reference) => ({ reference, found: found.get(reference) }));
    const absent = all.filter((one) => one.found === undefined).map((one) => absence(one.reference));
    const byName = all.filter((one) => one.found?.isByName === true);
    const said = [...byName.map(({ reference }) => `"${reference.name}" was found by its names`), ...absent];
    const reason = said.length === 0 ? {} : { reason: said.join('; ') };
    const fate = absent.length === all.length ? 'orphaned' : byName.length > 0 ? 'moved' : 'applied';
    fates.set(decision.id, { fate, ...reason });
  }
  return fates;
}

/** A merge says of its first that the others are it; a "distinct" says of all that none is another. */
export function pairsOf(decision: Decision): (readonly [EntityReference, EntityReference])[] {
  const [first, ...others] = referencesOf(decision);
  if (first === undefined) return [];
  if (decision.action === 'merge') return others.map((other) => [first, other] as const);
  if (decision.action !== 'distinct') return [];
  return [first, ...others].flatMap((left, place) =>
    decision.entities.slice(place + 1).map((right) => [left, right] as const),
  );
}

function absence({ name, type }: EntityReference): string {
  return `the ${type} "${name}" is not in the dataset`;
}
