// The threads that run the model: the same scores from any number of them, faults that arrive, and no process kept alive.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { statSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openThreads } from '../../pipeline/ner/threads.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';
import type { TamisError } from '../../pipeline/text/errors.ts';
import { folderOf } from '../support/folder.ts';
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

/** What a process prints that opens a toy model, does this and has nothing else to wait for. */
async function printed(body: string): Promise<string> {
  const script = `
    const { openThreads } = await import(${JSON.stringify(pathToFileURL(join(packageFolder(), 'dist/ner/threads.js')).href)});
    const threads = await openThreads({ folder: ${JSON.stringify(toyFolder())}, weights: 'q8' }, 2);
    const run = (count) => Promise.all(Array.from({ length: count }, (_, at) => threads.run([0, 4 + at, 2])));
    ${body}`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 30_000,
  });
  return stdout + stderr;
}

test('idle threads keep no process alive', async () => {
  expect(await printed(`console.log((await run(3)).length);`)).toBe('3\n');
});

test('a process lives until its threads are closed, even one that was still opening', async () => {
  expect(await printed(`await run(3); await threads.close(); console.log('closed');`)).toBe('closed\n');
  expect(
    await printed(`const runs = run(3).catch(({ code }) => code); await threads.close(); console.log(await runs);`),
  ).toBe('model.run\n');
});

test('closed threads read nothing more, and say so', async () => {
  const threads = await openThreads({ folder: toyFolder(), weights: 'q8' }, 2);
  await threads.close();
  await expect(threads.run([0, 2])).rejects.toMatchObject({ code: 'model.run', message: /found it closed/ });
});

/** Threads of which the first answers as said and every later one as said; and a count of those that were started. */
async function breaking(
  first: string,
  later: string,
): Promise<{ run: (count: number) => Promise<string[]>; started: () => number }> {
  const folder = folderOf({
    'thread.mjs': `
      import { appendFileSync, statSync } from 'node:fs';
      import { parentPort, workerData } from 'node:worker_threads';
      const log = workerData.folder + '/started';
      appendFileSync(log, '.');
      const port = parentPort, isFirst = statSync(log).size === 1;
      const open = (answer) => { port.on('message', (ids) => ids === 'close' ? port.close() : answer(ids)); port.postMessage('open'); };
      const scores = (ids) => port.postMessage({ values: new Float32Array(ids), labels: 1 });
      const fault = () => port.postMessage({ fault: { code: 'model.weights', message: 'damaged' } });
      const die = () => process.exit(9);
      if (isFirst) { ${first} } else { ${later} }`,
  });
  const threads = await openThreads({ folder, weights: 'q8' }, 3, pathToFileURL(join(folder, 'thread.mjs')));
  onTestFinished(() => threads.close());
  return {
    async run(count) {
      const runs = await Promise.allSettled(Array.from({ length: count }, (_, at) => threads.run([at])));
      return runs.map((run) => (run.status === 'fulfilled' ? 'read' : (run.reason as TamisError).code));
    },
    started: () => statSync(join(folder, 'started')).size,
  };
}

test.each(['fault();', 'die();'])(
  'a further thread that cannot be opened (%s) is not tried again, the first reads on',
  async (later) => {
    const { run, started } = await breaking('open((ids) => setTimeout(() => scores(ids), 20));', later);
    expect(new Set(await run(20))).toEqual(new Set(['read']));
    expect(started()).toBe(2);
  },
);

test('a thread that ends over a window fails that one, and another takes its place', async () => {
  const { run, started } = await breaking('open(die);', 'open(scores);');
  expect(await run(1)).toEqual(['model.run']);
  expect(await run(5)).toEqual(Array.from({ length: 5 }, () => 'read'));
  expect(started()).toBeGreaterThan(1);
});

test('where none can be opened any more, every window is told why', async () => {
  const { run, started } = await breaking('open(die);', 'fault();');
  expect(await run(4)).toEqual(['model.run', 'model.weights', 'model.weights', 'model.weights']);
  expect(await run(2)).toEqual(['model.weights', 'model.weights']);
  expect(started()).toBe(2);
});

test('a thread that ends before it is open is no fault of a document', async () => {
  await expect(breaking('die();', 'die();')).rejects.toMatchObject({ code: 'model.thread', message: /exit code 9/ });
});
