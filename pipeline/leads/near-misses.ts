// Leads from the model: what it nearly marked, and the figures, dates and demonyms that it marked and no grammar read.
// A capital counts for much: where it was one fifth sure, three in four with a capital in mid-sentence were missed
// names (dev and regression), one in eleven without a capital.
import type { Document, Mention, ModelLabel, ModelSpan } from '../document.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Proposal } from './proposal.ts';

const typeOfLabel: Readonly<Record<ModelLabel, Mention['type']>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  MISC: 'other',
  DEM: 'country',
  FIG: 'figure',
  DATE: 'date',
};

const markPattern = /[^\p{L}\p{M}\p{N}]/u;

/**
 * @example proposeNearMisses(document, isFree)[0] // { start: 12, end: 20, sentence: 0, reason: 'near-miss', type: 'organisation', shape: 'small', doubt: 0.31 }
 * @param isOutsideCapitals whether a span shares nothing with the capitalised runs of mid-sentence
 */
export function proposeNearMisses(
  { text, nearMisses = [], modelSpans }: Document,
  isOutsideCapitals: (span: Span) => boolean,
): Proposal[] {
  return [
    ...joinNeighbours(nearMisses, text).flatMap((span) => propose(text, span, isOutsideCapitals, '')),
    ...modelSpans.flatMap((span) => propose(text, span, isOutsideCapitals, '-marked')),
  ];
}

/** Two runs that nothing but white space parts are one name: the rules dropped its half "Janmangal Dal", the model the other. */
function joinNeighbours(spans: readonly ModelSpan[], text: string): ModelSpan[] {
  const joined: ModelSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isNeighbour =
      last?.sentence === span.sentence &&
      (overlaps(last, span) || (span.start - last.end < 3 && text.slice(last.end, span.start).trim() === ''));
    if (last === undefined || !isNeighbour) joined.push(span);
    else {
      const surer = last.score >= span.score ? last : span;
      joined[joined.length - 1] = { ...surer, start: last.start, end: Math.max(last.end, span.end) };
    }
  }
  return joined;
}

function propose(
  text: string,
  { start: first, end: last, sentence, label, score }: ModelSpan,
  isOutsideCapitals: (span: Span) => boolean,
  how: '' | '-marked',
): Proposal[] {
  let [start, end] = [first, last];
  while (start < end && markPattern.test(text.charAt(start)) && !isHalf(text, start)) start += 1;
  while (end > start && markPattern.test(text.charAt(end - 1)) && !isHalf(text, end - 1)) end -= 1;
  if (start === end) return [];
  const type = typeOfLabel[label];
  const shape =
    type === 'figure' || type === 'date' || type === 'country'
      ? type
      : shapeOf(text, { start, end }, isOutsideCapitals);
  return [{ start, end, sentence, reason: 'near-miss', type, shape: `${shape}${how}`, doubt: score }];
}

/** Letters beyond the first plane are two units; what begins or ends with half of one is left as it is. */
function isHalf(text: string, at: number): boolean {
  return /[\uD800-\uDFFF]/u.test(text.charAt(at));
}

/** `capital`: with one that the place in the sentence doesn't ask for; `initial`: with another one; `small`: without. */
function shapeOf(text: string, span: Span, isOutsideCapitals: (span: Span) => boolean): string {
  if (!/\p{Lu}/u.test(text.slice(span.start, span.end))) return 'small';
  return isOutsideCapitals(span) ? 'initial' : 'capital';
}
