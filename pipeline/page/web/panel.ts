// What can be done with one mention: accept, reject, correct, leave, decide everywhere. The card view and the reading
// view both have it; they draw the text and hear of drafts and outcomes.
import type { Decided } from '../../ledger/schema.ts';
import type { Card, MentionType, Outcome, Proposals } from '../messages.ts';
import type { App } from './app.ts';
import { ask, RequestError } from './client.ts';
import { drawDetails, drawHead, drawMeaning, drawVerdict, standing } from './card.ts';
import { typeOrder } from './describe.ts';
import { announce, fill, h, keyButton } from './dom.ts';
import { Editor } from './editor.ts';
import { Everywhere } from './everywhere.ts';
import { faultOf } from './fault.ts';
import { say } from './words.ts';

export interface PanelOptions {
  readonly app: App;
  readonly onDraft: (draft: Decided | undefined) => void;
  readonly onOutcome: (outcome: Outcome, card: Card) => void;
  readonly onNext: () => void;
  readonly openDocument: ((card: Card) => void) | undefined;
}

export class Panel {
  readonly element = h('div', { class: 'panel' });
  readonly actions = h('div', { class: 'actions', role: 'toolbar', 'aria-label': say('actions') });
  readonly #options: PanelOptions;
  #card: Card | undefined;
  #editor: Editor | undefined;
  #everywhere: Everywhere | undefined;

  constructor(options: PanelOptions) {
    this.#options = options;
  }

  get card(): Card | undefined {
    return this.#card;
  }

  get isOpen(): boolean {
    return this.#editor !== undefined || this.#everywhere !== undefined;
  }

  /** Shows a card; what was begun on another one is dropped. */
  show(card: Card | undefined): void {
    this.#card = card;
    this.#editor = undefined;
    this.#everywhere = undefined;
    this.#draw();
  }

  /** Whether the key was for it. */
  onKey(event: KeyboardEvent): boolean {
    const card = this.#card;
    if (this.#everywhere !== undefined) return this.#everywhere.onKey(event);
    if (this.#editor !== undefined) return this.#editor.onKey(event);
    if (card === undefined) return false;
    const type = typeOrder[Number(event.key) - 1];
    if (type !== undefined) {
      void this.setType(type);
      return true;
    }
    switch (event.key.toLowerCase()) {
      case 'enter':
      case 'a':
        void this.accept();
        return true;
      case 'x':
        void this.#decide('reject');
        return true;
      case 'c':
      case 'e':
        void this.correct();
        return true;
      case 's':
        if (isSettled(card)) return false;
        void this.#decide('unsure');
        return true;
      case 'g':
        void this.everywhere();
        return true;
      default:
        return false;
    }
  }

  async accept(): Promise<void> {
    const card = this.#card;
    if (card === undefined) return;
    if (isSettled(card)) {
      this.#options.onNext();
      return;
    }
    // a country whose code is open can't be right as it is: the choice is asked for
    if (card.lead === undefined)
      return faultOf(decidedOf(standing(card))) === undefined ? this.#decide('accept') : this.correct();
    const { record } = card.lead;
    if (record !== undefined && faultOf(record) === undefined) return this.#decide('accept', record);
    return this.correct();
  }

  /** One key for the type: saved at once where nothing else is missing. */
  async setType(type: MentionType): Promise<void> {
    const card = this.#card;
    if (card === undefined || this.#options.app.isBusy) return;
    const mention = standing(card);
    if (mention.type === type && card.lead === undefined) return this.accept();
    const proposals = await this.#propose(card);
    if (proposals === undefined || this.#card !== card) return;
    const { start, end } = mention;
    const record = proposals.proposals.find(
      ({ record: other }) => other.type === type && other.start === start && other.end === end,
    )?.record ?? { type, text: mention.text, start, end };
    if (faultOf(record) === undefined) return this.#decide('correct', record);
    this.#openEditor(card, proposals, record);
  }

  async correct(start?: { start: number; end: number }): Promise<void> {
    const card = this.#card;
    if (card === undefined) return;
    const proposals = await this.#propose(card);
    if (proposals === undefined || this.#card !== card) return;
    const mention = standing(card);
    const record =
      card.record === undefined && card.lead?.record !== undefined
        ? card.lead.record
        : decidedOf({ ...mention, type: mention.type ?? 'organisation' });
    this.#openEditor(card, proposals, record);
    if (start !== undefined) this.#editor?.setSpan(start.start, start.end);
  }

  /**
   * The span of the correction in progress, as selected in the text; begins one where there is none. What is selected
   * elsewhere is another mention: whether it was taken.
   */
  select(span: { start: number; end: number }): boolean {
    const { start, end } = this.#card === undefined ? { start: 0, end: 0 } : standing(this.#card);
    if (!this.isEditing && !(span.start < end && start < span.end)) return false;
    if (this.#editor === undefined) void this.correct(span);
    else this.#editor.setSpan(span.start, span.end);
    return true;
  }

  get isEditing(): boolean {
    return this.#editor !== undefined;
  }

  async everywhere(record?: Decided): Promise<void> {
    const card = this.#card;
    if (card === undefined) return;
    if (card.lead !== undefined && record === undefined && card.lead.record === undefined) return this.correct();
    this.#editor = undefined;
    const everywhere = new Everywhere({
      app: this.#options.app,
      card,
      record: record ?? card.lead?.record,
      onDone: (outcome) => this.#options.onOutcome(outcome, card),
      onCancel: () => this.#cancel(),
    });
    this.#everywhere = everywhere;
    this.#draw();
    await everywhere.show();
  }

  async #decide(action: 'accept' | 'reject' | 'correct' | 'unsure', record?: Decided): Promise<void> {
    const card = this.#card;
    if (card === undefined) return;
    const outcome = await this.#options.app.decide(card, action, record);
    if (outcome !== undefined) this.#options.onOutcome(outcome, card);
  }

  async #propose(card: Card): Promise<Proposals | undefined> {
    const { start, end } = standing(card);
    try {
      return await ask<Proposals>('/api/propose', { key: card.key, start, end });
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      this.#options.app.fault(thrown);
      return undefined;
    }
  }

  #openEditor(card: Card, proposals: Proposals, record: Decided): void {
    const { passage } = card;
    this.#everywhere = undefined;
    this.#editor = new Editor({
      record,
      proposals,
      units: this.#options.app.settings.units,
      slice: (start, end) => passage.text.slice(Math.max(0, start - passage.start), Math.max(0, end - passage.start)),
      onDraft: (draft) => this.#options.onDraft(draft),
      onSave: (saved) => void this.#decide('correct', saved),
      onEverywhere: card.alike > 1 ? (saved) => void this.everywhere(saved) : undefined,
      onCancel: () => this.#cancel(),
    });
    this.#draw();
    this.#editor.focus();
    announce(say('correct'));
  }

  #cancel(): void {
    this.#editor = undefined;
    this.#everywhere = undefined;
    this.#options.onDraft(undefined);
    this.#draw();
    this.element.closest<HTMLElement>('[tabindex]')?.focus();
  }

  #draw(): void {
    const card = this.#card;
    if (card === undefined) {
      fill(this.element);
      fill(this.actions);
      return;
    }
    const { openDocument } = this.#options;
    const { type } = standing(card);
    const extra = this.#editor?.element ?? this.#everywhere?.element;
    fill(
      this.element,
      drawHead(card, openDocument === undefined ? undefined : () => openDocument(card)),
      drawVerdict(card),
      extra === undefined && drawValue(card),
      extra ?? drawDetails(card),
    );
    this.element.className = `panel t-${type ?? 'none'}${extra === undefined ? '' : ' is-editing'}`;
    this.#drawActions(card, extra !== undefined);
  }

  #drawActions(card: Card, isHidden: boolean): void {
    const isLead = card.lead !== undefined;
    this.actions.hidden = isHidden;
    if (isSettled(card)) {
      fill(
        this.actions,
        keyButton(say('goOn'), '⏎', this.#options.onNext, { class: 'primary go', 'data-do': 'next' }),
        keyButton(say('reject'), 'X', () => void this.#decide('reject'), { 'data-do': 'reject' }),
        keyButton(say('correct'), 'C', () => void this.correct(), { 'data-do': 'correct' }),
        keyButton(say('undo'), 'Z', () => void this.#options.app.undo(card.verdict?.id), { 'data-do': 'undo' }),
      );
      return;
    }
    fill(
      this.actions,
      keyButton(isLead ? say('add') : say('accept'), '⏎', () => void this.accept(), {
        class: 'primary',
        'data-do': 'accept',
      }),
      keyButton(isLead ? say('dismiss') : say('reject'), 'X', () => void this.#decide('reject'), {
        class: 'danger',
        'data-do': 'reject',
      }),
      keyButton(say('correct'), 'C', () => void this.correct(), { 'data-do': 'correct' }),
      keyButton(say('unsure'), 'S', () => void this.#decide('unsure'), { 'data-do': 'unsure' }),
      card.alike > 1 &&
        keyButton(`${say('everywhere')} (${card.alike})`, 'G', () => void this.everywhere(), {
          'data-do': 'everywhere',
          title: say('alikeCount', { n: card.alike }),
        }),
      keyButton(say('undo'), 'Z', () => void this.#options.app.undo(), { class: 'quiet', 'data-do': 'undo' }),
    );
  }
}

/** What it would be accepted as; of a lead, or an open country, what is still missing for that. */
function drawValue(card: Card): HTMLElement {
  const mention = card.record ?? card.lead?.record ?? card.shown;
  if (mention.type === undefined) return h('p', { class: 'hint' }, say('chooseType'));
  const fault = isSettled(card) ? undefined : faultOf(decidedOf(mention));
  return fault === undefined ? drawMeaning(mention) : h('p', { class: 'hint' }, say('incomplete'));
}

/** Whether a person has decided on it: what is set aside is not. */
export function isSettled({ state }: Card): boolean {
  return state !== 'auto' && state !== 'pending' && state !== 'lead';
}

const decidedKeys = [
  'type',
  'text',
  'start',
  'end',
  'name',
  'country',
  'code',
  'via',
  'kind',
  'qualifier',
  'value',
  'min',
  'max',
  'approximate',
  'fraction',
  'unit',
  'edtf',
] as const;

/** The keys of a mention that a person decides on. */
export function decidedOf(
  mention: {
    readonly [Key in keyof Decided]?: Decided[Key] | undefined;
  },
): Decided {
  return Object.fromEntries(
    decidedKeys.flatMap((key) => (mention[key] === undefined ? [] : [[key, mention[key]]])),
  ) as unknown as Decided; // the keys of a record, each with its own value
}
