// Folders made one by one. Node's own recursive way never returns where the file system refuses new entries with ENOENT, as /proc does.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing.
 * @example makeFolder('results/2026/november')
 * @throws the system's error where one of them cannot be made
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) missing.push(folder);
  for (const folder of missing.toReversed()) {
    try {
      mkdirSync(folder);
    } catch (thrown) {
      // another run may have made it meanwhile
      if (!existsSync(folder)) throw thrown;
    }
  }
}
