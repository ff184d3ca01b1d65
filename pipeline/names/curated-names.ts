// The canonical names of the curated file, for the evaluation: names that may be right although no document writes them.
import { readTable } from '../text/resource.ts';
import { foldName } from '../text/fold.ts';
import type { Language, NameMention } from '../document.ts';
import { curated } from './curated.ts';

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

/**
 * Id of the curated entity that a form means.
 * @example findCurated('organisation', 'Otan', 'fr') // 'organisation-nato'
 */
export function findCurated(type: string, form: string, lang: Language): string | undefined {
  return isNameType(type) ? curated.find(type, form, lang)?.entity : undefined;
}

function isNameType(type: string): type is NameMention['type'] {
  return type === 'person' || type === 'organisation' || type === 'place' || type === 'other';
}
