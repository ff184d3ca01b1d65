// One thread that runs the model: started by `threads.ts`, it is sent the pieces of a window and sends their scores.
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf, TamisError } from '../text/errors.ts';
import { openWeights, type Scores, type WeightsFile } from './library.ts';

/** What a thread is sent: the pieces of a window, or nothing more. */
export type Request = readonly number[] | 'close';

/** What it answers, once when it has opened the weights and then to each window. */
export type Answer = 'open' | Scores | { readonly fault: { readonly code: string; readonly message: string } };

const port = parentPort;
if (port === null) throw new Error('expected to be started by threads.ts');

const answerTo = (thrown: unknown): Answer => {
  const code = thrown instanceof TamisError ? thrown.code : 'model.run';
  return { fault: { code, message: messageOf(thrown) } };
};

try {
  const weights = await openWeights(workerData as WeightsFile);
  const answer = async (request: Request): Promise<void> => {
    if (request === 'close') {
      await weights.close();
      port.close();
      return;
    }
    try {
      const scores: Answer = await weights.run(request);
      port.postMessage(scores, [scores.values.buffer]);
    } catch (thrown) {
      port.postMessage(answerTo(thrown));
    }
  };
  port.on('message', (request: Request) => void answer(request));
  port.postMessage('open' satisfies Answer);
} catch (thrown) {
  port.postMessage(answerTo(thrown));
}
