// "« Où vas-tu ? » demande-t-elle." / "“Where to?” she asks.": what goes on in lower case is the same sentence. After a full
// stop that follows a whole word ("Tout est dit. à la maison, rien." / "she left. he stayed.") it is a new one all the same:
// the text is careless with capitals, since an abbreviation is short, known or made of single letters; so is it after an acronym
// ("Soirée au MH. plus de bruit." / "Night at the MH. no more noise.").
import { findAbbreviation } from '../abbreviations.ts';
import type { Rule } from '../place.ts';

// "iPhone sales fell": a brand written this way can begin a sentence
const brand = /^(?:i[A-Z]|e[A-Z][a-z])/;
const item = /^(?:[ivx]{1,4}|[a-h])\)\s/;
// "5 min. à feu doux" / "5 min. over low heat", "le col. de Joux" / "a vet. of the war"
const measure = /\d\s?\p{L}{1,4}$/u;
const complement = /^(?:de|du|des|of)\b|^d['’]/;
// "It was – how shall I say? – a mess."
const aside = /^[–—-]\s?\p{Ll}/u;
const unitsOfAside = 120;
const wholeWord =
  /(?:^|[^\p{L}.])\p{L}*\p{Ll}{3}$|(?:^|['’(])\p{Lu}{2,5}$|(?:^|[('’])\d{4}$|\p{L}{2,}[»”")\]]$|\d[%€]$|^»$/u;

export const lowerCase: Rule = {
  id: 'lower-case',
  judge: ({ block, mark, marks, closers, before, after, sentenceStart }) => {
    const start = Math.max(sentenceStart, mark - unitsOfAside);
    if (/^[!?]/.test(marks) && aside.test(after) && /\s[–—-]\s/.test(block.slice(start, mark))) return 'join';
    if (!/^[([]?\p{Ll}/u.test(after) || brand.test(after) || item.test(after)) return undefined;
    if (marks !== '.' || closers !== '' || /^\p{Lu}\p{Ll}{0,3}$/u.test(before)) return 'join';
    const abbreviation = findAbbreviation(before);
    if (
      abbreviation !== undefined &&
      (complement.test(after) || measure.test(block.slice(Math.max(0, mark - 8), mark)))
    )
      return 'join';
    return (abbreviation === undefined || abbreviation.kind === 'word') && wholeWord.test(before) ? 'cut' : 'join';
  },
};
