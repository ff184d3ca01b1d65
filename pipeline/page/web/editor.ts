// The correction of a mention: likely alternatives first, then span, type and values. Everything by keyboard or touch.
import type { Decided } from '../../ledger/schema.ts';
import type { MentionType, Proposal, Proposals } from '../messages.ts';
import { countryNames, describeKind, describeValue, typeOrder, viaKeys } from './describe.ts';
import { typeChip } from './card.ts';
import { fill, h, keyButton } from './dom.ts';
import { parseNumber } from './number.ts';
import { getLanguage, say, sayAny, type WordKey } from './words.ts';

export interface EditorOptions {
  /** What it begins with. */
  readonly record: Decided;
  readonly proposals: Proposals;
  readonly units: readonly (readonly [string, string])[];
  /** Text of the document between two offsets, as far as the page has it. */
  readonly slice: (start: number, end: number) => string;
  readonly onDraft: (record: Decided) => void;
  readonly onSave: (record: Decided) => void;
  /** Absent where there is nothing alike. */
  readonly onEverywhere?: ((record: Decided) => void) | undefined;
  readonly onCancel: () => void;
}

const whyKeys: Readonly<Record<string, WordKey>> = {
  candidate: 'whyCandidate',
  rival: 'whyRival',
  rule: 'whyRule',
  shorter: 'whyShorter',
  longer: 'whyLonger',
};
const qualifiers = ['exact', 'approximate', 'more_than', 'at_least', 'less_than', 'at_most', 'range'] as const;
const kinds = ['count', 'money', 'percent', 'duration', 'age', 'measure', 'ratio'] as const;
const likelyLimit = 8;

export class Editor {
  readonly element = h('section', { class: 'editor', 'aria-label': say('correct') });
  readonly #options: EditorOptions;
  readonly #likely: readonly Proposal[];
  readonly #fault = h('p', { class: 'fault', role: 'alert' });
  readonly #fields = h('div', { class: 'fields' });
  readonly #likelyList = h('div', { class: 'likely', role: 'listbox', 'aria-label': say('likely'), tabindex: 0 });
  readonly #spanText = h('output', { class: 'span-text' });
  readonly #typeRow = h('div', { class: 'types', role: 'radiogroup', 'aria-label': say('type') });
  #record: Decided;
  #chosen = -1;

  constructor(options: EditorOptions) {
    this.#options = options;
    this.#record = options.record;
    // other types have keys of their own just below
    this.#likely = options.proposals.proposals.filter(({ why }) => why !== 'type').slice(0, likelyLimit);
    this.#draw();
  }

  get record(): Decided {
    return this.#record;
  }

  focus(): void {
    // opened for a value that is missing: there
    if (faultOf(this.#record) !== undefined && !this.#check()) return;
    const chosen = this.#typeRow.querySelector<HTMLElement>('[aria-checked=true]');
    const first = this.#likely.length > 0 ? this.#likelyList : chosen;
    first?.focus();
  }

  /** Sets the span, as selected in the text. */
  setSpan(start: number, end: number): void {
    if (end <= start) return;
    this.#change({ ...this.#record, start, end, text: this.#options.slice(start, end) });
  }

  setType(type: MentionType): void {
    if (type === this.#record.type) return;
    const { start, end, text } = this.#record;
    const proposed =
      this.#options.proposals.proposals.find(
        ({ record }) => record.type === type && record.start === start && record.end === end,
      ) ??
      this.#options.proposals.proposals.find(
        ({ record }) => record.type === type && record.start < end && start < record.end,
      );
    const isName = type !== 'figure' && type !== 'date' && type !== 'country';
    const { name } = this.#record;
    this.#change(
      proposed === undefined
        ? { type, text, start, end, ...(isName && name !== undefined ? { name } : {}) }
        : { ...proposed.record, start, end, text, ...(isName && name !== undefined ? { name } : {}) },
    );
  }

  onKey(event: KeyboardEvent): boolean {
    const { key } = event;
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (key === 'Escape') {
      this.#options.onCancel();
      return true;
    }
    if (key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      if (event.shiftKey) this.#everywhere();
      else this.save();
      return true;
    }
    if (isTyping) return false;
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      this.#step(event.shiftKey ? 'start' : 'end', key === 'ArrowLeft' ? -1 : 1);
      return true;
    }
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      this.#choose(this.#chosen + (key === 'ArrowDown' ? 1 : -1));
      return true;
    }
    const type = typeOrder[Number(key) - 1];
    if (type !== undefined) {
      this.setType(type);
      return true;
    }
    if (key === 'g' || key === 'G') {
      this.#everywhere();
      return true;
    }
    return false;
  }

  save(): void {
    if (this.#check()) this.#options.onSave(this.#record);
  }

  /** Whether the record is whole; says what is missing. */
  #check(): boolean {
    const fault = faultOf(this.#record);
    this.#fault.textContent = fault === undefined ? '' : say(fault);
    if (fault !== undefined && fault !== 'faultSpan')
      this.#fields.querySelector<HTMLElement>('[aria-required]')?.focus();
    return fault === undefined;
  }

  #everywhere(): void {
    if (this.#options.onEverywhere !== undefined && this.#check()) this.#options.onEverywhere(this.#record);
  }

  #change(record: Decided, isFromField = false): void {
    this.#record = record;
    this.#fault.textContent = '';
    this.#options.onDraft(record);
    this.#drawSpan();
    this.#drawTypes();
    if (!isFromField) this.#drawFields();
  }

  #choose(index: number): void {
    const proposal = this.#likely[Math.max(0, Math.min(this.#likely.length - 1, index))];
    if (proposal === undefined) return;
    this.#chosen = this.#likely.indexOf(proposal);
    this.#change(proposal.record);
    this.#drawLikely();
    this.#likelyList.children[this.#chosen]?.scrollIntoView({ block: 'nearest' });
  }

  #step(edge: 'start' | 'end', by: -1 | 1): void {
    const { words } = this.#options.proposals;
    const { start, end } = this.#record;
    if (edge === 'end') {
      const next =
        by > 0
          ? words.find(([, wordEnd]) => wordEnd > end)?.[1]
          : words.findLast(([wordStart, wordEnd]) => wordEnd < end && wordStart >= start)?.[1];
      if (next !== undefined) this.setSpan(start, next);
    } else {
      const next =
        by < 0
          ? words.findLast(([wordStart]) => wordStart < start)?.[0]
          : words.find(([wordStart, wordEnd]) => wordStart > start && wordEnd <= end)?.[0];
      if (next !== undefined) this.setSpan(next, end);
    }
  }

  #draw(): void {
    const steps: readonly [WordKey, 'start' | 'end', -1 | 1, string][] = [
      ['startEarlier', 'start', -1, '◂'],
      ['startLater', 'start', 1, '▸'],
      ['endEarlier', 'end', -1, '◂'],
      ['endLater', 'end', 1, '▸'],
    ];
    const buttons = steps.map(([label, edge, by, sign]) =>
      h(
        'button',
        { type: 'button', class: 'step', 'aria-label': say(label), onclick: () => this.#step(edge, by) },
        sign,
      ),
    );
    fill(
      this.element,
      this.#likely.length > 0 &&
        h(
          'div',
          { class: 'row' },
          h('span', { class: 'name', title: say('likelyHint') }, say('likely')),
          this.#likelyList,
        ),
      h(
        'div',
        { class: 'row' },
        h('span', { class: 'name', title: say('spanHint') }, say('span')),
        h(
          'div',
          { class: 'span-row' },
          h('span', { class: 'edge' }, h('small', {}, say('spanStart')), buttons.slice(0, 2)),
          this.#spanText,
          h('span', { class: 'edge' }, h('small', {}, say('spanEnd')), buttons.slice(2)),
        ),
      ),
      h('div', { class: 'row' }, h('span', { class: 'name' }, say('type')), this.#typeRow),
      this.#fields,
      this.#fault,
      h(
        'div',
        { class: 'editor-actions' },
        keyButton(say('save'), 'Enter', () => this.save(), { class: 'primary' }),
        this.#options.onEverywhere === undefined
          ? undefined
          : keyButton(say('saveEverywhere'), 'G', () => this.#everywhere()),
        keyButton(say('cancel'), 'Esc', this.#options.onCancel, { class: 'quiet' }),
      ),
      h('p', { class: 'hint' }, say('spanHint')),
    );
    this.#drawLikely();
    this.#drawSpan();
    this.#drawTypes();
    this.#drawFields();
  }

  #drawLikely(): void {
    fill(
      this.#likelyList,
      this.#likely.map(({ record, why, detail }, index) => {
        const key = whyKeys[why];
        return h(
          'button',
          {
            type: 'button',
            class: 'option',
            role: 'option',
            tabindex: -1,
            'aria-selected': String(index === this.#chosen),
            onclick: () => this.#choose(index),
          },
          typeChip(record.type),
          h('span', { class: 'option-text' }, record.text),
          describeValue(record) !== record.text && h('b', {}, describeValue(record)),
          h('small', {}, key === undefined ? why : say(key), detail !== undefined && ` · ${detail}`),
        );
      }),
    );
  }

  #drawSpan(): void {
    const { start, end, text } = this.#record;
    fill(
      this.#spanText,
      h('span', { class: 'beside' }, `…${this.#options.slice(Math.max(0, start - 18), start)}`),
      h('mark', { class: `focus first last t-${this.#record.type}` }, text),
      h('span', { class: 'beside' }, `${this.#options.slice(end, end + 18)}…`),
    );
  }

  #drawTypes(): void {
    fill(
      this.#typeRow,
      typeOrder.map((type, index) =>
        h(
          'button',
          {
            type: 'button',
            role: 'radio',
            class: `type t-${type}`,
            'aria-checked': String(type === this.#record.type),
            'aria-keyshortcuts': String(index + 1),
            onclick: () => this.setType(type),
          },
          h('kbd', { 'aria-hidden': 'true' }, String(index + 1)),
          sayAny(type),
        ),
      ),
    );
  }

  #drawFields(): void {
    const { type } = this.#record;
    fill(
      this.#fields,
      ...(type === 'figure'
        ? this.#figureFields()
        : type === 'date'
          ? this.#dateFields()
          : type === 'country'
            ? this.#countryFields()
            : this.#nameFields()),
    );
  }

  #nameFields(): HTMLElement[] {
    const name = this.#input(
      'name',
      this.#record.name ?? '',
      (value) => this.#set('name', value === '' ? undefined : value),
      {
        hint: 'nameHint',
        options: this.#options.proposals.names,
      },
    );
    return this.#record.type === 'place'
      ? [name, this.#countrySelect('countryOf', this.#record.country, (code) => this.#set('country', code), true)]
      : [name];
  }

  #countryFields(): HTMLElement[] {
    return [
      this.#countrySelect('countryCode', this.#record.code, (code) => this.#set('code', code), false),
      this.#select(
        'via',
        Object.keys(viaKeys),
        this.#record.via ?? 'name',
        (value) => this.#set('via', value),
        (value) => say(viaKeys[value as keyof typeof viaKeys]),
      ),
    ];
  }

  #dateFields(): HTMLElement[] {
    return [
      this.#input('edtf', this.#record.edtf ?? '', (value) => this.#set('edtf', value), {
        hint: 'edtfHint',
        isRequired: true,
      }),
    ];
  }

  #figureFields(): HTMLElement[] {
    const { qualifier = 'exact', value, min, max, unit = '', kind = 'count' } = this.#record;
    const number = (key: 'value' | 'min' | 'max', current: number | undefined): HTMLElement =>
      this.#input(key, current === undefined ? '' : String(current), (text) => this.#set(key, parseNumber(text)), {
        isRequired: true,
        mode: 'decimal',
      });
    const values = qualifier === 'range' ? [number('min', min), number('max', max)] : [number('value', value)];
    return [
      this.#select('qualifier', qualifiers, qualifier, (chosen) => {
        const { value: _value, min: _min, max: _max, approximate: _about, ...rest } = this.#record;
        const isRange = chosen === 'range';
        this.#change({
          ...rest,
          qualifier: chosen as (typeof qualifiers)[number],
          ...(isRange ? withNumber('min', min ?? value) : withNumber('value', value ?? min)),
          ...(isRange ? withNumber('max', max) : {}),
        });
      }),
      ...values,
      this.#input(
        'unit',
        unit,
        (text) => {
          const known = this.#options.units.find(([word]) => word === text)?.[1];
          const next = known ?? (text === '' ? 'count' : 'count');
          const isKept = known === 'duration' && this.#record.kind === 'age';
          this.#set('unit', text === '' ? undefined : text);
          if (!isKept && this.#record.kind !== 'ratio') this.#set('kind', next);
          const select = this.#fields.querySelector<HTMLSelectElement>('select[name=kind]');
          if (select !== null) select.value = this.#record.kind ?? 'count';
        },
        { hint: 'unitHint', options: this.#unitOptions() },
      ),
      this.#select('kind', kinds, kind, (chosen) => this.#set('kind', chosen)),
    ];
  }

  #unitOptions(): string[] {
    const { end } = this.#record;
    // the words that follow are what is counted, most of the time
    const after = this.#options.proposals.words
      .filter(([start]) => start >= end)
      .slice(0, 3)
      .map(([start, wordEnd]) => this.#options.slice(start, wordEnd));
    const nouns = [after.slice(0, 1), after.slice(0, 2), after.slice(0, 3)]
      .map((words) => words.join(' '))
      .filter((word) => /\p{L}{2}/u.test(word));
    return [...new Set([...nouns, ...this.#options.units.map(([unit]) => unit)])];
  }

  #set(key: keyof Decided, value: string | number | undefined): void {
    const { [key]: _, ...rest } = this.#record;
    this.#change({ ...rest, ...(value === undefined ? {} : { [key]: value }) } as Decided, true); // one key of the record replaced by a value of its kind
  }

  #input(
    key: WordKey,
    value: string,
    take: (value: string) => void,
    {
      hint,
      options,
      isRequired,
      mode,
    }: { hint?: WordKey; options?: readonly string[]; isRequired?: boolean; mode?: string } = {},
  ): HTMLElement {
    const list = options === undefined ? undefined : `list-${key}`;
    const input = h('input', {
      name: key,
      value,
      autocomplete: 'off',
      spellcheck: 'false',
      ...(list === undefined ? {} : { list }),
      ...(hint === undefined ? {} : { placeholder: say(hint) }),
      ...(mode === undefined ? {} : { inputmode: mode }),
      ...(isRequired === true ? { 'aria-required': 'true' } : {}),
      oninput: () => take(input.value.trim()),
    });
    return h(
      'label',
      { class: `field f-${key}` },
      h('span', {}, say(key)),
      input,
      options !== undefined &&
        h(
          'datalist',
          { id: list },
          options.map((option) => h('option', { value: option })),
        ),
    );
  }

  #select(
    key: WordKey,
    values: readonly string[],
    current: string,
    take: (value: string) => void,
    label: (value: string) => string = sayAny,
  ): HTMLElement {
    const select = h(
      'select',
      { name: key, onchange: () => take(select.value) },
      values.map((value) => h('option', { value, selected: value === current }, label(value))),
    );
    return h('label', { class: `field f-${key}` }, h('span', {}, say(key)), select);
  }

  #countrySelect(
    key: WordKey,
    current: string | undefined,
    take: (code: string | undefined) => void,
    isOptional: boolean,
  ): HTMLElement {
    const language = getLanguage();
    const sorted = [...countryNames].sort(([, left], [, right]) =>
      left[language].localeCompare(right[language], language),
    );
    const select = h(
      'select',
      {
        name: key,
        ...(isOptional ? {} : { 'aria-required': 'true' }),
        onchange: () => take(select.value === '' ? undefined : select.value),
      },
      h('option', { value: '' }, isOptional ? say('noCountry') : '…'),
      sorted.map(([code, names]) =>
        h('option', { value: code, selected: code === current }, `${names[language]} · ${code}`),
      ),
    );
    return h('label', { class: `field f-${key}` }, h('span', {}, say(key)), select);
  }
}

const point = '(?:\\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?';
const edtfPattern = new RegExp(
  `^(?:${point}(?:/${point})?|\\{${point}(?:,${point})+\\}|\\d{4}-2[1-4]|\\d{3}X|\\d{2}XX)$`,
  'u',
);

/** What a record lacks, as the server will see it. */
export function faultOf(record: Decided): 'faultSpan' | 'faultCode' | 'faultValue' | 'faultEdtf' | undefined {
  if (record.text === '' || record.text.trim() !== record.text || record.text.includes('\n')) return 'faultSpan';
  if (record.type === 'country' && record.code === undefined) return 'faultCode';
  if (record.type === 'date' && !(edtfPattern.test(record.edtf ?? '') && record.edtf !== 'XXXX')) return 'faultEdtf';
  if (record.type !== 'figure') return undefined;
  const isRange = record.qualifier === 'range';
  const { min, max, value } = record;
  const isWhole = isRange ? min !== undefined && max !== undefined && min <= max : value !== undefined;
  return isWhole && record.kind !== undefined && record.qualifier !== undefined ? undefined : 'faultValue';
}

function withNumber(key: 'value' | 'min' | 'max', number: number | undefined): Partial<Decided> {
  return number === undefined ? {} : { [key]: number };
}

/** The kind that a unit makes is shown beside its value. */
export function summaryOf(record: Decided): string {
  return [describeValue(record), describeKind(record)].filter((word) => word !== '').join(' · ');
}
