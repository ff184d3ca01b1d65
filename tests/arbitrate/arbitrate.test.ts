import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrate } from '../../pipeline/arbitrate/index.ts';
import { table } from '../../pipeline/arbitrate/table.ts';
import type { Document, Mention } from '../../pipeline/document.ts';
import { extractDates } from '../../pipeline/dates/index.ts';
import { extractFigures } from '../../pipeline/figures/index.ts';
import { overlaps } from '../../pipeline/text/span.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

const propose = (document: Document, type: 'country' | 'figure' | 'date', surface: string, score = 0.9): Document => {
  const start = document.text.indexOf(surface);
  const base = { start, end: start + surface.length, text: surface, sentence: 0, score, method: `rule:${type}.test` };
  const mention: Mention =
    type === 'country'
      ? { ...base, type, code: 'XK', via: 'name' }
      : type === 'date'
        ? { ...base, type, edtf: '2024' }
        : { ...base, type, kind: 'count', qualifier: 'exact', value: 1, derivation: [] };
  return { ...document, mentions: [...document.mentions, mention] };
};
const surfaces = (document: Document): string[] =>
  document.mentions.map((mention) => `${mention.type}: ${mention.text}`);

describe('the table', () => {
  it.each([
    ['a country is not also a place', 'au Maroc', 'country', 'Maroc', 'LOC', 'Maroc', 'country: Maroc'],
    [
      'an article does not make a longer place',
      'Les Émirats ont',
      'country',
      'Émirats',
      'LOC',
      'Les Émirats',
      'country: Émirats',
    ],
    [
      'a compass word does not make a longer place',
      'au sud de l’Italie',
      'country',
      'Italie',
      'LOC',
      'sud de l’Italie',
      'country: Italie',
    ],
    [
      'nor does one in English',
      'in northern Nigeria',
      'country',
      'Nigeria',
      'LOC',
      'northern Nigeria',
      'country: Nigeria',
    ],
    [
      'a capitalised compass word is part of a name',
      'in Northern Ireland',
      'country',
      'Ireland',
      'LOC',
      'Northern Ireland',
      'place: Northern Ireland',
    ],
    [
      'a country inside an organisation is part of it',
      'la Banque du Maroc',
      'country',
      'Maroc',
      'ORG',
      'Banque du Maroc',
      'organisation: Banque du Maroc',
    ],
    [
      'a country inside a longer place is part of it',
      'le golfe du Mexique',
      'country',
      'Mexique',
      'LOC',
      'golfe du Mexique',
      'place: golfe du Mexique',
    ],
    ['a person is no country', 'Jordan said', 'country', 'Jordan', 'PER', 'Jordan', 'person: Jordan'],
    ['a number inside a name is no figure', 'le G20 dit', 'figure', '20', 'MISC', 'G20', 'other: G20'],
    [
      'a year inside a name is no date',
      'la Coupe du monde 2026',
      'date',
      '2026',
      'MISC',
      'Coupe du monde 2026',
      'other: Coupe du monde 2026',
    ],
  ] as const)('decides that %s', (_name, text, type, surface, label, marked, expected) => {
    expect(surfaces(arbitrate(propose(documentOf(text, { marks: [[label, marked]] }), type, surface), 'm'))).toEqual([
      expected,
    ]);
  });

  it('prefers the date over its numbers, and a longer figure over a year inside it', () => {
    const date = propose(propose(documentOf('le 12 mars 2024'), 'figure', '12'), 'date', '12 mars 2024');
    expect(surfaces(arbitrate(date, 'm'))).toEqual(['date: 12 mars 2024']);
    const figure = propose(propose(documentOf('quelque 2 019 dossiers'), 'figure', 'quelque 2 019'), 'date', '019');
    expect(surfaces(arbitrate(figure, 'm'))).toEqual(['figure: quelque 2 019']);
  });

  it.each([
    ['a size of data', 'fr', 'Un disque de 2 To.', '2 To', 'figure: 2 To'],
    ['a size of data', 'en', 'A disk of 500GB.', '500GB', 'figure: 500GB'],
    ['a distance', 'fr', 'Il court le 100 m.', '100 m', 'other: 100 m'],
  ] as const)('takes %s (%s) for what it is', (_name, lang, text, surface, expected) => {
    const document = documentOf(text, { lang, marks: [['MISC', surface]] });
    expect(surfaces(arbitrate(extractFigures(document), 'm'))).toContain(expected);
  });

  it.each([
    ['fr', 'Le résultat du T3 2024 recule.', 'T3 2024', 'date: T3 2024'],
    ['en', 'Revenue in Q3 2024 fell.', 'Q3 2024', 'date: Q3 2024'],
    ['fr', 'Le Salon T3 2024 ouvre.', 'Salon T3 2024', 'other: Salon T3 2024'],
  ] as const)('%s: takes a quarter with its year for a date: %s', (lang, text, surface, expected) => {
    const document = documentOf(text, { lang, marks: [['MISC', surface]] });
    expect(surfaces(arbitrate(extractDates(document), 'm'))).toContain(expected);
  });

  it('keeps who lost, with the row that decided', () => {
    const document = arbitrate(
      propose(documentOf('Jordan said', { marks: [['PER', 'Jordan']] }), 'country', 'Jordan'),
      'm',
    );
    expect(document.losers).toMatchObject([
      { rule: 'person-is-no-country', mention: { type: 'country' }, winner: { type: 'person' } },
    ]);
  });

  it('has rows with ids of their own', () => {
    expect(new Set(table.map((row) => row.id)).size).toBe(table.length);
  });
});

describe('settling', () => {
  const text = 'a bc def ghij klm no p qrs';
  const proposal = fc
    .tuple(
      fc.nat(text.length - 1),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('person', 'place', 'country', 'figure', 'date'),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([start, length, type, score]): Mention => {
      const end = Math.min(text.length, start + length);
      const base = { start, end, text: text.slice(start, end), sentence: 0, score: score / 10, method: 'rule:test' };
      if (type === 'country') return { ...base, type, code: 'FR', via: 'name' };
      if (type === 'date') return { ...base, type, edtf: '2024' };
      if (type === 'figure') return { ...base, type, kind: 'count', qualifier: 'exact', value: 1, derivation: [] };
      return { ...base, type: type === 'person' ? 'person' : 'place' };
    });

  it('leaves disjoint records in order, loses none, and each loser overlaps a record', () => {
    fc.assert(
      fc.property(fc.array(proposal, { maxLength: 12 }), (mentions) => {
        const settled = arbitrate({ ...documentOf(text), mentions }, 'm');
        const starts = settled.mentions.slice(1).map(({ start }) => start);
        for (const [place, start] of starts.entries()) expect(settled.mentions[place]?.end).toBeLessThanOrEqual(start);
        expect(settled.mentions.length + settled.losers.length).toBe(mentions.length);
        for (const { mention } of settled.losers)
          expect(settled.mentions.some((kept) => overlaps(kept, mention))).toBe(true);
      }),
    );
  });

  it('turns the model’s names into records and leaves its figures, dates and demonyms to the rules', () => {
    const marks = [
      ['PER', 'Awa Diop'],
      ['FIG', '12'],
      ['DEM', 'ghanéenne'],
    ] as const;
    const document = arbitrate(documentOf('Awa Diop, ghanéenne, a vu 12 films.', { marks }), 'tamis-ner');
    expect(document.mentions).toMatchObject([
      { type: 'person', text: 'Awa Diop', method: 'model:tamis-ner', score: 0.99 },
    ]);
    expectExactOffsets(document);
  });
});
