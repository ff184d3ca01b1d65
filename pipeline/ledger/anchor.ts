// Finds again what a decision was about: at the same offsets in the same text, by surface and context in another text of the
// same document. What stands nowhere, or in several places alike, is not guessed.
import type { Span } from '../text/span.ts';
import { Contexts, type Found } from './contexts.ts';
import { type FoldedText, foldLineBreaks, foldText } from './line-breaks.ts';
import { findOccurrences } from './occurrences.ts';
import type { Target } from './schema.ts';

/** A span with its present text, which may have other line breaks than when it was decided upon. */
export type PlacedSpan = Span & { readonly text: string };

/** Where a target stands now, or why it stands nowhere. */
export type Place =
  | {
      /** What was shown, at its present offsets. */
      readonly shown?: PlacedSpan;
      /** What was decided, at its present offsets. */
      readonly record?: PlacedSpan;
      readonly hasMoved: boolean;
    }
  | { readonly lost: string };

/**
 * Finds targets in a text. Occurrences are looked up by their contexts, so that neither many decisions nor many
 * occurrences of one surface make it slower than the text is long.
 *
 * @example createAnchors(text, sha256, targets)(target) // { shown: { start: 12, end: 17, text: 'Maroc' }, hasMoved: false }
 * @param targets all that will be asked for
 */
export function createAnchors(text: string, sha256: string, targets: readonly Target[]): (target: Target) => Place {
  const others = targets.filter((target) => target.text_sha256 !== sha256);
  const findElsewhere = others.length === 0 ? undefined : findInOtherText(text, others);
  return (target) => {
    const subject = subjectOf(target);
    if (subject === undefined) return { lost: 'it says neither what was shown nor what was decided' };
    if (target.text_sha256 === sha256 || findElsewhere === undefined) return placeAt(text, target);
    return findElsewhere(target, subject);
  };
}

/** What carries the anchor: what was shown, else what was added. */
function subjectOf({ shown, record }: Target): PlacedSpan | undefined {
  return shown ?? record;
}

/** In the very text that was decided on. */
function placeAt(text: string, { shown, record }: Target): Place {
  for (const span of [shown, record]) {
    if (span !== undefined && (span.start >= span.end || text.slice(span.start, span.end) !== span.text))
      return { lost: `"${cut(span.text)}" is not the text at ${span.start}–${span.end}` };
  }
  return {
    ...(shown === undefined ? {} : { shown: spanOf(shown) }),
    ...(record === undefined ? {} : { record: spanOf(record) }),
    hasMoved: false,
  };
}

function spanOf({ start, end, text }: PlacedSpan): PlacedSpan {
  return { start, end, text };
}

/** By surface and context. Of two mentions of the earlier text the one that fits a place better has it. */
function findInOtherText(text: string, targets: readonly Target[]): (target: Target, subject: PlacedSpan) => Place {
  const folded = foldText(text);
  const surfaces = new Set(targets.map((target) => foldLineBreaks(subjectOf(target)?.text ?? '')));
  surfaces.delete('');
  const occurrences = findOccurrences(folded.text, surfaces);
  const contexts = new Map<string, Contexts>();
  const contextsOf = (surface: string): Contexts => {
    const known = contexts.get(surface);
    if (known !== undefined) return known;
    const made = new Contexts(folded.text, surface.length, occurrences.get(surface) ?? []);
    contexts.set(surface, made);
    return made;
  };
  const places = new Map<Target, Found | string>();
  // the mention of each earlier text that fits a place best
  const best = new Map<string, { readonly level: number; readonly origin: number }>();
  for (const target of targets) {
    const subject = subjectOf(target);
    if (subject === undefined) continue;
    const surface = contextsOf(foldLineBreaks(subject.text));
    const found = surface.find(foldLineBreaks(target.before), foldLineBreaks(target.after));
    places.set(target, found);
    if (typeof found === 'string') continue;
    const key = claimKey(target, subject, found);
    const before = best.get(key);
    if (before === undefined || found.level < before.level)
      best.set(key, { level: found.level, origin: subject.start });
  }
  return (target, subject) => {
    const found = places.get(target) ?? 'was not asked for';
    const lost = (why: string): Place => ({ lost: `the text has changed: "${cut(subject.text)}" ${why}` });
    if (typeof found === 'string') return lost(found);
    const other = best.get(claimKey(target, subject, found));
    if (other !== undefined && other.level < found.level && other.origin !== subject.start)
      return lost('is in it only where another mention of the earlier text fits better');
    return placeFolded(folded, { target, subject, at: found.start });
  };
}

function claimKey({ text_sha256 }: Target, { text }: PlacedSpan, { start }: Found): string {
  return `${text_sha256} ${start} ${text.length}`;
}

/** What was shown and what was decided, given where the one that carries the anchor begins in the folded text. */
function placeFolded(
  { text, original, toOriginal }: FoldedText,
  { target, subject, at: found }: { readonly target: Target; readonly subject: PlacedSpan; readonly at: number },
): Place {
  const { before, after, shown, record } = target;
  const around = `${before}${subject.text}${after}`;
  const first = subject.start - before.length;
  const foldedStart = found - foldLineBreaks(before).length;
  const place: { shown?: PlacedSpan; record?: PlacedSpan } = {};
  for (const [key, span] of [
    ['shown', shown],
    ['record', record],
  ] as const) {
    if (span === undefined) continue;
    const surface = foldLineBreaks(span.text);
    // a span beyond the context is taken to have no line break between it and the other
    const from = foldedStart + foldLineBreaks(around.slice(0, Math.max(0, span.start - first))).length;
    const beyond = Math.min(0, span.start - first) + Math.max(0, span.start - first - around.length);
    const at = from + beyond;
    if (at < 0 || span.start >= span.end || text.slice(at, at + surface.length) !== surface)
      return { lost: `"${cut(span.text)}" is not the text beside it any more` };
    const [start, end] = [toOriginal(at), toOriginal(at + surface.length)];
    place[key] = { start, end, text: original.slice(start, end) };
  }
  return { ...place, hasMoved: (place.shown ?? place.record)?.start !== subject.start };
}

function cut(surface: string): string {
  return surface.length > 60 ? `${surface.slice(0, 60)}…` : surface;
}
