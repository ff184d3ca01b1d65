// First parts of compound demonyms: "franco-allemand", "Sino-American", "israélo-palestinien" give two countries.
import type { Language } from '../document.ts';
import { foldWord, isDash } from '../text/line.ts';
import type { Word } from '../text/words.ts';
import { prefixes } from './lexicon.ts';

// second parts that are no demonym of a country and still leave the first part one
const otherSeconds =
  /^(?:europeen(?:ne)?s?|africain(?:e)?s?|arabes?|kurdes?|quebecois(?:e)?s?|ecossais(?:e)?s?|anglais(?:e)?s?|tibetain(?:e)?s?|onusien(?:ne)?s?|catalan(?:e)?s?|corses?|european|african|arab|scottish|english|tibetan|kurdish|soviet|sovietiques?)$/u;

export interface PrefixHit {
  readonly index: number;
  readonly code: string;
}

/**
 * Prefixes that stand before a dash and a demonym, another prefix, or a people. French "anglo-" is England, which has no
 * code ("anglo-néerlandais"); English "Anglo-" is the state ("Anglo-Irish Agreement").
 *
 * @param isDemonymAt whether a demonym begins at a word
 * @example findPrefixes(words, 'fr', () => true) // [{ index: 0, code: 'FR' }] for "franco-allemand"
 */
export function findPrefixes(
  words: readonly Word[],
  lang: Language,
  isDemonymAt: (index: number) => boolean,
): PrefixHit[] {
  const hits: PrefixHit[] = [];
  for (let index = words.length - 3; index >= 0; index--) {
    const word = words[index];
    const dash = words[index + 1];
    const second = words[index + 2];
    if (word === undefined || dash === undefined || second === undefined) continue;
    if (!isDash(dash.text) || word.end !== dash.start || dash.end !== second.start) continue;
    const code = prefixes.get(foldWord(word.text));
    if (code === undefined || (code === 'GB' && lang === 'fr' && foldWord(word.text) === 'anglo')) continue;
    const isFollowed =
      isDemonymAt(index + 2) || otherSeconds.test(foldWord(second.text)) || hits.at(-1)?.index === index + 2;
    // "austro-hongrois" is the empire
    if (isFollowed && !isEmpire(word.text, second.text)) hits.push({ index, code });
  }
  return hits.reverse();
}

function isEmpire(first: string, second: string): boolean {
  return foldWord(first) === 'austro' && /^(?:hongrois|hungarian)/u.test(foldWord(second));
}
