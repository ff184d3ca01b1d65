// From the scores of the words to spans: the best legal sequence of tags (Viterbi), and how sure each span is.
// Nothing here knows text; words are rows of a table.
import type { Scheme } from './scheme.ts';

/** Log-probabilities of the tags, word after word: row `w` is `values[w * tags.length …]`. */
export interface TagScores {
  readonly values: Float32Array;
  readonly scheme: Scheme;
}

/** A span of words, `last` exclusive. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
  readonly type: string;
  /** Probability, by the model alone, that exactly these words form a name of this type. */
  readonly score: number;
}

/**
 * The spans of a run of words that is read as one unit: a sentence.
 * @example decodeSpans(scores, 0, 2) // [{ first: 0, last: 2, type: 'PER', score: 0.98 }]
 */
export function decodeSpans(scores: TagScores, from: number, to: number): WordSpan[] {
  const { tags, name } = scores.scheme;
  const path = bestPath(scores, from, to);
  const spans: WordSpan[] = [];
  let open: { first: number; type: string } | undefined;
  const close = (last: number): void => {
    if (open !== undefined) spans.push({ ...open, last, score: spanScore(scores, path, from, open.first, last, to) });
    open = undefined;
  };
  for (let word = from; word < to; word += 1) {
    const tag = tags[path[word - from] ?? 0];
    if (tag === undefined || tag.position === 'O') {
      close(word);
      continue;
    }
    const begins = tag.position === 'B' || tag.position === 'S' || open?.type !== tag.type;
    if (begins) {
      close(word);
      open = { first: word, type: tag.type };
    }
    if (name === 'bioes' && (tag.position === 'E' || tag.position === 'S')) close(word + 1);
  }
  close(to);
  return spans;
}

/**
 * The legal sequence of tags with the highest sum of scores; of equal ones the one with the lower tag indexes.
 * Exported for the property test of legality.
 */
export function bestPath({ values, scheme }: TagScores, from: number, to: number): Uint8Array {
  const width = scheme.tags.length;
  const count = to - from;
  const path = new Uint8Array(count);
  if (count === 0) return path;
  const back = new Uint8Array(count * width);
  let best = new Float64Array(width);
  for (let tag = 0; tag < width; tag += 1) {
    best[tag] = scheme.first[tag] === true ? valueAt(values, from * width + tag) : -Infinity;
  }
  let next = new Float64Array(width);
  for (let word = 1; word < count; word += 1) {
    const row = (from + word) * width;
    for (let tag = 0; tag < width; tag += 1) {
      let top = -Infinity;
      let origin = scheme.before[tag]?.[0] ?? 0;
      for (const previous of scheme.before[tag] ?? []) {
        const value = best[previous] ?? -Infinity;
        if (value > top) {
          top = value;
          origin = previous;
        }
      }
      next[tag] = top + valueAt(values, row + tag);
      back[word * width + tag] = origin;
    }
    [best, next] = [next, best];
  }
  let end = 0;
  let top = -Infinity;
  for (let tag = 0; tag < width; tag += 1) {
    const value = best[tag] ?? -Infinity;
    if (scheme.last[tag] === true && value > top) {
      top = value;
      end = tag;
    }
  }
  for (let word = count - 1; word >= 0; word -= 1) {
    path[word] = end;
    end = back[word * width + end] ?? 0;
  }
  return path;
}

// The words are independent given the text, so the probability of exactly this span is the product of its tags'
// probabilities times that of the next word not going on with it.
function spanScore(
  { values, scheme }: TagScores,
  path: Uint8Array,
  from: number,
  first: number,
  last: number,
  to: number,
): number {
  const width = scheme.tags.length;
  let log = 0;
  for (let word = first; word < last; word += 1) log += valueAt(values, word * width + (path[word - from] ?? 0));
  let score = Math.exp(log);
  if (last < to && scheme.name !== 'bioes') {
    const type = scheme.tags[path[first - from] ?? 0]?.type;
    scheme.tags.forEach((tag, index) => {
      if (tag.position === 'I' && tag.type === type) score *= 1 - Math.exp(valueAt(values, last * width + index));
    });
  }
  return Math.min(1, Math.max(0, score));
}

// an impossible tag (log 0) must not make two hopeless paths incomparable, nor NaN of infinity minus infinity
function valueAt(values: Float32Array, at: number): number {
  return Math.max(values[at] ?? -1e4, -1e4);
}
