// What the audit has established so far, by language and type.
import type { Conclusion } from '../../audit/conclusion.ts';
import { ask } from './client.ts';
import { fill, h } from './dom.ts';
import { say, sayAny } from './words.ts';

/** The server reads every record for it: not more often than this. */
const pauseMs = 1500;
/** Of fewer records nothing is said: the bound would be a number without a meaning. */
const leastSample = 5;

export class Conclusions {
  readonly element = h('section', { class: 'conclusions', 'aria-label': say('conclusions') });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Soon, and once for several decisions in a row. */
  refresh(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void ask<Conclusion[]>('/api/conclusions', {}).then((conclusions) => this.#draw(conclusions));
      },
      this.element.childElementCount === 0 ? 0 : pauseMs,
    );
  }

  #draw(conclusions: readonly Conclusion[]): void {
    const [first, ...others] = conclusions.filter(({ n }) => n >= leastSample);
    // shown until a person folds it: the audit asks all types in turn, and each has its own conclusion first
    const isOpen = this.element.querySelector('details')?.open ?? true;
    fill(
      this.element,
      h('h2', {}, say('conclusions')),
      first === undefined ? h('p', { class: 'hint' }, say('noConclusion')) : h('ul', {}, drawConclusion(first)),
      others.length > 0 &&
        h(
          'details',
          { open: isOpen },
          h('summary', {}, say('byTypeAndLanguage')),
          h('ul', {}, others.map(drawConclusion)),
        ),
    );
  }
}

const languages = { fr: 'inFrench', en: 'inEnglish', und: 'inOther' } as const;

function drawConclusion({ type, lang, precision, confidence, n, next }: Conclusion): HTMLElement {
  const what = [type === 'all' ? say('everyType') : sayAny(type), ...(lang === 'all' ? [] : [say(languages[lang])])];
  return h(
    'li',
    {},
    h(
      'b',
      {},
      say('conclusion', { what: what.join(', '), precision: percent(precision), confidence: percent(confidence), n }),
    ),
    next !== undefined &&
      h('span', { class: 'hint' }, say('conclusionNext', { more: next.more, step: percent(next.precision) })),
  );
}

/** Rounded down, so that nothing is promised. */
function percent(share: number): string {
  const tenths = Math.floor(share * 1000 + 1e-6);
  return `${tenths >= 990 ? tenths / 10 : Math.floor(tenths / 10)} %`;
}
