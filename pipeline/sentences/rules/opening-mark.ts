// "La salle rit. « Encore ! »" / "The room laughed. “More!”": a quotation or a line of dialogue opens after the full stop;
// "Trois points. i) La taxe" opens an item;
// compromise keeps short quotations with the sentence before.
import type { Rule } from '../place.ts';

export const openingMark: Rule = {
  id: 'opening-mark',
  judge: ({ after }) =>
    /^(?:[«“"‘]\s?[\p{L}\p{N}…]|[–—-]\s\p{Lu}|(?:[ivx]{1,4}|[a-h]|\d{1,2})\)\s)/u.test(after) ? 'cut' : undefined,
};
