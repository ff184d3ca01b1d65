// The canonical names of the curated file, for the evaluation: names that may be right although no document writes them.
import { readTable } from '../text/resource.ts';
import { foldName } from '../text/fold.ts';

/**
 * Folded canonical names in both languages.
 * @example readCuratedNames().has('agence france-presse') // true
 */
export function readCuratedNames(): ReadonlySet<string> {
  const rows = readTable('names/data/entities.tsv');
  return new Set(
    rows
      .flatMap(({ fr = '', en = '' }) => [fr, en])
      .filter((name) => name !== '')
      .map(foldName),
  );
}
