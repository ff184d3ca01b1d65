// "« La pluie a cessé. » Les pompiers rentrent." / "“The rain stopped.” Firefighters left.": the sentence ends after the closing
// mark, which compromise never sees as an end.
import type { Rule } from '../place.ts';

export const closingMark: Rule = {
  id: 'closing-mark',
  judge: ({ closers, after, isSpaced }) =>
    closers !== '' && isSpaced && /^[«“"‘'([–—-]{0,2}\s?[\p{Lu}\p{N}]/u.test(after) ? 'cut' : undefined,
};
