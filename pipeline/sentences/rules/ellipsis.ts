// "Il hésite… Puis il signe." / "He waited... Then he signed.": compromise never ends a sentence there; a capital does.
// "[...] Le rapport": the cut of a quotation belongs to what follows.
import type { Rule } from '../place.ts';

export const ellipsis: Rule = {
  id: 'ellipsis',
  judge: ({ block, mark, marks, closers, after, sentenceStart }) => {
    if (!/(?:…|\.{2,})/.test(marks)) return undefined;
    if (/^[\])]/.test(closers) && /[[(]$/.test(block.slice(Math.max(0, mark - 1), mark))) return 'join';
    if (block.slice(sentenceStart, Math.min(mark, sentenceStart + 8)).trim() === '') return 'join';
    return /^[«“"‘(–—-]{0,2}\s?\p{Lu}/u.test(after) ? 'cut' : 'join';
  },
};
