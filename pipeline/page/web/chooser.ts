// Which document is read: a list, and the ones before and after.
import type { DocumentSummary, DocumentView } from '../messages.ts';
import { h } from './dom.ts';
import { say } from './words.ts';

export interface ChooserOptions {
  readonly doc: string | undefined;
  readonly view: DocumentView;
  readonly open: (doc: string) => void;
}

/** Draws the choice of document, with the one that is read chosen. */
export function drawChooser(
  documents: readonly DocumentSummary[],
  { doc: current, view, open }: ChooserOptions,
): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': say('chooseDocument'), onchange: () => open(select.value) },
    documents.map(({ doc, title, isComplete, problem }) =>
      h(
        'option',
        { value: doc, selected: doc === current, disabled: problem !== undefined },
        `${isComplete ? '✓ ' : ''}${title ?? doc}`,
      ),
    ),
  );
  const go = (label: 'previousDocument' | 'nextDocument', doc: string | undefined, sign: string): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        'aria-label': say(label),
        disabled: doc === undefined,
        onclick: () => {
          if (doc !== undefined) open(doc);
        },
      },
      sign,
    );
  return h(
    'div',
    { class: 'chooser' },
    go('previousDocument', view.previous, '◂'),
    select,
    go('nextDocument', view.next, '▸'),
  );
}
