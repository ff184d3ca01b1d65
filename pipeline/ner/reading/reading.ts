// What a reading step is: it turns the words of one sentence into the words that the model is given. Offsets stay those
// of the document, so that a span found in the reading is a span of the text.
import type { Document, Sentence } from '../../document.ts';
import type { Word } from '../../text/words.ts';

/** A step over one document: made once, then asked sentence by sentence. Gives back the same array where nothing changes. */
export type ReadingStep = (document: Document) => (words: readonly Word[], sentence: Sentence) => readonly Word[];
