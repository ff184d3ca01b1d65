// Languages are not countries: "parle français", "in French", "traduit du russe". Only asked where the model saw no demonym.
import type { Language } from '../document.ts';
import { startsUpper, type Word } from '../text/words.ts';
import { foldTreeWord } from './lexicon.ts';

const speech = {
  fr: /^(?:parle(?:r|s|nt)?|parlai(?:t|s|ent)|parlant|parlerai?t?|maitris\w*|appren\w*|appris\w*|enseign\w*|baragouin\w*|tradui\w*|traduction\w*|version|cours|professeure?s?|profs?|lecons?|langues?|mots?|sous-titr\w*|double\w*|bilingue|interpretes?|dite?s?|redige\w*)$/u,
  en: /^(?:speak\w*|spoke|spoken|translat\w*|learn\w*|taught|teach\w*|fluent|fluently|languages?|lessons?|words?|switch\w*|published|written)$/u,
} as const;
const links = {
  fr: /^(?:en|du|de|des|le|la|l|d|'|au|aux|depuis|vers|mal|bien|couramment|surtout|un|peu|mieux|et|ou|anglais|arabe|lingala|,)$/u,
  en: /^(?:in|from|into|to|the|of|for|some|no|fluent|good|broken|careful|and|or|english|arabic|,|both|first)$/u,
} as const;

// what may follow a language that no noun follows: "le français y est déjà", "in French and English"
const afterLanguage = {
  fr: /^(?:et|ou|y|est|a|pour|dans|qui|que|comme|par|avec|sans|sur|ni|puis|mais|au|aux|en|etait|reste|impeccable|courant|oral|ecrit)$/u,
  en: /^(?:and|or|on|at|to|for|by|with|when|while|but|that|as|only|is|was|from|every|each|today|yesterday|tonight|again|first|alone|instead|too|all|during|between|about|through|without|or)$/u,
} as const;
const beforeLanguage = {
  fr: /^(?:le|l|du|de|d|au|en|'|bon|mauvais|vieux|meilleur)$/u,
  en: /^(?:in|into|to|from|and|or|no|some|fluent|good|broken|careful|perfect|speak|,|;)$/u,
} as const;

/** How many words back a verb of speech is looked for: "parle couramment le français et le russe". */
const reach = 6;

/**
 * Whether a demonym stands for the language, by the words around it. In French only the masculine singular in lower case
 * does: a Frenchman is "un Français".
 *
 * @example isLanguageName(words, 2, 3, 'fr') // true for "Elle parle russe."
 */
export function isLanguageName(words: readonly Word[], first: number, next: number, lang: Language): boolean {
  if (lang === 'und') return false;
  const surface = words[first]?.text ?? '';
  const before = foldTreeWord(words[first - 1]?.text ?? '');
  const after = words[next];
  if (lang === 'fr') {
    if (startsUpper(surface)) return false;
    // "version française Blandine Hérault", "connaissance de la langue néerlandaise"
    if (before === 'version' || before === 'langue') return true;
    if (frenchFeminine.test(surface) && !frenchCommon.test(surface)) return false;
    if (before === 'en') return true;
  } else {
    if (after?.text === '-' && /^(?:speak|language)/u.test(words[next + 1]?.text ?? '')) return true;
    if (englishNouns.test(after?.text ?? '')) return true;
    if (englishPlural.test(surface)) return false;
    // "The Albanian for “autonomy” ate the afternoon"
    if (before === 'the' && after?.text === 'for') return true;
  }
  // "Andreïeva (russe : …)", "Dvořák (Czech: …)"
  if (before === '(' && /^[:[]$/u.test(after?.text ?? '')) return true;
  const endsThere = after === undefined || after.kind === 'mark' || afterLanguage[lang].test(foldTreeWord(after.text));
  return endsThere && (beforeLanguage[lang].test(before) || reachesBack(words, first, lang));
}

const frenchFeminine = /(?:e|es)$/u;
// masculine and feminine alike, so that the ending says nothing
const frenchCommon = /(?:russe|tchèque|bulgare|serbe|croate|malgache)$/u;
const englishNouns = /^(?:lessons?|translations?|subtitles?|dictionary|grammar|speak\w*|word)$/u;
const englishPlural = /(?:ns|[^es]is|ds|ks|es)$/u;

function reachesBack(words: readonly Word[], first: number, lang: 'fr' | 'en'): boolean {
  for (let index = first - 1; index >= Math.max(0, first - reach); index--) {
    const word = foldTreeWord(words[index]?.text ?? '');
    if (speech[lang].test(word)) return true;
    if (!links[lang].test(word)) return false;
  }
  return false;
}
