// A figure of a line on its way through the stage.
import type { Noun } from './nouns.ts';
import type { Found } from './parts.ts';

/** A figure of a line with its noun; `unit` is the noun's text or the unit's symbol. */
export interface Draft extends Found {
  readonly noun?: Noun;
  /** Taken as the noun when no other figure of the sentence gives one. */
  readonly doubtfulNoun?: Noun;
  /** The noun comes from another figure of the sentence. */
  readonly isRecovered?: boolean;
  /** The currency is that of an earlier sentence. */
  readonly isCarried?: boolean;
}

/** What was read at a word, and the word to go on at. */
export interface Step {
  readonly draft?: Draft;
  readonly next: number;
}
