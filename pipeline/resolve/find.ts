// Finds the entity that a decision names: by its id, and where that has changed, as it does with a fuller name, by its names.
import type { EntityReference } from '../ledger/schema.ts';
import { foldName } from '../text/fold.ts';
import type { Tally } from './tally.ts';

export interface Found {
  readonly entity: string;
  readonly isByName: boolean;
}

export interface Finder {
  /** The entity of an id. */
  byId(entity: string): Found | undefined;
  /** The one entity that has the names. */
  byNames(reference: EntityReference): Found | undefined;
}

/**
 * A finder over the entities of a corpus. The names are indexed when an id is first missing.
 *
 * @example createFinder(tallies).byNames({ entity: 'person-1', type: 'person', name: 'Benny Gantz', names: ['Gantz'] })
 */
export function createFinder(tallies: ReadonlyMap<string, Tally>): Finder {
  let index: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return {
    byId: (entity) => (tallies.has(entity) ? { entity, isByName: false } : undefined),
    byNames({ type, name, names }) {
      index ??= indexNames(tallies);
      // the canonical name tells more than a short form, which others may share
      const byName = onlyOf(index.get(`${type}\t${foldName(name)}`));
      if (byName !== undefined) return { entity: byName, isByName: true };
      const shared = new Map<string, number>();
      for (const form of new Set(names.map(foldName))) {
        for (const one of index.get(`${type}\t${form}`) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
      }
      const most = Math.max(0, ...shared.values());
      const best = [...shared].filter(([, count]) => count === most).map(([one]) => one);
      return best.length === 1 && best[0] !== undefined ? { entity: best[0], isByName: true } : undefined;
    },
  };
}

/** Entities by the folded forms of their names and surfaces. */
function indexNames(tallies: ReadonlyMap<string, Tally>): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const [entity, { type, names, surfaces }] of tallies) {
    for (const key of [...names.keys(), ...surfaces.keys()]) {
      const form = `${type}\t${foldName(key.split('\t')[1] ?? '')}`;
      const before = index.get(form);
      if (before === undefined) index.set(form, new Set([entity]));
      else before.add(entity);
    }
  }
  return index;
}

function onlyOf(entities: ReadonlySet<string> | undefined): string | undefined {
  return entities?.size === 1 ? [...entities][0] : undefined;
}
