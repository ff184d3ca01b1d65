// The order in which an audit shows automatically accepted records: by a hash, so that however far one gets, what was seen
// is a random sample, and a sample of each language and type too.
import { createHash } from 'node:crypto';

/** What places a record: of a corrected one, the id under which it was first shown. */
export interface Placed {
  readonly doc: string;
  readonly id: string;
  readonly was?: string | undefined;
}

/**
 * Place of a record in the audit's order. It depends on nothing but the record, so that it stays when others come and go.
 * @example auditPlace({ doc: 'a.txt', id: '9f0c3d5e7a1b2c4d' }) // '3e0b…', 16 hex digits
 */
export function auditPlace({ doc, id, was }: Placed): string {
  return createHash('sha256')
    .update(`audit\0${doc}\0${was ?? id}`)
    .digest('hex')
    .slice(0, 16);
}

/**
 * Records in the order of the audit. To audit a language or a type alone, leave the others out: the order is the same.
 * @example auditOrder(records.filter(({ status }) => status === 'auto'))[0] // the first to look at
 */
export function auditOrder<Item extends Placed>(records: readonly Item[]): Item[] {
  const placed = records.map((record) => ({ record, place: auditPlace(record) }));
  placed.sort((left, right) => (left.place < right.place ? -1 : left.place > right.place ? 1 : 0));
  return placed.map(({ record }) => record);
}

/**
 * The order for an audit of all languages and types at once: the first record of each, the second of each, and so on, so
 * that rare ones are judged as soon as common ones. Within each it is the audit's order, and the conclusions hold.
 *
 * @example auditRounds(records).slice(0, 14) // at most one of each language and type, two of none
 * @param limit most records of one language and type
 */
export function auditRounds<Item extends Placed & { readonly type: string; readonly lang: string }>(
  records: readonly Item[],
  limit = Number.POSITIVE_INFINITY,
): Item[] {
  const counts = new Map<string, number>();
  const ranked = auditOrder(records).map((record) => {
    const stratum = `${record.type} ${record.lang}`;
    const round = counts.get(stratum) ?? 0;
    counts.set(stratum, round + 1);
    return { record, round };
  });
  return ranked
    .filter(({ round }) => round < limit)
    .sort((left, right) => left.round - right.round)
    .map(({ record }) => record);
}
