// Capitalised runs in mid-sentence that nothing marked: "la fondation Arc-en-Ciel des Landes". A capital that a sentence,
// a quotation or a colon makes necessary says nothing, nor do lines written with capitals throughout.
import type { Document, Sentence } from '../document.ts';
import { foldWord } from '../text/line.ts';
import { readTable } from '../text/resource.ts';
import type { Word } from '../text/words.ts';
import type { Proposal } from './proposal.ts';

/** Words that have a capital for another reason than that they are a name, and those that join two parts of one. */
const ordinary = new Set<string>();
const joining = new Set<string>();
for (const { word = '', role } of readTable('leads/data/capitals.tsv'))
  (role === 'joins' ? joining : ordinary).add(word);

const joiningMarks = new Set(['-', '‑', "'", '’', '&', '.']);

/**
 * @example proposeCapitals(document)[0] // { start: 13, end: 36, sentence: 0, reason: 'capitals', shape: 'run', doubt: 0 }
 */
export function proposeCapitals({ sentences }: Document): Proposal[] {
  return sentences.flatMap((sentence, index) => {
    if (isWrittenInCapitals(sentence)) return [];
    const { words } = sentence;
    const found: Proposal[] = [];
    for (let at = 1; at < words.length; ) {
      const word = words[at];
      if (word === undefined || !isCapital(word) || opensAgain(words[at - 1])) {
        at += 1;
        continue;
      }
      const last = endOfRun(words, at);
      const end = words[last]?.end ?? word.end;
      const count = last - at + 1;
      const isOrdinary = count === 1 && ordinary.has(foldWord(word.text));
      const shape = count > 1 ? 'run' : /^\p{Lu}{2,}$/u.test(word.text) ? 'acronym' : 'word';
      if (!isOrdinary && (word.text.length > 1 || count > 1)) {
        found.push({ start: word.start, end, sentence: index, reason: 'capitals', shape, doubt: 0 });
      }
      at = last + 1;
    }
    return found;
  });
}

function isCapital({ kind, text }: Word): boolean {
  return kind === 'letters' && /^\p{Lu}/u.test(text);
}

/** After these a capital may begin a sentence within the sentence. */
function opensAgain(word: Word | undefined): boolean {
  return word?.kind === 'mark' && !joiningMarks.has(word.text) && word.text !== ',' && word.text !== ';';
}

function isWrittenInCapitals({ words }: Sentence): boolean {
  const letters = words.slice(1).filter(({ kind, text }) => kind === 'letters' && text.length > 3);
  return letters.length > 2 && letters.filter(isCapital).length * 4 > letters.length * 3;
}

/** Index of the last word of a run of capitalised words, small words and marks that join them in between. */
function endOfRun(words: readonly Word[], first: number): number {
  let last = first;
  for (let at = first + 1; at < words.length && at - last <= 3; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (isCapital(word)) last = at;
    else if (!joining.has(word.text) && !joiningMarks.has(word.text)) break;
  }
  return last;
}
