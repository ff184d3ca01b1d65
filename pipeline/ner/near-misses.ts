// What the model nearly marked: words that it read as no name with some doubt. Nothing of it is a record; a person who
// looks for missing names is led there.
import type { TagScores, WordSpan } from './decode.ts';
import { isModelLabel, type Scheme } from './scheme.ts';

/**
 * Probability of being part of a name from which a word is kept. So low, runs of such words hold 184 of the 242 names,
 * figures and dates that dev and regression miss altogether; 0.1 would hold 157, with three fifths as many runs.
 */
const leastDoubt = 0.02;

/**
 * Runs of words outside all spans of a sentence, each word of which may be part of a name after all.
 *
 * @example nearMisses(scores, decodeSpans(scores, 0, 9), 0, 9) // [{ first: 3, last: 5, type: 'ORG', score: 0.31 }]
 * @param spans the decoded spans of the same words, in order
 * @returns in order; `score` is the highest probability over the run's words that the word belongs to a name, figure or
 * date; `type` the one that has most of it
 */
export function nearMisses(scores: TagScores, spans: readonly WordSpan[], from: number, to: number): WordSpan[] {
  const misses: WordSpan[] = [];
  let first = from;
  const close = (last: number): void => {
    if (last > first) misses.push(judge(scores, first, last));
    first = last + 1;
  };
  let next = 0;
  for (let word = from; word < to; word += 1) {
    while ((spans[next]?.last ?? Number.POSITIVE_INFINITY) <= word) next += 1;
    const isMarked = (spans[next]?.first ?? Number.POSITIVE_INFINITY) <= word;
    if (isMarked || doubtOf(scores, word) < leastDoubt) close(word);
  }
  close(to);
  return misses;
}

/** Probability that the word belongs to something of ours. The sure O, which most words are, costs one comparison. */
function doubtOf({ values, scheme }: TagScores, word: number): number {
  const at = word * scheme.tags.length;
  if ((values[at] ?? 0) > Math.log(1 - leastDoubt)) return 0;
  let total = 0;
  for (const [tag, { type }] of scheme.tags.entries()) if (isModelLabel(type)) total += shareAt(values, at + tag);
  return Math.min(1, total);
}

function judge(scores: TagScores, first: number, last: number): WordSpan {
  const shares = new Map<string, number>();
  let score = 0;
  for (let word = first; word < last; word += 1) {
    score = Math.max(score, doubtOf(scores, word));
    addShares(scores.values, scores.scheme, word, shares);
  }
  let type = '';
  for (const [candidate, share] of shares) if (share > (shares.get(type) ?? 0)) type = candidate;
  return { first, last, type, score };
}

function addShares(values: Float32Array, { tags }: Scheme, word: number, shares: Map<string, number>): void {
  for (const [tag, { type }] of tags.entries()) {
    if (isModelLabel(type)) shares.set(type, (shares.get(type) ?? 0) + shareAt(values, word * tags.length + tag));
  }
}

function shareAt(values: Float32Array, at: number): number {
  return Math.exp(values[at] ?? Number.NEGATIVE_INFINITY);
}
