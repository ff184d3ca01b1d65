// "Il a dit « non. Jamais » et il est parti." aside, a full stop, question or exclamation mark before a capital or a figure ends
// the sentence: compromise merges quotations and brackets of some length whole.
import { findAbbreviation } from '../abbreviations.ts';
import type { Rule } from '../place.ts';

export const plainEnd: Rule = {
  id: 'plain-end',
  judge: ({ before, marks, after, isSpaced }) => {
    if (!isSpaced || !/^[(\[*•]?\s?[\p{Lu}\p{N}]/u.test(after)) return undefined;
    if (/[!?]/.test(marks)) return 'cut';
    return /(?:\p{L}{2}|\d|[%€$£°)\]"”»])$/u.test(before) && findAbbreviation(before) === undefined ? 'cut' : undefined;
  },
};
