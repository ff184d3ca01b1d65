// The correction of a mention: likely alternatives first, then span, type and values. Everything by keyboard or touch.
import type { Decided } from '../../ledger/schema.ts';
import type { MentionType, Proposal, Proposals } from '../messages.ts';
import { describeValue, typeOrder } from './describe.ts';
import { typeChip } from './card.ts';
import { fill, h, keyButton } from './dom.ts';
import { faultOf } from './fault.ts';
import { drawFields } from './fields.ts';
import { say, sayAny, type WordKey } from './words.ts';

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
    const { proposals, units, slice } = this.#options;
    drawFields(this.#fields, {
      proposals,
      units,
      slice,
      current: () => this.#record,
      take: (record) => this.#change(record, true),
      redraw: (record) => this.#change(record),
    });
  }
}
