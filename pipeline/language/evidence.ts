// The cheap evidence of one sentence: function words, accents, elisions and contractions. It settles most sentences, so
// that trigrams are counted for the few that are left.
import { readTable } from '../text/resource.ts';
import type { Word } from '../text/words.ts';

/** Weight found for each language, about one a telling word. */
export interface Evidence {
  readonly fr: number;
  readonly en: number;
  /** Words of letters the sentence has. */
  readonly count: number;
}

// "The Wall Street Journal" in a French sentence says little of the sentence
const weightOfName = 0.25;
const weightOfAccent = 0.4;
const weightOfElision = 1;
const weightOfContraction = 0.6;

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
const accented = /[éèêëàâçùûîïôœ]/;

const weights = new Map<string, { fr: number; en: number }>();
for (const { lang = '', weight = '', words = '' } of readTable('language/data/function-words.tsv')) {
  for (const word of words.split(' ')) {
    const entry = weights.get(word) ?? { fr: 0, en: 0 };
    entry[lang === 'fr' ? 'fr' : 'en'] = Number(weight);
    weights.set(word, entry);
  }
}

/**
 * What a sentence's words say for French and for English.
 * @example weigh(splitWords("L'enquête n'est pas close.")) // { fr: 4.4, en: 0, count: 6 }
 */
export function weigh(words: readonly Word[]): Evidence {
  let fr = 0;
  let en = 0;
  let count = 0;
  const isShouted = hasNoLowerCase(words);
  for (const [index, word] of words.entries()) {
    if (word.kind !== 'letters') continue;
    const lower = word.text.toLowerCase();
    const isName = !isShouted && count > 0 && lower !== word.text;
    const share = isName ? weightOfName : 1;
    count++;
    const isBeforeApostrophe = isApostrophe(words[index + 1], word.end);
    if (isBeforeApostrophe && elided.has(lower) && words[index + 2]?.start === word.end + 1) {
      // "l'ONU" is French; "O'Brien", "d'Artagnan" begin with a capital or are names inside one
      fr += weightOfElision * share;
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
    if (entry !== undefined) {
      fr += entry.fr * share;
      en += entry.en * share;
    }
    if (!isName && accented.test(lower)) fr += weightOfAccent;
  }
  return { fr, en, count };
}

function isApostrophe(word: Word | undefined, start: number): boolean {
  return word !== undefined && word.start === start && (word.text === "'" || word.text === '’');
}

/** A heading in capitals: its capitals say nothing of names. */
function hasNoLowerCase(words: readonly Word[]): boolean {
  return words.every((word) => word.kind !== 'letters' || word.text === word.text.toUpperCase());
}
