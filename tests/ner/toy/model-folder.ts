// A model's folder for tests: a toy tokenizer, a table of scores and whatever beside them a test wants to break.
import { join } from 'node:path';
import { folderOf } from '../../support/folder.ts';
import { writeOnnx } from './onnx-writer.ts';
import { type ToyTokenizer, unigram } from './tokenizers.ts';

export interface ToyModel {
  readonly tokenizer?: ToyTokenizer;
  readonly labels?: readonly string[];
  /** Label of a piece, by its surface without marks; `O` for the rest. */
  readonly marked?: Readonly<Record<string, string>>;
  /** Scores of a piece id, instead of `marked`. */
  readonly scores?: (id: number, labels: readonly string[]) => readonly number[];
  /** Merged into config.json. */
  readonly config?: object;
  /** Further files by their path, written as they are or as JSON. */
  readonly files?: Readonly<Record<string, string | Uint8Array | object>>;
}

export const bioLabels = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC'];
export const usualMarks = {
  Marie: 'B-PER',
  Pierre: 'B-PER',
  Curie: 'I-PER',
  Paris: 'B-LOC',
  Havre: 'B-LOC',
  ONU: 'B-ORG',
};

/** Writes the folder and gives its path; it goes when the test ends. */
export function toyFolder({
  tokenizer = unigram(),
  labels = bioLabels,
  marked = usualMarks,
  scores,
  config = {},
  files = {},
}: ToyModel = {}): string {
  const byFold = new Map(Object.entries(marked).map(([surface, label]) => [surface.toLowerCase(), label]));
  const table = tokenizer.pieces.map((piece, id) => {
    if (scores !== undefined) return scores(id, labels);
    const label = byFold.get(piece.replace(/^(?:▁|##|Ġ)/, '').toLowerCase()) ?? 'O';
    return labels.map((one) => (one === label ? 5 : 0));
  });
  const all: Record<string, string | Uint8Array | object> = {
    'config.json': {
      model_type: 'bert',
      architectures: ['BertForTokenClassification'],
      vocab_size: tokenizer.pieces.length,
      max_position_embeddings: 512,
      id2label: Object.fromEntries(labels.map((label, index) => [index, label])),
      ...config,
    },
    'tokenizer.json': tokenizer.tokenizer,
    'tokenizer_config.json': tokenizer.config,
    'onnx/model_quantized.onnx': writeOnnx(table),
    ...files,
  };
  const written = Object.entries(all).map(([path, content]): [string, string | Uint8Array] => [
    join('toy', path),
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  ]);
  return join(folderOf(Object.fromEntries(written)), 'toy');
}
