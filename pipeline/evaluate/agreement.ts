// What makes an extracted value right: the rules of the contract ("How extraction is judged"), each a predicate.
import { foldName } from './fold.ts';
import { isSameDate } from './edtf.ts';
import type { FigureValue } from './marks.ts';
import type { PredictedDocument, PredictedRecord } from './predicted.ts';
import { isSameUnit } from './units.ts';
import type { GoldDocument, GoldMention } from './gold.ts';

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

/** What the judgement of a value needs to know of its document. */
export interface Surroundings {
  /** Text of the document. */
  readonly text: string;
  /** Date given beside the text, when known. */
  readonly date?: string | undefined;
  /** Folded names of the curated list of entities. */
  readonly curatedNames?: ReadonlySet<string> | undefined;
}

/** What judging a document needs to know of it. */
export function surroundingsOf(
  gold: GoldDocument,
  found: PredictedDocument | undefined,
  curatedNames?: ReadonlySet<string>,
): Surroundings {
  return { text: gold.text, date: found?.date, curatedNames };
}

/** Whether the year of a gold date is known from the text or from beside it: then `XXXX` is an omission. */
export function isYearKnown(year: string, { text, date }: Surroundings): boolean {
  return (date?.startsWith(year) ?? false) || new RegExp(`(?<!\\d)${year}(?!\\d)`).test(text);
}

/** Whether a record's value is right for the gold mention it was paired with; spans are judged elsewhere. */
export function isSameMeaning(gold: GoldMention, found: PredictedRecord, around: Surroundings): boolean {
  if (gold.figure !== undefined)
    return isSameFigure(gold.figure, found) && isSameUnit(gold.unit, found.unit, found.lang);
  if (gold.edtf !== undefined) return isRightDate(gold, found, around);
  if (gold.code !== undefined) return gold.code === found.code;
  return true;
}

export function isRightDate(gold: GoldMention, found: PredictedRecord, around: Surroundings): boolean {
  if (gold.edtf === undefined || found.edtf === undefined) return false;
  return isSameDate(gold.edtf, found.edtf, (year) => isYearKnown(year, around));
}

/**
 * Whether canonical names are judged for a gold mention: only where the gold name stands in the document or in the
 * curated list, since no program can find a name that is written nowhere.
 */
export function isNameJudged(gold: GoldMention, foldedText: string, { curatedNames }: Surroundings): boolean {
  if (gold.name === undefined) return false;
  // the mention itself is in the document: no search
  if (gold.name === gold.text) return true;
  const name = foldName(gold.name);
  return foldedText.includes(name) || (curatedNames?.has(name) ?? false);
}

export function isSameName(gold: GoldMention, found: PredictedRecord): boolean {
  return gold.name !== undefined && found.name !== undefined && foldName(gold.name) === foldName(found.name);
}
