import { assert, array, boolean, property, record, integer } from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calibrate } from '../../pipeline/evaluate/calibrate.ts';
import { fitCalibration, judgeRecords } from '../../pipeline/evaluate/calibration.ts';
import { poolScores } from '../../pipeline/evaluate/isotonic.ts';
import { binsOf, calibrationError } from '../../pipeline/evaluate/reliability.ts';
import { seededRandom } from '../../pipeline/evaluate/random.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { measuredFile, readCalibration } from '../../pipeline/review/calibrate.ts';
import { changeRecords, folderOf, perfectOutput, writeOutput } from './support.ts';

const observation = record({ score: integer({ min: 0, max: 100 }).map((value) => value / 100), isRight: boolean() });

test('pooled blocks rise, keep every record and do not depend on order', () => {
  assert(
    property(array(observation, { maxLength: 200 }), (observations) => {
      const blocks = poolScores(observations, 5);
      expect(blocks.reduce((sum, { count }) => sum + count, 0)).toBe(observations.length);
      for (const [index, block] of blocks.entries()) {
        const before = blocks[index - 1];
        if (before === undefined) continue;
        expect(before.right / before.count).toBeLessThan(block.right / block.count);
        expect(before.score).toBeLessThan(block.score);
      }
      expect(poolScores(observations.toReversed(), 5).map(({ count, right }) => [count, right])).toEqual(
        blocks.map(({ count, right }) => [count, right]),
      );
    }),
  );
});

test('an overconfident component is brought to the share of its records that are right', () => {
  const random = seededRandom(3);
  const judged = Array.from({ length: 4000 }, () => {
    const truth = random();
    // it says 0.9 where 0.8 is right
    return { type: 'person' as const, method: 'model:toy', score: Math.sqrt(truth), isRight: random() < truth };
  });
  const { table, summary } = fitCalibration(judged);
  expect(summary[0]?.errorBefore).toBeGreaterThan(0.1);
  expect(summary[0]?.errorAfter).toBeLessThan(0.04);
  expect(Object.keys(table.points)).toEqual(['person', 'person/model:toy']);
  expect(summary[0]?.autoPrecision).toBeGreaterThanOrEqual(0.98);
  expect(table.thresholds.person).toBeGreaterThan(0.9);
  expect(table.thresholds.date).toBe(1);
});

test('a record is right only with span, type and every typed key', () => {
  const gold = readGold(['tests/gold/seeds']).documents;
  const good = perfectOutput(gold);
  expect(judgeRecords(gold, good).filter(({ isRight }) => !isRight)).toEqual([]);
  const spoilt = changeRecords(good, (line) => {
    if (line.type === 'figure') return { ...line, unit: 'x' };
    if (line.type === 'country') return { ...line, code: 'ZW' };
    if (line.type === 'date') return { ...line, edtf: '1000' };
    return { ...line, start: line.start + 1 };
  });
  expect(judgeRecords(gold, spoilt).filter(({ isRight }) => isRight)).toEqual([]);
});

test('the command writes the table that the pipeline reads', async () => {
  const folder = folderOf({});
  writeOutput(perfectOutput(readGold(['tests/gold/dev']).documents), folder);
  const file = join(folder, 'calibration.json');
  const run = (): Promise<void> => Promise.reject(new Error('not to be run'));
  const { text, table } = await calibrate({ gold: ['tests/gold/dev'], dataset: folder, table: file, run });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(table);
  expect(table.thresholds).toMatchObject({ person: 0.99, figure: 0.99 });
  expect(text).toMatch(/^type .*\nperson +\d+ +1\.000/);
});

test('a model with a table of its own is read by it, another by the committed one', () => {
  const committed = readCalibration(folderOf({}));
  expect(committed.isOwn).toBe(false);
  expect(Object.keys(committed.points)).toContain('person/model:tamis-ner');
  const thresholds = { person: 0.7, organisation: 1, country: 1, place: 1, figure: 1, date: 1, other: 1 };
  const points = { person: [[0, 0.5]] };
  const own = readCalibration(folderOf({ [measuredFile]: JSON.stringify({ points, thresholds }) }));
  expect(own).toEqual({ points, thresholds, isOwn: true });
});

test.each([
  ['no JSON', '{"points":'],
  ['a threshold left out', '{"points":{},"thresholds":{"person":0.9}}'],
])('a model whose table is damaged is refused: %s', (_what, text) => {
  expect(() => readCalibration(folderOf({ [measuredFile]: text }))).toThrow(
    /^expected a table of scores and thresholds in .*measured\.json, got: .*; write it anew with tamis calibrate --model/,
  );
});

test('bins hold every record once, and the error is 0 where scores say the truth', () => {
  assert(
    property(array(observation, { maxLength: 200 }), (observations) => {
      const bins = binsOf(observations);
      expect(bins.reduce((sum, { records }) => sum + records, 0)).toBe(observations.length);
      expect(bins.map(({ score }) => score)).toEqual(bins.map(({ score }) => score).toSorted((a, b) => a - b));
      expect(calibrationError(observations)).toBeLessThanOrEqual(1);
    }),
  );
  const right = Array.from({ length: 9 }, () => ({ score: 0.9, isRight: true }));
  expect(calibrationError([...right, { score: 0.9, isRight: false }])).toBeCloseTo(0, 10);
  expect(calibrationError([{ score: 0.9, isRight: false }])).toBeCloseTo(0.9, 10);
});

test('the canonical name of the curated entity that gold means is right, another is not', () => {
  const folder = folderOf({ 'a.fr.txt': 'Selon le [[ORG|Conseil de sécurité]], rien ne change à [[LOC|Paris]].\n' });
  const gold = readGold([folder]).documents;
  const output = changeRecords(perfectOutput(gold), (line) =>
    line.type === 'organisation'
      ? { ...line, name: 'Conseil de sécurité des Nations unies', entity: 'organisation-unsc' }
      : line,
  );
  const rightWith = (entity: string): boolean[] =>
    judgeRecords(gold, output, { names: new Set(), find: () => entity }).map(({ isRight }) => isRight);
  expect(judgeRecords(gold, output).map(({ isRight }) => isRight)).toEqual([false, true]);
  expect(rightWith('organisation-unsc')).toEqual([true, true]);
  expect(rightWith('organisation-other')).toEqual([false, true]);
});
