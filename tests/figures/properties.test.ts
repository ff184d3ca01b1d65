// Laws of the figure stage on any input: offsets are the text's, what the derivation composes is the value exactly, proposals
// do not overlap, and nothing crashes on strings of digits, separators and number words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, FigureMention, Language } from '../../pipeline/document.ts';
import { extractDates } from '../../pipeline/dates/index.ts';
import { composeDerivation } from '../../pipeline/figures/decimal.ts';
import { extractFigures } from '../../pipeline/figures/index.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

const pieces = [
  ...'0123456789'.split(''),
  ...'0123456789'.split(''),
  ' ',
  ' ',
  ' ',
  '\u00a0',
  '\u202f',
  '.',
  ',',
  "'",
  '’',
  '-',
  '–',
  '/',
  ':',
  '%',
  '€',
  '$',
  '£',
  '°C',
  '(',
  ')',
  '+',
  '½',
  '²',
  ...' mille | million | milliards | cent | vingt | et | un | une | de | à | entre | deux tiers | la moitié | dizaine | sur dix '.split(
    '|',
  ),
  ...' thousand | and | a | half | million | crore | to | between | one in | percent | more than | at least | dozen | h | min | km '.split(
    '|',
  ),
  ...' plus de | environ | janvier | March | 2024 | euros | dollars | francs CFA | ans | years old | M€ | k | bn | personnes | people '.split(
    '|',
  ),
  '😀',
  'é',
  '\u0301',
  '\n',
];
const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const languages = fc.constantFrom<Language>('fr', 'en', 'und');

function read(text: string, lang: Language): Document {
  return extractFigures(extractDates(documentOf(text, { lang, date: '2025-03-14' })));
}

function figuresOf(document: Document): FigureMention[] {
  return document.mentions.filter((mention) => mention.type === 'figure');
}

describe('figures on any input', () => {
  it('keeps offsets, order and disjointness, and composes its values from their derivation', () => {
    fc.assert(
      fc.property(noise, languages, (text, lang) => {
        const document = read(text, lang);
        expectExactOffsets(document);
        let end = 0;
        for (const figure of figuresOf(document)) {
          expect(figure.start).toBeGreaterThanOrEqual(end);
          end = figure.end;
          const { value, min, max } = figure;
          const expected = figure.qualifier === 'range' ? { min, max } : { value };
          expect(composeDerivation(figure.derivation)).toEqual(expected);
          const sentence = document.sentences[figure.sentence];
          for (const part of figure.derivation) {
            expect(part.start).toBeLessThan(part.end);
            expect(part.start).toBeGreaterThanOrEqual(sentence?.start ?? 0);
            expect(part.end).toBeLessThanOrEqual(sentence?.end ?? 0);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads finite numbers with a score between 0 and 1', () => {
    fc.assert(
      fc.property(noise, languages, (text, lang) => {
        for (const figure of figuresOf(read(text, lang))) {
          const numbers = [figure.value, figure.min, figure.max].filter((number) => number !== undefined);
          expect(numbers.every((number) => Number.isFinite(number))).toBe(true);
          expect(figure.score).toBeGreaterThan(0);
          expect(figure.score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads every whole number back from its digits in each grouping', () => {
    const groupings: readonly (readonly [string, Language])[] = [
      [' ', 'fr'],
      ['\u00a0', 'fr'],
      ['\u202f', 'fr'],
      ['.', 'fr'],
      ['’', 'fr'],
      [',', 'en'],
      ['\u202f', 'en'],
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 999_999_999 }),
        fc.constantFrom(...groupings),
        (value, [separator, lang]) => {
          const digits = String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
          const noun = lang === 'fr' ? 'habitants' : 'people';
          const figures = figuresOf(read(`${lang === 'fr' ? 'Elle compte' : 'It has'} ${digits} ${noun}.`, lang));
          expect(figures.map((figure) => [figure.text, figure.value, figure.unit])).toEqual([[digits, value, noun]]);
        },
      ),
    );
  });

  it('gives digits only in sentences of no known language', () => {
    const document = read('Quinze tonnes, 12 km, 3,5 %, two dozen, 2024-05-06', 'und');
    expect(figuresOf(document).map((figure) => figure.text)).toEqual(['12 km', '3,5 %']);
  });

  it.each([
    ['measures', '12 345,6 km et ', 'fr'],
    ['bare numbers', '12 ', 'fr'],
    ['ones', 'un lit, ', 'fr'],
    ['ones', 'one of ', 'en'],
    ['brackets', 'Anna (12) ', 'en'],
    ['bare words', 'deux et ', 'fr'],
    ['dates', '3 mars 2024, ', 'fr'],
    ['years', '1999 ', 'en'],
    ['dashes', '1-', 'en'],
    ['number words', 'mille ', 'fr'],
    ['quarters', 'third quarter ', 'en'],
    ['qualifiers', 'plus de ', 'fr'],
  ] as const)('does not grow with the sentence: %s, 20,000 times', (_name, piece, lang) => {
    const document = read(piece.repeat(20_000), lang);
    expect(document.sentences).toHaveLength(1);
  });
});
