// A mention as it is shown: its text, what it means, where it came from.
import type { Card, Mention } from '../messages.ts';
import { didWord } from './app.ts';
import {
  describeKind,
  describeMethod,
  describePartValue,
  describeReason,
  describeRole,
  describeScore,
  describeValue,
  partLabel,
} from './describe.ts';
import { h } from './dom.ts';
import { drawText } from './text.ts';
import { say, sayAny } from './words.ts';

/** The mention as it stands: as decided, else as extracted. */
export function standing(card: Card): Mention {
  return card.record ?? card.shown;
}

export function typeChip(type: string | undefined): HTMLElement {
  return h('span', { class: `chip t-${type ?? 'none'}` }, type === undefined ? say('untyped') : sayAny(type));
}

/** Type, score, component, document. */
export function drawHead(card: Card, openDocument: (() => void) | undefined): HTMLElement {
  const { score, method } = card.shown;
  const { type } = standing(card);
  return h(
    'header',
    { class: 'card-head' },
    typeChip(type),
    score !== undefined && drawScore(score),
    h('span', { class: 'origin' }, card.lead === undefined ? describeMethod(method) : describeReason(card.lead.reason)),
    h('span', { class: 'grow' }),
    openDocument === undefined
      ? undefined
      : h(
          'button',
          { type: 'button', class: 'quiet document-name', title: say('whole'), onclick: openDocument },
          h('span', {}, card.title ?? card.doc),
          h('kbd', { 'aria-hidden': 'true' }, 'D'),
        ),
  );
}

function drawScore(score: number): HTMLElement {
  const bar = h('span', { class: 'score-bar', 'aria-hidden': 'true' }, h('span', {}));
  bar.firstElementChild?.setAttribute('class', `fill w${Math.round(score * 20) * 5}`);
  return h(
    'span',
    { class: 'score', title: say('scoreHint') },
    bar,
    h('span', { class: 'unseen' }, `${say('score')} `),
    describeScore(score),
  );
}

/** The paragraph with its sentence and the mention in it; of a figure, the parts that gave its value. */
export function drawPassage(card: Card, draft?: Partial<Mention>): HTMLElement {
  const { passage } = card;
  const current = draft ?? standing(card);
  const parts = draft === undefined ? (current.derivation ?? []) : [];
  const focus = { start: current.start ?? 0, end: current.end ?? 0, type: current.type };
  return h(
    'p',
    { class: `passage${parts.length > 0 ? ' with-parts' : ''}`, lang: card.lang === 'und' ? undefined : card.lang },
    drawText({
      start: passage.start,
      text: passage.text,
      marks: passage.marks.filter(({ key }) => key !== card.key),
      sentence: passage.sentence,
      focus,
      parts,
      label: partLabel,
    }),
  );
}

/** The value, large, with its kind. */
export function drawMeaning(mention: Partial<Mention>): HTMLElement {
  const kind = describeKind(mention);
  return h(
    'p',
    { class: 'meaning' },
    h('span', { class: 'unseen' }, `${say('readsAs')} : `),
    h('strong', {}, describeValue(mention)),
    kind !== '' && h('span', { class: 'kind' }, kind),
  );
}

/** Everything else a person may want to know before deciding. */
export function drawDetails(card: Card): HTMLElement {
  const mention = standing(card);
  const { rivals = [], candidates = [], notes = [] } = card.shown;
  const rows: (HTMLElement | false | undefined)[] = [
    card.record !== undefined &&
      row(
        say('was'),
        h(
          'span',
          {},
          `${card.shown.type === undefined ? '' : `${sayAny(card.shown.type)} `}« ${card.shown.text} » ${describeValue(card.shown) === card.shown.text ? '' : describeValue(card.shown)}`,
        ),
      ),
    mention.derivation !== undefined &&
      mention.derivation.length > 0 &&
      row(
        say('derivation'),
        h(
          'span',
          { class: 'parts' },
          mention.derivation.map((part) =>
            h(
              'span',
              { class: `part-row p-${part.role}` },
              h('q', {}, textOf(card, part)),
              ` ${describeRole(part)} `,
              h('b', {}, describePartValue(part)),
            ),
          ),
        ),
      ),
    candidates.length > 0 &&
      row(
        say('candidatesAre'),
        h(
          'span',
          {},
          candidates.map(({ value, reason }) => h('span', { class: 'item' }, h('b', {}, value), ` ${reason}`)),
        ),
      ),
    rivals.length > 0 &&
      row(
        say('insteadOf'),
        h(
          'span',
          {},
          rivals.map((rival) =>
            h(
              'span',
              { class: 'item' },
              typeChip(rival.type),
              ` « ${rival.text} » ${describeScore(rival.score)}`,
              h('small', {}, ` ${rival.rule}`),
            ),
          ),
        ),
      ),
    notes.length > 0 &&
      row(
        say('notesAre'),
        h(
          'span',
          {},
          notes.map(({ message }) => h('span', { class: 'item' }, message)),
        ),
      ),
    card.entity !== undefined &&
      (card.entity.mentions > 1 || card.entity.names.length > 1) &&
      row(
        say('entityIs'),
        h(
          'span',
          {},
          h('b', {}, card.entity.name),
          ` ${card.entity.names.filter((name) => name !== card.entity?.name).join(', ')} `,
          h('small', {}, say('inDocuments', { mentions: card.entity.mentions, documents: card.entity.documents })),
        ),
      ),
  ];
  return h('dl', { class: 'details' }, rows);
}

/** Who decided what, on a card that is decided or was set aside. */
export function drawVerdict(card: Card): HTMLElement | undefined {
  const { verdict } = card;
  if (verdict === undefined) return undefined;
  const when = verdict.at === undefined ? '' : new Date(verdict.at).toLocaleString();
  return h(
    'p',
    { class: `verdict a-${verdict.action}` },
    h('b', {}, didWord(verdict.action)),
    ` ${say('by', { by: verdict.by })}`,
    verdict.count > 1 && ` · ${say('amongMany', { n: verdict.count - 1 })}`,
    when !== '' && h('small', {}, ` · ${when}`),
  );
}

function row(name: string, value: HTMLElement): HTMLElement {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

function textOf({ passage, shown }: Card, { start, end }: { start: number; end: number }): string {
  const from = start - passage.start;
  return from >= 0 ? passage.text.slice(from, end - passage.start) : shown.text;
}
