// The anchors of a decision: what was shown, what is decided, and the text on both sides.
import { isEdtf } from '../dates/parse.ts';
import type { Decided, Target } from '../ledger/schema.ts';
import { contains, findLastStarting } from '../text/span.ts';
import type { ReviewDocument } from './load.ts';
import { isSameDecided, shownOf } from './mention.ts';
import type { Fault } from './messages.ts';
import type { DocumentState, Slot } from './slots.ts';

/** Units of text kept on either side, as the ledger's schema says. */
const contextLength = 64;

/**
 * The target of a decision on a mention, as first shown: a second decision on it goes before the first one.
 * @example targetOf(state, slot).shown?.text // 'Gantz'
 */
export function targetOf(state: DocumentState, slot: Slot, record?: Decided): Target {
  const { base } = slot;
  // an added mention has no record of its own in the dataset: its id is that of what was added
  const isAdded = base.id === undefined && slot.baseState !== 'lead' && base.type !== undefined;
  const shown = shownOf(
    isAdded && base.type !== undefined
      ? { ...base, id: state.identify({ start: base.start, end: base.end, type: base.type }) }
      : base,
  );
  const status = isAdded
    ? 'added'
    : slot.baseState === 'auto' || slot.baseState === 'pending'
      ? slot.baseState
      : undefined;
  return {
    ...anchorOf(state, base),
    shown: status === undefined ? shown : { ...shown, status },
    ...(record === undefined ? {} : { record }),
  };
}

/** The target of an addition where nothing was shown. */
export function additionOf(state: DocumentState, record: Decided): Target {
  return { ...anchorOf(state, record), record };
}

function anchorOf(
  { document: { doc, text, textSha256 } }: DocumentState,
  { start, end }: { start: number; end: number },
): Pick<Target, 'doc' | 'text_sha256' | 'before' | 'after'> {
  return {
    doc,
    text_sha256: textSha256,
    before: text.slice(wholeUnit(text, Math.max(0, start - contextLength)), start),
    after: text.slice(end, wholeUnit(text, Math.min(text.length, end + contextLength))),
  };
}

/** An offset that does not stand in the middle of a surrogate pair. */
function wholeUnit(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}

/**
 * What is wrong with a record that a person composed, or undefined. A run puts in no mention that goes beyond its sentence.
 * @example findFault({ type: 'country', text: 'Iran', start: 0, end: 4 }, { text: 'Iran', sentences: [] }) // 'code'
 * @param document its sentences in order; without them, as of an older dataset, their borders are not checked
 */
export function findFault(
  record: Decided,
  { text, sentences }: Pick<ReviewDocument, 'text' | 'sentences'>,
): Fault | undefined {
  const { start, end } = record;
  if (!(start < end && end <= text.length) || text.slice(start, end) !== record.text) return 'span';
  if (record.text.trim() !== record.text || record.text.includes('\n')) return 'span';
  const sentence = sentences[findLastStarting(sentences, start)];
  if (sentences.length > 0 && (sentence === undefined || !contains(sentence, record))) return 'sentence';
  if (record.type === 'country' && record.code === undefined) return 'code';
  if (record.type === 'figure') {
    const { kind, qualifier, value, min, max } = record;
    const hasAmount =
      qualifier === 'range' ? min !== undefined && max !== undefined && min <= max : value !== undefined;
    return kind === undefined || qualifier === undefined || !hasAmount ? 'value' : undefined;
  }
  if (record.type === 'date' && !isEdtf(record.edtf ?? '')) return 'edtf';
  return undefined;
}

/** Whether a person left the mention as it was shown. */
export function isUnchanged(slot: Slot, record: Decided): boolean {
  const { base } = slot;
  return base.type !== undefined && isSameDecided({ ...base, type: base.type }, record);
}
