// What people decided about entities: which are one, which are not, what they are called. A later decision goes before an
// earlier one. The ids that come out depend on the decisions alone, so that a stream line has the same as the whole corpus.
import type { EntityFate } from '../ledger/fates.ts';
import type { Decision, EntityReference } from '../ledger/schema.ts';
import { splitIdOf } from '../ledger/split.ts';
import { entityIdOf } from '../names/identity.ts';
import type { KnownEntities } from '../names/index.ts';
import { createFinder } from './find.ts';
import { Groups } from './groups.ts';
import { leadersOf } from './leaders.ts';
import { findReferences, firstFates, pairsOf, referencesOf } from './references.ts';
import type { Tally } from './tally.ts';

type About<Action> = Extract<Decision, { action: Action }>;

export interface DecidedEntities {
  /** Id of the entity that an id belongs to by decision; itself where nobody decided. */
  entityOf(entity: string): string;
  /** Decided canonical name of an entity, with the place of the decision. */
  nameOf(entity: string): DecidedName | undefined;
  /** Whether two entities are not one by decision. */
  isDistinct(left: string, right: string): boolean;
  readonly fates: ReadonlyMap<string, EntityFate>;
}

export interface DecidedName {
  readonly name: string;
  readonly place: number;
}

interface Naming extends DecidedName {
  readonly reference: EntityReference;
  readonly decision: About<'merge' | 'rename'>;
}

interface Parting {
  readonly left: string;
  readonly right: string;
  /** Absent for a split, which nothing joins again. */
  readonly decision?: string;
}

/** What the parts below share. */
interface Work {
  readonly groups: Groups;
  readonly fates: Map<string, EntityFate>;
  /** Id in this corpus of an entity that a decision names. */
  readonly idOf: (reference: EntityReference) => string;
}

/**
 * Works out the standing decisions about entities, in their order.
 *
 * @example decideEntities([merge], { tallies }).entityOf('person-<Gantz>') // 'person-<Benny Gantz>'
 * @param decisions standing ones, of any action
 * @param tallies the entities of the corpus: an entity whose id has changed is then found by its names, and decisions get
 *   their fates; without them ids alone are gone by
 */
export function decideEntities(
  decisions: readonly Decision[],
  { tallies, known }: { tallies?: ReadonlyMap<string, Tally>; known?: KnownEntities | undefined } = {},
): DecidedEntities {
  const found = findReferences(decisions, tallies === undefined ? undefined : createFinder(tallies));
  const idOf = (reference: EntityReference): string => found.get(reference)?.entity ?? reference.entity;
  const fates = tallies === undefined ? new Map<string, EntityFate>() : firstFates(decisions, found);
  const work: Work = { groups: new Groups(), fates, idOf };
  const isOverruled = overrule(decisions, work);
  const partings: Parting[] = [];
  const namings: Naming[] = [];
  for (const [place, decision] of decisions.entries()) {
    const [first, ...others] = referencesOf(decision);
    if (first === undefined) continue;
    if (decision.action === 'merge') {
      for (const other of others) if (!isOverruled(first, other, place)) work.groups.unite(idOf(first), idOf(other));
    } else if (decision.action === 'distinct')
      partings.push(...part(decision, work, (left, right) => isOverruled(left, right, place)));
    else if (decision.action === 'split')
      partings.push({ left: idOf(first), right: splitIdOf(first.entity, decision.discriminator) });
    const isNaming = decision.action === 'rename' || (decision.action === 'merge' && !isSuperseded(work, decision));
    if (isNaming && decision.name !== undefined)
      namings.push({ reference: first, name: decision.name, place, decision });
  }
  const joined = joinByName(namings, partings, work);
  const names = nameGroups(namings, work);
  const parted = partGroups(partings, work);
  const leaders = leadersOf(decisions, work, { joined, known });
  const { groups } = work;
  return {
    fates,
    entityOf: (entity) => leaders.get(groups.find(entity)) ?? entity,
    nameOf: (entity) => names.get(groups.find(entity)),
    isDistinct: (left, right) => parted.size > 0 && parted.has(pairKey(groups.find(left), groups.find(right))),
  };
}

/** Of "one" and "not one" about the same two, the later word holds. */
function overrule(
  decisions: readonly Decision[],
  { fates, idOf }: Work,
): (left: EntityReference, right: EntityReference, place: number) => boolean {
  const lastWord = new Map<string, { action: string; place: number; id: string }>();
  // what has become one entity in the corpus is no pair: others that did would be taken for the same two
  const keysOf = (decision: Decision): string[] =>
    pairsOf(decision).flatMap(([one, two]) => {
      const [left, right] = [idOf(one), idOf(two)];
      return left === right ? [] : [pairKey(left, right)];
    });
  for (const [place, decision] of decisions.entries()) {
    const { action, id } = decision;
    for (const key of keysOf(decision)) lastWord.set(key, { action, place, id });
  }
  for (const decision of decisions) {
    const own = keysOf(decision).map((key) => lastWord.get(key));
    const isGone = own.length > 0 && own.every((last) => last !== undefined && last.action !== decision.action);
    if (isGone) fates.set(decision.id, { fate: 'superseded', reason: `by decision ${own[0]?.id ?? ''}` });
  }
  return (left, right, place) => {
    const last = lastWord.get(pairKey(idOf(left), idOf(right)));
    return last !== undefined && last.place > place && last.action !== decisions[place]?.action;
  };
}

/** The pairs that a "distinct" parts; those that earlier decisions join by way of others it cannot. */
function part(
  decision: About<'distinct'>,
  { groups, fates, idOf }: Work,
  isOverruled: (left: EntityReference, right: EntityReference) => boolean,
): Parting[] {
  return pairsOf(decision).flatMap(([one, two]) => {
    if (isOverruled(one, two)) return [];
    const [left, right] = [idOf(one), idOf(two)];
    if (groups.find(left) !== groups.find(right)) return [{ left, right, decision: decision.id }];
    const reason =
      left === right
        ? `"${one.name}" and "${two.name}" are one entity in what is extracted now: split it`
        : 'earlier decisions join them by way of others';
    fates.set(decision.id, { fate: 'contradicted', reason });
    return [];
  });
}

/**
 * By the contract's rule of ids the entity that has a decided name as its full name is the same one, if only one has it, and
 * if that one was not given another name itself. Gives the ids that were joined so, with their names.
 */
function joinByName(
  namings: readonly Naming[],
  partings: readonly Parting[],
  { groups, idOf }: Work,
): ReadonlyMap<string, string> {
  // as decisions joined them: a name alone does not join what is parted by way of others either
  const parted = new Set(partings.map(({ left, right }) => pairKey(groups.find(left), groups.find(right))));
  const last = new Map(namings.map((naming) => [groups.find(idOf(naming.reference)), naming]));
  const namedOf = ({ reference, name }: Naming): string => entityIdOf(reference.type, name);
  const owners = new Map<string, number>();
  for (const naming of last.values()) owners.set(namedOf(naming), (owners.get(namedOf(naming)) ?? 0) + 1);
  const joins = [...last].flatMap(([owner, naming]) => {
    const named = namedOf(naming);
    const root = groups.find(named);
    const other = last.get(root);
    const isFree = owners.get(named) === 1 && !parted.has(pairKey(owner, root));
    return isFree && (other === undefined || namedOf(other) === named) ? [{ owner, named, name: naming.name }] : [];
  });
  for (const { owner, named } of joins) groups.unite(owner, named);
  return new Map(joins.map(({ named, name }) => [named, name]));
}

/** The last name given to a group holds for all of it. */
function nameGroups(namings: readonly Naming[], { groups, fates, idOf }: Work): ReadonlyMap<string, DecidedName> {
  const names = new Map<string, Naming>();
  for (const naming of namings) {
    const root = groups.find(idOf(naming.reference));
    const earlier = names.get(root);
    if (earlier?.decision.action === 'rename' && fates.has(earlier.decision.id))
      fates.set(earlier.decision.id, { fate: 'superseded', reason: `by decision ${naming.decision.id}` });
    names.set(root, naming);
  }
  return names;
}

/** Pairs that are not one; what later decisions joined after all, by way of others, is superseded. */
function partGroups(partings: readonly Parting[], { groups, fates }: Work): ReadonlySet<string> {
  const parted = new Set<string>();
  for (const { left, right, decision } of partings) {
    const [one, two] = [groups.find(left), groups.find(right)];
    if (one !== two) parted.add(pairKey(one, two));
    else if (decision !== undefined)
      fates.set(decision, { fate: 'superseded', reason: 'later decisions join them by way of others' });
  }
  return parted;
}

function isSuperseded({ fates }: Work, { id }: Decision): boolean {
  return fates.get(id)?.fate === 'superseded';
}

function pairKey(left: string, right: string): string {
  return left < right ? `${left}\t${right}` : `${right}\t${left}`;
}
