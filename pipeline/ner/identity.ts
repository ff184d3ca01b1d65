// Which model a folder holds, without loading it: enough to name it in the output and to find remembered work.
import { basename, resolve } from 'node:path';
import { type ModelFolder, readModelFolder } from './folder.ts';
import { hashModel } from './hashes.ts';

export interface ModelIdentity {
  readonly name: string;
  readonly version: string;
  /** SHA-256 over everything in the folder that decides what the model gives. */
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
  return identityOf(found, await hashModel(found));
}

/** The same for a folder that is read and hashed already. */
export function identityOf({ folder, config, hashes }: ModelFolder, hash: string): ModelIdentity {
  return {
    name: config.tamis?.name ?? basename(folder),
    version: config.tamis?.version ?? hashes?.version ?? hash.slice(0, 12),
    hash,
  };
}
