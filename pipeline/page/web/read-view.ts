// A document from top to bottom with its marks; a stretch of text that is selected becomes a mention; "nothing else here"
// ends it.
import type { Decided } from '../../ledger/schema.ts';
import type { Card, DocumentView, Mark, MentionType, Outcome, Proposals } from '../messages.ts';
import { type App, didWord, type Target, type View } from './app.ts';
import { drawChooser } from './chooser.ts';
import { ask, RequestError } from './client.ts';
import { typeOrder } from './describe.ts';
import { announce, fill, h, keyButton } from './dom.ts';
import { Editor } from './editor.ts';
import { faultOf } from './fault.ts';
import { Panel } from './panel.ts';
import { drawSelection } from './selection.ts';
import { Sheet } from './sheet.ts';
import { stepSelection, wordAfter } from './steps.ts';
import { selectedSpan } from './text.ts';
import { say } from './words.ts';

export class ReadView implements View {
  readonly element = h('section', { class: 'reader', 'aria-label': say('read') });
  readonly #app: App;
  readonly #panel: Panel;
  readonly #sheet = new Sheet();
  readonly #text = this.#sheet.element;
  readonly #side = h('div', { class: 'side', tabindex: -1 });
  readonly #foot = h('div', { class: 'reader-foot' });
  #doc: string | undefined;
  #view: DocumentView | undefined;
  #current: string | undefined;
  /** What it was opened to add. */
  #asked: { start: number; end: number } | undefined;
  /** What is selected for an addition. */
  #selection: { start: number; end: number } | undefined;
  #adding: Editor | undefined;
  #draft: Decided | undefined;

  constructor(app: App, { doc, card, span }: Target) {
    this.#app = app;
    this.#doc = doc ?? app.filter.doc;
    this.#current = card?.key;
    this.#asked = span;
    this.#panel = new Panel({
      app,
      onDraft: (draft) => {
        this.#draft = draft;
        this.#drawText();
      },
      onOutcome: (outcome, decided) => void this.#onOutcome(outcome, decided),
      onNext: () => void this.#move(1, true),
      openDocument: undefined,
    });
    this.#text.addEventListener('mouseup', (event) => this.#onPointer(event));
    this.#text.addEventListener('touchend', (event) => setTimeout(() => this.#onPointer(event), 0));
    this.#text.addEventListener('click', (event) => this.#onClick(event));
  }

  async show(): Promise<void> {
    const docs = this.#app.settings.documents.filter(({ problem }) => problem === undefined);
    this.#doc ??= (docs.find(({ isComplete }) => !isComplete) ?? docs[0])?.doc;
    await this.#load();
    this.#draw();
    if (this.#view === undefined) return;
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked !== undefined) {
      this.#select(asked);
      this.#text.querySelector('.focus')?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return;
    }
    const first = this.#current ?? this.#view.marks.find(isOpen)?.key ?? this.#view.marks[0]?.key;
    if (first !== undefined) await this.#goTo(first);
    else this.#text.focus({ preventScroll: true });
  }

  reveal(card: Card): void {
    this.#current = card.key;
    this.#doc = card.doc;
    void this.show();
  }

  onKey(event: KeyboardEvent): boolean {
    if (this.#adding !== undefined) return this.#adding.onKey(event);
    if (this.#panel.isOpen) return this.#panel.onKey(event);
    if (this.#selection !== undefined) {
      if (this.#onSelectionKey(event)) return true;
    } else {
      switch (event.key) {
        case 'j':
        case 'J':
        case 'ArrowDown':
        case 'ArrowRight':
          void this.#move(1, false);
          return true;
        case 'k':
        case 'K':
        case 'ArrowUp':
        case 'ArrowLeft':
          void this.#move(-1, false);
          return true;
        case 'n':
        case 'N':
          this.#startSelecting();
          return true;
        case 'f':
        case 'F':
          void this.#complete();
          return true;
        default:
      }
    }
    return this.#panel.onKey(event);
  }

  onChanged(): void {
    if (!this.#app.isBusy) void this.#load().then(() => this.#drawText());
  }

  async #load(): Promise<void> {
    if (this.#doc === undefined) return;
    try {
      const view = await ask<DocumentView>('/api/document', { doc: this.#doc, filter: this.#app.filter });
      this.#view = view;
      this.#app.setOverview(view.overview);
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      this.#app.fault(thrown);
    }
  }

  async #open(doc: string): Promise<void> {
    this.#doc = doc;
    this.#current = undefined;
    this.#selection = undefined;
    this.#adding = undefined;
    await this.show();
    scrollTo({ top: 0 });
  }

  async #onOutcome(outcome: Outcome, card: Card): Promise<void> {
    announce(`${didWord(outcome.action ?? '')} « ${card.shown.text} »`);
    this.#draft = undefined;
    await this.#load();
    this.#drawText();
    this.#drawFoot();
    await this.#move(1, true);
  }

  /** To the next mark; with `isUndecided` to the next that waits, wherever it is. */
  async #move(by: 1 | -1, isUndecided: boolean): Promise<void> {
    const marks = this.#view?.marks ?? [];
    const place = marks.findIndex(({ key }) => key === this.#current);
    const from = place < 0 ? this.#placeOf(by) : place + by;
    const after = [...marks.slice(Math.max(0, from)), ...marks.slice(0, Math.max(0, from))];
    const next = isUndecided
      ? (after.find(isOpen) ?? marks[from])
      : marks[Math.max(0, Math.min(marks.length - 1, from))];
    if (next !== undefined) await this.#goTo(next.key);
  }

  /** Where a mark that is gone would stand. */
  #placeOf(by: 1 | -1): number {
    const card = this.#panel.card;
    const marks = this.#view?.marks ?? [];
    if (card === undefined) return 0;
    const after = marks.findIndex(({ start }) => start >= (card.shown.start ?? 0));
    return (after < 0 ? marks.length : after) + (by < 0 ? -1 : 0);
  }

  async #goTo(key: string): Promise<void> {
    this.#current = key;
    this.#selection = undefined;
    this.#adding = undefined;
    this.#draft = undefined;
    try {
      const card = await ask<Card>('/api/card', { key });
      if (this.#current !== key) return;
      this.#panel.show(card);
      this.#app.startTimer();
    } catch (thrown) {
      if (thrown instanceof RequestError) this.#app.fault(thrown);
      return;
    }
    this.#drawText();
    this.#drawSide();
    this.#side.focus({ preventScroll: true });
    this.#text.querySelector('.focus')?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  #onClick(event: MouseEvent): void {
    if (selectedSpan(this.#text) !== undefined) return;
    const key = (event.target as Element | null)?.closest('[data-key]')?.getAttribute('data-key');
    if (key !== null && key !== undefined) void this.#goTo(key);
  }

  #onPointer(event: Event): void {
    const span = selectedSpan(this.#text);
    if (span === undefined) return;
    event.preventDefault();
    if (this.#adding !== undefined) this.#adding.setSpan(span.start, span.end);
    else if (this.#panel.isEditing) this.#panel.select(span);
    else this.#select(span);
  }

  #select(span: { start: number; end: number }): void {
    this.#selection = { start: span.start, end: span.end };
    this.#panel.show(undefined);
    this.#current = undefined;
    this.#app.startTimer();
    getSelection()?.removeAllRanges();
    this.#drawText();
    this.#drawSide();
    this.#side.focus({ preventScroll: true });
    announce(`${say('newMention')} « ${this.#slice(span)} ». ${say('caretHint')}`);
  }

  /** By keyboard: the first word after the current mark, to be moved and extended with the arrows. */
  #startSelecting(): void {
    const view = this.#view;
    if (view === undefined) return;
    const current = view.marks.find(({ key }) => key === this.#current);
    const word = wordAfter(view.text, current?.end ?? 0) ?? wordAfter(view.text, 0);
    if (word !== undefined) this.#select(word);
  }

  #onSelectionKey(event: KeyboardEvent): boolean {
    const selection = this.#selection;
    if (selection === undefined) return false;
    const type = typeOrder[Number(event.key) - 1];
    if (type !== undefined) {
      void this.#add(type);
      return true;
    }
    switch (event.key) {
      case 'Escape':
        this.#dropSelection();
        return true;
      case 'Enter':
      case 'c':
      case 'e':
        void this.#openAdder(undefined);
        return true;
      case 'ArrowRight':
      case 'ArrowLeft':
      case 'ArrowDown':
      case 'ArrowUp': {
        const next = stepSelection(this.#view?.text ?? '', selection, event);
        if (next !== undefined) this.#select(next);
        return true;
      }
      default:
        return false;
    }
  }

  #dropSelection(): void {
    this.#selection = undefined;
    this.#drawText();
    this.#drawSide();
  }

  #slice({ start, end }: { start: number; end: number }): string {
    return (this.#view?.text ?? '').slice(start, end);
  }

  async #add(type: MentionType): Promise<void> {
    const selection = this.#selection;
    const proposals = await this.#propose();
    if (selection === undefined || proposals === undefined || this.#doc === undefined) return;
    const record = proposals.proposals.find(
      ({ record: other }) => other.type === type && other.start === selection.start && other.end === selection.end,
    )?.record ?? { type, text: this.#slice(selection), ...selection };
    if (faultOf(record) === undefined) await this.#save(record);
    else await this.#openAdder(record, proposals);
  }

  async #openAdder(record: Decided | undefined, given?: Proposals): Promise<void> {
    const selection = this.#selection;
    const proposals = given ?? (await this.#propose());
    if (selection === undefined || proposals === undefined) return;
    this.#adding = new Editor({
      record: record ??
        proposals.proposals[0]?.record ?? { type: 'organisation', text: this.#slice(selection), ...selection },
      proposals,
      units: this.#app.settings.units,
      slice: (start, end) => this.#slice({ start, end }),
      onDraft: (draft) => {
        this.#draft = draft;
        this.#drawText();
      },
      onSave: (saved) => void this.#save(saved),
      onCancel: () => {
        this.#adding = undefined;
        this.#draft = undefined;
        this.#drawText();
        this.#drawSide();
        this.#side.focus({ preventScroll: true });
      },
    });
    this.#drawSide();
    this.#adding.focus();
  }

  async #propose(): Promise<Proposals | undefined> {
    if (this.#selection === undefined || this.#doc === undefined) return undefined;
    try {
      return await ask<Proposals>('/api/propose', { doc: this.#doc, ...this.#selection });
    } catch (thrown) {
      if (thrown instanceof RequestError) this.#app.fault(thrown);
      return undefined;
    }
  }

  async #save(record: Decided): Promise<void> {
    if (this.#doc === undefined) return;
    const outcome = await this.#app.send('/api/add', { doc: this.#doc, record });
    if (outcome === undefined) return;
    announce(`${say('didAdd')} « ${record.text} »`);
    this.#adding = undefined;
    this.#selection = undefined;
    this.#draft = undefined;
    await this.#load();
    this.#drawFoot();
    const key = outcome.card?.key;
    if (key !== undefined) await this.#goTo(key);
  }

  async #complete(): Promise<void> {
    if (this.#doc === undefined || this.#view?.isComplete === true) return;
    const outcome = await this.#app.send('/api/complete', { doc: this.#doc });
    if (outcome === undefined) return;
    announce(say('didComplete'));
    const summary = this.#app.settings.documents.find(({ doc }) => doc === this.#doc);
    if (summary !== undefined) Object.assign(summary, { isComplete: true });
    await this.#load();
    this.#draw();
    this.#foot.querySelector<HTMLElement>('.primary')?.focus();
  }

  #draw(): void {
    if (this.#view === undefined) {
      fill(this.element, h('p', { class: 'loading' }, this.#doc === undefined ? say('noneFound') : say('loading')));
      return;
    }
    this.#drawText();
    this.#drawSide();
    this.#drawFoot();
    fill(
      this.element,
      drawChooser(this.#app.settings.documents, {
        doc: this.#doc,
        view: this.#view,
        open: (doc) => void this.#open(doc),
      }),
      h('div', { class: 'reader-body' }, h('div', { class: 'sheet' }, this.#text, this.#foot), this.#side),
    );
  }

  #drawText(): void {
    const view = this.#view;
    if (view === undefined) return;
    const current = view.marks.find(({ key }) => key === this.#current);
    const focus = this.#draft ?? (this.#selection === undefined ? current : { ...this.#selection, type: undefined });
    this.#sheet.draw(view, { focus, hidden: this.#draft === undefined ? undefined : this.#current });
  }

  #drawSide(): void {
    const selection = this.#selection;
    if (this.#adding !== undefined) {
      fill(this.#side, h('div', { class: 'panel is-editing' }, h('h3', {}, say('newMention')), this.#adding.element));
    } else if (selection !== undefined) {
      fill(
        this.#side,
        drawSelection(this.#slice(selection), {
          add: (type) => void this.#add(type),
          edit: () => void this.#openAdder(undefined),
          cancel: () => this.#dropSelection(),
        }),
      );
    } else {
      fill(this.#side, this.#panel.element, this.#panel.actions, h('p', { class: 'hint' }, say('readKeys')));
    }
  }

  #drawFoot(): void {
    const view = this.#view;
    if (view === undefined) return;
    const open = view.marks.filter(isOpen).length;
    fill(
      this.#foot,
      view.isComplete
        ? [
            h(
              'p',
              { class: 'verdict a-complete' },
              h('b', {}, say('completeDone', { by: view.completedBy?.by ?? '' })),
            ),
            view.next !== undefined &&
              keyButton(say('nextDocument'), '', () => void this.#open(view.next ?? ''), { class: 'primary' }),
            keyButton(say('undo'), '', () => void this.#app.undo(view.completedBy?.id), { class: 'quiet' }),
          ]
        : [
            keyButton(say('complete'), 'F', () => void this.#complete(), { class: 'primary complete' }),
            open > 0 && h('p', { class: 'hint' }, say('completeHint', { n: open })),
          ],
    );
  }
}

function isOpen({ state }: Mark): boolean {
  return state === 'pending';
}
