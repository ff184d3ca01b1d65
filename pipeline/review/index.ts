// The review state of each record: what a person decided, else `auto` above the threshold and `pending` below.
import type { Document, Mention } from '../document.ts';

/** Score from which a record is `auto`, by type. */
export type Thresholds = Readonly<Record<Mention['type'], number>>;

/**
 * Sets the status of every mention. One with open candidates is always `pending`.
 *
 * @example assignStatus(document, thresholds).mentions[0]?.status // 'auto'
 */
export function assignStatus(document: Document, thresholds: Thresholds): Document {
  const mentions = document.mentions.map((mention): Mention => {
    if (mention.decision?.status !== undefined) return { ...mention, status: mention.decision.status };
    const isSure = mention.candidates === undefined && roundScore(mention.score) >= thresholds[mention.type];
    return { ...mention, status: isSure ? 'auto' : 'pending' };
  });
  return { ...document, mentions };
}

/**
 * A score as it is written: two decimals, and never 1, which is for people.
 * @example roundScore(0.9973) // 0.99
 */
export function roundScore(score: number): number {
  return Math.min(0.99, Math.max(0, Math.round(score * 100) / 100));
}
