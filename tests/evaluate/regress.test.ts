import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PredictedDocument } from '../../pipeline/evaluate/predicted.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { regress, type RegressResult } from '../../pipeline/evaluate/regress.ts';
import { changeRecords, folderOf, perfectOutput, writeOutput } from './support.ts';

const neverRun = (): Promise<void> => Promise.reject(new Error('not to be run'));
// a third of the regression part: enough for every test, and quick
const goldFolder = folderOf(
  Object.fromEntries(
    readdirSync('tests/gold/regression')
      .filter((file) => /^[ef][12]-/.test(file))
      .map((file) => [file, readFileSync(join('tests/gold/regression', file), 'utf8')]),
  ),
);
const gold = readGold([goldFolder]);
const good = perfectOutput(gold.documents);

/** Accepts `before` as baseline and compares `after` with it. */
async function gate(
  before: readonly PredictedDocument[],
  after: readonly PredictedDocument[],
  folder = goldFolder,
): Promise<RegressResult> {
  const baseline = folderOf({});
  const old = folderOf({});
  const now = folderOf({});
  writeOutput(before, old);
  writeOutput(after, now);
  await regress({ gold: [folder], baseline, dataset: old, accept: true, run: neverRun });
  return regress({ gold: [folder], baseline, dataset: now, run: neverRun });
}

function failures({ regression }: RegressResult): string {
  return regression.failures.map(({ cause, message }) => `${cause}: ${message}`).join('\n');
}

describe('the gate holds', () => {
  test('where nothing changed', async () => {
    const result = await gate(good, good);
    expect(result.exitCode).toBe(0);
    expect(result.regression.changes).toEqual([]);
    expect(result.text).toContain('The gate holds.');
  });

  test('where scores moved by no more than 0.02, as on another processor', async () => {
    const moved = changeRecords(good, (record) => ({ ...record, score: 0.97 }));
    const result = await gate(good, moved);
    expect([result.exitCode, result.regression.changes]).toEqual([0, []]);
  });

  test('where entities got other ids for the same groups', async () => {
    const renamed = changeRecords(good, (record) =>
      record.entity === undefined ? record : { ...record, entity: `new ${record.entity}` },
    );
    expect((await gate(good, renamed)).regression.changes).toEqual([]);
  });

  test('where a few records turned worse and as many better', async () => {
    const drop = (rest: number) => (record: (typeof good)[number]['records'][number], index: number) =>
      index % 200 === rest && record.type === 'person' ? undefined : record;
    const result = await gate(changeRecords(good, drop(3)), changeRecords(good, drop(7)));
    expect(result.exitCode).toBe(0);
    expect(result.regression.changes.map(({ verdict }) => verdict)).toContain('worse');
    expect(result.regression.changes.map(({ verdict }) => verdict)).toContain('better');
  });
});

describe('the gate fails with the cause named', () => {
  test('a rule is broken: the qualifier of figures is lost', async () => {
    const broken = changeRecords(good, (record) =>
      record.qualifier === undefined || record.qualifier === 'range' ? record : { ...record, qualifier: 'exact' },
    );
    const result = await gate(good, broken);
    expect(result.exitCode).toBe(1);
    expect(failures(result)).toMatch(/drop: figure \(value\), en: .* likely cause: rule:figures\.grammar/);
    expect(failures(result)).toMatch(/drop: figure \(value\), fr: /);
    expect(failures(result)).not.toMatch(/person|date|country/);
    expect(result.text).toMatch(/rule:figures\.grammar: \d+\n {2}worse +qualifier/);
  });

  test('a rule no longer fires and the model takes its place', async () => {
    const broken = changeRecords(good, (record) =>
      record.type === 'date' && record.lang === 'fr' ? { ...record, edtf: 'XXXX-01', method: 'model:toy' } : record,
    );
    expect(failures(await gate(good, broken))).toMatch(/drop: date \(edtf\), fr: .* likely cause: rule:dates\.grammar/);
  });

  test('the model was swapped', async () => {
    const worse = changeRecords(perfectOutput(gold.documents, 'other 2'), (record, index) => {
      if (record.method !== 'model:toy') return record;
      if (index % 9 === 0) return undefined;
      return index % 7 === 0 ? { ...record, type: record.type === 'person' ? 'organisation' : 'person' } : record;
    });
    const result = await gate(good, worse);
    expect(result.exitCode).toBe(1);
    expect(failures(result)).toMatch(/drop: names \(strict\), fr: .* likely cause: model: toy 1 → other 2/);
  });

  test('sentences are cut otherwise', async () => {
    const cut = good.map((document) => ({
      ...document,
      sentences: document.sentences.map((sentence) => ({ ...sentence, start: sentence.start + 1 })),
      records: document.records.slice(0, -2),
    }));
    expect(failures(await gate(good, cut))).toMatch(/likely cause: sentence/);
  });

  test('sentences are taken for the other language', async () => {
    const swapped = good.map((document) => ({
      ...document,
      sentences: document.sentences.map((sentence) => ({ ...sentence, lang: 'en' as const })),
      records: document.lang === 'fr' ? document.records.filter(({ type }) => type !== 'figure') : document.records,
    }));
    expect(failures(await gate(good, swapped))).toMatch(/figure \(value\), fr: .*likely cause: language/);
  });

  test('names are linked otherwise', async () => {
    const unlinked = changeRecords(good, (record) =>
      record.name === undefined ? record : { ...record, name: record.text, entity: record.id },
    );
    expect(failures(await gate(good, unlinked))).toMatch(/drop: links \(pairs\), fr: .*likely cause: linking/);
  });

  test('a document is dropped', async () => {
    const result = await gate(good, good.slice(1));
    expect(result.exitCode).toBe(1);
    expect(failures(result)).toBe(`lost: ${good[0]?.doc}: not in the output`);
  });

  test('a document fails', async () => {
    const failed = good.map((document, index) =>
      index === 2 ? { ...document, status: 'failed' as const, error: 'no text', records: [], sentences: [] } : document,
    );
    expect(failures(await gate(good, failed))).toBe(`lost: ${good[2]?.doc}: no text`);
  });

  test('an offset is off by one', async () => {
    const shifted = changeRecords(good, (record, index) =>
      index === 10 ? { ...record, start: record.start + 1 } : record,
    );
    const result = await gate(good, shifted);
    expect(result.exitCode).toBe(1);
    expect(failures(result)).toMatch(/offsets: .*: expected ".*", the text at these offsets, got/);
  });
});

test('a link is better or worse as gold has it', async () => {
  const folder = folderOf({
    'a.fr.txt': '[[PER|Ada Lortie]] et [[PER|Bea Lortie]] arrivent. [[PER|Lortie|Ada Lortie]] parle.',
  });
  const right = perfectOutput(readGold([folder]).documents);
  const wrong = changeRecords(right, (record) =>
    record.text === 'Lortie' ? { ...record, entity: 'person:bea lortie' } : record,
  );
  const broken = await gate(right, wrong, folder);
  expect(broken.regression.changes.map(({ kinds, cause, verdict }) => [kinds.join(), cause, verdict])).toEqual(
    Array.from({ length: 3 }, () => ['link', 'linking', 'worse']),
  );
  const repaired = await gate(wrong, right, folder);
  expect(repaired.regression.changes.map(({ verdict }) => verdict)).toEqual(['better', 'better', 'better']);
});

test('links that break in few documents are tested by their records', async () => {
  const folder = folderOf({
    'a.fr.txt': `[[PER|Ada Lortie]] arrive. ${'[[PER|Lortie|Ada Lortie]] parle. '.repeat(6)}`,
    'b.fr.txt': '[[PER|Bea Nadon]] part.',
  });
  const right = perfectOutput(readGold([folder]).documents);
  const wrong = changeRecords(right, (record) =>
    record.text === 'Lortie' ? { ...record, entity: record.id } : record,
  );
  expect(failures(await gate(right, wrong, folder))).toMatch(
    /drop: links \(pairs\), fr: .*sign test over 7 records.*linking/,
  );
});

test('the same weights under another name are no other model', async () => {
  const folder = folderOf({ 'a.fr.txt': '[[PER|Ada Lortie]] arrive.' });
  const { documents } = readGold([folder]);
  const before = perfectOutput(documents, 'toy 12ab');
  const without = (model: string) => changeRecords(perfectOutput(documents, model), () => undefined);
  const renamed = await gate(before, without('copy 12ab'), folder);
  const swapped = await gate(before, without('toy 34cd'), folder);
  expect(renamed.regression.changes[0]?.cause).toBe('model:toy');
  expect(swapped.regression.changes[0]?.cause).toBe('model: toy 12ab → toy 34cd');
});

describe('a gold file that changed under the baseline fails the gate', () => {
  async function gateAfter(change: (raw: string) => string): Promise<RegressResult> {
    const raw = readFileSync('tests/gold/regression/f1-04.fr.txt', 'utf8');
    const folder = folderOf({ 'f1-04.fr.txt': raw });
    const baseline = folderOf({});
    const output = folderOf({});
    writeOutput(perfectOutput(readGold([folder]).documents), output);
    await regress({ gold: [folder], baseline, dataset: output, accept: true, run: neverRun });
    writeFileSync(join(folder, 'f1-04.fr.txt'), change(raw));
    const run = async (_input: string, target: string): Promise<void> => {
      writeOutput(perfectOutput(readGold([folder]).documents), target);
    };
    return regress({ gold: [folder], baseline, run });
  }

  test('its lines are shuffled', async () => {
    const result = await gateAfter((raw) => raw.split('\n').toReversed().join('\n'));
    expect(failures(result)).toMatch(/^gold: f1-04\.fr\.txt: its text differs/);
    expect(result.exitCode).toBe(1);
  });

  test('its marks change places', async () => {
    const result = await gateAfter((raw) => raw.replaceAll('[[PER|', '[[MISC|'));
    expect(failures(result)).toMatch(/^gold: f1-04\.fr\.txt: its marks differ/);
  });

  test('a fault in its markup is refused before anything runs', async () => {
    await expect(gateAfter((raw) => raw.replace('[[PER|', '[[PER|[[PER|'))).rejects.toThrow(
      /f1-04\.fr\.txt:\d+: marks nest/,
    );
  });
});

test('three documents are enough for the gate: few documents are tested by their records', async () => {
  const folder = folderOf({
    'a.fr.txt': '[[FIG|Plus de 20|>20|ponts]] ponts et [[FIG|au moins 30|>=30|routes]] routes.',
    'b.fr.txt': '[[FIG|Plus de 5|>5|élus]] élus et [[FIG|environ 300|~300|voix]] voix.',
    'c.fr.txt': '[[FIG|Moins de 7|<7|jours]] jours.',
  });
  const before = perfectOutput(readGold([folder]).documents);
  const after = changeRecords(before, (record) => ({ ...record, qualifier: 'exact' }));
  const result = await gate(before, after, folder);
  expect(failures(result)).toMatch(/F1 1\.0000 → 0\.0000, p = 0\.0312, sign test over 5 records/);
});

test('without a baseline the gate fails and says how to make one', async () => {
  const output = folderOf({});
  writeOutput(good, output);
  const result = await regress({
    gold: [goldFolder],
    baseline: folderOf({}),
    dataset: output,
    run: neverRun,
  });
  expect(result.exitCode).toBe(1);
  expect(result.text).toMatch(/--accept/);
});

test('accepting shows the change first and takes it', async () => {
  const baseline = folderOf({});
  const old = folderOf({});
  const now = folderOf({});
  writeOutput(good, old);
  writeOutput(
    changeRecords(good, (record) => (record.type === 'date' ? undefined : record)),
    now,
  );
  await regress({ gold: [goldFolder], baseline, dataset: old, accept: true, run: neverRun });
  const accepted = await regress({
    gold: [goldFolder],
    baseline,
    dataset: now,
    accept: true,
    run: neverRun,
  });
  expect(accepted.text).toMatch(/worse +vanished[^]*The gate fails[^]*Accepted as the new baseline/);
  const again = await regress({ gold: [goldFolder], baseline, dataset: now, run: neverRun });
  expect([again.exitCode, again.regression.changes]).toEqual([0, []]);
});

test('the frozen test cannot be read record by record', async () => {
  await expect(regress({ gold: ['tests/gold/test'], baseline: 'nowhere', run: neverRun })).rejects.toThrow(
    /FIGURES_ONLY/,
  );
});
