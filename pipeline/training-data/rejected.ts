// Where people said that there is nothing: the dataset has no record that would tell.
import { createHash } from 'node:crypto';
import { createAnchors } from '../ledger/anchor.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Span } from '../text/span.ts';

/**
 * The spans of a text on which the last word was a rejection, each once; those of an earlier text of the document too, where
 * they stand now.
 *
 * @example rejectedIn(ledger, 'a.txt', text) // [{ start: 40, end: 46 }]
 */
export function rejectedIn({ byText, byDoc }: Pick<Ledger, 'byText' | 'byDoc'>, doc: string, text: string): Span[] {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const anchored = [
    ...(byText.get(sha256) ?? []),
    ...(byDoc.get(doc) ?? []).filter(({ target }) => target.text_sha256 !== sha256),
  ].sort((left, right) => left.place - right.place || left.index - right.index);
  const find = createAnchors(
    text,
    sha256,
    anchored.map(({ target }) => target),
  );
  const last = new Map<string, { readonly span: Span; readonly isRejected: boolean }>();
  for (const { decision, target } of anchored) {
    const place = find(target);
    if ('lost' in place || place.shown === undefined) continue;
    const { start, end } = place.shown;
    last.set(`${start} ${end}`, { span: { start, end }, isRejected: decision.action === 'reject' });
  }
  return [...last.values()].flatMap(({ span, isRejected }) => (isRejected ? [span] : []));
}
