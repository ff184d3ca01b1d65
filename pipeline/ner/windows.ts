// Packs the blocks of a document into windows for the model: `<s> block </s> block </s> …`, as in training.
// Every word comes in exactly one window; a window's words are neighbours in the document.
import type { Sentence } from '../document.ts';
import type { Word } from '../text/words.ts';
import type { WordPieces } from './pieces.ts';

export interface Window {
  readonly ids: readonly number[];
  /** Place in `ids` of the first piece of each word. */
  readonly places: readonly number[];
  /** Number of the first word, counted through all sentences. */
  readonly firstWord: number;
}

interface Marks {
  readonly begin: number;
  readonly end: number;
}

/** A sentence with the words that the model is given for it. */
export type WordedSentence = Pick<Sentence, 'block' | 'words'>;

interface SizedWord {
  readonly word: Word;
  readonly pieces: readonly number[];
}

/**
 * The windows of a document, one at a time, so that a long document is never held in pieces as a whole.
 *
 * @example [...windowsOf(document.sentences, model.pieces, { begin: 0, end: 2 }, 160)][0]?.ids.length // at most 160
 * @param limit most pieces of a window, special ones included
 */
export function* windowsOf(
  sentences: readonly WordedSentence[],
  pieces: WordPieces,
  marks: Marks,
  limit: number,
): Generator<Window> {
  const room = limit - 2;
  let ids = [marks.begin];
  let places: number[] = [];
  let firstWord = 0;
  for (const part of partsOf(sentences, pieces, room)) {
    const size = part.reduce((sum, word) => sum + word.pieces.length, 1);
    if (places.length > 0 && ids.length + size > limit) {
      yield { ids, places, firstWord };
      firstWord += places.length;
      ids = [marks.begin];
      places = [];
    }
    for (const word of part) {
      places.push(ids.length);
      ids.push(...word.pieces);
    }
    ids.push(marks.end);
  }
  if (places.length > 0) yield { ids, places, firstWord };
}

// Blocks, those that are longer than a window cut at the ends of sentences.
function* partsOf(sentences: readonly WordedSentence[], pieces: WordPieces, room: number): Generator<SizedWord[]> {
  let part: SizedWord[] = [];
  let size = 0;
  let block: number | undefined;
  for (const sentence of sentences) {
    if (sentence.block !== block) {
      if (part.length > 0) yield part;
      part = [];
      size = 0;
      block = sentence.block;
    }
    for (const { words, total, isWhole } of sentenceParts(sentence, pieces, room)) {
      if (part.length > 0 && (size + total > room || !isWhole)) {
        yield part;
        part = [];
        size = 0;
      }
      part = part.length === 0 ? words : [...part, ...words];
      size += total;
    }
  }
  if (part.length > 0) yield part;
}

interface SentencePart {
  readonly words: SizedWord[];
  readonly total: number;
  readonly isWhole: boolean;
}

// A sentence longer than a window is cut between words: a list of 5,000 words, or a text without full stops.
// The parts are cut alike long, so that no rest of three words is read without its surroundings.
function* sentenceParts(sentence: WordedSentence, pieces: WordPieces, room: number): Generator<SentencePart> {
  let words: SizedWord[] = [];
  let total = 0;
  let isWhole = true;
  let index = 0;
  for (const ids of pieces.of(sentence.words)) {
    const word = sentence.words[index];
    if (word === undefined) break;
    index += 1;
    const sized = { word, pieces: ids };
    // held back until two windows are full, since the last cut halves what is left
    if (total + sized.pieces.length > 2 * room) {
      isWhole = false;
      const cut = cutAt(words, room);
      const head = words.slice(0, cut);
      yield { words: head, total: sizeOf(head), isWhole };
      words = words.slice(cut);
      total = sizeOf(words);
    }
    words.push(sized);
    total += sized.pieces.length;
  }
  if (total > room) {
    isWhole = false;
    const cut = cutAt(words, Math.min(room, Math.ceil(total / 2) + 8));
    const head = words.slice(0, cut);
    yield { words: head, total: sizeOf(head), isWhole };
    words = words.slice(cut);
    // two halves of almost twice the room: the second may be too long by a word
    if (sizeOf(words) > room) {
      const rest = cutAt(words, room);
      yield { words: words.slice(0, rest), total: sizeOf(words.slice(0, rest)), isWhole };
      words = words.slice(rest);
    }
    total = sizeOf(words);
  }
  if (words.length > 0) yield { words, total, isWhole };
}

function sizeOf(words: readonly SizedWord[]): number {
  return words.reduce((sum, word) => sum + word.pieces.length, 0);
}

// Number of words that fit in `most` pieces; ends after the last comma or the like in the second half, so that
// "…, Jean | Dupont, …" stays together.
function cutAt(words: readonly SizedWord[], most: number): number {
  let count = 0;
  let used = 0;
  let atMark = 0;
  for (const { word, pieces } of words) {
    if (used + pieces.length > most) break;
    used += pieces.length;
    count += 1;
    if (used * 2 > most && /^[,;:.!?…]$/u.test(word.text)) atMark = count;
  }
  return atMark > 0 ? atMark : Math.max(1, count);
}
