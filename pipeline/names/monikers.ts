// Clubs under their monikers: "les Verts" is Saint-Étienne in a document that names Saint-Étienne, and a party elsewhere.
import type { Language } from '../document.ts';
import { foldName } from '../text/fold.ts';
import { readTable } from '../text/resource.ts';
import { type Form, keyOf } from './forms.ts';

const clubs = new Map<string, readonly string[]>();
for (const { form = '', lang = '', clubs: names = '' } of readTable('names/data/monikers.tsv')) {
  for (const one of lang === 'both' ? ['fr', 'en'] : [lang])
    clubs.set(`${one}\t${foldName(form)}`, names.split('|').map(keyOf));
}

/**
 * Monikers with the one club of the document that they mean.
 * @param groupOf what belongs together already: a club under two names is one
 * @example findMonikers(forms, 'fr', groupOf) // [{ moniker: 'Verts', club: 'Saint-Étienne' }], as forms
 */
export function findMonikers(
  forms: readonly Form[],
  lang: Language,
  groupOf: (form: Form) => unknown,
): { readonly moniker: Form; readonly club: Form }[] {
  const byKey = new Map(forms.map((form) => [form.key, form]));
  return forms.flatMap((moniker) => {
    const named = (clubs.get(`${lang}\t${moniker.key}`) ?? []).flatMap((key) => byKey.get(key) ?? []);
    const [club] = named;
    return club !== undefined && new Set(named.map(groupOf)).size === 1 ? [{ moniker, club }] : [];
  });
}
