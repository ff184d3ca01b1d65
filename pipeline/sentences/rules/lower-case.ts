// "« Où vas-tu ? » demande-t-elle." / "“Where to?” she asks.": what goes on in lower case is the same sentence, be it after a
// question, a quotation or an abbreviation that no list has. An e-mail in lower case throughout is left in long sentences.
import type { Rule } from '../place.ts';

// "iPhone sales fell": a brand written this way can begin a sentence
const brand = /^(?:i[A-Z]|e[A-Z][a-z])/;

export const lowerCase: Rule = {
  id: 'lower-case',
  judge: ({ after }) => (/^[(\[]?\p{Ll}/u.test(after) && !brand.test(after) ? 'join' : undefined),
};
