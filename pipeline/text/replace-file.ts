// A file that is there whole or not at all.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file beside its place, under a name with a dot in front, and renames it: whoever reads, or a kill at any
 * moment, finds the old file or the new one, whole.
 *
 * @example replaceFile('report.json', '{}\n')
 * @throws the system's error where it cannot be written; the old file is then as it was
 */
export function replaceFile(path: string, content: string): void {
  const temporary = join(dirname(path), `.${basename(path)}-${process.pid}`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}
