// A dataset that people reviewed serves as gold.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GoldDocument } from '../../pipeline/evaluate/gold.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { evaluate } from '../../pipeline/evaluate/evaluate.ts';
import { readPredicted } from '../../pipeline/evaluate/predicted.ts';
import { writePlain } from '../../pipeline/evaluate/strip.ts';
import { changeRecords, folderOf, perfectOutput, writeOutput } from './support.ts';

const marked = readGold(['tests/gold/seeds']).documents;
const run = (): Promise<void> => Promise.reject(new Error('not to be run'));

function reviewedFolder(): string {
  const folder = folderOf({});
  writeOutput(
    perfectOutput(marked).map((document, index) => ({ ...document, review: index === 0 ? 'partial' : 'complete' })),
    folder,
  );
  return folder;
}

test('documents whose review is complete are gold, the others are left out by name', () => {
  const gold = readGold([reviewedFolder()]);
  expect(gold.documents).toHaveLength(4);
  expect(gold.leftOut).toEqual([`${marked[0]?.doc}: review is partial`]);
  expect(gold.documents[0]?.mentions.map(({ start, end, label }) => [start, end, label])).toEqual(
    marked[1]?.mentions.map(({ start, end, label }) => [start, end, label]),
  );
});

test('output is judged against it, sentences and languages too', async () => {
  const output = folderOf({});
  writeOutput(
    changeRecords(perfectOutput(marked), (record) => (record.type === 'date' ? undefined : record)),
    output,
  );
  const { report } = await evaluate({ gold: [reviewedFolder()], dataset: output, run, resamples: 5 });
  const f1 = (row: string, measure: string) =>
    report.figures.find((cell) => cell.group === 'all' && cell.row === row && cell.measure === measure)?.f1;
  expect([f1('names', 'strict'), f1('sentence', 'spans'), f1('date', 'edtf')]).toEqual([1, 1, 0]);
  expect(report.errors.every(({ cause }) => cause === 'missed')).toBe(true);
});

test('without INPUT or DATASET it says that a dataset does not hold its documents', async () => {
  await expect(evaluate({ gold: [reviewedFolder()], run, resamples: 5 })).rejects.toThrow(/INPUT or DATASET/);
});

test('a line that is not of the contract is refused with file and line', () => {
  const folder = folderOf({
    'documents.jsonl': '{"doc":"a.txt","status":"ok"}\n{"doc":"b.txt","status":"fine"}\n',
    'sentences.jsonl': '',
    'dataset.jsonl': '',
  });
  expect(() => readPredicted(folder)).toThrow(/documents\.jsonl:2: /);
  expect(() => readPredicted('nowhere')).toThrow(/expected nowhere.documents\.jsonl, got nothing/);
});

describe('gold without its marks', () => {
  const documentOf = (doc: string, date?: string): GoldDocument => ({
    doc,
    lang: 'fr',
    family: '',
    text: `Texte de ${doc}.`,
    mentions: [],
    ...(date === undefined ? {} : { date }),
  });

  test('a text file keeps its name; any other name stays inside the folder too', () => {
    const folder = folderOf({});
    const names = [
      'a.fr.txt',
      'b/c.txt',
      '../d.txt',
      '/e.txt',
      'https://example.org/f',
      'g',
      '.h.txt',
      `${'i'.repeat(300)}.txt`,
    ];
    writePlain(
      names.map((name) => documentOf(name)),
      join(folder, 'input'),
    );
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:txt|jsonl)$/u.test(path),
    );
    expect(written.sort()).toEqual(['input/a.fr.txt', 'input/b/c.txt', 'input/gold.jsonl']);
    const ids = readFileSync(join(folder, 'input', 'gold.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toEqual(names.slice(2));
  });

  test('a date that is not in the text goes with it', () => {
    const folder = folderOf({});
    writePlain([documentOf('a.fr.txt', '2021-12')], folder);
    expect(JSON.parse(readFileSync(join(folder, 'gold.jsonl'), 'utf8'))).toMatchObject({
      id: 'a.fr.txt',
      date: '2021-12',
    });
  });
});
