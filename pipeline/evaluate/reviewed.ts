// What people have reviewed, read as gold: of a dataset the documents whose review is complete, and the complete documents
// that `tamis training-data` wrote.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { familyOf, type GoldDocument, type GoldMention } from './gold.ts';
import {
  labelOf,
  type PredictedDocument,
  type PredictedRecord,
  predictedRecordSchema,
  readJsonLines,
  readPredicted,
} from './predicted.ts';

/** What gold takes from a record. */
type GoldRecord = Pick<PredictedRecord, 'type' | 'start' | 'end' | 'text'> &
  Partial<Pick<PredictedRecord, 'name' | 'code' | 'via' | 'qualifier' | 'value' | 'min' | 'max' | 'unit' | 'edtf'>>;

const completeFile = 'complete.jsonl';
const completeSchema = z.object({
  doc: z.string(),
  lang: z.enum(['fr', 'en', 'und']),
  date: z.string().optional(),
  text: z.string(),
  sentences: z.array(z.object({ start: z.int(), end: z.int(), lang: z.enum(['fr', 'en', 'und']) })),
  records: z.array(predictedRecordSchema),
});

/** Whether a folder holds training data. */
export function isCompleteData(folder: string): boolean {
  return existsSync(join(folder, completeFile));
}

/**
 * Gold of the complete documents of training data, with their text.
 * @example readCompleteData('training-data')[0]?.mentions.length // 48
 */
export function readCompleteData(folder: string): GoldDocument[] {
  return readJsonLines(join(folder, completeFile), completeSchema).map(
    ({ doc, lang, date, text, sentences, records }) => ({
      doc,
      lang,
      ...(date === undefined ? {} : { date }),
      family: familyOf(doc),
      text,
      mentions: records.map(goldOfRecord),
      sentences: { isComplete: true, list: sentences },
    }),
  );
}

/** Whether a folder holds a dataset and not marked texts. */
export function isReviewedDataset(folder: string): boolean {
  return existsSync(join(folder, 'dataset.jsonl'));
}

/**
 * Gold of a reviewed dataset. Sentences and their languages are gold too.
 * @example readReviewedDataset('reviewed').leftOut[0] // 'a.txt: review is partial'
 */
export function readReviewedDataset(folder: string): { documents: GoldDocument[]; leftOut: string[] } {
  const documents: GoldDocument[] = [];
  const leftOut: string[] = [];
  for (const document of readPredicted(folder)) {
    if (document.status === 'failed') leftOut.push(`${document.doc}: failed in the reviewed dataset`);
    else if (document.review !== 'complete') leftOut.push(`${document.doc}: review is ${document.review ?? 'none'}`);
    else documents.push(goldOf(document));
  }
  return { documents, leftOut };
}

function goldOf(document: PredictedDocument): GoldDocument {
  return {
    doc: document.doc,
    lang: document.lang,
    family: familyOf(document.doc),
    text: textOf(document),
    isTextRebuilt: true,
    mentions: document.records.map(goldOfRecord),
    sentences: { isComplete: true, list: document.sentences.map(({ start, end, lang }) => ({ start, end, lang })) },
  };
}

/** The document's text as far as its sentences give it, each at its offset, blanks between. */
function textOf({ sentences, characters }: PredictedDocument): string {
  let text = '';
  for (const sentence of sentences) {
    if (sentence.text !== undefined) text = text.padEnd(sentence.start, ' ') + sentence.text;
  }
  return text.padEnd(characters ?? 0, ' ');
}

/** A record as gold. @example goldOfRecord(record).label // 'person' */
export function goldOfRecord(record: GoldRecord): GoldMention {
  const { start, end, text, name, code, qualifier, value, min, max, unit, edtf } = record;
  const isName = record.type !== 'country' && record.type !== 'figure' && record.type !== 'date';
  return {
    label: labelOf(record),
    start,
    end,
    text,
    ...(isName ? { name: name ?? text } : {}),
    ...(record.type === 'country' && code !== undefined ? { code } : {}),
    ...(qualifier === undefined
      ? {}
      : {
          figure: {
            qualifier,
            ...(value === undefined ? {} : { value }),
            ...(min === undefined ? {} : { min }),
            ...(max === undefined ? {} : { max }),
          },
        }),
    ...(unit === undefined ? {} : { unit }),
    ...(edtf === undefined ? {} : { edtf }),
  };
}
