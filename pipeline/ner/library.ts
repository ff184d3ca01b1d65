// The one file that touches `@xenova/transformers` (the name is kept; it resolves to its maintained successor).
// What the library gets wrong and we do ourselves: it has no offsets, truncates at 512 pieces without a word, joins
// names across unlabelled words, and prints to the console. So we use tokenizer and model alone, never `pipeline()`.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type * as Transformers from '@xenova/transformers';
import { messageOf, TamisError } from '../text/errors.ts';
import type { Encoder } from './pieces.ts';

export interface Tokenizer extends Encoder {
  readonly begin: number;
  readonly end: number;
  /** Highest piece id that the tokenizer can give. */
  readonly highestId: number;
}

/** Scores of one window, piece after piece: `ids.length × labels` values, and how many labels there are. */
export interface Scores {
  readonly values: Float32Array<ArrayBuffer>;
  readonly labels: number;
}

export interface Weights {
  run(ids: readonly number[]): Promise<Scores>;
  close(): Promise<void>;
}

/** Where a hub model keeps its weights, by the library's name for their kind. */
export const weightFiles = { q8: 'onnx/model_quantized.onnx', fp32: 'onnx/model.onnx' } as const;

export interface WeightsFile {
  /** Absolute path, so that the library never takes it for the name of a remote model. */
  readonly folder: string;
  readonly weights: keyof typeof weightFiles;
}

type Library = typeof Transformers;

// ONNX Runtime: 4 = fatal; its warnings and errors reach us as exceptions, never as console lines
const silent = 4;

// Loaded at the first model only: a run over remembered documents, or `tamis --help`, does without (0.2 s, 30 MB).
async function loadLibrary(): Promise<Library> {
  try {
    const library = await import('@xenova/transformers');
    const { env, LogLevel } = library;
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.useFSCache = false;
    env.logLevel = LogLevel.NONE;
    return library;
  } catch (thrown) {
    throw new TamisError(
      'model.library',
      `expected @xenova/transformers with an ONNX Runtime for ${process.platform} ${process.arch}, got: ${messageOf(thrown)}; run npm ci (Macs with Intel processors cannot run it)`,
      { cause: thrown },
    );
  }
}

// the library types every model's output as `any`
function takeScores(output: unknown, Tensor: Library['Tensor']): Scores {
  const logits = typeof output === 'object' && output !== null && 'logits' in output ? output.logits : undefined;
  if (!(logits instanceof Tensor)) throw new Error('an output without "logits"');
  const { data, dims } = logits;
  if (!(data instanceof Float32Array)) throw new Error(`scores of type ${logits.type}, not float32`);
  const scores = { values: data.slice(), labels: dims[2] ?? 0 };
  logits.dispose();
  return scores;
}

/**
 * Loads the tokenizer of a local folder.
 * @example (await openTokenizer('/data/ner')).encode('Bonjour') // [31353]
 * @throws TamisError `model.tokenizer` where the files are not usable
 */
export async function openTokenizer(folder: string): Promise<Tokenizer> {
  const { AutoTokenizer } = await loadLibrary();
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    // BERT's kin put [CLS] and [SEP] around an empty text; a tokenizer without such a step names them in its settings
    const around = tokenizer.encode('');
    const begin = around[0] ?? tokenizer.bos_token_id;
    const end = around.at(-1) ?? tokenizer.eos_token_id;
    const unknown = tokenizer.unk_token_id ?? tokenizer.pad_token_id;
    if (begin === undefined || end === undefined || unknown === undefined) {
      throw new Error('no pieces for the begin and end of a text or for unknown words');
    }
    let highestId = 0;
    for (const id of tokenizer.get_vocab().values()) highestId = Math.max(highestId, id);
    return {
      encode: (text) => tokenizer.encode(text, { add_special_tokens: false }),
      tokenize: (text) => tokenizer.tokenize(text, { add_special_tokens: false }),
      begin,
      end,
      unknown,
      highestId,
    };
  } catch (thrown) {
    throw new TamisError(
      'model.tokenizer',
      `expected a usable tokenizer.json and tokenizer_config.json in ${folder}, got: ${messageOf(thrown)}; restore both files from the model's source`,
      { cause: thrown },
    );
  }
}

/**
 * Loads the weights of a local folder, to be run by one thread: this one.
 * @example (await (await openWeights({ folder: '/data/ner', weights: 'q8' })).run([0, 31353, 2])).labels // 15
 * @throws TamisError `model.weights` where they cannot be loaded, `model.run` where they cannot be run
 */
export async function openWeights({ folder, weights }: WeightsFile): Promise<Weights> {
  const library = await loadLibrary();
  const { Tensor } = library;
  const model = await loadWeights(library, folder, weights);
  return {
    async run(ids) {
      const size = [1, ids.length];
      const inputs = {
        input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), size),
        attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), size),
      };
      try {
        return takeScores(await model(inputs), Tensor);
      } catch (thrown) {
        throw new TamisError(
          'model.run',
          `expected the model in ${folder} to read ${ids.length} pieces, got: ${messageOf(thrown)}; use another model`,
          { cause: thrown },
        );
      } finally {
        for (const tensor of Object.values(inputs)) tensor.dispose();
      }
    },
    async close() {
      await model.dispose();
    },
  };
}

async function loadWeights(
  { AutoModelForTokenClassification }: Library,
  folder: string,
  weights: keyof typeof weightFiles,
) {
  try {
    return await AutoModelForTokenClassification.from_pretrained(folder, {
      dtype: weights,
      device: 'cpu',
      local_files_only: true,
      session_options: { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: silent },
    });
  } catch (thrown) {
    const path = join(folder, weightFiles[weights]);
    throw new TamisError(
      'model.weights',
      `expected token-classification weights in ONNX in ${path}, got ${findReason(path, thrown)}; restore the file from the model's source`,
      { cause: thrown },
    );
  }
}

// ONNX Runtime's reasons hold paths and signatures of its own source; the plain part stays, the whole is in `cause`.
function findReason(path: string, thrown: unknown): string {
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size < 1024 && size > 0 && readFileSync(path, 'utf8').startsWith('version https://git-lfs')) {
    return 'a Git LFS pointer, not the file itself (git lfs pull fetches it)';
  }
  const reason = messageOf(thrown)
    .replace(/^.*?failed:\s*/u, '')
    .replace(/\S*\/\S+\.(?:cc|h):\d+ .*\) (?=[A-Z])/u, '')
    .replace(/\.$/u, '');
  return `a file of ${size} bytes that cannot be loaded (${reason})`;
}
