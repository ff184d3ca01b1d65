// The rules by which a value is right, as tables: contract, "How extraction is judged".
import { describe, expect, test } from 'vitest';
import { isSameFigure, isSameNumber } from '../../pipeline/evaluate/agreement.ts';
import { countryCodes } from '../../pipeline/evaluate/country-codes.ts';
import { findEdtfFault, isSameDate } from '../../pipeline/evaluate/edtf.ts';
import { foldName } from '../../pipeline/text/fold.ts';
import { formatFigure, parseFigureValue } from '../../pipeline/evaluate/marks.ts';
import type { GoldDocument } from '../../pipeline/evaluate/gold.ts';
import { surroundingsOf } from '../../pipeline/evaluate/surroundings.ts';
import { perfectOutput } from './support.ts';
import { headNoun, isSameUnit } from '../../pipeline/evaluate/units.ts';

function documentOf(text: string): GoldDocument {
  return { doc: 'a.fr.txt', lang: 'fr', family: '', text, mentions: [] };
}

describe('units', () => {
  const same: readonly (readonly ['fr' | 'en', string, string])[] = [
    ['fr', 'numéros de téléphone', 'numéros'],
    ['fr', 'numéros de téléphone', 'numéro de telephone'],
    ['fr', 'premiers ministres', 'ministres'],
    ['fr', 'anciens cadres', 'cadre'],
    ['fr', 'nouvelles écoles', 'École'],
    ['fr', 'jeunes filles', 'filles'],
    ['fr', 'militants des droits humains', 'militants'],
    ['fr', "chefs d'État", 'chefs'],
    ['fr', 'chefs d’État', "chef d'etat"],
    ['fr', 'chevaux', 'cheval'],
    ['fr', 'bateaux', 'bateau'],
    ['fr', 'voix', 'voix'],
    ['fr', 'pays', 'pays'],
    ['en', 'phone numbers', 'numbers'],
    ['en', 'members of parliament', 'member'],
    ['en', 'human rights defenders', 'defender'],
    ['en', 'people', 'person'],
    ['en', 'companies', 'company'],
    ['en', 'boxes', 'box'],
    ['en', 'classes', 'class'],
    ['en', 'women', 'woman'],
    ['en', '%', '%'],
    ['en', '', ''],
  ];
  test.each(same)('%s: %j is %j', (lang, gold, found) => {
    expect(isSameUnit(gold, found, lang)).toBe(true);
    expect(isSameUnit(found, gold, lang)).toBe(true);
    expect(isSameUnit(found, gold, 'und')).toBe(true);
  });

  const other: readonly (readonly ['fr' | 'en', string, string])[] = [
    ['fr', 'EUR', 'USD'],
    ['fr', 'MW', 'mW'],
    ['fr', 't', 'T'],
    ['fr', 'day', 'days'],
    ['fr', 'min', 'minutes'],
    ['fr', 'km', 'km2'],
    ['fr', '%', 'points'],
    ['fr', 'journalistes', ''],
    ['fr', '', 'journalistes'],
    ['fr', 'numéros de téléphone', 'téléphones'],
    ['en', 'phone numbers', 'phones'],
    ['fr', 'morts', 'blessés'],
  ];
  test.each(other)('%s: %j is not %j', (lang, gold, found) => {
    expect(isSameUnit(gold, found, lang)).toBe(false);
  });

  test('a head is the noun, not the adjective before it or the complement after it', () => {
    expect(isSameUnit('petites et moyennes entreprises', 'entreprise', 'fr')).toBe(true);
    expect(headNoun('grandes villes du nord', 'fr')).toBe('ville');
    expect(headNoun('trains to Lyon', 'en')).toBe('train');
  });
});

describe('figures', () => {
  const rows: readonly (readonly [string, object, boolean])[] = [
    ['>220', { qualifier: 'more_than', value: 220 }, true],
    ['>220', { qualifier: 'at_least', value: 220 }, false],
    ['>220', { qualifier: 'more_than', value: 221 }, false],
    ['0.6667', { qualifier: 'exact', value: 2 / 3 }, true],
    ['1000', { qualifier: 'exact', value: 1001 }, true],
    ['1000', { qualifier: 'exact', value: 1002 }, false],
    ['0', { qualifier: 'exact', value: 0 }, true],
    ['-4', { qualifier: 'exact', value: 4 }, false],
    ['10..20', { qualifier: 'range', min: 10, max: 20 }, true],
    ['10..20', { qualifier: 'range', min: 10, max: 21 }, false],
    ['10..20', { qualifier: 'exact', value: 10 }, false],
    ['~12', { qualifier: 'approximate', value: 12 }, true],
  ];
  test.each(rows)('%s and %j: %s', (value, found, right) => {
    const figure = parseFigureValue(value);
    expect(figure === undefined ? undefined : isSameFigure(figure, found)).toBe(right);
  });

  test('the notation is read and written alike', () => {
    for (const value of ['65', '>220', '>=180', '<37', '<=50', '~1500000', '10..20', '-3.5', '-5..-2']) {
      const figure = parseFigureValue(value);
      expect(figure === undefined ? undefined : formatFigure(figure)).toBe(value);
    }
    for (const value of ['', '~', '1 000', '1,5', '1e6', '>>3', '1..', '~3..4'])
      expect(parseFigureValue(value)).toBeUndefined();
  });

  test('a missing value is not a right one', () => {
    expect(isSameNumber(0, undefined)).toBe(false);
  });
});

describe('dates', () => {
  const unknown = (): boolean => false;
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['2022-02-24', '2022-02-24', true],
    ['2022-02-24', '2022-02', false],
    ['2025-09', 'XXXX-09', true],
    ['2025-09', 'XXXX-10', false],
    ['XXXX-09', '2025-09', false],
    ['2025-03-12/2025-03-14', 'XXXX-03-12/XXXX-03-14', true],
    ['{2025-03-12,2025-03-17}', '{2025-03-17,2025-03-12}', true],
    ['{2025-03-12,2025-03-17}', '2025-03-12/2025-03-17', false],
    ['2017/2019', '2017', false],
    ['199X', '199X', true],
  ];
  test.each(rows)('%s and %s where no year is written: %s', (gold, found, right) => {
    expect(isSameDate(gold, found, unknown)).toBe(right);
  });

  test('a year that the text or its date gives may not be left open', () => {
    expect(isSameDate('2025-09', 'XXXX-09', () => true)).toBe(false);
    const { hasYear } = surroundingsOf(documentOf('En septembre, dit-on en 2025, pour le lot 120247.'), undefined);
    expect([hasYear('2025'), hasYear('2024'), hasYear('1202')]).toEqual([true, false, false]);
    const [output] = perfectOutput([documentOf('En mars.')]);
    expect(
      output === undefined || surroundingsOf(documentOf('En mars.'), { ...output, date: '2025-04' }).hasYear('2025'),
    ).toBe(true);
  });

  test('a value is checked as a date of the calendar', () => {
    for (const value of ['2024-02-29', 'XXXX-02-29', '2024-22', '18XX', '0493', '2024-07/2024-09', 'XXXX/0394']) {
      expect(findEdtfFault(value)).toBeUndefined();
    }
    for (const value of ['2023-02-29', '2024-13', '2024-22-01', '24-02', 'XXXX', '2024-01/2024-02/2024-03', '']) {
      expect(findEdtfFault(value)).toBeDefined();
    }
  });
});

test('names are compared without case, accents, kind of apostrophe and leading article', () => {
  expect(foldName('L’Élysée')).toBe(foldName('élysée'));
  expect(foldName('The Guardian')).toBe(foldName('guardian'));
  expect(foldName('La')).toBe('la');
  expect(foldName('Cœur‑Volant')).toBe(foldName('coeur-volant'));
});

test('the codes are those of ISO 3166-1 and Kosovo', () => {
  expect(countryCodes.size).toBe(250);
  expect(['FR', 'XK', 'PS', 'TW'].every((code) => countryCodes.has(code))).toBe(true);
  expect(['UK', 'EU', 'XX', 'AN'].some((code) => countryCodes.has(code))).toBe(false);
});

test('a name is judged where all its words stand together in the document, or in the curated list', () => {
  const { hasName } = surroundingsOf(
    documentOf("Le ministère de l’Énergie, puis l'Énergie solaire."),
    undefined,
    new Set(['union europeenne']),
  );
  expect(hasName("Ministère de l'énergie")).toBe(true);
  expect(hasName('Énergie solaire')).toBe(true);
  expect(hasName("L'Union européenne")).toBe(true);
  expect(hasName('ministère solaire')).toBe(false);
  expect(hasName('Énerg')).toBe(false);
});
