import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../../pipeline/evaluate/evaluate.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { reportOn } from '../../pipeline/evaluate/report.ts';
import { type EvaluationReport, reportSchema } from '../../pipeline/evaluate/report-schema.ts';
import { changeRecords, folderOf, perfectOutput, writeOutput } from './support.ts';

const gold = readGold(['tests/gold/dev']);
const neverRun = (): Promise<void> => Promise.reject(new Error('not to be run'));

function cell(report: EvaluationReport, group: string, row: string, measure: string) {
  return report.figures.find((figure) => figure.group === group && figure.row === row && figure.measure === measure);
}

test('the output that gold asks for is right in every cell', () => {
  const report = reportOn(gold, perfectOutput(gold.documents), { resamples: 20, byFamily: true });
  expect(report.figures.filter((figure) => figure.gold > 0 && figure.f1 !== 1)).toEqual([]);
  expect(report.errors).toEqual([]);
  expect(report.offsetFaults).toEqual([]);
  expect(cell(report, 'm2', 'names', 'strict')?.gold).toBeGreaterThan(0);
});

test('without output all gold is missed and every document is lost', () => {
  const report = reportOn(gold, [], { resamples: 20 });
  expect(report.lost).toHaveLength(gold.documents.length);
  expect(cell(report, 'all', 'names', 'strict')).toMatchObject({ found: 0, precision: null, recall: 0, f1: 0 });
});

test('an interval holds the figure and is the same on every run', () => {
  const output = changeRecords(perfectOutput(gold.documents), (record, index) =>
    index % 10 === 0 ? undefined : record,
  );
  const report = reportOn(gold, output, { resamples: 200 });
  const names = cell(report, 'fr', 'names', 'strict');
  expect(names?.low).toBeLessThan(names?.f1 ?? 0);
  expect(names?.high).toBeGreaterThan(names?.f1 ?? 1);
  expect(reportOn(gold, output, { resamples: 200 })).toEqual(report);
});

test('the command reads a dataset, writes a JSON report of its schema and a table', async () => {
  const folder = folderOf({});
  writeOutput(perfectOutput(gold.documents), folder);
  const json = join(folder, 'report.json');
  const { text } = await evaluate({ gold: ['tests/gold/dev'], dataset: folder, json, resamples: 20, run: neverRun });
  expect(reportSchema.safeParse(JSON.parse(readFileSync(json, 'utf8'))).success).toBe(true);
  expect(text).toMatch(/French\n.*F1.*\n {2}person +1\.0000/);
  expect(text).toContain('No errors.');
});

test('the command runs the pipeline over text without marks', async () => {
  const folder = folderOf({ 'a.fr.txt': 'Hier [[PER|Rita Cadène]] est venue.' });
  let read = '';
  const run = async (input: string, output: string): Promise<void> => {
    read = readFileSync(join(input, 'a.fr.txt'), 'utf8');
    writeOutput(perfectOutput(readGold([folder]).documents), output);
  };
  const { report } = await evaluate({ gold: [folder], run, resamples: 20 });
  expect(read).toBe('Hier Rita Cadène est venue.');
  expect(cell(report, 'fr', 'person', 'strict')?.f1).toBe(1);
});

test('gold of a frozen test gives figures and no record', async () => {
  const folder = folderOf({ 'a.fr.txt': 'Hier [[PER|Rita Cadène]] est venue.', FIGURES_ONLY: '' });
  const output = folderOf({});
  writeOutput(
    changeRecords(perfectOutput(readGold([folder]).documents), () => undefined),
    output,
  );
  const { report, text } = await evaluate({ gold: [folder], dataset: output, run: neverRun, resamples: 20 });
  expect(report.errors).toEqual([]);
  expect(text).not.toContain('Cadène');
  expect(cell(report, 'fr', 'person', 'strict')?.recall).toBe(0);
});

test('links over documents: one name is one entity in both', () => {
  const folder = folderOf({ 'a.fr.txt': '[[PER|Ada Lortie]] arrive.', 'b.fr.txt': '[[PER|Ada Lortie]] part.' });
  const [a, b] = perfectOutput(readGold([folder]).documents);
  if (a === undefined || b === undefined) throw new Error('expected two documents');
  const apart = [a, { ...b, records: b.records.map((record) => ({ ...record, entity: 'another' })) }];
  const f1 = (output: typeof apart) =>
    cell(reportOn(readGold([folder]), output, { resamples: 5 }), 'fr', 'links', 'pairs over documents')?.f1;
  expect([f1([a, b]), f1(apart)]).toEqual([1, 0]);
});

test('of a frozen test an offset fault is counted, not quoted, and no family is shown', () => {
  const folder = folderOf({ 'm1-01.fr.txt': '[[PER|Ada Lortie]] arrive.', FIGURES_ONLY: '' });
  const frozen = readGold([folder]);
  const output = changeRecords(perfectOutput(frozen.documents), (record) => ({ ...record, start: record.start + 1 }));
  const report = reportOn(frozen, output, { resamples: 5, byFamily: true });
  expect(report.offsetFaults).toEqual([
    { doc: 'm1-01.fr.txt', reason: '1 records or sentences break the law of offsets' },
  ]);
  expect(new Set(report.figures.map(({ group }) => group))).toEqual(new Set(['fr', 'all']));
});
