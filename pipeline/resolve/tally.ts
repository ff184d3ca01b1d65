// What is kept of an entity over the corpus: its distinct names with counts, nothing that grows with the documents.
import type { NameMention } from '../document.ts';

export interface Tally {
  readonly type: NameMention['type'];
  /** Canonical names, `language of the document` tab `name`, with counts. */
  readonly names: Map<string, number>;
  /** Surfaces, `language of the sentence` tab `surface`, with counts. */
  readonly surfaces: Map<string, number>;
  readonly countries: Map<string, number>;
  documents: number;
  mentions: number;
}

export function newTally(type: NameMention['type']): Tally {
  return { type, names: new Map(), surfaces: new Map(), countries: new Map(), documents: 0, mentions: 0 };
}

export function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

/** Adds the second tally to the first. A document with both is counted twice: `documents` is at most that. */
export function addTally(sum: Tally, tally: Tally): Tally {
  for (const key of ['names', 'surfaces', 'countries'] as const) {
    for (const [name, times] of tally[key]) count(sum[key], name, times);
  }
  sum.documents += tally.documents;
  sum.mentions += tally.mentions;
  return sum;
}

/**
 * The most frequent key, the smallest of several: the same whatever the order of the documents.
 * @example mostOf(new Map([['b', 2], ['a', 2]])) // 'a'
 */
export function mostOf(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let bestCount = 0;
  for (const [key, total] of counts) {
    if (total > bestCount || (total === bestCount && key < best)) {
      best = key;
      bestCount = total;
    }
  }
  return best;
}
