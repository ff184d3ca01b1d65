// Finds the lines of a text. It knows nothing about what stands on them.
import type { Span } from '../text/span.ts';
import { trimSpan } from '../text/trim.ts';

/** A line with something on it, trimmed of white space. */
export interface Line extends Span {
  /** Whether an empty line, a form feed or the start of the text stands before it. */
  readonly opens: boolean;
  /** Whether an empty line, a form feed or the end of the text stands after it. */
  readonly closes: boolean;
}

// CRLF is one break. A form feed ends a page, so it ends the paragraph too; U+2029 says "paragraph separator" itself
const breakPattern = /\r\n|[\n\r\u2028\u2029\f\v]/g;
const paragraphBreaks = '\f\u2029';

/**
 * Lines of a text that are not blank, in order, each trimmed of white space.
 * @example findLines(' Paris \r\n\r\nIl pleut.') // [{ start: 1, end: 6, opens: true, closes: true }, { start: 11, …}]
 */
export function findLines(text: string): Line[] {
  const lines: { start: number; end: number; opens: boolean; closes: boolean }[] = [];
  let isAfterGap = true;
  let start = 0;
  const add = (end: number): void => {
    const { start: first, end: last } = trimSpan(text, start, end);
    if (first < last) lines.push({ start: first, end: last, opens: isAfterGap, closes: true });
    isAfterGap = first === last;
    const before = lines.at(-2);
    const added = lines.at(-1);
    if (first < last && before !== undefined && added !== undefined) before.closes = added.opens;
  };
  for (const match of text.matchAll(breakPattern)) {
    add(match.index);
    if (paragraphBreaks.includes(match[0])) isAfterGap = true;
    start = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}
