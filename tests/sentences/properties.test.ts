// Laws of the sentence stage on any text: exact offsets, nothing lost, nothing empty, the same cut for CRLF and LF.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { type Document, startDocument } from '../../pipeline/document.ts';
import { splitSentences } from '../../pipeline/sentences/index.ts';

const pieces = fc.constantFrom(
  'M.',
  'Dr.',
  'Okafor',
  'U.S.',
  'etc.',
  'J.-C.',
  'le',
  'La',
  'pluie',
  '12',
  '3.5',
  '1.',
  'a.m.',
  '…',
  '...',
  '?',
  '!',
  ' !',
  '.',
  '«',
  '»',
  '“',
  '”',
  '"',
  "'",
  '’',
  '(',
  ')',
  '[3]',
  '—',
  '- ',
  '•',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\f',
  '\u2028',
  '\u00a0',
  '\u202f',
  ' ',
  '  ',
  '\t',
  '\u200b',
  '\ufeff',
  'é',
  'e\u0301',
  '🙏🏾',
  '\ud83d',
  '中文。',
  'www.a.example',
  'x@y.z',
  'date 2021-12',
  ';',
  ':',
  'mot.Le',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

function split(text: string): Document {
  return splitSentences(cutBlocks(startDocument({ doc: 't', source: 't', sha256: '', encoding: 'utf-8', text })));
}

describe('sentences of any text', () => {
  it('cover every visible character once, in order, inside their blocks', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { sentences, blocks } = split(text);
        let covered = 0;
        for (const { start, end, block } of sentences) {
          expect(text.slice(covered, start)).toMatch(/^\s*$/);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(blocks[block]?.start).toBeLessThanOrEqual(start);
          expect(blocks[block]?.end).toBeGreaterThanOrEqual(end);
          covered = end;
        }
        expect(text.slice(covered)).toMatch(/^\s*$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('give back the document with the gaps between them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let from = 0;
        let whole = '';
        for (const { start, end } of split(text).sentences) {
          whole += text.slice(from, start) + text.slice(start, end);
          from = end;
        }
        expect(whole + text.slice(from)).toBe(text);
      }),
    );
  });

  it('carry words whose offsets are exact in the document', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, words } of split(text).sentences) {
          expect(words.map((word) => text.slice(word.start, word.end))).toEqual(words.map((word) => word.text));
          expect(words[0]?.start).toBe(start);
          expect(words.at(-1)?.end).toBe(end);
        }
      }),
    );
  });

  it('are the same whether lines end in CRLF or LF, offsets mapped', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = raw.replaceAll('\r', '');
        const windows = text.replaceAll('\n', '\r\n');
        const map = (offset: number): number => offset + (text.slice(0, offset).match(/\n/g)?.length ?? 0);
        const unix = split(text);
        const dos = split(windows);
        expect(dos.sentences.map(({ start, end }) => [start, end])).toEqual(
          unix.sentences.map(({ start, end }) => [map(start), map(end)]),
        );
        expect(dos.blocks.map(({ kind }) => kind)).toEqual(unix.blocks.map(({ kind }) => kind));
      }),
      { numRuns: 500 },
    );
  });

  it('do not depend on the documents read before', () => {
    const text = 'M. Okafor est venu. Il repart.';
    const before = split(text).sentences;
    split('« Une autre. » "');
    expect(split(text).sentences).toEqual(before);
  });
});
