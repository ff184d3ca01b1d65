// The accepted state: an output folder of the contract, with the fingerprints of the gold it was accepted under.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldDocument } from './gold.ts';
import { type PredictedDocument, readPredicted } from './predicted.ts';
import { makeFolder } from '../text/make-folder.ts';
import { replaceFile } from '../text/replace-file.ts';

export interface Baseline {
  readonly documents: readonly PredictedDocument[];
  /** Fingerprints by gold document. */
  readonly gold: ReadonlyMap<string, Fingerprint>;
}

export interface Fingerprint {
  readonly text: string;
  readonly marks: string;
}

const outputFiles = ['documents.jsonl', 'sentences.jsonl', 'dataset.jsonl'] as const;
const goldFile = 'gold.tsv';

/** Reads the baseline; undefined where none has been accepted yet. */
export function findBaseline(folder: string): Baseline | undefined {
  if (!existsSync(join(folder, 'dataset.jsonl'))) return undefined;
  const gold = new Map<string, Fingerprint>();
  if (existsSync(join(folder, goldFile))) {
    for (const line of readFileSync(join(folder, goldFile), 'utf8').split('\n').slice(1)) {
      const [doc = '', text = '', marks = ''] = line.split('\t');
      if (doc !== '') gold.set(doc, { text, marks });
    }
  }
  return { documents: readPredicted(folder), gold };
}

/** Takes an output folder as the new baseline; each file is written beside its place and renamed. */
export function acceptBaseline(output: string, gold: readonly GoldDocument[], folder: string): void {
  makeFolder(folder);
  for (const file of outputFiles) {
    replaceFile(join(folder, file), readFileSync(join(output, file), 'utf8'));
  }
  const rows = gold.map((document) => {
    const { text, marks } = fingerprintOf(document);
    return `${document.doc}\t${text}\t${marks}\n`;
  });
  replaceFile(join(folder, goldFile), `doc\ttext\tmarks\n${rows.join('')}`);
}

/**
 * Fingerprints of a gold document: of its text and of its marks, so that a changed file says which it was.
 */
export function fingerprintOf({ text, mentions, sentences }: GoldDocument): Fingerprint {
  const hash = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 16);
  return { text: hash(text), marks: hash(JSON.stringify([mentions, sentences ?? null])) };
}
