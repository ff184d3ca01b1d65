// The text of a document, paragraph by paragraph, with its marks.
import type { DocumentView, Mark, MentionType } from '../messages.ts';
import { fill, h } from './dom.ts';
import { drawText } from './text.ts';
import { say } from './words.ts';

export interface Drawing {
  /** The mention or selection that is worked on. */
  readonly focus: { readonly start: number; readonly end: number; readonly type?: MentionType | undefined } | undefined;
  /** Key of the mark in whose place a draft is shown. */
  readonly hidden: string | undefined;
}

export class Sheet {
  readonly element = h('div', { class: 'document', tabindex: 0, 'aria-label': say('readHint') });
  #drawnDoc: string | undefined;
  #paragraphs: { start: number; text: string; element: HTMLElement; drawing: string }[] = [];

  /** Draws what changed: a long document has thousands of paragraphs, and a key moves the focus of one. */
  draw(view: DocumentView, { focus, hidden }: Drawing): void {
    if (this.#drawnDoc !== view.doc) this.#layOut(view);
    let markIndex = 0;
    for (const paragraph of this.#paragraphs) {
      const { start, text } = paragraph;
      const end = start + text.length;
      const marks: Mark[] = [];
      for (let mark = view.marks[markIndex]; mark !== undefined && mark.start < end; mark = view.marks[markIndex]) {
        if (mark.key !== hidden) marks.push(mark);
        markIndex += 1;
      }
      const isFocused = focus !== undefined && focus.start < end && start < focus.end;
      const drawing = JSON.stringify([marks, isFocused ? [focus.start, focus.end, focus.type] : undefined]);
      if (drawing === paragraph.drawing) continue;
      paragraph.drawing = drawing;
      fill(paragraph.element, drawText({ start, text, marks, ...(isFocused ? { focus } : {}) }));
    }
  }

  #layOut(view: DocumentView): void {
    this.#drawnDoc = view.doc;
    this.#paragraphs = [];
    let start = 0;
    for (const text of view.text.split('\n')) {
      if (text.trim() !== '') this.#paragraphs.push({ start, text, element: h('p', {}), drawing: '' });
      start += text.length + 1;
    }
    fill(
      this.element,
      view.title !== undefined && !view.text.includes(view.title) && h('h2', {}, view.title),
      this.#paragraphs.map(({ element }) => element),
    );
  }
}
