// Notices a sentence in neither language: another script, or the words and the trigrams of another language. It is careful:
// a Spanish name or title in a French sentence is no Spanish sentence.
import type { Word } from '../text/words.ts';
import { readTable } from '../text/resource.ts';
import type { Evidence } from './evidence.ts';
import { rankLanguages } from './trigrams.ts';

const thirdWords = new Map<string, Set<string>>();
for (const { lang = '', words = '' } of readTable('language/data/third-words.tsv')) {
  for (const word of words.split(' ')) thirdWords.set(word, (thirdWords.get(word) ?? new Set()).add(lang));
}
// Latin letters and what is used with them; everything else is another script
const latin = /^[\p{Script=Latin}\p{M}]+$/u;
const fewestWords = 4;
const unnamed = 'mul';

/**
 * The ISO 639 code of the third language a sentence is written in (`mul` for another script, where none is named), or
 * nothing when it may be French or English.
 * @example findThird(splitWords(text), text, evidence) // 'spa' for 'El presidente anunció ayer una reforma.'
 */
export function findThird(words: readonly Word[], sentence: string, evidence: Evidence): string | undefined {
  let foreign = 0;
  let letters = 0;
  let other = 0;
  const votes = new Map<string, number>();
  for (const word of words) {
    if (word.kind !== 'letters') continue;
    letters += word.text.length;
    if (!latin.test(word.text)) other += word.text.length;
    const languages = thirdWords.get(word.text);
    if (languages === undefined) continue;
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1);
    foreign++;
  }
  if (other > letters / 2 && other > 1) return unnamed;
  if (foreign < 2 || evidence.count < fewestWords) return undefined;
  const [language, most] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), ['', 0]);
  const own = Math.max(evidence.fr, evidence.en);
  if (most < 2 || most <= own * 1.2) return undefined;
  // short sentences are settled by their words, longer ones must convince the trigrams too
  if (sentence.length < 40) return most >= own * 2 ? language : undefined;
  const ranked = rankLanguages(sentence);
  return ranked === undefined || ranked === 'fra' || ranked === 'eng' ? undefined : language;
}
