// Runs first-lines.tsv and wrapping.tsv, and the laws of blocks on any text.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { type Document, startDocument } from '../../pipeline/document.ts';

function rowsOf(file: string): string[][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}

function cut(text: string, fields: { date?: string; title?: string } = {}): Document {
  return cutBlocks(startDocument({ doc: 't', source: 't', sha256: '', encoding: 'utf-8', text, ...fields }));
}

describe('date and title of a document', () => {
  it.each(
    rowsOf('./first-lines.tsv').map(([name = '', text = '', date = '', title = '']) => ({ name, text, date, title })),
  )('$name', ({ text, date, title }) => {
    const document = cut(text.replaceAll('⏎', '\n'));
    expect({ date: document.date ?? '', title: document.title ?? '' }).toEqual({ date, title });
  });

  it('makes the header a block of its own that holds its words', () => {
    const { blocks, text } = cut(' date 2021-12 Le quai rouvre\n\nLa pluie a cessé.');
    expect(blocks.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['date', 'date 2021-12'],
      ['title', 'Le quai rouvre'],
      ['paragraph', 'La pluie a cessé.'],
    ]);
  });

  it('keeps the date and the title that the input states', () => {
    const { blocks, date, title } = cut(' date 2021-12 Le quai rouvre\n\nLa pluie a cessé.', {
      date: '2020-01-02',
      title: 'Autre titre',
    });
    expect([date, title, blocks[0]?.kind]).toEqual(['2020-01-02', 'Autre titre', 'date']);
  });

  it('reads first lines of any length in no time', () => {
    const { date } = cut(`Publié le 3 mai 2024 ${'a, '.repeat(300_000)}`);
    expect(date).toBe('2024-05-03');
  });
});

describe('lines that belong together', () => {
  it.each(rowsOf('./wrapping.tsv').map(([name = '', text = '']) => ({ name, text })))('$name', ({ text }) => {
    const plain = text.replace(/[⏎¶]/g, '\n');
    const expected = text.split(/¶+/).map((block) => block.replaceAll('⏎', '\n'));
    expect(cut(plain).blocks.map(({ start, end }) => plain.slice(start, end))).toEqual(expected);
  });

  it.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\f'])('are told apart by %j', (lineBreak) => {
    expect(cut(`La route est coupée.${lineBreak}La neige tombe.`).blocks).toHaveLength(2);
  });
});

describe('blocks of any text', () => {
  it('cover every visible character once, in order, trimmed', () => {
    const pieces = fc.constantFrom(
      'date 2021-12',
      'La',
      'pluie',
      'a,',
      'cessé.',
      '- ',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '\f',
      '\u2029',
      '\u00a0',
      ' ',
      'é',
      '\ud83d',
      '\ufeff',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let covered = 0;
        for (const { start, end } of cut(text).blocks) {
          expect(text.slice(covered, start)).toMatch(/^\s*$/);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          covered = end;
        }
        expect(text.slice(covered)).toMatch(/^\s*$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('are none where there is nothing to read', () => {
    expect(cut('').blocks).toEqual([]);
    expect(cut(' \n\r\n\t\f\u00a0').blocks).toEqual([]);
  });
});
