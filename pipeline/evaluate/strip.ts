// Writes gold documents without their marks, for the pipeline to read: it must never see what it is asked for.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GoldDocument } from './gold.ts';

/** Writes each document's text under its own name; names keep their folders. */
export function writePlain(documents: readonly GoldDocument[], folder: string): void {
  for (const { doc, text } of documents) {
    const path = join(folder, doc);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
