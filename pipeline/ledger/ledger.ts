// A ledger in memory: its decisions in order, which of them stand, and what each document has to do with them.
import type { Decision, Target } from './schema.ts';

/** A target with the decision that it belongs to. */
export interface Anchored {
  readonly decision: Extract<Decision, { targets?: unknown }>;
  /** Place of the decision in the ledger: a later one goes before an earlier one. */
  readonly place: number;
  /** Index of the target within the decision. */
  readonly index: number;
  readonly target: Target;
}

/** "Nothing else is in this document", with its place in the ledger. */
export interface Completion {
  readonly decision: Extract<Decision, { action: 'complete' }>;
  readonly place: number;
}

export interface Ledger {
  readonly path: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** Every line, in the order in which they were written. */
  readonly decisions: readonly Decision[];
  /** The decisions that no undo took back, without the undo lines. */
  readonly standing: readonly Decision[];
  /** The undo that took a decision back, by the id of the decision; undo lines that were taken back are in it too. */
  readonly undone: ReadonlyMap<string, string>;
  /** Undo lines that name no earlier decision. */
  readonly lost: ReadonlySet<string>;
  /** Standing targets by the hash of the text that they were decided on, in order. */
  readonly byText: ReadonlyMap<string, readonly Anchored[]>;
  /** Standing targets by document, in order. */
  readonly byDoc: ReadonlyMap<string, readonly Anchored[]>;
  /** Standing "complete" lines in order, by document and by the hash of the text. */
  readonly completions: ReadonlyMap<string, readonly Completion[]>;
  /** Names that decisions about entities give: type, tab, name. */
  readonly givenNames: ReadonlySet<string>;
  /** Names that decisions about entities gave until they were taken back: nobody decides them any more. */
  readonly withdrawnNames: ReadonlySet<string>;
  /** What a user must know about the file, such as a torn last line. */
  readonly notes: readonly string[];
}

export interface LedgerFile {
  readonly path?: string;
  readonly sha256?: string;
  readonly notes?: readonly string[];
}

/**
 * Works out what a list of decisions amounts to, in one pass.
 *
 * @example createLedger([accept, { v: 1, id, by, action: 'undo', undoes: accept.id }]).standing // []
 */
export function createLedger(decisions: readonly Decision[], file: LedgerFile = {}): Ledger {
  const { undone, lost } = resolveUndo(decisions);
  const standing: Decision[] = [];
  const byText = new Map<string, Anchored[]>();
  const byDoc = new Map<string, Anchored[]>();
  const completions = new Map<string, Completion[]>();
  const givenNames = new Set<string>();
  const withdrawnNames = new Set<string>();
  for (const [place, decision] of decisions.entries()) {
    const given = givenNameOf(decision);
    if (decision.action === 'undo') continue;
    if (undone.has(decision.id)) {
      if (given !== undefined) withdrawnNames.add(given);
      continue;
    }
    standing.push(decision);
    if (decision.action === 'complete') {
      addTo(completions, decision.doc, { decision, place });
      addTo(completions, decision.text_sha256, { decision, place });
    }
    if (given !== undefined) givenNames.add(given);
    for (const [index, target] of targetsOf(decision).entries()) {
      const anchored = { decision, place, index, target };
      addTo(byText, target.text_sha256, anchored);
      addTo(byDoc, target.doc, anchored);
    }
  }
  for (const name of givenNames) withdrawnNames.delete(name);
  const { path = '', sha256 = '', notes = [] } = file;
  const indexes = { byText, byDoc, completions, givenNames, withdrawnNames };
  return { path, sha256, decisions, standing, undone, lost, ...indexes, notes };
}

/**
 * The targets of a decision; of one without any, none.
 * @example targetsOf(undo) // []
 */
export function targetsOf(decision: Decision): readonly Target[] {
  return 'targets' in decision ? (decision.targets ?? []) : [];
}

/**
 * From the last line to the first: an undo that stands takes its line back, one that was taken back itself does nothing.
 * An undo names an earlier line; one that does not is lost.
 */
function resolveUndo(decisions: readonly Decision[]): Pick<Ledger, 'undone' | 'lost'> {
  const undone = new Map<string, string>();
  const lost = new Set<string>();
  if (!decisions.some(({ action }) => action === 'undo')) return { undone, lost };
  const placeOf = new Map(decisions.map(({ id }, place) => [id, place]));
  for (let place = decisions.length - 1; place >= 0; place -= 1) {
    const decision = decisions[place];
    if (decision?.action !== 'undo') continue;
    if ((placeOf.get(decision.undoes) ?? place) >= place) lost.add(decision.id);
    else if (!undone.has(decision.id) && !undone.has(decision.undoes)) undone.set(decision.undoes, decision.id);
  }
  return { undone, lost };
}

function givenNameOf(decision: Decision): string | undefined {
  if (!('name' in decision) || decision.name === undefined) return undefined;
  const type = 'entity' in decision ? decision.entity.type : decision.entities[0]?.type;
  return `${type ?? ''}\t${decision.name}`;
}

function addTo<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
