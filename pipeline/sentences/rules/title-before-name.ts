// "M. Okafor a réclamé une trêve." / "Dr. Okafor asked for a truce.": a title in short never ends a sentence.
// "Col. Haddad" is a colonel, "au col. Haddad" the end of one sentence and the start of the next: only the capital tells.
import { findAbbreviation } from '../abbreviations.ts';
import type { Rule } from '../place.ts';

const capitalTitle = /^(?:Col|Pt|Insp|Prof|Gal)$/;
const lowerTitle = /^(?:cf|mme|mlle|mgr|dr|gén|lt|cdt|sgt|mt|bd|boul|feat|hon)$/;

export const titleBeforeName: Rule = {
  id: 'title-before-name',
  judge: ({ before, marks, closers, after }) => {
    if (marks !== '.' || closers !== '') return undefined;
    if (capitalTitle.test(before.replace(/^[("«“'’]/u, ''))) return 'join';
    const abbreviation = findAbbreviation(before);
    if (abbreviation?.kind !== 'name') return undefined;
    // "Il mesure 5 m. La suite", "a deal of $500m. Its founder", "au fond du brig. Pratiquant": a title is written with a capital
    const bare = before.replace(/^[^\p{L}\p{N}]+/u, '');
    if (/^[\p{Ll}\p{N}]/u.test(bare) && !lowerTitle.test(bare)) return undefined;
    return /^[\p{L}\p{N}«"“(]/u.test(after) ? 'join' : undefined;
  },
};
