// Cuts white space off the ends of a span without touching the text.
import type { Span } from './span.ts';

/**
 * The span without the white space at its two ends; an empty span when there is nothing else.
 * @example trimSpan('a  b ', 1, 5) // { start: 3, end: 4 }
 */
export function trimSpan(text: string, start: number, end: number): Span {
  let first = start;
  let last = end;
  while (first < last && isSpace(text, first)) first++;
  while (last > first && isSpace(text, last - 1)) last--;
  return { start: first, end: last };
}

function isSpace(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  // the quick answer for the letters and signs of both languages; the rest asks the engine what white space is
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(text.charAt(offset)));
}
