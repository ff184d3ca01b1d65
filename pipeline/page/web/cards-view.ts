// One mention at a time: decide and the next one is there. Serves three modes: doubtful, missed, audit.
import type { Decided } from '../../ledger/schema.ts';
import type { Card, CardMode, Outcome, Queue } from '../messages.ts';
import { type App, didWord, type View } from './app.ts';
import { ask, RequestError } from './client.ts';
import { drawPassage } from './card.ts';
import { announce, fill, h } from './dom.ts';
import { Conclusions } from './conclusions.ts';
import { Panel } from './panel.ts';
import { selectedSpan } from './text.ts';
import { describeValue } from './describe.ts';
import { say, sayAny } from './words.ts';

/** Cards held ready, and the number under which more are fetched. */
const ahead = 12;
const fewAhead = 6;
/** Decisions of this window that stay in sight. */
const recentCount = 4;

export class CardsView implements View {
  readonly element = h('section', { class: 'cards', 'aria-label': '' });
  readonly #app: App;
  readonly #mode: CardMode;
  readonly #panel: Panel;
  readonly #passage = h('div', { class: 'passage-frame' });
  readonly #article = h('article', { class: 'card', tabindex: -1, id: 'card' });
  /** Cards that wait; the first is shown. */
  #cards: Card[] = [];
  /** Keys that were shown before, for the way back. */
  readonly #trail: string[] = [];
  readonly #recent = h('section', { class: 'recent' });
  readonly #recentEntries: { id: string; what: string; text: string }[] = [];
  readonly #conclusions: Conclusions | undefined;
  #fetching: Promise<void> | undefined;
  #isFinished = false;

  constructor(app: App, mode: CardMode) {
    this.#app = app;
    this.#mode = mode;
    this.element.setAttribute('aria-label', say(mode));
    this.#panel = new Panel({
      app,
      onDraft: (draft) => this.#drawPassage(draft),
      onOutcome: (outcome, card) => this.#onOutcome(outcome, card),
      onNext: () => this.#skip(),
      openDocument: (card) => void app.openMode('read', { card, doc: card.doc }),
    });
    this.#conclusions = mode === 'audit' ? new Conclusions() : undefined;
    this.#passage.addEventListener('mouseup', () => this.#onSelect());
    this.#passage.addEventListener('touchend', () => setTimeout(() => this.#onSelect(), 0));
  }

  async show(): Promise<void> {
    this.#cards = [];
    this.#isFinished = false;
    await this.#fetch();
    this.#draw();
    this.#conclusions?.refresh();
  }

  reveal(card: Card): void {
    this.#forget(card);
    this.#cards = [card, ...this.#cards.filter(({ key }) => key !== card.key)];
    this.#draw();
  }

  onKey(event: KeyboardEvent): boolean {
    if (this.#panel.onKey(event)) return true;
    const card = this.#cards[0];
    switch (event.key) {
      case 'ArrowRight':
      case 'n':
        this.#skip();
        return true;
      case 'ArrowLeft':
      case 'p':
        void this.#back();
        return true;
      case 'd':
        if (card !== undefined) void this.#app.openMode('read', { card, doc: card.doc });
        return true;
      default:
        return false;
    }
  }

  onChanged(keys: readonly string[]): void {
    const changed = new Set(keys);
    const [current, ...others] = this.#cards;
    this.#cards = [...(current === undefined ? [] : [current]), ...others.filter(({ key }) => !changed.has(key))];
    if (current !== undefined && changed.has(current.key) && !this.#app.isBusy) void this.#refresh(current.key);
    void this.#fetch();
  }

  /** The card on the screen was decided on in another window: it is shown with that decision. */
  async #refresh(key: string, isOwn = false): Promise<void> {
    const card = await ask<Card>('/api/card', { key });
    if (this.#cards[0]?.key !== key) return;
    if (!isOwn && JSON.stringify(this.#cards[0].verdict) === JSON.stringify(card.verdict)) return;
    this.#cards[0] = card;
    this.#draw();
    if (isOwn) return;
    if (card.verdict !== undefined) {
      this.#app.onNotice({ text: say('elsewhere'), isFault: false });
      announce(say('elsewhere'));
    }
  }

  #onOutcome(outcome: Outcome, card: Card): void {
    const changed = new Set(outcome.changed);
    if (changed.has(card.key)) this.#trail.push(card.key);
    // an exception to "everywhere": it is still asked
    else void this.#refresh(card.key, true);
    this.#cards = this.#cards.filter(({ key }) => !changed.has(key));
    const { total, done } = outcome.overview.tallies[this.#mode];
    const many = outcome.changed.length > 1 ? ` (${outcome.changed.length})` : '';
    const next = this.#cards[0];
    const decided = outcome.card ?? card;
    this.#recentEntries.unshift({
      id: outcome.decision,
      what: `${didWord(outcome.action ?? '')}${many}`,
      text: (decided.record ?? decided.shown).text,
    });
    this.#recentEntries.length = Math.min(this.#recentEntries.length, recentCount);
    this.#draw();
    this.#conclusions?.refresh();
    announce(
      `${didWord(outcome.action ?? '')}${many}. ${say('left', { n: total - done })}. ${next === undefined ? '' : spoken(next)}`,
    );
    if (this.#cards.length < fewAhead) void this.#fetch();
  }

  #skip(): void {
    const [current, ...others] = this.#cards;
    if (current === undefined || this.#app.isBusy) return;
    this.#trail.push(current.key);
    const isWaiting = current.state === 'auto' || current.state === 'pending' || current.state === 'lead';
    // what was passed over comes again at the end
    this.#cards = isWaiting ? [...others, current] : others;
    this.#draw();
    if (others.length < fewAhead) void this.#fetch();
  }

  async #back(): Promise<void> {
    const key = this.#trail.pop();
    if (key === undefined || this.#app.isBusy) return;
    try {
      this.reveal(await ask<Card>('/api/card', { key }));
    } catch (thrown) {
      if (thrown instanceof RequestError) this.#app.fault(thrown);
    }
  }

  async #fetch(): Promise<void> {
    if (this.#fetching !== undefined) return this.#fetching;
    this.#fetching = this.#load();
    try {
      await this.#fetching;
    } finally {
      this.#fetching = undefined;
    }
  }

  async #load(): Promise<void> {
    const { filter } = this.#app;
    if (this.#cards.length >= ahead) return;
    try {
      const queue = await ask<Queue>('/api/queue', {
        mode: this.#mode,
        filter,
        limit: ahead - this.#cards.length,
        have: this.#cards.map(({ key }) => key),
      });
      if (filter !== this.#app.filter) return;
      const wasEmpty = this.#cards.length === 0;
      const have = new Set(this.#cards.map(({ key }) => key));
      this.#cards.push(...queue.cards.filter(({ key }) => !have.has(key)));
      this.#app.setOverview(queue.overview);
      this.#isFinished = this.#cards.length === 0;
      if (wasEmpty) this.#draw();
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      this.#app.fault(thrown);
    }
  }

  #draw(): void {
    const card = this.#cards[0];
    this.#app.startTimer();
    if (card === undefined) {
      this.#panel.show(undefined);
      fill(
        this.element,
        this.#conclusions?.element,
        this.#isFinished ? this.#drawEnd() : h('p', { class: 'loading' }, say('loading')),
      );
      return;
    }
    const isSame = this.#panel.card === card && this.#article.isConnected;
    if (!isSame) {
      this.#panel.show(card);
      this.#drawPassage();
    }
    this.#article.setAttribute('aria-label', spoken(card));
    this.#article.className = `card t-${(card.record ?? card.shown).type ?? 'none'} s-${card.state}`;
    if (this.#passage.parentElement === null) fill(this.#article, this.#passage, this.#panel.element);
    this.#drawRecent();
    if (!this.#article.isConnected || this.#article.parentElement !== this.element) {
      fill(this.element, this.#article, this.#panel.actions, this.#conclusions?.element, this.#recent);
    }
    this.#article.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  #drawPassage(draft?: Decided): void {
    const card = this.#cards[0];
    if (card !== undefined) fill(this.#passage, drawPassage(card, draft));
  }

  #drawRecent(): void {
    const entries = this.#recentEntries;
    this.#recent.hidden = entries.length === 0;
    fill(
      this.#recent,
      h('h2', {}, say('recent')),
      h(
        'ul',
        {},
        entries.map(({ id, what, text }) =>
          h(
            'li',
            {},
            h('b', {}, what),
            h('span', { class: 'recent-text' }, text),
            h('button', { type: 'button', class: 'quiet', onclick: () => void this.#app.undo(id) }, say('undo')),
          ),
        ),
      ),
    );
  }

  /** Decisions that were taken back are no last decisions. */
  #forget(card: Card): void {
    const standing = card.verdict?.id;
    const kept = this.#recentEntries.filter(
      ({ id, text }) => id === standing || text !== (card.record ?? card.shown).text,
    );
    this.#recentEntries.splice(0, this.#recentEntries.length, ...kept);
  }

  #drawEnd(): HTMLElement {
    const isFiltered = Object.values(this.#app.filter).some((value) => value !== undefined);
    return h(
      'div',
      { class: 'end' },
      h('h2', {}, isFiltered ? say('emptyFilter') : say('emptyTitle')),
      isFiltered
        ? h('button', { type: 'button', class: 'primary', onclick: () => this.#clearFilter() }, say('clearFilter'))
        : [h('p', {}, say('emptyNext')), this.#drawOtherModes()],
    );
  }

  /** Where there is still something to do. */
  #drawOtherModes(): HTMLElement {
    const { tallies } = this.#app.overview;
    const modes = (['doubtful', 'entities', 'recall', 'audit', 'read'] as const).filter(
      (mode) => mode !== this.#mode && tallies[mode].done < tallies[mode].total,
    );
    return h(
      'p',
      { class: 'editor-actions' },
      modes.map((mode) =>
        h(
          'button',
          { type: 'button', title: say(`${mode}Hint`), onclick: () => void this.#app.openMode(mode) },
          say(mode),
          h('span', { class: 'badge' }, tallies[mode].total - tallies[mode].done),
        ),
      ),
    );
  }

  #clearFilter(): void {
    this.#app.filter = {};
    void this.#app.openMode(this.#mode);
  }

  /** A selection in the text is the span of a correction. */
  #onSelect(): void {
    const span = selectedSpan(this.#passage);
    const card = this.#cards[0];
    if (span === undefined || card === undefined || this.#panel.select(span)) return;
    // selected beside the mention: a mention of its own, which is added where the document is read
    void this.#app.openMode('read', { doc: card.doc, span });
  }
}

/** The card in one sentence, for a screen reader. */
function spoken(card: Card): string {
  const mention = card.record ?? card.shown;
  const type = mention.type === undefined ? say('untyped') : sayAny(mention.type);
  const value = describeValue(mention);
  const { passage } = card;
  const sentence = passage.text.slice(passage.sentence[0] - passage.start, passage.sentence[1] - passage.start);
  return `${type} « ${mention.text} »${value === mention.text || value === '' ? '' : ` : ${value}`}. ${sentence}`;
}
