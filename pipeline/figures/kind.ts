// The kind of a figure from its unit alone: for figures that a person wrote.
import type { FigureKind } from '../document.ts';
import { readTable } from '../text/resource.ts';

const kindOf = new Map<string, FigureKind>();
for (const { unit = '', kind = '' } of readTable('figures/data/units.tsv')) {
  kindOf.set(unit, kind === 'time' ? 'duration' : kind === 'percent' ? 'percent' : 'measure');
}
for (const { code = '' } of readTable('figures/data/currencies.tsv')) kindOf.set(code, 'money');

/**
 * The kind that a unit makes: a listed unit its own, a fraction without one is a ratio, all else counts.
 * @example findKind('EUR', false) // 'money'
 */
export function findKind(unit: string | undefined, isFraction: boolean): FigureKind {
  return (unit === undefined ? undefined : kindOf.get(unit)) ?? (isFraction ? 'ratio' : 'count');
}
