// What a mention means, in words: its value, its parts, where it came from.
import type { Fault, Mention, Part } from '../messages.ts';
import { formatNumber, getLanguage, say, sayAny, type WordKey } from './words.ts';

export const typeOrder = ['person', 'organisation', 'place', 'country', 'other', 'figure', 'date'] as const;

const signs: Readonly<Record<string, string>> = {
  exact: '',
  approximate: '≈ ',
  more_than: '> ',
  at_least: '≥ ',
  less_than: '< ',
  at_most: '≤ ',
  range: '',
};
const roles = {
  qualifier: 'roleQualifier',
  number: 'roleNumber',
  magnitude: 'roleMagnitude',
  unit: 'roleUnit',
  noun: 'roleNoun',
} as const;

/** What is wrong with a record, in words. */
export const faultKeys = {
  span: 'faultSpan',
  sentence: 'faultSentence',
  code: 'faultCode',
  value: 'faultValue',
  edtf: 'faultEdtf',
} as const satisfies Readonly<Record<Fault, WordKey>>;

/** Names of countries by code, filled when the page opens. */
export const countryNames = new Map<string, { fr: string; en: string }>();

/**
 * The value of a mention.
 * @example describeValue({ type: 'figure', qualifier: 'more_than', value: 220, unit: 'journalistes', … }) // '> 220 journalistes'
 */
export function describeValue(mention: Partial<Mention>): string {
  switch (mention.type) {
    case 'figure': {
      const isRange = mention.qualifier === 'range';
      const number = isRange
        ? `${mention.approximate === true ? '≈ ' : ''}${numberOf(mention.min)} – ${numberOf(mention.max)}`
        : `${signs[mention.qualifier ?? 'exact'] ?? ''}${numberOf(mention.value)}`;
      const fraction = mention.fraction === undefined ? '' : ` (${mention.fraction.join('/')})`;
      return `${number}${fraction}${mention.unit === undefined ? '' : ` ${unitOf(mention.unit, mention.value ?? mention.max ?? 2)}`}`;
    }
    case 'date':
      return mention.edtf ?? '';
    case 'country':
      return mention.code === undefined ? '?' : `${countryName(mention.code)} · ${mention.code}`;
    case 'place':
      return [mention.name ?? mention.text, mention.country === undefined ? '' : countryName(mention.country)]
        .filter((word) => word !== '')
        .join(' · ');
    default:
      return mention.name ?? mention.text ?? '';
  }
}

/** A unit as it is read: times in words, all else as it stands in the record. */
function unitOf(unit: string, count: number): string {
  const key = `unit_${unit}`;
  const word = sayAny(key, { n: count });
  return word === key ? unit : word;
}

/** What the value says beside itself: the kind of a figure, the way a country is named. */
export function describeKind(mention: Partial<Mention>): string {
  if (mention.type === 'figure')
    return [mention.kind, mention.qualifier === 'exact' ? undefined : mention.qualifier]
      .filter((word) => word !== undefined)
      .map((word) => sayAny(word))
      .join(' · ');
  if (mention.type === 'country' && mention.via !== undefined) return say(viaKeys[mention.via]);
  return '';
}

export const viaKeys = { name: 'viaName', demonym: 'viaDemonym', periphrasis: 'viaPeriphrasis' } as const;

export function countryName(code: string): string {
  return countryNames.get(code)?.[getLanguage()] ?? code;
}

/** @example describeMethod('rule:figure.money') // 'rule figure.money' */
export function describeMethod(method: string | undefined): string {
  if (method === undefined) return '';
  const [kind = '', name = ''] = method.split(/:(.*)/u);
  if (kind === 'human') return say('byHuman');
  return `${kind === 'model' ? say('byModel') : say('byRule')} ${name}`;
}

export function describeRole(part: Part): string {
  return say(roles[part.role]);
}

/** The short label under a part of a figure. */
export function partLabel(part: Part): string {
  const { role, value } = part;
  if (role === 'qualifier') return (signs[String(value)] ?? '').trim() || sayAny(String(value));
  if (role === 'number') return numberOf(Number(value));
  if (role === 'magnitude') return `× ${numberOf(Number(value))}`;
  return role === 'unit' ? unitOf(String(value), 2) : say('unit').toLowerCase();
}

export function describePartValue({ role, value }: Part): string {
  if (role === 'qualifier') return sayAny(String(value));
  if (role === 'magnitude') return `× ${numberOf(Number(value))}`;
  return typeof value === 'number' ? numberOf(value) : value;
}

const reasons: Readonly<Record<string, 'leadNearMiss' | 'leadElsewhere' | 'leadDigits' | 'leadCapitals'>> = {
  'near-miss': 'leadNearMiss',
  'marked-elsewhere': 'leadElsewhere',
  digits: 'leadDigits',
  capitals: 'leadCapitals',
};

export function describeReason(reason: string): string {
  const key = reasons[reason];
  return key === undefined ? reason : say(key);
}

/** Why two entities may be one; what is not known here stands as it is. */
export function describeDoubt(reason: string): string {
  const [, name, kind] = /^"(.+)" (is short for several|alone)$/u.exec(reason) ?? [];
  if (name === undefined) return reason;
  return say(kind === 'alone' ? 'doubtAlone' : 'doubtSeveral', { name });
}

export function describeScore(score: number): string {
  return `${Math.round(score * 100)} %`;
}

function numberOf(value: number | undefined): string {
  return value === undefined ? '?' : formatNumber(value);
}
