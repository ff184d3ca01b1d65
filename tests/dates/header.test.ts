import { expect, it } from 'vitest';
import { extractDates } from '../../pipeline/dates/index.ts';
import type { Document } from '../../pipeline/document.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

const headerOf = (text: string): Document => {
  const document = documentOf(text, { lang: 'fr' });
  return { ...document, blocks: document.blocks.map((block) => ({ ...block, kind: 'date' as const })) };
};

it.each([
  ['date 2021-12', '2021-12', '2021-12', '2021-12-01', '2021-12-31'],
  ['date 2024-02-29', '2024-02-29', '2024-02-29', '2024-02-29', '2024-02-29'],
])('reads the header "%s"', (text, surface, edtf, from, to) => {
  const document = extractDates(headerOf(text));
  expect(document.mentions).toMatchObject([
    { type: 'date', text: surface, edtf, from, to, method: 'rule:date.header' },
  ]);
  expectExactOffsets(document);
});

it('reads no month 13, and year and month alone in no sentence', () => {
  expect(extractDates(headerOf('date 2021-13')).mentions).toEqual([]);
  const season = extractDates(documentOf('Champions en 2011-12, ils sont restés invaincus.'));
  expect(season.mentions.some((mention) => mention.type === 'date' && mention.edtf === '2011-12')).toBe(false);
});
