// Laws of the stage on any text: exact offsets, disjoint mentions, other proposals kept, the same result twice.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractCountries } from '../../pipeline/countries/index.ts';
import { overlaps } from '../../pipeline/text/span.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

const pieces = fc.constantFrom(
  'Maroc',
  'franco',
  'allemand',
  'États',
  'Unis',
  'U',
  'S',
  '.',
  '-',
  '’',
  "d'",
  'République',
  'de',
  'du',
  'Congo',
  'Kinshasa',
  'Guinée',
  'Bissau',
  'É.-U.',
  '🇫🇷',
  'e\u0301',
  '\u00a0',
  'Georgia',
  ', ',
  'Tennessee',
  'Royaume',
  '(SUI)',
  '\n',
  'the',
  'Niger',
);
const texts = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(' '));

test('offsets are exact and mentions disjoint on any text', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('fr', 'en', 'und'), (text, lang) => {
      const document = extractCountries(documentOf(text, { lang }));
      expectExactOffsets(document);
      const sorted = [...document.mentions].sort((left, right) => left.start - right.start);
      const crossing = sorted.slice(1).filter((mention, place) => overlaps(mention, sorted[place] ?? mention));
      expect(crossing).toEqual([]);
      expect(extractCountries(documentOf(text, { lang }))).toEqual(document);
    }),
    { numRuns: 300 },
  );
});

test('what other stages proposed stays', () => {
  const document = documentOf('Le Maroc.');
  const date = {
    type: 'date',
    start: 0,
    end: 2,
    text: 'Le',
    sentence: 0,
    score: 1,
    method: 'rule:x',
    edtf: 'XXXX',
  } as const;
  expect(extractCountries({ ...document, mentions: [date] }).mentions).toHaveLength(2);
});

test('a mention has a code with both names, or candidates', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const mention of extractCountries(documentOf(text)).mentions) {
        if (mention.type !== 'country') continue;
        expect(mention.code === undefined).toBe(mention.candidates !== undefined);
        expect(mention.name === undefined).toBe(mention.code === undefined);
        expect(mention.score).toBeGreaterThan(0);
        expect(mention.score).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 200 },
  );
});
