// The threads that run the model, a window each at a time. Several threads of one run wait for each other at every
// layer: two of them read 52 windows a second, two threads with a window each 61, twice what one reads.
import { Worker } from 'node:worker_threads';
import { messageOf, TamisError } from '../text/errors.ts';
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

// Node cannot load TypeScript in a thread: run from the sources, as in tests and benchmark, the built file is taken.
const usualProgram = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/ner/thread.js' : 'thread.js',
  import.meta.url,
);

/**
 * Opens the weights in a thread, and in up to `most` of them as soon as windows wait; each holds about 120 MB.
 * Windows are begun in the order in which they come. An idle thread keeps no process alive; a closed one reads nothing more.
 *
 * @example (await (await openThreads({ folder: '/data/ner', weights: 'q8' }, 2)).run([0, 31353, 2])).labels // 15
 * @param program what a thread runs; tests give threads that break
 * @throws TamisError as `openWeights`; `model.thread` where none can be started; `model.run` where one ends over a window
 */
export async function openThreads(file: WeightsFile, most: number, program = usualProgram): Promise<Weights> {
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let limit = most;
  // why nothing is read any more
  let end: TamisError | undefined;

  const giveUp = (fault: TamisError): void => {
    end ??= fault;
    limit = 0;
    for (const job of waiting.splice(0)) job.reject(end);
  };

  const drop = (thread: Thread, fault: TamisError): void => {
    if (!threads.delete(thread)) return;
    thread.job?.reject(fault);
    // one that cannot be opened is not tried again: the others go on without it, and where there is none, nothing can
    if (!thread.isOpen) limit = Math.min(limit, threads.size);
    if (limit === 0) giveUp(fault);
    assign();
  };

  const start = (): Promise<void> =>
    new Promise((opened, failed) => {
      const worker = new Worker(program, { workerData: file, execArgv: [], resourceLimits });
      const thread: Thread = { worker, isOpen: false };
      threads.add(thread);
      const fail = (fault: TamisError): void => {
        failed(fault);
        drop(thread, fault);
      };
      const failEnded = (reason: string): void => fail(endedFault(file, thread, reason));
      worker.on('message', (answer: Answer) => {
        if (answer === 'open') {
          thread.isOpen = true;
          opened();
        } else if ('fault' in answer) {
          const fault = new TamisError(answer.fault.code, answer.fault.message);
          if (!thread.isOpen) {
            fail(fault);
            return;
          }
          thread.job?.reject(fault);
        } else {
          thread.job?.resolve(answer);
        }
        thread.job = undefined;
        // one that is being closed is waited for
        if (end === undefined) worker.unref();
        assign();
      });
      worker.on('error', (thrown) => failEnded(messageOf(thrown)));
      worker.on('exit', (code) => failEnded(`exit code ${code}`));
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
    // what came of it, `drop` sees to
    start().catch(() => undefined);
  };

  await start();
  return {
    run: (ids) =>
      new Promise((resolve, reject) => {
        if (end !== undefined) {
          reject(end);
          return;
        }
        waiting.push({ ids, resolve, reject });
        assign();
      }),
    async close() {
      giveUp(new TamisError('model.run', `expected the model in ${file.folder} to be open, found it closed`));
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

function endedFault({ folder }: WeightsFile, { isOpen }: Thread, reason: string): TamisError {
  return new TamisError(
    isOpen ? 'model.run' : 'model.thread',
    `expected the model in ${folder} to read on, found that its thread had ended (${reason}): run again, with fewer --threads if memory is short`,
  );
}
