// What a selected stretch of text may become.
import type { MentionType } from '../messages.ts';
import { typeOrder } from './describe.ts';
import { h, keyButton } from './dom.ts';
import { say, sayAny } from './words.ts';

export interface SelectionOptions {
  readonly add: (type: MentionType) => void;
  readonly edit: () => void;
  readonly cancel: () => void;
}

/** Draws the panel of a selection: one button a type, or the editor for all that a record has. */
export function drawSelection(surface: string, { add, edit, cancel }: SelectionOptions): HTMLElement {
  return h(
    'div',
    { class: 'panel' },
    h('h3', {}, say('newMention')),
    h('p', { class: 'meaning' }, h('strong', {}, surface)),
    h(
      'div',
      { class: 'types' },
      typeOrder.map((type, index) =>
        h(
          'button',
          { type: 'button', class: `type t-${type}`, onclick: () => add(type) },
          h('kbd', { 'aria-hidden': 'true' }, String(index + 1)),
          sayAny(type),
        ),
      ),
    ),
    h(
      'div',
      { class: 'editor-actions' },
      keyButton(say('correct'), 'Enter', edit),
      keyButton(say('cancel'), 'Esc', cancel, { class: 'quiet' }),
    ),
    h('p', { class: 'hint' }, say('caretHint')),
  );
}
