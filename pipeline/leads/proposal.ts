// What each way of looking for missing records proposes, before overlaps are settled and scores are read off.
import type { LeadReason, Mention } from '../document.ts';
import type { Span } from '../text/span.ts';

export interface Proposal extends Span {
  /** Index into `sentences`. */
  readonly sentence: number;
  readonly reason: LeadReason;
  readonly type?: Mention['type'];
  /** Row of `data/scores.tsv` that says how often such a proposal was right. */
  readonly shape: string;
  /** The model's own probability that something is there; 0 where it was not asked. */
  readonly doubt: number;
}
