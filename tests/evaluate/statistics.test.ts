// The numbers behind the reports: matching, intervals and tests, against brute force and simulation.
import { array, assert, integer, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapF1 } from '../../pipeline/evaluate/bootstrap.ts';
import { overlapping, pairUp } from '../../pipeline/evaluate/matching.ts';
import { seededRandom } from '../../pipeline/evaluate/random.ts';
import { type PairedCounts, signTest, testDrop } from '../../pipeline/evaluate/significance.ts';
import { type Counts, f1Of, figuresOf } from '../../pipeline/evaluate/tally.ts';
import type { Span } from '../../pipeline/text/span.ts';

/** Disjoint spans in order, from lengths and gaps. */
const spans = array(tuple(integer({ min: 0, max: 4 }), integer({ min: 1, max: 5 })), { maxLength: 8 }).map((steps) => {
  let at = 0;
  return steps.map(([gap, length]): Span => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});

/** Most couples that can be made of `edges` one to one, by trying all. */
function most(edges: readonly { gold: Span; found: Span }[]): number {
  const [first, ...rest] = edges;
  if (first === undefined) return 0;
  const free = rest.filter(({ gold, found }) => gold !== first.gold && found !== first.found);
  return Math.max(1 + most(free), most(rest));
}

test('overlapping finds what a double loop finds', () => {
  assert(
    property(spans, spans, (gold, found) => {
      const slow = gold.flatMap((mark) =>
        found
          .filter((span) => span.start < mark.end && mark.start < span.end)
          .map((span) => ({ gold: mark, found: span })),
      );
      expect(overlapping(gold, found)).toEqual(slow);
    }),
  );
});

test('pairing is one to one, and no pairing has more right couples', () => {
  assert(
    property(spans, spans, integer({ min: 1, max: 4 }), (gold, found, modulus) => {
      const isRight = (mark: Span, span: Span): boolean => (mark.start + span.end) % modulus === 0;
      const pairs = pairUp(gold, found, isRight);
      expect(new Set(pairs.map((pair) => pair.gold)).size).toBe(pairs.length);
      expect(new Set(pairs.map((pair) => pair.found)).size).toBe(pairs.length);
      const right = overlapping(gold, found).filter((edge) => isRight(edge.gold, edge.found));
      expect(pairs.filter((pair) => pair.isRight)).toHaveLength(most(right));
    }),
  );
});

const counts = record({ gold: integer({ min: 0, max: 9 }), found: integer({ min: 0, max: 9 }) }).chain(
  ({ gold, found }) =>
    integer({ min: 0, max: Math.min(gold, found) }).map(
      (right): Counts => ({ gold, found, goldRight: right, foundRight: right }),
    ),
);

test('F1 is the harmonic mean of precision and recall and lies between them', () => {
  assert(
    property(counts, (cell) => {
      const { precision, recall, f1 } = figuresOf(cell);
      if (precision === null || recall === null || f1 === null) return;
      expect(f1).toBeGreaterThanOrEqual(Math.min(precision, recall) - 1e-12);
      expect(f1).toBeLessThanOrEqual(Math.max(precision, recall) + 1e-12);
    }),
  );
});

describe('intervals', () => {
  test('hold the true figure in about 95 of 100 samples', () => {
    const random = seededRandom(11);
    let held = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const documents = Array.from({ length: 60 }, (): Counts => {
        const right = Array.from({ length: 10 }, () => random() < 0.8).filter(Boolean).length;
        return { gold: 10, found: 10, goldRight: right, foundRight: right };
      });
      const interval = bootstrapF1(documents, 300, trial);
      if (interval !== null && interval.low <= 0.8 && interval.high >= 0.8) held += 1;
    }
    expect(held).toBeGreaterThan(178);
    expect(held).toBeLessThan(200);
  });

  test('are not given for a single document', () => {
    expect(bootstrapF1([{ gold: 3, found: 3, goldRight: 2, foundRight: 2 }], 100, 1)).toBeNull();
  });
});

describe('the test of a drop', () => {
  const document = (before: number, after: number): PairedCounts => ({
    before: { gold: 10, found: 10, goldRight: before, foundRight: before },
    after: { gold: 10, found: 10, goldRight: after, foundRight: after },
  });
  const noTurns = (): { worse: number; better: number } => ({ worse: 0, better: 0 });

  test('says nothing where F1 did not fall', () => {
    expect(testDrop([document(8, 8), document(7, 9)], noTurns)).toMatchObject({ p: 1, test: 'no drop' });
  });

  test('is sure where every document fell, and not where as many rose', () => {
    expect(
      testDrop(
        Array.from({ length: 8 }, () => document(9, 8)),
        noTurns,
      ).p,
    ).toBeLessThan(0.02);
    const mixed = [
      ...Array.from({ length: 5 }, () => document(9, 8)),
      ...Array.from({ length: 4 }, () => document(8, 9)),
    ];
    expect(testDrop(mixed, noTurns).p).toBeGreaterThan(0.3);
  });

  test('calls chance significant in about 5 of 100 cases', () => {
    const random = seededRandom(17);
    const draw = (): number => Array.from({ length: 10 }, () => random() < 0.8).filter(Boolean).length;
    let alarms = 0;
    for (let trial = 0; trial < 150; trial += 1) {
      const documents = Array.from({ length: 25 }, () => document(draw(), draw()));
      if (testDrop(documents, noTurns).p < 0.05) alarms += 1;
    }
    expect(alarms).toBeLessThan(16);
  });

  test('of few documents counts records: an exact sign test', () => {
    expect(signTest(5, 0)).toBeCloseTo(1 / 32, 12);
    expect(signTest(3, 1)).toBeCloseTo(5 / 16, 12);
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(600, 400)).toBeLessThan(1e-9);
    expect(signTest(5000, 5000)).toBeGreaterThan(0.5);
    const few = [document(10, 5), document(10, 8)];
    expect(testDrop(few, () => ({ worse: 7, better: 0 })).p).toBeCloseTo(1 / 128, 12);
  });
});

test('F1 of nothing is nothing, of misses only 0', () => {
  expect(f1Of({ gold: 0, found: 0, goldRight: 0, foundRight: 0 })).toBeNull();
  expect(f1Of({ gold: 4, found: 0, goldRight: 0, foundRight: 0 })).toBe(0);
});
