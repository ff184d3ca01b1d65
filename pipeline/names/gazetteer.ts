// The country that a town lies in, from the frozen gazetteer, where its name is of one country or the document supports one.
import { readResource } from '../text/resource.ts';
import { fold } from '../text/fold.ts';

let towns: ReadonlyMap<string, readonly string[]> | undefined;

/** Read at the first place of a run: a document without places costs nothing. */
function readTowns(): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const line of readResource('names/data/cities.tsv').split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0 && !line.startsWith('#')) read.set(line.slice(0, tab), line.slice(tab + 1).split(' '));
  }
  return read;
}

/**
 * Countries of settlers, whose towns are named after others: only where the document speaks of them, or of no country at all.
 * Whitehall is in Wisconsin too, Palmyra in New York, Régina in French Guiana and not on the list.
 */
const settled = new Set(['US', 'CA', 'AU', 'NZ', 'GB', 'PH']);

export interface SpokenOf {
  /** Countries that the document names. */
  readonly named: ReadonlySet<string>;
  /** Those, and the countries of its well-known places: "London" speaks of GB as much as "Britain". */
  readonly all: ReadonlySet<string>;
}

/**
 * Whether the gazetteer has a town of that name.
 * @example isTown('Le Havre') // true
 */
export function isTown(name: string): boolean {
  towns ??= readTowns();
  return towns.has(fold(name));
}

/**
 * Country of a town, or undefined where the name is not known or of several countries of which the document names not one.
 *
 * @example findCountryOfTown('Duluth', { named: new Set(), all: new Set() }) // 'US'
 * @example findCountryOfTown('Hamilton', { named: new Set(['CA']), all: new Set(['CA']) }) // 'CA'
 */
export function findCountryOfTown(name: string, { named, all }: SpokenOf): string | undefined {
  towns ??= readTowns();
  const countries = towns.get(fold(name)) ?? [];
  const [only] = countries;
  if (countries.length <= 1) {
    const isDoubtful = only !== undefined && settled.has(only) && all.size > 0 && !all.has(only);
    return isDoubtful ? undefined : only;
  }
  // "Newport" is no town of the United States alone where the document is about Wales
  const [supported, ...others] = countries.filter((country) => all.has(country));
  return supported !== undefined && others.length === 0 && named.has(supported) ? supported : undefined;
}
