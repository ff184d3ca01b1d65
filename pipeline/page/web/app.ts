// What the views share: mode, filter, counts, notices, and the decisions they send.
import type { Decided } from '../../ledger/schema.ts';
import type { Card, Filter, Mode, Outcome, Overview, Settings } from '../messages.ts';
import { ask, freshId, RequestError } from './client.ts';
import { faultKeys } from './describe.ts';
import { announce } from './dom.ts';
import { say, type WordKey } from './words.ts';

export interface View {
  readonly element: HTMLElement;
  /** Loads and draws. */
  show(): Promise<void>;
  /** Whether the key was for it. */
  onKey(event: KeyboardEvent): boolean;
  /** Mentions were decided on, here or in another window. */
  onChanged(keys: readonly string[]): void;
  /** Goes to a mention: after an undo, or from the list of decisions. */
  reveal(card: Card): void;
}

/** What a mode opens with. */
export interface Target {
  readonly card?: Card;
  readonly doc?: string;
  /** A stretch of the document to add. */
  readonly span?: { readonly start: number; readonly end: number };
}

export interface Notice {
  readonly text: string;
  readonly isFault: boolean;
}

const didKeys: Readonly<Record<string, WordKey>> = {
  accept: 'didAccept',
  reject: 'didReject',
  correct: 'didCorrect',
  add: 'didAdd',
  unsure: 'didUnsure',
  merge: 'didMerge',
  distinct: 'didDistinct',
  split: 'didSplit',
  rename: 'didRename',
  complete: 'didComplete',
};

/** @example didWord('accept') // 'Accepted' */
export function didWord(action: string): string {
  const key = didKeys[action];
  return key === undefined ? action : say(key);
}

export class App {
  settings: Settings;
  mode: Mode;
  filter: Filter = {};
  overview: Overview;
  /** Last decision of this window, to say it beside the next card. */
  onOverview: () => void = () => undefined;
  onNotice: (notice: Notice | undefined) => void = () => undefined;
  openMode: (mode: Mode, target?: Target) => Promise<void> = () => Promise.resolve();
  #isBusy = false;
  #shownAt = performance.now();
  #hiddenMs = 0;
  #hiddenSince: number | undefined;
  /** Id of a decision that was sent and not acknowledged: sent again it is the same one. */
  readonly #unacknowledged = new Map<string, string>();

  constructor(settings: Settings, mode: Mode) {
    this.settings = settings;
    this.overview = settings.overview;
    this.mode = mode;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#hiddenSince = performance.now();
      else if (this.#hiddenSince !== undefined) {
        this.#hiddenMs += performance.now() - this.#hiddenSince;
        this.#hiddenSince = undefined;
      }
    });
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  setOverview(overview: Overview): void {
    // an answer that was overtaken by a later one
    if (overview.sequence < this.overview.sequence) return;
    this.overview = overview;
    this.onOverview();
  }

  /** Something new is on the screen: the time of the next decision starts here. */
  startTimer(): void {
    this.#shownAt = performance.now();
    this.#hiddenMs = 0;
    this.#hiddenSince = undefined;
  }

  decide(
    card: Card,
    action: 'accept' | 'reject' | 'correct' | 'unsure',
    record?: Decided,
  ): Promise<Outcome | undefined> {
    return this.send('/api/decide', {
      key: card.key,
      seen: card.verdict?.id ?? null,
      action,
      ...(record === undefined ? {} : { record }),
    });
  }

  /**
   * Sends a decision and waits until it is on the disk. Undefined where it was refused or not reached: the reason is on
   * the screen then. Keys pressed in between are for a card that nobody has seen yet: they do nothing.
   */
  async send(path: string, body: object, isDecision = true): Promise<Outcome | undefined> {
    if (this.#isBusy) return undefined;
    this.#isBusy = true;
    document.body.classList.add('saving');
    const same = JSON.stringify([path, body]);
    const id = this.#unacknowledged.get(same) ?? freshId();
    this.#unacknowledged.set(same, id);
    const seconds = Math.round((performance.now() - this.#shownAt - this.#hiddenMs) / 100) / 10;
    try {
      const outcome = await ask<Outcome>(path, {
        id,
        ...body,
        ...(path === '/api/complete' || path === '/api/entity-decide' ? {} : { mode: this.mode }),
        filter: this.filter,
        ...(isDecision ? { seconds } : {}),
      });
      this.#unacknowledged.delete(same);
      this.onNotice(undefined);
      this.setOverview(outcome.overview);
      return outcome;
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      if (thrown.code !== 'offline') this.#unacknowledged.delete(same);
      this.fault(thrown);
      return undefined;
    } finally {
      this.#isBusy = false;
      document.body.classList.remove('saving');
    }
  }

  /** What takes back and restores goes in turn: pressed three times, three decisions are taken back. */
  async #settled(): Promise<void> {
    while (this.#isBusy) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Shows why something was not done. */
  fault(thrown: RequestError): void {
    const { code, refusal, message } = thrown;
    if (code === 'decided' && refusal?.card !== undefined) {
      this.onNotice({ text: say('elsewhere'), isFault: false });
      this.onDecided(refusal.card);
      return;
    }
    const text =
      code === 'offline'
        ? say('offline')
        : code === 'denied'
          ? say('denied')
          : code === 'nothing'
            ? say('nothingToUndo')
            : code === 'unsaved'
              ? say('unsaved', { message })
              : refusal?.fault === undefined
                ? say('refused', { message })
                : say(faultKeys[refusal.fault]);
    this.onNotice({ text, isFault: code !== 'nothing' });
    announce(text);
  }

  /** A card turned out to be decided already. */
  onDecided: (card: Card) => void = () => undefined;

  async undo(decision?: string): Promise<void> {
    await this.#settled();
    const outcome = await (decision === undefined
      ? this.send('/api/undo', {}, false)
      : this.send('/api/undo-one', { decision }, false));
    if (outcome !== undefined) await this.#goBack(outcome, 'didUndo');
  }

  async redo(): Promise<void> {
    await this.#settled();
    const outcome = await this.send('/api/redo', {}, false);
    if (outcome !== undefined) await this.#goBack(outcome, 'didRedo');
  }

  async #goBack(outcome: Outcome, key: 'didUndo' | 'didRedo'): Promise<void> {
    const what = `${didWord(outcome.action ?? '')}${outcome.card === undefined ? '' : ` « ${(outcome.card.record ?? outcome.card.shown).text} »`}${outcome.changed.length > 1 ? ` (${outcome.changed.length})` : ''}`;
    const text = say(key, { what });
    announce(text);
    await this.openMode(outcome.mode ?? this.mode, {
      ...(outcome.card === undefined ? {} : { card: outcome.card }),
      ...(outcome.doc === undefined ? {} : { doc: outcome.doc }),
    });
    this.onNotice({ text, isFault: false });
  }
}
