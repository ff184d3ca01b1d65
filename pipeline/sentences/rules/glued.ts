// "Le vote est clos.Les résultats suivent." / "The vote is over.Results follow.": the space was lost.
// An address (lemonde.fr), a file name or an initial (M.Dupont) has no such shape: two lower-case letters at least
// before, a capital with a lower-case letter after, and a word of its own.
import type { Rule } from '../place.ts';

export const glued: Rule = {
  id: 'glued',
  judge: ({ isSpaced, before, marks, closers, after }) => {
    if (isSpaced) return undefined;
    if (closers !== '' && /["”»]/.test(closers) && /^(?:[«“]|\p{Lu}\p{Ll}+[\s,'’])/u.test(after)) return 'cut';
    if (marks === '.' && (/[@/]|www|\./.test(before) || !/\p{Ll}{2}$/u.test(before))) return 'join';
    return /^[.!?]$/.test(marks) && /^(?:[«“]\s?)?\p{Lu}(?:\p{Ll}+[\s,]|['’]\p{L}|\s\p{Ll})/u.test(after)
      ? 'cut'
      : 'join';
  },
};
