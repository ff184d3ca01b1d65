// The index of people misses nobody whom a form may mean, and compares few: counted, not timed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PersonIndex } from '../../pipeline/names/person-index.ts';
import { personWords, relate } from '../../pipeline/names/person-names.ts';

interface Person {
  readonly words: readonly string[];
}

/** Comparisons that linking makes when each of the names is looked up among those before it. */
function countComparisons(names: readonly string[]): number {
  const index = new PersonIndex<Person>();
  let comparisons = 0;
  for (const name of names) {
    const words = personWords(name);
    comparisons += index.find(words).length;
    index.add({ words });
  }
  return comparisons;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** A given name of its own for each number: "Xaab". */
const givenName = (number: number): string =>
  `X${[17_576, 676, 26, 1].map((unit) => letters.charAt(Math.floor(number / unit) % 26)).join('')}`;

describe('people who share a name', () => {
  test.each([
    ['surname', (given: string) => `${given} Durand`],
    ['given name', (given: string) => `Marie ${given}`],
    ['two surnames', (given: string) => `${given} Le Durand`],
    ['given name and surname', (given: string) => `Marie ${given} Durand`],
    ['surname first', (given: string) => `Durand, ${given}`],
  ])('%s: twice the people are at most about twice the comparisons', (_case, nameOf) => {
    const names = Array.from({ length: 4000 }, (_, number) => nameOf(givenName(number)));
    expect(countComparisons(names.slice(0, 2000))).toBeLessThanOrEqual(2000);
    expect(countComparisons(names)).toBeLessThanOrEqual(4000);
  });

  test('a surname alone still asks all who bear it, in the order of the text', () => {
    const index = new PersonIndex<Person>();
    const people = Array.from({ length: 300 }, (_, number) => ({ words: personWords(`${givenName(number)} Durand`) }));
    for (const person of people) index.add(person);
    expect(index.find(['durand'])).toEqual(people);
  });
});

const words = fc.constantFrom(
  ...'jean paul j p y yves ives ben benjamin bill william aaron aron roy roi le drian durand durrand marchiani'.split(
    ' ',
  ),
  ...'marchianni jr jeanpaul maximilienneconstance maximilienneconstancex max zelenski zelensky'.split(' '),
);

test('whoever a form of several words may mean is found, in the order of adding', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 2, maxLength: 4 }),
      fc.array(fc.array(words, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
      (form, others) => {
        fc.pre(form.some((word) => word.length > 1));
        // beside people of any name, some who differ from the form by one word
        const near = others.map((other, place) => form.with(place % form.length, other[0] ?? ''));
        const people = [...others, ...near].map((other) => ({ words: other }));
        const index = new PersonIndex<Person>();
        for (const person of people) index.add(person);
        const found = index.find(form);
        expect(found).toEqual(people.filter((person) => found.includes(person)));
        expect(people.filter((person) => relate(form, person.words) !== undefined && !found.includes(person))).toEqual(
          [],
        );
      },
    ),
    { numRuns: 2000 },
  );
});
