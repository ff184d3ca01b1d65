// "Le Port (2001) et Nuit ! (2004) ont paru." / "The Port (2001) and Night! (2004) are out.": the year belongs to the title before
// it, whose sign it follows.
import type { Rule } from '../place.ts';

export const yearInBrackets: Rule = {
  id: 'year-in-brackets',
  judge: ({ marks, after }) => (/^[!?…]/.test(marks) && /^\(\d{4}(?:[-–]\d{2,4})?\)/.test(after) ? 'join' : undefined),
};
