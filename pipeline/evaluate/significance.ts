// Whether a drop of F1 is more than chance: a paired test over documents, or over records where too few documents differ.
import { seededRandom } from './random.ts';
import { addCounts, type Counts, f1Of, noCounts } from './tally.ts';

export interface PairedCounts {
  readonly before: Counts;
  readonly after: Counts;
}

export interface DropTest {
  readonly before: number | null;
  readonly after: number | null;
  /** One-sided probability of a drop at least as large if both outputs were equally good. */
  readonly p: number;
  readonly test: string;
}

/** Fewest differing documents with which a permutation test can reach 0.05: 2 to the power -5 is 0.031. */
const fewestDocuments = 5;
const permutations = 4000;

/**
 * Tests one cell. Over documents: the two outputs of each document change places at random, and the share of such
 * draws with a drop as large is p. Where fewer than five documents differ: an exact sign test over the gold
 * mentions and spurious records that turned worse or better.
 * @param countTurned counts the records that turned worse and better in the cell, by gold
 */
export function testDrop(
  documents: readonly PairedCounts[],
  countTurned: () => { readonly worse: number; readonly better: number },
): DropTest {
  const sum = (side: 'before' | 'after'): Counts =>
    documents.reduce((total, counts) => addCounts(total, counts[side]), noCounts);
  const before = f1Of(sum('before'));
  const after = f1Of(sum('after'));
  if (before === null || (after ?? 0) >= before) return { before, after, p: 1, test: 'no drop' };
  const differing = documents.filter(({ before: left, after: right }) => !isSame(left, right));
  if (differing.length < fewestDocuments) {
    const turned = countTurned();
    const p = signTest(turned.worse, turned.better);
    return {
      before,
      after,
      p,
      test: `sign test over ${turned.worse + turned.better} records (${differing.length} documents differ)`,
    };
  }
  const p = permutationTest(documents, differing, (after ?? 0) - before);
  return { before, after, p, test: `permutation test over ${differing.length} documents that differ` };
}

function isSame(left: Counts, right: Counts): boolean {
  return left.found === right.found && left.goldRight === right.goldRight && left.foundRight === right.foundRight;
}

function permutationTest(
  documents: readonly PairedCounts[],
  differing: readonly PairedCounts[],
  observed: number,
): number {
  const differs = new Set(differing);
  const rest = documents
    .filter((document) => !differs.has(document))
    .reduce((total, { before }) => addCounts(total, before), noCounts);
  const random = seededRandom(differing.length);
  let asLarge = 0;
  for (let draw = 0; draw < permutations; draw += 1) {
    let left = rest;
    let right = rest;
    for (const { before, after } of differing) {
      const isSwapped = random() < 0.5;
      left = addCounts(left, isSwapped ? after : before);
      right = addCounts(right, isSwapped ? before : after);
    }
    if ((f1Of(right) ?? 0) - (f1Of(left) ?? 0) <= observed + 1e-12) asLarge += 1;
  }
  return (asLarge + 1) / (permutations + 1);
}

/**
 * One-sided exact sign test.
 * @example signTest(5, 0) // 0.03125
 */
export function signTest(worse: number, better: number): number {
  const trials = worse + better;
  // logarithms, since 2 to the power -2000 is no number
  let term = -trials * Math.LN2;
  let p = 0;
  for (let successes = 0; successes <= trials; successes += 1) {
    if (successes >= worse) p += Math.exp(term);
    term += Math.log(trials - successes) - Math.log(successes + 1);
  }
  return Math.min(1, p);
}
