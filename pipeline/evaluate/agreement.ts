// What makes an extracted value right: the rules of the contract ("How extraction is judged"), each a predicate.
import { foldName } from '../text/fold.ts';
import { isSameDate } from './edtf.ts';
import type { GoldMention } from './gold.ts';
import type { FigureValue } from './marks.ts';
import type { PredictedRecord } from './predicted.ts';
import type { Surroundings } from './surroundings.ts';

/** Values agree within 0.1 %. */
const tolerance = 0.001;

/**
 * Whether two numbers agree within 0.1 % of the gold one.
 * @example isSameNumber(0.6667, 2 / 3) // true
 */
export function isSameNumber(gold: number | undefined, found: number | undefined): boolean {
  if (gold === undefined || found === undefined) return false;
  // a hair above, so that 1000 and 1001 agree in binary too
  return Math.abs(gold - found) <= Math.abs(gold) * tolerance * (1 + 1e-9);
}

/** Whether the value alone agrees, both ends of a range; the qualifier may differ. */
export function hasSameValue(gold: FigureValue, found: Pick<PredictedRecord, 'value' | 'min' | 'max'>): boolean {
  if (gold.min !== undefined) return isSameNumber(gold.min, found.min) && isSameNumber(gold.max, found.max);
  return isSameNumber(gold.value, found.value);
}

/**
 * Whether value and qualifier of a figure are right.
 * @example isSameFigure({ qualifier: 'more_than', value: 220 }, { qualifier: 'exact', value: 220 }) // false
 */
export function isSameFigure(
  gold: FigureValue,
  found: Pick<PredictedRecord, 'qualifier' | 'value' | 'min' | 'max'>,
): boolean {
  return gold.qualifier === found.qualifier && hasSameValue(gold, found);
}

export function isRightDate(gold: GoldMention, found: PredictedRecord, around: Surroundings): boolean {
  if (gold.edtf === undefined || found.edtf === undefined) return false;
  return isSameDate(gold.edtf, found.edtf, around.hasYear);
}

/**
 * Whether canonical names are judged for a gold mention: only where the gold name stands in the document or in the
 * curated list, since no program can find a name that is written nowhere.
 */
export function isNameJudged(gold: GoldMention, around: Surroundings): boolean {
  if (gold.name === undefined) return false;
  // the mention itself is in the document: no search
  return gold.name === gold.text || around.hasName(gold.name);
}

export function isSameName(gold: GoldMention, found: PredictedRecord): boolean {
  return gold.name !== undefined && found.name !== undefined && foldName(gold.name) === foldName(found.name);
}
