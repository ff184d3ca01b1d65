// "le minis\u00ADtère" of a web page, "Macr-" at the end of a printed line with "on" on the next: signs that only help the
// layout cut a word in two, and the model reads neither half. It is given the whole word; the span covers both parts.
import type { Word } from '../../text/words.ts';
import type { ReadingStep } from './reading.ts';

// soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte order mark
const invisible: ReadonlySet<string> = new Set(['\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF']);
const hyphens: ReadonlySet<string> = new Set(['-', '\u2010']);
const lineEnd = /^[^\S\n]*\n\s*$/u;
const startsLower = /^\p{Ll}/u;

/** @example joinBrokenWords(document)(words of "Macr-\non", sentence).map(({ text }) => text) // ['Macron'] */
export const joinBrokenWords: ReadingStep = (document) => (words) => {
  if (!words.some(({ text }) => invisible.has(text) || hyphens.has(text))) return words;
  const joined: Word[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    const last = joined.at(-1);
    if (word === undefined) break;
    const next = last === undefined ? undefined : findNextPart(words, index, last, document.text);
    if (last === undefined || next === undefined) {
      joined.push(word);
      index += 1;
      continue;
    }
    joined[joined.length - 1] = { ...last, end: next.word.end, text: last.text + next.word.text };
    index = next.index + 1;
  }
  return joined.length === words.length ? words : joined;
};

// The letters with which the word before `index` goes on, where only layout stands between.
function findNextPart(
  words: readonly Word[],
  index: number,
  last: Word,
  text: string,
): { readonly word: Word; readonly index: number } | undefined {
  if (last.kind !== 'letters') return undefined;
  let at = index;
  let end = last.end;
  while (invisible.has(words[at]?.text ?? '') && words[at]?.start === end) {
    end = words[at]?.end ?? end;
    at += 1;
  }
  const next = words[at];
  if (next === undefined) return undefined;
  if (at > index) return next.kind === 'letters' && next.start === end ? { word: next, index: at } : undefined;
  const after = words[at + 1];
  if (!hyphens.has(next.text) || next.start !== end || after?.kind !== 'letters') return undefined;
  // "Seine-" with "Saint-Denis" on the next line keeps its hyphen: only lower case goes on a word
  const isBroken =
    startsLower.test(after.text) && lineEnd.test(text.slice(next.end, Math.min(after.start, next.end + 40)));
  return isBroken ? { word: after, index: at + 1 } : undefined;
}
