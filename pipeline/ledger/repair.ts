// Makes a ledger end on a whole line again, after a crash or another program's hand.
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cutLines } from './read.ts';

const lineFeed = 0x0a;

/**
 * Puts a lost line feed back; moves a torn line to the hidden file `.<name>.torn` beside the ledger.
 *
 * @example await repairLedger('seeds/review.jsonl') // { size: 48213, notes: [] }
 * @returns the size of the file then, and what a user should know
 */
export async function repairLedger(path: string): Promise<{ size: number; notes: string[] }> {
  const bytes = readFileSync(path);
  const start = bytes.lastIndexOf(lineFeed) + 1;
  if (start === bytes.length) return { notes: [], size: bytes.length };
  const tail = bytes.subarray(start);
  const handle = await open(path, 'r+');
  try {
    if (cutLines(tail).torn.length === 0) {
      await handle.write('\n', bytes.length);
      await handle.sync();
      return { notes: [], size: bytes.length + 1 };
    }
    const kept = join(dirname(path), `.${basename(path)}.torn`);
    const torn = await open(kept, 'a');
    await torn.appendFile(Buffer.concat([tail, Buffer.from('\n')]));
    await torn.sync();
    await torn.close();
    await handle.truncate(start);
    await handle.sync();
    return {
      notes: [`the ledger "${path}" ended in a torn line: it was cut off and kept in "${kept}"`],
      size: start,
    };
  } finally {
    await handle.close();
  }
}
