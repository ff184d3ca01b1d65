// Finds the output of each gold document, and refuses what was made of another text.
import { createHash } from 'node:crypto';
import type { GoldDocument } from './gold.ts';
import type { PredictedDocument } from './predicted.ts';

export interface DocumentPair {
  readonly gold: GoldDocument;
  /** Undefined where the output lacks the document or it failed. */
  readonly found: PredictedDocument | undefined;
}

export interface Pairing {
  readonly pairs: readonly DocumentPair[];
  /** Gold documents without output, each with its reason. */
  readonly lost: readonly { readonly doc: string; readonly reason: string }[];
  /** Documents of the output that gold does not have. */
  readonly extraCount: number;
}

/**
 * Pairs by name, then by name without `.fr` and `.en` (`a.txt` is the article of gold `a.fr.txt`).
 * Output of another text than the gold document's is no output for it.
 */
export function pairDocuments(gold: readonly GoldDocument[], found: readonly PredictedDocument[]): Pairing {
  const byName = new Map(found.map((document) => [document.doc, document]));
  const byBareName = new Map(found.map((document) => [bareName(document.doc), document]));
  const lost: { doc: string; reason: string }[] = [];
  const used = new Set<PredictedDocument>();
  const pairs = gold.map((document) => {
    const candidate = byName.get(document.doc) ?? byBareName.get(bareName(document.doc));
    if (candidate !== undefined) used.add(candidate);
    if (candidate === undefined) lost.push({ doc: document.doc, reason: 'not in the output' });
    else if (candidate.status === 'failed') lost.push({ doc: document.doc, reason: candidate.error ?? 'failed' });
    else if (!isSameText(document, candidate)) {
      lost.push({ doc: document.doc, reason: 'the output was made of another text than the gold document' });
    } else return { gold: document, found: candidate };
    return { gold: document, found: undefined };
  });
  return { pairs, lost, extraCount: found.length - used.size };
}

/** Whether an output document was made of the gold document's text, as far as its hash or length tell. */
export function isSameText(gold: GoldDocument, found: PredictedDocument): boolean {
  if (found.sha256 === undefined || gold.isTextRebuilt === true) {
    return found.characters === undefined || found.characters === gold.text.length;
  }
  const hash = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');
  return found.sha256 === hash(gold.text) || found.sha256 === hash(`\uFEFF${gold.text}`);
}

function bareName(doc: string): string {
  return doc.replace(/\.(?:fr|en)(?=\.txt$)/, '');
}
