// What the judgement of a value needs to know of its document: which years and which names stand in it. Looked up in an
// index made once a document, so that judging a mention does not grow with the text.
import { fold, foldName } from '../text/fold.ts';
import type { GoldDocument } from './gold.ts';
import type { PredictedDocument } from './predicted.ts';

export interface Surroundings {
  /** Whether a year stands in the text or is given beside it. */
  readonly hasYear: (year: string) => boolean;
  /** Whether a name stands in the document or in the curated list, folded and without its article. */
  readonly hasName: (name: string) => boolean;
}

interface TextIndex {
  readonly years: ReadonlySet<string>;
  readonly words: readonly string[];
  /** Places of each word in `words`. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<GoldDocument, TextIndex>();

/**
 * What is known around a document's values.
 * @param found the output, for the date that was given beside the text
 * @param curatedNames folded names of the curated list of entities
 */
export function surroundingsOf(
  gold: GoldDocument,
  found: PredictedDocument | undefined,
  curatedNames?: ReadonlySet<string>,
): Surroundings {
  const indexOnce = (): TextIndex => {
    const known = indexes.get(gold);
    if (known !== undefined) return known;
    const index = indexText(gold.text);
    indexes.set(gold, index);
    return index;
  };
  return {
    hasYear: (year) => (found?.date?.startsWith(year) ?? false) || indexOnce().years.has(year),
    hasName: (name) => {
      const folded = foldName(name);
      return (curatedNames?.has(folded) ?? false) || hasPhrase(indexOnce(), wordsOf(folded));
    },
  };
}

/**
 * Years and words of a text.
 * @example indexText('En 2025, le lot 120257.').years // Set { '2025' }
 */
export function indexText(text: string): TextIndex {
  const words = wordsOf(fold(text));
  const places = new Map<string, number[]>();
  for (const [place, word] of words.entries()) {
    const known = places.get(word);
    if (known === undefined) places.set(word, [place]);
    else known.push(place);
  }
  const years = new Set((text.match(/\d+/g) ?? []).filter((digits) => digits.length === 4));
  return { years, words, places };
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Looks the phrase up at the places of its rarest word. */
function hasPhrase({ words, places }: TextIndex, phrase: readonly string[]): boolean {
  let rarest: readonly number[] | undefined;
  let offset = 0;
  for (const [index, word] of phrase.entries()) {
    const found = places.get(word) ?? [];
    if (rarest === undefined || found.length < rarest.length) {
      rarest = found;
      offset = index;
    }
  }
  return (rarest ?? []).some((place) => phrase.every((word, index) => words[place - offset + index] === word));
}
