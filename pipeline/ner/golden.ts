// The check at load: a few sentences whose mentions are known. Damaged weights or a runtime that computes something
// else mark other spans. Scores are not compared: they differ between kinds of processors.
import { type Document, startDocument } from '../document.ts';
import { TamisError } from '../text/errors.ts';
import { splitWords } from '../text/words.ts';
import type { GoldenSentence } from './folder.ts';
import type { NerModel } from './model.ts';
import { readDocument } from './read.ts';

/**
 * Refuses a model that does not mark the golden sentences as it did when it was made.
 * @throws TamisError `model.golden`, with the first sentence that differs
 */
export async function checkGolden(model: NerModel, golden: readonly GoldenSentence[]): Promise<void> {
  for (const { text, mentions } of golden) {
    const { spans } = await readDocument(sentenceDocument(text), model);
    const found = spans.map(({ label, start, end }) => `${label} "${text.slice(start, end)}" ${start}–${end}`);
    const expected = mentions.map(({ label, start, end }) => `${label} "${text.slice(start, end)}" ${start}–${end}`);
    if (found.join('; ') === expected.join('; ')) continue;
    throw new TamisError(
      'model.golden',
      `expected the model to mark ${expected.join(', ') || 'nothing'} in "${text}", got ${found.join(', ') || 'nothing'}: its weights or tokenizer are damaged or exchanged, or this version of ONNX Runtime computes something else; restore the folder or the locked versions`,
    );
  }
}

function sentenceDocument(text: string): Document {
  return {
    ...startDocument({ doc: 'golden', source: 'golden', sha256: '', encoding: 'utf-8', text }),
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    sentences: [{ start: 0, end: text.length, lang: 'und', margin: 0, block: 0, words: splitWords(text) }],
  };
}
