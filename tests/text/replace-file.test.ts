import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from '../../pipeline/text/replace-file.ts';
import { folderOf } from '../support/folder.ts';

test('the new content takes the place of the old one, and nothing is left beside it', () => {
  const folder = folderOf({ 'report.json': 'old' });
  replaceFile(join(folder, 'report.json'), 'new');
  expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['report.json']);
});

test('where it cannot be written, what was there stays and nothing is left beside it', () => {
  const folder = folderOf();
  mkdirSync(join(folder, 'report.json'));
  expect(() => replaceFile(join(folder, 'report.json'), 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(() => replaceFile(join(folder, 'none', 'report.json'), 'new')).toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual(['report.json']);
});
