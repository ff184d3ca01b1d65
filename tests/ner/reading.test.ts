import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openModel } from '../../pipeline/ner/model.ts';
import { readWords } from '../../pipeline/ner/reading/index.ts';
import { recogniseNames } from '../../pipeline/ner/recognise.ts';
import { splitWords } from '../../pipeline/text/words.ts';
import { documentOf } from '../support/document.ts';
import { toyFolder } from './toy/model-folder.ts';

/** What the model is given for a text of one line a sentence. */
const readingOf = (text: string): string[] =>
  readWords(documentOf(text)).map((words) => words.map(({ text: word }) => word).join(' '));

describe('words that layout has broken', () => {
  const rows: [what: string, text: string, expected: string[]][] = [
    ['soft hyphen, French', 'le minis\u00ADtère', ['le ministère']],
    ['soft hyphens, English', 'gov\u00ADern\u00ADment of', ['government of']],
    ['zero-width space', 'Ga\u200Bntz vit', ['Gantz vit']],
    ['zero-width space beside a word stays alone', '\u200BGantz', ['\u200B Gantz']],
    ['joined emoji are left alone', '👩\u200D👧 va', ['👩 \u200D 👧 va']],
    ['a hyphen in a name stays', 'Jean-Paul', ['Jean - Paul']],
    ['a dash at the end', 'Paris-', ['Paris -']],
  ];
  test.each(rows)('%s', (_what, text, expected) => {
    expect(readingOf(text)).toEqual(expected);
  });

  const acrossLines = (text: string): string[] => {
    const words = splitWords(text);
    const sentence = { start: 0, end: text.length, lang: 'fr' as const, margin: 1, block: 0, words };
    const document = { ...documentOf(text), sentences: [sentence] };
    return readWords(document).flatMap((read) => read.map(({ text: word }) => word));
  };
  test('a hyphen at the end of a line goes where small letters follow', () => {
    expect(acrossLines('Macr-\non vit')).toEqual(['Macron', 'vit']);
    expect(acrossLines('Macr-\r\n  on vit')).toEqual(['Macron', 'vit']);
    expect(acrossLines('Seine-\nSaint-Denis')).toEqual(['Seine', '-', 'Saint', '-', 'Denis']);
    expect(acrossLines('a- b')).toEqual(['a', '-', 'b']);
  });

  test('a name covers both of its parts in the text', async () => {
    const model = await openModel({ folder: toyFolder() });
    const text = 'avec Ma\u00ADrie Cu\u00ADrie.';
    const { modelSpans } = await recogniseNames(documentOf(text), model);
    expect(modelSpans.map(({ start, end }) => text.slice(start, end))).toEqual(['Ma\u00ADrie Cu\u00ADrie']);
    await model.close();
  });
});

describe('lines of capitals', () => {
  const rows: [what: string, text: string, expected: string[]][] = [
    ['French', 'VISITE DU MAIRE DE PARIS À LYON', ['Visite du Maire de Paris à Lyon']],
    ['English', 'MAYOR OF LEEDS VISITS THE PORT', ['Mayor of Leeds Visits the Port']],
    ['elision', "L'AVIS DE L'ÉLU DE BREST", ["l ' Avis de l ' Élu de Brest"]],
    ['too short to tell', 'ONU, OMS, UE', ['ONU , OMS , UE']],
    ['mixed', 'Le PDG de BNP et de SFR', ['Le PDG de BNP et de SFR']],
    ['one capital I with a dot', 'VISITE DE İZMİR PAR LE MAIRE', ['Visite de İZMİR par le Maire']],
  ];
  test.each(rows)('%s', (_what, text, expected) => {
    expect(readingOf(text)).toEqual(expected);
  });

  test('words are written as in the rest of the document', () => {
    expect(readingOf("LE MAIRE SAISIT L'ONU POUR LYON\nHier, le maire a écrit à l'ONU.")[0]).toBe(
      "le maire Saisit l ' ONU pour Lyon",
    );
  });
});

test('a reading keeps the order and the borders of the words', () => {
  const texts = fc.array(fc.constantFrom('Marie', 'PARIS', ' ', '\n', '-', '\u00AD', '\u200D', '😀', 'LE', 'é', '1'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(texts, (parts) => {
      const document = documentOf(parts.join(''));
      readWords(document).forEach((words, index) => {
        const own = document.sentences[index]?.words ?? [];
        let end = 0;
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(own.some(({ start }) => start === word.start)).toBe(true);
          expect(own.some((other) => other.end === word.end)).toBe(true);
          end = word.end;
        }
      });
    }),
  );
});
