// The frame of the page: modes, filters, progress, notices; and the keys that work everywhere.
import type { Mode, Overview, Settings } from '../messages.ts';
import { App, type Notice, type Target, type View } from './app.ts';
import { CardsView } from './cards-view.ts';
import { ask, listen, RequestError } from './client.ts';
import { countryNames, typeOrder } from './describe.ts';
import { openHelp, openHistory } from './dialogs.ts';
import { announce, fill, h } from './dom.ts';
import { EntitiesView } from './entities-view.ts';
import { ReadView } from './read-view.ts';
import { getLanguage, type Language, say, sayAny, setLanguage } from './words.ts';

const modes: readonly Mode[] = ['doubtful', 'entities', 'recall', 'audit', 'read'];
const hints = {
  doubtful: 'doubtfulHint',
  entities: 'entitiesHint',
  recall: 'recallHint',
  audit: 'auditHint',
  read: 'readHint',
} as const;
const problems = { failed: 'problem_failed', changed: 'problem_changed', missing: 'problem_missing' } as const;

class Frame {
  readonly #app: App;
  readonly #tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': say('modes') });
  readonly #bar = h('div', { class: 'bar' });
  readonly #notice = h('p', { class: 'notice', hidden: true });
  readonly #main = h('main', { id: 'main', tabindex: -1 });
  #view: View | undefined;

  constructor(settings: Settings) {
    const asked = location.hash.slice(1);
    this.#app = new App(settings, modes.find((mode) => mode === asked) ?? 'doubtful');
    this.#app.onOverview = () => this.#drawAround();
    this.#app.onNotice = (notice) => this.#drawNotice(notice);
    this.#app.onDecided = (card) => this.#view?.reveal(card);
    this.#app.openMode = (mode, target) => this.open(mode, target);
    document.addEventListener('keydown', (event) => this.#onKey(event));
    listen(
      ({ sequence, changed }) => {
        if (sequence <= this.#app.overview.sequence || this.#app.isBusy) return;
        this.#view?.onChanged(changed);
        void this.#refresh();
      },
      () => void this.#refresh(),
    );
    // a mode may be linked to, and the browser's way back leads to the mode before
    addEventListener('hashchange', () => {
      const mode = modes.find((other) => other === location.hash.slice(1));
      if (mode !== undefined && mode !== this.#app.mode) void this.open(mode);
    });
    this.#draw();
  }

  async open(mode: Mode, target: Target = {}): Promise<void> {
    const isSame = mode === this.#app.mode && this.#view !== undefined;
    this.#app.mode = mode;
    if (location.hash.slice(1) !== mode) history.pushState(undefined, '', `#${mode}`);
    this.#drawNotice(undefined);
    const { card } = target;
    if (isSame && card !== undefined && this.#view !== undefined) {
      this.#view.reveal(card);
      this.#drawAround();
      return;
    }
    this.#view =
      mode === 'entities'
        ? new EntitiesView(this.#app)
        : mode === 'read'
          ? new ReadView(this.#app, target)
          : new CardsView(this.#app, mode);
    fill(this.#main, this.#view.element);
    this.#drawAround();
    await this.#view.show();
    if (card !== undefined && mode !== 'read') this.#view.reveal(card);
  }

  async #refresh(): Promise<void> {
    try {
      this.#app.setOverview(await ask<Overview>('/api/overview', { mode: this.#app.mode, filter: this.#app.filter }));
    } catch (thrown) {
      if (thrown instanceof RequestError) this.#app.fault(thrown);
    }
  }

  #onKey(event: KeyboardEvent): void {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const isTyping =
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio');
    const isEditing = target instanceof Element && target.closest('.editor, .everywhere') !== null;
    if (isTyping && !isEditing) return;
    // a control that has the focus keeps its own keys
    if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) return;
    if (target instanceof HTMLInputElement && key === ' ') return;
    if (target instanceof Element && target.closest('[role=tablist]') !== null && key.startsWith('Arrow')) return;
    if (!areShortcutsOn() && !isTyping && key.length === 1 && !isEditing) return;
    if (!isTyping && this.#onGlobalKey(event)) event.preventDefault();
    else if (this.#view?.onKey(event) === true) event.preventDefault();
  }

  #onGlobalKey({ key, shiftKey }: KeyboardEvent): boolean {
    if (key === '?') openHelp(areShortcutsOn(), setShortcuts);
    else if (key.toLowerCase() === 'u' || (key.toLowerCase() === 'z' && !shiftKey)) void this.#app.undo();
    else if (key === 'R' && shiftKey) void this.#app.redo();
    else if (key.toLowerCase() === 'h') void openHistory(this.#app);
    else return false;
    return true;
  }

  #draw(): void {
    document.documentElement.lang = getLanguage();
    const root = document.getElementById('app');
    if (root === null) return;
    fill(
      root,
      h(
        'a',
        {
          class: 'skip',
          href: '#card',
          onclick: (event: Event) => {
            event.preventDefault();
            this.#main.focus();
          },
        },
        say('skipLink'),
      ),
      h(
        'header',
        { class: 'top' },
        h('h1', {}, h('img', { src: '/assets/icon.svg', alt: '', width: 22, height: 22 }), 'Tamis'),
        this.#tabs,
        h(
          'div',
          { class: 'tools' },
          h(
            'button',
            { type: 'button', class: 'quiet tool-history', onclick: () => void openHistory(this.#app) },
            say('history'),
          ),
          h(
            'button',
            {
              type: 'button',
              class: 'quiet tool-language',
              lang: getLanguage() === 'fr' ? 'en' : 'fr',
              onclick: () => this.#switchLanguage(),
            },
            say('language'),
          ),
          h(
            'button',
            {
              type: 'button',
              class: 'quiet tool-help',
              'aria-label': say('help'),
              onclick: () => openHelp(areShortcutsOn(), setShortcuts),
            },
            '?',
          ),
        ),
      ),
      this.#bar,
      this.#notice,
      this.#main,
    );
    this.#drawAround();
  }

  #drawAround(): void {
    const { mode, overview, filter, settings } = this.#app;
    fill(
      this.#tabs,
      modes.map((other) => {
        const { total, done } = overview.tallies[other];
        const isChosen = other === mode;
        return h(
          'button',
          {
            type: 'button',
            role: 'tab',
            'aria-selected': String(isChosen),
            tabindex: isChosen ? 0 : -1,
            title: say(hints[other]),
            'data-mode': other,
            onclick: () => void this.open(other),
            onkeydown: (event: KeyboardEvent) => this.#onTabKey(event, other),
          },
          h('span', {}, say(other)),
          h('span', { class: 'badge' }, other === 'read' ? `${done}/${total}` : String(total - done)),
        );
      }),
    );
    const { total, done } = overview.tallies[mode];
    const share = total === 0 ? 1 : done / total;
    fill(
      this.#bar,
      h(
        'div',
        {
          class: 'progress',
          role: 'progressbar',
          'aria-valuemin': 0,
          'aria-valuemax': total,
          'aria-valuenow': done,
          'aria-label': say(mode),
        },
        h('span', { class: `fill w${Math.floor(share * 20) * 5}` }),
      ),
      h(
        'div',
        { class: 'bar-row' },
        h('span', { class: 'count' }, say('progress', { done, total })),
        mode !== 'read' && mode !== 'entities' && this.#drawTypes(overview, filter.type),
        mode !== 'read' &&
          h(
            'select',
            {
              class: 'document-filter',
              'aria-label': say('chooseDocument'),
              onchange: (event: Event) =>
                this.#setFilter({ ...filter, doc: (event.target as HTMLSelectElement).value || undefined }),
            },
            h('option', { value: '' }, say('documents')),
            settings.documents
              .filter(({ problem }) => problem === undefined)
              .map(({ doc, title }) => h('option', { value: doc, selected: doc === filter.doc }, title ?? doc)),
          ),
        mode !== 'read' &&
          mode !== 'entities' &&
          h(
            'select',
            {
              class: 'language-filter',
              'aria-label': say('languageFilter'),
              onchange: (event: Event) => {
                const lang = (event.target as HTMLSelectElement).value;
                this.#setFilter({ ...filter, lang: lang === 'fr' || lang === 'en' ? lang : undefined });
              },
            },
            h('option', { value: '' }, 'fr + en'),
            (['fr', 'en'] as const).map((lang) =>
              h(
                'option',
                { value: lang, selected: lang === filter.lang },
                say(lang === 'fr' ? 'inFrench' : 'inEnglish'),
              ),
            ),
          ),
        h('span', { class: 'deciding' }, `${say('decidingAs')} `, h('b', {}, overview.by)),
      ),
      overview.notes.length > 0 &&
        h(
          'p',
          { class: 'hint' },
          overview.notes
            .map(({ code, count }) =>
              code in problems ? say(problems[code as keyof typeof problems], { n: count }) : code,
            )
            .join(' · '),
        ),
    );
  }

  #drawTypes(overview: Overview, chosen: string | undefined): HTMLElement {
    const counts = overview.byType;
    const chip = (type: (typeof typeOrder)[number] | undefined, count: number): HTMLElement =>
      h(
        'button',
        {
          type: 'button',
          class: `filter${type === undefined ? '' : ` t-${type}`}`,
          'aria-pressed': String(type === chosen),
          onclick: () => this.#setFilter({ ...this.#app.filter, type: type === chosen ? undefined : type }),
        },
        type === undefined ? say('allTypes') : sayAny(type),
        h('small', {}, count),
      );
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    return h(
      'div',
      { class: 'filters', role: 'group', 'aria-label': say('filters') },
      chip(undefined, sum),
      typeOrder
        .filter((type) => (counts[type] ?? 0) > 0 || type === chosen)
        .map((type) => chip(type, counts[type] ?? 0)),
    );
  }

  #setFilter(filter: App['filter']): void {
    this.#app.filter = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    this.#view = undefined;
    void this.open(this.#app.mode);
  }

  #onTabKey(event: KeyboardEvent, mode: Mode): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = modes[(modes.indexOf(mode) + by + modes.length) % modes.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    void this.open(next).then(() => this.#tabs.querySelector<HTMLElement>(`[data-mode=${next}]`)?.focus());
  }

  #drawNotice(notice: Notice | undefined): void {
    this.#notice.hidden = notice === undefined;
    this.#notice.className = `notice${notice?.isFault === true ? ' fault' : ''}`;
    this.#notice.textContent = notice?.text ?? '';
  }

  #switchLanguage(): void {
    const language: Language = getLanguage() === 'fr' ? 'en' : 'fr';
    setLanguage(language);
    remember('tamis.language', language);
    // what is on the screen is drawn anew in the other language
    location.reload();
  }
}

function areShortcutsOn(): boolean {
  return recall('tamis.shortcuts') !== 'off';
}

function setShortcuts(isOn: boolean): void {
  remember('tamis.shortcuts', isOn ? 'on' : 'off');
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // private windows may refuse: it holds for this page
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const remembered = recall('tamis.language');
setLanguage(
  remembered === 'fr' || remembered === 'en' ? remembered : navigator.language.startsWith('fr') ? 'fr' : 'en',
);
document.documentElement.lang = getLanguage();
try {
  const settings = await ask<Settings>('/api/settings', { mode: 'doubtful', filter: {} });
  for (const [code, fr, en] of settings.countries) countryNames.set(code, { fr, en });
  const frame = new Frame(settings);
  const asked = location.hash.slice(1);
  await frame.open(modes.find((mode) => mode === asked) ?? 'doubtful');
} catch (thrown) {
  const text = thrown instanceof RequestError && thrown.code === 'denied' ? say('denied') : say('offline');
  announce(text);
  document.getElementById('app')?.append(h('p', { class: 'notice fault' }, text));
}
