// Decides one sentence by its own words and, where they leave a doubt, by its trigrams and the document's language.
import type { Language } from '../document.ts';
import type { Word } from '../text/words.ts';
import type { Evidence } from './evidence.ts';
import { compareTrigrams } from './trigrams.ts';

/** A language with its margin over the other, 0..1. */
export interface Decision {
  readonly lang: Language;
  readonly margin: number;
}

// enough words on one side: no need to count trigrams
const clearWeight = 2;
const clearShare = 0.6;
// a doubtful sentence: how much the document and the trigrams weigh beside its words
const weightOfPrior = 0.3;
const weightOfTrigrams = 0.6;
// below this nothing is decided and the sentence inherits
const smallestMargin = 0.25;
const smallestOwn = 0.12;
// a line of names alone is told by its typography at best
const smallestOfNames = 0.4;
const oneSided = 1;
// what needed trigrams was never clear
const largestOfDoubtful = 0.7;
const wordsForTrigrams = 6;
const wordsRead = 80;

/**
 * The language of a sentence, or nothing where it says too little to be told from the rest of its document.
 * @example decide(words, { fr: 0, en: 2, count: 4, plainCount: 2 }, 0.9) // { lang: 'en', margin: 0.67 }
 */
export function decide(words: readonly Word[], evidence: Evidence, prior: number): Decision | undefined {
  const { fr, en, plainCount } = evidence;
  const total = fr + en;
  const balance = (fr - en) / (total + 1);
  if (total >= clearWeight && Math.abs(fr - en) / total >= clearShare) {
    return { lang: fr > en ? 'fr' : 'en', margin: Math.abs(balance) };
  }
  if (plainCount === 0 && total < smallestOfNames) return undefined;
  // few words: their trigrams are few, too
  const share = Math.min(1, plainCount / wordsForTrigrams);
  const own = balance + weightOfTrigrams * share * compareTrigrams(joinPlain(words));
  // "chief engineer" in a French list: two words of one language and none of the other need no document
  const isOneSided = Math.min(fr, en) === 0 && total >= oneSided && plainCount >= 2;
  const combined = own + (isOneSided ? 0 : weightOfPrior * prior);
  // what the document alone decides is inherited, and says so
  if (Math.abs(combined) < smallestMargin || Math.abs(own) < smallestOwn) return undefined;
  return { lang: combined > 0 ? 'fr' : 'en', margin: Math.min(largestOfDoubtful, Math.abs(combined)) };
}

/** The words that do not look like names; a line in capitals has them all. */
function joinPlain(words: readonly Word[]): string {
  const letters = words.slice(0, wordsRead).filter((word) => word.kind === 'letters');
  const plain = letters.filter((word) => word.text === word.text.toLowerCase());
  return (plain.length === 0 ? letters : plain).map((word) => word.text.toLowerCase()).join(' ');
}
