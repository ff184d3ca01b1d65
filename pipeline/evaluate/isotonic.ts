// Isotonic regression: the rising step function nearest to what was counted, by pooling neighbours that fall.

export interface Observation {
  readonly score: number;
  readonly isRight: boolean;
}

/** A stretch of scores that share one measured precision. */
export interface Block {
  /** Mean score of the stretch. */
  readonly score: number;
  readonly right: number;
  readonly count: number;
}

/** Stretches shorter than this are noise: they join their neighbour. */
const fewest = 25;

/**
 * Pools observations into rising blocks. Equal scores stay together, so that the order of records is without effect.
 * @example poolScores([{ score: 0.4, isRight: false }, { score: 0.9, isRight: true }], 1).length // 2
 */
export function poolScores(observations: readonly Observation[], fewestInBlock = fewest): Block[] {
  const byScore = new Map<number, { right: number; count: number }>();
  for (const { score, isRight } of observations) {
    const entry = byScore.get(score) ?? { right: 0, count: 0 };
    byScore.set(score, { right: entry.right + (isRight ? 1 : 0), count: entry.count + 1 });
  }
  const blocks: Block[] = [];
  let pending: Block | undefined;
  for (const [score, { right, count }] of [...byScore].sort((left, other) => left[0] - other[0])) {
    const grown = pending === undefined ? { score, right, count } : join(pending, { score, right, count });
    if (grown.count < fewestInBlock) {
      pending = grown;
      continue;
    }
    pending = undefined;
    push(blocks, grown);
  }
  if (pending !== undefined) {
    const last = blocks.pop();
    push(blocks, last === undefined ? pending : join(last, pending));
  }
  return blocks;
}

/** Adds a block and pools backwards while precision falls. */
function push(blocks: Block[], block: Block): void {
  let last = block;
  for (
    let before = blocks.at(-1);
    before !== undefined && before.right * last.count >= last.right * before.count;
    before = blocks.at(-1)
  ) {
    blocks.pop();
    last = join(before, last);
  }
  blocks.push(last);
}

function join(left: Block, right: Block): Block {
  const count = left.count + right.count;
  return {
    score: (left.score * left.count + right.score * right.count) / count,
    right: left.right + right.right,
    count,
  };
}
