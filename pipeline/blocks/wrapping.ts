// Decides whether a line goes on with the one after it because hard wrapping (e-mail, PDF) broke a sentence there.
// It joins only where that is certain: a wrong join runs a heading into its text, a missed one halves a sentence.
import type { Line } from './lines.ts';

// widths that mail programs, terminals and columns of a PDF wrap at
const narrowest = 35;
const widest = 130;

const endOfSentence = /[.!?…:;][»”"’')\]\s]*$/u;
const openEnd = /(?:[\p{L}\p{N}]|[,»”"’')\]%€$-])$/u;
const startsLower = /^[«“"‘']?\s?\p{Ll}/u;
const startsListItem = /^(?:[-–—•*·▪►▶◦●>|#@]|\(?\d{1,3}[.)°]\s|[a-z]\)\s)/u;
const hyphenated = /\p{Ll}{2}[-\u00ad]$/u;
// a line can't end a sentence after one of these
const leaningWord =
  /(?:^|[\s'’])(?:de|du|des|la|le|les|un|une|et|ou|à|au|aux|en|dans|par|pour|sur|avec|que|qui|dont|son|sa|ses|leur|the|a|an|of|and|or|to|in|on|at|by|for|with|from|that|which|its|his|her|their|M\.|MM\.|Mme|Mr\.?|Mrs\.?|Dr\.?)$/u;

/**
 * For every line of a text, whether the next line continues it.
 * @example findWrapped(text, lines) // [true, true, false] for three lines of one wrapped sentence
 */
export function findWrapped(text: string, lines: readonly Line[]): boolean[] {
  const joins: boolean[] = [];
  let first = 0;
  for (let index = 0; index < lines.length; index++) {
    if (lines[index]?.closes !== true) continue;
    const paragraph = lines.slice(first, index + 1).map((line) => text.slice(line.start, line.end));
    for (const isJoined of joinParagraph(paragraph)) joins.push(isJoined);
    first = index + 1;
  }
  return joins;
}

/** The same within one run of lines without an empty line between them. */
function joinParagraph(lines: readonly string[]): boolean[] {
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  // rows of a table are filled too, but none of them begins in the middle of a sentence
  const isWrapped =
    lines.length >= 3 &&
    width >= narrowest &&
    width <= widest &&
    isFilled(lines, width) &&
    lines.some((line, index) => index > 0 && startsLower.test(line));
  let isContinuation = false;
  return lines.map((line, index) => {
    const joins = continues(line, lines[index + 1], { width, isWrapped, isContinuation });
    isContinuation = joins;
    return joins;
  });
}

interface Setting {
  readonly width: number;
  readonly isWrapped: boolean;
  /** Whether the line itself continues the one before. */
  readonly isContinuation: boolean;
}

function continues(line: string, next: string | undefined, { width, isWrapped, isContinuation }: Setting): boolean {
  if (next === undefined || line.length > widest || line.length < narrowest || startsListItem.test(next)) return false;
  if (hyphenated.test(line) && /^\p{Ll}/u.test(next)) return true;
  const end = line.slice(-16);
  if (endOfSentence.test(end) && !leaningWord.test(end)) return false;
  if (!openEnd.test(line)) return false;
  if (isWrapped) return true;
  // "femelles : jusqu'à 510 €" under "mâles : de 480 à 620 €": two lower-case items of a list
  if (startsLower.test(line) && !isContinuation) return false;
  return (startsLower.test(next) || leaningWord.test(end)) && !hasRoom(line, next, width);
}

/** Whether every line but the last is so long that the first word of the next one had no room left. */
function isFilled(lines: readonly string[], width: number): boolean {
  return lines.every((line, index) => {
    const next = lines[index + 1];
    return next === undefined || !hasRoom(line, next, width);
  });
}

function hasRoom(line: string, next: string, width: number): boolean {
  const space = next.search(/\s/);
  const firstWord = space === -1 ? next.length : space;
  return line.length + 1 + firstWord <= width;
}
