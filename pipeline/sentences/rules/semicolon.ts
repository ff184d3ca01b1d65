// "- la caisse des écoles ; - Le conseil des jeunes" flattened onto one line: after a semicolon French and English go on in lower
// case, so a word that begins sentences, with its capital, shows that an item of a list ended there; so does an adverb with its
// comma ("; Naturellement, la cave" / "; Naturally, the cellar").
import { isOpener } from '../openers.ts';
import type { Rule } from '../place.ts';

// "I" has its capital anywhere, and "The Hague", "L'Union", "Ma Thida" are names: a word in lower case follows, or the opener
// is in no name
const beforeLowerCase = /^(?!I\b|A\b)(?:[LD]['’]|(?![LD]['’])[\p{L}'’]+(?:(?<=['’])|,?\s))\p{Ll}/u;
const inNoName = /^(?:Des|Dans|En|Ils?|Elles?|Ce|Cette|Ces|Selon|Depuis|Après|He|She|They|In|At|This|These)\s/u;
// "; Vu la loi ; Considérant que" / "; WHEREAS, it is; NOW, THEREFORE": recitals of a decree
const recital =
  /^(?:vu (?:le|la|les|l['’])|considérant (?:que|qu['’])|attendu (?:que|qu['’])|whereas\b|now,? therefore\b)/iu;
const adverb = /^\p{Lu}\p{Ll}{4,}(?:ment|ally|tely|fully),\s/u;

export const semicolon: Rule = {
  id: 'semicolon',
  judge: ({ marks, after }) => {
    if (marks !== ';') return undefined;
    if (adverb.test(after) || (/^\p{Lu}/u.test(after) && recital.test(after))) return 'cut';
    return isOpener(after) && (beforeLowerCase.test(after) || inNoName.test(after)) ? 'cut' : 'join';
  },
};
