// Pieces as a model sees them that was trained on running text: "l'ONU" in one go, where "ONU" follows the apostrophe
// without the mark of a new word. The tokenizers give no offsets, so the pieces are matched with the words by their
// letters; where that fails (unknown pieces, one piece over two words) the words are encoded alone.
import type { Word } from '../text/words.ts';
import { type Encoder, orUnknown, remember, shorten, type WordPieces } from './pieces.ts';

// Words that stand together without white space; more than this is an address or a table without spaces.
const wordsPerRun = 24;
// joins the words of a run in the memory's key; it is in no word, being white space
const joint = '\n';

/**
 * Pieces of words in the spelling of running text.
 * @example [...naturalPieces(encoder).of(splitWords("l'ONU"))] // pieces of ▁l, ' and ONU
 */
export function naturalPieces(encoder: Encoder): WordPieces {
  const isByteLevel = encoder.tokenize(' a')[0]?.startsWith('Ġ') === true;
  const memory = remember((key: string) => piecesOfRun(key.split(joint), encoder, isByteLevel));
  return {
    *of(words) {
      let run: Word[] = [];
      for (const word of words) {
        if (run.length > 0 && (run.length === wordsPerRun || run.at(-1)?.end !== word.start)) {
          yield* memory.get(keyOf(run));
          run = [];
        }
        run.push(word);
      }
      if (run.length > 0) yield* memory.get(keyOf(run));
    },
    get asked() {
      return memory.asked;
    },
  };
}

function keyOf(run: readonly Word[]): string {
  return run.map(({ text }) => shorten(text)).join(joint);
}

function piecesOfRun(words: readonly string[], encoder: Encoder, isByteLevel: boolean): readonly (readonly number[])[] {
  // byte-level vocabularies mark the space itself ("Ġ"): without it a word reads as glued to the one before
  const space = isByteLevel ? ' ' : '';
  const text = space + words.join('');
  const ids = encoder.encode(text);
  const starts =
    words.length === 1
      ? [0]
      : findStarts(words, encoder.tokenize(text).map(isByteLevel ? decodeBytes : surfaceOf), ids.length);
  if (starts === undefined) {
    return words.map((word, index) => orUnknown(encoder.encode(index === 0 ? space + word : word), encoder.unknown));
  }
  return starts.map((start, index) => orUnknown(ids.slice(start, starts[index + 1]), encoder.unknown));
}

// For each word the piece with which it begins; undefined where a piece lies over a border between words.
function findStarts(words: readonly string[], surfaces: readonly string[], idCount: number): number[] | undefined {
  if (surfaces.length !== idCount) return undefined;
  const pieces = surfaces.map(fold);
  if (pieces.join('') !== fold(words.join(''))) return undefined;
  const starts: number[] = [];
  let piece = 0;
  let read = 0;
  let border = 0;
  for (const word of words) {
    while (read < border && piece < pieces.length) {
      read += pieces[piece]?.length ?? 0;
      piece += 1;
    }
    const isOwn = read === border && piece < pieces.length;
    if (!isOwn) return undefined;
    starts.push(piece);
    border += fold(word).length;
  }
  // a lone "▁" before the first word belongs to it
  starts[0] = 0;
  return starts;
}

// letters as every tokenizer leaves them: compatibility forms, case and accents aside
function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
}

// the marks of WordPiece, of SentencePiece and of older BPE
function surfaceOf(token: string): string {
  return token.replace(/^(?:##|▁)|<\/w>$/g, '');
}

const decoder = new TextDecoder();

function decodeBytes(token: string): string {
  return decoder.decode(Uint8Array.from(token, (char) => bytes.get(char) ?? 0)).trimStart();
}

// The characters under which byte-level vocabularies write bytes: themselves where visible, else from U+0100 on.
const bytes: ReadonlyMap<string, number> = new Map(
  (() => {
    const visible = (byte: number): boolean =>
      (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
    let hidden = 0x100;
    return Array.from({ length: 256 }, (_, byte): [string, number] => {
      const char = String.fromCodePoint(visible(byte) ? byte : hidden);
      if (!visible(byte)) hidden += 1;
      return [char, byte];
    });
  })(),
);
