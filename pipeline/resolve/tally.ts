// What is kept of an entity over the corpus: its distinct names with counts, nothing that grows with the documents.
import type { NameMention } from '../document.ts';
import { isShouted } from '../names/forms.ts';

export interface Tally {
  readonly type: NameMention['type'];
  /** Canonical names, `language of the document` tab `name`, with counts. */
  readonly names: Map<string, number>;
  /** Surfaces, `language of the sentence` tab `surface`, with counts. */
  readonly surfaces: Map<string, number>;
  /** Those of the surfaces that a person gave to the entity, with counts. */
  readonly reviewed: Map<string, number>;
  readonly countries: Map<string, number>;
  documents: number;
  mentions: number;
}

export function newTally(type: NameMention['type']): Tally {
  return {
    type,
    names: new Map(),
    surfaces: new Map(),
    reviewed: new Map(),
    countries: new Map(),
    documents: 0,
    mentions: 0,
  };
}

export function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

/** Adds the second tally to the first. A document with both is counted twice: `documents` is at most that. */
export function addTally(sum: Tally, tally: Tally): Tally {
  for (const key of ['names', 'surfaces', 'reviewed', 'countries'] as const) {
    for (const [name, times] of tally[key]) count(sum[key], name, times);
  }
  sum.documents += tally.documents;
  sum.mentions += tally.mentions;
  return sum;
}

/**
 * The name that stands for all: written calmly before in capitals, as "NAIROBI" in a heading beside "Nairobi" in the text;
 * then the most frequent; the smallest of several, so that the order of the documents is the same to it.
 *
 * @example bestName('place', new Map([['fr\tNAIROBI', 2], ['en\tNairobi', 1]])) // 'Nairobi'
 * @param names as in a tally; of none the empty string
 */
export function bestName(type: NameMention['type'], names: ReadonlyMap<string, number>): string {
  const totals = new Map<string, number>();
  for (const [key, total] of names) count(totals, key.split('\t')[1] ?? '', total);
  const [best = ''] = [...totals.keys()].sort(
    (left, right) =>
      Number(isLoud(type, left)) - Number(isLoud(type, right)) ||
      (totals.get(right) ?? 0) - (totals.get(left) ?? 0) ||
      (left < right ? -1 : 1),
  );
  return best;
}

/**
 * The best name in one language. Where that language has it in capitals alone, the other's calm writing of the same letters.
 * @example bestNameIn('fr', 'place', new Map([['fr\tNAIROBI', 2], ['en\tNairobi', 1]])) // 'Nairobi'
 */
export function bestNameIn(
  lang: 'fr' | 'en',
  type: NameMention['type'],
  names: ReadonlyMap<string, number>,
): string | undefined {
  const own = new Map([...names].filter(([key]) => key.startsWith(`${lang}\t`)));
  if (own.size === 0) return undefined;
  const best = bestName(type, own);
  if (!isLoud(type, best)) return best;
  return bestName(type, new Map([...names].filter(([key]) => key.split('\t')[1]?.toUpperCase() === best)));
}

/** "PARIS" too is loud: only bodies and works have acronyms of so many letters. */
function isLoud(type: NameMention['type'], name: string): boolean {
  if (isShouted(name)) return true;
  return (type === 'person' || type === 'place') && /^\p{Lu}{4,}$/u.test(name);
}
