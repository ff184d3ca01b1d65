// What the server and the page say to each other: types alone, so that the page needs nothing of the server's code.
import type { Decided, Shown } from '../ledger/schema.ts';

export type Mode = 'doubtful' | 'entities' | 'recall' | 'audit' | 'read';
export type CardMode = 'doubtful' | 'recall' | 'audit';
export type MentionType = Decided['type'];

/** Where a mention, or a lead, stands after the decisions so far. */
export type State = 'auto' | 'pending' | 'accepted' | 'corrected' | 'added' | 'rejected' | 'lead' | 'dismissed';

export interface Part {
  readonly role: 'qualifier' | 'number' | 'magnitude' | 'unit' | 'noun';
  readonly start: number;
  readonly end: number;
  readonly value: string | number;
}

export interface Rival {
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly rule: string;
}

/** A mention as the page shows it: what is shown of a record, and what explains it. */
export interface Mention extends Omit<Shown, 'status'> {
  readonly derivation?: readonly Part[];
  readonly rivals?: readonly Rival[];
  readonly notes?: readonly { readonly code: string; readonly message: string }[];
}

/** Who decided what about a mention. */
export interface Verdict {
  readonly id: string;
  readonly action: string;
  readonly by: string;
  readonly at?: string;
  /** Mentions decided at once. */
  readonly count: number;
}

export interface Mark {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly type?: MentionType;
  readonly state: State;
  readonly isUnsure?: boolean;
}

/** A stretch of a document around a mention; offsets are those of the document. */
export interface Passage {
  readonly start: number;
  readonly text: string;
  readonly sentence: readonly [number, number];
  readonly marks: readonly Mark[];
}

export interface EntitySummary {
  readonly entity: string;
  readonly type: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly mentions: number;
  readonly documents: number;
}

/** One mention to decide on, with all that a person needs to see. */
export interface Card {
  readonly key: string;
  readonly doc: string;
  readonly title?: string;
  readonly lang: 'fr' | 'en' | 'und';
  readonly state: State;
  readonly isUnsure: boolean;
  /** As extracted, or as added. */
  readonly shown: Mention;
  /** As decided, where that differs. */
  readonly record?: Mention;
  readonly verdict?: Verdict;
  readonly passage: Passage;
  readonly lead?: { readonly reason: string; readonly record?: Decided };
  /** Undecided mentions of the same writing, this one included. */
  readonly alike: number;
  readonly entity?: EntitySummary;
}

export interface Tally {
  readonly total: number;
  readonly done: number;
}

export interface DocumentSummary {
  readonly doc: string;
  readonly title?: string;
  readonly lang?: string;
  readonly pending: number;
  readonly leads: number;
  readonly records: number;
  readonly isComplete: boolean;
  /** Why it can't be reviewed, where it can't. */
  readonly problem?: string;
}

export interface Filter {
  readonly doc?: string | undefined;
  readonly type?: MentionType | undefined;
  readonly lang?: 'fr' | 'en' | undefined;
}

/** What the page shows around its work, for one mode and filter. */
export interface Overview {
  /** Grows with each decision, also those of other windows. */
  readonly sequence: number;
  readonly by: string;
  readonly tallies: Readonly<Record<Mode, Tally>>;
  readonly byType: Readonly<Partial<Record<MentionType, number>>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly notes: readonly { readonly code: string; readonly count: number }[];
}

export interface Queue {
  readonly cards: readonly Card[];
  /** Cards that wait in this mode and filter, those given included. */
  readonly waiting: number;
  readonly overview: Overview;
}

/** What a decision led to. */
export interface Outcome {
  readonly decision: string;
  readonly overview: Overview;
  /** Keys of the mentions that changed. */
  readonly changed: readonly string[];
  /** The card as it is now, where one was decided on or undone. */
  readonly card?: Card;
  /** Of an undo: the mode in which the decision had been taken. */
  readonly mode?: Mode;
  readonly action?: string;
  readonly doc?: string;
}

/** What may be wrong with a record that a person composed. */
export type Fault = 'span' | 'sentence' | 'code' | 'value' | 'edtf';

/** Why a request was refused; the page words it. */
export interface Refusal {
  readonly code: 'decided' | 'gone' | 'invalid' | 'unsaved' | 'nothing' | 'denied';
  readonly message: string;
  /** Of an invalid record. */
  readonly fault?: Fault;
  readonly card?: Card;
}

export interface Context {
  readonly key: string;
  readonly doc: string;
  readonly state: State;
  readonly score?: number;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** All mentions of one writing, or of one entity. */
export interface Alike {
  readonly pattern: string;
  readonly total: number;
  readonly documents: number;
  /** Already decided one by one: left as they are. */
  readonly decided: number;
  /** The least certain first. */
  readonly contexts: readonly Context[];
}

export interface Proposal {
  readonly record: Decided;
  /** `type`, `rival`, `candidate`, `shorter`, `longer`, `rule`, `rest`. */
  readonly why: string;
  readonly detail?: string;
}

/** What a correction may become, and the values its fields may take. */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** Canonical names that are near. */
  readonly names: readonly string[];
  /** Words of the sentence, the steps by which a span grows and shrinks. */
  readonly words: readonly (readonly [number, number])[];
}

export interface DocumentView {
  readonly doc: string;
  readonly title?: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly isComplete: boolean;
  readonly completedBy?: Verdict;
  readonly previous?: string;
  readonly next?: string;
  readonly overview: Overview;
}

export interface EntityView extends EntitySummary {
  readonly contexts: readonly Context[];
  readonly decidedNames?: string;
}

/** Two entities that may be one. */
export interface Pair {
  readonly left: EntityView;
  readonly right: EntityView;
  readonly reason: string;
}

export interface EntityQueue {
  readonly pairs: readonly Pair[];
  readonly waiting: number;
  /** Entities that join different writings, the weakest ties first: pairs to split are among them. */
  readonly joined: readonly EntitySummary[];
  readonly overview: Overview;
}

export interface HistoryEntry extends Verdict {
  readonly mode?: string;
  readonly text: string;
  readonly doc?: string;
  readonly key?: string;
  readonly isUndone: boolean;
  /** The undo that took it back: undone itself, the decision stands again. */
  readonly undo?: string;
}

export interface Settings {
  readonly countries: readonly (readonly [code: string, fr: string, en: string])[];
  readonly units: readonly (readonly [unit: string, kind: string])[];
  readonly documents: readonly DocumentSummary[];
  readonly overview: Overview;
}
