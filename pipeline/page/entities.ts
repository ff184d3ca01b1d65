// Entities under review: which are one by decision, which are not, and what is still to ask. What follows from decisions
// is not asked again: if A is B and B is C then A is C, and if B is not D, neither is A.
import type { EntityReference } from '../ledger/schema.ts';
import { foldName } from '../text/fold.ts';
import type { EntityLine } from '../write/schema.ts';
import { contextOf } from './alike.ts';
import { type EntityGroups, groupEntities } from './entity-groups.ts';
import type { EntitySummary, EntityView, Pair } from './messages.ts';
import { isStandingMention } from './queue.ts';
import type { ReviewState, Slot } from './slots.ts';

interface OpenPair {
  readonly left: string;
  readonly right: string;
  readonly reason: string;
}

/** How surely a writing is tied to its entity; what is not listed is sure. */
const weakness: Readonly<Record<string, number>> = {
  alias: 5,
  bracket: 4,
  part: 4,
  given: 3,
  shorter: 3,
  surname: 2,
  'short form': 2,
};
const shownContexts = 6;

export class EntityState {
  readonly #state: ReviewState;
  readonly #lines = new Map<string, EntityLine>();
  /** Current id by an earlier one. */
  readonly #renamed = new Map<string, string>();
  readonly #byNames = new Map<string, string>();
  readonly #mentions = new Map<string, Slot[]>();
  #slotCount = -1;
  #groups: EntityGroups = groupEntities([], [], () => undefined);
  /** Keys of the mentions that were split off. */
  #splits: ReadonlySet<string> = new Set();
  #open: readonly OpenPair[] = [];
  #proposed = 0;

  constructor(state: ReviewState, entities: readonly EntityLine[]) {
    this.#state = state;
    for (const line of entities) {
      this.#lines.set(line.entity, line);
      for (const earlier of line.was ?? []) this.#renamed.set(earlier, line.entity);
      this.#byNames.set(
        namesKey(
          line.type,
          line.names.map(({ name }) => name),
        ),
        line.entity,
      );
    }
    this.refresh();
  }

  /** Works out what the standing decisions amount to. */
  refresh(): void {
    const standing = this.#state.history.standing();
    this.#groups = groupEntities(standing, this.#lines.keys(), (reference) => this.#find(reference));
    this.#splits = new Set(
      standing.flatMap((decision) =>
        decision.action === 'split' ? this.#state.slotsOf(decision).map(({ key }) => key) : [],
      ),
    );
    this.#open = this.#findOpen();
  }

  rootOf(entity: string): string {
    return this.#groups.rootOf(entity);
  }

  has(entity: string): boolean {
    return this.#lines.has(entity);
  }

  /** Pairs that may be one and are not settled, those with most mentions first. */
  pairs(doc: string | undefined, limit: number): { pairs: Pair[]; waiting: number } {
    const open = this.#open.filter(
      ({ left, right }) => doc === undefined || this.#isIn(left, doc) || this.#isIn(right, doc),
    );
    const pairs = open
      .slice(0, limit)
      .map(({ left, right, reason }) => ({ left: this.view(left), right: this.view(right), reason }));
    return { pairs, waiting: open.length };
  }

  /** How many pairs were proposed and how many of them are settled. */
  count(): { total: number; done: number } {
    return { total: this.#proposed, done: this.#proposed - this.#open.length };
  }

  #findOpen(): OpenPair[] {
    const seen = new Set<string>();
    const proposed = new Set<string>();
    const open: (OpenPair & { mentions: number })[] = [];
    for (const line of this.#lines.values()) {
      for (const { others, reason } of line.doubts ?? []) {
        for (const other of others) {
          const id = this.#renamed.get(other) ?? other;
          if (!this.#lines.has(id)) continue;
          proposed.add(pairKey(line.entity, id));
          const left = this.rootOf(line.entity);
          const right = this.rootOf(id);
          const key = pairKey(left, right);
          if (left === right || seen.has(key) || this.#groups.isDistinct(left, right)) continue;
          seen.add(key);
          const mentions = line.mentions + (this.#lines.get(id)?.mentions ?? 0);
          open.push({ left, right, reason, mentions });
        }
      }
    }
    this.#proposed = proposed.size;
    return open.sort((a, b) => b.mentions - a.mentions);
  }

  /** Entities that join several writings, the weakest ties first. */
  joined(doc: string | undefined): EntitySummary[] {
    const roots = new Map<string, number>();
    for (const line of this.#lines.values()) {
      const weakest = Math.max(0, ...line.names.map(({ evidence }) => weakness[evidence] ?? 0));
      const root = this.rootOf(line.entity);
      const isMerged = root !== line.entity;
      if (weakest === 0 && !isMerged) continue;
      if (doc === undefined || this.#isIn(root, doc)) roots.set(root, Math.max(roots.get(root) ?? 0, weakest));
    }
    return [...roots].sort(([, left], [, right]) => right - left).map(([root]) => this.summary(root));
  }

  search(text: string, except: string | undefined): EntitySummary[] {
    const wanted = foldName(text);
    if (wanted === '') return [];
    const found: EntitySummary[] = [];
    for (const line of this.#lines.values()) {
      const root = this.rootOf(line.entity);
      if (root !== line.entity || root === except) continue;
      if (![line.name, ...line.names.map(({ name }) => name)].some((name) => foldName(name).includes(wanted))) continue;
      found.push(this.summary(root));
      if (found.length >= 12) break;
    }
    return found;
  }

  summary(entity: string): EntitySummary {
    const root = this.rootOf(entity);
    const slots = this.#slotsOf(root);
    const line = this.#lines.get(root);
    return {
      entity: root,
      type: line?.type ?? 'other',
      name: this.#groups.nameOf(root) ?? line?.name ?? root,
      names: [...new Set(slots.map(({ record, base }) => (record ?? base).text))].slice(0, 12),
      mentions: slots.length,
      documents: new Set(slots.map(({ document }) => document.doc)).size,
    };
  }

  /** An entity with the contexts of its mentions: of each writing some, all with `limit`. */
  view(entity: string, limit = shownContexts): EntityView {
    const summary = this.summary(entity);
    const slots = this.#slotsOf(summary.entity);
    const first = new Map<string, Slot>();
    for (const slot of slots) if (!first.has(slot.base.text)) first.set(slot.base.text, slot);
    const chosen = [...new Set([...first.values(), ...slots])].slice(0, limit);
    return { ...summary, contexts: chosen.map((slot) => contextOf(slot)) };
  }

  /** How the ledger names an entity. */
  reference(entity: string): EntityReference | undefined {
    const line = this.#lines.get(entity);
    if (line === undefined) return undefined;
    return { entity, type: line.type, name: line.name, names: [...new Set(line.names.map(({ name }) => name))] };
  }

  #isIn(root: string, doc: string): boolean {
    return this.#slotsOf(root).some(({ document }) => document.doc === doc);
  }

  #find({ entity, type, names }: EntityReference): string | undefined {
    if (this.#lines.has(entity)) return entity;
    return this.#renamed.get(entity) ?? this.#byNames.get(namesKey(type, names));
  }

  #slotsOf(root: string): Slot[] {
    if (this.#slotCount !== this.#state.slots.size) {
      this.#mentions.clear();
      for (const slot of this.#state.slots.values()) {
        for (const entity of this.#state.entitiesOf(slot)) {
          const list = this.#mentions.get(entity);
          if (list === undefined) this.#mentions.set(entity, [slot]);
          else list.push(slot);
        }
      }
      this.#slotCount = this.#state.slots.size;
    }
    return this.#groups
      .membersOf(root)
      .flatMap((id) => (this.#mentions.get(id) ?? []).filter((slot) => this.#state.entityOf(slot) === id))
      .filter((slot) => isStandingMention(slot) && !this.#splits.has(slot.key));
  }
}

function pairKey(left: string, right: string): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}

function namesKey(type: string, names: readonly string[]): string {
  return `${type} ${[...new Set(names.map(foldName))].sort().join('|')}`;
}
