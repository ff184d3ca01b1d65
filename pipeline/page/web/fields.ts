// The fields of a record in the editor: which there are depends on its type.
import type { Decided } from '../../ledger/schema.ts';
import type { Proposals } from '../messages.ts';
import { viaKeys } from './describe.ts';
import { fill } from './dom.ts';
import { countryField, inputField, selectField } from './inputs.ts';
import { parseNumber } from './number.ts';
import { say } from './words.ts';

export interface FieldsOptions {
  readonly proposals: Proposals;
  readonly units: readonly (readonly [unit: string, kind: string])[];
  readonly slice: (start: number, end: number) => string;
  /** The record as it is now. */
  readonly current: () => Decided;
  /** Takes what was typed: the fields stay as they are. */
  readonly take: (record: Decided) => void;
  /** Takes what changes which fields there are. */
  readonly redraw: (record: Decided) => void;
}

const qualifiers = ['exact', 'approximate', 'more_than', 'at_least', 'less_than', 'at_most', 'range'] as const;
const kinds = ['count', 'money', 'percent', 'duration', 'age', 'measure', 'ratio'] as const;

/** Draws the fields of the record's type into their place. */
export function drawFields(fields: HTMLElement, options: FieldsOptions): void {
  const { type } = options.current();
  fill(
    fields,
    ...(type === 'figure'
      ? figureFields(fields, options)
      : type === 'date'
        ? dateFields(options)
        : type === 'country'
          ? countryFields(options)
          : nameFields(options)),
  );
}

function nameFields(options: FieldsOptions): HTMLElement[] {
  const { type, name = '', country } = options.current();
  const field = inputField('name', name, (value) => set(options, 'name', value === '' ? undefined : value), {
    hint: 'nameHint',
    options: options.proposals.names,
  });
  return type === 'place'
    ? [field, countryField('countryOf', country, (code) => set(options, 'country', code), true)]
    : [field];
}

function countryFields(options: FieldsOptions): HTMLElement[] {
  const { code: current, via = 'name' } = options.current();
  return [
    countryField('countryCode', current, (code) => set(options, 'code', code), false),
    selectField(
      'via',
      Object.keys(viaKeys),
      via,
      (value) => set(options, 'via', value),
      (value) => say(viaKeys[value as keyof typeof viaKeys]),
    ),
  ];
}

function dateFields(options: FieldsOptions): HTMLElement[] {
  const { edtf = '' } = options.current();
  return [inputField('edtf', edtf, (value) => set(options, 'edtf', value), { hint: 'edtfHint', isRequired: true })];
}

function figureFields(fields: HTMLElement, options: FieldsOptions): HTMLElement[] {
  const { qualifier = 'exact', value, min, max, unit = '', kind = 'count' } = options.current();
  const number = (key: 'value' | 'min' | 'max', current: number | undefined): HTMLElement =>
    inputField(key, current === undefined ? '' : String(current), (text) => set(options, key, parseNumber(text)), {
      isRequired: true,
      mode: 'decimal',
    });
  const values = qualifier === 'range' ? [number('min', min), number('max', max)] : [number('value', value)];
  return [
    selectField('qualifier', qualifiers, qualifier, (chosen) => {
      const { value: _value, min: _min, max: _max, approximate: _about, ...rest } = options.current();
      const isRange = chosen === 'range';
      options.redraw({
        ...rest,
        qualifier: chosen as (typeof qualifiers)[number],
        ...(isRange ? withNumber('min', min ?? value) : withNumber('value', value ?? min)),
        ...(isRange ? withNumber('max', max) : {}),
      });
    }),
    ...values,
    inputField(
      'unit',
      unit,
      (text) => {
        const known = options.units.find(([word]) => word === text)?.[1];
        const isKept = known === 'duration' && options.current().kind === 'age';
        set(options, 'unit', text === '' ? undefined : text);
        if (!isKept && options.current().kind !== 'ratio') set(options, 'kind', known ?? 'count');
        const select = fields.querySelector<HTMLSelectElement>('select[name=kind]');
        if (select !== null) select.value = options.current().kind ?? 'count';
      },
      { hint: 'unitHint', options: unitOptions(options) },
    ),
    selectField('kind', kinds, kind, (chosen) => set(options, 'kind', chosen)),
  ];
}

function unitOptions({ current, proposals, slice, units }: FieldsOptions): string[] {
  const { end } = current();
  // the words that follow are what is counted, most of the time
  const after = proposals.words
    .filter(([start]) => start >= end)
    .slice(0, 3)
    .map(([start, wordEnd]) => slice(start, wordEnd));
  const nouns = [after.slice(0, 1), after.slice(0, 2), after.slice(0, 3)]
    .map((words) => words.join(' '))
    .filter((word) => /\p{L}{2}/u.test(word));
  return [...new Set([...nouns, ...units.map(([unit]) => unit)])];
}

function set({ current, take }: FieldsOptions, key: keyof Decided, value: string | number | undefined): void {
  const { [key]: _, ...rest } = current();
  take({ ...rest, ...(value === undefined ? {} : { [key]: value }) } as Decided); // one key of the record replaced by a value of its kind
}

function withNumber(key: 'value' | 'min' | 'max', number: number | undefined): Partial<Decided> {
  return number === undefined ? {} : { [key]: number };
}
