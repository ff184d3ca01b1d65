// What a span rule is: it sees the spans of one document, in order and disjoint, and gives them back so.
import type { Document, ModelLabel, ModelSpan } from '../../document.ts';

export type SpanRule = (spans: readonly ModelSpan[], document: Document) => readonly ModelSpan[];

/** Labels of proper names, whose spans the rules may trim, move or drop. */
export const nameLabels: ReadonlySet<ModelLabel> = new Set(['PER', 'ORG', 'LOC', 'MISC']);
