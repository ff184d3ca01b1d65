// The decisions in their order and which of them stand: an undo takes a line back, an undo of an undo restores it.
import type { Decision } from '../ledger/schema.ts';

export class History {
  readonly entries: Decision[] = [];
  readonly #byId = new Map<string, Decision>();
  readonly #positions = new Map<string, number>();
  /** Whether each decision stands, undos too. */
  readonly #standing = new Map<string, boolean>();

  find(id: string): Decision | undefined {
    return this.#byId.get(id);
  }

  isStanding(id: string): boolean {
    return this.#standing.get(id) === true;
  }

  /** Place in the ledger, -1 where it is not there. */
  positionOf(id: string): number {
    return this.#positions.get(id) ?? -1;
  }

  /**
   * Adds a decision; of an undo, gives every decision whose standing changed.
   * @example history.add(undo) // [the decision taken back]
   */
  add(decision: Decision): Decision[] {
    this.#positions.set(decision.id, this.entries.length);
    this.entries.push(decision);
    this.#byId.set(decision.id, decision);
    this.#standing.set(decision.id, true);
    return decision.action === 'undo' ? this.#turn(decision.undoes, false) : [decision];
  }

  /** The decisions that stand, in their order, without the undos. */
  standing(): Decision[] {
    return this.entries.filter(({ id, action }) => action !== 'undo' && this.isStanding(id));
  }

  /** The newest decision that stands and is not an undo. */
  findLast(): Decision | undefined {
    return this.entries.findLast(({ id, action }) => action !== 'undo' && this.isStanding(id));
  }

  #turn(first: string, firstStanding: boolean): Decision[] {
    const turned: Decision[] = [];
    let id = first;
    let isStanding = firstStanding;
    for (;;) {
      const decision = this.#byId.get(id);
      if (decision === undefined || this.#standing.get(id) === isStanding) return turned;
      this.#standing.set(id, isStanding);
      turned.push(decision);
      if (decision.action !== 'undo') return turned;
      id = decision.undoes;
      isStanding = !isStanding;
    }
  }
}
