import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSplit } from '../../pipeline/evaluate/corpus.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { parseSentences } from '../../pipeline/evaluate/sentences-file.ts';
import { folderOf } from './support.ts';

const split = readSplit('models/training/split.tsv');
const parts = ['dev', 'regression', 'test'] as const;

describe('the frozen split', () => {
  test.each(parts)('tests/gold/%s holds the whole files of that part and no other', (part) => {
    const listed = split.filter((row) => row.part === part && row.lines === '').map((row) => row.file);
    const files = readdirSync(join('tests/gold', part)).filter((file) => file.endsWith('.txt'));
    expect(files.sort()).toEqual(listed.sort());
  });

  test('no document is in two parts, no line in two blocks', () => {
    const seen = new Set<string>();
    for (const { file, lines } of split) {
      const [first = 0, last = 0] = lines === '' ? [0, 0] : lines.split('-').map(Number);
      for (let line = first; line <= last; line += 1) {
        const key = `${file}:${line}`;
        expect(seen.has(key) ? key : '').toBe('');
        seen.add(key);
      }
    }
  });

  test('a block is twenty paragraphs, each on a line with a blank line after; the last block of a file takes the rest', () => {
    for (const { file, lines } of split.filter((row) => row.lines !== '')) {
      const [first = 0, last = 0] = lines.split('-').map(Number);
      const isLast = !split.some((row) => row.file === file && Number(row.lines.split('-')[0]) > last);
      expect(isLast ? last - first >= 38 : last - first === 38).toBe(true);
    }
  });

  test('every family of files is in every part, about 76, 8, 8 and 8 of a hundred', () => {
    const families = new Map<string, string[]>();
    for (const { file, part } of split) {
      const family = file.split(/[-.]/)[0] ?? '';
      families.set(family, [...(families.get(family) ?? []), part]);
    }
    // the series w, x and y were written for training after the split was frozen
    const later = [...families.keys()].filter((family) => /^[wxy]/u.test(family));
    expect(new Set(later.flatMap((family) => families.get(family) ?? []))).toEqual(new Set(['train']));
    for (const family of later) families.delete(family);
    for (const members of families.values()) {
      for (const part of parts) {
        const share = members.filter((member) => member === part).length / members.length;
        expect(share).toBeGreaterThan(0.05);
        expect(share).toBeLessThan(0.1);
      }
    }
  });

  test('the committed text of training holds no file of the other parts', () => {
    const trained = new Set(readdirSync('models/training/data'));
    expect(split.filter((row) => row.part !== 'train' && trained.has(row.file))).toEqual([]);
  });
});

describe('gold of the seed articles', () => {
  const seeds = readdirSync('seeds').filter((file) => file.endsWith('.txt'));

  test.each(seeds)('%s: removing the marks gives back the article byte for byte', (file) => {
    const [document] = readGold([join('tests/gold/seeds', file.replace('.txt', '.fr.txt'))]).documents;
    expect(Buffer.from(document?.text ?? '').equals(readFileSync(join('seeds', file)))).toBe(true);
    expect(document?.mentions.length).toBeGreaterThan(15);
  });

  test('every sentence is listed: between them stands nothing but white space', () => {
    for (const { text, sentences } of readGold(['tests/gold/seeds']).documents) {
      expect(sentences?.isComplete).toBe(true);
      let at = 0;
      for (const { start, end } of sentences?.list ?? []) {
        expect(text.slice(at, start).trim()).toBe('');
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }
  });

  test('they are in no part of the split', () => {
    expect(split.filter(({ file }) => /^00\d_/.test(file))).toEqual([]);
  });
});

test('only the frozen test is kept from being read record by record', () => {
  expect(readGold(['tests/gold/test']).isFiguresOnly).toBe(true);
  expect(readGold(['tests/gold/dev']).isFiguresOnly).toBe(false);
});

test('annotated files outside the repository join by the list of the split', () => {
  const folder = folderOf({
    'x1.fr.txt': Array.from({ length: 5 }, (_, index) => `[[PER|Ada ${'ABCDE'[index]}]]\n`).join('\n'),
    'split.tsv': 'part\tfile\tlines\ntrain\tx1.fr.txt\t1-3\ndev\tx1.fr.txt\t5-9\ndev\tx2.fr.txt\t\n',
  });
  const gold = readGold(['tests/gold/seeds'], { folder, split: join(folder, 'split.tsv'), part: 'dev' });
  const block = gold.documents.find(({ family }) => family === 'x1');
  expect(block?.doc).toBe('x1@5-9.fr.txt');
  expect(block?.lang).toBe('fr');
  expect(block?.mentions.map(({ text }) => text)).toEqual(['Ada C', 'Ada D', 'Ada E']);
  expect(gold.leftOut).toEqual([expect.stringContaining('x2.fr.txt')]);
});

test('a side file of sentences is refused where a sentence is not found, with its line', () => {
  const { faults } = parseSentences(
    '# all\nfr\tBonjour.\nde\tHallo.\nfr\tAu revoir !\n',
    'Bonjour. Hallo. Au revoir.',
    'a.tsv',
  );
  expect(faults.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '3: expected fr, en, und or - before a tab, got "de"',
    '4: sentence not found in the document after the one before it',
  ]);
  const folder = folderOf({ 'a.fr.txt': 'Bonjour.' });
  writeFileSync(join(folder, 'a.fr.sentences.tsv'), 'fr\tAu revoir.\n');
  expect(() => readGold([folder])).toThrow(/a\.fr\.sentences\.tsv:1: sentence not found/);
});
