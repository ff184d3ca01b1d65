import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Document, Mention } from '../../pipeline/document.ts';
import { fileNames, openFolder } from '../../pipeline/write/folder.ts';
import { failedLineOf, linesOf } from '../../pipeline/write/lines.ts';
import { publishedSchemas, schemaText } from '../../pipeline/write/publish.ts';
import { documentOfLines, fromStreamLine, toStreamLine } from '../../pipeline/write/stream.ts';
import { documentOf } from '../support/document.ts';
import { folderOf } from '../support/folder.ts';

const model = { name: 'm', version: '1', hash: 'h' };
const text = 'Plus de 220 journalistes visés au Maroc en juillet 2021, dit Awa Diop (RSF) à Paris.';

function mentionOf(
  surface: string,
): Pick<Mention, 'start' | 'end' | 'text' | 'sentence' | 'score' | 'method' | 'status'> {
  const start = text.indexOf(surface);
  return {
    start,
    end: start + surface.length,
    text: surface,
    sentence: 0,
    score: 0.9512,
    method: 'rule:test',
    status: 'auto',
  };
}

function sample(): Document {
  const mentions: Mention[] = [
    {
      ...mentionOf('Plus de 220'),
      type: 'figure',
      kind: 'count',
      qualifier: 'more_than',
      value: 220,
      unit: 'journalistes',
      derivation: [{ role: 'number', start: 8, end: 11, value: 220 }],
    },
    { ...mentionOf('Maroc'), type: 'country', code: 'MA', name: 'Morocco', nameFr: 'Maroc', via: 'name' },
    { ...mentionOf('juillet 2021'), type: 'date', edtf: '2021-07', from: '2021-07-01', to: '2021-07-31' },
    { ...mentionOf('Awa Diop'), type: 'person', name: 'Awa Diop', entity: 'person-1', method: 'model:m' },
    {
      ...mentionOf('RSF'),
      type: 'organisation',
      candidates: [{ value: 'Reporters sans frontières', reason: 'acronym' }],
      status: 'pending',
    },
    {
      ...mentionOf('Paris'),
      type: 'place',
      name: 'Paris',
      entity: 'place-1',
      country: 'FR',
      notes: [{ code: 'n', message: 'm' }],
    },
  ];
  return { ...documentOf(text, { date: '2021-12' }), mentions };
}

describe('the lines of a document', () => {
  it('pass the published schemas', () => {
    const ajv = new Ajv2020({ strict: false });
    const validate = (name: keyof typeof publishedSchemas, line: unknown): void => {
      const check = ajv.compile(JSON.parse(schemaText(name)));
      expect(check(JSON.parse(JSON.stringify(line))), JSON.stringify(check.errors)).toBe(true);
    };
    const lines = linesOf(sample(), { model, hasText: true });
    validate('documents.schema.json', lines.document);
    for (const record of lines.records) validate('dataset.schema.json', record);
    for (const sentence of lines.sentences) validate('sentences.schema.json', sentence);
    validate('stream.schema.json', toStreamLine(lines));
    const failure = { code: 'read.binary', stage: 'read', message: 'expected text' } as const;
    validate('documents.schema.json', failedLineOf({ doc: 'a', source: 'a', failure }));
  });

  it('may show a rival on a record of any type', () => {
    const document = sample();
    const losers = document.mentions.map((winner) => ({
      winner,
      mention: { ...winner, score: 0.2 },
      rule: 'higher-score',
    }));
    const { records } = linesOf({ ...document, losers }, { model, hasText: true });
    for (const record of records) expect(record.rivals).toMatchObject([{ rule: 'higher-score', score: 0.2 }]);
  });

  it('have their keys in the order of the contract and none without a value', () => {
    const { records, document } = linesOf(sample(), { model, hasText: true });
    expect(Object.keys(records[0] ?? {})).toEqual([
      'id',
      'doc',
      'lang',
      'type',
      'text',
      'start',
      'end',
      'sentence',
      'score',
      'method',
      'status',
      'kind',
      'qualifier',
      'value',
      'unit',
      'derivation',
    ]);
    expect(Object.keys(records[5] ?? {}).slice(11)).toEqual(['notes', 'name', 'entity', 'country']);
    expect(Object.keys(document)).toEqual([
      'doc',
      'source',
      'sha256',
      'encoding',
      'lang',
      'date',
      'model',
      'characters',
      'sentences',
      'records',
      'review',
      'status',
      'notes',
      'unread',
    ]);
  });

  it('round scores to two decimals and keep 1 for people', () => {
    const sure = { ...sample(), mentions: sample().mentions.map((mention) => ({ ...mention, score: 0.9999 })) };
    expect(linesOf(sample(), { model, hasText: true }).records[0]?.score).toBe(0.95);
    expect(linesOf(sure, { model, hasText: true }).records[0]?.score).toBe(0.99);
  });

  it('give each mention an id that depends on text, offsets and type alone', () => {
    const [first] = linesOf(sample(), { model, hasText: true }).records;
    const elsewhere = linesOf({ ...sample(), doc: 'other.txt' }, { model: { ...model, version: '2' }, hasText: false })
      .records[0];
    expect(first?.id).toMatch(/^[0-9a-f]{16}$/u);
    expect(elsewhere?.id).toBe(first?.id);
    expect(new Set(linesOf(sample(), { model, hasText: true }).records.map((record) => record.id)).size).toBe(6);
  });

  it('go through the stream form and back unchanged', () => {
    const lines = linesOf(sample(), { model, hasText: true });
    expect(fromStreamLine(JSON.parse(JSON.stringify(toStreamLine(lines))))).toEqual(lines);
    expect(documentOfLines(lines).mentions.map((mention) => mention.type)).toEqual(['person', 'organisation', 'place']);
  });
});

describe('the folder', () => {
  it('shows nothing before the end and everything after it', async () => {
    const output = folderOf({ 'dataset.jsonl': 'old\n' });
    const writer = await openFolder(output);
    await writer.add(linesOf(sample(), { model, hasText: true }));
    expect(readFileSync(join(output, 'dataset.jsonl'), 'utf8')).toBe('old\n');
    expect(existsSync(join(output, 'documents.jsonl'))).toBe(false);
    await writer.finish({
      settle: (record) => ('entity' in record ? { ...record, entity: `final-${record.entity}` } : record),
      entities: [],
      run: () => ({ tamis: '1' }),
    });
    expect(readdirSync(output).sort()).toEqual([...fileNames].sort());
    expect(readFileSync(join(output, 'dataset.jsonl'), 'utf8')).toContain('"entity":"final-person-1"');
  });

  it('clears what a killed run left and leaves a running one alone', async () => {
    const output = folderOf();
    mkdirSync(join(output, '.unfinished-999999999'));
    mkdirSync(join(output, `.unfinished-${process.ppid}`));
    writeFileSync(join(output, '.unfinished-999999999', 'draft.jsonl'), 'x');
    const writer = await openFolder(output);
    await writer.abandon();
    expect(readdirSync(output)).toEqual([`.unfinished-${process.ppid}`]);
  });

  it('writes documents of any number without holding them: the buffer empties as it goes', async () => {
    const output = folderOf();
    const writer = await openFolder(output);
    const lines = linesOf(sample(), { model, hasText: true });
    for (let count = 0; count < 2000; count += 1) await writer.add(lines);
    const folder = join(output, readdirSync(output)[0] ?? '');
    const written = readFileSync(join(folder, 'draft.jsonl')).length;
    const whole = 2000 * lines.records.reduce((sum, record) => sum + JSON.stringify(record).length + 1, 0);
    expect(whole - written).toBeLessThan(300_000);
    await writer.abandon();
  });
});
