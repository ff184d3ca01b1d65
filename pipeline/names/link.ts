// What linking says of a mention.
import type { Candidate, MentionNote } from '../document.ts';

export type Link =
  | {
      readonly kind: 'named';
      readonly name: string;
      readonly entity: string;
      readonly country?: string;
      readonly note?: MentionNote;
    }
  /** Several may be meant: the record waits for review. */
  | { readonly kind: 'open'; readonly candidates: readonly Candidate[] };

/** Links by place in `document.mentions`. */
export type Links = Map<number, Link>;
