// The stream form: one line a document, with its sentences and records inside; and the way back for `collect`.
import { type Document, type Mention, type NameMention, startDocument } from '../document.ts';
import { findLastStarting } from '../text/span.ts';
import type { DocumentLines } from './lines.ts';
import { type DatasetRecord, type DocumentLine, type StreamLine, streamSchema } from './schema.ts';

/**
 * One line of the stream.
 * @example toStreamLine(lines).records?.length // 12
 */
export function toStreamLine({ document, sentences, records, leads, decisions, linked }: DocumentLines): StreamLine {
  const { sentences: _sentenceCount, records: _recordCount, ...line } = document;
  // the keys keep the places that the counts have in documents.jsonl
  const entries = Object.entries(document).map(([key, value]) => [
    key,
    key === 'sentences' ? sentences : key === 'records' ? records : value,
  ]);
  if (document.status === 'failed') return line;
  const review = { ...(decisions === undefined ? {} : { decisions }), ...(linked === undefined ? {} : { linked }) };
  return { ...Object.fromEntries(entries), leads, ...review } as StreamLine;
}

/**
 * Reads a line of the stream back into the lines of the folder form.
 * @throws ZodError where the value is no line of the stream
 */
export function fromStreamLine(value: unknown): DocumentLines {
  const { leads = [], decisions, linked, ...line } = streamSchema.parse(value);
  const entries = Object.entries(line).map(([key, item]) => [
    key,
    Array.isArray(item) && (key === 'sentences' || key === 'records') ? item.length : item,
  ]);
  return {
    document: Object.fromEntries(entries) as DocumentLine,
    sentences: line.sentences ?? [],
    records: relink(line.records ?? [], linked),
    leads,
    ...(decisions === undefined ? {} : { decisions }),
  };
}

/** Records as linking gave them: decisions about entities are taken over the whole corpus. */
function relink(records: readonly DatasetRecord[], linked: StreamLine['linked'] = []): readonly DatasetRecord[] {
  if (linked.length === 0) return records;
  const byRecord = new Map(linked.map((one) => [one.record, one]));
  return records.map((record): DatasetRecord => {
    const one = byRecord.get(record.id);
    if (one === undefined || !('entity' in record)) return record;
    return { ...record, entity: one.entity, ...(one.name === undefined ? {} : { name: one.name }) };
  });
}

/**
 * The document as far as its lines tell: enough to resolve its entities over a corpus. The text is not in them.
 * @example namesOfLines(lines).mentions[0]?.type // 'person'
 */
export function documentOfLines({ document, sentences, records }: DocumentLines): Document {
  const { doc, source, sha256 = '', encoding = '', lang = 'und' } = document;
  return {
    ...startDocument({ doc, source, sha256, encoding, text: '' }),
    lang,
    sentences: sentences.map(({ start, end, lang: language, margin }) => ({
      start,
      end,
      lang: language,
      margin,
      block: 0,
      words: [],
    })),
    mentions: records.flatMap((record): Mention[] => {
      const mention = nameOf(record, findLastStarting(sentences, record.start));
      return mention === undefined ? [] : [mention];
    }),
  };
}

function nameOf(record: DatasetRecord, sentence: number): NameMention | undefined {
  if (record.type === 'country' || record.type === 'figure' || record.type === 'date') return undefined;
  const { type, start, end, text, score, method, status, name, entity, candidates, notes } = record;
  const country = record.type === 'place' ? record.country : undefined;
  return {
    type,
    start,
    end,
    text,
    sentence,
    score,
    method,
    status,
    ...(name === undefined ? {} : { name }),
    ...(entity === undefined ? {} : { entity }),
    ...(country === undefined ? {} : { country }),
    ...(candidates === undefined ? {} : { candidates }),
    ...(notes === undefined ? {} : { notes }),
  };
}
