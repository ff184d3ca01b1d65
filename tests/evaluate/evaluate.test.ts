import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../../pipeline/evaluate/evaluate.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { type EvaluationReport, reportOn, reportSchema } from '../../pipeline/evaluate/report.ts';
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
