// Records as the page and the ledger name them: which keys of a record are shown, which are decided.
import { type Decided, decidedKeys, type Shown } from '../ledger/schema.ts';
import type { DatasetRecord, LeadLine } from '../write/schema.ts';
import type { Mention } from './messages.ts';

const shownKeys = [...decidedKeys, 'id', 'entity', 'score', 'method', 'status', 'candidates'] as const;
const mentionKeys = [...shownKeys, 'derivation', 'rivals', 'notes'] as const;

/** A record of the dataset as a mention of the page. */
export function mentionOf(record: DatasetRecord): Mention {
  const mention = pick(record, mentionKeys);
  // the names of a country follow from its code
  if (record.type === 'country') delete mention['name'];
  return mention as unknown as Mention; // the keys of both are the same by construction
}

/** A lead as a mention without an id. */
export function mentionOfLead(lead: LeadLine): Mention {
  return pick(lead, ['type', 'text', 'start', 'end', 'score']) as unknown as Mention;
}

/** What the ledger keeps of what was shown. */
export function shownOf(mention: Mention): Shown {
  return pick(mention, shownKeys) as unknown as Shown;
}

/**
 * The decided keys of a mention, such as they would be written for a correction.
 * @example decidedOf({ type: 'person', text: 'Gantz', start: 0, end: 5, score: 0.4 }) // { type: 'person', text: 'Gantz', start: 0, end: 5 }
 */
export function decidedOf(mention: Mention): Decided | undefined {
  return mention.type === undefined ? undefined : (pick(mention, decidedKeys) as unknown as Decided);
}

/**
 * Whether two decisions say the same of a mention.
 * @example isSameDecided(record, record) // true
 */
export function isSameDecided(left: Decided, right: Decided): boolean {
  return decidedKeys.every((key) => JSON.stringify(left[key]) === JSON.stringify(right[key]));
}

function pick(from: object, keys: readonly string[]): Record<string, unknown> {
  const source = from as Record<string, unknown>;
  const picked: Record<string, unknown> = {};
  for (const key of keys) if (source[key] !== undefined) picked[key] = source[key];
  return picked;
}
