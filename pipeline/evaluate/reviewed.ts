// A dataset that people have reviewed, read as gold: only documents whose review is complete count.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf, type GoldDocument, type GoldMention } from './gold.ts';
import { labelOf, type PredictedDocument, type PredictedRecord, readPredicted } from './predicted.ts';

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
    mentions: document.records.map(mentionOf),
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

function mentionOf(record: PredictedRecord): GoldMention {
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
