// Brings a model from a hub into a folder, once and on request: the only place of the program that opens a connection.
// Nothing is loaded from afar while documents are read; what was brought runs by MODEL=<folder> as any local model.
import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf, TamisError } from '../text/errors.ts';
import { makeFolder } from '../text/make-folder.ts';

export interface FetchOptions {
  /** `owner/name` on the hub. */
  readonly model: string;
  /** Folder to make; it must not exist. */
  readonly folder: string;
  readonly hub?: string;
  readonly revision?: string;
}

const usualHub = 'https://huggingface.co';
const needed = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
const optional = ['special_tokens_map.json', 'labels.json', 'README.md'];
// the smaller weights first: int8 runs three times as fast on a laptop
const weights = ['onnx/model_quantized.onnx', 'onnx/model.onnx'];

/**
 * Downloads a token-classification model and writes the hashes of its files beside them.
 *
 * @example await fetchModel({ model: 'owner/name', folder: 'models/other' }) // then MODEL=models/other
 * @throws TamisError `fetch.…` where the folder exists, the hub has no such model, or a file it needs is missing
 */
export async function fetchModel({ model, folder, hub = usualHub, revision = 'main' }: FetchOptions): Promise<void> {
  if (!/^\w[\w.-]*\/\w[\w.-]*$/u.test(model)) {
    throw new TamisError(
      'fetch.name',
      `expected a model as owner/name, found "${model}": take it from its page on the hub`,
    );
  }
  if (existsSync(folder)) {
    throw new TamisError(
      'fetch.folder',
      `expected a folder that does not exist yet, found "${folder}": name another or remove it`,
    );
  }
  const temporary = `${folder}.unfinished-${process.pid}`;
  const hashes: Record<string, string> = {};
  const bring = async (file: string): Promise<boolean> => {
    const bytes = await download(`${hub}/${model}/resolve/${encodeURIComponent(revision)}/${file}`, model);
    if (bytes === undefined) return false;
    makeFolder(dirname(join(temporary, file)));
    writeFileSync(join(temporary, file), bytes);
    hashes[file] = createHash('sha256').update(bytes).digest('hex');
    return true;
  };
  try {
    for (const file of needed) {
      if (!(await bring(file))) throw missing(model, file);
    }
    for (const file of optional) await bring(file);
    let hasWeights = false;
    for (const file of weights) hasWeights ||= await bring(file);
    if (!hasWeights) throw missing(model, weights.join(' or '));
    writeFileSync(join(temporary, 'hashes.json'), `${JSON.stringify({ files: hashes }, undefined, 2)}\n`);
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function download(address: string, model: string): Promise<Uint8Array | undefined> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (thrown) {
    const message = `expected to reach the hub for ${model}, found "${messageOf(thrown instanceof Error ? (thrown.cause ?? thrown) : thrown)}": check the connection, or copy the model's folder by hand`;
    throw new TamisError('fetch.connection', message, { cause: thrown });
  }
  if (response.status === 404) return undefined;
  if (!response.ok) {
    throw new TamisError(
      'fetch.refused',
      `expected ${address}, found status ${response.status}: check the name and that the model is public`,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}

function missing(model: string, file: string): TamisError {
  return new TamisError(
    'fetch.missing',
    `expected ${file} in ${model}, found none: choose a token-classification model exported to ONNX`,
  );
}
