// Decides one sentence by its own words and, where they leave a doubt, by its trigrams and the document's language.
import type { Language } from '../document.ts';
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

/**
 * The language of a sentence, or nothing where it says too little to be told from the rest of its document.
 * @example decide('Photo by Ada Obi', { fr: 0, en: 2, count: 4 }, 0.9) // { lang: 'en', margin: 0.67 }
 */
export function decide(sentence: string, { fr, en, count }: Evidence, prior: number): Decision | undefined {
  if (count === 0) return undefined;
  const total = fr + en;
  const words = (fr - en) / (total + 1);
  if (total >= clearWeight && Math.abs(fr - en) / total >= clearShare) {
    return { lang: fr > en ? 'fr' : 'en', margin: Math.abs(words) };
  }
  const combined = words + weightOfTrigrams * compareTrigrams(sentence) + weightOfPrior * prior;
  if (Math.abs(combined) < smallestMargin || count < 2) return undefined;
  return { lang: combined > 0 ? 'fr' : 'en', margin: Math.min(1, Math.abs(combined)) };
}
