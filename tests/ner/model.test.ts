import { createHash } from 'node:crypto';
import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type NerModel, openModel } from '../../pipeline/ner/model.ts';
import { TamisError } from '../../pipeline/text/errors.ts';
import { folderOf } from '../support/folder.ts';
import { toyFolder } from './toy/model-folder.ts';

const golden = [
  {
    text: 'Marie Curie vit avec Pierre',
    mentions: [
      { label: 'PER', surface: 'Marie Curie', start: 0, end: 11 },
      { label: 'PER', surface: 'Pierre', start: 21, end: 27 },
    ],
  },
];

async function failureOf(opening: Promise<NerModel>): Promise<{ code: string; message: string }> {
  try {
    await (await opening).close();
  } catch (thrown) {
    if (thrown instanceof TamisError) return { code: thrown.code, message: thrown.message };
    throw thrown;
  }
  return { code: 'opened', message: '' };
}

describe('a model that cannot be used is refused in one sentence', () => {
  const rows: [what: string, folder: () => string, code: string, message: RegExp][] = [
    ['no folder', () => join(folderOf(), 'none'), 'model.missing', /found nothing/],
    ['a folder of something else', () => folderOf({ 'a.txt': 'a' }), 'model.file-missing', /export the model to ONNX/],
    ['no tokenizer', () => without('tokenizer.json'), 'model.file-missing', /expected tokenizer\.json/],
    ['no config', () => without('config.json'), 'model.file-missing', /expected config\.json/],
    [
      'a config that is no JSON',
      () => toyFolder({ files: { 'config.json': '{"id2label": ' } }),
      'model.config',
      /expected a readable config\.json/,
    ],
    ['no labels', () => toyFolder({ config: { id2label: undefined } }), 'model.labels', /found none/],
    ['labels without names', () => toyFolder({ labels: ['LABEL_0', 'LABEL_1'] }), 'model.labels', /LABEL_0/],
    ['no name type at all', () => toyFolder({ labels: ['O', 'B-GENE', 'I-GENE'] }), 'model.labels', /labels\.json/],
    [
      'fewer scores than labels',
      () => toyFolder({ scores: () => [1, 2], files: { 'golden.json': golden } }),
      'model.labels',
      /different models/,
    ],
    ['cut-off weights', cutOff, 'model.weights', /restore the file/],
    [
      'empty weights',
      () => weighted(''),
      'model.weights',
      /got a file of 0 bytes that cannot be loaded \(ModelProto does not have a graph\)/,
    ],
    ['weights that are no ONNX', () => weighted('<html>'), 'model.weights', /a file of 6 bytes that cannot be loaded/],
    [
      'a pointer in place of weights',
      () => weighted('version https://git-lfs.github.com/spec/v1\n'),
      'model.weights',
      /git lfs pull/,
    ],
    [
      'a damaged tokenizer',
      () => toyFolder({ files: { 'tokenizer.json': '{"model": {"type": "Unigram"}}' } }),
      'model.tokenizer',
      /usable tokenizer\.json/,
    ],
    [
      'the tokenizer of a larger model',
      () => toyFolder({ config: { vocab_size: 20 } }),
      'model.tokenizer',
      /another model/,
    ],
    [
      'a wrong hash',
      () => toyFolder({ files: { 'hashes.json': { files: { 'config.json': 'ab'.repeat(32) } } } }),
      'model.hash',
      /damaged or was changed/,
    ],
    [
      'a listed file that is missing',
      () => toyFolder({ files: { 'hashes.json': { files: { 'card.md': 'ab'.repeat(32) } } } }),
      'model.file-missing',
      /card\.md/,
    ],
    [
      'other mentions than the golden ones',
      () => toyFolder({ marked: { Marie: 'B-ORG' }, files: { 'golden.json': golden } }),
      'model.golden',
      /expected the model to mark PER "Marie Curie" 0–11, PER "Pierre" 21–27 .*got ORG "Marie" 0–5/,
    ],
  ];
  test.each(rows)('%s', async (_, folder, code, message) => {
    const failure = await failureOf(openModel({ folder: folder() }));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(message);
    expect(failure.message).not.toMatch(/\n|\bat .*:\d+:\d+|::/);
  });
});

function without(file: string): string {
  const folder = toyFolder();
  rmSync(join(folder, file));
  return folder;
}

function weighted(content: string): string {
  return toyFolder({ files: { 'onnx/model_quantized.onnx': content } });
}

function cutOff(): string {
  const folder = toyFolder();
  truncateSync(join(folder, 'onnx/model_quantized.onnx'), 300);
  return folder;
}

describe('a model that opens', () => {
  test('passes the golden check without leaving a trace in the counters', async () => {
    const model = await openModel({ folder: toyFolder({ files: { 'golden.json': golden } }) });
    expect(model.counters).toEqual({ batches: 0, pieces: 0, words: 0 });
    await model.close();
  });

  test('has the hash of its files: the same for the same, another for others', async () => {
    const hashes: string[] = [];
    for (const config of [{}, {}, { note: 'x' }]) {
      const model = await openModel({ folder: toyFolder({ config }) });
      hashes.push(model.hash);
      await model.close();
    }
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test('takes name and version from its settings', async () => {
    const folder = toyFolder({ config: { tamis: { name: 'tamis-ner', version: '1.2.0', window: 64 } } });
    const model = await openModel({ folder });
    expect(model).toMatchObject({ name: 'tamis-ner', version: '1.2.0', window: 64 });
    await model.close();
  });

  test('checks each file that hashes.json lists', async () => {
    const folder = toyFolder();
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, 'tokenizer.json')))
      .digest('hex');
    const listed = toyFolder({ files: { 'hashes.json': { version: 'a1', files: { 'tokenizer.json': sha256 } } } });
    const model = await openModel({ folder: listed });
    expect(model.version).toBe('a1');
    await model.close();
  });

  test('reads float32 weights where there are no int8 ones', async () => {
    const int8 = toyFolder();
    const weights = readFileSync(join(int8, 'onnx/model_quantized.onnx'));
    const folder = toyFolder({ files: { 'onnx/model.onnx': weights } });
    rmSync(join(folder, 'onnx/model_quantized.onnx'));
    const model = await openModel({ folder });
    expect(model.labels).toEqual(['PER', 'ORG', 'LOC']);
    await model.close();
  });

  test('opens from a relative path', async () => {
    const folder = toyFolder();
    const before = process.cwd();
    process.chdir(join(folder, '..'));
    try {
      const model = await openModel({ folder: 'toy' });
      expect(model.name).toBe('toy');
      await model.close();
    } finally {
      process.chdir(before);
    }
  });
});

describe('the network', () => {
  test('is never asked for a local model, found or not', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    await (await openModel({ folder: toyFolder() })).close();
    await failureOf(openModel({ folder: without('tokenizer.json') }));
    await failureOf(openModel({ folder: 'owner/model' }));
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
