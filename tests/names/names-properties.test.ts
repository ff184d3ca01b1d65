// Laws of linking on any names: exact offsets, nothing lost, one id a name, stable under repetition.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasInitials } from '../../pipeline/names/acronyms.ts';
import { entityIdOf } from '../../pipeline/names/identity.ts';
import { linkNames } from '../../pipeline/names/index.ts';
import { readTable } from '../../pipeline/text/resource.ts';
import { expectExactOffsets } from '../support/document.ts';
import { markedDocument } from './document.ts';

const names = fc.constantFrom(
  'Anna Roy',
  'Roy',
  'Paul Roy',
  'A. Roy',
  'Roy, Anna',
  'ROY',
  'Jean-Yves Le Drian',
  'Le Drian',
  'ONU',
  'Nations unies',
  'RSF',
  'Reporters sans frontières',
  'Union',
  'UE',
  'Pegasus',
  'Londres',
  'É.V.-M.',
  'X',
  "l'Équipe",
  'Ka',
  '李明',
  '(SA)',
  'a « b » c',
);
const marked = fc
  .array(fc.tuple(fc.constantFrom('P', 'O', 'L', 'M'), fc.oneof(names, fc.stringMatching(/^[^\s[\]]{1,8}$/u))), {
    maxLength: 20,
  })
  .map((marks) => marks.map(([letter, name]) => `[${letter}:${name}]`).join(' et '));

test('every name has an entity with its name, or candidates; offsets are exact; a second pass changes nothing', () => {
  fc.assert(
    fc.property(marked, fc.constantFrom('fr', 'en', 'und'), (text, lang) => {
      const document = linkNames(markedDocument(text, lang));
      expectExactOffsets(document);
      const faults = document.mentions.filter((mention) => {
        if (mention.type === 'country' || mention.type === 'figure' || mention.type === 'date') return false;
        const { name, entity, candidates, type } = mention;
        if (candidates !== undefined) return name !== undefined || entity !== undefined || candidates.length < 2;
        return name === undefined || name === '' || !(entity?.startsWith(`${type}-`) ?? false);
      });
      expect(faults).toEqual([]);
      expect(linkNames(markedDocument(text, lang))).toEqual(document);
    }),
    { numRuns: 200 },
  );
});

test('the id depends on type and folded name alone', () => {
  expect(entityIdOf('person', 'Édouard Philippe')).toBe(entityIdOf('person', 'EDOUARD  PHILIPPE'));
  expect(entityIdOf('organisation', 'Le Monde')).toBe(entityIdOf('organisation', 'Monde'));
  expect(entityIdOf('person', 'Pegasus')).not.toBe(entityIdOf('other', 'Pegasus'));
});

test.each([
  ['RSF', 'Reporters sans frontières', true],
  ['DoJ', 'Department of Justice', true],
  ['MoEFCC', 'Ministry of Environment, Forest and Climate Change', true],
  ['SNSM', 'Société nationale de sauvetage en mer', true],
  ['BLA', 'Barreau libre', false],
  ['A', 'Amnesty International', false],
])('%s from the initials of %s: %s', (acronym, expansion, expected) => {
  expect(hasInitials(acronym, expansion)).toBe(expected);
});

test('thousands of people link in time that grows with their number', () => {
  // pairwise comparison of so many takes minutes; the index makes it a moment
  const people = Array.from(
    { length: 6000 },
    (_, number) => `[P:Given${number} Surname${number}] [P:Surname${number}]`,
  );
  const document = linkNames(markedDocument(people.join('\n')));
  expect(
    document.mentions.filter((mention) => mention.type === 'person' && mention.name?.startsWith('Given')),
  ).toHaveLength(12_000);
}, 20_000);

test('every curated line has an id of its own, a type and a name', () => {
  const seen = new Set<string>();
  for (const { id = '', type = '', fr = '', en = '', country = '' } of readTable('names/data/entities.tsv')) {
    expect(['person', 'organisation', 'place', 'other']).toContain(type);
    expect(fr + en, id).not.toBe('');
    expect(seen.has(`${type}-${id}`), id).toBe(false);
    expect(country, id).toMatch(/^(?:[A-Z]{2})?$/u);
    seen.add(`${type}-${id}`);
  }
  expect(seen.size).toBeGreaterThan(1700);
});
