// Runs every line of paragraphs.fr.txt and paragraphs.en.txt, whole paragraphs of every kind of text.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { startDocument } from '../../pipeline/document.ts';
import { splitSentences } from '../../pipeline/sentences/index.ts';

function linesOf(name: string): string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

describe.each(['paragraphs.fr.txt', 'paragraphs.en.txt'])('%s', (name) => {
  it.each(linesOf(name))('%s', (line) => {
    const marked = line.replaceAll('⏎', '|\n');
    const text = marked.replaceAll('|', '');
    const document = startDocument({ doc: 't', source: 't', sha256: '', encoding: 'utf-8', text });
    const found = splitSentences(cutBlocks(document)).sentences.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(marked.split('|').map((sentence) => sentence.trim()));
  });
});
