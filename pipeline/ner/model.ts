// Opens a model: ours or any local token-classification model of the same layout. Refuses what would give wrong
// output silently: damaged or exchanged files, a tokenizer of another model, a runtime that computes something else.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { ModelLabel } from '../document.ts';
import { TamisError } from '../text/errors.ts';
import { calibrate } from './calibrate.ts';
import { readModelFolder } from './folder.ts';
import { checkGolden } from './golden.ts';
import { hashModel } from './hashes.ts';
import { identityOf, type ModelIdentity } from './identity.ts';
import { naturalPieces } from './natural.ts';
import { separatePieces, type WordPieces } from './pieces.ts';
import { openRuntime } from './runtime.ts';
import { type Scheme, schemeOf } from './scheme.ts';

export interface ModelOptions {
  /** Path of the model's folder. */
  readonly folder: string;
  /** What `identifyModel` said of the folder, where it was asked: its files are then not hashed again. */
  readonly identity?: ModelIdentity;
  /** Threads that read a window each; `usualThreads` where absent. */
  readonly threads?: number;
}

export interface NerModel extends ModelIdentity {
  /** The labels of ours that the model can give. */
  readonly labels: readonly ModelLabel[];
  /** What a user must know about this model, such as labels without a counterpart. */
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly scheme: Scheme;
  readonly pieces: WordPieces;
  readonly marks: { readonly begin: number; readonly end: number };
  /** Most pieces of a window, special ones included. */
  readonly window: number;
  /** Threads that read a window each. */
  readonly threads: number;
  /** Work done since opening; the golden check is not counted. */
  readonly counters: { batches: number; pieces: number; words: number };
  /** Scores of one window's pieces, `labels` values a piece in the order of the model's labels. */
  run(ids: readonly number[]): Promise<Float32Array>;
  /** Calibrated probability of a span. */
  calibrate(label: ModelLabel, raw: number): number;
  close(): Promise<void>;
}

// as in training; windows of 400 pieces lose 0.02
const usualWindow = 160;
/** Threads where no setting says how many; more would hold the weights once more each. */
export const usualThreads = Math.min(availableParallelism(), 4);

/**
 * Opens the model of a folder, laid out as on a hub: config.json, tokenizer.json, tokenizer_config.json,
 * onnx/model_quantized.onnx (or onnx/model.onnx); with optional labels.json, calibration.json, golden.json, hashes.json.
 *
 * @example const model = await openModel({ folder: 'models/tamis-ner' }); model.labels // ['PER', 'ORG', …]
 * @throws TamisError with a code `model.…` and one plain sentence
 */
export async function openModel({ folder, identity, threads = usualThreads }: ModelOptions): Promise<NerModel> {
  const found = readModelFolder(resolve(folder));
  const known = identity ?? identityOf(found, await hashModel(found));
  const { config, labels, mapping } = found;
  const scheme = schemeOf(
    labels,
    { ...mapping?.labels, ...config.tamis?.labels },
    config.tamis?.scheme ?? mapping?.scheme,
  );
  if (scheme.types.length === 0) {
    throw new TamisError(
      'model.labels',
      `expected labels for persons, organisations or places in ${found.folder}/config.json, found ${labels.slice(0, 6).join(', ')}: name their counterparts in labels.json`,
    );
  }
  const runtime = await openRuntime({ folder: found.folder, weights: found.weights, threads });
  if (config.vocab_size !== undefined && runtime.highestId >= config.vocab_size) {
    await runtime.close();
    throw new TamisError(
      'model.tokenizer',
      `expected a tokenizer of ${config.vocab_size} pieces in ${found.folder}, got one with ${runtime.highestId + 1}: it belongs to another model; restore tokenizer.json from the model's source`,
    );
  }
  const isSeparate =
    (config.tamis?.pieces ?? mapping?.pieces ?? (config.tamis === undefined ? 'natural' : 'separate')) === 'separate';
  const counters = { batches: 0, pieces: 0, words: 0 };
  const model: NerModel = {
    ...known,
    labels: scheme.types,
    notes: scheme.ignored.map((type) => ({
      code: 'model-label-ignored',
      message: `the model's label "${type}" has no counterpart and is ignored; labels.json may name one`,
    })),
    scheme,
    pieces: isSeparate ? separatePieces(runtime, config.tamis?.pieces_per_word) : naturalPieces(runtime),
    marks: { begin: runtime.begin, end: runtime.end },
    window: Math.min(config.tamis?.window ?? usualWindow, (config.max_position_embeddings ?? 512) - 2),
    threads,
    counters,
    async run(ids) {
      const { values, labels: width } = await runtime.run(ids);
      if (width !== labels.length) {
        throw new TamisError(
          'model.labels',
          `expected ${labels.length} scores a piece from ${found.folder}, as config.json has labels, got ${width}: weights and config.json belong to different models`,
        );
      }
      counters.batches += 1;
      counters.pieces += ids.length;
      return values;
    },
    calibrate: (label, raw) => calibrate(found.calibration, label, raw),
    close: () => runtime.close(),
  };
  try {
    await checkGolden(model, found.golden);
  } catch (thrown) {
    await runtime.close();
    throw thrown;
  }
  Object.assign(counters, { batches: 0, pieces: 0, words: 0 });
  return model;
}
