// One-to-one matching of gold and extracted spans.
import { overlaps, type Span } from '../text/span.ts';

export interface Pair<Gold, Found> {
  readonly gold: Gold;
  readonly found: Found;
  readonly isRight: boolean;
}

/**
 * Pairs overlapping spans one to one: first those that are right, then what overlaps of the rest, left to right.
 * Both lists are sorted by start and each is disjoint, so that this is the largest matching and takes linear time.
 *
 * @example pairUp([{ start: 0, end: 9 }], [{ start: 0, end: 4 }, { start: 5, end: 9 }], (gold, found) => found.start === 5)
 *   // [{ gold: { start: 0, end: 9 }, found: { start: 5, end: 9 }, isRight: true }]
 */
export function pairUp<Gold extends Span, Found extends Span>(
  gold: readonly Gold[],
  found: readonly Found[],
  isRight: (gold: Gold, found: Found) => boolean,
): Pair<Gold, Found>[] {
  const edges = overlapping(gold, found);
  const right = edges.map((edge) => isRight(edge.gold, edge.found));
  const usedGold = new Set<Gold>();
  const usedFound = new Set<Found>();
  const pairs: Pair<Gold, Found>[] = [];
  for (const wanted of [true, false]) {
    for (const [index, edge] of edges.entries()) {
      if (right[index] !== wanted || usedGold.has(edge.gold) || usedFound.has(edge.found)) continue;
      usedGold.add(edge.gold);
      usedFound.add(edge.found);
      pairs.push({ ...edge, isRight: wanted });
    }
  }
  return pairs.sort((left, other) => left.gold.start - other.gold.start);
}

/**
 * All overlapping couples of two sorted lists.
 * @example overlapping([{ start: 0, end: 3 }], [{ start: 3, end: 5 }]) // []
 */
export function overlapping<Gold extends Span, Found extends Span>(
  gold: readonly Gold[],
  found: readonly Found[],
): { gold: Gold; found: Found }[] {
  const edges: { gold: Gold; found: Found }[] = [];
  let low = 0;
  for (const mark of gold) {
    for (let candidate = found[low]; candidate !== undefined && candidate.end <= mark.start; candidate = found[low])
      low += 1;
    for (let index = low; index < found.length; index += 1) {
      const record = found[index];
      if (record === undefined || record.start >= mark.end) break;
      if (overlaps(mark, record)) edges.push({ gold: mark, found: record });
    }
  }
  return edges;
}
