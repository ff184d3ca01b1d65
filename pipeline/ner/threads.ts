// The threads that run the model, a window each at a time. Several threads of one run wait for each other at every
// layer: two of them read 52 windows a second, two threads with a window each 61, and four scale as two do.
import { Worker } from 'node:worker_threads';
import { TamisError } from '../text/errors.ts';
import type { Scores, Weights, WeightsFile } from './library.ts';
import type { Answer, Request } from './thread.ts';

interface Job {
  readonly ids: readonly number[];
  readonly resolve: (scores: Scores) => void;
  readonly reject: (thrown: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  job?: Job | undefined;
  isOpen: boolean;
}

// What a thread makes is gone after each window; with the usual room for it, a thread fills 50 MB before it tidies up.
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

/**
 * Opens the weights in a thread, and in up to `most` of them as soon as windows wait; each holds about 80 MB.
 * Windows are begun in the order in which they come. An idle thread keeps no process alive.
 *
 * @example (await (await openThreads({ folder: '/data/ner', weights: 'q8' }, 2)).run([0, 31353, 2])).labels // 15
 * @throws TamisError as `openWeights`; `model.run` too where a thread ends before it has answered
 */
export async function openThreads(file: WeightsFile, most: number): Promise<Weights> {
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let limit = most;

  const start = (): Promise<void> =>
    new Promise((opened, failed) => {
      const worker = new Worker(entry, { workerData: file, execArgv: [], resourceLimits });
      const thread: Thread = { worker, isOpen: false };
      threads.add(thread);
      const answered = (answer: Answer): void => {
        if (answer === 'open') {
          thread.isOpen = true;
          opened();
        } else if ('fault' in answer) {
          const fault = new TamisError(answer.fault.code, answer.fault.message);
          failed(fault);
          thread.job?.reject(fault);
        } else {
          thread.job?.resolve(answer);
        }
        thread.job = undefined;
        if (thread.isOpen) thread.worker.unref();
        assign();
      };
      const ended = (reason: string): void => {
        if (!threads.delete(thread)) return;
        const fault = new TamisError(
          'model.run',
          `expected the model in ${file.folder} to read on, found that its thread had ended (${reason}): run again, with fewer --threads if memory is short`,
        );
        failed(fault);
        thread.job?.reject(fault);
        assign();
      };
      thread.worker.on('message', answered);
      thread.worker.on('error', (thrown) => ended(thrown.message));
      thread.worker.on('exit', (code) => ended(`exit code ${code}`));
    });

  const assign = (): void => {
    for (const thread of threads) {
      if (!thread.isOpen || thread.job !== undefined) continue;
      const job = waiting.shift();
      if (job === undefined) return;
      thread.job = job;
      thread.worker.ref();
      thread.worker.postMessage(job.ids satisfies Request, []);
    }
    if (waiting.length === 0 || threads.size >= limit || [...threads].some(({ isOpen }) => !isOpen)) return;
    start().catch((thrown: unknown) => {
      // the others go on without it; where there is none, nothing can
      limit = threads.size;
      if (limit === 0) for (const job of waiting.splice(0)) job.reject(thrown);
    });
  };

  await start();
  return {
    run: (ids) =>
      new Promise((resolve, reject) => {
        waiting.push({ ids, resolve, reject });
        assign();
      }),
    async close() {
      limit = 0;
      waiting.length = 0;
      await Promise.all([...threads].map(close));
    },
  };
}

function close({ worker }: Thread): Promise<void> {
  return new Promise((resolve) => {
    worker.ref();
    worker.once('exit', () => resolve());
    worker.postMessage('close' satisfies Request, []);
  });
}

// Node cannot load TypeScript in a thread: run from the sources, as in tests and benchmark, the built file is taken.
const entry = new URL(import.meta.url.endsWith('.ts') ? '../../dist/ner/thread.js' : 'thread.js', import.meta.url);
