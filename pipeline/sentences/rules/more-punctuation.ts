// "Attendez . . . Non." / "Wait . . . no.": the punctuation goes on after a space, and its last sign decides.
import type { Rule } from '../place.ts';

export const morePunctuation: Rule = {
  id: 'more-punctuation',
  judge: ({ after }) => (/^(?:[.!?…,;:)\]}»›]|”)/u.test(after) ? 'join' : undefined),
};
