// "Il a dit « non. Jamais » et il est parti." aside, a full stop, question or exclamation mark before a capital or a figure ends
// the sentence: compromise merges quotations and brackets of some length whole.
import { findAbbreviation } from '../abbreviations.ts';
import type { Rule } from '../place.ts';

const wholeEnd = /(?:\p{L}{2}|\d|[%€$£°)\]"”»–])$/u;
// "à 15 h.", "$500m.", "350 km/h.": a letter after a figure or a stroke is a unit
const measure = /(?:\d\s?|\/)[\p{Ll}]$/u;

export const plainEnd: Rule = {
  id: 'plain-end',
  judge: ({ block, mark, before, marks, after, isSpaced }) => {
    if (!isSpaced || !/^[([*•]?\s?[\p{Lu}\p{N}]/u.test(after)) return undefined;
    if (/[!?]/.test(marks)) return 'cut';
    if (findAbbreviation(before) !== undefined && !measure.test(block.slice(Math.max(0, mark - 6), mark)))
      return undefined;
    return wholeEnd.test(before) || measure.test(block.slice(Math.max(0, mark - 6), mark)) ? 'cut' : undefined;
  },
};
