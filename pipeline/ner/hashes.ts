// Which model ran: one hash over the files that decide what it gives, and the check against the folder's own list.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { TamisError } from '../text/errors.ts';
import type { ModelFolder } from './folder.ts';

/**
 * SHA-256 over the names and hashes of the model's files, after checking each against `hashes.json` where there is one.
 * @example await hashModel(readModelFolder('/data/ner')) // '5f1c…' of 64 digits
 */
export async function hashModel({ folder, files, hashes }: ModelFolder): Promise<string> {
  const listed = Object.keys(hashes?.files ?? {});
  const found = new Map<string, string>();
  for (const file of new Set([...files, ...listed])) {
    if (!existsSync(join(folder, file))) {
      throw new TamisError(
        'model.file-missing',
        `expected ${file} in ${folder} (hashes.json lists it), found none: restore it from the model's source`,
      );
    }
    found.set(file, await hashFile(join(folder, file)));
  }
  for (const [file, expected] of Object.entries(hashes?.files ?? {})) {
    const actual = found.get(file);
    if (actual === expected.toLowerCase()) continue;
    throw new TamisError(
      'model.hash',
      `expected ${file} in ${folder} with SHA-256 ${expected.slice(0, 12)}…, got ${actual?.slice(0, 12)}…: the file is damaged or was changed; restore it, or write hashes.json anew`,
    );
  }
  const total = createHash('sha256');
  for (const file of [...files].sort()) total.update(`${found.get(file)}  ${file}\n`);
  return total.digest('hex');
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(1 << 20);
    for (let read = await file.read(buffer); read.bytesRead > 0; read = await file.read(buffer)) {
      hash.update(buffer.subarray(0, read.bytesRead));
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
