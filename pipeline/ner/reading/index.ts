// The words of a document as the model reads them: the text itself is never altered.
import type { Document } from '../../document.ts';
import type { Word } from '../../text/words.ts';
import { joinBrokenWords } from './broken-words.ts';
import { lowerCapitals } from './capitals.ts';
import type { ReadingStep } from './reading.ts';

const steps: readonly ReadingStep[] = [joinBrokenWords, lowerCapitals];

/**
 * For each sentence the words for the model; the sentence's own array where they are the same.
 * @example readWords(document)[0]?.map(({ text }) => text) // ['Le', 'Premier', 'Ministre', …] for a line in capitals
 */
export function readWords(document: Document): readonly (readonly Word[])[] {
  const asked = steps.map((step) => step(document));
  return document.sentences.map((sentence) => asked.reduce((words, step) => step(words, sentence), sentence.words));
}
