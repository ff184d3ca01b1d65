// Which gold mentions turned right or wrong in one cell, and which spurious records came or went.
import type { Surroundings } from './surroundings.ts';
import type { GoldDocument } from './gold.ts';
import { type LabelledRecord, labelRecords, pairRow, type RowRule } from './judge.ts';
import type { PredictedDocument } from './predicted.ts';

/** Counts what turned worse and better in one document for one row. A wrong boundary is one event, not two. */
export function countTurned(
  rule: RowRule,
  gold: GoldDocument,
  before: PredictedDocument,
  after: PredictedDocument,
  around: Surroundings,
): { worse: number; better: number } {
  const old = outcome(rule, gold, before, around);
  const now = outcome(rule, gold, after, around);
  let worse = 0;
  let better = 0;
  for (const mention of gold.mentions) {
    if (old.right.has(mention) && !now.right.has(mention)) worse += 1;
    if (!old.right.has(mention) && now.right.has(mention)) better += 1;
  }
  for (const key of now.spurious) if (!old.spurious.has(key)) worse += 1;
  for (const key of old.spurious) if (!now.spurious.has(key)) better += 1;
  return { worse, better };
}

function outcome(rule: RowRule, gold: GoldDocument, found: PredictedDocument, around: Surroundings) {
  const records = labelRecords(found.records);
  const pairs = pairRow(rule, gold.mentions, records, around);
  const paired = new Set(pairs.map((pair) => pair.found));
  const right = new Set(pairs.filter((pair) => pair.isRight).map((pair) => pair.gold));
  const spurious = new Set(records.filter((record) => rule.isFound(record) && !paired.has(record)).map(keyOf));
  return { right, spurious };
}

function keyOf({ start, end, label }: LabelledRecord): string {
  return `${label} ${start}-${end}`;
}
