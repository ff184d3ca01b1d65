// Lets the model read a document, window by window, and decodes sentence by sentence: the spans before any rule.
import type { Document, ModelSpan, Unread } from '../document.ts';
import { inOrder } from '../text/in-order.ts';
import { decodeSpans, type WordSpan } from './decode.ts';
import type { NerModel } from './model.ts';
import { nearMisses } from './near-misses.ts';
import { isModelLabel } from './scheme.ts';
import { readWords } from './reading/index.ts';
import { type WordedSentence, windowsOf } from './windows.ts';

export interface Reading {
  /** Spans with the model's own probability, in order of start. */
  readonly spans: readonly ModelSpan[];
  /** What it nearly marked, between the spans, in order of start. */
  readonly misses: readonly ModelSpan[];
  readonly unread: readonly Unread[];
}

/**
 * What the model marks in a document, uncalibrated. Spans end at word borders and never cross a sentence.
 *
 * Each window is a run of its own. Dynamic int8 quantisation takes its scale from the whole input, so that a window
 * read beside another one gets other scores (up to 1.4 in a logit); alone, it gives the same whatever document or
 * stream it comes in. Larger batches gained nothing: 2,200 pieces/s alone, 2,100 at 1,024 pieces.
 *
 * @example (await readDocument(document, model)).spans[0] // { label: 'PER', start: 0, end: 5, score: 0.99, sentence: 0 }
 */
export async function readDocument(document: Document, model: NerModel): Promise<Reading> {
  const { scheme } = model;
  const width = scheme.tags.length;
  const read = readWords(document);
  const sentences = document.sentences.map(({ block, words }, index) => ({ block, words: read[index] ?? words }));
  const wordCount = sentences.reduce((sum, { words }) => sum + words.length, 0);
  const values = new Float32Array(wordCount * width);
  const unreadWords: [first: number, last: number][] = [];
  const windows = windowsOf(sentences, model.pieces, model.marks, model.window);
  const reading = inOrder(
    windows,
    ({ ids }) => model.run(ids),
    (begun) => begun.length <= model.threads,
  );
  for await (const [{ places, firstWord }, scores] of reading) {
    let isSound = true;
    places.forEach((place, at) => {
      const given = writeTagScores(scores, place, scheme.tagOfLabel, width, values, (firstWord + at) * width);
      isSound = isSound && given;
    });
    if (!isSound) unreadWords.push([firstWord, firstWord + places.length]);
  }
  model.counters.words += wordCount;
  return collect(sentences, { values, scheme }, unreadWords);
}

// Log-softmax over the labels, summed where several labels share a tag. False where the model gave no number.
function writeTagScores(
  scores: Float32Array,
  place: number,
  tagOfLabel: readonly number[],
  width: number,
  values: Float32Array,
  at: number,
): boolean {
  const from = place * tagOfLabel.length;
  let top = -Infinity;
  for (let label = 0; label < tagOfLabel.length; label += 1) top = Math.max(top, scores[from + label] ?? Number.NaN);
  const shares = new Float64Array(width);
  let total = 0;
  tagOfLabel.forEach((tag, label) => {
    const share = Math.exp((scores[from + label] ?? Number.NaN) - top);
    shares[tag] = (shares[tag] ?? 0) + share;
    total += share;
  });
  if (!Number.isFinite(total)) {
    values.fill(-Infinity, at, at + width);
    values[at] = 0;
    return false;
  }
  shares.forEach((share, tag) => {
    values[at + tag] = Math.log(share / total);
  });
  return true;
}

function collect(
  sentences: readonly WordedSentence[],
  scores: Parameters<typeof decodeSpans>[0],
  unreadWords: readonly (readonly [number, number])[],
): Reading {
  const spans: ModelSpan[] = [];
  const misses: ModelSpan[] = [];
  const unread: Unread[] = [];
  let from = 0;
  sentences.forEach(({ words }, sentence) => {
    const to = from + words.length;
    const decoded = decodeSpans(scores, from, to);
    for (const found of decoded) {
      const span = placeSpan(found, from, words);
      if (span !== undefined) spans.push({ ...span, sentence });
    }
    for (const found of nearMisses(scores, decoded, from, to)) {
      const span = placeSpan(found, from, words);
      if (span !== undefined) misses.push({ ...span, sentence });
    }
    for (const [first, last] of unreadWords) {
      const start = words[Math.max(first, from) - from]?.start;
      const end = words[Math.min(last, to) - 1 - from]?.end;
      if (first < to && last > from && start !== undefined && end !== undefined) {
        unread.push({ stage: 'ner', start, end, reason: 'the model gave no scores' });
      }
    }
    from = to;
  });
  return { spans, misses, unread };
}

function placeSpan(
  { first, last, type, score }: WordSpan,
  from: number,
  words: WordedSentence['words'],
): Omit<ModelSpan, 'sentence'> | undefined {
  const start = words[first - from]?.start;
  const end = words[last - 1 - from]?.end;
  if (start === undefined || end === undefined || !isModelLabel(type)) return undefined;
  return { label: type, start, end, score };
}
