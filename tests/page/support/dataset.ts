// Small datasets for tests of the review: written by hand, so that no model decides what a test sees.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordIds } from '../../../pipeline/text/record-id.ts';
import {
  documentSchema,
  entitySchema,
  type EntityLine,
  leadSchema,
  recordSchema,
  sentenceSchema,
} from '../../../pipeline/write/schema.ts';

export interface Marked {
  readonly surface: string;
  /** Which occurrence, from 0. */
  readonly nth?: number;
  readonly type?: string;
  readonly score?: number;
  readonly status?: 'auto' | 'pending' | 'accepted';
  readonly method?: string;
  /** Of a lead. */
  readonly reason?: string;
  readonly [key: string]: unknown;
}

export interface DocumentOf {
  readonly text: string;
  readonly lang?: 'fr' | 'en';
  readonly records?: readonly Marked[];
  readonly leads?: readonly Marked[];
}

const model = { name: 'test', version: '1', hash: 'f'.repeat(64) };

/** Writes texts to `<folder>/input` and their dataset to `<folder>/output`. */
export function writeDataset(
  folder: string,
  documents: Readonly<Record<string, DocumentOf>>,
  entities: readonly Partial<EntityLine>[] = [],
): { input: string; output: string } {
  const input = join(folder, 'input');
  const output = join(folder, 'output');
  mkdirSync(output, { recursive: true });
  const lines: Record<'documents' | 'sentences' | 'dataset' | 'leads' | 'entities', object[]> = {
    documents: [],
    sentences: [],
    dataset: [],
    leads: [],
    entities: entities.map((entity) => entitySchema.parse({ names: [], documents: 1, mentions: 1, ...entity })),
  };
  for (const [doc, { text, lang = 'en', records = [], leads = [] }] of Object.entries(documents)) {
    mkdirSync(dirname(join(input, doc)), { recursive: true });
    writeFileSync(join(input, doc), text);
    const sentences = sentencesOf(text);
    const identify = recordIds(text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    lines.documents.push(
      documentSchema.parse({
        doc,
        source: doc,
        sha256,
        encoding: 'utf-8',
        lang,
        model,
        characters: text.length,
        sentences: sentences.length,
        records: records.length,
        review: 'none',
        status: 'ok',
        notes: [],
        unread: [],
      }),
    );
    for (const [start, end] of sentences)
      lines.sentences.push(sentenceSchema.parse({ doc, start, end, lang, margin: 1, text: text.slice(start, end) }));
    const placed = records
      .map((marked) => ({ marked, span: spanOf(text, marked) }))
      .sort((left, right) => left.span.start - right.span.start);
    for (const { marked, span } of placed) {
      const { surface, nth: _, score = 0.5, status = 'pending', method = 'model:test', type, ...keys } = marked;
      const sentence = sentences.find(([start, end]) => start <= span.start && span.end <= end) ?? [0, text.length];
      lines.dataset.push(
        recordSchema.parse({
          id: identify({ ...span, type: type as 'person' }),
          doc,
          lang,
          type,
          text: surface,
          ...span,
          sentence,
          score,
          method,
          status,
          ...keys,
        }),
      );
    }
    for (const { surface, nth, reason = 'capitals', ...keys } of leads) {
      const span = spanOf(text, { surface, ...(nth === undefined ? {} : { nth }) });
      const sentence = sentences.find(([start, end]) => start <= span.start && span.end <= end) ?? [0, text.length];
      lines.leads.push(leadSchema.parse({ doc, ...span, text: surface, sentence, lang, reason, ...keys }));
    }
  }
  for (const [name, items] of Object.entries(lines))
    writeFileSync(join(output, `${name}.jsonl`), items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  writeFileSync(join(output, 'run.json'), JSON.stringify({ tamis: '0.1.0' }));
  return { input, output };
}

function spanOf(text: string, { surface, nth = 0 }: Marked): { start: number; end: number } {
  let start = text.indexOf(surface);
  for (let count = 0; count < nth; count += 1) start = text.indexOf(surface, start + 1);
  if (start < 0) throw new Error(`expected "${surface}" in "${text}"`);
  return { start, end: start + surface.length };
}

function sentencesOf(text: string): [number, number][] {
  return [...text.matchAll(/[^\s.!?][^.!?\n]*[.!?]?/gu)].map((match) => [match.index, match.index + match[0].length]);
}

export const figure = { type: 'figure', kind: 'count', qualifier: 'exact', derivation: [] } as const;

/** Two short articles with every kind of record, leads, and a surname that may be one of two people. */
export const articles: Readonly<Record<string, DocumentOf>> = {
  'a.txt': {
    lang: 'fr',
    text: 'Hier, la Société Orvane a livré plus de 220 tonnes de blé au Maroc. Lina Casoar dirige Orvane depuis 2019.\nSelon Casoar, Orvane vendra 40 silos à Tarvel. Le port de Tarvel attend.\n',
    records: [
      {
        surface: 'Société Orvane',
        type: 'organisation',
        score: 0.61,
        name: 'Société Orvane',
        entity: 'organisation-orvane',
      },
      {
        ...figure,
        surface: 'plus de 220',
        score: 0.7,
        method: 'rule:figure.count-digits',
        qualifier: 'more_than',
        value: 220,
        unit: 'tonnes de blé',
        derivation: [
          { role: 'qualifier', start: 32, end: 39, value: 'more_than' },
          { role: 'number', start: 40, end: 43, value: 220 },
          { role: 'noun', start: 44, end: 57, value: 'tonnes de blé' },
        ],
      },
      {
        surface: 'Maroc',
        type: 'country',
        score: 0.98,
        status: 'auto',
        method: 'rule:country.name',
        code: 'MA',
        name: 'Morocco',
        name_fr: 'Maroc',
        via: 'name',
      },
      {
        surface: 'Lina Casoar',
        type: 'person',
        score: 0.95,
        status: 'auto',
        name: 'Lina Casoar',
        entity: 'person-lina',
      },
      {
        surface: 'Orvane',
        nth: 1,
        type: 'organisation',
        score: 0.4,
        name: 'Société Orvane',
        entity: 'organisation-orvane',
      },
      {
        surface: '2019',
        type: 'date',
        score: 0.9,
        status: 'auto',
        method: 'rule:date.year',
        edtf: '2019',
        from: '2019-01-01',
        to: '2019-12-31',
      },
      {
        surface: 'Casoar',
        nth: 1,
        type: 'person',
        score: 0.8,
        status: 'auto',
        name: 'Casoar',
        entity: 'person-casoar',
      },
      {
        surface: 'Orvane',
        nth: 2,
        type: 'organisation',
        score: 0.45,
        name: 'Société Orvane',
        entity: 'organisation-orvane',
      },
      { surface: 'Tarvel', type: 'person', score: 0.3, name: 'Tarvel', entity: 'person-tarvel' },
    ],
    leads: [
      { surface: '40', type: 'figure', reason: 'digits', score: 0.6 },
      { surface: 'Tarvel', nth: 1, reason: 'marked-elsewhere', score: 0.7 },
    ],
  },
  'b.txt': {
    lang: 'en',
    text: 'Orvane shares fell 3%. Ada Casoar sold Orvane stock, and Orvane kept quiet. Orvane is a river in Brovia.\n',
    records: [
      { surface: 'Orvane', type: 'organisation', score: 0.55, name: 'Orvane', entity: 'organisation-orvane' },
      {
        ...figure,
        surface: '3%',
        score: 0.96,
        status: 'auto',
        method: 'rule:figure.percent',
        kind: 'percent',
        value: 3,
        unit: '%',
      },
      { surface: 'Ada Casoar', type: 'person', score: 0.9, status: 'auto', name: 'Ada Casoar', entity: 'person-ada' },
      { surface: 'Orvane', nth: 1, type: 'organisation', score: 0.5, name: 'Orvane', entity: 'organisation-orvane' },
      { surface: 'Orvane', nth: 2, type: 'organisation', score: 0.52, name: 'Orvane', entity: 'organisation-orvane' },
      { surface: 'Orvane', nth: 3, type: 'organisation', score: 0.35, name: 'Orvane', entity: 'organisation-orvane' },
    ],
    leads: [{ surface: 'Brovia', reason: 'near-miss', type: 'place', score: 0.5 }],
  },
};

/** Entities of the articles: "Casoar" alone may be Lina or Ada. */
export const articleEntities: readonly Partial<EntityLine>[] = [
  {
    entity: 'organisation-orvane',
    type: 'organisation',
    name: 'Société Orvane',
    names: names('Société Orvane', 'Orvane'),
    documents: 2,
    mentions: 7,
  },
  { entity: 'person-lina', type: 'person', name: 'Lina Casoar', names: names('Lina Casoar') },
  { entity: 'person-ada', type: 'person', name: 'Ada Casoar', names: names('Ada Casoar') },
  {
    entity: 'person-casoar',
    type: 'person',
    name: 'Casoar',
    names: names('Casoar'),
    doubts: [{ others: ['person-ada', 'person-lina'], reason: '"Casoar" is short for several' }],
  },
  { entity: 'person-tarvel', type: 'person', name: 'Tarvel', names: names('Tarvel') },
];

function names(...surfaces: string[]): EntityLine['names'] {
  return surfaces.map((name, index) => ({
    name,
    lang: 'fr' as const,
    count: 1,
    evidence: index === 0 ? 'name' : 'short form',
  }));
}
