// Documents for tests of a single stage, cut without the stages before it: a line is a block and a sentence.
import { expect } from 'vitest';
import {
  type Document,
  type Language,
  type ModelLabel,
  type Sentence,
  startDocument,
} from '../../pipeline/document.ts';
import { splitWords } from '../../pipeline/text/words.ts';

interface Options {
  readonly lang?: Language;
  readonly date?: string;
  /** Marks as the model would give them: label and surface, the first occurrence each. */
  readonly marks?: readonly (readonly [label: ModelLabel, surface: string])[];
}

/** A document of one block and one sentence a line, all in one language. */
export function documentOf(text: string, { lang = 'fr', date, marks = [] }: Options = {}): Document {
  const sentences: Sentence[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const end = line.index + line[0].length;
    const words = splitWords(text, line.index, end);
    if (words.length === 0) continue;
    sentences.push({ start: line.index, end, lang, margin: 1, block: sentences.length, words });
  }
  return {
    ...startDocument({ doc: 'test.txt', source: 'test.txt', sha256: '0'.repeat(64), encoding: 'utf-8', text }),
    ...(date === undefined ? {} : { date }),
    lang,
    blocks: sentences.map(({ start, end }) => ({ start, end, kind: 'paragraph' as const })),
    sentences,
    modelSpans: marks.map(([label, surface]) => {
      const start = text.indexOf(surface);
      if (start < 0) throw new Error(`expected "${surface}" in the text of the test`);
      const sentence = sentences.findLastIndex((candidate) => candidate.start <= start);
      return { label, start, end: start + surface.length, score: 0.99, sentence };
    }),
  };
}

/** The offset law: every mention lies in its sentence and its surface is the text at its offsets. */
export function expectExactOffsets(document: Document): void {
  for (const mention of document.mentions) {
    const sentence = document.sentences[mention.sentence];
    expect(document.text.slice(mention.start, mention.end)).toBe(mention.text);
    expect(mention.text.length).toBeGreaterThan(0);
    expect(mention.text.trim()).toBe(mention.text);
    expect(sentence?.start).toBeLessThanOrEqual(mention.start);
    expect(sentence?.end).toBeGreaterThanOrEqual(mention.end);
  }
}
