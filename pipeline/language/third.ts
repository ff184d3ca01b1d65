// Notices a sentence in neither language: another script, or the words and the trigrams of another language. It is careful:
// a Spanish name or title in a French sentence is no Spanish sentence.
import type { Word } from '../text/words.ts';
import { readTable } from '../text/resource.ts';
import { type Evidence, weighWord } from './evidence.ts';
import { weighLexicon } from './lexicon.ts';
import { weighShape } from './shapes.ts';
import { rankLanguages } from './trigrams.ts';

const thirdWords = new Map<string, string[]>();
for (const { lang = '', words = '' } of readTable('language/data/third-words.tsv')) {
  for (const word of words.split(' ')) thirdWords.set(word, [...(thirdWords.get(word) ?? []), lang]);
}
const latin = /^[\p{Script=Latin}\p{M}]+$/u;
// letters that neither French nor English writes, in a word that is no name
const alien = /[ìíòóúñãõßäåøæłąęśżźćčšžřěůțșăğışőøđ]/;
const shortest = 40;
// "señor" and "Puerta del Sol" stand in French sentences too
const fewestForeign = 1.3;
const manyForeign = 4;
const anotherScript = 'another script';

/**
 * The third language a sentence is written in, as an ISO 639-3 code, or `another script`; nothing when it may be French or
 * English.
 * @example findThird(words, 'El presidente anunció ayer una reforma.') // 'spa'
 */
export function findThird(words: readonly Word[], sentence: string): string | undefined {
  let alienCount = 0;
  let letters = 0;
  let other = 0;
  let count = 0;
  let listed = 0;
  const votes = new Map<string, number>();
  const vote = (language: string, weight: number): void => {
    votes.set(language, (votes.get(language) ?? 0) + weight);
  };
  for (const [index, word] of words.entries()) {
    // "octranspo.com" is an address
    if (word.kind !== 'letters' || isInAddress(words, index)) continue;
    letters += word.text.length;
    // "El presidente", "Los ministros": the first word has its capital from the sentence
    const written = count++ === 0 ? word.text.toLowerCase() : word.text;
    const isListed = weighWord(written) !== undefined || weighLexicon(written) !== undefined;
    const languages = isListed ? undefined : thirdWords.get(written);
    if (languages !== undefined) {
      listed++;
      for (const language of languages) vote(language, 1);
    } else if (word.text !== word.text.toLowerCase()) {
      if (!latin.test(word.text)) other += word.text.length;
    } else if (!isAscii(word.text) && !latin.test(word.text)) other += word.text.length;
    else if (!isListed) {
      if (alien.test(word.text)) alienCount++;
      for (const [language, weight] of weighShape(word.text)) vote(language, weight);
    }
  }
  if (other > letters / 2 && other > 1) return anotherScript;
  // "Los Angeles va": one Spanish word and one Romanian word make neither language
  const [voted, most] = [...votes].reduce((best, one) => (one[1] > best[1] ? one : best), ['mul', 0]);
  const foreign = most + alienCount;
  // "gnocchi, spaghetti, ravioli" is a menu in any language
  if (listed + alienCount === 0) return undefined;
  const own = weighListed(words, voted);
  if (foreign < fewestForeign || foreign <= own) return undefined;
  // a short sentence is settled by its words, a longer one must convince the trigrams too, unless its words are many
  if (sentence.length < shortest || foreign >= manyForeign * Math.max(1, own)) {
    return foreign >= own * 2 ? voted : undefined;
  }
  const ranked = rankLanguages(sentence);
  return ranked === undefined || ranked === 'fra' || ranked === 'eng' ? undefined : ranked;
}

/** What the words of the lists say for French or English, but for those that the third language writes too. */
function weighListed(words: readonly Word[], third: string): number {
  let fr = 0;
  let en = 0;
  for (const { kind, text } of words) {
    if (kind !== 'letters') continue;
    const written = text.toLowerCase();
    const weights = weighWord(written) ?? weighLexicon(written);
    if (weights === undefined || thirdWords.get(written)?.includes(third) === true) continue;
    fr += weights.fr;
    en += weights.en;
  }
  return Math.max(fr, en);
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

/** Whether a word stands behind a full stop or an at sign without a space, or before one. */
function isInAddress(words: readonly Word[], index: number): boolean {
  const [previous, word, next, after] = [words[index - 1], words[index], words[index + 1], words[index + 2]];
  if (word === undefined) return false;
  const isSign = (sign: Word | undefined): boolean => sign?.text === '.' || sign?.text === '@';
  if (isSign(previous) && previous?.end === word.start) return true;
  return isSign(next) && next?.start === word.end && after?.kind === 'letters' && after.start === next.end;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}
