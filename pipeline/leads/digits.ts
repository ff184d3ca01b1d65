// Numbers, in digits or words, that became neither figure nor date nor part of a name. Most are rightly none (clock times,
// ordinals, scores, list numbers): a person is led to them last.
import type { Document } from '../document.ts';
import { isTight, type Line, lineOf } from '../text/line.ts';
import { findNumberWords } from '../text/number-words.ts';
import type { Proposal } from './proposal.ts';

const joints = new Set(['.', ',', ':', '/', '-', '–', '’', "'", '·']);
const articles = new Set(['un', 'une', 'one', 'a', 'an']);

/**
 * @example proposeDigits(document)[0] // { start: 40, end: 42, sentence: 1, reason: 'digits', shape: 'digits', doubt: 0 }
 */
export function proposeDigits({ text, sentences }: Document): Proposal[] {
  return sentences.flatMap((sentence, index) => {
    const line = lineOf(text, sentence);
    const found: Proposal[] = [];
    for (let at = 0; at < line.words.length; ) {
      const run = readDigits(line, at) ?? readWords(line, at);
      const start = line.words[at]?.start;
      const end = run === undefined ? undefined : line.words[run.next - 1]?.end;
      if (run !== undefined && start !== undefined && end !== undefined) {
        found.push({ start, end, sentence: index, reason: 'digits', shape: run.shape, doubt: 0 });
      }
      at = run?.next ?? at + 1;
    }
    return found;
  });
}

interface Run {
  readonly next: number;
  readonly shape: string;
}

/** "12 300", "3,5", "14:30", "3-1": digits with what joins them. */
function readDigits(line: Line, at: number): Run | undefined {
  if (line.words[at]?.kind !== 'digits') return undefined;
  let next = at + 1;
  for (;;) {
    const isDigits = line.words[next]?.kind === 'digits' && line.words[next]?.text.length === 3;
    if (isJoined(line, next)) next += 2;
    else if (isDigits) next += 1;
    else return { next, shape: 'digits' };
  }
}

function isJoined(line: Line, at: number): boolean {
  const isJoint = joints.has(line.lower[at] ?? '') && line.words[at + 1]?.kind === 'digits';
  return isJoint && isTight(line, at - 1) && isTight(line, at);
}

function readWords(line: Line, at: number): Run | undefined {
  const number = findNumberWords(line, at);
  if (number === undefined) return undefined;
  const isArticle = number.next === at + 1 && articles.has(line.lower[at] ?? '');
  return isArticle ? undefined : { next: number.next, shape: 'words' };
}
