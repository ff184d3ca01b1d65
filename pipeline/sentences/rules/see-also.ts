// "Lire aussi : Le quai rouvre >> Le maire a parlé." / "Read also: The wharf reopens >> The mayor spoke.": the arrows of a link end
// it. At the start of a line they mark what an e-mail quotes.
import type { Rule } from '../place.ts';

export const seeAlso: Rule = {
  id: 'see-also',
  judge: ({ block, mark, marks, after, sentenceStart }) => {
    if (!marks.startsWith('>')) return undefined;
    const isAtStart = block.slice(Math.max(sentenceStart, mark - 4), mark).trim() === '';
    return !isAtStart && /^[«“"]?\s?\p{Lu}/u.test(after) ? 'cut' : 'join';
  },
};
