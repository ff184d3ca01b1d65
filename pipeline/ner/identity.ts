// Which model a folder holds, without loading it: enough to name it in the output and to find remembered work.
import { basename, resolve } from 'node:path';
import { readModelFolder } from './folder.ts';
import { hashModel } from './hashes.ts';

export interface ModelIdentity {
  readonly name: string;
  readonly version: string;
  readonly hash: string;
}

/**
 * Name, version and content hash of the model in a folder.
 *
 * @example await identifyModel('models/tamis-ner') // { name: 'tamis-ner', version: '1', hash: '5f0e…' }
 * @throws TamisError `model.…` where files are missing or are not those of hashes.json
 */
export async function identifyModel(folder: string): Promise<ModelIdentity> {
  const found = readModelFolder(resolve(folder));
  const hash = await hashModel(found);
  const { tamis } = found.config;
  return {
    name: tamis?.name ?? basename(found.folder),
    version: tamis?.version ?? found.hashes?.version ?? hash.slice(0, 12),
    hash,
  };
}
