// The threads that run the model: the same scores from any number of them, faults that arrive, and no process kept alive.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openThreads } from '../../pipeline/ner/threads.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';
import { toyFolder } from './toy/model-folder.ts';

const windows = Array.from({ length: 40 }, (_, at) => [
  0,
  ...Array.from({ length: 1 + (at % 9) }, () => 4 + (at % 5)),
  2,
]);

test.each([1, 2, 3])('%d of them give each window its own scores', async (most) => {
  const folder = toyFolder({ scores: (id, labels) => labels.map((_, label) => id * 10 + label) });
  const threads = await openThreads({ folder, weights: 'q8' }, most);
  const found = await Promise.all(windows.map((ids) => threads.run(ids)));
  found.forEach(({ values, labels }, at) => {
    const ids = windows[at] ?? [];
    expect([...values]).toEqual(ids.flatMap((id) => Array.from({ length: labels }, (_, label) => id * 10 + label)));
  });
  await threads.close();
});

test('a window that cannot be read rejects alone', async () => {
  const threads = await openThreads({ folder: toyFolder(), weights: 'q8' }, 2);
  const outcomes = await Promise.allSettled(
    [
      [0, 2],
      [0, 999_999, 2],
      [0, 4, 2],
    ].map((ids) => threads.run(ids)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { code: 'model.run', message: /read 3 pieces/ } });
  await threads.close();
});

test('weights that are not there reject the opening', async () => {
  const opening = openThreads({ folder: toyFolder(), weights: 'fp32' }, 2);
  await expect(opening).rejects.toMatchObject({ code: 'model.weights' });
});

test('idle threads keep no process alive, and a closed one answers nothing more', async () => {
  const script = `
    const { openThreads } = await import(${JSON.stringify(join(packageFolder(), 'dist/ner/threads.js'))});
    const threads = await openThreads({ folder: ${JSON.stringify(toyFolder())}, weights: 'q8' }, 2);
    const scores = await Promise.all([[0, 2], [0, 4, 2], [0, 4, 4, 2]].map((ids) => threads.run(ids)));
    console.log(scores.map(({ values }) => values.length).join(' '));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 30_000,
  });
  expect([stdout, stderr]).toEqual(['14 21 28\n', '']);
});
