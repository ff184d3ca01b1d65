// Writes gold documents without their marks, for the pipeline to read: it must never see what it is asked for.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GoldDocument } from './gold.ts';
import { makeFolder } from '../text/make-folder.ts';

/**
 * Writes each document's text under its own name; names keep their folders. A document with a date of its own, or whose
 * name is no path of a text file ("https://…", "../b"), becomes a line of `gold.jsonl`.
 */
export function writePlain(documents: readonly GoldDocument[], folder: string): void {
  makeFolder(folder);
  const lines: string[] = [];
  for (const { doc, text, date } of documents) {
    if (date !== undefined || !isTextPath(doc)) {
      lines.push(`${JSON.stringify({ id: doc, text, ...(date === undefined ? {} : { date }) })}\n`);
      continue;
    }
    const path = join(folder, doc);
    makeFolder(dirname(path));
    writeFileSync(path, text);
  }
  if (lines.length > 0) writeFileSync(join(folder, 'gold.jsonl'), lines.join(''));
}

/** Whether a name stays in the folder that it is written to and is read again: no hidden part, none too long. */
function isTextPath(doc: string): boolean {
  const isShort = doc.split('/').every((part) => /^[^.\\:\0][^\\:\0]*$/u.test(part) && Buffer.byteLength(part) < 250);
  return isShort && doc.endsWith('.txt');
}
