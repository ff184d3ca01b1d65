// The ledger in whole runs: folder, stream and collected lines, default and named ledgers, reports.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { main } from '../../pipeline/command.ts';
import type { Decision, EntityReference, Shown } from '../../pipeline/ledger/schema.ts';
import type { DatasetRecord, EntityLine } from '../../pipeline/write/schema.ts';
import { schemaText } from '../../pipeline/write/publish.ts';
import { folderOf } from '../support/folder.ts';
import { memoryStreams } from '../support/streams.ts';
import { accept, add, complete, correct, linesOf, nextId, recordOf, reject, targetOf, undo } from './support.ts';

const texts = {
  'a.txt': 'Le Maroc a livré 1 200 tonnes de blé à l’Algérie le 3 mai 2021, selon Amina Diallo.\n',
  'b.txt':
    'Canada sent 45 engineers to Lagos in March 2020, Emma Clarke said. Clarke works for the World Health Organization.\n',
  'c.txt': 'Mme Clarke répond à Amina Diallo à Lagos.\n',
};
const names = [
  'dataset.jsonl',
  'documents.jsonl',
  'entities.jsonl',
  'sentences.jsonl',
  'leads.jsonl',
  'decisions.jsonl',
];

async function run(args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const streams = memoryStreams(input);
  const code = await main(args, streams);
  return { code, ...streams.written() };
}
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const rowsOf = <Row>(folder: string, name: string): Row[] =>
  read(folder, name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(names.filter((name) => existsSync(join(folder, name))).map((name) => [name, read(folder, name)]));

function shownOf(record: DatasetRecord): Shown {
  const { doc: _doc, lang: _lang, sentence: _sentence, was: _was, notes: _notes, rivals: _rivals, ...keys } = record;
  const { derivation: _derivation, from: _from, to: _to, name_fr: _french, ...shown } = keys as Record<string, unknown>;
  if (record.type === 'country') delete shown['name'];
  return shown as Shown;
}
function findRecord(records: readonly DatasetRecord[], doc: string, text: string): DatasetRecord {
  const found = records.find((record) => record.doc === doc && record.text === text);
  if (found === undefined) throw new Error(`expected "${text}" in ${doc}`);
  return found;
}
function referenceTo(entities: readonly EntityLine[], name: string): EntityReference {
  const found = entities.find((line) => line.names.some((one) => one.name === name));
  if (found === undefined) throw new Error(`expected an entity with the name "${name}"`);
  return { entity: found.entity, type: found.type, name: found.name, names: found.names.map((one) => one.name) };
}

/** A first run over the texts, and decisions of every kind on what it shows. */
async function reviewed(): Promise<{ input: string; first: string; decisions: Decision[] }> {
  const input = folderOf(texts);
  const first = folderOf();
  await run(['dataset', input, '--output', first]);
  const records = rowsOf<DatasetRecord>(first, 'dataset.jsonl');
  const entities = rowsOf<EntityLine>(first, 'entities.jsonl');
  const target = (doc: keyof typeof texts, surface: string, record?: ReturnType<typeof recordOf>) =>
    targetOf(texts[doc], {
      doc,
      shown: shownOf(findRecord(records, doc, surface)),
      ...(record === undefined ? {} : { record }),
    });
  const blé = recordOf(texts['a.txt'], 'blé', { type: 'other' });
  const decisions: Decision[] = [
    accept(target('a.txt', 'Maroc'), target('b.txt', 'Canada')),
    reject(target('a.txt', 'Algérie')),
    correct(
      target(
        'b.txt',
        '45',
        recordOf(texts['b.txt'], '45', {
          type: 'figure',
          value: 45,
          unit: 'engineer',
          kind: 'count',
          qualifier: 'exact',
        }),
      ),
    ),
    add(targetOf(texts['a.txt'], { doc: 'a.txt', record: blé })),
    {
      v: 1,
      id: nextId(),
      by: 'tester',
      action: 'rename',
      entity: referenceTo(entities, 'Amina Diallo'),
      name: 'A. Diallo',
    },
    {
      v: 1,
      id: nextId(),
      by: 'tester',
      action: 'merge',
      entities: [referenceTo(entities, 'Emma Clarke'), referenceTo(entities, 'Lagos')],
    },
    accept(
      targetOf('Ailleurs, Zoé.', { doc: 'gone.txt', shown: recordOf('Ailleurs, Zoé.', 'Zoé', { type: 'person' }) }),
    ),
    reject(target('c.txt', 'Lagos')),
  ];
  const last = decisions.at(-1);
  if (last !== undefined) decisions.push(undo(last));
  return { input, first, decisions };
}

describe('a run with a ledger', () => {
  it('applies the ledger beside the input and says what became of each decision', async () => {
    const { input, decisions } = await reviewed();
    writeFileSync(join(input, 'review.jsonl'), linesOf(decisions));
    const output = folderOf();
    const { code, err } = await run(['dataset', input, '--output', output]);
    expect(code).toBe(0);
    expect(err).toContain(`7 decisions applied, 1 orphaned: see ${join(output, 'decisions.jsonl')}`);
    const records = rowsOf<DatasetRecord>(output, 'dataset.jsonl');
    expect(findRecord(records, 'a.txt', 'Maroc')).toMatchObject({ status: 'accepted', code: 'MA' });
    expect(records.some(({ text }) => text === 'Algérie')).toBe(false);
    expect(findRecord(records, 'b.txt', '45')).toMatchObject({
      status: 'corrected',
      score: 1,
      method: 'human',
      unit: 'engineer',
    });
    expect(findRecord(records, 'b.txt', '45').was).toMatch(/^[0-9a-f]{16}$/u);
    expect(findRecord(records, 'a.txt', 'blé')).toMatchObject({
      status: 'added',
      score: 1,
      type: 'other',
      name: 'blé',
    });
    expect(findRecord(records, 'c.txt', 'Amina Diallo')).toMatchObject({ name: 'A. Diallo' });
    expect(findRecord(records, 'c.txt', 'Lagos')).toMatchObject({ status: expect.stringMatching(/auto|pending/u) });
    const fates = rowsOf<{ fate: string; action: string }>(output, 'decisions.jsonl');
    expect(fates.map(({ action, fate }) => `${action} ${fate}`)).toEqual([
      'accept applied',
      'accept applied',
      'reject applied',
      'correct applied',
      'add applied',
      'rename applied',
      'merge applied',
      'accept orphaned',
      'reject undone',
      'undo applied',
    ]);
    expect(rowsOf<{ review: string }>(output, 'documents.jsonl').map(({ review }) => review)).toEqual([
      'partial',
      'partial',
      'none',
    ]);
    const report = JSON.parse(read(output, 'run.json')) as Record<string, unknown>;
    expect(report['review']).toMatchObject({
      ledger: join(input, 'review.jsonl'),
      standing: 8 - 1,
      decisions: { accept: 2, reject: 2, correct: 1, add: 1, rename: 1, merge: 1, undo: 1 },
      fates: { applied: 7, orphaned: 1, undone: 1 },
    });
  });

  it('does no model work for decisions', async () => {
    const { input, first, decisions } = await reviewed();
    writeFileSync(join(input, 'review.jsonl'), linesOf(decisions));
    await run(['dataset', input, '--output', first]);
    expect(JSON.parse(read(first, 'run.json'))).toMatchObject({ modelWork: { read: 0, remembered: 3 } });
  });

  it('leaves it out on request, and then gives what no ledger gives, old fates removed', async () => {
    const { input, first, decisions } = await reviewed();
    const before = contentOf(first);
    writeFileSync(join(input, 'review.jsonl'), linesOf(decisions));
    await run(['dataset', input, '--output', first]);
    expect(contentOf(first)).not.toEqual(before);
    await run(['dataset', input, '--output', first, '--review', 'none']);
    expect(contentOf(first)).toEqual(before);
  });

  it('applied to its own output again changes nothing', async () => {
    const { input, decisions } = await reviewed();
    writeFileSync(join(input, 'review.jsonl'), linesOf(decisions));
    const output = folderOf();
    await run(['dataset', input, '--output', output]);
    const records = rowsOf<DatasetRecord>(output, 'dataset.jsonl');
    const all = records.map((record) => {
      const doc = record.doc as keyof typeof texts;
      return targetOf(texts[doc], { doc, shown: shownOf(record) });
    });
    writeFileSync(join(input, 'review.jsonl'), linesOf([...decisions, accept(...all)]));
    const again = folderOf();
    await run(['dataset', input, '--output', again]);
    const strip = ({ status: _status, ...record }: DatasetRecord): object => record;
    expect(rowsOf<DatasetRecord>(again, 'dataset.jsonl').map(strip)).toEqual(records.map(strip));
    const fates = rowsOf<{ fate: string; reason?: string }>(again, 'decisions.jsonl');
    expect(fates.filter(({ fate }) => fate === 'contradicted')).toEqual([]);
  });

  it('gives lines that pass the published schemas', async () => {
    const { input, decisions } = await reviewed();
    writeFileSync(join(input, 'review.jsonl'), linesOf(decisions));
    const output = folderOf();
    await run(['dataset', input, '--output', output]);
    const { out } = await run(['dataset', input, '--output', '-']);
    const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true } });
    const cases = [
      ['ledger.schema.json', read(input, 'review.jsonl')],
      ['decisions.schema.json', read(output, 'decisions.jsonl')],
      ['dataset.schema.json', read(output, 'dataset.jsonl')],
      ['stream.schema.json', out],
    ] as const;
    for (const [name, text] of cases) {
      const check = ajv.compile(JSON.parse(schemaText(name)));
      for (const line of text.split('\n').filter((one) => one !== '')) {
        expect(check(JSON.parse(line)), `${name}: ${JSON.stringify(check.errors)} ${line}`).toBe(true);
      }
    }
  });

  it('finds everything in a document again whose text has moved, and lists what is gone', async () => {
    const { input, decisions } = await reviewed();
    writeFileSync(join(input, 'review.jsonl'), linesOf(decisions));
    writeFileSync(join(input, 'a.txt'), `Un titre de plus.\n\n${texts['a.txt'].replace('1 200 tonnes de blé ', '')}`);
    const output = folderOf();
    await run(['dataset', input, '--output', output]);
    const fates = rowsOf<{ fate: string; action: string; doc?: string }>(output, 'decisions.jsonl');
    expect(fates.filter(({ doc }) => doc === 'a.txt').map(({ action, fate }) => `${action} ${fate}`)).toEqual([
      'accept moved',
      'reject moved',
      'add orphaned',
    ]);
    const records = rowsOf<DatasetRecord>(output, 'dataset.jsonl');
    expect(records.some(({ text }) => text === 'Algérie')).toBe(false);
  });

  it('reads a document to its end, until something new is extracted', async () => {
    const input = folderOf(texts);
    const output = folderOf();
    await run(['dataset', input, '--output', output]);
    const records = rowsOf<DatasetRecord>(output, 'dataset.jsonl').filter(({ doc }) => doc === 'b.txt');
    const targets = records.map((record) => targetOf(texts['b.txt'], { doc: 'b.txt', shown: shownOf(record) }));
    const end = complete(texts['b.txt'], records.length, 'b.txt');
    const reviewOf = (): unknown[] => rowsOf<{ review: string }>(output, 'documents.jsonl').map(({ review }) => review);
    writeFileSync(join(input, 'review.jsonl'), linesOf([{ ...end, targets } as Decision]));
    await run(['dataset', input, '--output', output]);
    expect(reviewOf()).toEqual(['none', 'complete', 'none']);
    expect(
      rowsOf<DatasetRecord>(output, 'dataset.jsonl')
        .filter(({ doc }) => doc === 'b.txt')
        .every(({ status }) => status === 'accepted'),
    ).toBe(true);
    writeFileSync(join(input, 'review.jsonl'), linesOf([{ ...end, targets: targets.slice(1) } as Decision]));
    await run(['dataset', input, '--output', output]);
    expect(reviewOf()).toEqual(['none', 'partial', 'none']);
    expect(rowsOf<DatasetRecord>(output, 'dataset.jsonl').find(({ doc }) => doc === 'b.txt')).toMatchObject({
      status: 'pending',
      notes: [{ code: 'review.later' }],
    });
  });

  it('applies decisions to another document with the same text', async () => {
    const { input, decisions } = await reviewed();
    const copies = folderOf({ 'z.txt': texts['a.txt'] });
    writeFileSync(join(input, 'review.jsonl'), linesOf(decisions));
    const output = folderOf();
    await run(['dataset', copies, '--output', output, '--review', join(input, 'review.jsonl')]);
    const records = rowsOf<DatasetRecord>(output, 'dataset.jsonl');
    expect(findRecord(records, 'z.txt', 'Maroc')).toMatchObject({ status: 'accepted' });
    expect(rowsOf<object>(output, 'decisions.jsonl')[0]).toMatchObject({ fate: 'applied', doc: 'z.txt' });
  });
});

describe('the stream form with a ledger', () => {
  const json = (): string[] => Object.entries(texts).map(([id, text]) => JSON.stringify({ id, text }));

  it('collected with the ledger gives byte for byte what one run gives, wherever it was cut', async () => {
    const { decisions } = await reviewed();
    const folder = folderOf({ 'ledger.jsonl': linesOf(decisions) });
    const ledger = join(folder, 'ledger.jsonl');
    const whole = folderOf();
    await run(['dataset', '-', '--output', whole, '--review', ledger], `${json().join('\n')}\n`);
    for (const cuts of [[3], [1, 2], [1, 1, 1]]) {
      const parts: string[] = [];
      let at = 0;
      for (const [place, count] of cuts.entries()) {
        const lines = json().slice(at, at + count);
        at += count;
        const { out } = await run(['dataset', '-', '--output', '-', '--review', ledger], `${lines.join('\n')}\n`);
        writeFileSync(join(folder, `${cuts.length}-${place}`), out);
        parts.push(join(folder, `${cuts.length}-${place}`));
      }
      const collected = folderOf();
      const { code, err } = await run(['collect', ...parts, '--output', collected, '--review', ledger]);
      expect(code, err).toBe(0);
      expect(contentOf(collected)).toEqual(contentOf(whole));
      expect(Object.keys(contentOf(collected))).toContain('decisions.jsonl');
    }
  });

  it('shows decided entities and names in its own lines', async () => {
    const { decisions } = await reviewed();
    const ledger = join(folderOf({ 'ledger.jsonl': linesOf(decisions) }), 'ledger.jsonl');
    const { out } = await run(['dataset', '-', '--output', '-', '--review', ledger], `${json()[2] ?? ''}\n`);
    expect(JSON.parse(out)).toMatchObject({ decisions: [] });
    const line = JSON.parse(out) as { records: DatasetRecord[] };
    expect(line.records.find(({ text }) => text === 'Amina Diallo')).toMatchObject({ name: 'A. Diallo' });
  });

  it('is not collected without its ledger, nor with one that it was not written with', async () => {
    const { decisions } = await reviewed();
    const folder = folderOf({ 'ledger.jsonl': linesOf(decisions) });
    const ledger = join(folder, 'ledger.jsonl');
    writeFileSync(
      join(folder, 'with'),
      (await run(['dataset', '-', '--output', '-', '--review', ledger], `${json()[0] ?? ''}\n`)).out,
    );
    writeFileSync(join(folder, 'without'), (await run(['dataset', '-', '--output', '-'], `${json()[0] ?? ''}\n`)).out);
    const dropped = await run(['collect', join(folder, 'with'), '--output', folderOf()]);
    expect(dropped).toMatchObject({ code: 2, err: expect.stringContaining('name it with --review') });
    const invented = await run(['collect', join(folder, 'without'), '--output', folderOf(), '--review', ledger]);
    expect(invented).toMatchObject({ code: 2, err: expect.stringContaining('write the lines with --review too') });
    const [first] = decisions;
    if (first === undefined) throw new Error('expected a decision');
    for (const other of [decisions.slice(1), [...decisions, undo(first)]]) {
      writeFileSync(join(folder, 'other.jsonl'), linesOf(other));
      const args = ['collect', join(folder, 'with'), '--output', folderOf(), '--review', join(folder, 'other.jsonl')];
      const { code, err } = await run(args);
      expect(code).toBe(2);
      expect(err).toContain(`found decision ${first.id} in ${join(folder, 'with')}, line 1, which is not in it or`);
    }
  });
});
