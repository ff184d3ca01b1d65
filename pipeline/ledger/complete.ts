// "Nothing else is in this document": holds as long as nothing else is extracted.
import type { Document, Mention, MentionNote } from '../document.ts';
import { describe } from './compare.ts';
import type { Completion } from './ledger.ts';
import type { Fate } from './schema.ts';
import type { Work } from './work.ts';

/**
 * The review of a document that was read to its end. A record that nobody decided upon appeared later: it waits for a
 * person, and the document is read in part again.
 *
 * @example completeDocument(work, mentions, { completions, sha256 }).review // 'complete'
 * @param completions those of this text, and of this document in another text, in the order of the ledger
 */
export function completeDocument(
  work: Work,
  mentions: readonly Mention[],
  { completions, sha256 }: { readonly completions: readonly Completion[]; readonly sha256: string },
): { mentions: readonly Mention[]; review: Document['review'] } {
  const current = completions.findLast(({ decision }) => decision.text_sha256 === sha256);
  const later =
    current === undefined
      ? []
      : mentions.filter(({ decision }) => decision?.id === undefined && decision?.isUnsure !== true);
  for (const completion of completions) {
    const { decision } = completion;
    const head = { decision: decision.id, action: decision.action, doc: work.document.doc };
    const verdict: Pick<Fate, 'fate' | 'reason'> =
      decision.text_sha256 !== sha256
        ? { fate: 'orphaned', reason: 'the text has changed since it was read to the end' }
        : completion !== current
          ? { fate: 'superseded', reason: `by decision ${current?.decision.id ?? ''}` }
          : later.length === 0
            ? { fate: 'applied' }
            : { fate: 'contradicted', reason: `extracted later: ${nameSome(later)}` };
    work.fates.push({ ...head, ...verdict });
  }
  if (current === undefined) return { mentions, review: undefined };
  if (later.length === 0) return { mentions, review: 'complete' };
  const message = `extracted after the document was read to its end by ${current.decision.by}`;
  const note: MentionNote = { code: 'review.later', message };
  work.notes.push({
    code: note.code,
    stage: 'ledger',
    severity: 'warning',
    message: `${later.length === 1 ? 'a record was' : `${later.length} records were`} ${message}: ${nameSome(later)}`,
  });
  const isLater = new Set(later);
  return {
    mentions: mentions.map((mention) =>
      isLater.has(mention)
        ? { ...mention, decision: { ...mention.decision, status: 'pending' }, notes: [...(mention.notes ?? []), note] }
        : mention,
    ),
    review: 'partial',
  };
}

/** The first few in words. */
function nameSome(mentions: readonly Mention[]): string {
  const named = mentions.slice(0, 3).map(describe).join(', ');
  return mentions.length > 3 ? `${named} and ${mentions.length - 3} more` : named;
}
