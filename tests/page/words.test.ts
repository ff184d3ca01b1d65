import { describe, expect, it } from 'vitest';
import { assign } from '../../pipeline/page/terminal-card.ts';
import { findFault } from '../../pipeline/page/target.ts';
import { parseNumber } from '../../pipeline/page/web/number.ts';
import { say, setLanguage, words } from '../../pipeline/page/web/words.ts';

describe('the words of the page', () => {
  it.each(Object.entries(words))('says %s in both languages with the same values', (_, { fr, en }) => {
    const namesOf = (text: string): string[] => [...new Set(text.match(/(?<=\{)\w+(?=\})/gu) ?? [])].sort();
    expect(fr.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(namesOf(fr)).toEqual(namesOf(en));
    // French typography: a space before these, as in the rest of the project
    expect(fr).not.toMatch(/\p{L}[:;!?](?:\s|$)/u);
  });

  it('counts in each language', () => {
    setLanguage('en');
    expect(say('alikeCount', { n: 1 })).toBe('1 mention of this writing');
    expect(say('alikeCount', { n: 1200 })).toBe('1,200 mentions of this writing');
    setLanguage('fr');
    expect(say('alikeCount', { n: 0 })).toBe('0 mention de même écriture');
    setLanguage('en');
  });
});

it.each([
  ['1200', 1200],
  ['1 200,5', 1200.5],
  ['1\u202f200', 1200],
  ['1,200', 1200],
  ['1,200.50', 1200.5],
  ['-3,5', -3.5],
  ['8.2e6', 8_200_000],
  ['', undefined],
  ['douze', undefined],
])('reads the number %s as %s', (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

it.each([
  ['2021-12-24', true],
  ['XXXX-03-12', true],
  ['2017/2019', true],
  ['{XXXX-03-12,XXXX-03-17}', true],
  ['2025-22', true],
  ['199X', true],
  ['18XX', true],
  ['XXXX', false],
  ['2021-13', false],
  ['2021-02-31', false],
  ['2023-02-29', false],
  ['2024-02-29', true],
  ['2021-04-01/2021-04-31', false],
  ['24 December', false],
  ['', false],
])('knows whether %s is a date of the dataset: %s', (edtf, isDate) => {
  const record = { type: 'date' as const, text: 'then', start: 0, end: 4, edtf };
  expect(findFault(record, { text: 'then', sentences: [] })).toBe(isDate ? undefined : 'edtf');
});

it('finds a new span in the sentence, where it overlaps the old one', () => {
  const text = 'Roux met Roux Frères and Roux.';
  const record = { type: 'organisation' as const, text: 'Roux', start: 9, end: 13 };
  const around = { text, sentence: [0, text.length] as const, proposals: [] };
  expect(assign(record, 'text=Roux Frères', around)).toMatchObject({ start: 9, end: 20 });
  expect(assign(record, 'text=Frères', around)).toBeUndefined();
  expect(assign(record, 'start=3', around)).toBeUndefined();
});
