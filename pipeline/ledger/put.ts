// A decided record as a mention: what its keys say, and what follows from them by the rules of the stages.
import { countries } from '../countries/lexicon.ts';
import { findBoundsOf } from '../dates/parse.ts';
import type { Derivation, FigureMention, Mention, Qualifier } from '../document.ts';
import { composeDerivation } from '../figures/decimal.ts';
import { findKind } from '../figures/kind.ts';
import { contains, type Span } from '../text/span.ts';
import { type Amount, amountOf } from './fault.ts';
import type { Decided } from './schema.ts';

/**
 * The mention of a decided record, found by a person. Of a figure the derivation that was extracted is kept as far as it
 * still gives the decided value.
 *
 * @example putMention({ type: 'country', text: 'Maroc', start: 3, end: 8, code: 'MA' }, 0, []) // { …, name: 'Morocco', nameFr: 'Maroc' }
 * @param around what was extracted at its place
 * @returns undefined where a key is missing without which the record says nothing
 */
export function putMention(decided: Decided, sentence: number, around: readonly Mention[]): Mention | undefined {
  const { start, end, text } = decided;
  const base = { start, end, text, sentence, score: 1, method: 'human' };
  switch (decided.type) {
    case 'person':
    case 'organisation':
    case 'other':
      return { ...base, type: decided.type };
    case 'place':
      return { ...base, type: 'place', ...(decided.country === undefined ? {} : { country: decided.country }) };
    case 'country': {
      const country = decided.code === undefined ? undefined : countries.get(decided.code);
      return {
        ...base,
        type: 'country',
        ...(decided.code === undefined ? {} : { code: decided.code }),
        ...(country === undefined ? {} : { name: country.en, nameFr: country.fr }),
        via: decided.via ?? 'name',
      };
    }
    case 'date':
      return decided.edtf === undefined
        ? undefined
        : { ...base, type: 'date', edtf: decided.edtf, ...findBoundsOf(decided.edtf) };
    case 'figure':
      return toFigure(decided, base, around);
  }
}

function toFigure(
  decided: Decided,
  base: Span & { text: string; sentence: number; score: number; method: string },
  around: readonly Mention[],
): FigureMention | undefined {
  const amount = amountOf(decided);
  if (amount === undefined) return undefined;
  const qualifier: Qualifier = 'min' in amount ? 'range' : (decided.qualifier ?? 'exact');
  const { unit, fraction, approximate } = decided;
  const old = around.find((mention): mention is FigureMention => mention.type === 'figure');
  return {
    ...base,
    type: 'figure',
    kind: decided.kind ?? (old?.unit === unit ? old?.kind : undefined) ?? findKind(unit, fraction !== undefined),
    qualifier,
    ...amount,
    ...(approximate === undefined ? {} : { approximate }),
    ...(fraction === undefined ? {} : { fraction }),
    ...(unit === undefined ? {} : { unit }),
    derivation: derive(amount, { qualifier, unit, span: base }, old?.derivation ?? []),
  };
}

/** The old parts where they compose the decided value within the decided span, else one number for the whole span. */
function derive(
  amount: Amount,
  { qualifier, unit, span }: { qualifier: Qualifier; unit: string | undefined; span: Span },
  old: readonly Derivation[],
): Derivation[] {
  const isNumeric = ({ role, value }: Derivation): boolean =>
    role === 'number' || role === 'magnitude' || (role === 'qualifier' && value === 'range');
  const numbers = old.filter(isNumeric);
  const isHeld =
    numbers.length > 0 &&
    numbers.every((part) => contains(span, part)) &&
    JSON.stringify(composeDerivation(numbers)) === JSON.stringify(amount);
  const isKept = (part: Derivation): boolean => {
    if (isNumeric(part)) return isHeld;
    if (part.role === 'qualifier') return part.value === qualifier || (qualifier === 'range' && isHeld);
    return part.value === unit;
  };
  const kept = old.filter(isKept);
  if (isHeld) return kept;
  const whole = { start: span.start, end: span.end };
  const made: Derivation[] =
    'value' in amount
      ? [{ role: 'number', ...whole, value: amount.value }]
      : [
          { role: 'number', ...whole, value: amount.min },
          { role: 'qualifier', ...whole, value: 'range' },
          { role: 'number', ...whole, value: amount.max },
        ];
  const before = kept.filter(({ role }) => role === 'qualifier');
  return [...before, ...made, ...kept.filter(({ role }) => role !== 'qualifier')];
}
