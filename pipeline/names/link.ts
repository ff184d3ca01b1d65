// What linking says of a mention.
import type { Candidate } from '../document.ts';

export type Link =
  | {
      readonly kind: 'named';
      readonly name: string;
      readonly entity: string;
      readonly country?: string;
    }
  /** Several may be meant: the record waits for review. */
  | { readonly kind: 'open'; readonly candidates: readonly Candidate[] };

/** Links by place in `document.mentions`. */
export type Links = Map<number, Link>;
