// Leaves out what a sentence quotes: "« Nul n'est censé ignorer la loi », he said." is an English sentence.
import type { Word } from '../text/words.ts';

const openers = new Set(['«', '“', '„', '‹']);
const closers = new Set(['»', '”', '›']);

/**
 * The words outside quotation marks, or nothing when the sentence quotes nothing or is nothing but a quotation. A mark that is
 * never opened or never closed in the sentence reaches to its start or end.
 * @example findUnquoted(splitWords('« Non », he said.')) // the words `,`, `he`, `said`, `.`
 */
export function findUnquoted(words: readonly Word[]): readonly Word[] | undefined {
  let outside: Word[] = [];
  let isInside = false;
  let hasMark = false;
  for (const word of words) {
    if (word.kind !== 'mark') {
      if (!isInside) outside.push(word);
      continue;
    }
    if (openers.has(word.text) || (word.text === '"' && !isInside)) {
      isInside = true;
      hasMark = true;
    } else if (closers.has(word.text) || word.text === '"') {
      // closed but not opened here: the quotation began in a sentence before
      if (!isInside) outside = [];
      isInside = false;
      hasMark = true;
    } else if (!isInside) outside.push(word);
  }
  return hasMark && outside.some((word) => word.kind === 'letters') ? outside : undefined;
}
