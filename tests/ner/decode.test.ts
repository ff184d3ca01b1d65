import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPath, decodeSpans, type TagScores } from '../../pipeline/ner/decode.ts';
import { schemeOf, type Tag } from '../../pipeline/ner/scheme.ts';

const schemes = {
  bio: schemeOf(['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC']),
  iob1: schemeOf(['O', 'I-PER', 'I-LOC', 'B-LOC']),
  bioes: schemeOf(['O', 'B-PER', 'I-PER', 'E-PER', 'S-PER', 'B-LOC', 'I-LOC', 'E-LOC', 'S-LOC']),
};

/** Log-probabilities of rows of shares. */
function scoresOf(scheme: TagScores['scheme'], rows: readonly (readonly number[])[]): TagScores {
  const values = rows.flatMap((row) => {
    const total = row.reduce((sum, share) => sum + share, 0);
    return row.map((share) => Math.log(share / total));
  });
  return { values: Float32Array.from(values), scheme };
}

const outside: Tag = { position: 'O', type: '' };

/** Where a sequence of tags breaks its scheme, told without the code under test. */
function faultsOf(path: readonly Tag[], name: string): string[] {
  return [...path, outside].flatMap((tag, at) => {
    const previous = path[at - 1] ?? outside;
    const isOpen = previous.position === 'B' || previous.position === 'I';
    const goesOn = tag.position === 'I' || tag.position === 'E';
    const isTorn = name === 'bioes' && isOpen && !goesOn;
    const isLoose = name !== 'iob1' && goesOn && !(isOpen && previous.type === tag.type);
    return isTorn || isLoose ? [`${at}: ${previous.position}-${previous.type} ${tag.position}-${tag.type}`] : [];
  });
}

const randomRows = (width: number) =>
  fc.array(fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: width, maxLength: width }), {
    maxLength: 24,
  });

describe.each(Object.entries(schemes))('%s', (name, scheme) => {
  test('never gives a sequence that the scheme forbids', () => {
    fc.assert(
      fc.property(randomRows(scheme.tags.length), (rows) => {
        const path = Array.from(
          bestPath(scoresOf(scheme, rows), 0, rows.length),
          (index) => scheme.tags[index] ?? outside,
        );
        expect(faultsOf(path, name)).toEqual([]);
      }),
    );
  });

  test('gives the best of all legal sequences', () => {
    const rows = [3, 1, 4, 1, 5, 9].map((seed) => scheme.tags.map((_, tag) => 1 + ((seed * 7 + tag * 13) % 11)));
    const scores = scoresOf(scheme, rows);
    const sum = (path: readonly number[]) =>
      path.reduce((total, tag, word) => total + (scores.values[word * scheme.tags.length + tag] ?? 0), 0);
    let top = -Infinity;
    const walk = (path: readonly number[]): void => {
      const last = path.at(-1);
      if (path.length === rows.length) {
        if (last !== undefined && scheme.last[last] === true) top = Math.max(top, sum(path));
        return;
      }
      scheme.tags.forEach((_, tag) => {
        const isLegal = last === undefined ? scheme.first[tag] === true : scheme.before[tag]?.includes(last) === true;
        if (isLegal) walk([...path, tag]);
      });
    };
    walk([]);
    expect(sum([...bestPath(scores, 0, rows.length)])).toBeCloseTo(top, 5);
  });

  test('gives disjoint spans in order, with scores between 0 and 1', () => {
    fc.assert(
      fc.property(randomRows(scheme.tags.length), (rows) => {
        let end = 0;
        for (const span of decodeSpans(scoresOf(scheme, rows), 0, rows.length)) {
          expect(span.first).toBeGreaterThanOrEqual(end);
          expect(span.last).toBeGreaterThan(span.first);
          expect(span.last).toBeLessThanOrEqual(rows.length);
          expect(span.score).toBeGreaterThanOrEqual(0);
          expect(span.score).toBeLessThanOrEqual(1);
          end = span.last;
        }
      }),
    );
  });
});

describe('spans', () => {
  test('two neighbours of one type stay two where the scheme can say so', () => {
    const rows = ['B-PER', 'I-PER', 'B-PER'].map((label) =>
      [0, 'B-PER', 'I-PER', 3, 4].map((one) => (one === label ? 99 : 1)),
    );
    expect(decodeSpans(scoresOf(schemes.bio, rows), 0, 3)).toMatchObject([
      { first: 0, last: 2, type: 'PER' },
      { first: 2, last: 3, type: 'PER' },
    ]);
  });

  test('the score is the probability of exactly these words', () => {
    const rows = [
      [0.1, 0.9, 0, 0, 0],
      [0.2, 0, 0.8, 0, 0],
      [0.75, 0, 0.25, 0, 0],
    ];
    const [span] = decodeSpans(scoresOf(schemes.bio, rows), 0, 3);
    expect(span).toMatchObject({ first: 0, last: 2 });
    expect(span?.score).toBeCloseTo(0.9 * 0.8 * 0.75, 5);
  });

  test('an empty run gives nothing', () => {
    expect(decodeSpans(scoresOf(schemes.bio, []), 0, 0)).toEqual([]);
  });
});
