// Units and countries that a correction may name, from the tables of the stages.
import { readTable } from '../text/resource.ts';

const kinds: Readonly<Record<string, string>> = { percent: 'percent', time: 'duration', measure: 'measure' };

/**
 * Units with the kind of figure that each makes; any other word is a counted noun.
 * @example readUnits().find(([unit]) => unit === 'km') // ['km', 'measure']
 */
export function readUnits(): [unit: string, kind: string][] {
  const units = new Map<string, string>();
  for (const { unit = '', kind = '' } of readTable('figures/data/units.tsv')) {
    if (!unit.startsWith('#') && unit !== '') units.set(unit, kinds[kind] ?? 'measure');
  }
  for (const { code = '' } of readTable('figures/data/currencies.tsv')) {
    if (/^[A-Z]{3}$/u.test(code)) units.set(code, 'money');
  }
  return [...units];
}

/** Codes and names of the countries, in both languages. */
export function readCountries(): [code: string, fr: string, en: string][] {
  return readTable('countries/data/countries.tsv').map(({ code = '', fr = '', en = '' }) => [code, fr, en]);
}
