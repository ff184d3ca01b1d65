// Long lines and hostile repetition: every one ends, and nothing is lost. A cost that grew with the square of the line would
// run these into the time limit of a test.
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { type Document, startDocument } from '../../pipeline/document.ts';
import { detectLanguages } from '../../pipeline/language/index.ts';
import { splitSentences } from '../../pipeline/sentences/index.ts';

function run(text: string): Document {
  const document = startDocument({ doc: 't', source: 't', sha256: '', encoding: 'utf-8', text });
  return detectLanguages(splitSentences(cutBlocks(document)));
}

describe('a long line', () => {
  it('of many sentences has them all', () => {
    const sentence = 'Le maire de la ville a dit non à M. Okafor. ';
    const { sentences } = run(sentence.repeat(10_000));
    expect(sentences).toHaveLength(10_000);
    expect(sentences.every(({ start, end, lang }) => end - start === sentence.length - 1 && lang === 'fr')).toBe(true);
  });

  it('without a full stop or without a space stays whole', () => {
    expect(run('le vent et la pluie '.repeat(20_000)).sentences).toHaveLength(1);
    expect(run('a'.repeat(1_000_000)).sentences).toHaveLength(1);
  });

  it.each(['. ', 'etc. ', 'A. ', '« ', '" ', '.»', '(a. ', '1. ', '!', '.[12]', '; Le ', 'a\n', 'Le\n\n', '… '])(
    'of %j over and over ends and loses nothing',
    (unit) => {
      const text = unit.repeat(Math.ceil(20_000 / unit.length));
      const { sentences } = run(text);
      const visible = text.replace(/\s/g, '').length;
      expect(
        sentences.reduce((sum, { words }) => sum + words.reduce((all, word) => all + word.text.length, 0), 0),
      ).toBe(visible);
    },
  );
});
