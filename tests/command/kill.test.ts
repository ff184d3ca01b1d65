// A run may be killed at any moment: each file of the output is then the old or the new one, whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { packageFolder } from '../../pipeline/text/resource.ts';
import { folderOf } from '../support/folder.ts';

const command = join(packageFolder(), 'dist', 'cli.js');
const names = ['documents.jsonl', 'sentences.jsonl', 'dataset.jsonl', 'entities.jsonl', 'leads.jsonl'];

it('leaves each file old or new when it is killed', { timeout: 240_000 }, async () => {
  expect(existsSync(command), 'run make test, which builds the command').toBe(true);
  const input = folderOf({ 'a.txt': 'Le Maroc a livré 12 tonnes de blé.\n' });
  const output = folderOf();
  const begin = () => spawn(process.execPath, [command, 'dataset', input, '--output', output], { stdio: 'ignore' });
  const contents = (): string[] => names.map((name) => readFileSync(join(output, name), 'utf8'));
  await once(begin(), 'exit');
  let old = contents();
  // moments spread over the whole run, the renaming at its end included
  for (let round = 0; round < 12; round += 1) {
    writeFileSync(join(input, `b${round}.txt`), `Canada sent ${round + 2} engineers to Lagos.\n`);
    const child = begin();
    const exit = once(child, 'exit');
    await Promise.race([wait(100 + round * 150), exit]);
    child.kill('SIGKILL');
    await exit;
    const now = contents();
    for (const [place, text] of now.entries()) {
      if (text === old[place]) continue;
      const documents = text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as object);
      expect(text.endsWith('\n') || documents.length === 0).toBe(true);
    }
    old = now;
  }
  await once(begin(), 'exit');
  expect(readFileSync(join(output, 'documents.jsonl'), 'utf8').match(/"status":"ok"/gu)).toHaveLength(13);
});
