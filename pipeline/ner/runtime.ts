// What reads pieces for a model: the tokenizer here, the weights in threads of their own.
import { openTokenizer, type Tokenizer, type Weights, type WeightsFile } from './library.ts';
import { openThreads } from './threads.ts';

export interface Runtime extends Tokenizer, Weights {}

/**
 * Loads tokenizer and weights from a local folder.
 * @example (await openRuntime({ folder: '/data/ner', weights: 'q8', threads: 2 })).encode('Bonjour') // [31353]
 * @throws TamisError with a code `model.…` where a file is not usable
 */
export async function openRuntime({ folder, weights, threads }: WeightsFile & { threads: number }): Promise<Runtime> {
  const tokenizer = await openTokenizer(folder);
  return { ...tokenizer, ...(await openThreads({ folder, weights }, threads)) };
}
