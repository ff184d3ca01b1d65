// The shape of the program, held by tests: imports point one way, versions are exact, the published schemas are current.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { expect, it } from 'vitest';
import { stages } from '../pipeline/document.ts';
import { packageFolder } from '../pipeline/text/resource.ts';
import { publishedSchemas, schemaText } from '../pipeline/write/publish.ts';

const root = join(packageFolder(), 'pipeline');
const sources = readdirSync(root, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts'));
const importsOf = (name: string): string[] =>
  [...readFileSync(join(root, name), 'utf8').matchAll(/(?:from|import) '(\.{1,2}\/[^']+)'/gu)].map((match) =>
    relative(root, resolve(root, dirname(name), match[1] ?? '')),
  );
const folderOf = (name: string): string => (name.includes('/') ? (name.split('/')[0] ?? '') : '');

it('imports nothing but itself and the document types from text/', () => {
  for (const name of sources.filter((source) => folderOf(source) === 'text')) {
    for (const target of importsOf(name)) expect(['text', ''], `${name} imports ${target}`).toContain(folderOf(target));
  }
});

it('imports in stages only text/, document.ts and the stages that the table allows', () => {
  // resolve carries on what names began; write turns the review state into lines; read's lines serve the writer
  const allowed: Readonly<Record<string, readonly string[]>> = {
    names: ['countries'],
    resolve: ['names', 'write', 'ledger'],
    ledger: ['countries', 'dates', 'figures', 'names'],
    write: ['review', 'read', 'ledger'],
    evaluate: ['review'],
  };
  const folders = [...stages, 'evaluate'] as readonly string[];
  for (const name of sources.filter((source) => folders.includes(folderOf(source)))) {
    const folder = folderOf(name);
    for (const target of importsOf(name)) {
      const isAllowed =
        target === 'document.ts' || [folder, 'text', ...(allowed[folder] ?? [])].includes(folderOf(target));
      expect(isAllowed, `${name} imports ${target}`).toBe(true);
    }
  }
});

it('names every dependency by an exact version', () => {
  const manifest = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  for (const version of versions) expect(version).toMatch(/^(?:npm:@huggingface\/transformers@)?\d+\.\d+\.\d+$/u);
  for (const name of ['compromise', 'franc', '@xenova/transformers', 'p-limit'])
    expect(manifest.dependencies).toHaveProperty([name]);
  expect(manifest.devDependencies).toHaveProperty('vitest');
});

it('uses each of the five given packages', () => {
  const text = sources.map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
  for (const name of ['compromise', 'franc', '@xenova/transformers', 'p-limit'])
    expect(text).toMatch(new RegExp(`from '${name}`, 'u'));
});

it('publishes the schemas that it validates with', () => {
  for (const name of Object.keys(publishedSchemas) as (keyof typeof publishedSchemas)[]) {
    expect(readFileSync(join(root, 'write', 'schemas', name), 'utf8'), 'run npm run schemas').toBe(schemaText(name));
  }
});

it('shows in the README lines that make really writes', () => {
  const readme = readFileSync(join(packageFolder(), 'README.md'), 'utf8');
  const shown = (readme.split('```jsonl\n')[1] ?? '').split('```')[0]?.trim().split('\n') ?? [];
  const written = new Set(readFileSync(join(packageFolder(), 'output', 'dataset.jsonl'), 'utf8').split('\n'));
  expect(shown.length).toBeGreaterThan(2);
  for (const line of shown) expect(written.has(line), line).toBe(true);
});
