// What lies beside the weights in a model's folder, checked once at the door: config.json and our optional extras.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TamisError } from '../text/errors.ts';
import { faultOf } from '../text/fault.ts';
import { weightFiles } from './library.ts';

const label = z.enum(['PER', 'ORG', 'LOC', 'MISC', 'DEM', 'FIG', 'DATE']);

const mapping = z.record(z.string(), label.nullable());
const scheme = z.enum(['bio', 'iob1', 'bioes']);
const pieces = z.enum(['separate', 'natural']);

const settings = z.object({
  name: z.string().min(1).optional(),
  version: z.string().min(1).optional(),
  /** Most pieces of a window, special ones included. */
  window: z.int().min(32).max(8192).optional(),
  labels: mapping.optional(),
  scheme: scheme.optional(),
  /** Whether words are encoded alone (the default of models with this block) or as running text. */
  pieces: pieces.optional(),
  /** Most pieces of one word. */
  pieces_per_word: z.int().min(1).max(16).optional(),
});

const configFile = z.object({
  id2label: z.record(z.string(), z.string()).optional(),
  vocab_size: z.int().optional(),
  max_position_embeddings: z.int().optional(),
  tamis: settings.optional(),
});

const labelsFile = z.object({ labels: mapping.optional(), scheme: scheme.optional(), pieces: pieces.optional() });

const calibrationFile = z.partialRecord(label, z.array(z.tuple([z.number(), z.number()])).min(1));

const goldenFile = z.array(
  z.object({
    text: z.string().min(1),
    mentions: z.array(
      z.object({ label, surface: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() }),
    ),
  }),
);

const hashesFile = z.object({ version: z.string().optional(), files: z.record(z.string(), z.string()) });

export type GoldenSentence = z.infer<typeof goldenFile>[number];
export type Calibration = z.infer<typeof calibrationFile>;
export type Hashes = z.infer<typeof hashesFile>;

export interface ModelFolder {
  readonly folder: string;
  readonly weights: 'q8' | 'fp32';
  /** Paths, from the folder, of the files that decide what the model gives. */
  readonly files: readonly string[];
  readonly config: z.infer<typeof configFile>;
  readonly labels: readonly string[];
  readonly mapping: z.infer<typeof labelsFile> | undefined;
  readonly calibration: Calibration | undefined;
  readonly golden: readonly GoldenSentence[];
  readonly hashes: Hashes | undefined;
}

/**
 * Reads the small files of a model's folder and finds its weights: int8 where they are there, else float32.
 * @example readModelFolder('/data/ner').labels // ['O', 'B-PER', …]
 */
export function readModelFolder(folder: string): ModelFolder {
  if (!existsSync(folder)) {
    throw new TamisError('model.missing', `expected a model folder at ${folder}, found nothing: check the path`);
  }
  const weights = existsSync(join(folder, weightFiles.q8)) ? 'q8' : 'fp32';
  if (!existsSync(join(folder, weightFiles[weights]))) {
    throw new TamisError(
      'model.file-missing',
      `expected ${weightFiles.q8} or ${weightFiles.fp32} in ${folder}, found neither: export the model to ONNX first`,
    );
  }
  for (const needed of ['config.json', 'tokenizer.json', 'tokenizer_config.json']) {
    if (existsSync(join(folder, needed))) continue;
    throw new TamisError(
      'model.file-missing',
      `expected ${needed} in ${folder}, found none: restore it from the model's source`,
    );
  }
  const config = getFile(folder, 'config.json', configFile);
  return {
    folder,
    weights,
    files: ['config.json', 'tokenizer.json', 'tokenizer_config.json', weightFiles[weights]].concat(
      ['labels.json', 'calibration.json'].filter((name) => existsSync(join(folder, name))),
    ),
    config,
    labels: labelsOf(config, folder),
    mapping: findFile(folder, 'labels.json', labelsFile),
    calibration: findFile(folder, 'calibration.json', calibrationFile),
    golden: findFile(folder, 'golden.json', goldenFile) ?? [],
    hashes: findFile(folder, 'hashes.json', hashesFile),
  };
}

function labelsOf(config: z.infer<typeof configFile>, folder: string): string[] {
  const named = config.id2label ?? {};
  const labels = Object.keys(named).map((_, index) => named[String(index)]);
  // a converter that knows no labels writes LABEL_0, LABEL_1 …
  const known = labels.filter((one): one is string => one !== undefined && !/^LABEL_\d+$/.test(one));
  if (known.length === 0 || known.length !== labels.length) {
    throw new TamisError(
      'model.labels',
      `expected id2label in ${folder}/config.json to name a label for each output, found ${labels.length === 0 ? 'none' : Object.values(named).slice(0, 3).join(', ')}: add the labels the model was trained with`,
    );
  }
  return known;
}

function findFile<Shape extends z.ZodType>(folder: string, name: string, shape: Shape): z.infer<Shape> | undefined {
  return existsSync(join(folder, name)) ? getFile(folder, name, shape) : undefined;
}

function getFile<Shape extends z.ZodType>(folder: string, name: string, shape: Shape): z.infer<Shape> {
  try {
    return shape.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch (thrown) {
    throw new TamisError(
      'model.config',
      `expected a readable ${name} in ${folder}, got: ${faultOf(thrown)}; restore it from the model's source`,
      { cause: thrown },
    );
  }
}
