// What reading documents to their end has shown: how much of what is in them was extracted. A count and no bound, for the
// documents that somebody chose to read are no random sample.
import type { Anchored, Ledger } from '../ledger/ledger.ts';
import type { DocumentLines } from '../write/lines.ts';

export interface Reading {
  readonly documents: number;
  /** Records that were right as extracted. */
  readonly right: number;
  readonly corrected: number;
  readonly rejected: number;
  /** Mentions that are there by decision alone: they were not extracted, or are not any more. */
  readonly added: number;
  readonly words: string;
}

export interface Readings {
  add(lines: Pick<DocumentLines, 'document' | 'records' | 'decisions'>): void;
  /** Undefined where no document was read to its end. */
  finish(): Reading | undefined;
}

/**
 * Counts over the documents that are `complete`.
 * @example readings.finish()?.words // '5 documents read in full: 97.1 % of 240 mentions were extracted, …'
 */
export function startReadings({ byText, byDoc }: Pick<Ledger, 'byText' | 'byDoc'>): Readings {
  const counts = { documents: 0, right: 0, corrected: 0, rejected: 0, added: 0 };
  return {
    add({ document, records, decisions = [] }) {
      if (document.review !== 'complete' || document.duplicate_of !== undefined) return;
      counts.documents += 1;
      for (const { status, method } of records) {
        if (status === 'corrected') counts.corrected += 1;
        else if (status === 'added' || (status === 'accepted' && method === 'human')) counts.added += 1;
        else if (status !== 'pending') counts.right += 1;
      }
      const textSha256 = document.text_sha256 ?? document.sha256 ?? '';
      const holding = new Set(
        decisions.flatMap(({ decision, target, fate }) => (holds.has(fate) ? [`${decision} ${target ?? ''}`] : [])),
      );
      const rejected = [
        ...(byText.get(textSha256) ?? []),
        ...(byDoc.get(document.doc) ?? []).filter(({ target }) => target.text_sha256 !== textSha256),
      ].filter((one) => isRejection(one) && holding.has(`${one.decision.id} ${one.index}`));
      counts.rejected += rejected.length;
    },
    finish: () => (counts.documents === 0 ? undefined : { ...counts, words: wordReading(counts) }),
  };
}

/** Fates of decisions that have the last word on their record. */
const holds: ReadonlySet<string> = new Set(['applied', 'moved', 'contradicted']);

/** Of something that was extracted: neither of a lead nor of what a person had added. */
function isRejection({ decision, target: { shown } }: Anchored): boolean {
  return decision.action === 'reject' && shown?.id !== undefined && shown.status !== 'added';
}

function wordReading({ documents, right, corrected, rejected, added }: Omit<Reading, 'words'>): string {
  const found = right + corrected;
  const extracted = share(found, found + added);
  const asExtracted = share(right, found + rejected);
  return `${documents} document${documents === 1 ? '' : 's'} read in full: ${extracted} of ${found + added} mentions were extracted; ${asExtracted} of ${found + rejected} records were right as extracted`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}
