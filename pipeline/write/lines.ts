// From a processed document to the lines of the dataset: keys in the contract's order, none without a value.
import type { Document, FailedDocument, Mention } from '../document.ts';
import { type Fate, fateSchema } from '../ledger/schema.ts';
import { roundScore } from '../review/index.ts';
import { recordIds } from '../text/record-id.ts';
import {
  type DatasetRecord,
  type DocumentLine,
  documentSchema,
  type LeadLine,
  leadSchema,
  type ModelIdentity,
  recordSchema,
  type SentenceLine,
  sentenceSchema,
} from './schema.ts';

/** The entity and name of a record before decisions about entities. */
export interface LinkedName {
  readonly record: string;
  readonly entity: string;
  readonly name?: string | undefined;
}

/** Everything that is written of one document. */
export interface DocumentLines {
  readonly document: DocumentLine;
  readonly sentences: readonly SentenceLine[];
  readonly records: readonly DatasetRecord[];
  readonly leads: readonly LeadLine[];
  /** What became of the decisions in this document; absent without a ledger. */
  readonly decisions?: readonly Fate[];
  /** Entities and names as linking gave them, where decisions about entities changed them. */
  readonly linked?: readonly LinkedName[];
}

export interface LineOptions {
  readonly model: ModelIdentity;
  /** Leave the text out of the sentence lines (setting TEXT=no). */
  readonly hasText: boolean;
  readonly duplicateOf?: string;
  /** SHA-256 of the decoded text; written where it is not that of the bytes. */
  readonly textSha256?: string;
  /** Write scores as the components gave them, to four decimals: for measuring the calibration. */
  readonly hasRawScores?: boolean;
}

/**
 * The lines of a processed document, each validated.
 *
 * @example linesOf(document, { model, hasText: true }).records[0] // { id: '9f0c…', doc: 'a.txt', lang: 'fr', … }
 * @throws ZodError where a stage broke the schema: the caller turns it into a failed document
 */
export function linesOf(
  document: Document,
  { model, hasText, duplicateOf, textSha256, hasRawScores = false }: LineOptions,
): DocumentLines {
  const { doc, text } = document;
  const records = recordsOf(document, hasRawScores);
  const sentences = document.sentences.map(({ start, end, lang, margin }) =>
    sentenceSchema.parse({
      doc,
      start,
      end,
      lang,
      margin: round(margin),
      ...(hasText ? { text: text.slice(start, end) } : {}),
    }),
  );
  const line = documentSchema.parse(
    withoutUndefined({
      doc,
      source: document.source,
      sha256: document.sha256,
      encoding: document.encoding,
      text_sha256: textSha256 === document.sha256 ? undefined : textSha256,
      lang: document.lang,
      date: document.date,
      title: document.title,
      model,
      characters: text.length,
      sentences: sentences.length,
      records: records.length,
      review: document.review ?? 'none',
      status: 'ok',
      duplicate_of: duplicateOf,
      notes: document.notes.map(({ code, stage, severity, start, end, message }) =>
        withoutUndefined({ code, stage, severity, start, end, message }),
      ),
      unread: document.unread.map(({ stage, start, end, reason }) => ({ stage, start, end, reason })),
    }),
  );
  const decisions = document.fates?.map((fate) => fateSchema.parse(fate));
  return {
    document: line,
    sentences,
    records,
    leads: leadsOf(document),
    ...(decisions === undefined ? {} : { decisions }),
  };
}

/**
 * The one line of a document that failed.
 * @example failedLineOf({ doc: 'a.pdf', source: 'a.pdf', failure }).status // 'failed'
 */
export function failedLineOf({ doc, source, sha256, encoding, failure }: FailedDocument): DocumentLine {
  const { code, stage, message } = failure;
  return documentSchema.parse(
    withoutUndefined({
      doc,
      source,
      sha256,
      encoding,
      review: 'none',
      status: 'failed',
      error: message,
      notes: [{ code, stage, severity: 'error', message }],
      unread: [],
    }),
  );
}

function leadsOf({ doc, leads = [], sentences }: Document): LeadLine[] {
  return leads.map(({ start, end, text, sentence: index, reason, type, score }) => {
    const sentence = sentences[index];
    return leadSchema.parse(
      withoutUndefined({
        doc,
        start,
        end,
        text,
        sentence: sentence === undefined ? undefined : [sentence.start, sentence.end],
        lang: sentence?.lang,
        reason,
        type,
        score: roundScore(score),
      }),
    );
  });
}

function recordsOf(document: Document, hasRawScores: boolean): DatasetRecord[] {
  const idOf = recordIds(document.text);
  const rivals = rivalsOf(document);
  return document.mentions.map((mention) => {
    const { type, start, end } = mention;
    const sentence = document.sentences[mention.sentence];
    return recordSchema.parse(
      withoutUndefined({
        id: idOf(mention),
        doc: document.doc,
        lang: sentence?.lang,
        type,
        text: mention.text,
        start,
        end,
        sentence: sentence === undefined ? undefined : [sentence.start, sentence.end],
        score: scoreOf(mention, hasRawScores),
        method: mention.method,
        status: mention.status,
        was: mention.decision?.was,
        candidates: mention.candidates?.map(({ value, reason }) => ({ value, reason })),
        notes: mention.notes?.map(({ code, message }) => ({ code, message })),
        ...typedKeys(mention),
        rivals: rivals.get(keyOf(mention)),
      }),
    );
  });
}

/** Two decimals, and 1 for people alone. */
function scoreOf({ score, method }: Mention, isRaw: boolean): number {
  if (method === 'human') return 1;
  return isRaw ? Math.round(score * 10_000) / 10_000 : roundScore(score);
}

const keyOf = ({ start, end, type }: Mention): string => `${start} ${end} ${type}`;

/** What lost against each record. A place that is the country itself is agreement, not a rival. */
function rivalsOf({ losers }: Document): Map<string, object[]> {
  const rivals = new Map<string, object[]>();
  for (const { mention, winner, rule } of losers) {
    if (rule === 'country-is-place') continue;
    const { type, text, start, end, score } = mention;
    const rival = { type, text, start, end, score: roundScore(score), rule };
    const list = rivals.get(keyOf(winner));
    if (list === undefined) rivals.set(keyOf(winner), [rival]);
    else list.push(rival);
  }
  return rivals;
}

function typedKeys(mention: Mention): Record<string, unknown> {
  switch (mention.type) {
    case 'person':
    case 'organisation':
    case 'other':
      return { name: mention.name, entity: mention.entity };
    case 'place':
      return { name: mention.name, entity: mention.entity, country: mention.country };
    case 'country':
      return { code: mention.code, name: mention.name, name_fr: mention.nameFr, via: mention.via };
    case 'figure':
      return {
        kind: mention.kind,
        qualifier: mention.qualifier,
        value: mention.value,
        min: mention.min,
        max: mention.max,
        approximate: mention.approximate === true ? true : undefined,
        fraction: mention.fraction,
        unit: mention.unit,
        derivation: mention.derivation.map(({ role, start, end, value }) => ({ role, start, end, value })),
      };
    case 'date':
      return { edtf: mention.edtf, from: mention.from, to: mention.to };
  }
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}
