// The fields of one mark of the guideline, checked: what a surface means in each of the seven types.
import { countryCodes } from './country-codes.ts';
import { findEdtfFault } from './edtf.ts';

export const markTypes = ['PER', 'ORG', 'LOC', 'MISC', 'DEM', 'FIG', 'DATE'] as const;
export type MarkType = (typeof markTypes)[number];

export type Qualifier = 'exact' | 'approximate' | 'more_than' | 'at_least' | 'less_than' | 'at_most' | 'range';

/** Value of a figure: `value`, or `min` and `max` for a range. */
export interface FigureValue {
  readonly qualifier: Qualifier;
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
}

/** What a mark says beyond its span. */
export interface MarkFields {
  /** Canonical name where the mark gives one. */
  readonly name?: string;
  readonly code?: string;
  readonly figure?: FigureValue;
  /** Unit of a figure; undefined where the mark leaves it empty. */
  readonly unit?: string;
  readonly edtf?: string;
}

/** Fewest and most extra fields of each type. */
const fieldCounts: Readonly<Record<MarkType, readonly [number, number]>> = {
  PER: [0, 1],
  ORG: [0, 1],
  LOC: [0, 1],
  MISC: [0, 1],
  DEM: [1, 1],
  FIG: [2, 2],
  DATE: [1, 1],
};

const qualifiers: Readonly<Record<string, Qualifier>> = {
  '': 'exact',
  '~': 'approximate',
  '>': 'more_than',
  '>=': 'at_least',
  '<': 'less_than',
  '<=': 'at_most',
};

// a unit is a noun, a symbol or a code: these are words for a code, so that two annotators cannot differ
const spelledUnits: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  $: 'USD',
  '£': 'GBP',
  percent: '%',
  'per cent': '%',
  'pour cent': '%',
};

/**
 * Reads the extra fields of a mark.
 * @example readFields('FIG', ['>220', 'journalistes']) // { figure: { qualifier: 'more_than', value: 220 }, unit: 'journalistes' }
 * @returns the fields, or the reason why they are refused
 */
export function readFields(type: MarkType, extra: readonly string[]): MarkFields | string {
  const [fewest, most] = fieldCounts[type];
  if (extra.length < fewest) return `missing field: ${type} wants ${fewest} after the surface, got ${extra.length}`;
  if (extra.length > most) return `too many fields: ${type} takes ${most} after the surface, got ${extra.length}`;
  const [first, second] = extra;
  if (first === undefined) return {};
  const blank = extra.find((field) => field !== field.trim());
  if (blank !== undefined) return `blank at the edge of the field "${blank}"`;
  if (type === 'FIG') return readFigure(first, second ?? '');
  if (first === '') return `empty field: leave out the bar where ${type} has nothing to say`;
  if (type === 'DATE') {
    const fault = findEdtfFault(first);
    return fault === undefined ? { edtf: first } : `bad date: ${fault}`;
  }
  if (type === 'LOC' || type === 'DEM') {
    return countryCodes.has(first) ? { code: first } : `unknown country code: "${first}" is not in ISO 3166-1`;
  }
  return { name: first };
}

function readFigure(value: string, unit: string): MarkFields | string {
  const figure = parseFigureValue(value);
  if (figure === undefined)
    return `bad value: "${value}" is not a figure's value (65, >220, >=180, <37, <=50, ~1500000, 10..20)`;
  if (figure.min !== undefined && figure.max !== undefined && figure.min > figure.max) {
    return `bad value: the range "${value}" ends below its beginning`;
  }
  const code = spelledUnits[unit];
  if (code !== undefined) return `bad unit: "${unit}" is written "${code}"`;
  if (unit !== '' && !/[\p{L}%‰°]/u.test(unit)) return `bad unit: "${unit}" is neither a noun nor a symbol`;
  return { figure, ...(unit === '' ? {} : { unit }) };
}

/**
 * Value field of a figure.
 * @example parseFigureValue('10..20') // { qualifier: 'range', min: 10, max: 20 }
 */
export function parseFigureValue(value: string): FigureValue | undefined {
  const range = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/.exec(value);
  if (range !== null) return { qualifier: 'range', min: Number(range[1]), max: Number(range[2]) };
  const single = /^([<>]=?|~|)(-?\d+(?:\.\d+)?)$/.exec(value);
  const qualifier = single === null ? undefined : qualifiers[single[1] ?? ''];
  return qualifier === undefined ? undefined : { qualifier, value: Number(single?.[2]) };
}

/**
 * A figure in the guideline's notation, as reports show it.
 * @example formatFigure({ qualifier: 'at_least', value: 180 }) // '>=180'
 */
export function formatFigure(figure: FigureValue): string {
  if (figure.qualifier === 'range') return `${figure.min ?? '?'}..${figure.max ?? '?'}`;
  const sign = Object.entries(qualifiers).find(([, qualifier]) => qualifier === figure.qualifier)?.[0] ?? '';
  return `${sign}${figure.value ?? '?'}`;
}
