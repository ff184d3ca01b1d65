import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkup } from '../../pipeline/evaluate/markup.ts';
import { readGold } from '../../pipeline/evaluate/read-gold.ts';
import { createLedger } from '../../pipeline/ledger/ledger.ts';
import type { Decision } from '../../pipeline/ledger/schema.ts';
import { buildTrainingData } from '../../pipeline/training-data/build.ts';
import { toMarkup } from '../../pipeline/training-data/markup.ts';
import { rejectedIn } from '../../pipeline/training-data/rejected.ts';
import { type DatasetRecord, recordSchema } from '../../pipeline/write/schema.ts';
import { folderOf } from '../support/folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Given {
  readonly doc?: string;
  readonly sentence?: readonly [number, number];
  readonly status?: string;
  readonly lang?: string;
}

/** A record at the first occurrence of its surface. */
function recordOf(
  text: string,
  surface: string,
  keys: Record<string, unknown>,
  { doc = 'a.txt', sentence = [0, text.length], status = 'accepted', lang = 'fr' }: Given = {},
): DatasetRecord {
  const start = text.indexOf(surface);
  const { type, ...typed } = keys;
  const end = start + surface.length;
  return recordSchema.parse({
    id: sha256(`${doc} ${start} ${String(type)}`).slice(0, 16),
    doc,
    lang,
    type,
    text: surface,
    start,
    end,
    sentence,
    score: 0.9,
    method: 'rule:test',
    status,
    ...typed,
  });
}

const person = (name: string) => ({ type: 'person', name, entity: 'p' });
const figure = { type: 'figure', kind: 'count', derivation: [] };

describe('markup', () => {
  const rows: [text: string, surface: string, keys: Record<string, unknown>, marked: string][] = [
    ['M. Arvor part', 'Arvor', person('Jean Arvor'), 'M. [[PER|Arvor|Jean Arvor]] part'],
    ['M. Arvor part', 'Arvor', person('Arvor'), 'M. [[PER|Arvor]] part'],
    ["l'ONU dit", 'ONU', { type: 'organisation', name: 'Nations unies' }, "l'[[ORG|ONU|Nations unies]] dit"],
    ['vers Lyon', 'Lyon', { type: 'place', name: 'Lyon', country: 'FR' }, 'vers [[LOC|Lyon]]'],
    ['Pegasus lit', 'Pegasus', { type: 'other', name: 'Pegasus' }, '[[MISC|Pegasus]] lit'],
    ['au Maroc', 'Maroc', { type: 'country', code: 'MA', name: 'Morocco', via: 'name' }, 'au [[LOC|Maroc|MA]]'],
    ['the Britons', 'Britons', { type: 'country', code: 'GB', via: 'demonym' }, 'the [[DEM|Britons|GB]]'],
    [
      'plus de 220 journalistes',
      'plus de 220',
      { ...figure, qualifier: 'more_than', value: 220, unit: 'journalistes' },
      '[[FIG|plus de 220|>220|journalistes]] journalistes',
    ],
    [
      '10 to 20 people',
      '10 to 20',
      { ...figure, qualifier: 'range', min: 10, max: 20 },
      '[[FIG|10 to 20|10..20|]] people',
    ],
    ['in July 2021', 'July 2021', { type: 'date', edtf: '2021-07' }, 'in [[DATE|July 2021|2021-07]]'],
  ];
  test.each(rows)('%s: %s', (text, surface, keys, marked) => {
    expect(toMarkup(text, [recordOf(text, surface, keys)])).toEqual({ marked });
  });

  const losses: [text: string, surface: string, keys: Record<string, unknown>, reason: RegExp][] = [
    ['à Bombay', 'Bombay', { type: 'place', name: 'Mumbai' }, /no room for a name/],
    ['A|B part', 'A|B', person('A|B'), /./],
    ['le [Nom] dit', '[Nom]', { type: 'other', name: '[Nom]' }, /./],
    ['Jean\nArvor', 'Jean\nArvor', person('Jean Arvor'), /./],
    [
      'environ 10 à 20',
      'environ 10 à 20',
      { ...figure, qualifier: 'range', min: 10, max: 20, approximate: true },
      /approximate range/,
    ],
    ['voir [[ici]] Arvor', 'Arvor', person('Arvor'), /./],
  ];
  test.each(losses)('%s is left out', (text, surface, keys, reason) => {
    expect(toMarkup(text, [recordOf(text, surface, keys)])).toEqual({ lost: expect.stringMatching(reason) });
  });

  test('what is written comes back with the same text and the same spans, whatever the text', () => {
    const piece = fc.constantFrom(
      'Arvor',
      ' ',
      '[[',
      ']]',
      '[',
      ']',
      '|',
      '\n',
      '\r',
      'É',
      '😀',
      'PER|',
      '\uFEFF',
      'de ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 4 }),
        (parts, from, size) => {
          const surface = parts.slice(from, from + size).join('');
          fc.pre(surface !== '');
          const text = parts.join('');
          const start = parts.slice(0, from).join('').length;
          const record = { ...recordOf(surface, surface, person('Jean Arvor')), start, end: start + surface.length };
          const made = toMarkup(text, [record]);
          const parsed = 'marked' in made ? parseMarkup(made.marked, 'a.fr.txt') : undefined;
          expect(parsed?.text ?? text).toBe(text);
          expect(parsed?.marks.map((mark) => [mark.start, mark.end]) ?? [[start, record.end]]).toEqual([
            [start, record.end],
          ]);
        },
      ),
    );
  });
});

const complete = 'Jean Arvor vit à Lyon.\nArvor part 😀 au Maroc.';
const partial = 'Selon Arvor, rien. Mais Kessel rit. Et Dupont, à Lyon, pleure.';

/** A dataset folder and its texts: one document read to its end, one in part, one not at all. */
function prepared({ completeText = complete, ofLyon = 'added' }: { completeText?: string; ofLyon?: string } = {}) {
  const sentenceAt = (from: number, to: number, doc: string) => ({
    doc,
    start: from,
    end: to,
    lang: 'fr',
    margin: 1,
  });
  const line = (value: object): string => `${JSON.stringify(value)}\n`;
  const head = (doc: string, text: string, review: string) => ({
    doc,
    source: doc,
    sha256: sha256(text),
    lang: 'fr',
    review,
    status: 'ok',
    notes: [],
    unread: [],
  });
  const completeSentences = [sentenceAt(0, 22, 'a.txt'), sentenceAt(23, complete.length, 'a.txt')];
  const partialSentences = [
    [0, 18],
    [19, 35],
    [36, partial.length],
  ] as const;
  const inB = (surface: string, keys: Record<string, unknown>, status: string, index: number): DatasetRecord =>
    recordOf(partial, surface, keys, { doc: 'b.txt', status, sentence: partialSentences[index] ?? [0, 0] });
  const records = [
    recordOf(complete, 'Jean Arvor', person('Jean Arvor'), { sentence: [0, 22] }),
    recordOf(complete, 'Lyon', { type: 'place', name: 'Lyon' }, { sentence: [0, 22], status: ofLyon }),
    recordOf(complete, 'Maroc', { type: 'country', code: 'MA', via: 'name' }, { sentence: [23, complete.length] }),
    inB('Arvor', person('Arvor'), 'accepted', 0),
    inB('Dupont', person('Dupont'), 'corrected', 2),
    inB('Lyon', { type: 'place', name: 'Lyon' }, 'pending', 2),
  ];
  const lead = { doc: 'b.txt', start: 13, end: 17, text: 'rien', sentence: [0, 18], lang: 'fr', reason: 'near-miss' };
  const dataset = folderOf({
    'documents.jsonl': [
      head('a.txt', complete, 'complete'),
      head('b.txt', partial, 'partial'),
      head('c.txt', 'x', 'none'),
    ]
      .map(line)
      .join(''),
    'sentences.jsonl': [
      ...completeSentences,
      ...partialSentences.map(([start, end]) => sentenceAt(start, end, 'b.txt')),
    ]
      .map(line)
      .join(''),
    'dataset.jsonl': records.map(line).join(''),
    'leads.jsonl': line(lead),
    'decisions.jsonl': line({ decision: 'f'.repeat(16), action: 'accept', target: 0, fate: 'orphaned', doc: 'z.txt' }),
  });
  const input = folderOf({ 'a.txt': completeText, 'b.txt': partial, 'c.txt': 'x' });
  const at = partial.indexOf('Kessel');
  const reject: Decision = {
    v: 1,
    id: 'e'.repeat(16),
    by: 'tests',
    action: 'reject',
    targets: [
      {
        doc: 'b.txt',
        text_sha256: sha256(partial),
        before: '',
        after: '',
        shown: { type: 'person', text: 'Kessel', start: at, end: at + 6, id: 'd'.repeat(16), status: 'pending' },
      },
    ],
  };
  const output = join(folderOf(), 'training-data');
  return { options: { ledger: createLedger([reject]), input, dataset, output }, output };
}

const linesIn = (path: string): Record<string, unknown>[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('training data', () => {
  test('complete documents keep their text, records and sentences, and are marked', async () => {
    const { options, output } = prepared();
    const report = await buildTrainingData(options);
    expect(report).toMatchObject({ complete: 1, marked: 1, sentences: 2, decisions: 1 });
    const [line] = linesIn(join(output, 'complete.jsonl'));
    expect(line).toMatchObject({ doc: 'a.txt', lang: 'fr', text: complete });
    expect(readFileSync(join(output, 'markup', 'a.fr.txt'), 'utf8')).toBe(
      '[[PER|Jean Arvor]] vit à [[LOC|Lyon]].\nArvor part 😀 au [[LOC|Maroc|MA]].',
    );
  });

  test('of other documents, sentences in which all was decided are told from single decisions', async () => {
    const { options, output } = prepared();
    await buildTrainingData(options);
    const shown = linesIn(join(output, 'sparse.jsonl')).map(({ kind, text, records, rejected, open }) => ({
      kind,
      text,
      records: (records as DatasetRecord[]).map((record) => record.text),
      rejected: (rejected as [number, number][]).map(([start, end]) => partial.slice(start, end)),
      open: (open as [number, number][]).map(([start, end]) => partial.slice(start, end)),
    }));
    expect(shown).toEqual([
      { kind: 'sentence', text: 'Selon Arvor, rien.', records: ['Arvor'], rejected: [], open: ['rien'] },
      { kind: 'sentence', text: 'Mais Kessel rit.', records: [], rejected: ['Kessel'], open: [] },
      {
        kind: 'decision',
        text: 'Et Dupont, à Lyon, pleure.',
        records: ['Dupont'],
        rejected: [],
        open: ['Et ', ', à Lyon, pleure.'],
      },
    ]);
  });

  test('what was rejected in an earlier text is rejected where it stands now', () => {
    const before = `Titre.\n${partial}`;
    const at = before.indexOf('Kessel');
    const shown = { type: 'person', text: 'Kessel', start: at, end: at + 6, id: 'd'.repeat(16) } as const;
    const target = { doc: 'b.txt', text_sha256: sha256(before), before: 'Mais ', after: ' rit', shown };
    const decision: Decision = { v: 1, id: 'e'.repeat(16), by: 'tests', action: 'reject', targets: [target] };
    const found = rejectedIn(createLedger([decision]), 'b.txt', partial);
    expect(found.map(({ start, end }) => partial.slice(start, end))).toEqual(['Kessel']);
  });

  test('a decision that put nothing in the place of what is extracted now is listed', async () => {
    const { options, output } = prepared();
    const fate = { decision: 'f'.repeat(16), action: 'reject', target: 0, fate: 'contradicted', reason: 'why' };
    writeFileSync(join(options.dataset, 'decisions.jsonl'), `${JSON.stringify(fate)}\n`);
    await buildTrainingData(options);
    expect(linesIn(join(output, 'left-out.jsonl'))).toEqual([
      { what: 'decision', decision: 'f'.repeat(16), target: 0, reason: 'contradicted: why' },
    ]);
  });

  test('what was left out is listed with its reason', async () => {
    const { options, output } = prepared({ completeText: `${complete} Encore.` });
    const report = await buildTrainingData(options);
    expect(report.complete).toBe(0);
    expect(linesIn(join(output, 'left-out.jsonl'))).toEqual([
      { what: 'document', doc: 'a.txt', reason: 'its text is not the one in the dataset' },
      { what: 'decision', doc: 'z.txt', decision: 'f'.repeat(16), target: 0, reason: 'orphaned' },
    ]);
  });

  test('a document read to its end in which one was not sure of something is no complete one', async () => {
    const { options, output } = prepared({ ofLyon: 'pending' });
    const report = await buildTrainingData(options);
    expect(report).toMatchObject({ complete: 0, sentences: 3, decisions: 2 });
    expect(linesIn(join(output, 'left-out.jsonl'))[0]).toMatchObject({ what: 'document', doc: 'a.txt' });
  });

  test('evaluation takes the folder as gold, its markup too, and both say the same', async () => {
    const { options, output } = prepared();
    await buildTrainingData(options);
    const exact = readGold([output]).documents;
    const marked = readGold([join(output, 'markup')]).documents;
    expect(exact).toHaveLength(1);
    expect(exact[0]?.text).toBe(complete);
    const mentionsOf = (documents: typeof exact) =>
      documents[0]?.mentions.map(({ line: _line, ...mention }) => mention);
    expect(mentionsOf(exact)).toEqual(mentionsOf(marked));
  });

  test('a second run replaces the first; a folder with anything else in it is refused', async () => {
    const { options, output } = prepared();
    await buildTrainingData(options);
    const first = readFileSync(join(output, 'sparse.jsonl'), 'utf8');
    await buildTrainingData(options);
    expect(readFileSync(join(output, 'sparse.jsonl'), 'utf8')).toBe(first);
    expect(readdirSync(join(output, '..'))).toEqual(['training-data']);
    writeFileSync(join(output, 'notes.txt'), 'mine');
    await expect(buildTrainingData(options)).rejects.toThrow(/expected a folder for training data/);
    expect(existsSync(join(output, 'notes.txt'))).toBe(true);
  });

  test('a dataset that no ledger was applied to is refused', async () => {
    const { options } = prepared();
    const dataset = folderOf({ 'documents.jsonl': '', 'sentences.jsonl': '', 'dataset.jsonl': '', 'leads.jsonl': '' });
    await expect(buildTrainingData({ ...options, dataset })).rejects.toThrow(/found no decisions.jsonl/);
  });
});
