// Judges one document: which records are right for which row of the report, and the counts of every measure.
import { bySpan } from '../text/span.ts';
import { isNameJudged, isRightDate, isSameFigure, isSameName } from './agreement.ts';
import type { Surroundings } from './surroundings.ts';
import type { GoldDocument, GoldMention, Label } from './gold.ts';
import { countLinks } from './links.ts';
import { type Pair, pairUp } from './matching.ts';
import { labelOf, type PredictedDocument, type PredictedRecord } from './predicted.ts';
import { countSemeval, semevalMeasures } from './semeval.ts';
import { countSentences } from './sentence-counts.ts';
import { cellKey, type Counts, type Tally } from './tally.ts';
import { isSameUnit } from './units.ts';

/** A record with the label under which it is compared. */
export interface LabelledRecord extends PredictedRecord {
  readonly label: Label;
}

type IsRight = (gold: GoldMention, found: LabelledRecord, around: Surroundings) => boolean;

export interface RowRule {
  readonly row: string;
  /** The measure by which the row is accepted and guarded. */
  readonly measure: string;
  readonly isGold: (mention: GoldMention) => boolean;
  readonly isFound: (record: LabelledRecord) => boolean;
  readonly isRight: IsRight;
}

const isExact: IsRight = (gold, found) =>
  gold.label === found.label && gold.start === found.start && gold.end === found.end;

const isFigure: IsRight = (gold, found) => gold.figure !== undefined && isSameFigure(gold.figure, found);

function labelRow(row: string, labels: readonly Label[]): RowRule {
  const hasLabel = ({ label }: { label: Label }): boolean => labels.includes(label);
  return { row, measure: 'strict', isGold: hasLabel, isFound: hasLabel, isRight: isExact };
}

/** The rows of the report, in its order. `place` takes countries' names too, `country` judges their codes. */
export const rowRules: readonly RowRule[] = [
  labelRow('person', ['person']),
  labelRow('organisation', ['organisation']),
  labelRow('place', ['place']),
  labelRow('names', ['person', 'organisation', 'place']),
  labelRow('other', ['other']),
  {
    row: 'country',
    measure: 'code',
    isGold: (mention) => mention.code !== undefined,
    isFound: (record) => record.type === 'country',
    isRight: (gold, found) => gold.code === found.code,
  },
  {
    row: 'figure',
    measure: 'value',
    isGold: (mention) => mention.label === 'figure',
    isFound: (record) => record.label === 'figure',
    isRight: isFigure,
  },
  {
    row: 'figure',
    measure: 'unit',
    isGold: (mention) => mention.label === 'figure',
    isFound: (record) => record.label === 'figure',
    isRight: (gold, found, around) => isFigure(gold, found, around) && isSameUnit(gold.unit, found.unit, found.lang),
  },
  {
    row: 'date',
    measure: 'edtf',
    isGold: (mention) => mention.label === 'date',
    isFound: (record) => record.label === 'date',
    isRight: isRightDate,
  },
];

/** Spans of these are also counted by the four SemEval measures. */
const semevalRows: readonly (readonly [string, readonly Label[]])[] = [
  ['person', ['person']],
  ['organisation', ['organisation']],
  ['place', ['place']],
  ['names', ['person', 'organisation', 'place']],
  ['other', ['other']],
  ['demonym', ['demonym']],
  ['figure', ['figure']],
  ['date', ['date']],
  ['all', ['person', 'organisation', 'place', 'other', 'demonym', 'figure', 'date']],
];

/** Records of a document as the scorer reads them: labelled and in order. */
export function labelRecords(records: readonly PredictedRecord[]): LabelledRecord[] {
  return records.map((record) => ({ ...record, label: labelOf(record) })).sort(bySpan);
}

/** The pairs of one row. */
export function pairRow(
  rule: RowRule,
  mentions: readonly GoldMention[],
  records: readonly LabelledRecord[],
  around: Surroundings,
): Pair<GoldMention, LabelledRecord>[] {
  return pairUp(mentions.filter(rule.isGold), records.filter(rule.isFound), (gold, found) =>
    rule.isRight(gold, found, around),
  );
}

/**
 * Counts of one document under every row and measure.
 * @param found the output for the document; undefined where it is lost, all gold is missed then
 */
export function tallyDocument(gold: GoldDocument, found: PredictedDocument | undefined, around: Surroundings): Tally {
  const tally = new Map<string, Counts>();
  const records = labelRecords(found?.records ?? []);
  for (const [row, labels] of semevalRows) {
    const marks = gold.mentions.filter(({ label }) => labels.includes(label));
    const spans = records.filter(({ label }) => labels.includes(label));
    for (const measure of semevalMeasures) tally.set(cellKey(row, measure), countSemeval(measure, marks, spans));
  }
  for (const rule of rowRules) {
    const pairs = pairRow(rule, gold.mentions, records, around);
    const right = pairs.filter((pair) => pair.isRight).length;
    const sizes = { gold: gold.mentions.filter(rule.isGold).length, found: records.filter(rule.isFound).length };
    tally.set(cellKey(rule.row, rule.measure), { ...sizes, goldRight: right, foundRight: right });
    if (rule.row === 'country') {
      tally.set(cellKey(rule.row, 'type'), { ...sizes, goldRight: pairs.length, foundRight: pairs.length });
    }
  }
  const named = pairNames(gold, records, around);
  for (const [key, counts] of countNames(named, around)) tally.set(key, counts);
  const links = countLinks(named);
  tally.set(cellKey('links', 'pairs'), links.pairs);
  tally.set(cellKey('links', 'b3'), links.b3);
  if (gold.sentences !== undefined) {
    for (const [measure, counts] of countSentences(gold.sentences, found?.sentences ?? [])) {
      tally.set(cellKey('sentence', measure), counts);
    }
  }
  return tally;
}

/** Names found: same span and type. Countries are joined by their code and take no part. */
export function pairNames(
  gold: GoldDocument,
  records: readonly LabelledRecord[],
  around: Surroundings,
): Pair<GoldMention, LabelledRecord>[] {
  return pairUp(gold.mentions.filter(isLinked), records.filter(isLinkedRecord), (mark, record) =>
    isExact(mark, record, around),
  ).filter((pair) => pair.isRight);
}

function isLinked(mention: GoldMention): boolean {
  return mention.name !== undefined;
}

function isLinkedRecord(record: LabelledRecord): boolean {
  return record.type !== 'country' && record.label !== 'figure' && record.label !== 'date';
}

/** Canonical names: accuracy among mentions found whose gold name could be known. */
function countNames(named: readonly Pair<GoldMention, LabelledRecord>[], around: Surroundings): Map<string, Counts> {
  const judged = named.filter(({ gold }) => isNameJudged(gold, around));
  const counts = new Map<string, Counts>();
  for (const [row, labels] of semevalRows.slice(0, 5)) {
    const pairs = judged.filter(({ gold }) => labels.includes(gold.label));
    const right = pairs.filter(({ gold, found }) => isSameName(gold, found)).length;
    counts.set(cellKey(row, 'name'), { gold: pairs.length, found: pairs.length, goldRight: right, foundRight: right });
  }
  return counts;
}
