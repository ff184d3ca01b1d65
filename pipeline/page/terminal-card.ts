// A mention as lines of a terminal. Nothing of a document reaches the terminal as a control character.
import { type Decided, decidedSchema } from '../ledger/schema.ts';
import type { Card, Proposal } from './messages.ts';
import { describeKind, describeMethod, describePartValue, describeScore, describeValue } from './web/describe.ts';
import { parseNumber } from './web/number.ts';
import { say, sayAny } from './web/words.ts';

/**
 * Text without what a terminal would obey: control characters, and marks that turn the direction of writing.
 * @example plain('a\u001B[2Jb') // 'a�[2Jb'
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (sign) => (sign === '\n' ? ' ' : '\uFFFD'));
}

/** The mention in its sentence, with where it came from. */
export function drawCard(card: Card, { number, total }: { number: number; total: number }): string {
  const { passage, shown } = card;
  const mention = card.record ?? shown;
  const [start, end] = passage.sentence;
  const cut = (from: number, until: number): string =>
    plain(passage.text.slice(from - passage.start, until - passage.start));
  const score = shown.score === undefined ? '' : describeScore(shown.score);
  const parts = (mention.derivation ?? []).map((part) => `${cut(part.start, part.end)} → ${describePartValue(part)}`);
  const rivals = (shown.rivals ?? []).map(({ type, text }) => `${sayAny(type)} « ${text} »`);
  const candidates = (shown.candidates ?? []).map(({ value, reason }) => `${value} (${reason})`);
  const lines = [
    `[${number}/${total}] ${mention.type === undefined ? say('untyped') : sayAny(mention.type)} ${score} ${describeMethod(shown.method)} · ${card.doc}`,
    `  ${cut(start, mention.start)}⟦${cut(mention.start, mention.end)}⟧${cut(mention.end, end)}`,
    `  = ${[describeValue(mention), describeKind(mention)].filter((word) => word !== '').join(' · ')}`,
    ...(parts.length === 0 ? [] : [`    ${parts.join(', ')}`]),
    ...(rivals.length === 0 ? [] : [`    ${say('insteadOf')} : ${rivals.join(', ')}`]),
    ...(candidates.length === 0 ? [] : [`    ${say('candidatesAre')} : ${candidates.join(', ')}`]),
    ...(card.verdict === undefined ? [] : [`    ${sayAny(card.state)} ${say('by', { by: card.verdict.by })}`]),
  ];
  return `${lines.map((line) => plain(line)).join('\n')}\n`;
}

/** A record as assignments. */
export function drawRecord(record: Decided): string {
  const { start: _start, end: _end, fraction: _fraction, ...keys } = record;
  return plain(
    Object.entries(keys)
      .map(([key, value]) => `${key}=${String(value)}`)
      .join('  '),
  );
}

const numbers = ['value', 'min', 'max'];
const texts = ['name', 'country', 'code', 'unit', 'edtf', 'via', 'kind', 'qualifier'];

/**
 * Changes one key of a record as a line says. The type brings the values that were read there; `text` is the new span, a
 * stretch of the sentence around the old one.
 *
 * @example assign(record, 'value=1 200', surroundings)?.value // 1200
 */
export function assign(
  record: Decided,
  line: string,
  { text, sentence, proposals }: { text: string; sentence: readonly [number, number]; proposals: readonly Proposal[] },
): Decided | undefined {
  const [, key = '', value = ''] = /^(\w+)\s*=\s*(.*)$/u.exec(line) ?? [];
  if (key === 'text') {
    const start = findAround(text, value, sentence, record);
    return start === undefined ? undefined : { ...record, text: value, start, end: start + value.length };
  }
  if (key === 'type') {
    const found = proposals.find((proposal) => proposal.record.type === value && proposal.why === 'type');
    return found === undefined
      ? undefined
      : { ...found.record, text: record.text, start: record.start, end: record.end };
  }
  const { [key as 'name']: _, ...rest } = record;
  if (!numbers.includes(key) && !texts.includes(key)) return undefined;
  const typed = numbers.includes(key) ? parseNumber(value) : value;
  const parsed = decidedSchema.safeParse(typed === '' ? rest : { ...rest, [key]: typed });
  return typed !== undefined && parsed.success ? parsed.data : undefined;
}

/** The occurrence of a stretch in the sentence that overlaps the mention. */
function findAround(
  text: string,
  wanted: string,
  [from, until]: readonly [number, number],
  { start, end }: Decided,
): number | undefined {
  if (wanted === '') return undefined;
  const sentence = text.slice(from, until);
  for (let at = sentence.indexOf(wanted); at >= 0; at = sentence.indexOf(wanted, at + 1)) {
    if (from + at < end && start < from + at + wanted.length) return from + at;
  }
  return undefined;
}
