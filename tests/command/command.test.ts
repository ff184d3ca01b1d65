import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../pipeline/command.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';
import { folderOf } from '../support/folder.ts';
import { memoryStreams } from '../support/streams.ts';

const files = ['dataset.jsonl', 'documents.jsonl', 'entities.jsonl', 'leads.jsonl', 'run.json', 'sentences.jsonl'];
const articles = {
  'a.txt': 'Le Maroc a livré 1 200 tonnes de blé à l’Algérie le 3 mai 2021, selon Amina Diallo.\n',
  'b.txt':
    'Canada sent 45 engineers to Lagos in March 2020, Emma Clarke said. Clarke works for the World Health Organization.\n',
  'c.txt': '',
};

async function run(args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const streams = memoryStreams(input);
  const code = await main(args, streams);
  return { code, ...streams.written() };
}
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    files.filter((name) => name !== 'run.json').map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('tamis dataset', () => {
  it('writes its files, each record exact to the unit', async () => {
    const input = folderOf(articles);
    const output = folderOf();
    const { code, err } = await run(['dataset', input, '--output', output]);
    expect(code).toBe(0);
    expect(
      readdirSync(output)
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual(files);
    const records = linesOf(contentOf(output)['dataset.jsonl'] ?? '');
    expect(records.length).toBeGreaterThan(6);
    for (const record of records) {
      const text = articles[record['doc'] as keyof typeof articles];
      expect(text.slice(record['start'] as number, record['end'] as number)).toBe(record['text']);
    }
    expect(linesOf(contentOf(output)['documents.jsonl'] ?? '')).toMatchObject([
      { doc: 'a.txt', lang: 'fr' },
      { doc: 'b.txt', lang: 'en' },
      { doc: 'c.txt', records: 0, status: 'ok', notes: [{ code: 'read.empty' }] },
    ]);
    expect(err).toContain('dataset.jsonl');
  });

  it('gives the same bytes twice, the second time without model work', async () => {
    const input = folderOf(articles);
    const output = folderOf();
    await run(['dataset', input, '--output', output]);
    const first = contentOf(output);
    await run(['dataset', input, '--output', output]);
    expect(contentOf(output)).toEqual(first);
    expect(JSON.parse(readFileSync(join(output, 'run.json'), 'utf8'))).toMatchObject({
      modelWork: { read: 0, remembered: 3 },
    });
  });

  it('fails one bad document by name and finishes the others', async () => {
    const input = folderOf({ ...articles, 'photo.png': 'x', 'broken.txt': new Uint8Array([0, 1, 2]) });
    const output = folderOf();
    const { code, err } = await run(['dataset', input, '--output', output]);
    expect(code).toBe(1);
    expect(err).toContain('failed: broken.txt: expected text, found binary data');
    expect(linesOf(contentOf(output)['documents.jsonl'] ?? '').map((line) => [line['doc'], line['status']])).toEqual([
      ['a.txt', 'ok'],
      ['b.txt', 'ok'],
      ['broken.txt', 'failed'],
      ['c.txt', 'ok'],
      ['photo.png', 'failed'],
    ]);
  });

  it('leaves the text out of the sentences on request', async () => {
    const output = folderOf();
    await run(['dataset', folderOf(articles), '--output', output, '--text', 'no']);
    expect(linesOf(contentOf(output)['sentences.jsonl'] ?? '')[0]).not.toHaveProperty('text');
  });

  it('notes a text that comes twice', async () => {
    const output = folderOf();
    await run(['dataset', folderOf({ 'a.txt': articles['a.txt'], 'z.txt': articles['a.txt'] }), '--output', output]);
    expect(linesOf(contentOf(output)['documents.jsonl'] ?? '')[1]).toMatchObject({
      doc: 'z.txt',
      duplicate_of: 'a.txt',
    });
  });
});

describe('the stream form', () => {
  const json = Object.entries(articles)
    .map(([id, text]) => JSON.stringify({ id, text }))
    .join('\n');

  it('writes one line for each that came in, failed ones too, and nothing else', async () => {
    const { code, out } = await run(['dataset', '-', '--output', '-'], `${json}\nnonsense\n`);
    expect(code).toBe(1);
    expect(linesOf(out).map((line) => line['status'])).toEqual(['ok', 'ok', 'ok', 'failed']);
  });

  it('collected gives byte for byte what one run gives, wherever it was cut', async () => {
    const whole = folderOf();
    await run(['dataset', '-', '--output', whole], `${json}\nnonsense\n`);
    const parts = folderOf();
    const lines = `${json}\nnonsense`.split('\n');
    writeFileSync(
      join(parts, '1'),
      (await run(['dataset', '-', '--output', '-'], `${lines.slice(0, 1).join('\n')}\n`)).out,
    );
    writeFileSync(
      join(parts, '2'),
      (await run(['dataset', '-', '--output', '-'], `${lines.slice(1).join('\n')}\n`)).out,
    );
    const collected = folderOf();
    const { code } = await run(['collect', join(parts, '1'), join(parts, '2'), '--output', collected]);
    expect(code).toBe(1);
    expect(contentOf(collected)).toEqual(contentOf(whole));
  });

  it('collected finds the same duplicates and entities as one run, over the parts', async () => {
    const texts = [
      '   ',
      '   ',
      'Le Maroc.',
      'Le Maroc.',
      'L’Organisation mondiale du café (OMC) a parlé.',
      'L’OMC a répondu à Amina Diallo.',
      'Diallo dort.',
    ];
    const lines = texts.map((text, place) => JSON.stringify({ id: `${place}`, text }));
    const whole = folderOf();
    await run(['dataset', '-', '--output', whole], `${lines.join('\n')}\n`);
    const parts = folderOf();
    for (const [place, line] of lines.entries()) {
      writeFileSync(join(parts, `${place}`), (await run(['dataset', '-', '--output', '-'], `${line}\n`)).out);
    }
    const collected = folderOf();
    await run(['collect', ...texts.map((_, place) => join(parts, `${place}`)), '--output', collected]);
    expect(contentOf(collected)).toEqual(contentOf(whole));
    const duplicates = linesOf(contentOf(whole)['documents.jsonl'] ?? '').map((line) => line['duplicate_of']);
    expect(duplicates).toEqual([undefined, undefined, undefined, '2', undefined, undefined, undefined]);
  });

  it('compares texts as decoded: a byte order mark makes no other text', async () => {
    const input = folderOf({ 'a.txt': 'Le Maroc.', 'b.txt': '\uFEFFLe Maroc.' });
    const whole = folderOf();
    await run(['dataset', input, '--output', whole]);
    const stream = folderOf({ lines: (await run(['dataset', input, '--output', '-'])).out });
    const collected = folderOf();
    await run(['collect', join(stream, 'lines'), '--output', collected]);
    expect(contentOf(collected)).toEqual(contentOf(whole));
    expect(linesOf(contentOf(whole)['documents.jsonl'] ?? '')[1]).toMatchObject({ duplicate_of: 'a.txt' });
  });

  it('refuses to collect what is no stream line', async () => {
    const { code, err } = await run(['collect', '-', '--output', folderOf()], '{"doc":1}\n');
    expect(code).toBe(2);
    expect(err).toContain('expected a line that "tamis dataset');
  });
});

/** The committed model with weights cut off in the middle and no list of hashes to give it away. */
function damagedModel(): string {
  const model = join(packageFolder(), 'models', 'tamis-ner');
  const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
  const weights = readFileSync(join(model, 'onnx', 'model_quantized.onnx')).subarray(0, 5_000_000);
  const small = Object.fromEntries(names.map((name) => [name, readFileSync(join(model, name))]));
  return folderOf({ ...small, 'onnx/model_quantized.onnx': weights });
}

describe('what cannot run', () => {
  it.runIf(process.platform === 'linux')('an output where the system makes no folder', async () => {
    const { code, err } = await run(['dataset', folderOf(articles), '--output', '/proc/results']);
    expect(code).toBe(2);
    expect(err).toContain('expected a folder that can be written at "/proc/results"');
  });

  const cases = (): readonly (readonly [name: string, args: readonly string[], sentence: string])[] => [
    [
      'an input that is not there',
      ['dataset', '/nowhere', '--output', folderOf()],
      'expected a file or a folder at "/nowhere", found nothing',
    ],
    ['a folder without documents', ['dataset', folderOf(), '--output', folderOf()], 'found none'],
    ['an unknown flag', ['dataset', 'seeds', '--output', 'x', '--mistyped', '1'], "unknown option '--mistyped'"],
    ['an unknown command', ['datset'], "unknown command 'datset'"],
    ['a missing output', ['dataset', 'seeds'], '--output'],
    [
      'a threshold out of range',
      ['dataset', 'seeds', '--output', 'x', '--threshold', '2'],
      'expected a number from 0 to 1',
    ],
    ['a date that is none', ['dataset', 'seeds', '--output', 'x', '--date', 'hier'], 'expected YYYY'],
    [
      'a model that is not there',
      ['dataset', folderOf(articles), '--output', folderOf(), '--model', '/nowhere'],
      '/nowhere',
    ],
    [
      'a damaged model',
      ['dataset', folderOf(articles), '--output', folderOf(), '--model', damagedModel()],
      'that cannot be loaded',
    ],
    [
      'a file as output',
      ['dataset', folderOf(articles), '--output', join(folderOf({ file: 'x' }), 'file')],
      'found a file',
    ],
    [
      'a ledger with a broken line',
      ['dataset', folderOf({ ...articles, 'review.jsonl': '{}\n' }), '--output', folderOf()],
      'expected a decision',
    ],
    [
      'a ledger that is not there',
      ['dataset', folderOf(articles), '--output', folderOf(), '--review', '/nowhere'],
      'expected a ledger of decisions at "/nowhere"',
    ],
    [
      'entities that are not there',
      ['dataset', folderOf(articles), '--output', folderOf(), '--entities', '/nowhere'],
      'expected the entities.jsonl',
    ],
    [
      'a folder in the place of a result',
      ['dataset', folderOf(articles), '--output', folderOf({ 'dataset.jsonl/x': '' })],
      'dataset.jsonl',
    ],
    ['a folder to collect', ['collect', folderOf(articles), '--output', folderOf()], 'expected a file of stream lines'],
    ['gold that is not there', ['evaluate', '--gold', '/nowhere'], 'tamis: expected gold at /nowhere'],
    [
      'gold with a fault',
      ['evaluate', '--gold', folderOf({ 'a.fr.txt': 'Le [[LOC|Maroc|UK]].' })],
      'a.fr.txt:1: unknown country code',
    ],
    [
      'a part that the split lacks',
      ['evaluate', '--gold', 'tests/gold/dev', '--part', 'devel'],
      'Allowed choices are train, dev, regression, test',
    ],
    [
      'a frozen test',
      ['regress', '--gold', join(packageFolder(), 'tests', 'gold', 'test')],
      'tamis: expected gold that may be read',
    ],
    [
      'no dataset to judge',
      ['evaluate', '--gold', join(packageFolder(), 'tests', 'gold', 'seeds'), '--dataset', '/nowhere'],
      'tamis: expected /nowhere',
    ],
  ];

  it('says so in one sentence without a stack trace and exits with 2', async () => {
    for (const [name, args, sentence] of cases()) {
      const { code, err } = await run(args);
      expect(code, name).toBe(2);
      expect(err, name).toContain(sentence);
      expect(err, name).not.toMatch(/\n\s+at /u);
    }
  });

  it('leaves earlier results whole when a run is stopped by a fault', async () => {
    const output = folderOf({ 'dataset.jsonl': 'old\n' });
    const { code } = await run(['dataset', folderOf(articles), '--output', output, '--model', damagedModel()]);
    expect(code).toBe(2);
    expect(readdirSync(output)).toEqual(['dataset.jsonl']);
    expect(readFileSync(join(output, 'dataset.jsonl'), 'utf8')).toBe('old\n');
  });

  it('never overwrites an input, a file of JSON lines named like a result included', async () => {
    const line = JSON.stringify({ id: 'a', text: 'Le Maroc.' });
    const folder = folderOf({ 'documents.jsonl': `${line}\n` });
    for (const args of [
      ['dataset', join(folder, 'documents.jsonl')],
      ['dataset', folder],
      ['collect', join(folder, 'documents.jsonl')],
    ]) {
      const { code, err } = await run([...args, '--output', folder]);
      expect(code).toBe(2);
      expect(err).toContain('would be overwritten');
    }
    expect(readFileSync(join(folder, 'documents.jsonl'), 'utf8')).toBe(`${line}\n`);
  });
});

it('ships the articles that it is shown on', () => {
  expect(readdirSync(join(packageFolder(), 'seeds')).filter((name) => name.endsWith('.txt'))).toHaveLength(5);
});
