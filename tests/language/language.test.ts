// Runs every row of languages.tsv, and the laws of the language stage on any text.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { type Document, startDocument } from '../../pipeline/document.ts';
import { detectLanguages } from '../../pipeline/language/index.ts';
import { splitSentences } from '../../pipeline/sentences/index.ts';

const rows = readFileSync(new URL('./languages.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([name = '', text = '']) => ({ name, text }));

const mark = /(?<=^|⏎|\S)(?:\[(?<own>fr|en|und)\]|\((?<inherited>fr|en|und)\)) /g;

function detect(text: string, fields: { declaredLanguage?: 'fr' | 'en' } = {}): Document {
  const document = startDocument({ doc: 't', source: 't', sha256: '', encoding: 'utf-8', text, ...fields });
  return detectLanguages(splitSentences(cutBlocks(document)));
}

describe('language of a sentence', () => {
  it.each(rows)('$name', ({ text }) => {
    // two sentences of one line are written without the space between them
    const plain = text.replace(mark, (_, ...rest) => (/[.!?»”]/.test(text[Number(rest[2]) - 1] ?? '') ? ' ' : ''));
    const expected = [...text.matchAll(mark)].map(
      ({ groups }) => groups?.['own'] ?? `inherited ${groups?.['inherited']}`,
    );
    const { sentences } = detect(plain.replaceAll('⏎', '\n'));
    expect(sentences.map(({ lang, margin }) => (margin === 0 ? `inherited ${lang}` : lang))).toEqual(expected);
  });

  it('notes a run of sentences in a third language once, with its span', () => {
    const spanish = 'El presidente anunció ayer una reforma. La oposición no está de acuerdo con los plazos.';
    const text = `Madrid a répondu mardi.\n\n${spanish}\n\nParis attend la suite.`;
    const { notes, lang } = detect(text);
    expect(notes.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([['language.third', spanish]]);
    expect(lang).toBe('und');
  });

  it('takes the declared language where the words leave it open', () => {
    expect(detect('Nadia Okafor', { declaredLanguage: 'en' }).sentences[0]?.lang).toBe('en');
    expect(detect('Nadia Okafor', { declaredLanguage: 'fr' }).lang).toBe('fr');
    expect(detect('Nadia Okafor').lang).toBe('und');
  });

  it('does not follow a declared language against the text', () => {
    const { lang, sentences } = detect('The rain stopped last night and the roads are dry.', {
      declaredLanguage: 'fr',
    });
    expect([lang, sentences[0]?.lang]).toEqual(['en', 'en']);
  });

  it('leaves spans and words alone and gives margins from 0 to 1', () => {
    const words = fc.constantFrom(
      'le',
      'the',
      'la',
      'maison',
      'house',
      'Okafor',
      'el',
      'los',
      '12',
      '«',
      '»',
      '"',
      '.',
      '\n',
      'é',
      'д',
      '。',
    );
    const texts = fc.oneof(
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary', maxLength: 120 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const document = startDocument({ doc: 't', source: 't', sha256: '', encoding: 'utf-8', text });
        const before = splitSentences(cutBlocks(document));
        const after = detectLanguages(before);
        expect(after.sentences.map(({ start, end, words: own }) => ({ start, end, own }))).toEqual(
          before.sentences.map(({ start, end, words: own }) => ({ start, end, own })),
        );
        for (const { margin } of after.sentences) {
          expect(margin).toBeGreaterThanOrEqual(0);
          expect(margin).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
