// "Le portail Yahoo! Actualités a fermé." / "The Yahoo! News page closed.": the sign belongs to a name. Only a word that begins
// sentences shows that it ends one as well.
import { readTable } from '../../text/resource.ts';
import { isOpener } from '../openers.ts';
import type { Rule } from '../place.ts';

const names = new Set(readTable('sentences/data/names-with-marks.tsv').map(({ name }) => name));

export const nameWithMark: Rule = {
  id: 'name-with-mark',
  judge: ({ before, marks, closers, after }) => {
    const name = before.replace(/^(?:[dlDL]['’]|[("«“])+/u, '') + marks;
    return closers === '' && names.has(name) && !isOpener(after) ? 'join' : undefined;
  },
};
