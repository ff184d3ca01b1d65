// The fates of all decisions over a run: one line for each target of each decision, in the order of the ledger. What no
// document took up is orphaned; nothing is left out.
import { targetsOf, type Ledger } from './ledger.ts';
import type { Decision, Fate } from './schema.ts';

export interface FateCollector {
  /** Takes what became of decisions in one document. */
  add(doc: string, fates: readonly Fate[]): void;
  /** Notes that a document was there and could not be read. */
  addFailed(doc: string): void;
  /**
   * One fate for each target, and for each decision without targets.
   * @param ofEntities fates of the decisions about entities
   */
  finish(ofEntities: ReadonlyMap<string, EntityFate>): Fate[];
}

export type EntityFate = Pick<Fate, 'fate' | 'reason'>;

/**
 * Collects fates. Memory grows with the ledger, not with the corpus.
 *
 * @example const fates = createFates(ledger); fates.add(document.doc, document.fates); fates.finish(new Map())
 */
export function createFates(ledger: Ledger): FateCollector {
  const best = new Map<string, Fate>();
  const seen = new Set<string>();
  const failed = new Set<string>();
  // completions are kept by hash too, which no document is named like
  const docs = new Set([...ledger.byDoc.keys(), ...ledger.completions.keys()]);
  const homeOf = homesOf(ledger);
  return {
    add(doc, fates) {
      if (docs.has(doc)) seen.add(doc);
      for (const fate of fates) {
        const key = keyOf(fate.decision, fate.target);
        const before = best.get(key);
        const home = homeOf.get(key);
        // a copy of the text elsewhere counts where the document itself has no say
        if (before === undefined || rank(fate, home) > rank(before, home)) best.set(key, fate);
      }
    },
    addFailed(doc) {
      if (docs.has(doc)) failed.add(doc);
    },
    finish(ofEntities) {
      const absence = (doc: string): string => {
        if (seen.has(doc)) return `the document "${doc}" was read without this decision`;
        return `the document "${doc}" ${failed.has(doc) ? 'could not be read' : 'is not in the input'}`;
      };
      return ledger.decisions.flatMap((decision): Fate[] => {
        const of = (target: number | undefined): Fate => {
          const head = { decision: decision.id, action: decision.action, ...(target === undefined ? {} : { target }) };
          const doc = docOf(decision, target);
          const where = doc === undefined ? {} : { doc };
          const undo = ledger.undone.get(decision.id);
          if (undo !== undefined) return { ...head, fate: 'undone', ...where, reason: `by decision ${undo}` };
          if (decision.action === 'undo') {
            return ledger.lost.has(decision.id)
              ? { ...head, fate: 'orphaned', reason: 'it takes back no decision before it' }
              : { ...head, fate: 'applied' };
          }
          const found = best.get(keyOf(decision.id, target));
          if (found !== undefined) return found;
          if (doc !== undefined) return { ...head, fate: 'orphaned', ...where, reason: absence(doc) };
          return { ...head, ...(ofEntities.get(decision.id) ?? { fate: 'orphaned', reason: 'its entities are gone' }) };
        };
        const targets = targetsOf(decision);
        const own = targets.length === 0 || decision.action === 'complete' ? [of(undefined)] : [];
        return [...own, ...targets.map((_, index) => of(index))];
      });
    },
  };
}

/** The document of each target, where its fate counts first. */
function homesOf({ standing }: Ledger): Map<string, string> {
  const homes = new Map<string, string>();
  for (const decision of standing) {
    for (const [index, { doc }] of targetsOf(decision).entries()) homes.set(keyOf(decision.id, index), doc);
    if (decision.action === 'complete') homes.set(keyOf(decision.id, undefined), decision.doc);
  }
  return homes;
}

function docOf(decision: Decision, target: number | undefined): string | undefined {
  if (target !== undefined) return targetsOf(decision)[target]?.doc;
  return decision.action === 'complete' ? decision.doc : undefined;
}

function rank({ fate, doc }: Fate, home: string | undefined): number {
  return (fate === 'orphaned' ? 0 : 2) + (doc === home ? 1 : 0);
}

function keyOf(decision: string, target: number | undefined): string {
  return `${decision} ${target ?? ''}`;
}
