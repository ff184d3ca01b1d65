// A review in progress: the one truth that all windows see. Decisions are taken one after another, each is on the disk
// before it is acknowledged and before the state shows it.
import type { Decided, Decision, Target } from '../ledger/schema.ts';
import { messageOf } from '../text/errors.ts';
import { overlaps } from '../text/span.ts';
import { AlikeIndex, carryOver, patternOf, type Scope } from './alike.ts';
import { type CardMaker, cardOf } from './card.ts';
import { EntityState } from './entities.ts';
import type { Loaded, ReviewDocument } from './load.ts';
import type { Card, Fault, Filter, Mode, Outcome, Overview, Refusal } from './messages.ts';
import { isStandingMention, isWaiting, Queues } from './queue.ts';
import { ReviewState, type Slot } from './slots.ts';
import { additionOf, findFault, isUnchanged, targetOf } from './target.ts';

export interface SessionOptions {
  readonly loaded: Loaded;
  readonly decisions: readonly Decision[];
  /** Writes a decision; resolves when it is on the disk. */
  readonly append: (decision: Decision) => Promise<void>;
  readonly by: string;
  /** The time, in ISO form; none where none is measured. */
  readonly now?: () => string;
}

/** A request that cannot be met; the page shows why. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(code: Refusal['code'], message: string, more: Pick<Refusal, 'card' | 'fault'> = {}) {
    super(message);
    this.name = 'RefusedError';
    this.refusal = { code, message, ...more };
  }
}

const expected: Readonly<Record<Fault, string>> = {
  span: 'a stretch of the text without a space at its edge',
  sentence: 'a stretch within one sentence',
  code: 'the code of a country',
  value: 'a value that fits the figure',
  edtf: 'a date of the calendar in EDTF',
};

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
  async decide(
    request: Asked & {
      key: string;
      seen: string | null;
      action: 'accept' | 'reject' | 'correct' | 'unsure';
      record?: Decided | undefined;
    },
  ): Promise<Outcome> {
    return this.#take(request, async () => {
      const slot = this.getSlot(request.key);
      if ((slot.verdict?.id ?? null) !== request.seen) {
        const who = slot.verdict === undefined ? 'taken back' : `decided by ${slot.verdict.by}`;
        throw new RefusedError('decided', `expected the mention as it was shown, found it ${who}`, {
          card: await cardOf(this, slot),
        });
      }
      return [this.#composeOne(slot, request.action, request.record, request)];
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
    request: Asked & {
      key: string;
      scope: Scope;
      action: 'accept' | 'reject' | 'correct';
      record?: Decided | undefined;
      except: readonly string[];
    },
  ): Promise<Outcome> {
    return this.#take(request, () => {
      const slot = this.getSlot(request.key);
      const except = new Set(request.except);
      const waiting = this.alike.waiting(slot, request.scope);
      const members = waiting.filter(({ key }) => !except.has(key));
      const targets = members.flatMap(
        (member) => this.#targetEverywhere(slot, member, request.action, request.record) ?? [],
      );
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
    request: Asked & {
      action: 'merge' | 'distinct' | 'split' | 'rename';
      entities: readonly string[];
      name?: string | undefined;
      discriminator?: string | undefined;
      keys?: readonly string[] | undefined;
    },
  ): Promise<Outcome> {
    return this.#take(request, () => {
      const entities = request.entities.map((id) => {
        const reference = this.entities.reference(id);
        if (reference === undefined) throw new RefusedError('gone', `expected an entity, found none by "${id}"`);
        return reference;
      });
      const [entity] = entities;
      const common = this.#common(request);
      const name = request.name === undefined ? {} : { name: request.name };
      if (entity === undefined) throw new RefusedError('invalid', 'expected an entity, found none');
      if (request.action === 'rename') {
        if (request.name === undefined) throw new RefusedError('invalid', 'expected a name, found none');
        return [{ ...common, action: 'rename', entity, name: request.name }];
      }
      if (request.action === 'split') {
        const targets = (request.keys ?? []).map((key) => {
          const slot = this.getSlot(key);
          return targetOf(this.state.getDocument(slot.document.doc), slot);
        });
        if (targets.length === 0 || request.discriminator === undefined)
          throw new RefusedError('invalid', 'expected mentions and what tells them apart, found none');
        return [{ ...common, action: 'split', entity, targets, discriminator: request.discriminator, ...name }];
      }
      if (entities.length < 2) throw new RefusedError('invalid', 'expected two entities, found one');
      return [
        request.action === 'merge'
          ? { ...common, action: 'merge', entities, ...name }
          : { ...common, action: 'distinct', entities },
      ];
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

  #composeOne(
    slot: Slot,
    action: 'accept' | 'reject' | 'correct' | 'unsure',
    record: Decided | undefined,
    asked: Asked,
  ): Decision {
    const state = this.state.getDocument(slot.document.doc);
    const common = this.#common(asked, slot);
    if (record !== undefined && !overlaps(record, slot.base))
      throw new RefusedError(
        'invalid',
        'expected a span that overlaps what was shown, found one elsewhere: add it as a mention of its own',
      );
    if (action === 'reject' || action === 'unsure') return { ...common, action, targets: [targetOf(state, slot)] };
    if (slot.baseState === 'lead') {
      if (record === undefined) throw new RefusedError('invalid', 'expected a type for what is added, found none');
      refuseFault(record, state.document);
      return { ...common, action: 'add', targets: [targetOf(state, slot, record)] };
    }
    if (action === 'accept' || record === undefined || isUnchanged(slot, record)) {
      refuseOpen(slot);
      return { ...common, action: 'accept', targets: [targetOf(state, slot)] };
    }
    refuseFault(record, state.document);
    return { ...common, action: 'correct', targets: [targetOf(state, slot, record)] };
  }

  #targetEverywhere(
    from: Slot,
    to: Slot,
    action: 'accept' | 'reject' | 'correct',
    record: Decided | undefined,
  ): Target | undefined {
    const state = this.state.getDocument(to.document.doc);
    if (action === 'reject') return targetOf(state, to);
    if (action === 'accept' && to.baseState !== 'lead') {
      return isOpenCountry(to) ? undefined : targetOf(state, to);
    }
    if (record === undefined) throw new RefusedError('invalid', 'expected what the mentions are, found nothing');
    refuseFault(record, from.document);
    const carried = carryOver(from, record, to);
    return carried === undefined || findFault(carried, to.document) !== undefined
      ? undefined
      : targetOf(state, to, carried);
  }

  #common(
    asked: Asked,
    slot?: Slot,
  ): Pick<Decision, 'v' | 'id' | 'by' | 'at' | 'seconds' | 'mode' | 'model' | 'rules'> {
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

function refuseFault(record: Decided, document: ReviewDocument): void {
  const fault = findFault(record, document);
  if (fault !== undefined) throw new RefusedError('invalid', `expected ${expected[fault]}, found another`, { fault });
}

/** A country whose code is undecided cannot be right as shown: it has none. */
function refuseOpen(slot: Slot): void {
  if (isOpenCountry(slot)) throw new RefusedError('invalid', 'expected a choice of country, found none');
}

function isOpenCountry({ base }: Slot): boolean {
  return base.type === 'country' && base.code === undefined;
}
