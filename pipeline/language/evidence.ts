// The cheap evidence of one sentence: function words, spelling, elisions and contractions. It settles most sentences, so
// that trigrams are counted for the few that are left.
import { readTable } from '../text/resource.ts';
import type { Word } from '../text/words.ts';
import { weighLexicon } from './lexicon.ts';
import { weighSpelling } from './spelling.ts';
import { weighTypography } from './typography.ts';

/** Weight found for each language, about one a telling word. */
export interface Evidence {
  readonly fr: number;
  readonly en: number;
  /** Words of letters the sentence has, names among them. */
  readonly count: number;
  /** Words of letters that do not look like names. */
  readonly plainCount: number;
}

// "The Wall Street Journal" in a French sentence says little of the sentence
const weightOfName = 0.2;
// "Chantier" at the start may be a name too
const weightOfFirst = 0.7;
const weightOfElision = 1;
// "the préfecture de l'Yonne": names keep their elisions in English
const weightOfElidedName = 0.6;
const weightOfContraction = 0.6;
// "The notice of the Direction générale de la mer says so": where both languages speak, the first word is the sentence's own
const weightOfBeginning = 1.5;
const leastContested = 1;

const elided = new Set([
  'l',
  'd',
  'j',
  'n',
  's',
  'c',
  'm',
  't',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quelqu',
  'aujourd',
]);
const contracted = new Set(['s', 't', 're', 've', 'll', 'd', 'm']);

const weights = new Map<string, { fr: number; en: number; isCapital: boolean }>();
for (const { lang = '', weight = '', written = '', words = '' } of readTable('language/data/function-words.tsv')) {
  for (const word of words.split(' ')) {
    const entry = weights.get(word) ?? { fr: 0, en: 0, isCapital: written === 'capital' };
    entry[lang === 'fr' ? 'fr' : 'en'] = Number(weight);
    weights.set(word, entry);
  }
}

/**
 * What a sentence's words say for French and for English.
 * @example weigh(splitWords("L'enquête n'est pas close.")) // { fr: 3.2, en: 0, count: 6, plainCount: 4 }
 */
export function weigh(words: readonly Word[]): Evidence {
  let fr = 0;
  let en = 0;
  let count = 0;
  let plainCount = 0;
  const isShouted = hasNoLowerCase(words);
  for (const [index, word] of words.entries()) {
    if (word.kind !== 'letters') {
      const typography = weighTypography(words, index);
      fr += typography.fr;
      en += typography.en;
      continue;
    }
    count++;
    const lower = word.text.toLowerCase();
    if (isApostrophe(words[index + 1], word.end) && elided.has(lower) && words[index + 2]?.start === word.end + 1) {
      // "O'Brien" is no elision, "D'Angelo" and "L'Oréal" are names
      const isBeforeName = words[index + 2]?.text !== words[index + 2]?.text.toLowerCase();
      fr += lower !== word.text && count > 1 ? weightOfName : isBeforeName ? weightOfElidedName : weightOfElision;
      continue;
    }
    if (
      isApostrophe(words[index - 1], word.start - 1) &&
      contracted.has(lower) &&
      words[index - 2]?.kind === 'letters'
    ) {
      en += weightOfContraction;
      continue;
    }
    const entry = weights.get(lower);
    const isName = !isShouted && lower !== word.text && entry?.isCapital !== true;
    const share = isName ? (count === 1 ? shareOfFirst(words[index + 1], entry !== undefined) : weightOfName) : 1;
    if (!isName) plainCount++;
    if (entry !== undefined) {
      fr += entry.fr * share;
      en += entry.en * share;
    } else if (!isName || count === 1) {
      const found = weighLexicon(lower);
      const spelling = found ?? weighSpelling(lower);
      // "Coordonnées utiles" begins with a word, "Pierre Sow" may not
      const next = words[index + 1];
      const isWord = next?.kind === 'letters' ? next.text === next.text.toLowerCase() : found !== undefined;
      const own = isName && isWord ? 1 : share;
      fr += spelling.fr * own;
      en += spelling.en * own;
    }
  }
  if (Math.min(fr, en) >= leastContested) {
    const first = words[0]?.kind === 'letters' ? weights.get(words[0].text.toLowerCase()) : undefined;
    if (first?.fr === 1 && first.en === 0) fr += weightOfBeginning;
    if (first?.en === 1 && first.fr === 0) en += weightOfBeginning;
  }
  return { fr, en, count, plainCount };
}

/**
 * What a word in lower case says by itself on the lists of French and English; nothing when it is on neither.
 * @example weighWord('the') // { fr: 0, en: 1, … }
 */
export function weighWord(word: string): { readonly fr: number; readonly en: number } | undefined {
  return weights.get(word);
}

function isApostrophe(word: Word | undefined, start: number): boolean {
  return word !== undefined && word.start === start && (word.text === "'" || word.text === '’');
}

/** "The prefecture" begins a sentence, "The Guardian" may be a name, and so may any word that no list has. */
function shareOfFirst(next: Word | undefined, isListed: boolean): number {
  return isListed && next?.kind === 'letters' && next.text === next.text.toLowerCase() ? 1 : weightOfFirst;
}

/** A heading in capitals: its capitals say nothing of names. */
function hasNoLowerCase(words: readonly Word[]): boolean {
  return words.every((word) => word.kind !== 'letters' || word.text === word.text.toUpperCase());
}
