// "« Où vas-tu ? » demande-t-elle." / "“Where to?” she asks.": what goes on in lower case is the same sentence. After a full
// stop that follows a whole word ("Tout est dit. à la maison, rien." / "she left. he stayed.") it is a new one all the same:
// the text is careless with capitals, since an abbreviation is short, known or made of single letters; so is it after an acronym
// ("Soirée au MH. plus de bruit." / "Night at the MH. no more noise.").
import { findAbbreviation } from '../abbreviations.ts';
import type { Rule } from '../place.ts';

// "iPhone sales fell": a brand written this way can begin a sentence
const brand = /^(?:i[A-Z]|e[A-Z][a-z])/;
const wholeWord =
  /(?:^|[^\p{L}.])\p{L}*\p{Ll}{3}$|(?:^|['’(])\p{Lu}{2,5}$|(?:^|[('’])\d{4}$|\p{L}{2,}[»”")\]]$|\d[%€]$|^»$/u;

export const lowerCase: Rule = {
  id: 'lower-case',
  judge: ({ marks, closers, before, after }) => {
    if (!/^[([]?\p{Ll}/u.test(after) || brand.test(after) || /^[ivx]{1,4}\)/.test(after)) return undefined;
    if (marks !== '.' || closers !== '' || /^\p{Lu}\p{Ll}{0,3}$/u.test(before)) return 'join';
    const abbreviation = findAbbreviation(before);
    return (abbreviation === undefined || abbreviation.kind === 'word') && wholeWord.test(before) ? 'cut' : 'join';
  },
};
