// Counts per row and measure, and the figures made of them.

/** What a measure counts. Halves occur under `partial`, shares under B³. */
export interface Counts {
  readonly gold: number;
  readonly found: number;
  /** Gold items that were found rightly: over `gold`, recall. */
  readonly goldRight: number;
  /** Found items that are right: over `found`, precision. */
  readonly foundRight: number;
}

/** Counts of one document by `row` and `measure`. */
export type Tally = ReadonlyMap<string, Counts>;

export interface Figures {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export const noCounts: Counts = { gold: 0, found: 0, goldRight: 0, foundRight: 0 };

export function addCounts(left: Counts, right: Counts): Counts {
  return {
    gold: left.gold + right.gold,
    found: left.found + right.found,
    goldRight: left.goldRight + right.goldRight,
    foundRight: left.foundRight + right.foundRight,
  };
}

/** Key of a cell of a tally. */
export function cellKey(row: string, measure: string): string {
  return `${row}|${measure}`;
}

/**
 * Sum of several documents' tallies.
 * @example sumTallies([]).size // 0
 */
export function sumTallies(tallies: Iterable<Tally>): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const tally of tallies) {
    for (const [key, counts] of tally) sums.set(key, addCounts(sums.get(key) ?? noCounts, counts));
  }
  return sums;
}

/**
 * Precision, recall and F1; null where there is nothing to divide by.
 * @example figuresOf({ gold: 4, found: 2, goldRight: 2, foundRight: 2 }) // { precision: 1, recall: 0.5, f1: 0.6667 }
 */
export function figuresOf({ gold, found, goldRight, foundRight }: Counts): Figures {
  const precision = found === 0 ? null : foundRight / found;
  const recall = gold === 0 ? null : goldRight / gold;
  return { precision, recall, f1: f1Of({ gold, found, goldRight, foundRight }) };
}

/** F1 alone, 0 where nothing is right, null where there is neither gold nor output. */
export function f1Of({ gold, found, goldRight, foundRight }: Counts): number | null {
  if (gold === 0 && found === 0) return null;
  const precision = found === 0 ? 0 : foundRight / found;
  const recall = gold === 0 ? 0 : goldRight / gold;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
