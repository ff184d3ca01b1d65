// Runs every cell of boundaries.tsv, the table of where sentences end.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { startDocument } from '../../pipeline/document.ts';
import { splitSentences } from '../../pipeline/sentences/index.ts';

const rows = readFileSync(new URL('./boundaries.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'));

const cells = rows.flatMap(([phenomenon = '', french = '', english = '']) => [
  { name: `${phenomenon} (French)`, cell: french },
  { name: `${phenomenon} (English)`, cell: english },
]);

describe('ends of sentences', () => {
  it.each(cells.filter(({ cell }) => cell !== ''))('$name', ({ cell }) => {
    const marked = cell.replaceAll('⏎', '\n');
    const text = marked.replaceAll('|', '');
    const document = splitSentences(
      cutBlocks(startDocument({ doc: 't', source: 't', sha256: '', encoding: 'utf-8', text })),
    );
    const found = document.sentences.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(marked.split('|').map((sentence) => sentence.trim()));
  });
});
