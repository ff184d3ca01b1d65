// "des pommes, etc. Le marché ferme à midi." / "Acme Inc. The board met." end a sentence, "Acme Inc. Chairman Ada Obi" does
// not: an abbreviation before a capital ends it when a word that begins sentences follows.
import { findAbbreviation } from '../abbreviations.ts';
import { isOpener } from '../openers.ts';
import type { Rule } from '../place.ts';

const acronym = /(?:^|['’])\p{Lu}{2,}$/u;
const company = /^(?:INC|LTD|CORP|CO|JR|SR|ETC)$/;

export const abbreviationBeforeCapital: Rule = {
  id: 'abbreviation-before-capital',
  judge: ({ before, marks, closers, after }) => {
    // "$500m. Among its buyers": a unit
    if (marks !== '.' || closers !== '' || /\d\p{Ll}$/u.test(before)) return undefined;
    const abbreviation = findAbbreviation(before);
    if (abbreviation === undefined) return undefined;
    const isCapital = /^[«“"‘(]{0,2}\s?\p{Lu}/u.test(after);
    // "infligé un 19-2 à l'APR. Chris Crawford": an acronym, not April in short
    if (acronym.test(before) && !company.test(before)) return isCapital ? 'cut' : undefined;
    if (abbreviation.kind === 'word') return isCapital || /^\d/.test(after) ? 'cut' : undefined;
    if (abbreviation.kind === 'number' || (abbreviation.kind === 'name' && /^\p{Ll}/u.test(before)))
      return isCapital ? 'cut' : undefined;
    if (abbreviation.form === 'etc') return isCapital ? 'cut' : undefined;
    return isOpener(after) || /^[«“"]\s?\p{Lu}/u.test(after) ? 'cut' : 'join';
  },
};
