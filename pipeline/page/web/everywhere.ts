// "The same everywhere": one decision for all mentions of a writing, after a look at the least certain ones.
import type { Decided } from '../../ledger/schema.ts';
import type { Alike, Card, Context, Outcome } from '../messages.ts';
import type { App } from './app.ts';
import { ask, RequestError } from './client.ts';
import { standing, typeChip } from './card.ts';
import { describeScore, describeValue } from './describe.ts';
import { fill, h, keyButton } from './dom.ts';
import { say } from './words.ts';

export interface EverywhereOptions {
  readonly app: App;
  readonly card: Card;
  /** The correction to make everywhere; without one, the mentions are accepted or rejected as they are. */
  readonly record?: Decided | undefined;
  readonly onDone: (outcome: Outcome) => void;
  readonly onCancel: () => void;
}

export class Everywhere {
  readonly element = h('section', { class: 'everywhere', 'aria-label': say('everywhereTitle') });
  readonly #options: EverywhereOptions;
  readonly #except = new Set<string>();
  #scope: 'writing' | 'entity' = 'writing';
  #isAll = false;
  #alike: Alike | undefined;

  constructor(options: EverywhereOptions) {
    this.#options = options;
  }

  async show(): Promise<void> {
    const { app, card } = this.#options;
    try {
      this.#alike = await ask<Alike>('/api/alike', { key: card.key, scope: this.#scope, all: this.#isAll });
    } catch (thrown) {
      if (thrown instanceof RequestError) app.fault(thrown);
      return;
    }
    this.#draw();
    this.element.querySelector<HTMLElement>('input[type=checkbox]')?.focus();
  }

  onKey(event: KeyboardEvent): boolean {
    const { key } = event;
    if (key === 'Escape') this.#options.onCancel();
    else if (key === 'Enter' && event.target instanceof HTMLButtonElement) return false;
    else if (key === 'Enter' || key.toLowerCase() === 'a')
      void this.#send(this.#options.record === undefined ? 'accept' : 'correct');
    else if (key.toLowerCase() === 'x' && this.#options.record === undefined) void this.#send('reject');
    else if (key === 'ArrowDown' || key === 'ArrowUp') this.#move(key === 'ArrowDown' ? 1 : -1);
    else return false;
    return true;
  }

  #move(by: number): void {
    const boxes = [...this.element.querySelectorAll<HTMLElement>('input[type=checkbox]')];
    const place = boxes.findIndex((box) => box === document.activeElement);
    boxes[Math.max(0, Math.min(boxes.length - 1, place + by))]?.focus();
  }

  async #send(action: 'accept' | 'reject' | 'correct'): Promise<void> {
    const { app, card, record } = this.#options;
    const isLead = card.lead !== undefined;
    const outcome = await app.send('/api/everywhere', {
      key: card.key,
      scope: this.#scope,
      action,
      ...(record === undefined || (action === 'accept' && !isLead) ? {} : { record }),
      except: [...this.#except],
    });
    if (outcome !== undefined) this.#options.onDone(outcome);
  }

  #draw(): void {
    const alike = this.#alike;
    if (alike === undefined) return;
    const { card, record } = this.#options;
    const mention = record ?? standing(card);
    const count = alike.total - this.#except.size;
    const hasMore = alike.contexts.length < alike.total;
    fill(
      this.element,
      h('h2', {}, say('everywhereTitle')),
      h(
        'p',
        { class: 'everywhere-what' },
        typeChip(mention.type),
        h('b', {}, ` « ${mention.text} » `),
        record !== undefined && h('span', {}, describeValue(record)),
        h('span', {}, ` ${say('everywhereCount', { n: alike.total, documents: alike.documents })}`),
        alike.decided > 0 && h('small', {}, ` · ${say('everywhereDecided', { n: alike.decided })}`),
      ),
      card.shown.entity !== undefined && record === undefined && this.#drawScopes(card),
      h('p', { class: 'hint' }, say('everywhereFirst')),
      h(
        'ul',
        { class: 'contexts' },
        alike.contexts.map((context) => this.#drawContext(context)),
      ),
      hasMore &&
        h(
          'button',
          {
            type: 'button',
            class: 'quiet',
            onclick: () => {
              this.#isAll = true;
              void this.show();
            },
          },
          `${say('showAll')} (${alike.total})`,
        ),
      h(
        'div',
        { class: 'editor-actions' },
        record === undefined
          ? [
              keyButton(`${say('acceptAll')} (${count})`, 'A', () => void this.#send('accept'), { class: 'primary' }),
              keyButton(`${say('rejectAll')} (${count})`, 'X', () => void this.#send('reject'), { class: 'danger' }),
            ]
          : keyButton(
              `${card.lead === undefined ? say('correctAll') : say('addAll')} (${count})`,
              'Enter',
              () => void this.#send('correct'),
              { class: 'primary' },
            ),
        this.#except.size > 0 && h('span', { class: 'hint' }, say('exceptions', { n: this.#except.size })),
        keyButton(say('cancel'), 'Esc', this.#options.onCancel, { class: 'quiet' }),
      ),
    );
  }

  #drawScopes(card: Card): HTMLElement {
    const scopes = [
      ['writing', `${say('thisWriting')} « ${card.shown.text} »`],
      ['entity', `${say('thisEntity')} ${card.entity?.name ?? ''}`],
    ] as const;
    return h(
      'div',
      { class: 'scopes', role: 'radiogroup', 'aria-label': say('scope') },
      scopes.map(([scope, label]) =>
        h(
          'button',
          {
            type: 'button',
            role: 'radio',
            'aria-checked': String(scope === this.#scope),
            onclick: () => {
              this.#scope = scope;
              this.#except.clear();
              void this.show();
            },
          },
          label,
        ),
      ),
    );
  }

  #drawContext(context: Context): HTMLElement {
    const box = h('input', {
      type: 'checkbox',
      checked: !this.#except.has(context.key),
      onchange: () => {
        if (box.checked) this.#except.delete(context.key);
        else this.#except.add(context.key);
        this.#draw();
        this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(context.key)}"]`)?.focus();
      },
      'data-key': context.key,
    });
    return h('li', {}, h('label', {}, box, drawContext(context, this.#options.card.shown.type)));
  }
}

/** A mention in a few words of its text, with its document and score. */
export function drawContext(context: Context, type: string | undefined): HTMLElement {
  return h(
    'span',
    { class: 'context' },
    h(
      'span',
      { class: 'context-text' },
      context.before,
      h('mark', { class: `focus first last t-${type ?? 'none'}` }, context.text),
      context.after,
    ),
    h('small', {}, context.doc, context.score !== undefined && ` · ${describeScore(context.score)}`),
  );
}
