// What opens over the page: the keys, and the decisions so far.
import type { Card, HistoryEntry } from '../messages.ts';
import { type App, didWord } from './app.ts';
import { ask } from './client.ts';
import { typeChip } from './card.ts';
import { typeOrder } from './describe.ts';
import { fill, h } from './dom.ts';
import { say, type WordKey } from './words.ts';

const keys: readonly (readonly [string, WordKey])[] = [
  ['⏎ · A', 'helpAccept'],
  ['X', 'helpReject'],
  ['C · E', 'helpCorrect'],
  ['1 … 7', 'helpTypes'],
  ['S', 'helpUnsure'],
  ['G', 'helpEverywhere'],
  ['Z · U', 'helpUndo'],
  ['Shift R', 'helpRedo'],
  ['→ · ←', 'helpArrows'],
  ['D', 'helpDocument'],
  ['H', 'helpHistory'],
  ['?', 'helpHelp'],
];

/** The keys, on a sheet. */
export function openHelp(areShortcutsOn: boolean, setShortcuts: (isOn: boolean) => void): void {
  const box = h('input', { type: 'checkbox', checked: areShortcutsOn, onchange: () => setShortcuts(box.checked) });
  openDialog(
    say('helpTitle'),
    h(
      'dl',
      { class: 'keys' },
      keys.map(([key, word]) =>
        h(
          'div',
          {},
          h(
            'dt',
            {},
            key.split(' · ').map((part, index) => [index > 0 && ' ', h('kbd', {}, part)]),
          ),
          h('dd', {}, say(word)),
        ),
      ),
    ),
    h('p', { class: 'hint' }, say('read'), ' : ', say('readKeys')),
    h('p', { class: 'hint' }, say('correct'), ' : ', say('spanHint')),
    h('h3', {}, say('helpMarks')),
    h(
      'p',
      { class: 'legend' },
      typeOrder.map((type) => typeChip(type)),
    ),
    h('p', {}, h('label', {}, box, ` ${say('shortcuts')}`)),
  );
}

/** What was decided, by whom; each can be taken back. */
export async function openHistory(app: App): Promise<void> {
  const list = h('ul', { class: 'history' });
  const older = h('button', { type: 'button', class: 'quiet', hidden: true }, say('older'));
  const dialog = openDialog(say('history'), list, older);
  let before: number | undefined;
  const load = async (): Promise<void> => {
    const page = await ask<{ entries: HistoryEntry[]; before: number }>(
      '/api/history',
      before === undefined ? {} : { before },
    );
    before = page.before;
    older.hidden = before === 0;
    for (const entry of page.entries) list.append(drawEntry(app, entry, dialog));
    if (list.childElementCount === 0 && before === 0) fill(list, h('li', { class: 'hint' }, say('historyEmpty')));
  };
  older.addEventListener('click', () => void load());
  await load();
}

function drawEntry(app: App, entry: HistoryEntry, dialog: HTMLDialogElement): HTMLElement {
  const { key, isUndone, action, by, at, text, doc, count } = entry;
  return h(
    'li',
    { class: `a-${action}${isUndone ? ' undone' : ''}` },
    h(
      'button',
      {
        type: 'button',
        class: 'history-text',
        disabled: key === undefined,
        onclick: () => {
          if (key === undefined) return;
          dialog.close();
          void ask<Card>('/api/card', { key }).then((card) => app.openMode('read', { card, doc: card.doc }));
        },
      },
      h('b', {}, didWord(action)),
      ` ${text}`,
      count > 1 && ` · ${say('manyMentions', { n: count })}`,
    ),
    h(
      'small',
      {},
      [say('by', { by }), at === undefined ? '' : new Date(at).toLocaleString(), doc ?? '']
        .filter((word) => word !== '')
        .join(' · '),
    ),
    isUndone && entry.undo === undefined
      ? h('small', { class: 'tag' }, say('takenBack'))
      : h(
          'button',
          {
            type: 'button',
            class: 'quiet',
            onclick: () => {
              dialog.close();
              void app.undo(entry.undo ?? entry.id);
            },
          },
          isUndone ? say('redo') : say('undo'),
        ),
  );
}

function openDialog(title: string, ...content: readonly (HTMLElement | undefined)[]): HTMLDialogElement {
  const close = h('button', { type: 'button', class: 'quiet close', 'aria-label': say('cancel') }, '×');
  const dialog = h('dialog', { 'aria-label': title }, h('header', {}, h('h2', {}, title), close), content);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
