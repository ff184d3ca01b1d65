// What an audit establishes, as it is written and shown: a type alone, which the page reads too.

/** What is known of the records of one language and type. */
export interface Conclusion {
  readonly type: string;
  readonly lang: 'fr' | 'en' | 'und' | 'all';
  /** Size of the random sample. */
  readonly n: number;
  readonly right: number;
  /** Exact one-sided bound: precision is at least this at `confidence`. Four decimals, rounded down. */
  readonly precision: number;
  readonly confidence: number;
  /** How many more right decisions reach the next step; absent at the last one. */
  readonly next?: { readonly precision: number; readonly more: number };
  /** Automatically accepted records that nobody has seen. */
  readonly left: number;
  /** The same in words. */
  readonly words: string;
}
