// Whether what is extracted is what was decided, and how to say what each is.
import type { Mention } from '../document.ts';
import { type Decided, decidedKeys } from './schema.ts';

// names are compared apart, the span and its text first of all
const other: ReadonlySet<string> = new Set(['type', 'text', 'start', 'end', 'name', 'country']);
const typed = decidedKeys.filter((key) => !other.has(key));

/**
 * Whether a mention is the decided record: span, type and what the type carries. Names are compared when they are known.
 * @example isSameRecord(mention, { type: 'country', text: 'Maroc', start: 3, end: 8, code: 'MA' }) // true
 */
export function isSameRecord(mention: Mention, decided: Decided): boolean {
  if (mention.type !== decided.type || mention.start !== decided.start || mention.end !== decided.end) return false;
  const found: Partial<Record<keyof Mention | (typeof typed)[number], unknown>> = { ...mention };
  return typed.every((key) => {
    // a key that a person did not give follows from the others
    if (decided[key] === undefined && (key === 'via' || key === 'kind' || key === 'qualifier')) return true;
    return JSON.stringify(found[key]) === JSON.stringify(decided[key]);
  });
}

/**
 * A record in words.
 * @example describe({ type: 'figure', text: '220', value: 220, unit: 'journalistes', … }) // '"220" as figure 220 journalistes'
 */
export function describe(record: Mention | Decided): string {
  const { type, text } = record;
  const keys: Partial<Record<keyof Decided, unknown>> = { ...record };
  const said = [keys.code, keys.qualifier === 'exact' ? undefined : keys.qualifier, keys.value, keys.min, keys.max];
  const words = [...said, keys.unit, keys.edtf].filter((word) => word !== undefined).map(String);
  return [`"${text.length > 60 ? `${text.slice(0, 60)}…` : text}" as ${type}`, ...words].join(' ');
}
