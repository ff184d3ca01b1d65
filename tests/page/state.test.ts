// What the page shows after decisions is what a run makes of them: checked against the ledger's own stage.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Document, type Mention, startDocument } from '../../pipeline/document.ts';
import { applyDecisions } from '../../pipeline/ledger/apply.ts';
import { createLedger } from '../../pipeline/ledger/ledger.ts';
import type { Decided } from '../../pipeline/ledger/schema.ts';
import { isStandingMention } from '../../pipeline/page/queue.ts';
import { RefusedError } from '../../pipeline/page/refused.ts';
import { ReviewState, type Slot, spanOf } from '../../pipeline/page/slots.ts';
import { asked, nextId, type Review, reviewOf } from './support/session.ts';

const types = ['person', 'organisation', 'place', 'other'] as const;
const sentence = 'Vela Norin met Ombre Quay in Saltmere before Tessa Roux of Ombre left for Vela Bay with Roux. ';
const text = sentence.repeat(2).trim();
const records = ['Vela Norin', 'Ombre Quay', 'Saltmere', 'Tessa Roux', 'Ombre left', 'Vela Bay'].flatMap(
  (surface, index) =>
    [0, 1].map((nth) => ({
      surface,
      nth,
      type: types[index % types.length] ?? 'other',
      score: 0.3 + index / 10,
      status: index % 3 === 0 ? ('auto' as const) : ('pending' as const),
    })),
);
const leads = [0, 1].map((nth) => ({ surface: 'with Roux', nth, type: 'person', score: 0.4 }));
const words = [...text.matchAll(/\w+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

type Step =
  | { readonly kind: 'decide'; readonly slot: number; readonly action: 'accept' | 'reject' | 'unsure' }
  | {
      readonly kind: 'correct' | 'add';
      readonly slot: number;
      readonly first: number;
      readonly count: number;
      readonly type: number;
    }
  | {
      readonly kind: 'everywhere';
      readonly slot: number;
      readonly action: 'accept' | 'reject';
      readonly except: boolean;
    }
  | { readonly kind: 'undo' | 'redo' | 'complete' };

const place = {
  slot: fc.nat(20),
  first: fc.nat(words.length - 1),
  count: fc.integer({ min: 1, max: 3 }),
  type: fc.nat(3),
};
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('decide' as const),
        slot: fc.nat(20),
        action: fc.constantFrom('accept' as const, 'reject' as const, 'unsure' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('correct' as const, 'add' as const), ...place }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('everywhere' as const),
        slot: fc.nat(20),
        action: fc.constantFrom('accept' as const, 'reject' as const),
        except: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('complete' as const) }) },
  ),
  { maxLength: 12 },
);

it('stands as the ledger’s stage applies it, after any decisions, and the same when read again', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const review = await reviewOf({ 'x.txt': { text, records, leads } }, []);
      const { session, written } = review;
      for (const step of taken) {
        await take(review, step).catch((thrown: unknown) => {
          if (!(thrown instanceof RefusedError)) throw thrown; // refused: nothing was written
        });
      }
      const shown = standing(session.state);

      const document = extracted(session.loaded.documents[0]?.records ?? []);
      const applied = applyDecisions(document, createLedger(written));
      expect(shown).toEqual(applied.mentions.map(({ start, end, type }) => `${start} ${end} ${type}`));

      const again = new ReviewState(session.loaded, written);
      expect(standing(again)).toEqual(shown);
      expect(states(again)).toEqual(states(session.state));
      expect(new Set(written.map(({ id }) => id)).size).toBe(written.length);
    }),
    {
      numRuns: 150,
      examples: [
        // who cannot say whether a rejected addition was right after all
        [
          [
            { kind: 'add', slot: 0, first: 0, count: 1, type: 0 },
            { kind: 'decide', slot: 14, action: 'reject' },
            { kind: 'decide', slot: 14, action: 'unsure' },
          ],
        ],
      ],
    },
  );
});

async function take({ session }: Review, step: Step): Promise<void> {
  const slots = [...session.state.slots.values()];
  const slot = 'slot' in step ? slots[step.slot % slots.length] : undefined;
  switch (step.kind) {
    case 'decide':
      if (slot !== undefined && !slot.isDisplaced) await decide(session, slot, step.action);
      return;
    case 'correct':
    case 'add': {
      // a correction is near what was shown
      const near = words.findIndex(({ start }) => start >= (slot?.base.start ?? 0)) + (step.first % 3) - 1;
      const record = recordAt(step.kind === 'add' ? step : { ...step, first: Math.max(0, near) });
      if (step.kind === 'add') await session.add({ ...asked('read'), doc: 'x.txt', record });
      else if (slot !== undefined && !slot.isDisplaced) await decide(session, slot, 'correct', record);
      return;
    }
    case 'everywhere':
      if (slot !== undefined && !slot.isDisplaced) {
        await session.everywhere({
          ...asked(),
          key: slot.key,
          scope: 'writing',
          action: step.action,
          except: step.except ? [slot.key] : [],
        });
      }
      return;
    case 'undo':
      await session.undo(asked());
      return;
    case 'redo':
      await session.redo(asked());
      return;
    case 'complete':
      await session.complete({ ...asked('read'), doc: 'x.txt' });
  }
}

async function decide(
  session: Review['session'],
  slot: Slot,
  action: 'accept' | 'reject' | 'unsure' | 'correct',
  record?: Decided,
): Promise<void> {
  const lead =
    slot.baseState === 'lead' && action === 'accept'
      ? { type: 'person' as const, text: slot.base.text, start: slot.base.start, end: slot.base.end }
      : undefined;
  await session.decide({
    ...asked(),
    id: nextId(),
    key: slot.key,
    seen: slot.verdict?.id ?? null,
    action,
    record: record ?? lead,
  });
}

function recordAt({ first, count, type }: { first: number; count: number; type: number }): Decided {
  const start = words[first]?.start ?? 0;
  const last = words[Math.min(words.length - 1, first + count - 1)];
  // within one sentence: a mention never crosses two
  const border = sentence.trimEnd().length;
  const end = start < border ? Math.min(last?.end ?? 0, border) : (last?.end ?? 0);
  return { type: types[type] ?? 'other', text: text.slice(start, end), start, end };
}

const standing = (state: ReviewState): string[] =>
  [...state.slots.values()]
    .filter(isStandingMention)
    .map((slot) => ({ ...spanOf(slot), type: (slot.record ?? slot.base).type }))
    .sort((left, right) => left.start - right.start)
    .map(({ start, end, type }) => `${start} ${end} ${type}`);

const states = (state: ReviewState): Record<string, string> =>
  Object.fromEntries(
    [...state.slots.values()].map((slot) => [slot.key, `${slot.state} ${slot.isUnsure} ${slot.isDisplaced}`]),
  );

/** The document as the stages before the decisions leave it. */
function extracted(
  found: readonly { type: string; text: string; start: number; end: number; score: number; method: string }[],
): Document {
  const border = sentence.trimEnd().length;
  const sentences = [
    { start: 0, end: border },
    { start: border + 1, end: text.length },
  ].map((span) => ({ ...span, lang: 'en' as const, margin: 1, block: 0, words: [] }));
  const mentions = found.map(
    ({ type, text: surface, start, end, score, method }) =>
      ({ type, text: surface, start, end, score, method, sentence: start < border ? 0 : 1 }) as Mention, // names alone
  );
  return {
    ...startDocument({ doc: 'x.txt', source: 'x.txt', sha256: '', encoding: 'utf-8', text }),
    sentences,
    mentions,
  };
}
