// The review where only a terminal is at hand: the same session and ledger, one mention at a time. At a terminal a key
// decides; from a pipe a line does, and an empty one does nothing.
import { randomBytes } from 'node:crypto';
import type { Decided } from '../ledger/schema.ts';
import { cardOf } from './card.ts';
import { decidedOf } from './mention.ts';
import type { Card, Outcome, Refusal } from './messages.ts';
import { propose } from './propose.ts';
import { isDecided } from './slots.ts';
import { readKeys, type TerminalInput } from './terminal-keys.ts';
import { RefusedError } from './refused.ts';
import type { Session } from './session.ts';
import { assign, drawCard, drawRecord, plain } from './terminal-card.ts';
import { faultKeys } from './web/describe.ts';
import { type Language, say, sayAny, setLanguage } from './web/words.ts';

export interface TerminalOptions {
  readonly session: Session;
  readonly stdin: TerminalInput;
  readonly write: (text: string) => Promise<void>;
  readonly language: Language;
}

/**
 * Asks until nothing is left, the input ends or the person quits.
 * @example await reviewAtTerminal({ session, stdin: process.stdin, write, language: 'fr' })
 */
export async function reviewAtTerminal({ session, stdin, write, language }: TerminalOptions): Promise<void> {
  setLanguage(language);
  const keys = readKeys(stdin);
  let shown: string | undefined;
  try {
    for (;;) {
      const [slot] = shown === undefined ? session.queues.next('doubtful', {}, 1, new Set()) : [session.getSlot(shown)];
      shown = undefined;
      if (slot === undefined) {
        await write(`${say('emptyTitle')}. ${say('emptyNext')}\n`);
        return;
      }
      const card = await cardOf(session, slot);
      const { tallies } = session.overview('doubtful', {});
      await write(
        `\n${drawCard(card, { number: tallies.doubtful.done + 1, total: tallies.doubtful.total })}${say('terminalKeys')}\n> `,
      );
      const startedMs = performance.now();
      const key = await keys.next();
      if (key === undefined || key === 'q') return;
      try {
        const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
        const next = await answer(card, key, seconds);
        if (next !== undefined) shown = next;
      } catch (thrown) {
        if (!(thrown instanceof RefusedError)) throw thrown;
        await write(`${wordRefusal(thrown.refusal)}\n`);
        shown = card.key;
      }
    }
  } finally {
    keys.close();
  }

  /** Does what a key asks for; gives the mention to show next, where it is not the next in the queue. */
  async function answer(card: Card, key: string, seconds: number): Promise<string | undefined> {
    switch (key) {
      case 'a':
      case '\r':
        return isDecided(card.state) ? undefined : done(await decide(card, 'accept', seconds));
      case 'x':
        return done(await decide(card, 'reject', seconds));
      case 's':
        return done(await decide(card, 'unsure', seconds));
      case 'c':
      case 'e': {
        const record = await correct(card);
        return record === undefined ? card.key : done(await decide(card, 'correct', seconds, record));
      }
      case 'u':
      case 'z': {
        const outcome = await session.undo(common());
        await write(`${say('didUndo', { what: nameOf(outcome) })}\n`);
        return outcome.card?.key;
      }
      case 'R': {
        const outcome = await session.redo(common());
        await write(`${say('didRedo', { what: nameOf(outcome) })}\n`);
        return undefined;
      }
      default:
        return card.key;
    }
  }

  async function decide(
    card: Card,
    action: 'accept' | 'reject' | 'correct' | 'unsure',
    seconds: number,
    record?: Decided,
  ): Promise<Outcome> {
    return session.decide({
      ...common(),
      key: card.key,
      seen: card.verdict?.id ?? null,
      action,
      seconds,
      ...(record === undefined ? {} : { record }),
    });
  }

  async function done(outcome: Outcome): Promise<undefined> {
    await write(`${nameOf(outcome)}\n`);
    return undefined;
  }

  /** Line by line: `key=value` changes, an empty line saves, a full stop leaves. */
  async function correct(card: Card): Promise<Decided | undefined> {
    const state = session.state.getDocument(card.doc);
    const slot = session.getSlot(card.key);
    let record = decidedOf(card.record ?? card.shown);
    if (record === undefined) return undefined;
    const { proposals } = propose(state, slot.base, slot);
    await write(`${say('terminalCorrect')}\n`);
    for (;;) {
      await write(`  ${drawRecord(record)}\n= `);
      const line = await keys.line();
      if (line === undefined || line === '.') return undefined;
      if (line === '') return record;
      const changed = assign(record, line, { text: state.document.text, sentence: card.passage.sentence, proposals });
      if (changed === undefined) await write(`${say('terminalUnknown', { line: plain(line) })}\n`);
      else record = changed;
    }
  }

  function common(): { id: string; mode: 'doubtful'; filter: object } {
    return { id: randomBytes(8).toString('hex'), mode: 'doubtful', filter: {} };
  }
}

function wordRefusal({ code, message, fault }: Refusal): string {
  if (fault !== undefined) return say(faultKeys[fault]);
  return code === 'nothing' ? say('nothingToUndo') : say('refused', { message });
}

function nameOf({ action = '', card }: Outcome): string {
  const word = sayAny(`did${action.charAt(0).toUpperCase()}${action.slice(1)}`);
  return card === undefined ? word : `${word} « ${plain((card.record ?? card.shown).text)} »`;
}
