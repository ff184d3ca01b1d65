// Reads the header ` date 2021-12` that some collections put before the text of a document.
import type { Span } from '../text/span.ts';
import type { Line } from './lines.ts';

/** The words of a date header and the date they state. */
export interface Header extends Span {
  readonly date: string;
}

const headerPattern =
  /^date[ \t\u00a0]*:?[ \t\u00a0]+(?<date>\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?=\s|$)/i;

/**
 * The date header at the start of a document's first line.
 * A date without the word before it, or one that no calendar has (2021-13), is no header.
 *
 * @example findHeader(' date 2021-12 Un titre', { start: 1, end: 22, … }) // { start: 1, end: 13, date: '2021-12' }
 */
export function findHeader(text: string, line: Line | undefined): Header | undefined {
  if (line === undefined) return undefined;
  // thirty units hold any header; a long first line is not read further
  const match = headerPattern.exec(text.slice(line.start, Math.min(line.end, line.start + 30)));
  const date = match?.groups?.['date'];
  if (match === null || date === undefined) return undefined;
  return { start: line.start, end: line.start + match[0].length, date };
}
