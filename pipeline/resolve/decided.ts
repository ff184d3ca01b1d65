// What people decided about entities, worked out over the entities of a corpus: which are one, which are not, what they are
// called. A later decision goes before an earlier one; every decision gets its fate.
import type { EntityFate } from '../ledger/fates.ts';
import type { Decision, EntityReference } from '../ledger/schema.ts';
import { splitIdOf } from '../ledger/split.ts';
import { curated } from '../names/curated.ts';
import { entityIdOf } from '../names/identity.ts';
import type { KnownEntities } from '../names/index.ts';
import { foldName, wordsOf } from '../text/fold.ts';
import { createFinder, type Finder } from './find.ts';
import { Groups } from './groups.ts';
import { bestName, type Tally } from './tally.ts';

type About<Action> = Extract<Decision, { action: Action }>;

export interface DecidedEntities {
  /** Id of the entity that an id belongs to by decision; itself where nobody decided. */
  entityOf(entity: string): string;
  /** Decided canonical name of an entity as `entityOf` gives it, with the place of the decision. */
  nameOf(entity: string): DecidedName | undefined;
  /** Whether two entities as `entityOf` gives them are not one by decision. */
  isDistinct(left: string, right: string): boolean;
  readonly fates: ReadonlyMap<string, EntityFate>;
}

export interface DecidedName {
  readonly name: string;
  readonly place: number;
}

interface Naming extends DecidedName {
  readonly entity: string;
  readonly decision: About<'merge' | 'rename'>;
}

interface Parting {
  readonly left: string;
  readonly right: string;
  /** Absent for a split, which nothing joins again. */
  readonly decision?: string;
}

/**
 * Applies the standing decisions about entities in their order.
 *
 * @example decideEntities([merge], tallies).entityOf('person-<Gantz>') // 'person-<Benny Gantz>'
 * @param decisions standing ones, of any action
 */
export function decideEntities(
  decisions: readonly Decision[],
  tallies: ReadonlyMap<string, Tally>,
  known?: KnownEntities,
): DecidedEntities {
  const finder = createFinder(tallies);
  const fates = new Map<string, EntityFate>();
  const found = new Map<string, string[]>();
  for (const decision of decisions) {
    const own = findEntities(decision, finder, fates);
    if (own !== undefined) found.set(decision.id, own);
  }
  const isOverruled = overrule(decisions, found, fates);
  const groups = new Groups();
  const partings: Parting[] = [];
  const namings: Naming[] = [];
  for (const [place, decision] of decisions.entries()) {
    const [first, ...others] = found.get(decision.id) ?? [];
    if (first === undefined) continue;
    if (decision.action === 'merge') {
      for (const other of others) if (!isOverruled(first, other, place)) groups.unite(first, other);
    } else if (decision.action === 'distinct') {
      for (const [left, right] of pairsOf([first, ...others])) {
        if (isOverruled(left, right, place)) continue;
        if (groups.find(left) !== groups.find(right)) partings.push({ left, right, decision: decision.id });
        else fates.set(decision.id, { fate: 'contradicted', reason: 'earlier decisions join them by way of others' });
      }
    } else if (decision.action === 'split') {
      partings.push({ left: first, right: splitIdOf(decision.entity.entity, decision.discriminator) });
    }
    const isName = decision.action === 'rename' || (decision.action === 'merge' && !isTakenBack(fates, decision));
    if (isName && decision.name !== undefined) namings.push({ entity: first, name: decision.name, place, decision });
  }
  joinByName(namings, partings, { groups, tallies });
  const names = nameGroups(namings, groups, fates);
  const parted = partGroups(partings, groups, fates);
  const leaders = leadersOf(groups, tallies, known);
  return {
    fates,
    entityOf: (entity) => leaders.get(groups.find(entity)) ?? entity,
    nameOf: (entity) => names.get(groups.find(entity)),
    isDistinct: (left, right) => parted.has(pairKey(groups.find(left), groups.find(right))),
  };
}

/** The entities of a decision in the corpus; its fate says which of them are not there. */
function findEntities(decision: Decision, finder: Finder, fates: Map<string, EntityFate>): string[] | undefined {
  const { action, id } = decision;
  if (action === 'split') return [finder(decision.entity)?.entity ?? decision.entity.entity];
  const isOne = action === 'rename';
  if (!isOne && action !== 'merge' && action !== 'distinct') return undefined;
  const references = isOne ? [decision.entity] : decision.entities;
  const all = references.map((reference) => ({ reference, found: finder(reference) }));
  const absent = all.filter((one) => one.found === undefined).map((one) => absence(one.reference));
  const found = [...new Set(all.flatMap((one) => one.found?.entity ?? []))];
  const reason = absent.length === 0 ? {} : { reason: absent.join('; ') };
  if (all.length - absent.length < (isOne ? 1 : 2)) {
    fates.set(id, { fate: 'orphaned', ...reason });
    return undefined;
  }
  const isByName = all.some((one) => one.found?.isByName === true);
  fates.set(
    id,
    isByName ? { fate: 'moved', reason: ['found by its names', ...absent].join('; ') } : { fate: 'applied', ...reason },
  );
  return found;
}

/** Of "one" and "not one" about the same two, the later word holds. */
function overrule(
  decisions: readonly Decision[],
  found: ReadonlyMap<string, readonly string[]>,
  fates: Map<string, EntityFate>,
): (left: string, right: string, place: number) => boolean {
  const lastWord = new Map<string, { action: string; place: number; id: string }>();
  const pairs = (decision: Decision): (readonly [string, string])[] => {
    const [first, ...others] = found.get(decision.id) ?? [];
    if (first === undefined) return [];
    if (decision.action === 'merge') return others.map((other) => [first, other] as const);
    return decision.action === 'distinct' ? pairsOf([first, ...others]) : [];
  };
  for (const [place, decision] of decisions.entries()) {
    for (const [left, right] of pairs(decision))
      lastWord.set(pairKey(left, right), { action: decision.action, place, id: decision.id });
  }
  for (const decision of decisions) {
    const own = pairs(decision).map(([left, right]) => lastWord.get(pairKey(left, right)));
    const isGone = own.length > 0 && own.every((last) => last !== undefined && last.action !== decision.action);
    if (isGone) fates.set(decision.id, { fate: 'superseded', reason: `by decision ${own[0]?.id ?? ''}` });
  }
  return (left, right, place) => {
    const last = lastWord.get(pairKey(left, right));
    return last !== undefined && last.place > place && last.action !== decisions[place]?.action;
  };
}

/** By the contract's rule of ids the entity that already has a decided name as its full name is the same one. */
function joinByName(
  namings: readonly Naming[],
  partings: readonly Parting[],
  { groups, tallies }: { groups: Groups; tallies: ReadonlyMap<string, Tally> },
): void {
  const parted = new Set(partings.map(({ left, right }) => pairKey(left, right)));
  for (const { entity, name } of namings) {
    const type = tallies.get(entity)?.type;
    const named = type === undefined ? entity : entityIdOf(type, name);
    if (named !== entity && tallies.has(named) && !parted.has(pairKey(entity, named))) groups.unite(entity, named);
  }
}

/** The last name given to a group holds for all of it. */
function nameGroups(
  namings: readonly Naming[],
  groups: Groups,
  fates: Map<string, EntityFate>,
): ReadonlyMap<string, DecidedName> {
  const names = new Map<string, Naming>();
  for (const naming of namings) {
    const root = groups.find(naming.entity);
    const earlier = names.get(root);
    if (earlier?.decision.action === 'rename')
      fates.set(earlier.decision.id, { fate: 'superseded', reason: `by decision ${naming.decision.id}` });
    names.set(root, naming);
  }
  return names;
}

/** Pairs that are not one; what later decisions joined after all, by way of others, is superseded. */
function partGroups(partings: readonly Parting[], groups: Groups, fates: Map<string, EntityFate>): ReadonlySet<string> {
  const parted = new Set<string>();
  for (const { left, right, decision } of partings) {
    const [one, two] = [groups.find(left), groups.find(right)];
    if (one !== two) parted.add(pairKey(one, two));
    else if (decision !== undefined)
      fates.set(decision, { fate: 'superseded', reason: 'later decisions join them by way of others' });
  }
  return parted;
}

/** A known entity keeps its id, then the one with the fullest name. */
function leadersOf(
  groups: Groups,
  tallies: ReadonlyMap<string, Tally>,
  known: KnownEntities | undefined,
): ReadonlyMap<string, string> {
  const ranks = (entity: string): readonly [isKnown: number, words: number, letters: number] => {
    const tally = tallies.get(entity);
    const name = tally === undefined ? '' : bestName(tally.type, tally.names);
    const isKnown = (known?.get(entity) ?? curated.get(entity)) !== undefined;
    return [Number(isKnown), wordsOf(name).length, foldName(name).length];
  };
  const leaders = new Map<string, string>();
  for (const [root, members] of groups.members()) {
    const [leader] = members
      .map((entity) => ({ entity, rank: ranks(entity) }))
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

function isTakenBack(fates: ReadonlyMap<string, EntityFate>, { id }: Decision): boolean {
  return fates.get(id)?.fate === 'superseded';
}

function pairsOf(entities: readonly string[]): (readonly [string, string])[] {
  return entities.flatMap((left, place) => entities.slice(place + 1).map((right) => [left, right] as const));
}

function pairKey(left: string, right: string): string {
  return left < right ? `${left}\t${right}` : `${right}\t${left}`;
}

function absence({ name, type }: EntityReference): string {
  return `the ${type} "${name}" is not in the dataset`;
}
