// Notices a sentence in neither language: another script, or the words and the trigrams of another language. It is careful:
// a Spanish name or title in a French sentence is no Spanish sentence.
import type { Word } from '../text/words.ts';
import { readTable } from '../text/resource.ts';
import { type Evidence, weighWord } from './evidence.ts';
import { rankLanguages } from './trigrams.ts';

const thirdWords = new Map<string, string[]>();
for (const { lang = '', words = '' } of readTable('language/data/third-words.tsv')) {
  for (const word of words.split(' ')) thirdWords.set(word, [...(thirdWords.get(word) ?? []), lang]);
}
const latin = /^[\p{Script=Latin}\p{M}]+$/u;
// letters that neither French nor English writes, in a word that is no name
const alien = /[ìíòóúñãõßäåøæłąęśżźćčšžřěůțșăğışőøđ]/;
const shortest = 40;
const anotherScript = 'another script';

/**
 * The third language a sentence is written in, as an ISO 639-3 code, or `another script`; nothing when it may be French or
 * English.
 * @example findThird(words, 'El presidente anunció ayer una reforma.', evidence) // 'spa'
 */
export function findThird(words: readonly Word[], sentence: string, evidence: Evidence): string | undefined {
  let alienCount = 0;
  let letters = 0;
  let other = 0;
  let count = 0;
  const votes = new Map<string, number>();
  for (const word of words) {
    if (word.kind !== 'letters') continue;
    letters += word.text.length;
    // "El presidente", "Los ministros": the first word has its capital from the sentence
    const written = count++ === 0 ? word.text.toLowerCase() : word.text;
    const languages = weighWord(written) === undefined ? thirdWords.get(written) : undefined;
    if (languages !== undefined) {
      for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1);
    } else if (!isAscii(word.text)) {
      if (!latin.test(word.text)) other += word.text.length;
      else if (alien.test(word.text) && word.text === word.text.toLowerCase()) alienCount++;
    }
  }
  if (other > letters / 2 && other > 1) return anotherScript;
  // "Los Angeles va": one Spanish word and one Romanian word make neither language
  const [voted, most] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), ['mul', 0]);
  const foreign = most + alienCount;
  const own = weighWithout(words, evidence, voted);
  // two words at least: "señor" and "Puerta del Sol" stand in French sentences too
  if (foreign < 2 || foreign <= own) return undefined;
  // a short sentence is settled by its words, a longer one must convince the trigrams too
  if (sentence.length < shortest) return foreign >= own * 2 ? voted : undefined;
  const ranked = rankLanguages(sentence);
  return ranked === undefined || ranked === 'fra' || ranked === 'eng' ? undefined : ranked;
}

/**
 * What a sentence says for French or English when the words that a third language writes too are left out.
 * @example weighWithout(words, evidence, 'spa') // 0 for "firmaron un acuerdo de la pesca", whose evidence is { fr: 2, … }
 */
export function weighWithout(words: readonly Word[], evidence: Evidence, third: string): number {
  let { fr, en } = evidence;
  for (const { kind, text } of words) {
    const shared = kind === 'letters' && thirdWords.get(text)?.includes(third) === true ? weighWord(text) : undefined;
    fr -= shared?.fr ?? 0;
    en -= shared?.en ?? 0;
  }
  return Math.max(0, fr, en);
}

/**
 * Whether a sentence has a word that the third language writes and neither French nor English does.
 * @example hasWordOf(splitWords('Merkel sagte es'), 'deu') // true
 */
export function hasWordOf(words: readonly Word[], third: string): boolean {
  return words.some(({ text }) => thirdWords.get(text)?.includes(third) === true && weighWord(text) === undefined);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}
