// How many documents an input holds, for the progress display alone.
import { createReadStream } from 'node:fs';
import type { InputFile } from './list.ts';

/**
 * Counts documents without reading them: a file each, a line each in files of JSON lines.
 * @example await countDocuments(listInput('seeds')) // 5
 */
export async function countDocuments(files: readonly InputFile[]): Promise<number> {
  let count = 0;
  for (const file of files) count += file.kind === 'json-lines' ? await countLines(file.path) : 1;
  return count;
}

async function countLines(path: string): Promise<number> {
  let count = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      for (let position = chunk.indexOf(0x0a); position >= 0; position = chunk.indexOf(0x0a, position + 1)) count += 1;
    }
  } catch {
    return 1; // reading it for good will say what is wrong
  }
  return count;
}
