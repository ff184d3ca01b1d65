// Decides whether a line goes on with the one after it because hard wrapping (e-mail, PDF) broke a sentence there.
// It joins only where that is certain: a wrong join runs a heading into its text, a missed one halves a sentence.
import type { Line } from './lines.ts';

// widths that mail programs, terminals and columns of a PDF wrap at
const narrowest = 35;
const widest = 130;
// this many lines that go on in lower case show that the whole document is wrapped
const fewestProofs = 2;

const endOfSentence = /[.!?…:;][»”"’')\]\s]*$/u;
const openEnd = /(?:[\p{L}\p{N}]|[,)\]%€$-])$/u;
const announces = /:\s*$/u;
const startsLower = /^[«“"‘']?\s?\p{Ll}/u;
const startsListItem = /^(?:[-–—•*·▪►▶◦●>|#@]|\(?\d{1,3}[.)°]\s|[a-z]\)\s)/u;
const hyphenated = /\p{Ll}{2}[-\u00ad]$/u;
// a credit under a heading or a quotation
const startsCredit = /^(?:par|by|avec|with)\s+\p{Lu}/u;
// a line can't end a sentence after one of these
const leaningWord =
  /(?:^|[\s'’])(?:de|du|des|la|le|les|un|une|et|ou|à|au|aux|en|dans|par|pour|sur|avec|que|qui|dont|son|sa|ses|leur|the|a|an|of|and|or|to|in|on|at|by|for|with|from|that|which|its|his|her|their|M\.|MM\.|Mme|Mr\.?|Mrs\.?|Dr\.?)$/u;
const unitsAtEnd = 16;

/**
 * For every line of a text, whether the next line continues it.
 * @example findWrapped(text, lines) // [true, true, false] for three lines of one wrapped sentence
 */
export function findWrapped(text: string, lines: readonly Line[]): boolean[] {
  const surfaces = lines.map((line) => text.slice(line.start, line.end));
  const width = findWidth(lines, surfaces);
  let isContinuation = false;
  return lines.map(({ closes }, index) => {
    const line = surfaces[index] ?? '';
    const next = closes ? undefined : surfaces[index + 1];
    const isJoined =
      next !== undefined &&
      !startsListItem.test(next) &&
      (width === undefined ? isBroken(line, next, isContinuation) : isFull(line, next, width));
    isContinuation = isJoined;
    return isJoined;
  });
}

/** The width at which the document is wrapped: no line is longer, and several full ones go on in lower case. */
function findWidth(lines: readonly Line[], surfaces: readonly string[]): number | undefined {
  let width = 0;
  for (const { length } of surfaces) if (length <= widest) width = Math.max(width, length);
  if (width < narrowest) return undefined;
  let proofs = 0;
  let refutations = 0;
  for (const [index, { closes }] of lines.entries()) {
    const line = surfaces[index] ?? '';
    const next = surfaces[index + 1];
    if (line.length > widest) refutations++;
    if (closes || next === undefined || line.length > widest || endOfSentence.test(line.slice(-unitsAtEnd))) continue;
    if (!startsLower.test(next) || startsListItem.test(next)) continue;
    // a line that breaks off with room to spare was not wrapped at this width
    if (hasRoom(line, next, width)) refutations++;
    else if (line.length > width * 0.6) proofs++;
  }
  return proofs >= fewestProofs && proofs > refutations * 3 ? width : undefined;
}

/** In a wrapped document: whether the next word had no room left on the line. The sentence stage finds the ends inside. */
function isFull(line: string, next: string, width: number): boolean {
  if (line.length > widest || (announces.test(line) && !startsLower.test(next))) return false;
  return !hasRoom(line, next, width);
}

/** In any document: whether a line breaks off where no sentence can end and the next one goes on in lower case. */
function isBroken(line: string, next: string, isContinuation: boolean): boolean {
  if (line.length > widest || line.length < narrowest || startsCredit.test(next)) return false;
  if (hyphenated.test(line) && /^\p{Ll}/u.test(next)) return true;
  const end = line.slice(-unitsAtEnd);
  const isLeaning = leaningWord.test(end);
  if (!isLeaning && (endOfSentence.test(end) || !openEnd.test(end))) return false;
  // "femelles : jusqu'à 510 €" under "mâles : de 480 à 620 €": two lower-case items of a list
  if (startsLower.test(line) && !isContinuation) return false;
  return (startsLower.test(next) && next.length <= widest) || isLeaning;
}

function hasRoom(line: string, next: string, width: number): boolean {
  const space = next.search(/\s/);
  const firstWord = space === -1 ? next.length : space;
  return line.length + 1 + firstWord <= width;
}
