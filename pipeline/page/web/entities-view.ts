// Entities: pairs that may be one, and entities that join writings which may not belong together.
import type { EntityQueue, EntitySummary, EntityView, Outcome, Pair } from '../messages.ts';
import { type App, didWord, type View } from './app.ts';
import { ask, RequestError } from './client.ts';
import { typeChip } from './card.ts';
import { describeDoubt } from './describe.ts';
import { announce, fill, h, keyButton } from './dom.ts';
import { drawContext } from './everywhere.ts';
import { say } from './words.ts';

const pairsAhead = 20;

export class EntitiesView implements View {
  readonly element = h('section', { class: 'entities', 'aria-label': say('entities') });
  readonly #app: App;
  readonly #pairBox = h('div', { class: 'pair-box', tabindex: -1 });
  readonly #joinedBox = h('div', { class: 'joined' });
  #queue: EntityQueue | undefined;
  #pairs: Pair[] = [];
  #opened: EntityView | undefined;
  readonly #checked = new Set<string>();
  #keepsRight = false;
  /** The latest load; an answer that a later one overtook is dropped. */
  #loading: Promise<void> | undefined;
  /** The pair on the screen is decided and the next one on its way: keys would be for a pair that nobody has seen. */
  #isWaiting = false;

  constructor(app: App) {
    this.#app = app;
  }

  async show(): Promise<void> {
    this.#opened = undefined;
    await this.#load();
    this.#draw();
    this.#pairBox.focus({ preventScroll: true });
  }

  reveal(): void {
    void this.show();
  }

  onChanged(): void {
    if (!this.#app.isBusy && this.#opened === undefined) void this.#load().then(() => this.#draw());
  }

  onKey(event: KeyboardEvent): boolean {
    if (event.key === 'Escape' && this.#opened !== undefined) {
      this.#close();
      return true;
    }
    const pair = this.#pairs[0];
    if (pair === undefined || this.#opened !== undefined || this.#isWaiting) return false;
    switch (event.key.toLowerCase()) {
      case 'enter':
      case 'a':
      case 'm':
        void this.#decide('merge', pair);
        return true;
      case 'x':
      case 'd':
        void this.#decide('distinct', pair);
        return true;
      case 's':
      case 'n':
      case 'arrowright':
        this.#skip();
        return true;
      case 'k':
        this.#keepsRight = !this.#keepsRight;
        this.#draw();
        return true;
      default:
        return false;
    }
  }

  /** Resolves when the latest answer is there. */
  #load(): Promise<void> {
    const loading: Promise<void> = this.#fetch(() => loading === this.#loading);
    this.#loading = loading;
    return loading.then(() => (loading === this.#loading ? undefined : this.#loading));
  }

  async #fetch(isLatest: () => boolean): Promise<void> {
    try {
      const queue = await ask<EntityQueue>('/api/entities', { filter: this.#app.filter, limit: pairsAhead });
      if (!isLatest()) return;
      this.#queue = queue;
      this.#pairs = [...this.#queue.pairs];
      this.#keepsRight = isFuller(this.#pairs[0]);
      this.#app.setOverview(this.#queue.overview);
      this.#app.startTimer();
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      this.#app.fault(thrown);
    }
  }

  #skip(): void {
    const [first, ...others] = this.#pairs;
    if (first !== undefined) this.#pairs = [...others, first];
    this.#keepsRight = isFuller(this.#pairs[0]);
    this.#app.startTimer();
    this.#draw();
  }

  async #decide(action: 'merge' | 'distinct', { left, right }: Pair): Promise<void> {
    const [kept, other] = this.#keepsRight ? [right, left] : [left, right];
    const outcome = await this.#app.send('/api/entity-decide', {
      action,
      entities: [kept.entity, other.entity],
      ...(action === 'merge' ? { name: kept.name } : {}),
    });
    if (outcome !== undefined) await this.#afterwards(outcome);
  }

  async #afterwards(outcome: Outcome): Promise<void> {
    announce(didWord(outcome.action ?? ''));
    this.#isWaiting = true;
    try {
      await this.show();
    } finally {
      this.#isWaiting = false;
    }
  }

  #draw(): void {
    if (this.#opened !== undefined) {
      fill(this.element, this.#drawOpened(this.#opened));
      return;
    }
    const pair = this.#pairs[0];
    fill(
      this.#pairBox,
      pair === undefined ? h('div', { class: 'end small' }, h('h2', {}, say('noPairs'))) : this.#drawPair(pair),
    );
    this.#drawJoined();
    fill(this.element, this.#pairBox, this.#joinedBox);
  }

  #drawPair(pair: Pair): HTMLElement {
    return h(
      'article',
      { class: 'card pair' },
      h('h2', {}, say('samePair')),
      h('p', { class: 'hint' }, `${say('reasonIs')} ${describeDoubt(pair.reason)}`),
      h(
        'div',
        { class: 'two' },
        this.#drawSide(pair.left, !this.#keepsRight, false),
        this.#drawSide(pair.right, this.#keepsRight, true),
      ),
      h(
        'div',
        { class: 'actions', role: 'toolbar', 'aria-label': say('actions') },
        keyButton(say('same'), '⏎', () => void this.#decide('merge', pair), { class: 'primary', 'data-do': 'merge' }),
        keyButton(say('different'), 'X', () => void this.#decide('distinct', pair), {
          class: 'danger',
          'data-do': 'distinct',
        }),
        keyButton(say('skip'), 'S', () => this.#skip(), { 'data-do': 'skip' }),
        keyButton(say('undo'), 'Z', () => void this.#app.undo(), { class: 'quiet', 'data-do': 'undo' }),
      ),
    );
  }

  #drawSide(entity: EntityView, isKept: boolean, isRight: boolean): HTMLElement {
    return h(
      'section',
      { class: `side-of-pair${isKept ? ' kept' : ''}` },
      h('h3', {}, entity.name),
      h(
        'p',
        { class: 'hint' },
        typeChip(entity.type),
        ` ${say('inDocuments', { mentions: entity.mentions, documents: entity.documents })}`,
      ),
      entity.names.length > 1 && h('p', { class: 'names' }, entity.names.join(' · ')),
      h(
        'ul',
        { class: 'contexts' },
        entity.contexts.map((context) => h('li', {}, drawContext(context, entity.type))),
      ),
      h(
        'label',
        { class: 'keep' },
        h('input', {
          type: 'radio',
          name: 'kept',
          checked: isKept,
          onchange: () => {
            this.#keepsRight = isRight;
            this.#draw();
          },
        }),
        ` ${say('keepName')}`,
        h('kbd', { 'aria-hidden': 'true' }, 'K'),
      ),
    );
  }

  #drawJoined(): void {
    const joined = this.#queue?.joined ?? [];
    const results = h('ul', { class: 'entity-list' });
    const input = h('input', {
      type: 'search',
      placeholder: say('findEntity'),
      'aria-label': say('findEntity'),
      oninput: () => void this.#search(input.value, results, undefined, (entity) => void this.#open(entity.entity)),
    });
    fill(
      this.#joinedBox,
      h('h2', {}, say('joinedTitle')),
      h('p', { class: 'hint' }, say('joinedHint')),
      input,
      results,
      h(
        'ul',
        { class: 'entity-list' },
        joined.map((entity) => this.#drawItem(entity, () => void this.#open(entity.entity))),
      ),
    );
  }

  #drawItem(entity: EntitySummary, onclick: () => void): HTMLElement {
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'entity', onclick },
        typeChip(entity.type),
        h('b', {}, entity.name),
        h('span', { class: 'names' }, entity.names.filter((name) => name !== entity.name).join(' · ')),
        h('small', {}, say('inDocuments', { mentions: entity.mentions, documents: entity.documents })),
      ),
    );
  }

  async #search(
    text: string,
    results: HTMLElement,
    except: string | undefined,
    choose: (entity: EntitySummary) => void,
  ): Promise<void> {
    if (text.trim() === '') {
      fill(results);
      return;
    }
    const found = await ask<EntitySummary[]>('/api/entity-search', {
      text,
      ...(except === undefined ? {} : { except }),
    });
    fill(
      results,
      found.length === 0
        ? h('li', { class: 'hint' }, say('noneFound'))
        : found.map((entity) => this.#drawItem(entity, () => choose(entity))),
    );
  }

  async #open(entity: string): Promise<void> {
    this.#opened = await ask<EntityView>('/api/entity', { entity });
    this.#checked.clear();
    this.#app.startTimer();
    this.#draw();
    scrollTo({ top: 0 });
    this.element.querySelector<HTMLElement>('button')?.focus();
  }

  #close(): void {
    this.#opened = undefined;
    void this.show();
  }

  #drawOpened(entity: EntityView): HTMLElement {
    const discriminator = h('input', {
      name: 'discriminator',
      placeholder: say('discriminatorHint'),
      autocomplete: 'off',
    });
    const name = h('input', { name: 'name', value: entity.name, autocomplete: 'off' });
    const results = h('ul', { class: 'entity-list' });
    const search = h('input', {
      type: 'search',
      placeholder: say('findEntity'),
      oninput: () =>
        void this.#search(
          search.value,
          results,
          entity.entity,
          (other) => void this.#send({ action: 'merge', entities: [entity.entity, other.entity], name: entity.name }),
        ),
    });
    return h(
      'article',
      { class: 'card opened' },
      h('button', { type: 'button', class: 'quiet', onclick: () => this.#close() }, `◂ ${say('back')}`),
      h('h2', {}, typeChip(entity.type), ` ${entity.name}`),
      h('p', { class: 'hint' }, say('inDocuments', { mentions: entity.mentions, documents: entity.documents })),
      h(
        'ul',
        { class: 'contexts' },
        entity.contexts.map((context) => {
          const box = h('input', {
            type: 'checkbox',
            checked: this.#checked.has(context.key),
            onchange: () => {
              if (box.checked) this.#checked.add(context.key);
              else this.#checked.delete(context.key);
            },
          });
          return h('li', {}, h('label', {}, box, drawContext(context, entity.type)));
        }),
      ),
      h(
        'div',
        { class: 'tool' },
        h('label', { class: 'field' }, h('span', {}, say('discriminator')), discriminator),
        h(
          'button',
          {
            type: 'button',
            onclick: () =>
              this.#checked.size > 0 &&
              discriminator.value.trim() !== '' &&
              void this.#send({
                action: 'split',
                entities: [entity.entity],
                keys: [...this.#checked],
                discriminator: discriminator.value.trim(),
              }),
          },
          say('split'),
        ),
      ),
      h(
        'div',
        { class: 'tool' },
        h('label', { class: 'field' }, h('span', {}, say('name')), name),
        h(
          'button',
          {
            type: 'button',
            onclick: () =>
              name.value.trim() !== '' &&
              name.value !== entity.name &&
              void this.#send({ action: 'rename', entities: [entity.entity], name: name.value.trim() }),
          },
          say('rename'),
        ),
      ),
      h('div', { class: 'tool' }, h('label', { class: 'field' }, h('span', {}, say('mergeWith')), search)),
      results,
    );
  }

  async #send(body: object): Promise<void> {
    const outcome = await this.#app.send('/api/entity-decide', body);
    if (outcome !== undefined) await this.#afterwards(outcome);
  }
}

/** The name to keep is the fuller one, unless the person says otherwise. */
function isFuller(pair: Pair | undefined): boolean {
  return pair !== undefined && pair.right.name.length > pair.left.name.length;
}
