// "l'an 52 av. J.-C. sous César" / "the U.S. Senate voted at 3 p.m. ET": letters with full stops inside end a sentence only
// when a word that begins sentences follows.
import { isOpener } from '../openers.ts';
import type { Rule } from '../place.ts';

const letters = /^[("«“'’]?(?:[dlDL]['’])?(?:\p{L}\.-?){1,6}\p{L}$/u;
const hour = /^(?:\d*)[ap]\.m$/i;
const timeZone =
  /^(?:[A-Z]{1,2}[SD]?T|GMT|UTC|Eastern|Pacific|Central|local|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/;

// "at 6 p.m. 150 singers", but "6 p.m. 12 May"
const startsNext = /^[\p{Lu}“"«‘]|^\d+(?! (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\b/u;
const speed = /^\d*[mk]\.p\.h$/i;

export const acronym: Rule = {
  id: 'acronym',
  judge: ({ before, marks, closers, after }) => {
    if (marks !== '.' || closers !== '' || !letters.test(before)) return undefined;
    if (/^[(«“"]?(?:e\.g|i\.e|p\.ex)$/i.test(before)) return 'join';
    if (speed.test(before)) return /^\p{Lu}/u.test(after) ? 'cut' : undefined;
    if (hour.test(before)) return startsNext.test(after) && !timeZone.test(after) ? 'cut' : 'join';
    if (/^[“"«]\s?\p{Lu}/u.test(after)) return 'cut';
    return isOpener(after) ? 'cut' : 'join';
  },
};
