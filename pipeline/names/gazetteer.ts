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
 * Country of a town, or undefined where the name is not known or of several countries of which the document names not one.
 *
 * @example findCountryOfTown('Duluth', new Set()) // 'US'
 * @example findCountryOfTown('Hamilton', new Set(['CA'])) // 'CA'
 * @param spokenOf countries that the document names
 */
export function findCountryOfTown(name: string, spokenOf: ReadonlySet<string>): string | undefined {
  towns ??= readTowns();
  const countries = towns.get(fold(name)) ?? [];
  if (countries.length <= 1) return countries[0];
  const supported = countries.filter((country) => spokenOf.has(country));
  return supported.length === 1 ? supported[0] : undefined;
}
