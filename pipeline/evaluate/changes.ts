// What changed between two outputs of one text: records that appeared, vanished, moved or changed, with the likely cause.
import { findLastStarting, type Span } from '../text/span.ts';
import { type LabelledRecord, labelRecords } from './judge.ts';
import { pairUp } from './matching.ts';
import type { PredictedDocument, PredictedSentence } from './predicted.ts';
import { sentenceAround } from './errors.ts';
import { judgeMovedLinks, type RecordPair } from './link-changes.ts';
import { type GoldView, judgeChange, type Verdict } from './verdict.ts';

export const changeKinds = [
  'appeared',
  'vanished',
  'moved',
  'type',
  'value',
  'qualifier',
  'unit',
  'code',
  'date',
  'name',
  'link',
  'score',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly doc: string;
  readonly lang: string;
  readonly kinds: readonly ChangeKind[];
  /** `model…`, `rule:<id>`, `sentence`, `language` or `linking`. */
  readonly cause: string;
  readonly verdict: Verdict;
  readonly before?: LabelledRecord;
  readonly after?: LabelledRecord;
  readonly sentence: string;
}

/** Scores may differ by this between processors. */
const scoreTolerance = 0.0201;

/**
 * Lists the changes of one document, in order.
 * @param lang language of the document
 * @param gold what gold says, for the verdicts
 */
export function listChanges(
  before: PredictedDocument,
  after: PredictedDocument,
  lang: string,
  text: string,
  gold: GoldView,
): Change[] {
  const old = labelRecords(before.records);
  const now = labelRecords(after.records);
  const pairs = matchRecords(old, now);
  const links = judgeMovedLinks(pairs, gold.mentions);
  const changes: Change[] = [];
  const add = (
    kinds: readonly ChangeKind[],
    left: LabelledRecord | undefined,
    right: LabelledRecord | undefined,
  ): void => {
    const span = right ?? left;
    if (span === undefined || kinds.length === 0) return;
    const isLinkOnly = kinds.every((kind) => kind === 'name' || kind === 'link');
    changes.push({
      doc: before.doc,
      lang,
      kinds,
      cause: findCause(before, after, left, right, isLinkOnly),
      verdict: findVerdict(kinds, left, right, links, gold),
      ...(left === undefined ? {} : { before: left }),
      ...(right === undefined ? {} : { after: right }),
      sentence: sentenceAround(text, right === undefined ? before : after, span),
    });
  };
  const usedOld = new Set(pairs.map((pair) => pair.before));
  const usedNow = new Set(pairs.map((pair) => pair.after));
  for (const pair of pairs) add(compare(pair.before, pair.after, links.has(pair.before)), pair.before, pair.after);
  for (const record of old) if (!usedOld.has(record)) add(['vanished'], record, undefined);
  for (const record of now) if (!usedNow.has(record)) add(['appeared'], undefined, record);
  return changes.sort((left, right) => startOf(left) - startOf(right));
}

/** A change of values is judged by itself; where it changes none, by the links. */
function findVerdict(
  kinds: readonly ChangeKind[],
  left: LabelledRecord | undefined,
  right: LabelledRecord | undefined,
  links: ReadonlyMap<LabelledRecord, Verdict>,
  gold: GoldView,
): Verdict {
  if (kinds.includes('score')) return 'unknown';
  const verdict = judgeChange(left, right, gold);
  return verdict === 'unknown' && left !== undefined ? (links.get(left) ?? 'unknown') : verdict;
}

function startOf({ before, after }: Change): number {
  return after?.start ?? before?.start ?? 0;
}

/** Same span first, then overlap under one type, then any overlap. */
function matchRecords(old: readonly LabelledRecord[], now: readonly LabelledRecord[]): RecordPair[] {
  const pairs: RecordPair[] = [];
  const usedOld = new Set<LabelledRecord>();
  const usedNow = new Set<LabelledRecord>();
  const rules: readonly ((left: LabelledRecord, right: LabelledRecord) => boolean)[] = [
    (left, right) => left.start === right.start && left.end === right.end,
    (left, right) => left.type === right.type,
    () => true,
  ];
  for (const rule of rules) {
    const restOld = old.filter((record) => !usedOld.has(record));
    const restNow = now.filter((record) => !usedNow.has(record));
    for (const { gold: left, found: right, isRight } of pairUp(restOld, restNow, rule)) {
      if (!isRight) continue;
      usedOld.add(left);
      usedNow.add(right);
      pairs.push({ before: left, after: right });
    }
  }
  return pairs;
}

function compare(before: LabelledRecord, after: LabelledRecord, isLinkMoved: boolean): ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (before.start !== after.start || before.end !== after.end) kinds.push('moved');
  if (before.type !== after.type || before.label !== after.label) return [...kinds, 'type'];
  if (before.value !== after.value || before.min !== after.min || before.max !== after.max) kinds.push('value');
  if (before.qualifier !== after.qualifier) kinds.push('qualifier');
  if (before.unit !== after.unit) kinds.push('unit');
  if (before.code !== after.code || before.country !== after.country) kinds.push('code');
  if (before.edtf !== after.edtf) kinds.push('date');
  // a country's name follows from its code
  if (before.type !== 'country' && before.name !== after.name) kinds.push('name');
  if (isLinkMoved) kinds.push('link');
  if (kinds.length === 0 && Math.abs(before.score - after.score) > scoreTolerance) kinds.push('score');
  return kinds;
}

/** The likely cause, the earliest stage first: a sentence cut otherwise changes all that follows. */
function findCause(
  before: PredictedDocument,
  after: PredictedDocument,
  left: LabelledRecord | undefined,
  right: LabelledRecord | undefined,
  isLinkOnly: boolean,
): string {
  const span = right ?? left;
  if (span === undefined) return 'unknown';
  const old = findSentence(before.sentences, span);
  const now = findSentence(after.sentences, span);
  if (old?.start !== now?.start || old?.end !== now?.end) return 'sentence';
  if (old?.lang !== now?.lang) return 'language';
  if (isLinkOnly) return 'linking';
  const methods = [left?.method, right?.method].filter((method) => method !== undefined);
  const [first = 'unknown', last = first] = methods;
  const isModel = methods.some((method) => method.startsWith('model:'));
  // a rule's record that gave way to the model's, or the reverse: the rule is what moved, unless the model is another
  // the last word is the hash: a folder by another name holds the same model
  if (isModel && before.model?.split(' ').at(-1) !== after.model?.split(' ').at(-1))
    return `model: ${before.model ?? 'none'} → ${after.model ?? 'none'}`;
  if (first === last) return first;
  const rules = methods.filter((method) => !method.startsWith('model:'));
  return rules.length === 1 ? (rules[0] ?? first) : `${first} → ${last}`;
}

function findSentence(sentences: readonly PredictedSentence[], { start }: Span): PredictedSentence | undefined {
  const sentence = sentences[findLastStarting(sentences, start)];
  return sentence !== undefined && sentence.end > start ? sentence : undefined;
}
