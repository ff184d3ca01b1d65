// Whether a changed record is better or worse than before, as far as gold says.
import { findLastStarting, overlaps } from '../text/span.ts';
import { hasSameValue, isNameJudged, isRightDate, isSameName } from './agreement.ts';
import type { Surroundings } from './surroundings.ts';
import type { GoldMention } from './gold.ts';
import type { LabelledRecord } from './judge.ts';
import { isSameUnit } from './units.ts';

export type Verdict = 'better' | 'worse' | 'unknown';

/** Gold of a document, as verdicts need it. */
export interface GoldView {
  readonly mentions: readonly GoldMention[];
  readonly around: Surroundings;
}

/**
 * Compares a record before and after; a missing side is a record that is not there.
 * Unknown where gold prefers neither, as when one wrong value took the place of another.
 */
export function judgeChange(
  before: LabelledRecord | undefined,
  after: LabelledRecord | undefined,
  gold: GoldView,
): Verdict {
  const difference = gradeOf(after, gold) - gradeOf(before, gold);
  if (difference === 0) return 'unknown';
  return difference > 0 ? 'better' : 'worse';
}

/**
 * How much of a record is right: 0 for no record, below 0 for one that gold does not have under that label.
 */
function gradeOf(record: LabelledRecord | undefined, { mentions, around }: GoldView): number {
  if (record === undefined) return 0;
  const touched: GoldMention[] = [];
  // marks are disjoint and in order: the first that can overlap is the last that starts before the record
  for (let index = Math.max(0, findLastStarting(mentions, record.start)); index < mentions.length; index += 1) {
    const mention = mentions[index];
    if (mention === undefined || mention.start >= record.end) break;
    if (overlaps(mention, record)) touched.push(mention);
  }
  const same = touched.filter((mention) => mention.label === record.label);
  if (same.length === 0) return touched.length === 0 ? -1 : -0.5;
  return Math.max(...same.map((mention) => gradeAgainst(mention, record, around)));
}

function gradeAgainst(mention: GoldMention, record: LabelledRecord, around: Surroundings): number {
  const isExact = mention.start === record.start && mention.end === record.end;
  if (mention.figure !== undefined) {
    const hasQualifier = mention.figure.qualifier === record.qualifier;
    // a right value outweighs the rest: it is what a reader checks
    return (
      1 +
      (hasSameValue(mention.figure, record) ? 4 : 0) +
      (hasQualifier ? 2 : 0) +
      (isSameUnit(mention.unit, record.unit, record.lang) ? 1 : 0) +
      (isExact ? 0.25 : 0)
    );
  }
  if (mention.edtf !== undefined) return 1 + (isRightDate(mention, record, around) ? 2 : 0) + (isExact ? 0.25 : 0);
  const spanGrade = isExact ? 3 : 0.5;
  const code = mention.code === (record.type === 'country' ? record.code : undefined) ? 2 : 0;
  const name = isNameJudged(mention, around) && isSameName(mention, record) ? 1 : 0;
  return spanGrade + code + name;
}
