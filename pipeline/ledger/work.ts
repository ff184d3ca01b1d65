// What the parts of applying decisions to a document hand to each other.
import type { Document, DocumentNote } from '../document.ts';
import type { Span } from '../text/span.ts';
import type { Anchored } from './ledger.ts';
import type { Fate } from './schema.ts';

/** The document on its way through the decisions. */
export interface Work {
  readonly document: Document;
  readonly notes: DocumentNote[];
  readonly fates: Fate[];
  readonly idOf: (record: Span & { readonly type: string }) => string;
}

/**
 * The head of the fate of a target in this document.
 * @example fateOf(work, effect) // { decision: '3f…', action: 'accept', target: 0, doc: 'a.txt' }
 */
export function fateOf(
  { document }: Work,
  { decision, index }: Pick<Anchored, 'decision' | 'index'>,
): Pick<Fate, 'decision' | 'action' | 'target' | 'doc'> {
  return { decision: decision.id, action: decision.action, target: index, doc: document.doc };
}
