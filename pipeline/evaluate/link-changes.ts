// Records that share their entity with others than before, and whether gold likes the new company better.
import { foldName } from '../text/fold.ts';
import type { GoldMention } from './gold.ts';
import type { LabelledRecord } from './judge.ts';
import type { Verdict } from './verdict.ts';

/** One record in both outputs. */
export interface RecordPair {
  readonly before: LabelledRecord;
  readonly after: LabelledRecord;
}

/**
 * Finds the records whose entity has other members than before; new ids for the same groups are no change.
 * Better or worse: whether more of the partners that came or went are as gold has them.
 */
export function judgeMovedLinks(
  pairs: readonly RecordPair[],
  mentions: readonly GoldMention[],
): Map<LabelledRecord, Verdict> {
  const named = pairs.filter(({ before, after }) => before.entity !== undefined || after.entity !== undefined);
  const old = membersBy(named, ({ before }) => before);
  const now = membersBy(named, ({ after }) => after);
  const goldKeys = new Map(
    mentions.map((mention) => [
      `${mention.start}-${mention.end}`,
      `${mention.label} ${foldName(mention.name ?? mention.text)}`,
    ]),
  );
  const goldOf = ({ after }: RecordPair): string | undefined => goldKeys.get(`${after.start}-${after.end}`);
  const verdicts = new Map<LabelledRecord, Verdict>();
  for (const pair of named) {
    const left = old.get(entityOf(pair.before));
    const right = now.get(entityOf(pair.after));
    if (left === undefined || right === undefined || left.word === right.word) continue;
    const own = goldOf(pair);
    let balance = 0;
    for (const partner of new Set([...left.members, ...right.members])) {
      const other = goldOf(partner);
      if (partner === pair || own === undefined || other === undefined) continue;
      const wasTogether = left.members.has(partner);
      const isTogether = right.members.has(partner);
      if (wasTogether !== isTogether) balance += isTogether === (own === other) ? 1 : -1;
    }
    verdicts.set(pair.before, balance === 0 ? 'unknown' : balance > 0 ? 'better' : 'worse');
  }
  return verdicts;
}

/** A record without an entity stands alone. */
function entityOf({ entity, start }: LabelledRecord): string {
  return entity ?? `alone at ${start}`;
}

/** The members of each entity, as a set and as one word to compare by. */
function membersBy(
  pairs: readonly RecordPair[],
  side: (pair: RecordPair) => LabelledRecord,
): Map<string, { members: Set<RecordPair>; word: string }> {
  const groups = new Map<string, Set<RecordPair>>();
  for (const pair of pairs) {
    const entity = entityOf(side(pair));
    const group = groups.get(entity);
    if (group === undefined) groups.set(entity, new Set([pair]));
    else group.add(pair);
  }
  return new Map(
    [...groups].map(([entity, members]) => [
      entity,
      { members, word: [...members].map(({ after }) => after.start).join() },
    ]),
  );
}
