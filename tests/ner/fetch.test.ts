import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fetchModel } from '../../pipeline/ner/fetch.ts';
import { folderOf } from '../support/folder.ts';

/** A hub on the loopback address that has the given files of one model. */
async function hubOf(files: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer((request, response) => {
    const file = files[(request.url ?? '').replace('/owner/name/resolve/main/', '')];
    response.statusCode = file === undefined ? 404 : 200;
    response.end(file);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const whole = {
  'config.json': '{}',
  'tokenizer.json': '{}',
  'tokenizer_config.json': '{}',
  'onnx/model_quantized.onnx': 'weights',
};

it('brings a model’s files with their hashes into a folder of their own', async () => {
  const folder = join(folderOf(), 'model');
  await fetchModel({ model: 'owner/name', folder, hub: await hubOf(whole) });
  expect(readFileSync(join(folder, 'onnx', 'model_quantized.onnx'), 'utf8')).toBe('weights');
  expect(
    Object.keys((JSON.parse(readFileSync(join(folder, 'hashes.json'), 'utf8')) as { files: object }).files),
  ).toEqual(Object.keys(whole));
});

it('leaves nothing behind where the weights are missing', async () => {
  const { 'onnx/model_quantized.onnx': _weights, ...rest } = whole;
  const parent = folderOf();
  await expect(
    fetchModel({ model: 'owner/name', folder: join(parent, 'model'), hub: await hubOf(rest) }),
  ).rejects.toThrow('expected onnx/model_quantized.onnx or onnx/model.onnx in owner/name, found none');
  expect(readdirSync(parent)).toEqual([]);
});

it('says in one sentence that the hub cannot be reached', async () => {
  const folder = join(folderOf(), 'model');
  await expect(fetchModel({ model: 'owner/name', folder, hub: 'http://127.0.0.1:1' })).rejects.toThrow(
    'expected to reach the hub',
  );
  expect(existsSync(folder)).toBe(false);
});

it('refuses names that are none and folders that exist', async () => {
  await expect(fetchModel({ model: '../etc', folder: 'x' })).rejects.toThrow('expected a model as owner/name');
  await expect(fetchModel({ model: 'owner/name', folder: folderOf() })).rejects.toThrow(
    'expected a folder that does not exist yet',
  );
});
