// The frozen split: which annotated file, or which lines of it, belongs to which part.
import { readFileSync } from 'node:fs';

export interface SplitRow {
  readonly part: string;
  readonly file: string;
  /** `281-319`, counted from 1 and inclusive; empty where the whole file is one document. */
  readonly lines: string;
  /** Name of the document: the file's, with the lines before its language where it is a block. */
  readonly doc: string;
}

/**
 * Rows of the list of the split.
 * @example readSplit('models/training/split.tsv')[0] // { part: 'train', file: 'e1-01.en.txt', lines: '', doc: 'e1-01.en.txt' }
 */
export function readSplit(path: string): SplitRow[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('part\t'))
    .map((line) => {
      const [part = '', file = '', lines = ''] = line.split('\t');
      const doc = lines === '' ? file : file.replace(/(\.(?:fr|en))?\.txt$/, `@${lines}$1.txt`);
      return { part, file, lines, doc };
    });
}

/**
 * The lines of a block; a whole file where `lines` is empty.
 * @example blockOfLines('a\n\nb\n\nc\n', '3-5') // 'b\n\nc\n'
 */
export function blockOfLines(raw: string, lines: string): string {
  if (lines === '') return raw;
  const [first = 1, last = first] = lines.split('-').map(Number);
  return `${raw
    .split('\n')
    .slice(first - 1, last)
    .join('\n')
    .replace(/\n+$/, '')}\n`;
}
