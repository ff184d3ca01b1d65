// Languages are not countries: "parle français", "in French", "traduit du russe".
import type { Language } from '../document.ts';
import type { Word } from '../text/words.ts';
import { foldTreeWord } from './lexicon.ts';

const verbs =
  /^(?:parl\w*|maitris\w*|appren\w*|appris\w*|enseign\w*|baragouin\w*|traduit\w*|traduction\w*|version|cours|professeure?s?|profs?|lecons?|langues?|mots?|sous-titr\w*|double\w*|bilingue|francophone)$/u;
const links =
  /^(?:en|du|de|des|le|la|l|d|'|au|aux|depuis|vers|mal|bien|couramment|un|peu|mieux|et|ou|anglais|arabe|,)$/u;
const englishVerbs =
  /^(?:speak\w*|spoke|spoken|translat\w*|learn\w*|taught|teach\w*|fluent|fluently|language|lessons?|words?)$/u;
const englishLinks = /^(?:in|from|into|to|the|of|for|some|fluent|good|broken|and|or|english|arabic|,|both)$/u;

/** How many words back a verb of speech is looked for: "parle couramment le français et le russe". */
const reach = 6;

/**
 * Whether a demonym stands for the language, by the words around it. Feminines and plurals never do in French.
 *
 * @example isLanguageName(words, 2, 3, 'fr') // true for "Elle parle russe."
 */
export function isLanguageName(words: readonly Word[], first: number, next: number, lang: Language): boolean {
  const before = foldTreeWord(words[first - 1]?.text ?? '');
  const after = words[next];
  if (lang === 'fr') {
    if (before === 'en' && words[first]?.text.charAt(0) === words[first]?.text.charAt(0).toLowerCase()) return true;
    return reachesBack(words, first, verbs, links);
  }
  // "in French, and the digging starts" but "in French politics"
  if (
    before === 'in' &&
    (after === undefined ||
      after.kind !== 'letters' ||
      /^(?:and|or|on|at|to|for|by|with|when|while|but|that|as|only)$/u.test(after.text))
  )
    return true;
  if (after?.text === '-' && /^(?:speak|language)/u.test(words[next + 1]?.text ?? '')) return true;
  if (/^(?:lessons?|translations?|subtitles?|dictionary|grammar)$/u.test(after?.text ?? '')) return true;
  return reachesBack(words, first, englishVerbs, englishLinks);
}

function reachesBack(words: readonly Word[], first: number, target: RegExp, link: RegExp): boolean {
  for (let index = first - 1; index >= Math.max(0, first - reach); index--) {
    const word = foldTreeWord(words[index]?.text ?? '');
    if (target.test(word)) return true;
    if (!link.test(word)) return false;
  }
  return false;
}
