// "- la caisse des écoles ; - Le conseil des jeunes" flattened onto one line: after a semicolon French and English go on in lower
// case, so a word that begins sentences, with its capital, shows that an item of a list ended there.
import { isOpener } from '../openers.ts';
import type { Rule } from '../place.ts';

export const semicolon: Rule = {
  id: 'semicolon',
  judge: ({ marks, after }) => {
    if (marks !== ';') return undefined;
    // "I" has its capital anywhere; "The Hague" and "La Haye" are names
    return isOpener(after) && /^(?!I\b|A\b)[\p{L}'’]+(?:(?<=['’])|\s)\p{Ll}/u.test(after) ? 'cut' : 'join';
  },
};
