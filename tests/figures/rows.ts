// What the tables of figures share: how a row is written, how a sentence is read, how a figure is shown.
import { describe, expect, it } from 'vitest';
import type { FigureMention, Language } from '../../pipeline/document.ts';
import { extractDates } from '../../pipeline/dates/index.ts';
import { extractFigures } from '../../pipeline/figures/index.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

/** One sentence and what it must give, as `surface = value | unit`; a row that starts with `=` leaves the span open. */
export type Row = readonly [phenomenon: string, lang: Language, text: string, expected: readonly string[]];

const marks = { exact: '', approximate: '~', more_than: '>', at_least: '>=', less_than: '<', at_most: '<=', range: '' };

function show(figure: FigureMention): string {
  const value =
    figure.qualifier === 'range' ? `${figure.min}..${figure.max}` : `${marks[figure.qualifier]}${figure.value}`;
  return `${figure.text} = ${figure.approximate === true ? '~' : ''}${value} | ${figure.unit ?? ''}`;
}

function figuresOf(text: string, lang: Language): FigureMention[] {
  const document = extractFigures(extractDates(documentOf(text, { lang })));
  expectExactOffsets(document);
  return document.mentions.filter((mention) => mention.type === 'figure');
}

/** One test a row, under the name of its table. */
export function testTables(tables: readonly (readonly [name: string, rows: readonly Row[]])[]): void {
  describe.each(tables)('figures: %s', (_name, rows) => {
    it.each(rows)('reads %s (%s): %s', (_phenomenon, lang, text, expected) => {
      const isOpen = expected.some((row) => row.startsWith('='));
      const shown = figuresOf(text, lang).map(show);
      expect(isOpen ? shown.map((row) => row.slice(row.indexOf('= '))) : shown).toEqual(expected);
    });
  });
}
