// The errors of one document, each with its cause, both readings and the sentence: what a maintainer reads.
import { findLastStarting, type Span } from '../text/span.ts';
import { hasSameValue, isNameJudged, isRightDate, isSameName } from './agreement.ts';
import type { Surroundings } from './surroundings.ts';
import type { GoldDocument, GoldMention } from './gold.ts';
import { type LabelledRecord, labelRecords } from './judge.ts';
import { formatFigure } from './marks.ts';
import { pairUp } from './matching.ts';
import type { PredictedDocument } from './predicted.ts';
import { languageOver } from './sentence-counts.ts';
import { isSameUnit } from './units.ts';

export const errorCauses = [
  'missed',
  'spurious',
  'boundary',
  'type',
  'code',
  'value',
  'qualifier',
  'unit',
  'date',
  'name',
  'language',
  'sentence',
] as const;
export type ErrorCause = (typeof errorCauses)[number];

/** One side of an error: the span, and what it means in the guideline's notation. */
export interface Reading extends Span {
  readonly label: string;
  readonly text: string;
  readonly value: string;
  readonly method?: string;
  readonly score?: number;
}

export interface ExtractionError {
  readonly cause: ErrorCause;
  readonly doc: string;
  readonly lang: string;
  /** Line of the gold file. */
  readonly line?: number;
  readonly gold?: Reading;
  readonly found?: Reading;
  readonly sentence: string;
}

/**
 * Lists what is wrong in a document: spans of one label are paired first, then what is left of other labels.
 * A pair gives one error, the first of boundary (names), code, qualifier, value, unit, date and name that applies.
 */
export function listErrors(gold: GoldDocument, found: PredictedDocument, around: Surroundings): ExtractionError[] {
  const records = labelRecords(found.records);
  const errors: ExtractionError[] = [];
  const add = (cause: ErrorCause, mark: GoldMention | undefined, record: LabelledRecord | undefined): void => {
    errors.push({
      cause,
      doc: gold.doc,
      lang: gold.lang,
      ...(mark === undefined
        ? {}
        : { ...(mark.line === undefined ? {} : { line: mark.line }), gold: readGoldMention(mark) }),
      ...(record === undefined ? {} : { found: readRecord(record) }),
      sentence: sentenceAround(gold.text, found, mark ?? record ?? { start: 0, end: 0 }),
    });
  };
  const same = pairUp(gold.mentions, records, (mark, record) => mark.label === record.label).filter(
    (pair) => pair.isRight,
  );
  for (const pair of same) {
    const cause = findPairCause(pair.gold, pair.found, around);
    if (cause !== undefined) add(cause, pair.gold, pair.found);
  }
  const pairedGold = new Set(same.map((pair) => pair.gold));
  const pairedFound = new Set(same.map((pair) => pair.found));
  const restGold = gold.mentions.filter((mark) => !pairedGold.has(mark));
  const restFound = records.filter((record) => !pairedFound.has(record));
  const crossed = pairUp(restGold, restFound, (mark, record) => mark.start === record.start && mark.end === record.end);
  for (const pair of crossed) add('type', pair.gold, pair.found);
  const crossedGold = new Set(crossed.map((pair) => pair.gold));
  const crossedFound = new Set(crossed.map((pair) => pair.found));
  for (const mark of restGold) if (!crossedGold.has(mark)) add('missed', mark, undefined);
  for (const record of restFound) if (!crossedFound.has(record)) add('spurious', undefined, record);
  errors.push(...listSentenceErrors(gold, found));
  return errors.sort((left, right) => startOf(left) - startOf(right));
}

function startOf({ gold, found }: ExtractionError): number {
  return gold?.start ?? found?.start ?? 0;
}

/** Cause of an error in a pair of one label, or undefined where the record is right. */
export function findPairCause(mark: GoldMention, record: LabelledRecord, around: Surroundings): ErrorCause | undefined {
  const isExact = mark.start === record.start && mark.end === record.end;
  if (mark.figure !== undefined) {
    if (!hasSameValue(mark.figure, record)) return 'value';
    if (mark.figure.qualifier !== record.qualifier) return 'qualifier';
    return isSameUnit(mark.unit, record.unit, record.lang) ? undefined : 'unit';
  }
  if (mark.edtf !== undefined) return isRightDate(mark, record, around) ? undefined : 'date';
  // the contract asks an exact span of names; a demonym's may differ
  if (!isExact && mark.label !== 'demonym') return 'boundary';
  if (mark.code !== (record.type === 'country' ? record.code : undefined)) return 'code';
  if (isNameJudged(mark, around) && record.type !== 'country' && !isSameName(mark, record)) return 'name';
  return undefined;
}

function listSentenceErrors(gold: GoldDocument, found: PredictedDocument): ExtractionError[] {
  if (gold.sentences === undefined) return [];
  const errors: ExtractionError[] = [];
  const spans = new Set(found.sentences.map(({ start, end }) => `${start}-${end}`));
  for (const sentence of gold.sentences.list) {
    const text = gold.text.slice(sentence.start, sentence.end);
    const base = {
      doc: gold.doc,
      lang: gold.lang,
      sentence: excerpt(text, { start: 0, end: text.length }, { start: 0, end: 0 }),
    };
    const reading = (value: string): Reading => ({
      label: 'sentence',
      start: sentence.start,
      end: sentence.end,
      text: flatten(text).slice(0, excerptLength),
      value,
    });
    const language = languageOver(sentence, found.sentences);
    if (sentence.lang !== undefined && language !== sentence.lang) {
      errors.push({ cause: 'language', ...base, gold: reading(sentence.lang), found: reading(language ?? 'none') });
    }
    if (gold.sentences.isComplete && !spans.has(`${sentence.start}-${sentence.end}`)) {
      errors.push({ cause: 'sentence', ...base, gold: reading('') });
    }
  }
  return errors;
}

/**
 * A gold mention as reports show it.
 * @example readGoldMention({ label: 'figure', start: 0, end: 12, text: 'plus de 220', … }).value // '>220 journalistes'
 */
export function readGoldMention(mark: GoldMention): Reading {
  const value =
    mark.figure !== undefined
      ? `${formatFigure(mark.figure)} ${mark.unit ?? ''}`.trim()
      : (mark.edtf ?? mark.code ?? mark.name ?? '');
  return { label: mark.label, start: mark.start, end: mark.end, text: mark.text, value };
}

/** A record as reports show it. */
export function readRecord(record: LabelledRecord): Reading {
  const value =
    record.type === 'figure' && record.qualifier !== undefined
      ? `${formatFigure({
          qualifier: record.qualifier,
          ...(record.value === undefined ? {} : { value: record.value }),
          ...(record.min === undefined ? {} : { min: record.min }),
          ...(record.max === undefined ? {} : { max: record.max }),
        })} ${record.unit ?? ''}`.trim()
      : (record.edtf ?? record.code ?? record.name ?? '');
  const { label, start, end, text, method, score } = record;
  return { label, start, end, text, value, method, score };
}

/** The sentence around a span: the output's, else the line of the text; long ones are cut around the span. */
export function sentenceAround(text: string, found: PredictedDocument | undefined, span: Span): string {
  const sentences = found?.sentences ?? [];
  const sentence = sentences[findLastStarting(sentences, span.start)];
  if (sentence !== undefined && sentence.end > span.start) return excerpt(text, sentence, span);
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.start);
  return excerpt(text, { start, end: end < 0 ? text.length : end }, span);
}

/** Longest sentence that a report shows whole. */
const excerptLength = 240;

function excerpt(text: string, sentence: Span, span: Span): string {
  if (sentence.end - sentence.start <= excerptLength) return flatten(text.slice(sentence.start, sentence.end));
  const middle = Math.round((span.start + span.end) / 2);
  const start = Math.max(sentence.start, Math.min(middle - excerptLength / 2, sentence.end - excerptLength));
  const end = Math.min(sentence.end, start + excerptLength);
  const cut = flatten(text.slice(start, end));
  return `${start > sentence.start ? '…' : ''}${cut}${end < sentence.end ? '…' : ''}`;
}

function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
