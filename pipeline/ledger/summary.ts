// What a run says of the ledger that it applied.
import type { Ledger } from './ledger.ts';
import type { Fate } from './schema.ts';

export interface ReviewReport {
  readonly ledger: string;
  readonly sha256: string;
  /** Decisions by action, undo lines and what they took back too. */
  readonly decisions: Readonly<Record<string, number>>;
  /** Decisions that no undo took back. */
  readonly standing: number;
  /** Targets, and decisions without targets, by what became of them: the lines of `decisions.jsonl` save those of undo. */
  readonly fates: Readonly<Partial<Record<Fate['fate'], number>>>;
  readonly notes: readonly string[];
}

/**
 * Counts decisions and their fates.
 * @example reportReview(ledger, fates).fates // { applied: 212, orphaned: 1 }
 */
export function reportReview(ledger: Ledger, fates: readonly Fate[]): ReviewReport {
  const { path, sha256, decisions, standing, notes } = ledger;
  return {
    ledger: path,
    sha256,
    decisions: countBy(decisions.map(({ action }) => action)),
    standing: standing.length,
    fates: countBy(fates.filter(({ action }) => action !== 'undo').map(({ fate }) => fate)),
    notes,
  };
}

function countBy<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
