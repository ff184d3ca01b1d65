// The conclusions of a real run, as run.json says them, in one go and collected from a stream.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Conclusion } from '../../pipeline/audit/conclusion.ts';
import { auditRounds } from '../../pipeline/audit/order.ts';
import type { Reading } from '../../pipeline/audit/reading.ts';
import { collect } from '../../pipeline/collect.ts';
import { runDataset } from '../../pipeline/run.ts';
import type { DatasetRecord } from '../../pipeline/write/schema.ts';
import { folderOf } from '../support/folder.ts';
import { memoryStreams } from '../support/streams.ts';

const text =
  'Emmanuel Macron a rencontré Angela Merkel à Berlin. Le Maroc compte 37 millions d’habitants et l’Allemagne 83 millions.\n' +
  'Selon Reuters, plus de 220 journalistes ont été visés en juillet 2021 en France, en Inde et au Mexique.\n';
const hash = (value: string): string => createHash('sha256').update(value).digest('hex');

interface Report {
  readonly review: { readonly conclusions: readonly Conclusion[]; readonly reading?: Reading };
}

function readReview(folder: string): Report['review'] {
  return (JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Report).review;
}

test('an audit is concluded in run.json, the same from a stream', async () => {
  const input = folderOf({ 'a.txt': text });
  const [plain, reviewed, collected] = [folderOf(), folderOf(), folderOf()];
  await runDataset({ input, output: plain, review: 'none', hasText: true }, memoryStreams());
  const records = readFileSync(join(plain, 'dataset.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as DatasetRecord);
  const auto = auditRounds(records.filter(({ status }) => status === 'auto'));
  expect(auto.length).toBeGreaterThan(5);
  const decisions = auto.map(({ id, type, start, end, text: surface, status, score, method }, index) => ({
    v: 1,
    id: hash(`decision ${index}`).slice(0, 16),
    by: 'tests',
    mode: 'audit',
    action: index === 1 ? 'reject' : 'accept',
    targets: [
      {
        doc: 'a.txt',
        text_sha256: hash(text),
        before: text.slice(Math.max(0, start - 64), start),
        after: text.slice(end, end + 64),
        shown: { ...keysOf(records, id), id, type, start, end, text: surface, status, score, method },
      },
    ],
  }));
  const review = join(folderOf(), 'decisions.jsonl');
  writeFileSync(review, decisions.map((decision) => `${JSON.stringify(decision)}\n`).join(''));

  await runDataset({ input, output: reviewed, review, hasText: true }, memoryStreams());
  const { conclusions, reading } = readReview(reviewed);
  expect(conclusions[0]).toMatchObject({ type: 'all', lang: 'all', n: auto.length, right: auto.length - 1, left: 0 });
  expect(conclusions[0]?.words).toMatch(
    new RegExp(`^all records: precision ≥ \\d+ % at 95 % confidence, n = ${auto.length}$`, 'u'),
  );
  expect(reading).toBeUndefined();

  const streams = memoryStreams();
  await runDataset({ input, output: '-', review, hasText: true }, streams);
  const lines = join(folderOf(), 'lines.jsonl');
  writeFileSync(lines, streams.written().out);
  await collect({ inputs: [lines], output: collected, review }, memoryStreams());
  expect(readReview(collected).conclusions).toEqual(conclusions);
  expect(readFileSync(join(collected, 'leads.jsonl'), 'utf8')).toBe(
    readFileSync(join(reviewed, 'leads.jsonl'), 'utf8'),
  );
}, 60_000);

/** The typed keys of a record, as a ledger keeps them. */
function keysOf(records: readonly DatasetRecord[], id: string): object {
  const record = records.find((one) => one.id === id) ?? {};
  const keys = ['name', 'code', 'via', 'kind', 'qualifier', 'value', 'min', 'max', 'unit', 'edtf', 'country'];
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
