// The committed models themselves. Quality is the evaluation's business; here it must run, be itself, and hold on ugly text.
import { cpSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../pipeline/document.ts';
import { type NerModel, openModel } from '../../pipeline/ner/model.ts';
import { recogniseNames } from '../../pipeline/ner/recognise.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';
import { documentOf } from '../support/document.ts';
import { folderOf } from '../support/folder.ts';

describe.each(['tamis-ner', 'tamis-ner-small'])('models/%s', (name) => {
  const folder = join(packageFolder(), 'models', name);
  let model: NerModel;
  beforeAll(async () => {
    model = await openModel({ folder });
  });
  afterAll(async () => {
    await model.close();
  });

  const marked = async (text: string): Promise<string[]> => named(await recogniseNames(documentOf(text), model));
  const named = ({ text, modelSpans }: Document): string[] =>
    modelSpans.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`);

  test('gives every label', () => {
    expect(model.labels).toEqual(['PER', 'ORG', 'LOC', 'MISC', 'DEM', 'FIG', 'DATE']);
    expect(model.notes).toEqual([]);
  });

  const rows: [what: string, text: string, expected: string[]][] = [
    ['French', 'Emmanuel Macron a quitté Paris pour Berlin.', ['PER Emmanuel Macron', 'LOC Paris', 'LOC Berlin']],
    ['English', 'Angela Merkel flew from Berlin to Paris.', ['PER Angela Merkel', 'LOC Berlin', 'LOC Paris']],
    ['curly apostrophe', 'Selon l’ONU, Emmanuel Macron se trompe.', ['ORG ONU', 'PER Emmanuel Macron']],
    ['straight apostrophe', "Selon l'ONU, Emmanuel Macron se trompe.", ['ORG ONU', 'PER Emmanuel Macron']],
    ['no-break spaces', 'Emmanuel\u00A0Macron a quitté Paris\u00A0!', ['PER Emmanuel\u00A0Macron', 'LOC Paris']],
    [
      'decomposed accents',
      'Franc\u0327ois Mitterrand est ne\u0301 a\u0300 Jarnac.',
      ['PER Franc\u0327ois Mitterrand', 'LOC Jarnac'],
    ],
    [
      'soft hyphens',
      'Emma\u00ADnuel Mac\u00ADron a quitté Ber\u00ADlin.',
      ['PER Emma\u00ADnuel Mac\u00ADron', 'LOC Ber\u00ADlin'],
    ],
    ['capitals', 'EMMANUEL MACRON EN VISITE À BERLIN MARDI', ['PER EMMANUEL MACRON', 'LOC BERLIN']],
    ['an emoji between', 'Angela Merkel 👩‍👧 in Berlin 🇩🇪 today.', ['PER Angela Merkel', 'LOC Berlin']],
    ['a handle', 'Merci @EmmanuelMacron pour ce message', []],
    ['nothing', 'Rien ne se passe ce soir.', []],
  ];
  test.each(rows)('%s', async (_what, text, expected) => {
    expect(await marked(text)).toEqual(expected);
  });

  test('the same document gives the same scores, after others and with another number of threads', async () => {
    const document = documentOf('Emmanuel Macron a reçu Angela Merkel à Paris.\nLa banque BNP Paribas recrute.');
    const first = await recogniseNames(document, model);
    await recogniseNames(documentOf('Un tout autre texte, plus court.'), model);
    const again = await recogniseNames(document, model);
    const alone = await openModel({ folder, threads: 1 });
    const single = await recogniseNames(document, alone);
    await alone.close();
    expect(again.modelSpans).toEqual(first.modelSpans);
    expect(single.modelSpans).toEqual(first.modelSpans);
  });

  test('damaged weights are refused: by their hash, and without one by the golden sentences', async () => {
    const copy = join(folderOf(), name);
    cpSync(folder, copy, { recursive: true });
    const weights = join(copy, 'onnx/model_quantized.onnx');
    const size = readFileSync(weights).length;
    const noise = Uint8Array.from({ length: 1 << 20 }, (_, at) => (at * 73) % 251);
    const file = openSync(weights, 'r+');
    for (const share of [0.55, 0.65, 0.75, 0.85]) writeSync(file, noise, 0, noise.length, Math.floor(size * share));
    await expect(openModel({ folder: copy })).rejects.toMatchObject({ code: 'model.hash' });
    rmSync(join(copy, 'hashes.json'));
    await expect(openModel({ folder: copy })).rejects.toMatchObject({
      code: expect.stringMatching(/^model\.(?:golden|weights)$/),
    });
  });
});
