import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openModel } from '../../pipeline/ner/model.ts';
import { recogniseNames } from '../../pipeline/ner/recognise.ts';
import { documentOf } from '../support/document.ts';
import { bioLabels, toyFolder } from './toy/model-folder.ts';
import { byteLevel, unigram, wordPiece } from './toy/tokenizers.ts';

const surfaces = async (text: string, model: Awaited<ReturnType<typeof openModel>>): Promise<string[]> => {
  const document = await recogniseNames(documentOf(text), model);
  return document.modelSpans.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`);
};

const families = { unigram, wordPiece, byteLevel };

describe.each(Object.entries(families))('alignment with a %s tokenizer', (_, family) => {
  const rows: [what: string, text: string, expected: string[]][] = [
    ['plain', 'Marie Curie vit avec Pierre Curie', ['PER Marie Curie', 'PER Pierre Curie']],
    ['names across an unlabelled word stay two', 'Marie vit avec Pierre', ['PER Marie', 'PER Pierre']],
    ['curly apostrophe', 'l’ONU vit', ['ORG ONU']],
    ['straight apostrophe', "l'ONU vit", ['ORG ONU']],
    ['no-break spaces', '« Marie\u00A0Curie » vit\u202F!', ['PER Marie\u00A0Curie']],
    ['emoji with joiners before a name', '👩‍👩‍👧 Marie 🇫🇷 Paris', ['PER Marie', 'LOC Paris']],
    ['combining accents around', 'e\u0301te\u0301 Paris e\u0301', ['LOC Paris']],
    ['a word of 600 letters', `${'x'.repeat(600)} Paris`, ['LOC Paris']],
    ['a lone combining mark and a zero-width space', '\u0301 \u200B Marie', ['PER Marie']],
    ['possessive', 'Marie’s vit', ['PER Marie']],
    ['glued punctuation', '(Paris,Marie)', ['LOC Paris', 'PER Marie']],
    ['a word that spells a special piece', '[CLS] <s> </s> Marie [SEP]', ['PER Marie']],
    ['lone surrogate', '\uD83D Marie', ['PER Marie']],
    ['nothing', '', []],
    ['white space alone', ' \u00A0\t ', []],
  ];
  test.each(rows)('%s', async (_what, text, expected) => {
    const model = await openModel({ folder: toyFolder({ tokenizer: family() }) });
    expect(await surfaces(text, model)).toEqual(expected);
    await model.close();
  });
});

describe('any text', () => {
  test('spans lie in their sentences, end at word borders and are legal, whatever the scores', async () => {
    const scores = (id: number, labels: readonly string[]): number[] =>
      labels.map((_, label) => ((id * 2654435761 + label * 40503) % 97) / 12);
    const model = await openModel({ folder: toyFolder({ scores }) });
    const texts = fc.array(
      fc.constantFrom('Marie', 'Curie', ' ', '\n', "l'", '’', '@', '😀', 'x', 'é', '\u00A0', ', '),
      {
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (parts) => {
        const document = await recogniseNames(documentOf(parts.join('')), model);
        let end = 0;
        for (const span of document.modelSpans) {
          const sentence = document.sentences[span.sentence];
          expect(span.start).toBeGreaterThanOrEqual(Math.max(end, sentence?.start ?? 0));
          expect(span.end).toBeLessThanOrEqual(sentence?.end ?? 0);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
      }),
      { numRuns: 60 },
    );
    await model.close();
  });

  test('the result does not depend on what else is read, nor in which order', async () => {
    const model = await openModel({ folder: toyFolder() });
    const texts = ['Marie Curie vit à Paris', 'Pierre', 'l’ONU avec Marie'];
    const alone: unknown[] = [];
    for (const text of texts) alone.push((await recogniseNames(documentOf(text), model)).modelSpans);
    const together = await Promise.all(
      texts.toReversed().map(async (text) => (await recogniseNames(documentOf(text), model)).modelSpans),
    );
    expect(together.toReversed()).toEqual(alone);
    await model.close();
  });

  test('a sentence of 5,000 words is read to its end', async () => {
    const model = await openModel({ folder: toyFolder() });
    const text = `${'avec '.repeat(4998)}Marie Curie`;
    expect(await surfaces(text, model)).toEqual(['PER Marie Curie']);
    expect(model.counters.words).toBe(5000);
    await model.close();
  });

  test('a line of 1 MB goes through window by window, in bounded memory', async () => {
    const model = await openModel({ folder: toyFolder(), threads: 1 });
    const document = documentOf('avec Marie Curie vit l’ONU '.repeat(40_000));
    // what threads take is no memory of this text: it is one, and started by then
    await recogniseNames(documentOf('avec Marie Curie vit l’ONU '.repeat(400)), model);
    Object.assign(model.counters, { batches: 0, pieces: 0, words: 0 });
    const before = process.memoryUsage();
    const { modelSpans } = await recogniseNames(document, model);
    const after = process.memoryUsage();
    expect(modelSpans).toHaveLength(80_000);
    expect(model.counters.words).toBe(280_000);
    // the stage adds its scores (8 MB) and its spans, not the pieces of the whole text
    expect(after.rss - before.rss).toBeLessThan(150 * 1024 * 1024);
    await model.close();
  }, 300_000);

  test('a window is one run, and its pieces are counted', async () => {
    const model = await openModel({ folder: toyFolder() });
    await recogniseNames(documentOf('Marie vit\nPierre vit'), model);
    expect(model.counters).toEqual({ batches: 1, pieces: 7, words: 4 });
    await recogniseNames(documentOf('avec '.repeat(200)), model);
    expect(model.counters.batches).toBe(3);
    await model.close();
  });

  test('a stretch without scores is reported as unread, and the rest is read', async () => {
    const scores = (id: number, labels: readonly string[]): number[] =>
      labels.map((label) => (id === 5 ? Number.NaN : label === 'O' ? 1 : 0));
    const folder = toyFolder({ scores });
    const model = await openModel({ folder });
    const document = await recogniseNames(documentOf(`${'vit '.repeat(157)}\nMarie ${'vit '.repeat(150)}`), model);
    expect(document.unread).toEqual([{ stage: 'ner', start: 629, end: 629 + 605, reason: 'the model gave no scores' }]);
    expect(document.notes.map(({ code }) => code)).toEqual(['ner-unread']);
    await model.close();
  });
});

describe('labels of another model', () => {
  test('long names, other schemes and unknown types', async () => {
    const labels = ['O', 'B-PERSON', 'I-PERSON', 'B-GPE', 'I-GPE', 'B-ANIM', 'I-ANIM'];
    const marked = { Marie: 'B-PERSON', Curie: 'I-PERSON', Paris: 'B-GPE', Pierre: 'B-ANIM' };
    const model = await openModel({ folder: toyFolder({ labels, marked }) });
    expect(await surfaces('Marie Curie, Paris, Pierre', model)).toEqual(['PER Marie Curie', 'LOC Paris']);
    expect(model.labels).toEqual(['PER', 'LOC']);
    expect(model.notes).toEqual([{ code: 'model-label-ignored', message: expect.stringContaining('"ANIM"') }]);
    await model.close();
  });

  test('BIOES', async () => {
    const labels = ['O', 'B-PER', 'I-PER', 'E-PER', 'S-PER', 'S-LOC'];
    const marked = { Marie: 'B-PER', Curie: 'E-PER', Pierre: 'S-PER', Paris: 'S-LOC' };
    const model = await openModel({ folder: toyFolder({ labels, marked }) });
    expect(await surfaces('Marie Curie Pierre Paris', model)).toEqual(['PER Marie Curie', 'PER Pierre', 'LOC Paris']);
    await model.close();
  });

  test('plain labels join neighbours', async () => {
    const model = await openModel({
      folder: toyFolder({ labels: ['O', 'PER', 'LOC'], marked: { Marie: 'PER', Curie: 'PER', Paris: 'LOC' } }),
    });
    expect(await surfaces('Marie Curie Paris', model)).toEqual(['PER Marie Curie', 'LOC Paris']);
    await model.close();
  });

  test('labels.json names counterparts', async () => {
    const files = { 'labels.json': { labels: { LAND: 'LOC' } } };
    const labels = ['O', 'B-LAND', 'I-LAND'];
    const model = await openModel({ folder: toyFolder({ labels, marked: { Paris: 'B-LAND' }, files }) });
    expect(await surfaces('Paris', model)).toEqual(['LOC Paris']);
    await model.close();
  });

  test('calibration.json turns the probability of a label into the share that is right', async () => {
    const files = {
      'calibration.json': {
        PER: [
          [0, 0.25],
          [1, 0.25],
        ],
      },
    };
    const model = await openModel({ folder: toyFolder({ labels: bioLabels, files }) });
    const document = await recogniseNames(documentOf('Marie Curie'), model);
    expect(document.modelSpans[0]?.score).toBe(0.25);
    await model.close();
  });
});
