import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, startDocument } from '../../pipeline/document.ts';
import { type Encoder, separatePieces } from '../../pipeline/ner/pieces.ts';
import { type Window, windowsOf } from '../../pipeline/ner/windows.ts';
import { splitWords } from '../../pipeline/text/words.ts';

const marks = { begin: 1000, end: 2000 };

// one piece a letter, so that sizes can be counted by hand
function letterEncoder(): Encoder {
  return { encode: (text) => Array.from(text, () => 7), tokenize: (text) => Array.from(text), unknown: 3 };
}

/** Blocks of sentences as a document. */
function documentOfBlocks(blocks: readonly (readonly string[])[]): Document {
  const text = blocks.map((block) => block.join(' ')).join('\n');
  let at = 0;
  const sentences = blocks.flatMap((block, index) =>
    block.map((sentence) => {
      const start = text.indexOf(sentence, at);
      const end = start + sentence.length;
      at = end;
      return { start, end, lang: 'fr' as const, margin: 1, block: index, words: splitWords(text, start, end) };
    }),
  );
  return {
    ...startDocument({ doc: 'a', source: 'a', sha256: '', encoding: 'utf-8', text }),
    sentences,
    blocks: blocks.map((_, index) => ({ start: index, end: index, kind: 'paragraph' as const })),
  };
}

function windowsFor(blocks: readonly (readonly string[])[], limit: number): Window[] {
  return [...windowsOf(documentOfBlocks(blocks).sentences, separatePieces(letterEncoder()), marks, limit)];
}

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => `${words.join(' ')}.`);
const blocks = fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

describe('windows', () => {
  test('hold every word exactly once, in order, within the limit', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 32, max: 200 }), (given, limit) => {
        const document = documentOfBlocks(given);
        const wordCount = document.sentences.reduce((sum, { words }) => sum + words.length, 0);
        let next = 0;
        for (const window of windowsOf(document.sentences, separatePieces(letterEncoder()), marks, limit)) {
          expect(window.ids.length).toBeLessThanOrEqual(limit);
          expect(window.firstWord).toBe(next);
          expect(window.ids[0]).toBe(marks.begin);
          expect(window.ids.at(-1)).toBe(marks.end);
          for (const place of window.places) expect(window.ids[place]).toBe(7);
          next += window.places.length;
        }
        expect(next).toBe(wordCount);
      }),
    );
  });

  test('join consecutive blocks with the end mark', () => {
    const [window] = windowsFor([['ab cd.'], ['ef.']], 160);
    expect(window?.ids).toEqual([1000, 7, 7, 7, 7, 7, 2000, 7, 7, 7, 2000]);
  });

  test('a block that is too long is cut at the end of a sentence', () => {
    const long = 'aaaaaa bbbbbb cccccc dddddd.';
    const windows = windowsFor([[long, long, long]], 60);
    expect(windows.map(({ places }) => places.length)).toEqual([10, 5]);
  });

  test('a sentence that is too long is cut between words, after a comma where there is one', () => {
    const windows = windowsFor([['aaaaaaaa bbbbbbbb cccccccc, dddddddd eeeeeeee ffffffff.']], 42);
    expect(windows.map(({ places }) => places.length)).toEqual([4, 4]);
  });

  test('a document without words gives no window', () => {
    expect(windowsFor([], 160)).toEqual([]);
  });

  test('a word of 600 letters takes eight pieces', () => {
    expect(windowsFor([['a'.repeat(600)]], 160).map(({ ids }) => ids.length)).toEqual([10]);
  });

  test('the tokenizer is asked once a word', () => {
    const pieces = separatePieces(letterEncoder());
    const document = documentOfBlocks([['le chat et le chien et le rat.']]);
    expect([...windowsOf(document.sentences, pieces, marks, 160)]).toHaveLength(1);
    expect(pieces.asked).toBe(6);
  });
});
