// Ids of records: of the document's text, the span and the type, so that they are the same on every machine.
import { createHash } from 'node:crypto';
import type { Span } from './span.ts';

/**
 * The ids of one text's records. The text is hashed once and the state copied for each record: linear in the document.
 *
 * @example recordIds(text)({ start: 0, end: 5, type: 'country' }) // '9f0c…', sixteen hexadecimal digits
 */
export function recordIds(text: string): (record: Span & { readonly type: string }) => string {
  const hash = createHash('sha256').update(text, 'utf8');
  return ({ start, end, type }) => hash.copy().update(`\0${start}\0${end}\0${type}`).digest('hex').slice(0, 16);
}
