// One error of each cause, from one document spoilt in one place.
import { describe, expect, test } from 'vitest';
import type { PredictedRecord } from '../../pipeline/evaluate/predicted.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { reportOn } from '../../pipeline/evaluate/report.ts';
import { formatReport } from '../../pipeline/evaluate/table.ts';
import { changeRecords, folderOf, perfectOutput } from './support.ts';

const folder = folderOf({
  'a.fr.txt': [
    'Hier, [[PER|Rita Cadène]] a vu [[FIG|plus de 40|>40|ponts]] ponts en [[LOC|Grèce|GR]].',
    "[[PER|Cadène|Rita Cadène]] dirige l'[[ORG|Institut des ponts]] depuis [[DATE|2019|2019]].",
    'Un ingénieur [[DEM|grec|GR]] habite [[LOC|Patras]].',
  ].join('\n'),
  'a.fr.sentences.tsv':
    "# all\nfr\tHier, Rita Cadène a vu plus de 40 ponts en Grèce.\nfr\tCadène dirige l'Institut des ponts depuis 2019.\nfr\tUn ingénieur grec habite Patras.\n",
});
const gold = readGold([folder]);
const good = perfectOutput(gold.documents);

function causes(change: (record: PredictedRecord) => PredictedRecord | undefined): string[] {
  const { errors } = reportOn(gold, changeRecords(good, change), { resamples: 5 });
  return errors.map(({ cause, gold: mark, found }) => `${cause}: ${mark?.text ?? '-'} / ${found?.text ?? '-'}`);
}

describe('a record is wrong for one cause', () => {
  const rows: readonly (readonly [string, string, Partial<PredictedRecord> | undefined])[] = [
    ['Rita Cadène', 'missed: Rita Cadène / -', undefined],
    ['Rita Cadène', 'type: Rita Cadène / Rita Cadène', { type: 'place' }],
    ['Rita Cadène', 'boundary: Rita Cadène / Rita', { end: 10, text: 'Rita' }],
    ['Cadène', 'name: Cadène / Cadène', { name: 'Cadène' }],
    ['plus de 40', 'value: plus de 40 / plus de 40', { value: 41 }],
    ['plus de 40', 'qualifier: plus de 40 / plus de 40', { qualifier: 'exact' }],
    ['plus de 40', 'unit: plus de 40 / plus de 40', { unit: 'tours' }],
    ['Grèce', 'code: Grèce / Grèce', { code: 'IT' }],
    ['Grèce', 'code: Grèce / Grèce', { type: 'place' }],
    ['Patras', 'code: Patras / Patras', { type: 'country', code: 'GR', via: 'name' }],
    ['grec', 'code: grec / grec', { code: 'CY' }],
    ['2019', 'date: 2019 / 2019', { edtf: '2018' }],
  ];
  test.each(rows)('%s: %s', (text, expected, change) => {
    expect(
      causes((record) => (record.text !== text ? record : change === undefined ? undefined : { ...record, ...change })),
    ).toEqual([expected]);
  });
});

test('a record that gold does not have is spurious, one of another label on it is a type error, each once', () => {
  const [document] = good;
  const [first] = document?.records ?? [];
  if (document === undefined || first === undefined) throw new Error('expected a record');
  const extra: PredictedRecord = { ...first, id: 'x', type: 'other', text: 'Hier', start: 0, end: 4 };
  const { errors } = reportOn(gold, [{ ...document, records: [extra, ...document.records] }], { resamples: 5 });
  expect(errors.map(({ cause }) => cause)).toEqual(['spurious']);
});

test('figures and dates need no exact span', () => {
  expect(
    causes((record) => (record.type === 'figure' ? { ...record, start: record.start + 8, text: '40' } : record)),
  ).toEqual([]);
});

test('languages and boundaries of sentences are errors of their own', () => {
  const [document] = good;
  if (document === undefined) throw new Error('expected a document');
  const [first, second, third] = document.sentences;
  if (first === undefined || second === undefined || third === undefined) throw new Error('expected sentences');
  const sentences = [first, { ...second, lang: 'en' as const }, { ...third, start: third.start + 3 }];
  const { errors } = reportOn(gold, [{ ...document, sentences }], { resamples: 5 });
  expect(errors.map(({ cause }) => cause).sort()).toEqual(['language', 'sentence']);
});

test('the text names place, both readings and the sentence', () => {
  const output = changeRecords(good, (record) =>
    record.type === 'figure' ? { ...record, qualifier: 'exact' } : record,
  );
  const text = formatReport(reportOn(gold, output, { resamples: 5 }));
  expect(text).toContain('qualifier: figure, fr: 1');
  expect(text).toContain(
    'a.fr.txt:1 expected figure "plus de 40" = >40 ponts, got figure "plus de 40" = 40 ponts (rule:figures.grammar)',
  );
  expect(text).toContain('      Hier, Rita Cadène a vu plus de 40 ponts en Grèce.');
});
