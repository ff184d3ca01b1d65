// A review in progress: the one truth that all windows see. Decisions are taken one after another, each is on the disk
// before it is acknowledged and before the state shows it.
import type { Decided, Decision } from '../ledger/schema.ts';
import { messageOf } from '../text/errors.ts';
import { AlikeIndex, patternOf, type Scope } from './alike.ts';
import { type CardMaker, cardOf } from './card.ts';
import {
  type Common,
  composeEntities,
  composeOne,
  type EntitiesRequest,
  type EverywhereRequest,
  type OneRequest,
  targetEverywhere,
} from './compose.ts';
import { EntityState } from './entities.ts';
import type { Loaded } from './load.ts';
import type { Card, Filter, Mode, Outcome, Overview } from './messages.ts';
import { isStandingMention, isWaiting, Queues } from './queue.ts';
import { RefusedError, refuseFault } from './refused.ts';
import { ReviewState, type Slot } from './slots.ts';
import { additionOf, targetOf } from './target.ts';

export interface SessionOptions {
  readonly loaded: Loaded;
  readonly decisions: readonly Decision[];
  /** Writes a decision; resolves when it is on the disk. */
  readonly append: (decision: Decision) => Promise<void>;
  readonly by: string;
  /** The time, in ISO form; none where none is measured. */
  readonly now?: () => string;
}

interface Asked {
  readonly id: string;
  readonly mode: Mode;
  readonly filter: Filter;
  readonly seconds?: number | undefined;
}

export class Session implements CardMaker {
  readonly state: ReviewState;
  readonly entities: EntityState;
  readonly alike: AlikeIndex;
  readonly queues: Queues;
  readonly loaded: Loaded;
  readonly by: string;
  readonly #append: (decision: Decision) => Promise<void>;
  readonly #now: (() => string) | undefined;
  readonly #listeners = new Set<(changed: readonly string[]) => void>();
  #redoable: string[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor({ loaded, decisions, append, by, now }: SessionOptions) {
    this.loaded = loaded;
    this.state = new ReviewState(loaded, decisions);
    this.entities = new EntityState(this.state, loaded.entities);
    this.alike = new AlikeIndex(this.state);
    this.queues = new Queues(this.state);
    this.by = by;
    this.#append = append;
    this.#now = now;
  }

  /** Told of every decision; gives the function that ends it. */
  listen(listener: (changed: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  getSlot(key: string): Slot {
    const slot = this.state.findSlot(key);
    if (slot === undefined)
      throw new RefusedError('gone', `expected a mention of this dataset, found none by "${key}"`);
    return slot;
  }

  overview(mode: Mode, filter: Filter): Overview {
    const { tallies, byType } = this.queues.count(mode, filter);
    let complete = 0;
    for (const doc of this.state.documents.keys()) if (this.state.findCompletion(doc) !== undefined) complete += 1;
    const problems = new Map<string, number>();
    for (const { problem } of this.loaded.unreviewable) problems.set(problem, (problems.get(problem) ?? 0) + 1);
    return {
      sequence: this.state.history.entries.length,
      by: this.by,
      tallies: {
        ...tallies,
        entities: this.entities.count(),
        read: { total: this.state.documents.size, done: complete },
      },
      byType,
      canUndo: this.state.history.findLast() !== undefined,
      canRedo: this.#redoable.length > 0,
      notes: [...problems].map(([code, count]) => ({ code, count })),
    };
  }

  card(key: string): Promise<Card> {
    return cardOf(this, this.getSlot(key));
  }

  /** Accepts, rejects, corrects or leaves one mention or lead. */
  async decide(request: Asked & OneRequest & { readonly key: string; readonly seen: string | null }): Promise<Outcome> {
    return this.#take(request, async () => {
      const slot = this.getSlot(request.key);
      if ((slot.verdict?.id ?? null) !== request.seen) {
        const who = slot.verdict === undefined ? 'taken back' : `decided by ${slot.verdict.by}`;
        throw new RefusedError('decided', `expected the mention as it was shown, found it ${who}`, {
          card: await cardOf(this, slot),
        });
      }
      return [composeOne(this.state, slot, request, this.#common(request, slot))];
    });
  }

  /** Adds a mention that was selected in the text. */
  async add(request: Asked & { doc: string; record: Decided }): Promise<Outcome> {
    return this.#take(request, () => {
      const state = this.state.documents.get(request.doc);
      if (state === undefined) throw new RefusedError('gone', `expected a document, found none by "${request.doc}"`);
      refuseFault(request.record, state.document);
      return [{ ...this.#common(request), action: 'add', targets: [additionOf(state, request.record)] }];
    });
  }

  /** One decision for all mentions of a pattern that still wait, but for the exceptions. */
  async everywhere(
    request: Asked &
      EverywhereRequest & { readonly key: string; readonly scope: Scope; readonly except: readonly string[] },
  ): Promise<Outcome> {
    return this.#take(request, () => {
      const slot = this.getSlot(request.key);
      const except = new Set(request.except);
      const waiting = this.alike.waiting(slot, request.scope);
      const members = waiting.filter(({ key }) => !except.has(key));
      const targets = members.flatMap((member) => targetEverywhere(this.state, slot, member, request) ?? []);
      if (targets.length === 0) throw new RefusedError('nothing', 'expected mentions to decide on, found none left');
      const exceptions = waiting
        .filter(({ key }) => except.has(key))
        .map((member) => targetOf(this.state.getDocument(member.document.doc), member));
      const isAddition = request.action !== 'reject' && slot.baseState === 'lead';
      return [
        {
          ...this.#common(request),
          action: isAddition ? 'add' : request.action,
          targets,
          pattern: patternOf(slot, request.scope),
          ...(exceptions.length === 0 ? {} : { except: exceptions }),
        },
      ];
    });
  }

  /** Declares that what stands in a document is right and nothing else is in it: what is undecided is accepted with it. */
  async complete(request: Asked & { doc: string }): Promise<Outcome> {
    return this.#take(request, () => {
      const state = this.state.documents.get(request.doc);
      if (state === undefined) throw new RefusedError('gone', `expected a document, found none by "${request.doc}"`);
      const { doc, textSha256 } = state.document;
      const standing = state.slots.filter((slot) => isStandingMention(slot));
      const open = standing.filter((slot) => isWaiting(slot));
      return [
        {
          ...this.#common(request),
          action: 'complete',
          doc,
          text_sha256: textSha256,
          records: standing.length,
          ...(open.length === 0 ? {} : { targets: open.map((slot) => targetOf(state, slot)) }),
        },
      ];
    });
  }

  /** Decides on entities: one, not one, another of the same name, another canonical name. */
  async decideEntities(
    request: Asked & EntitiesRequest & { readonly keys?: readonly string[] | undefined },
  ): Promise<Outcome> {
    return this.#take(request, () => {
      const mentions = (request.action === 'split' ? (request.keys ?? []) : []).map((key) => this.getSlot(key));
      return [composeEntities(this.state, this.entities, request, { mentions, common: this.#common(request) })];
    });
  }

  /** Takes the newest decision back, or the given one. */
  async undo(request: Asked & { decision?: string }): Promise<Outcome> {
    const outcome = await this.#take(request, () => {
      const decision =
        request.decision === undefined ? this.state.history.findLast() : this.state.history.find(request.decision);
      if (decision === undefined || !this.state.history.isStanding(decision.id))
        throw new RefusedError('nothing', 'expected a decision to take back, found none');
      return [{ v: 1, id: request.id, by: this.by, ...this.#time(), action: 'undo', undoes: decision.id }];
    });
    this.#redoable.push(request.id);
    return { ...outcome, overview: this.overview(request.mode, request.filter) };
  }

  /** Takes the newest undo back. */
  async redo(request: Asked): Promise<Outcome> {
    const last = this.#redoable.at(-1);
    if (last === undefined) throw new RefusedError('nothing', 'expected an undo to take back, found none');
    const kept = this.#redoable.slice(0, -1);
    const outcome = await this.#take(request, () => [
      { v: 1, id: request.id, by: this.by, ...this.#time(), action: 'undo', undoes: last },
    ]);
    this.#redoable = kept;
    return { ...outcome, overview: this.overview(request.mode, request.filter) };
  }

  #common(asked: Asked, slot?: Slot): Common {
    const model = (slot?.document ?? this.loaded.documents[0])?.line.model;
    return {
      v: 1,
      id: asked.id,
      by: this.by,
      ...this.#time(),
      ...(asked.seconds === undefined || this.#now === undefined ? {} : { seconds: asked.seconds }),
      mode: asked.mode,
      ...(model === undefined ? {} : { model }),
      ...(this.loaded.rules === undefined ? {} : { rules: this.loaded.rules }),
    };
  }

  #time(): { at?: string } {
    return this.#now === undefined ? {} : { at: this.#now() };
  }

  /** One request after another; a decision that is there already, sent again, is acknowledged and not written twice. */
  async #take(asked: Asked, compose: () => Decision[] | Promise<Decision[]>): Promise<Outcome> {
    const turn = this.#last.then(async () => {
      const before = this.state.history.find(asked.id);
      if (before !== undefined) return this.#outcome(asked, [before], new Set(this.state.slotsOf(before)));
      const decisions = await compose();
      const changed = new Set<Slot>();
      for (const decision of decisions) {
        try {
          await this.#append(decision);
        } catch (thrown) {
          throw new RefusedError('unsaved', messageOf(thrown));
        }
        for (const slot of this.state.add(decision)) changed.add(slot);
        if (decision.action !== 'undo') this.#redoable = [];
      }
      if (decisions.some(({ action }) => ['merge', 'distinct', 'split', 'rename', 'undo'].includes(action)))
        this.entities.refresh();
      const keys = [...changed].map(({ key }) => key);
      for (const listener of this.#listeners) listener(keys);
      return this.#outcome(asked, decisions, changed);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #outcome(
    { mode, filter }: Asked,
    decisions: readonly Decision[],
    changed: ReadonlySet<Slot>,
  ): Promise<Outcome> {
    const last = decisions.at(-1);
    if (last === undefined) throw new Error('expected a decision');
    const about = this.#undone(last);
    const [slot] = about === last ? [...changed] : this.state.slotsOf(about);
    const doc = about.action === 'complete' ? about.doc : slot?.document.doc;
    return {
      decision: last.id,
      overview: this.overview(mode, filter),
      changed: [...changed].map(({ key }) => key),
      ...(slot === undefined ? {} : { card: await cardOf(this, slot) }),
      ...(about.mode === undefined ? {} : { mode: about.mode }),
      action: about.action,
      ...(doc === undefined ? {} : { doc }),
    };
  }

  /** What an undo, or an undo of an undo, is about in the end. */
  #undone(decision: Decision): Decision {
    let current = decision;
    while (current.action === 'undo') {
      const before = this.state.history.find(current.undoes);
      if (before === undefined) return current;
      current = before;
    }
    return current;
  }
}
