// "Nothing else is in this document": holds as long as nothing else is extracted.
import type { Document, Mention } from '../document.ts';
import type { Work } from './apply.ts';
import type { Completion, Ledger } from './ledger.ts';

interface Given {
  readonly completions: readonly Completion[];
  readonly sha256: string;
  readonly ledger: Ledger;
}

/**
 * Gives the records of a document that was read to the end their status, and the document its review.
 * @example completeDocument(work, mentions, given).review // 'complete'
 */
export function completeDocument(
  _work: Work,
  mentions: Mention[],
  { completions }: Given,
): { mentions: Mention[]; review: Document['review'] } {
  return { mentions, review: completions.length > 0 ? 'complete' : undefined };
}
