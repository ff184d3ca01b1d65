// What the model, the document's country and its dates have to say about figures.
import { describe, expect, it } from 'vitest';
import type { FigureMention } from '../../pipeline/document.ts';
import { extractDates } from '../../pipeline/dates/index.ts';
import { extractFigures } from '../../pipeline/figures/index.ts';
import { documentOf } from '../support/document.ts';

type Options = Parameters<typeof documentOf>[1];

function figuresOf(text: string, options: Options): FigureMention[] {
  return extractFigures(extractDates(documentOf(text, options))).mentions.filter(
    (mention) => mention.type === 'figure',
  );
}

describe('figures and the model', () => {
  it('leaves numbers inside names to the names', () => {
    const text = 'Un Boeing 737 de France 24 a filmé 12 avions.';
    const figures = figuresOf(text, {
      lang: 'fr',
      marks: [
        ['MISC', 'Boeing 737'],
        ['ORG', 'France 24'],
      ],
    });
    expect(figures.map((figure) => figure.text)).toEqual(['12']);
  });

  it('leaves no size of data to a name', () => {
    const figures = figuresOf('Le disque 4L de 2 To a perdu 500 Go.', {
      lang: 'fr',
      marks: [
        ['MISC', '4L'],
        ['MISC', '2 To'],
        ['MISC', '500 Go'],
      ],
    });
    expect(figures.map((figure) => [figure.value, figure.unit])).toEqual([
      [2, 'TB'],
      [500, 'GB'],
    ]);
  });

  it.each([
    ['fr', 'Le village a gardé deux drapeaux et une école.', 'deux', 'une'],
    ['en', 'The village kept two flags and one school.', 'two', 'one'],
  ] as const)('takes one beside other numbers as the model does: %s', (lang, text, two, one) => {
    const read = (...surfaces: readonly string[]): string[] =>
      figuresOf(text, { lang, marks: surfaces.map((surface) => ['FIG', surface] as const) }).map(
        (figure) => figure.text,
      );
    expect(read(two, one)).toEqual([two, one]);
    expect(read(two)).toEqual([two]);
    // a model that marks no figure at all has no say
    expect(read()).toEqual([two, one]);
  });

  it('scores agreement above silence and silence above disagreement', () => {
    const text = 'Douze maires ont signé et 37 conseillers ont refusé.';
    const [agreed, other] = figuresOf(text, { lang: 'fr', marks: [['FIG', 'Douze']] });
    const [alone] = figuresOf(text, { lang: 'fr' });
    expect(agreed?.score).toBeGreaterThan(alone?.score ?? 1);
    expect(other?.score).toBeLessThan(alone?.score ?? 0);
  });
});

describe('whose currency', () => {
  it.each([
    ['$40 in Canada', 'en', 'OTTAWA — Canada will pay $40 to each Canadian driver in Toronto.', 'CAD'],
    ['$40 anywhere', 'en', 'The fee is $40.', 'USD'],
    [
      'dollars au Québec',
      'fr',
      'MONTRÉAL — Québec versera 40 dollars aux Montréalais, dit le gouvernement du Québec.',
      'CAD',
    ],
    ['francs en Suisse', 'fr', 'BERNE — Le canton de Vaud a payé 300 francs.', 'CHF'],
    ['francs au Sénégal', 'fr', 'DAKAR — Le riz coûte 300 francs au Sénégal.', 'XOF'],
    ['Rs in Pakistan', 'en', 'KARACHI — The Pakistan railways lost Rs 300.', 'PKR'],
    ['named in full', 'en', 'About 180,000 Sudanese pounds were found.', 'SDG'],
    ['ISO code', 'fr', 'Le prêt porte sur 3 millions CHF.', 'CHF'],
  ] as const)('reads %s', (_name, lang, text, unit) => {
    expect(figuresOf(text, { lang }).map((figure) => figure.unit)).toEqual([unit]);
  });

  it('says when it guessed', () => {
    const [guess] = figuresOf('The fee is $40.', { lang: 'en' });
    expect(guess?.notes?.map((note) => note.code)).toEqual(['currency.guessed']);
    const [sure] = figuresOf('The fee is 40 euros.', { lang: 'en' });
    expect(sure?.notes).toBeUndefined();
  });

  it('carries the currency of the sentence before to millions that name none', () => {
    const figures = figuresOf('Le devis était de 2 millions d’euros.\nLa facture atteint 3,3 millions.', {
      lang: 'fr',
    });
    expect(figures.map((figure) => [figure.value, figure.unit])).toEqual([
      [2_000_000, 'EUR'],
      [3_300_000, 'EUR'],
    ]);
    expect(figures[1]?.notes?.map((note) => note.code)).toEqual(['currency.carried']);
  });
});

describe('the derivation', () => {
  it('says which words gave what', () => {
    const text = 'Il faut plus de 1,2 milliard d’euros.';
    const [figure] = figuresOf(text, { lang: 'fr' });
    expect(figure?.derivation.map((part) => [part.role, text.slice(part.start, part.end), part.value])).toEqual([
      ['qualifier', 'plus de', 'more_than'],
      ['number', '1,2', 1.2],
      ['magnitude', 'milliard', 1_000_000_000],
      ['unit', 'euros', 'EUR'],
    ]);
  });

  it('points at a noun that another figure states', () => {
    const text = 'On a ouvert 312 dossiers, contre 287.';
    const figures = figuresOf(text, { lang: 'fr' });
    const noun = figures[1]?.derivation.find((part) => part.role === 'noun');
    expect(text.slice(noun?.start, noun?.end)).toBe('dossiers');
  });

  it('keeps a fraction beside its decimal value', () => {
    expect(figuresOf('Deux tiers des barrages sont vides.', { lang: 'fr' })[0]).toMatchObject({
      kind: 'ratio',
      value: 0.6667,
      fraction: [2, 3],
    });
  });
});
