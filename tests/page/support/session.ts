// Reviews in memory for tests.
import type { Decision } from '../../../pipeline/ledger/schema.ts';
import { decisionSchema } from '../../../pipeline/ledger/schema.ts';
import { loadReview } from '../../../pipeline/page/load.ts';
import { Session } from '../../../pipeline/page/session.ts';
import type { Slot } from '../../../pipeline/page/slots.ts';
import { folderOf } from '../../support/folder.ts';
import { articleEntities, articles, type DocumentOf, writeDataset } from './dataset.ts';

export interface Review {
  readonly session: Session;
  readonly written: Decision[];
}

/** A session over a dataset; decisions are validated and kept in memory. */
export async function reviewOf(
  documents: Readonly<Record<string, DocumentOf>> = articles,
  entities = articleEntities,
  decisions: readonly Decision[] = [],
): Promise<Review> {
  const loaded = await loadReview(writeDataset(folderOf(), documents, entities));
  const written: Decision[] = [];
  const session = new Session({
    loaded,
    decisions,
    by: 'ana',
    append: (decision) => {
      written.push(decisionSchema.parse(JSON.parse(JSON.stringify(decision))));
      return Promise.resolve();
    },
  });
  return { session, written };
}

let serial = 0;
/** A decision id that no other one of the test has. */
export function nextId(): string {
  serial += 1;
  return serial.toString(16).padStart(16, '0');
}

/** The nth slot of a surface. */
export function slotOf({ session }: Review, surface: string, nth = 0, doc?: string): Slot {
  const found = [...session.state.documents.values()]
    .flatMap(({ slots }) => slots)
    .filter((slot) => slot.base.text === surface && (doc === undefined || slot.document.doc === doc))[nth];
  if (found === undefined) throw new Error(`expected a slot "${surface}"`);
  return found;
}

/** What every request has. */
export function asked(mode: 'doubtful' | 'entities' | 'recall' | 'audit' | 'read' = 'doubtful'): {
  id: string;
  mode: typeof mode;
  filter: object;
} {
  return { id: nextId(), mode, filter: {} };
}

/** Decides on a slot as the page does. */
export function decideOn(
  { session }: Review,
  slot: Slot,
  action: 'accept' | 'reject' | 'correct' | 'unsure',
  record?: Parameters<Session['decide']>[0]['record'],
): ReturnType<Session['decide']> {
  return session.decide({
    ...asked(),
    key: slot.key,
    seen: slot.verdict?.id ?? null,
    action,
    ...(record === undefined ? {} : { record }),
  });
}
