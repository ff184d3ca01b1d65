// The whole way of a document without the model: its marks are drawn at random, so that every stage after it meets
// spans that no model would give.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Document, type ModelLabel, type ModelSpan, startDocument } from '../pipeline/document.ts';
import { type Engine, extract } from '../pipeline/index.ts';
import { findOffsetFault } from '../pipeline/text/law.ts';
import { linesOf } from '../pipeline/write/lines.ts';

const labels: readonly ModelLabel[] = ['PER', 'ORG', 'LOC', 'MISC', 'DEM', 'FIG', 'DATE'];

/** An engine whose model marks runs of words by the numbers of `seed`. */
function engineOf(seed: readonly number[]): Engine {
  const recognise = (document: Document): Promise<Document> => {
    const modelSpans: ModelSpan[] = [];
    let turn = 0;
    for (const [place, { words }] of document.sentences.entries()) {
      for (let word = 0; word < words.length; ) {
        const number = seed.length === 0 ? 0 : (seed[turn % seed.length] ?? 0);
        turn += 1;
        const length = 1 + (number % 3);
        const first = words[word];
        const last = words[Math.min(words.length, word + length) - 1];
        if (number % 4 === 1 && first !== undefined && last !== undefined) {
          const label = labels[number % labels.length] ?? 'PER';
          modelSpans.push({ start: first.start, end: last.end, label, score: (number % 100) / 100, sentence: place });
        }
        word += length;
      }
    }
    return Promise.resolve({ ...document, modelSpans });
  };
  const thresholds = { person: 0.9, organisation: 0.9, country: 0.9, place: 0.9, figure: 0.9, date: 0.9, other: 0.9 };
  return { modelName: 'random', recognise, calibration: {}, thresholds };
}

const fragment = fc.constantFrom(
  'Le Maroc',
  'l’ONU',
  "d'Israël",
  'M. Borrell',
  'Mr. Smith',
  'Benny Gantz',
  'GANTZ',
  'Doe, John',
  'RSF',
  '(RSF)',
  'Jordan',
  'franco-allemand',
  '1 200',
  '1\u00a0200',
  '1\u202f200,5',
  '3,5 millions',
  '$1.2bn',
  '12 %',
  '30 pour cent',
  'une dizaine de',
  'plus de',
  'more than',
  'entre 10 et 20',
  'de 10 à 20',
  'one in five',
  'deux tiers',
  'la moitié',
  '€',
  'km',
  'journalistes',
  'le 3 mai 2021',
  '12 et 17 mars',
  'in March',
  'XIXe siècle',
  '2017-2019',
  ' date 2021-12 ',
  '.',
  ',',
  '…',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\t',
  '«',
  '»',
  '“',
  '”',
  '-',
  '—',
  '(',
  ')',
  ':',
  ';',
  '?',
  '!',
  '>>',
  '@user',
  '#tag',
  'https://example.org/a?b=1',
  'a@b.fr',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  '\u200b',
  '\ufeff',
  '\u00ad',
  'ﬁ',
  '١٢',
  '二〇',
  'Ⅻ',
  '½',
  'ß',
  'İ',
  'quק',
  'x'.repeat(600),
);
const text = fc.array(
  fc.oneof({ weight: 5, arbitrary: fragment }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }),
  { maxLength: 60 },
);

it('keeps the offset law and the schema on any text and any marks', async () => {
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.array(fc.nat(10_000), { maxLength: 40 }),
      fc.constantFrom('', ' '),
      async (parts, seed, glue) => {
        const content = parts.join(glue);
        const document = startDocument({
          doc: 'a',
          source: 'a',
          sha256: '0'.repeat(64),
          encoding: 'utf-8',
          text: content,
        });
        const extracted = await extract(document, engineOf(seed));
        if ('failure' in extracted) throw new Error(extracted.failure.message);
        expect(findOffsetFault(extracted, content)).toBeUndefined();
        const lines = linesOf(extracted, { model: { name: 'm', version: '1', hash: 'h' }, hasText: true });
        expect(new Set(lines.records.map((record) => record.id)).size).toBe(lines.records.length);
      },
    ),
    { numRuns: 300 },
  );
});

it('gives the same for the same text and marks', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(10_000), { maxLength: 40 }), async (parts, seed) => {
      const document = startDocument({
        doc: 'a',
        source: 'a',
        sha256: '0'.repeat(64),
        encoding: 'utf-8',
        text: parts.join(' '),
      });
      expect(await extract(document, engineOf(seed))).toEqual(await extract(document, engineOf(seed)));
    }),
    { numRuns: 50 },
  );
});

it('fails the document, not the batch, where a stage breaks', async () => {
  const engine = { ...engineOf([]), recognise: () => Promise.reject(new Error('no such device')) };
  const document = startDocument({
    doc: 'a',
    source: 'a',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    text: 'Bonjour.',
  });
  expect(await extract(document, engine)).toMatchObject({
    failure: { code: 'ner.broke', stage: 'ner', message: expect.stringContaining('no such device') },
  });
});

it('takes time that grows with the text, not faster: stages see each sentence once', async () => {
  const sentence = 'Le 3 mai 2021, plus de 220 journalistes marocains ont interrogé M. Borrell, de l’ONU, à Paris. ';
  const steps = async (copies: number): Promise<number> => {
    const document = startDocument({
      doc: 'a',
      source: 'a',
      sha256: '0'.repeat(64),
      encoding: 'utf-8',
      text: sentence.repeat(copies),
    });
    const extracted = await extract(document, engineOf([1, 5, 9, 2]));
    if ('failure' in extracted) throw new Error(extracted.failure.message);
    return extracted.sentences.length;
  };
  expect(await steps(40)).toBe(40);
  expect(await steps(2000)).toBe(2000);
});
