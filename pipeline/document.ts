// The types that travel through the stages. Each stage is one function from Document to Document: it fills its own
// fields and leaves `text` alone for ever.
import type { Fate } from './ledger/schema.ts';
import type { Span } from './text/span.ts';
import type { Word } from './text/words.ts';

export type Language = 'fr' | 'en' | 'und';

/** The stages in the order in which a document passes them. */
export const stages = [
  'read',
  'blocks',
  'sentences',
  'language',
  'ner',
  'dates',
  'figures',
  'countries',
  'arbitrate',
  'ledger',
  'names',
  'review',
  'leads',
  'resolve',
  'write',
] as const;
export type Stage = (typeof stages)[number];

/** Something a user must know about a document: never an exception, always part of the output. */
export interface DocumentNote {
  readonly code: string;
  readonly stage: Stage;
  readonly severity: 'info' | 'warning' | 'error';
  readonly start?: number;
  readonly end?: number;
  readonly message: string;
}

/** Something a user must know about one record. */
export interface MentionNote {
  readonly code: string;
  readonly message: string;
}

/**
 * A stretch of text that stands on its own: a line as a rule, several lines where a sentence was broken by hard
 * wrapping. Sentences never cross a block; the model sees blocks as paragraphs.
 */
export interface Block extends Span {
  readonly kind: 'date' | 'title' | 'paragraph';
}

export interface Sentence extends Span {
  readonly lang: Language;
  /** 0..1, how clearly the language was decided; 0 where it was inherited from the paragraph or document. */
  readonly margin: number;
  /** Index into `blocks`. */
  readonly block: number;
  /** Words of the sentence, offsets in the document. */
  readonly words: readonly Word[];
}

export type ModelLabel = 'PER' | 'ORG' | 'LOC' | 'MISC' | 'DEM' | 'FIG' | 'DATE';

/** What the model marked, before any rule. */
export interface ModelSpan extends Span {
  readonly label: ModelLabel;
  /** Calibrated probability that span and label are right, 0..1. */
  readonly score: number;
  /** Index into `sentences` of the sentence in which it starts. */
  readonly sentence: number;
}

export interface Candidate {
  readonly value: string;
  readonly reason: string;
}

interface MentionBase extends Span {
  /** `document.text.slice(start, end)`. */
  readonly text: string;
  /** Index into `sentences`. */
  readonly sentence: number;
  /** Probability that span, type and typed keys are right, 0..1. */
  readonly score: number;
  /** `model:<name>` or `rule:<id>`. */
  readonly method: string;
  /** Present while a code, a currency or a name is undecided; the record then waits for review. */
  readonly candidates?: readonly Candidate[];
  readonly notes?: readonly MentionNote[];
  /** Filled by `ledger`, where a person had a say. */
  readonly decision?: MentionDecision;
  /** Filled by `review`. */
  readonly status?: 'auto' | 'pending' | 'accepted' | 'corrected' | 'added';
}

/** What people decided about a mention. */
export interface MentionDecision {
  /**
   * `pending` where decisions and what is extracted now do not agree, or where the person could not say; absent where
   * only its entity was decided.
   */
  readonly status?: 'pending' | 'accepted' | 'corrected' | 'added';
  /** The decision that put it there. */
  readonly id?: string;
  /** Index of the target within the decision. */
  readonly target?: number;
  /** Id under which a corrected record was first shown. */
  readonly was?: string;
  /** Decided canonical name, before what `names` finds. */
  readonly name?: string;
  /** The name is another one than was shown: whose it is follows from it, not from linking. */
  readonly isNewName?: boolean;
  /** Decided country of a place. */
  readonly country?: string;
  /** Accepted with its name undecided, as it was shown. */
  readonly isOpen?: boolean;
  /** The person could not say. */
  readonly isUnsure?: boolean;
  /** It is another entity of the same name: which one, and what tells it apart. */
  readonly split?: { readonly entity: string; readonly discriminator: string; readonly name?: string };
}

export interface NameMention extends MentionBase {
  readonly type: 'person' | 'organisation' | 'place' | 'other';
  /** Canonical name; filled by `names`. */
  readonly name?: string;
  /** Id of the entity; filled by `names`, settled over the corpus by `resolve`. */
  readonly entity?: string;
  /** ISO 3166-1 alpha-2 of the country a place lies in, when known. */
  readonly country?: string;
}

export interface CountryMention extends MentionBase {
  readonly type: 'country';
  /** ISO 3166-1 alpha-2, or XK; absent while undecided (`candidates`). */
  readonly code?: string;
  readonly name?: string;
  readonly nameFr?: string;
  readonly via: 'name' | 'periphrasis' | 'demonym';
}

export type FigureKind = 'count' | 'money' | 'percent' | 'duration' | 'age' | 'measure' | 'ratio';
export type Qualifier = 'exact' | 'approximate' | 'more_than' | 'at_least' | 'less_than' | 'at_most' | 'range';

export interface Derivation extends Span {
  readonly role: 'qualifier' | 'number' | 'magnitude' | 'unit' | 'noun';
  readonly value: string | number;
}

export interface FigureMention extends MentionBase {
  readonly type: 'figure';
  readonly kind: FigureKind;
  readonly qualifier: Qualifier;
  /** Absent for a range, which has `min` and `max`. Computed in decimal. */
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  /** The range itself is approximate: "environ 10 à 20". */
  readonly approximate?: boolean;
  readonly fraction?: readonly [number, number];
  readonly unit?: string;
  readonly derivation: readonly Derivation[];
}

export interface DateMention extends MentionBase {
  readonly type: 'date';
  /** EDTF level 2, the subset of the guideline. */
  readonly edtf: string;
  /** First and last day as ISO dates where they are fixed. */
  readonly from?: string;
  readonly to?: string;
}

export type Mention = NameMention | CountryMention | FigureMention | DateMention;

/** Why a stretch of text may hold a record that was not extracted. */
export type LeadReason = 'near-miss' | 'marked-elsewhere' | 'digits' | 'capitals';

/** What was not extracted and might have been: for a person who looks for what is missing. */
export interface Lead extends Span {
  /** `document.text.slice(start, end)`. */
  readonly text: string;
  /** Index into `sentences`. */
  readonly sentence: number;
  readonly reason: LeadReason;
  /** The type that it probably has. */
  readonly type?: Mention['type'];
  /** Measured share of such leads that are right to follow, 0..1. */
  readonly score: number;
}

/** A mention that lost against another one, kept for review. */
export interface Loser {
  readonly mention: Mention;
  /** The mention that took its place. */
  readonly winner: Mention;
  /** Row of the arbitration table that decided. */
  readonly rule: string;
}

/** What a stage did not read, with its reason. */
export interface Unread extends Span {
  readonly stage: Stage;
  readonly reason: string;
}

export interface Document {
  /** Path relative to INPUT, or the `id` of a JSON line. */
  readonly doc: string;
  readonly source: string;
  readonly sha256: string;
  readonly encoding: string;
  /** Decoded once, never altered. */
  readonly text: string;
  /** ISO date or year-month of the document (`2021-12`, `2021-12-24`), when known. */
  readonly date?: string;
  readonly title?: string;
  /** Language stated by the input (`lang` of a JSON line). */
  readonly declaredLanguage?: 'fr' | 'en';
  readonly lang: Language;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly modelSpans: readonly ModelSpan[];
  /**
   * What the model nearly marked, in order of start: words that it read as no name with some doubt, `score` being the
   * highest probability over the words that they are one, and names dropped for a low score. For leads alone.
   */
  readonly nearMisses?: readonly ModelSpan[];
  /** Proposals until `arbitrate`, disjoint records in order of start after it. */
  readonly mentions: readonly Mention[];
  readonly losers: readonly Loser[];
  /** Where a standing decision says that there is nothing, rejected leads too; filled where decisions are applied. */
  readonly rejected?: readonly Span[];
  /** Filled by `leads`: disjoint, outside all records, in order of start. */
  readonly leads?: readonly Lead[];
  readonly notes: readonly DocumentNote[];
  readonly unread: readonly Unread[];
  /** What became here of the decisions of the ledger; absent without a ledger. */
  readonly fates?: readonly Fate[];
  /** How far people have read the document; absent without a ledger. */
  readonly review?: 'none' | 'partial' | 'complete';
}

/** A document that could not be processed: it still becomes a line of `documents.jsonl`. */
export interface FailedDocument {
  readonly doc: string;
  readonly source: string;
  readonly sha256?: string;
  readonly encoding?: string;
  readonly failure: { readonly code: string; readonly stage: Stage; readonly message: string };
}

/**
 * A document as `read` hands it on, before any stage.
 * @example startDocument({ doc: 'a.txt', source: 'a.txt', sha256: '…', encoding: 'utf-8', text: 'Bonjour.' }).sentences // []
 */
export function startDocument(
  fields: Pick<Document, 'doc' | 'source' | 'sha256' | 'encoding' | 'text'> &
    Partial<Pick<Document, 'date' | 'title' | 'declaredLanguage' | 'notes'>>,
): Document {
  return {
    lang: 'und',
    blocks: [],
    sentences: [],
    modelSpans: [],
    mentions: [],
    losers: [],
    notes: [],
    unread: [],
    ...fields,
  };
}
