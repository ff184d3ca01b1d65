import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GoldError, parseMarkup } from '../../pipeline/evaluate/markup.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { folderOf } from './support.ts';

describe('marks are read at their offsets', () => {
  const rows: readonly (readonly [string, string, object])[] = [
    ["l'[[ORG|ONU]]", "l'ONU", { type: 'ORG', start: 2, end: 5, text: 'ONU' }],
    ['🙂 [[PER|Ada]]', '🙂 Ada', { type: 'PER', start: 3, end: 6 }],
    ['a\n[[LOC|Émirats|AE]]', 'a\nÉmirats', { type: 'LOC', start: 2, end: 9, line: 2, code: 'AE' }],
    ['[[PER|Cadène|Rita Cadène]]', 'Cadène', { name: 'Rita Cadène' }],
    ['[[DEM|Malian|ML]]', 'Malian', { code: 'ML' }],
    [
      '[[FIG|plus de 9|>9|ponts]] ponts',
      'plus de 9 ponts',
      { figure: { qualifier: 'more_than', value: 9 }, unit: 'ponts' },
    ],
    ['[[FIG|10 to 20|10..20|]]', '10 to 20', { figure: { qualifier: 'range', min: 10, max: 20 } }],
    ['[[DATE|le 19|XXXX-XX-19]]', 'le 19', { edtf: 'XXXX-XX-19' }],
    ['[[[ORG|CGT]]]', '[CGT]', { start: 1, end: 4 }],
    ['\uFEFF[[ORG|CGT]]', 'CGT', { start: 0, end: 3 }],
  ];
  test.each(rows)('%s', (raw, text, mark) => {
    const parsed = parseMarkup(raw, 'a.fr.txt');
    expect(parsed.faults).toEqual([]);
    expect(parsed.text).toBe(text);
    expect(parsed.marks[0]).toMatchObject(mark);
  });
});

describe('a fault is refused with its line and reason', () => {
  const rows: readonly (readonly [string, number, RegExp])[] = [
    ['Ici [[ORG|groupe [[PER|Ada]]]] parle.', 1, /nest/],
    ['Un\n[[PER|Ada\nLovelace]]', 2, /crosses a line break/],
    ['[[[[PER|Ada]]', 1, /nest/],
    ['Un ]] seul', 1, /did not begin/],
    ['a\n\n[[GPE|Paris]]', 3, /unknown type "GPE"/],
    ['[[PER]]', 1, /no surface/],
    ['[[PER|]]', 1, /no surface/],
    ['[[PER|Ada ]]', 1, /blank at the edge of the surface/],
    ['[[PER|Ada| Ada Lovelace]]', 1, /blank at the edge of the field/],
    ['[[PER|Ada|Ada Lovelace|GB]]', 1, /too many fields/],
    ['[[LOC|Écosse|]]', 1, /empty field/],
    ['[[LOC|Écosse|XS]]', 1, /unknown country code: "XS"/],
    ['[[DEM|kurde]]', 1, /missing field/],
    ['[[FIG|dix|10]]', 1, /missing field/],
    ['[[FIG|dix|dix|jours]]', 1, /bad value: "dix"/],
    ['[[FIG|dix|10,5|jours]]', 1, /bad value/],
    ['[[FIG|de 20 à 10|20..10|jours]]', 1, /ends below its beginning/],
    ['[[FIG|3 €|3|€]]', 1, /bad unit: "€" is written "EUR"/],
    ['[[FIG|3 %|3|12]]', 1, /bad unit: "12"/],
    ['[[DATE|hier|hier]]', 1, /bad date/],
    ['[[DATE|30 février 2021|2021-02-30]]', 1, /no such day/],
    ['[[DATE|2019 à 2017|2019/2017]]', 1, /ends before it begins/],
    ['[[DATE|étés|2019-22/2020-22]]', 1, /interval of seasons/],
    ['[[DATE|12|{2019-03-12}]]', 1, /set of one/],
  ];
  test.each(rows)('%j', (raw, line, reason) => {
    const { faults } = parseMarkup(raw, 'a.fr.txt');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: 'a.fr.txt', line });
    expect(faults[0]?.reason).toMatch(reason);
  });

  test('the message of refused gold names file, line and reason of every fault', () => {
    const folder = folderOf({ 'a.fr.txt': 'Un\n[[GPE|Paris]]', 'sub/b.en.txt': '[[DEM|Kurdish]]' });
    expect(() => readGold([folder])).toThrow(GoldError);
    expect(() => readGold([folder])).toThrow(/a\.fr\.txt:2: unknown type "GPE".*\nsub\/b\.en\.txt:1: missing field/);
  });
});

test('bytes that are not UTF-8 are refused', () => {
  const folder = folderOf({});
  writeFileSync(join(folder, 'a.fr.txt'), Buffer.from([0x63, 0xe9, 0x64]));
  expect(() => readGold([folder])).toThrow(/a\.fr\.txt:1: not UTF-8/);
});

test('a file whose name does not say its language is refused', () => {
  expect(() => readGold([folderOf({ 'a.txt': 'Un' })])).toThrow(/a\.txt:1: the name does not say the language/);
});

test('a folder without gold is refused', () => {
  expect(() => readGold([folderOf({ 'a.md': '' })])).toThrow(/got none/);
  expect(() => readGold(['nowhere'])).toThrow(/got nothing there/);
});

test('removing the marks gives back the text, whatever stands around them', () => {
  const plain = string({ unit: 'grapheme' }).filter((text) => !/[[\]|]/.test(text));
  const surface = plain.filter((text) => text.trim() === text && text !== '' && !/[\n\r]/.test(text));
  const piece = oneof(
    plain.map((text) => ({ raw: text, text })),
    surface.map((text) => ({ raw: `[[MISC|${text}]]`, text })),
  );
  assert(
    property(array(piece), (pieces) => {
      const { text, marks, faults } = parseMarkup(pieces.map(({ raw }) => raw).join(''), 'a.fr.txt');
      expect(faults).toEqual([]);
      expect(`\uFEFF${text}`).toContain(
        pieces
          .map((part) => part.text)
          .join('')
          .replace(/^\uFEFF/, ''),
      );
      for (const mark of marks) expect(text.slice(mark.start, mark.end)).toBe(mark.text);
    }),
  );
});
