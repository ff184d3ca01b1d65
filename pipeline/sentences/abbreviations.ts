// The abbreviations of both languages, read once from their table.
import { readTable } from '../text/resource.ts';

export interface Abbreviation {
  /** Without the last full stop, in lower case. */
  readonly form: string;
  readonly kind: 'name' | 'number' | 'any' | 'word';
}

const kinds = ['name', 'number', 'any', 'word'] as const;

/** Every abbreviation by its form. */
export const abbreviations: ReadonlyMap<string, Abbreviation> = new Map(
  readTable('sentences/data/abbreviations.tsv').map(({ form = '', kind = '' }) => {
    const known = kinds.find((one) => one === kind);
    if (known === undefined) throw new Error(`expected name, number, any or word for "${form}", got "${kind}"`);
    return [form, { form, kind: known }];
  }),
);

/**
 * The abbreviation that a token ending in a full stop is, without what leans on it: "l'art" is "art", "(cf" is "cf".
 * @example findAbbreviation("l'art") // { form: 'art', kind: 'number' }
 */
export function findAbbreviation(token: string): Abbreviation | undefined {
  // "180 °C." is a unit, not "c. 1450"
  if (token.startsWith('°')) return undefined;
  const bare = token.replace(/^[^\p{L}]+/u, '').toLowerCase();
  // "l'art", and "Health-St" before "Joseph"; but "Co-op" is a word
  const tail =
    /^.{1,12}['’/](?<rest>.+)$/u.exec(bare)?.groups?.['rest'] ?? /-(?<rest>st|ste)$/.exec(bare)?.groups?.['rest'];
  return abbreviations.get(bare) ?? (tail === undefined ? undefined : abbreviations.get(tail));
}
