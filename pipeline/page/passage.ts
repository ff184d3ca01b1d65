// The text around a mention: its sentence, and the paragraph as far as a screen holds it.
import { findLastStarting, type Span } from '../text/span.ts';
import type { Mark, Passage } from './messages.ts';
import { isStandingMention } from './queue.ts';
import { type DocumentState, type Slot, spanOf } from './slots.ts';

/** Units shown on either side of the sentence at most: documents of one endless line exist. */
const reach = 700;
/** Units of a sentence shown on either side of the mention at most: tables and lists may be one endless sentence. */
const sentenceReach = 1500;

/**
 * The passage around a span.
 * @example passageAround(state, { start: 120, end: 131 }).sentence // [90, 240]
 */
export function passageAround(state: DocumentState, span: Span): Passage {
  const { text } = state.document;
  const whole = sentenceAround(state, span);
  const sentence = {
    start: Math.max(whole.start, span.start - sentenceReach),
    end: Math.min(whole.end, span.end + sentenceReach),
  };
  const from = Math.max(0, sentence.start - reach);
  const until = Math.min(text.length, sentence.end + reach);
  const before = text.slice(from, sentence.start);
  const after = text.slice(sentence.end, until);
  const lineStart = before.lastIndexOf('\n');
  const lineEnd = after.indexOf('\n');
  const start = lineStart >= 0 ? from + lineStart + 1 : wordBorder(before, from);
  const end = lineEnd >= 0 ? sentence.end + lineEnd : wordBorderBack(after, sentence.end, until, text.length);
  return {
    start,
    text: text.slice(start, end),
    sentence: [sentence.start, sentence.end],
    marks: marksWithin(state, { start, end }),
  };
}

/** The sentence that holds a span; of a span over several, from the first to the last. */
export function sentenceAround({ document: { sentences, text } }: DocumentState, span: Span): Span {
  const first = sentences[findLastStarting(sentences, span.start)];
  const last = sentences[findLastStarting(sentences, Math.max(span.start, span.end - 1))];
  if (first === undefined || last === undefined) {
    return { start: Math.max(0, span.start - 200), end: Math.min(text.length, span.end + 200) };
  }
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) };
}

/** Marks of the mentions that stand within a stretch, in order. */
export function marksWithin({ slots }: DocumentState, within: Span): Mark[] {
  const marks: Mark[] = [];
  // slots are in order of start: begin a little before, for mentions that reach into the stretch
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const slot = slots[middle];
    if (slot !== undefined && spanOf(slot).start < within.start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < slots.length; index += 1) {
    const slot = slots[index];
    if (slot === undefined || spanOf(slot).start >= within.end) break;
    if (isStandingMention(slot) && spanOf(slot).end <= within.end) marks.push(markOf(slot));
  }
  return marks;
}

export function markOf(slot: Slot): Mark {
  const { start, end } = spanOf(slot);
  const type = (slot.record ?? slot.base).type;
  return {
    key: slot.key,
    start,
    end,
    ...(type === undefined ? {} : { type }),
    state: slot.state,
    ...(slot.isUnsure ? { isUnsure: true } : {}),
  };
}

function wordBorder(before: string, from: number): number {
  if (from === 0) return 0;
  const space = before.search(/\s/u);
  return space < 0 ? from : from + space + 1;
}

function wordBorderBack(after: string, start: number, until: number, length: number): number {
  if (until === length) return length;
  const space = after.lastIndexOf(' ');
  return space < 0 ? until : start + space;
}
