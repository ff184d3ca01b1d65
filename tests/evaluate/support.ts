// Outputs for the scorer's tests, made by hand from gold: the perfect one, which each test then spoils in one place.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GoldDocument, GoldMention } from '../../pipeline/evaluate/gold.ts';
import type { PredictedDocument, PredictedRecord, PredictedSentence } from '../../pipeline/evaluate/predicted.ts';

const methods = {
  person: 'model:toy',
  organisation: 'model:toy',
  place: 'model:toy',
  other: 'model:toy',
  demonym: 'rule:countries.table',
  figure: 'rule:figures.grammar',
  date: 'rule:dates.grammar',
};

/** A line is a sentence. */
function sentencesOf({ doc, text, lang }: GoldDocument): PredictedSentence[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter((line) => line[0].trim() !== '')
    .map((line) => ({
      doc,
      start: line.index,
      end: line.index + line[0].length,
      lang: lang === 'und' ? 'fr' : lang,
      margin: 1,
      text: line[0],
    }));
}

function recordOf(gold: GoldDocument, mention: GoldMention, sentences: readonly PredictedSentence[]): PredictedRecord {
  const { label, start, end, text, name, code, figure, unit, edtf } = mention;
  const isCountry = code !== undefined;
  const type = isCountry ? 'country' : label === 'demonym' ? 'country' : label;
  const sentence = sentences.find((candidate) => candidate.start <= start && end <= candidate.end);
  return {
    id: createHash('sha256').update(`${gold.doc}${start}${end}${type}`).digest('hex').slice(0, 16),
    doc: gold.doc,
    lang: gold.lang,
    type,
    text,
    start,
    end,
    sentence: [sentence?.start ?? 0, sentence?.end ?? 0],
    score: 0.99,
    method: isCountry ? methods.demonym : methods[label],
    status: 'auto',
    ...(isCountry
      ? { code, via: label === 'demonym' ? ('demonym' as const) : ('name' as const) }
      : name === undefined
        ? {}
        : { name, entity: `${type}:${name.toLowerCase()}` }),
    ...(figure === undefined ? {} : figure),
    ...(unit === undefined ? {} : { unit }),
    ...(edtf === undefined ? {} : { edtf }),
  };
}

/** The output that gold asks for. */
export function perfectOutput(documents: readonly GoldDocument[], model = 'toy 1'): PredictedDocument[] {
  return documents.map((document) => {
    const sentences = sentencesOf(document);
    return {
      doc: document.doc,
      status: 'ok',
      sha256: createHash('sha256').update(document.text).digest('hex'),
      lang: document.lang,
      model,
      characters: document.text.length,
      review: 'none',
      sentences,
      records: document.mentions.map((mention) => recordOf(document, mention, sentences)),
    };
  });
}

/** Writes an output as the contract's files. */
export function writeOutput(documents: readonly PredictedDocument[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, lines: readonly unknown[]): void => {
    writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  };
  write(
    'documents.jsonl',
    documents.map(({ model, records, sentences, ...line }) => ({
      ...line,
      ...(model === undefined ? {} : { model: { name: model } }),
      sentences: sentences.length,
      records: records.length,
    })),
  );
  write(
    'sentences.jsonl',
    documents.flatMap(({ sentences }) => sentences),
  );
  write(
    'dataset.jsonl',
    documents.flatMap(({ records }) => records),
  );
}

/** Changes records of an output; what the change returns as undefined is dropped. */
export function changeRecords(
  documents: readonly PredictedDocument[],
  change: (record: PredictedRecord, index: number) => PredictedRecord | undefined,
): PredictedDocument[] {
  let index = -1;
  return documents.map((document) => ({
    ...document,
    records: document.records.flatMap((record) => {
      index += 1;
      return change(record, index) ?? [];
    }),
  }));
}

/** A temporary folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-test-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
