import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document, FailedDocument } from '../../pipeline/document.ts';
import { documentLimit, readDocuments, readStream } from '../../pipeline/read/index.ts';
import { findLedger, listInput } from '../../pipeline/read/list.ts';
import { folderOf } from '../support/folder.ts';

const all = async (documents: AsyncIterable<Document | FailedDocument>): Promise<(Document | FailedDocument)[]> => {
  const list = [];
  for await (const document of documents) list.push(document);
  return list;
};
const outcomes = (documents: readonly (Document | FailedDocument)[]): string[] =>
  documents.map((document) =>
    'failure' in document ? `${document.doc}: ${document.failure.code}` : `${document.doc}: ok`,
  );
const lines = (...values: readonly (string | object)[]): AsyncIterable<Buffer> =>
  (async function* () {
    for (const value of values) yield Buffer.from(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
  })();

describe('a folder', () => {
  it('is read recursively in the order of code units, hidden files and ledgers apart', async () => {
    const folder = folderOf({
      'b.txt': 'b',
      'B.txt': 'B',
      'é/a b "c" $d.txt': 'é',
      '.hidden.txt': 'x',
      'review.jsonl': '{}',
      'a/z.txt': 'z',
      'photo.png': 'x',
    });
    const documents = await all(readDocuments(listInput(folder)));
    expect(outcomes(documents)).toEqual([
      'B.txt: ok',
      'a/z.txt: ok',
      'b.txt: ok',
      'photo.png: read.kind',
      'é/a b "c" $d.txt: ok',
    ]);
  });

  it('leaves the output folder out', () => {
    const folder = folderOf({ 'a.txt': 'a', 'out/documents.jsonl': '{}' });
    expect(listInput(folder, { output: join(folder, 'out') }).map((file) => file.doc)).toEqual(['a.txt']);
  });

  it('refuses by name the results of an earlier run inside the input', () => {
    const folder = folderOf({
      'a.txt': 'x',
      'old/run.json': '{}',
      'old/dataset.jsonl': '',
      'old/b.txt': 'y',
      'c/run.json': '{}',
    });
    const kinds = listInput(folder, { results: ['run.json', 'dataset.jsonl'] }).map(
      ({ doc, kind }) => `${doc} ${kind}`,
    );
    expect(kinds).toEqual([
      'a.txt text',
      'c/run.json refused',
      'old/b.txt text',
      'old/dataset.jsonl refused',
      'old/run.json refused',
    ]);
  });

  it('reports links that lead nowhere or in a circle', async () => {
    const folder = folderOf({ 'sub/a.txt': 'a' });
    symlinkSync(join(folder, 'absent.txt'), join(folder, 'broken.txt'));
    symlinkSync(folder, join(folder, 'sub', 'up'));
    const documents = await all(readDocuments(listInput(folder)));
    expect(outcomes(documents)).toEqual(['broken.txt: read.kind', 'sub/a.txt: ok', 'sub/up: read.kind']);
  });

  it('names the ledger beside it', () => {
    const folder = folderOf({ 'review.jsonl': '', 'a.txt': 'a' });
    expect(findLedger(folder)).toBe(join(folder, 'review.jsonl'));
    expect(findLedger(join(folder, 'a.txt'))).toBe(join(folder, 'review.jsonl'));
  });
});

describe('bad files', () => {
  it('fail with a reason and leave the others alone', async () => {
    const folder = folderOf({
      'a-binary.txt': Buffer.from([1, 0, 2]),
      'b-empty.txt': '',
      'c-large.txt': Buffer.alloc(documentLimit + 1, 'a'),
      'd-good.txt': 'Bonjour.',
    });
    const documents = await all(readDocuments(listInput(folder)));
    expect(outcomes(documents)).toEqual([
      'a-binary.txt: read.binary',
      'b-empty.txt: ok',
      'c-large.txt: read.too_large',
      'd-good.txt: ok',
    ]);
  });

  it('that vanish after they were listed fail with that reason', async () => {
    const folder = folderOf({ 'a.txt': 'a', 'b.txt': 'b' });
    const files = listInput(folder);
    rmSync(join(folder, 'a.txt'));
    expect(outcomes(await all(readDocuments(files)))).toEqual(['a.txt: read.unreadable', 'b.txt: ok']);
  });

  it('at a path with nothing stop the run with one sentence', () => {
    expect(() => listInput('/nowhere/at/all')).toThrow(
      /expected a file or a folder at "\/nowhere\/at\/all", found nothing/u,
    );
  });
});

describe('JSON lines', () => {
  it('give a document each, blank lines apart', async () => {
    const documents = await all(
      readStream(lines({ id: 'a', text: 'Un.', date: '2021-12-03T10:00:00Z', lang: 'fr' }, '', { id: 'b', text: '' })),
    );
    expect(documents).toMatchObject([
      { doc: 'a', text: 'Un.', date: '2021-12-03', declaredLanguage: 'fr' },
      { doc: 'b', text: '' },
    ]);
  });

  it('of a file without any are a failed document that says so', async () => {
    const folder = folderOf({ 'a.jsonl': '', 'b.jsonl': '\n \n', 'c.jsonl': '{"text":"Oui.","id":"c"}' });
    expect(outcomes(await all(readDocuments(listInput(folder))))).toEqual([
      'a.jsonl: read.empty',
      'b.jsonl: read.empty',
      'c: ok',
    ]);
  });

  it.each([
    ['broken JSON', '{"id":', 'read.json'],
    ['an array', '[1]', 'read.line_shape'],
    ['a missing text', '{"id":"a"}', 'read.line_shape'],
    ['an empty id', '{"id":"","text":"x"}', 'read.line_shape'],
    ['a wrong date', '{"id":"a","text":"x","date":"hier"}', 'read.date'],
    ['a lone surrogate', '{"id":"a","text":"x\\ud800y"}', 'read.lone_surrogate'],
    ['half a pair in the title', '{"id":"a","text":"x","title":"\\ud83d"}', 'read.lone_surrogate'],
    ['half a pair in the source', '{"id":"a","text":"x","source":"\\udc00"}', 'read.lone_surrogate'],
    ['a zero character', '{"id":"a","text":"x\\u0000y"}', 'read.binary'],
  ])('with %s fail with a reason', async (_name, line, code) => {
    const [document] = await all(readStream(lines(line)));
    expect(document).toMatchObject({ failure: { code } });
  });

  it('of 50 MB are passed over with their size, and the next line is read', async () => {
    const huge = (async function* () {
      yield Buffer.from('{"id":"huge","text":"');
      for (let part = 0; part < 50; part += 1) yield Buffer.alloc(2 ** 20, 'a');
      yield Buffer.from('"}\n{"id":"b","text":"Deux."}\n');
    })();
    const [first, second] = await all(readStream(huge));
    expect(first).toMatchObject({ failure: { code: 'read.too_large', message: expect.stringContaining('51 MiB') } });
    expect(second).toMatchObject({ doc: 'b' });
  });

  it('with an id that comes twice fail the second time', async () => {
    expect(outcomes(await all(readStream(lines({ id: 'a', text: '1' }, { id: 'a', text: '2' }))))).toEqual([
      'a: ok',
      'a: read.duplicate_id',
    ]);
  });

  it('broken alike twice each say their own fault', async () => {
    const documents = await all(readStream(lines('nonsense', { id: 'a', text: '1' }, 'nonsense')));
    expect(documents).toMatchObject([
      { failure: { code: 'read.json' } },
      { doc: 'a' },
      { failure: { code: 'read.json' } },
    ]);
  });

  it('without an id are named by their bytes, wherever they stand', async () => {
    const [alone] = await all(readStream(lines('nonsense')));
    const [, second] = await all(readStream(lines({ id: 'a', text: '1' }, 'nonsense')));
    expect(second?.doc).toBe(alone?.doc);
  });

  it('split over chunks anywhere, inside a character too, read the same', async () => {
    const bytes = Buffer.from('{"id":"é","text":"Été à Liège 😀"}\r\n{"id":"b","text":"x"}');
    const chunked = (size: number): AsyncIterable<Buffer> =>
      (async function* () {
        for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
      })();
    const whole = await all(readStream(chunked(1000)));
    for (const size of [1, 2, 3, 7]) expect(await all(readStream(chunked(size)))).toEqual(whole);
    expect(whole).toMatchObject([{ doc: 'é', text: 'Été à Liège 😀' }, { doc: 'b' }]);
  });

  it('take the date of the setting where they state none', async () => {
    const documents = await all(
      readStream(lines({ id: 'a', text: '1' }, { id: 'b', text: '2', date: '2020' }), '2021-05'),
    );
    expect(documents).toMatchObject([{ date: '2021-05' }, { date: '2020' }]);
  });
});
