// The first cut of a block, by compromise: a sentence tokenizer in plain JavaScript without model or download.
// What it gets wrong: it knows English abbreviations only (its plugin interface takes ours), cuts nothing after a
// closing quotation mark, and its time grows with the square of a line. Its term offsets are not used.
import nlp from 'compromise/one';
import { abbreviations } from './abbreviations.ts';

interface World {
  readonly model: { readonly one: { readonly abbreviations: Record<string, true> } };
  readonly methods: {
    readonly one: { readonly tokenize: { readonly splitSentences: (text: string, world: World) => string[] } };
  };
}

// a line is handed over in pieces of this many units: its merging of pieces is quadratic in the worst case
const pieceLength = 1000;
const terminal = /[.!?…]/;

const world = extend();

/** Where compromise would end a sentence, as offsets in the block, or how it failed. */
export interface FirstCut {
  readonly ends: readonly number[];
  /** Whether compromise gave back another length than it was given, so that Intl.Segmenter cut instead. */
  readonly isFallback: boolean;
}

/**
 * Ends of sentences in one block by compromise, white space after them included.
 * @example cutFirst('Il pleut. M. Dupont rit.').ends // [10, 24]
 */
export function cutFirst(block: string): FirstCut {
  const ends: number[] = [];
  let start = 0;
  let isFallback = false;
  while (start < block.length) {
    const end = findPieceEnd(block, start);
    // a line break inside a block is hard wrapping; compromise would end a sentence there
    const piece = block.slice(start, end).replace(/[\r\n]/g, ' ');
    let parts = world.methods.one.tokenize.splitSentences(piece, world);
    if (parts.reduce((sum, part) => sum + part.length, 0) !== piece.length) {
      isFallback = true;
      parts = [...new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(piece)].map(({ segment }) => segment);
    }
    let offset = start;
    for (const part of parts) {
      offset += part.length;
      // the end of a piece is ours, not a sentence's
      if (offset < end || end === block.length) ends.push(offset);
    }
    start = end;
  }
  return { ends, isFallback };
}

/** End of the piece that begins at `start`: after a space between two plain words, so that no end of sentence is near. */
function findPieceEnd(block: string, start: number): number {
  const limit = start + pieceLength;
  if (limit >= block.length) return block.length;
  for (let end = limit; end > start + pieceLength / 2; end--) {
    if (block[end - 1] === ' ' && !terminal.test(block.slice(end - 6, end + 2))) return end;
  }
  return limit;
}

/** compromise with the French and English abbreviations of the project and without those that are words as well. */
function extend(): World {
  let extended: World | undefined;
  nlp.plugin({
    mutate: (given: unknown) => {
      if (!isWorld(given))
        throw new Error('expected compromise 14.17 with its sentence tokenizer, got another: npm ci');
      for (const { form, kind } of abbreviations.values()) {
        if (kind === 'word') delete given.model.one.abbreviations[form];
        else given.model.one.abbreviations[form] = true;
      }
      extended = given;
      return {};
    },
  });
  if (extended === undefined) throw new Error('expected compromise to run a plugin at once, got none: npm ci');
  return extended;
}

/** The plugin interface types its world as `object`; these are the two parts used here. */
function isWorld(given: unknown): given is World {
  return (
    hasKey(given, 'model') &&
    hasKey(given.model, 'one') &&
    hasKey(given.model.one, 'abbreviations') &&
    hasKey(given, 'methods') &&
    hasKey(given.methods, 'one') &&
    hasKey(given.methods.one, 'tokenize') &&
    hasKey(given.methods.one.tokenize, 'splitSentences')
  );
}

function hasKey<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
