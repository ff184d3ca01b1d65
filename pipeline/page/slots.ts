// The state of a review: every mention and lead of the dataset, overlaid with the decisions that stand.
import type { Decided, Decision, Target } from '../ledger/schema.ts';
import { findLastStarting, overlaps } from '../text/span.ts';
import { History } from './history.ts';
import type { Loaded, Moved, ReviewDocument } from './load.ts';
import { recordIds } from '../text/record-id.ts';
import { mentionOf, mentionOfLead } from './mention.ts';
import type { Mention, State } from './messages.ts';

interface Touch {
  readonly decision: Decision;
  readonly target: Target;
  /** Taken on another text, and applied by the last run: the record as it stands is what it says. */
  readonly isMoved?: boolean;
}

/** One mention or lead, from first sight to its last decision. */
export interface Slot {
  readonly key: string;
  readonly document: ReviewDocument;
  /** As first shown. */
  readonly base: Mention;
  readonly baseState: State;
  readonly leadReason?: string;
  /** Decisions on it in the order of the ledger, standing or not. */
  readonly touches: Touch[];
  state: State;
  isUnsure: boolean;
  /** What stands instead of `base`. */
  record?: Decided | undefined;
  verdict?: Decision | undefined;
  /** Another mention that was decided on holds its place. */
  isDisplaced: boolean;
}

export interface DocumentState {
  readonly document: ReviewDocument;
  /** In order of start. */
  slots: Slot[];
  /** Decisions that declared it complete. */
  readonly completions: Decision[];
  /** Ids of records in its text. */
  readonly identify: ReturnType<typeof recordIds>;
}

export class ReviewState {
  readonly history = new History();
  readonly documents = new Map<string, DocumentState>();
  readonly slots = new Map<string, Slot>();
  readonly #byText = new Map<string, DocumentState[]>();
  readonly #moved = new Map<string, Moved[]>();
  /** Entity that the last run gave to a record made by a decision. */
  readonly #madeEntities = new Map<string, string>();

  constructor(loaded: Loaded, decisions: readonly Decision[]) {
    const made = madeRecords(decisions);
    for (const document of loaded.documents) {
      const state = { document, slots: [], completions: [], identify: recordIds(document.text) };
      this.documents.set(document.doc, state);
      const same = this.#byText.get(document.textSha256);
      if (same === undefined) this.#byText.set(document.textSha256, [state]);
      else same.push(state);
      for (const record of document.records) {
        // it is there because of a decision of the ledger, and comes back with that decision
        if (
          made.has(`${document.textSha256} ${record.start} ${record.end} ${record.type}`) &&
          record.method === 'human'
        ) {
          if ('entity' in record && record.entity !== undefined)
            this.#madeEntities.set(placeOf(document.doc, record), record.entity);
          continue;
        }
        this.#addSlot(state, `${record.id}@${document.doc}`, mentionOf(record), record.status);
      }
      for (const lead of document.leads)
        this.#addSlot(state, leadKey(document.doc, lead), mentionOfLead(lead), 'lead', lead.reason);
    }
    for (const moved of loaded.moved) {
      const list = this.#moved.get(moved.decision);
      if (list === undefined) this.#moved.set(moved.decision, [moved]);
      else list.push(moved);
    }
    for (const decision of decisions) this.#record(decision);
    for (const state of this.documents.values()) this.#settle(state);
  }

  /**
   * Takes a decision in, whether new or read from the ledger.
   * @returns the slots that changed
   */
  add(decision: Decision): Slot[] {
    const changed = this.#record(decision);
    const states = new Set(changed.map((slot) => this.getDocument(slot.document.doc)));
    for (const state of this.#completedBy(decision)) states.add(state);
    const displaced = new Set<Slot>(changed);
    for (const state of states) for (const slot of this.#settle(state)) displaced.add(slot);
    return [...displaced];
  }

  /** Entities that the mention has belonged to: as first shown, and as decisions in the last run had it. */
  entitiesOf({ base, document, touches }: Slot): Set<string> {
    const made = touches.map(({ target: { record } }) => this.#madeEntityOf(document.doc, record));
    return new Set([base.entity, ...made].filter((entity) => entity !== undefined));
  }

  /** The entity that it belongs to as it stands; a correction that no run has seen keeps the one first shown. */
  entityOf({ base, document, record }: Slot): string | undefined {
    return this.#madeEntityOf(document.doc, record) ?? base.entity;
  }

  #madeEntityOf(doc: string, record: Decided | undefined): string | undefined {
    return record && this.#madeEntities.get(placeOf(doc, record));
  }

  getDocument(doc: string): DocumentState {
    const state = this.documents.get(doc);
    if (state === undefined) throw new Error(`expected a document "${doc}" of this review`);
    return state;
  }

  findSlot(key: string): Slot | undefined {
    return this.slots.get(key);
  }

  findCompletion(doc: string): Decision | undefined {
    return this.documents.get(doc)?.completions.findLast(({ id }) => this.history.isStanding(id));
  }

  /** Slots that a decision is about, in this dataset. */
  slotsOf(decision: Decision): Slot[] {
    if (!('targets' in decision)) return [];
    const here = (decision.targets ?? []).flatMap((target) =>
      (this.#byText.get(target.text_sha256) ?? []).flatMap((state) => this.slots.get(keyOf(state, target)) ?? []),
    );
    return [...here, ...this.#movedBy(decision).map(({ slot }) => slot)];
  }

  #movedBy(decision: Decision): { slot: Slot; target: Target }[] {
    const targets = 'targets' in decision ? decision.targets : undefined;
    return (this.#moved.get(decision.id) ?? []).flatMap(({ record, doc, target: index }) => {
      const slot = this.slots.get(`${record}@${doc}`);
      const target = targets?.[index];
      return slot === undefined || target === undefined ? [] : [{ slot, target }];
    });
  }

  #record(decision: Decision): Slot[] {
    const changed: Slot[] = [];
    for (const turned of this.history.add(decision)) {
      if (turned.action === 'complete' && turned === decision) {
        for (const state of this.#byText.get(turned.text_sha256) ?? []) state.completions.push(turned);
      }
      if (!('targets' in turned)) continue;
      if (turned === decision) for (const target of turned.targets ?? []) this.#touch(turned, target);
      if (turned === decision)
        for (const { slot, target } of this.#movedBy(turned))
          slot.touches.push({ decision: turned, target, isMoved: true });
      changed.push(...this.slotsOf(turned));
    }
    for (const slot of changed) this.#derive(slot);
    return changed;
  }

  /** Documents that the decision, or what it undoes, declares complete: leads in them are asked no more, or again. */
  #completedBy(decision: Decision): readonly DocumentState[] {
    let current: Decision | undefined = decision;
    while (current?.action === 'undo') current = this.history.find(current.undoes);
    return current?.action === 'complete' ? (this.#byText.get(current.text_sha256) ?? []) : [];
  }

  #touch(decision: Decision, target: Target): void {
    for (const state of this.#byText.get(target.text_sha256) ?? []) {
      const key = keyOf(state, target);
      let slot = this.slots.get(key);
      if (slot === undefined) {
        const base = target.shown ?? target.record;
        if (base === undefined) continue;
        const isLead = target.shown !== undefined && target.shown.id === undefined;
        const status = target.shown?.status ?? 'pending';
        const baseState = isLead
          ? 'lead'
          : target.shown === undefined
            ? 'rejected'
            : isOpen(status)
              ? status
              : 'pending';
        slot = this.#addSlot(state, key, base, baseState);
      }
      slot.touches.push({ decision, target });
    }
  }

  #addSlot(state: DocumentState, key: string, base: Mention, baseState: State, leadReason?: string): Slot {
    const slot: Slot = {
      key,
      document: state.document,
      base,
      baseState,
      ...(leadReason === undefined ? {} : { leadReason }),
      touches: [],
      state: baseState,
      isUnsure: false,
      isDisplaced: false,
    };
    this.slots.set(key, slot);
    state.slots.push(slot);
    return slot;
  }

  #derive(slot: Slot): void {
    const words = slot.touches.filter(
      ({ decision }) => this.history.isStanding(decision.id) && decision.action !== 'split',
    );
    const lastOfAll = words.at(-1);
    slot.isUnsure = lastOfAll?.decision.action === 'unsure';
    slot.record = undefined;
    slot.verdict = lastOfAll?.decision;
    slot.state = stateBefore(slot);
    const isAdded = slot.baseState === 'rejected';
    if (slot.isUnsure && !isAdded) return;
    // who cannot say about an addition lets it stand, and goes before who had rejected it
    const last = words.findLast(
      ({ decision: { action } }) => action !== 'unsure' && !(slot.isUnsure && action === 'reject'),
    );
    if (last === undefined) return;
    const { decision, target, isMoved } = last;
    if (isMoved === true) {
      slot.state = slot.baseState;
      return;
    }
    if (decision.action === 'accept' || decision.action === 'complete') slot.state = 'accepted';
    else if (decision.action === 'reject') slot.state = slot.baseState === 'lead' ? 'dismissed' : 'rejected';
    else if (decision.action === 'correct' || decision.action === 'add') {
      slot.state = decision.action === 'add' ? 'added' : 'corrected';
      slot.record = target.record;
    }
  }

  /** Undecided mentions under a decided one go; of two decided ones the later decision holds. Gives what changed. */
  #settle(state: DocumentState): Slot[] {
    state.slots.sort((left, right) => spanOf(left).start - spanOf(right).start || spanOf(left).end - spanOf(right).end);
    const order = ({ verdict }: Slot): number => (verdict === undefined ? -1 : this.history.positionOf(verdict.id));
    const standing = state.slots
      .filter((slot) => isDecided(slot.state) && isMention(slot.state))
      .sort((left, right) => order(right) - order(left));
    const kept = new Map<number, Slot>();
    const changed: Slot[] = [];
    const displace = (slot: Slot, isDisplaced: boolean): void => {
      if (slot.isDisplaced !== isDisplaced) changed.push(slot);
      slot.isDisplaced = isDisplaced;
    };
    // decided mentions are few words long: the units they cover are the index
    for (const slot of standing) {
      const span = spanOf(slot);
      let isTaken = false;
      for (let unit = span.start; unit < span.end && !isTaken; unit += 1) isTaken = kept.has(unit);
      displace(slot, isTaken);
      if (!isTaken) for (let unit = span.start; unit < span.end; unit += 1) kept.set(unit, slot);
    }
    const isComplete = state.completions.some(({ id }) => this.history.isStanding(id));
    for (const slot of state.slots) {
      if (isDecided(slot.state)) {
        if (!isMention(slot.state)) displace(slot, false);
        continue;
      }
      const span = spanOf(slot);
      let other: Slot | undefined;
      for (let unit = span.start; unit < span.end && other === undefined; unit += 1) other = kept.get(unit);
      const isAnswered = isComplete && slot.state === 'lead';
      displace(slot, isAnswered || (other !== undefined && overlaps(spanOf(other), span)));
    }
    return changed;
  }
}

/** Where the mention stands now. */
export function spanOf(slot: Slot): { readonly start: number; readonly end: number } {
  return slot.record ?? slot.base;
}

/** Language of the sentence that it stands in. */
export function languageOf({ document, base }: Slot): 'fr' | 'en' | 'und' {
  return document.sentences[findLastStarting(document.sentences, base.start)]?.lang ?? document.line.lang ?? 'und';
}

export function isDecided(state: State): boolean {
  return state !== 'auto' && state !== 'pending' && state !== 'lead';
}

/** Whether a record stands in the dataset for it. */
export function isMention(state: State): boolean {
  return state !== 'rejected' && state !== 'dismissed' && state !== 'lead';
}

/** The state without the decisions: a record that a run had already decided on is open again when they are taken back. */
export function stateBefore({ baseState, touches: [first] }: Slot): State {
  if (first === undefined || !isDecided(baseState) || baseState === 'rejected') return baseState;
  const status = first.target.shown?.status;
  return isOpen(status) ? status : 'pending';
}

function isOpen(status: State | undefined): status is 'auto' | 'pending' {
  return status === 'auto' || status === 'pending';
}

/**
 * Key of a lead: it has no id.
 * @example leadKey('a.txt', { start: 3, end: 9 }) // 'lead-3-9@a.txt'
 */
export function leadKey(doc: string, { start, end }: { start: number; end: number }): string {
  return `lead-${start}-${end}@${doc}`;
}

function keyOf({ document, identify }: DocumentState, { shown, record }: Target): string {
  if (shown !== undefined) {
    return shown.id === undefined ? leadKey(document.doc, shown) : `${shown.id}@${document.doc}`;
  }
  return record === undefined ? '' : `${identify(record)}@${document.doc}`;
}

function placeOf(doc: string, { start, end, type }: Pick<Decided, 'start' | 'end' | 'type'>): string {
  return `${start} ${end} ${type} ${doc}`;
}

/** Spans and types of the records that decisions made. */
function madeRecords(decisions: readonly Decision[]): Set<string> {
  const made = new Set<string>();
  for (const decision of decisions) {
    if (!('targets' in decision)) continue;
    for (const { text_sha256, record } of decision.targets ?? []) {
      if (record !== undefined) made.add(`${text_sha256} ${record.start} ${record.end} ${record.type}`);
    }
  }
  return made;
}
