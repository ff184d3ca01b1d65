// Reads the data files that lie beside the rules: word lists, tables, gazetteers.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of the package: where package.json stands, from the sources as from `dist/`.
 * @example join(packageFolder(), 'models') // the folder of the committed models
 */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('expected package.json above the program, found none: reinstall Tamis');
    folder = parent;
  }
  return folder;
}

/**
 * Text of a data file, named from `pipeline/`. Data stay in the source tree; nothing is copied on building.
 * @example readResource('countries/data/countries.tsv')
 */
export function readResource(path: string): string {
  return readFileSync(join(packageFolder(), 'pipeline', path), 'utf8');
}

/**
 * Rows of a tab-separated data file as objects by the names of its first line; `#` begins a comment line.
 * @example readTable('figures/data/units.tsv')[0] // { unit: 'km', fr: 'kilomètre', … }
 */
export function readTable(path: string): Record<string, string>[] {
  const lines = readResource(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const names = (lines[0] ?? '').split('\t');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
  });
}
