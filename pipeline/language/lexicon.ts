// What a content word says of its language: "horaires" is French, "timetable" English. The list is counted, not written.
import { readTable } from '../text/resource.ts';

const weight = 0.5;
const languages = new Map<string, 'fr' | 'en'>();
for (const { lang = '', words = '' } of readTable('language/data/lexicon.tsv')) {
  for (const word of words.split(' ')) languages.set(word, lang === 'fr' ? 'fr' : 'en');
}

/**
 * Weight of a word in lower case for each language, or nothing when the list hasn't it.
 * @example weighLexicon('horaires') // { fr: 0.5, en: 0 }
 */
export function weighLexicon(word: string): { readonly fr: number; readonly en: number } | undefined {
  const lang = languages.get(word);
  return lang === undefined ? undefined : { fr: lang === 'fr' ? weight : 0, en: lang === 'en' ? weight : 0 };
}
