// Spans over the one text of a document: UTF-16 units, end exclusive.

/** A stretch of a document's text in UTF-16 units, `end` exclusive: `text.slice(start, end)` is its surface. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether two spans share at least one unit. Touching spans do not overlap.
 * @example overlaps({ start: 0, end: 3 }, { start: 3, end: 5 }) // false
 */
export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/**
 * Whether `outer` holds the whole of `inner`; equal spans hold each other.
 * @example contains({ start: 0, end: 9 }, { start: 2, end: 4 }) // true
 */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Order of spans in a document: by start, the longer first where they start together.
 * @example [{ start: 4, end: 5 }, { start: 0, end: 2 }].sort(bySpan)[0] // { start: 0, end: 2 }
 */
export function bySpan(left: Span, right: Span): number {
  return left.start - right.start || right.end - left.end;
}

/**
 * Index of the last item of a list sorted by start whose start is at or before `offset`, or -1.
 * Binary search, so that looking up a mention's sentence does not grow with the document.
 * @example findLastStarting([{ start: 0, end: 4 }, { start: 5, end: 9 }], 6) // 1
 */
export function findLastStarting(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = sorted[middle];
    if (span !== undefined && span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Items by the sentence in which they start, in their order; as many lists as there are sentences.
 * @example groupBySentence([{ sentence: 1 }], 2) // [[], [{ sentence: 1 }]]
 */
export function groupBySentence<Item extends { readonly sentence: number }>(
  items: readonly Item[],
  sentenceCount: number,
): Item[][] {
  const groups: Item[][] = Array.from({ length: sentenceCount }, () => []);
  for (const item of items) groups[item.sentence]?.push(item);
  return groups;
}
