// Links between mentions: which mentions of a document are the same entity, by B³ and by pairs.
import { foldName } from '../text/fold.ts';
import type { GoldMention } from './gold.ts';
import type { Pair } from './matching.ts';
import type { PredictedRecord } from './predicted.ts';
import { type Counts, noCounts } from './tally.ts';

/**
 * Judges the mentions that were found (same span and type): gold links those of the same name and type, the output
 * those of the same `entity`. Countries are joined by their code and take no part.
 * @returns counts of pairs and B³ sums
 */
export function countLinks(found: readonly Pair<GoldMention, PredictedRecord>[]): { pairs: Counts; b3: Counts } {
  const goldSizes = new Map<string, number>();
  const foundSizes = new Map<string, number>();
  const sharedSizes = new Map<string, number>();
  const keys = found.map(({ gold, found: record }, index) => {
    const goldKey = `${gold.label}\t${foldName(gold.name ?? gold.text)}`;
    // a record without entity stands alone
    const foundKey = `${record.type}\t${record.entity ?? `#${index}`}`;
    const sharedKey = `${goldKey}\n${foundKey}`;
    add(goldSizes, goldKey);
    add(foundSizes, foundKey);
    add(sharedSizes, sharedKey);
    return { goldKey, foundKey, sharedKey };
  });
  const shared = pairsIn(sharedSizes);
  let recall = 0;
  let precision = 0;
  for (const { goldKey, foundKey, sharedKey } of keys) {
    const size = sharedSizes.get(sharedKey) ?? 0;
    recall += size / (goldSizes.get(goldKey) ?? 1);
    precision += size / (foundSizes.get(foundKey) ?? 1);
  }
  const pairs = { gold: pairsIn(goldSizes), found: pairsIn(foundSizes), goldRight: shared, foundRight: shared };
  if (found.length === 0) return { pairs, b3: noCounts };
  return { pairs, b3: { gold: found.length, found: found.length, goldRight: recall, foundRight: precision } };
}

function add(sizes: Map<string, number>, key: string): void {
  sizes.set(key, (sizes.get(key) ?? 0) + 1);
}

function pairsIn(sizes: ReadonlyMap<string, number>): number {
  let pairs = 0;
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2;
  return pairs;
}
