// A place where a sentence could end, with the little around it that the rules look at.
import { findNoteNumber } from './note-number.ts';

/** A run of final punctuation with the closing marks after it, somewhere in a block. */
export interface Place {
  /** The block's text; offsets below are in it. */
  readonly block: string;
  /** First unit of the punctuation. */
  readonly mark: number;
  /** End of the punctuation, before closing quotation marks and brackets. */
  readonly markEnd: number;
  /** End of the sentence if it ends here. */
  readonly end: number;
  /** Start of what follows. */
  readonly next: number;
  /** The punctuation itself: `.`, `?!`, `…`. */
  readonly marks: string;
  /** What closes after it: `»`, `”)`, or nothing. */
  readonly closers: string;
  /** The token before the punctuation, at most 40 units: `l'art`, `J`, `5`. */
  readonly before: string;
  /** What follows, at most 60 units. */
  readonly after: string;
  /** Whether white space stands between the end and what follows. */
  readonly isSpaced: boolean;
  /** Start of the sentence under way. */
  readonly sentenceStart: number;
  /** Whether compromise would cut here. */
  readonly isFirstCut: boolean;
}

/** What a rule says of a place; nothing when it is not its affair. */
export type Verdict = 'cut' | 'join' | undefined;

/** A named repair: the first rule of the list that has a verdict decides. */
export interface Rule {
  readonly id: string;
  readonly judge: (place: Place) => Verdict;
}

// full stops of other scripts end sentences of a third language
const terminals = '.!?…‼⁇⁈⁉‽。！？।؟۔';
// closing marks and the number of a footnote: `."`, `. »`, `.[17]`, `. [17]`
const closing = `["”’'»›)\\]}]|[“„](?=\\s)|\\s?\\[\\d{1,3}\\]|\\s{1,3}[»›](?!\\p{L})|\\p{Emoji_Presentation}\\p{Emoji_Modifier}?`;
const placePattern = new RegExp(`(?:[${terminals}]+|;|>>+)(?:${closing})*`, 'gu');
const marksPattern = new RegExp(`^(?:[${terminals}]+|;|>>+)`, 'u');
const unitsBefore = 40;
// quotations longer than this are rare enough to be read wrong
const unitsOfQuotation = 400;
const unitsAfter = 60;

/** Every place of a block where something follows, but for what the rules need to know of earlier decisions. */
export function* findPlaces(block: string): Generator<Omit<Place, 'sentenceStart' | 'isFirstCut'>> {
  for (const match of block.matchAll(placePattern)) {
    const mark = match.index;
    let end = mark + match[0].length + closingStraightQuote(block, mark, mark + match[0].length);
    const noteNumber = match[0].startsWith('.') && block[end] === ' ' ? findNoteNumber(block, end + 1) : undefined;
    if (noteNumber !== undefined) end += noteNumber + 1;
    const space = /^\s*/.exec(block.slice(end, end + 200))?.[0].length ?? 0;
    const next = end + space;
    if (next >= block.length) return;
    const marks = marksPattern.exec(match[0])?.[0] ?? match[0];
    yield {
      block,
      mark,
      markEnd: mark + marks.length,
      end,
      next,
      marks,
      closers: block.slice(mark + marks.length, end).trim(),
      before: /\S*$/.exec(block.slice(Math.max(0, mark - unitsBefore), mark).trimEnd())?.[0] ?? '',
      // the rules see the same whether lines end in CRLF or LF
      after: block.slice(next, next + unitsAfter).replaceAll('\r\n', '\n'),
      isSpaced: space > 0,
    };
  }
}

/**
 * Length of ` "` after the punctuation where a spaced straight quotation mark closes: `bête ! " Les serveuses`, and before
 * another that opens: `du monde. " "C'est la panique`.
 */
function closingStraightQuote(block: string, mark: number, end: number): number {
  if (!/^\s"(?:\s|$)/.test(block.slice(end, end + 3))) return 0;
  if (/^\s"\s"\S/.test(block.slice(end, end + 5))) return 2;
  const before = block.slice(Math.max(0, mark - unitsOfQuotation), mark);
  return (before.match(/"/g)?.length ?? 0) % 2 === 1 ? 2 : 0;
}
