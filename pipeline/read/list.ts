// Which files an INPUT holds, in the order of their paths' code units. Nothing is opened here.
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, join, resolve, sep } from 'node:path';
import { messageOf, TamisError } from '../text/errors.ts';

export interface InputFile {
  readonly path: string;
  /** Path relative to INPUT with `/` between folders; the base name where INPUT is one file. */
  readonly doc: string;
  readonly kind: 'text' | 'json-lines' | 'refused';
  /** Why a file of kind `refused` is not read. */
  readonly reason?: string;
}

export interface ListOptions {
  /** Folder that the run writes to: never an input. */
  readonly output?: string;
  /** Ledger given by a setting: never an input. */
  readonly ledger?: string;
  /** Names of the files of a results folder: where a folder holds them all, they are no documents. */
  readonly results?: readonly string[];
}

const textExtensions = new Set(['.txt', '.text', '']);
const ledgerName = 'review.jsonl';

/**
 * Lists the documents of a file or folder.
 *
 * @example listInput('seeds')[0] // { path: 'seeds/000_26ee….txt', doc: '000_26ee….txt', kind: 'text' }
 * @throws TamisError `input.missing` where there is nothing at the path
 */
export function listInput(input: string, { output, ledger, results = [] }: ListOptions = {}): InputFile[] {
  const root = statOf(input);
  if (root === undefined) {
    throw new TamisError('input.missing', `expected a file or a folder at "${input}", found nothing: check the path`);
  }
  if (!root.isDirectory()) return [describe(input, basename(resolve(input)))];
  const skipped = new Set([output, ledger].flatMap((path) => (path === undefined ? [] : [canonical(path)])));
  const files: InputFile[] = [];
  collect(input, '', { skipped, results }, new Set([canonical(input)]), files);
  return files.sort((left, right) => (left.doc < right.doc ? -1 : left.doc > right.doc ? 1 : 0));
}

function collect(
  folder: string,
  prefix: string,
  rules: { readonly skipped: ReadonlySet<string>; readonly results: readonly string[] },
  parents: ReadonlySet<string>,
  files: InputFile[],
): void {
  const entries = entriesOf(folder, prefix, files);
  const names = new Set(entries.map(({ name }) => name));
  const isResults = rules.results.length > 0 && rules.results.every((name) => names.has(name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const doc = prefix + entry.name;
    if (entry.name.startsWith('.') || entry.name === ledgerName) continue;
    const target = canonical(path);
    if (rules.skipped.has(target)) continue;
    const status = statOf(path);
    if (status === undefined) {
      const found = entry.isSymbolicLink() ? 'a link that leads nowhere' : 'a name that cannot be opened';
      files.push({ path, doc, kind: 'refused', reason: `expected a file, found ${found}: repair or remove it` });
    } else if (isResults && rules.results.includes(entry.name)) {
      const reason =
        'expected a document, found a file of the results of an earlier run: move that folder out of INPUT';
      files.push({ path, doc, kind: 'refused', reason });
    } else if (!status.isDirectory()) {
      files.push(describe(path, doc));
    } else if (parents.has(target)) {
      files.push({
        path,
        doc,
        kind: 'refused',
        reason: 'expected a folder, found a link to a folder above it: remove the link',
      });
    } else {
      collect(path, `${doc}/`, rules, new Set([...parents, target]), files);
    }
  }
}

function entriesOf(folder: string, prefix: string, files: InputFile[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (thrown) {
    const reason = `expected a folder that can be read, found "${messageOf(thrown)}": check its permissions`;
    files.push({
      path: folder,
      doc: prefix === '' ? basename(resolve(folder)) : prefix.slice(0, -1),
      kind: 'refused',
      reason,
    });
    return [];
  }
}

function describe(path: string, doc: string): InputFile {
  if (!statSync(path).isFile()) {
    return { path, doc, kind: 'refused', reason: 'expected a regular file, found a device, pipe or socket' };
  }
  const extension = extname(path).toLowerCase();
  if (extension === '.jsonl') return { path, doc, kind: 'json-lines' };
  if (textExtensions.has(extension)) return { path, doc, kind: 'text' };
  const reason = `expected .txt or .jsonl, found a ${extension} file, a kind that is not read: convert it to plain text`;
  return { path, doc, kind: 'refused', reason };
}

function statOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path);
  } catch {
    return undefined; // absent or unreachable: the caller says so
  }
}

function canonical(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path); // an output folder that does not exist yet
  }
}

/**
 * Whether two paths name the same file or folder, links followed.
 * @example isSamePath('output', './output/') // true
 */
export function isSamePath(left: string, right: string): boolean {
  return canonical(left) === canonical(right);
}

/**
 * The ledger that lies beside an input, if any: decisions would be applied from it.
 * @example findLedger('seeds') // 'seeds/review.jsonl', or undefined
 */
export function findLedger(input: string): string | undefined {
  const status = statOf(input);
  if (status === undefined) return undefined;
  const folder = status.isDirectory() ? input : resolve(input).split(sep).slice(0, -1).join(sep) || sep;
  const path = join(folder, ledgerName);
  try {
    // a link that leads nowhere counts: reading it says so, where passing it over would drop decisions
    return lstatSync(path).isDirectory() ? undefined : path;
  } catch {
    return undefined;
  }
}
