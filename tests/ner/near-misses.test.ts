import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSpans } from '../../pipeline/ner/decode.ts';
import { nearMisses } from '../../pipeline/ner/near-misses.ts';
import { schemeOf } from '../../pipeline/ner/scheme.ts';

const scheme = schemeOf(['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-QUARK']);

function scoresOf(rows: readonly (readonly number[])[]) {
  const values = rows.flatMap((row) => {
    const total = row.reduce((sum, share) => sum + share, 0);
    return row.map((share) => Math.log(share / total));
  });
  return { values: Float32Array.from(values), scheme };
}

function missesOf(rows: readonly (readonly number[])[]) {
  const scores = scoresOf(rows);
  return nearMisses(scores, decodeSpans(scores, 0, rows.length), 0, rows.length).map((miss) => ({
    ...miss,
    score: Math.round(miss.score * 100) / 100,
  }));
}

const sure = [99, 0.2, 0.2, 0.2, 0.2, 0.2];
const person = [1, 97, 1, 1, 0, 0];

const rows: [what: string, words: number[][], expected: object[]][] = [
  ['words without doubt', [sure, sure], []],
  ['a word that is marked', [sure, person, sure], []],
  ['a doubtful word', [sure, [70, 20, 0, 10, 0, 0], sure], [{ first: 1, last: 2, type: 'PER', score: 0.3 }]],
  [
    'neighbours are one run, with the highest probability and the commonest type',
    [[90, 10, 0, 0, 0, 0], [60, 0, 0, 20, 20, 0], sure],
    [{ first: 0, last: 2, type: 'LOC', score: 0.4 }],
  ],
  [
    'a marked word parts two runs',
    [
      [90, 10, 0, 0, 0, 0],
      [1, 0, 0, 98, 0, 0],
      [80, 20, 0, 0, 0, 0],
    ],
    [
      { first: 0, last: 1, type: 'PER', score: 0.1 },
      { first: 2, last: 3, type: 'PER', score: 0.2 },
    ],
  ],
  ["a type of the model's own is no doubt of ours", [[60, 0, 0, 0, 0, 40]], []],
];

test.each(rows)('%s', (_what, words, expected) => {
  expect(missesOf(words)).toEqual(expected);
});

test('runs are in order, apart from each other and outside all spans', () => {
  const share = fc.double({ min: 1e-9, max: 1, noNaN: true });
  const words = fc.array(fc.array(share, { minLength: 6, maxLength: 6 }), { maxLength: 30 });
  fc.assert(
    fc.property(words, (table) => {
      const scores = scoresOf(table);
      const spans = decodeSpans(scores, 0, table.length);
      const misses = nearMisses(scores, spans, 0, table.length);
      for (const [index, { first, last, score }] of misses.entries()) {
        expect(first).toBeGreaterThan(misses[index - 1]?.last ?? -1);
        expect(last).toBeGreaterThan(first);
        expect(score).toBeGreaterThanOrEqual(0.02);
        expect(score).toBeLessThanOrEqual(1);
        expect(spans.some((span) => span.first < last && first < span.last)).toBe(false);
      }
    }),
  );
});
