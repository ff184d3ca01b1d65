// Cuts a document into blocks: the stretches that stand on their own, mostly its lines. It also reads what the
// document says of itself before it begins to tell: its date and its title.
import type { Block, Document } from '../document.ts';
import { trimSpan } from '../text/trim.ts';
import { findHeader } from './header.ts';
import { findLines, type Line } from './lines.ts';
import { findPublicationDate } from './publication.ts';
import { findTitle } from './title.ts';
import { findWrapped } from './wrapping.ts';

/**
 * Fills `blocks`, and `date` and `title` where they are not known yet.
 * An empty text, or one of white space, has no blocks.
 *
 * @example
 * cutBlocks(startDocument({ …, text: ' date 2021-12 Un titre\n\nUn texte.' }))
 * // blocks: date 1–13 'date 2021-12', title 14–22 'Un titre', paragraph 24–33; date: '2021-12'; title: 'Un titre'
 */
export function cutBlocks(document: Document): Document {
  const { text } = document;
  const lines = findLines(text);
  const header = findHeader(text, lines[0]);
  const blocks: Block[] = [];
  let body: readonly Line[] = lines;
  if (header !== undefined) {
    blocks.push({ start: header.start, end: header.end, kind: 'date' });
    body = withoutHeader(text, lines, header.end);
  }
  const isAfterHeader = header !== undefined && body[0]?.end === lines[0]?.end;
  const titleIndex = findTitle(text, body, isAfterHeader);
  const top = titleIndex === undefined ? 0 : titleIndex + 1;
  for (const [index, { start, end }] of body.slice(0, top).entries()) {
    blocks.push({ start, end, kind: index === titleIndex ? 'title' : 'paragraph' });
  }
  for (const block of joinLines(text, body.slice(top))) blocks.push(block);

  const title = titleIndex === undefined ? undefined : body[titleIndex];
  const date = document.date ?? header?.date ?? findPublicationDate(text, body);
  const titleText = document.title ?? (title === undefined ? undefined : text.slice(title.start, title.end));
  return {
    ...document,
    blocks,
    ...(date === undefined ? {} : { date }),
    ...(titleText === undefined ? {} : { title: titleText }),
  };
}

/** The lines of the document proper: the first one begins after the header. */
function withoutHeader(text: string, lines: readonly Line[], headerEnd: number): readonly Line[] {
  const [first, ...rest] = lines;
  if (first === undefined) return lines;
  const span = trimSpan(text, headerEnd, first.end);
  return span.start === span.end ? rest : [{ ...first, ...span }, ...rest];
}

function joinLines(text: string, lines: readonly Line[]): Block[] {
  const wrapped = findWrapped(text, lines);
  const blocks: Block[] = [];
  let start: number | undefined;
  for (const [index, line] of lines.entries()) {
    start ??= line.start;
    if (wrapped[index] === true) continue;
    blocks.push({ start, end: line.end, kind: 'paragraph' });
    start = undefined;
  }
  return blocks;
}
