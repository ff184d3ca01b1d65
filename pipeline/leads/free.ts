// Where a lead may stand: outside all records, and outside what a person rejected.
import { bySpan, findLastStarting, overlaps, type Span } from '../text/span.ts';

/**
 * Tells whether a span is free of the given ones, in any order and overlapping or not. Binary search.
 * @example freeOf([{ start: 4, end: 9 }])({ start: 0, end: 4 }) // true
 */
export function freeOf(taken: readonly Span[]): (span: Span) => boolean {
  const apart: Span[] = [];
  for (const span of [...taken].sort(bySpan)) {
    const last = apart.at(-1);
    if (last === undefined || last.end < span.start) apart.push(span);
    else if (last.end < span.end) apart[apart.length - 1] = { start: last.start, end: span.end };
  }
  return (span) => {
    const last = apart[findLastStarting(apart, span.end - 1)];
    return last === undefined || !overlaps(last, span);
  };
}
