// The types of gold: what people marked in a document, whichever form it was read from.
import { basename } from 'node:path';
import type { FigureValue } from './marks.ts';
import type { GoldSentences } from './sentences-file.ts';

/** Labels under which spans are compared; a country's name is a place, its demonym a label of its own. */
export type Label = 'person' | 'organisation' | 'place' | 'other' | 'demonym' | 'figure' | 'date';

export interface GoldMention {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Line of the gold file; undefined where gold is a dataset. */
  readonly line?: number;
  /** Canonical name of a name: the surface where the mark gives none. */
  readonly name?: string;
  readonly code?: string;
  readonly figure?: FigureValue;
  readonly unit?: string;
  readonly edtf?: string;
}

export interface GoldDocument {
  /** Path relative to the gold folder, or the `doc` of a dataset. */
  readonly doc: string;
  readonly lang: 'fr' | 'en' | 'und';
  /** `f5` of `f5-14.fr.txt`; empty where the name shows none. */
  readonly family: string;
  /** Text without marks; of a dataset, its sentences at their offsets. */
  readonly text: string;
  /** Date of the document where gold gives it beside the text. */
  readonly date?: string;
  /** The text is rebuilt from sentences: gaps are blanks, so that it has no hash. */
  readonly isTextRebuilt?: true;
  readonly mentions: readonly GoldMention[];
  readonly sentences?: GoldSentences;
}

export interface Gold {
  readonly documents: readonly GoldDocument[];
  /** Documents or rows left out, each with its reason. */
  readonly leftOut: readonly string[];
  /** Only figures per language and type may be shown: the folder holds a file FIGURES_ONLY. */
  readonly isFiguresOnly: boolean;
}

/**
 * Family of a gold file: the letters and number before the dash, the folder for other names.
 * @example familyOf('m2-06.en.txt') // 'm2'
 */
export function familyOf(doc: string): string {
  return /^([a-z]+\d+)[-.@]/.exec(basename(doc))?.[1] ?? (doc.includes('/') ? doc.slice(0, doc.indexOf('/')) : '');
}
