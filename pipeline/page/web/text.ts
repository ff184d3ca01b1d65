// Draws a stretch of a document with its marks, and finds the offsets of what a person selected in it.
import type { Mark, Part } from '../messages.ts';
import { h } from './dom.ts';

export interface Drawing {
  /** Offset of the first unit of `text` in the document. */
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly sentence?: readonly [number, number];
  /** The mention that is asked about. */
  readonly focus?: { readonly start: number; readonly end: number; readonly type?: string | undefined };
  readonly parts?: readonly Part[];
  readonly label?: (part: Part) => string;
}

/**
 * The pieces of a text: each unit once, in order, so that offsets stay true.
 * @example drawText({ start: 0, text: 'Iran', marks: [] }).length // 1
 */
export function drawText({ start, text, marks, sentence, focus, parts = [], label }: Drawing): HTMLElement[] {
  const end = start + text.length;
  const borders = new Set([start, end]);
  const addBorders = (span: { start: number; end: number }): void => {
    if (span.start > start && span.start < end) borders.add(span.start);
    if (span.end > start && span.end < end) borders.add(span.end);
  };
  for (const span of [...marks, ...parts, ...(focus === undefined ? [] : [focus])]) addBorders(span);
  if (sentence !== undefined) addBorders({ start: sentence[0], end: sentence[1] });
  const sorted = [...borders].sort((left, right) => left - right);
  const pieces: HTMLElement[] = [];
  let markIndex = 0;
  for (const [index, from] of sorted.entries()) {
    const until = sorted[index + 1];
    if (until === undefined) break;
    while ((marks[markIndex]?.end ?? Number.POSITIVE_INFINITY) <= from) markIndex += 1;
    const mark = marks[markIndex];
    const isMarked = mark !== undefined && mark.start <= from;
    const isFocus = focus !== undefined && focus.start <= from && until <= focus.end;
    const part = parts.find((other) => other.start <= from && until <= other.end);
    const isOutside = sentence !== undefined && (until <= sentence[0] || from >= sentence[1]);
    const names = [
      isOutside && 'around',
      isMarked && !isFocus && `mark t-${mark.type ?? 'none'} s-${mark.state}`,
      isFocus && `focus t-${focus.type ?? 'none'}`,
      isFocus && from === focus.start && 'first',
      isFocus && until === focus.end && 'last',
      part !== undefined && `part p-${part.role}`,
    ].filter((name) => name !== false);
    pieces.push(
      h(
        isFocus ? 'mark' : 'span',
        {
          ...(names.length === 0 ? {} : { class: names.join(' ') }),
          'data-start': from,
          ...(part !== undefined && part.start === from && label !== undefined ? { 'data-label': label(part) } : {}),
          ...(isMarked && !isFocus ? { 'data-key': mark.key } : {}),
        },
        text.slice(from - start, until - start),
      ),
    );
  }
  return pieces;
}

/** The offsets of the selection within a drawing, trimmed of white space, or undefined where nothing is selected there. */
export function selectedSpan(within: Element): { start: number; end: number; text: string } | undefined {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!within.contains(range.startContainer) || !within.contains(range.endContainer)) return undefined;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === undefined || end === undefined || end <= start) return undefined;
  const text = range.toString();
  const lead = text.length - text.trimStart().length;
  const tail = text.length - text.trimEnd().length;
  const trimmed = { start: start + lead, end: end - tail, text: text.trim() };
  return trimmed.end > trimmed.start ? trimmed : undefined;
}

function offsetOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? (node.childNodes[offset] ?? node.lastChild) : node;
  if (element === null) return undefined;
  const piece = (element instanceof Element ? element : element.parentElement)?.closest('[data-start]');
  const start = piece?.getAttribute('data-start');
  if (piece === null || piece === undefined || start === null || start === undefined) return undefined;
  if (node instanceof Element) {
    const isEnd = node.childNodes[offset] === undefined;
    return Number(start) + (isEnd ? (piece.textContent ?? '').length : 0);
  }
  return Number(start) + offset;
}
