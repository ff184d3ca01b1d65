// Counted nouns of French: the head comes first, then adjectives and "de" with another noun.
import { isDash, isTight, type Line } from '../text/line.ts';
import { isNumberWord } from '../text/number-words.ts';
import type { Noun } from './nouns.ts';
import { findRole } from './words.ts';

/** Endings of adjectives that follow a plural noun and are no verbs or participles. */
const adjective =
  /(?:iques|aux|ales|elles|ifs|ives|iens|iennes|ains|aines|ais|aises|ois|oises|aires|euses|ables|ibles|ants|antes|eurs|istes|ins|ines)$/;

/**
 * The noun counted by a number that ends before a word.
 * @example findFrenchNoun(lineOf('deux autres numéros de téléphone', sentence), 1, false) // { first: 2, next: 5 }
 */
export function findFrenchNoun(line: Line, index: number, takesOf: boolean): Noun | undefined {
  let at = index;
  if (takesOf) {
    if (line.lower[at] === 'de' || line.lower[at] === 'des' || line.lower[at] === 'du') {
      at += 1;
      if (/^(?:la|ces|ses|leurs|nos|vos|mes|cette|son|sa|leur)$/.test(line.lower[at] ?? '')) at += 1;
      if (line.lower[at] === 'l' && line.lower[at + 1] === "'") at += 2;
    } else if (line.lower[at] === 'd' && line.lower[at + 1] === "'") at += 2;
  }
  while (findRole(line, at) === 'skip' && line.words[at + 1]?.kind === 'letters' && !isStop(line, at + 1)) at += 1;
  // « 12 « gilets jaunes » »
  const first = line.lower[at] === '«' || line.lower[at] === '"' || line.lower[at] === '“' ? at + 1 : at;
  const head = skipAdjectives(line, first);
  if (!isNoun(line, head)) return undefined;
  let next = endOfWord(line, head);
  while (isAdjective(line, next)) next = endOfWord(line, next);
  const complement =
    line.lower[next] === 'de'
      ? next + 1
      : line.lower[next] === 'd' && line.lower[next + 1] === "'"
        ? next + 2
        : undefined;
  if (complement !== undefined && isNoun(line, complement) && isLower(line, complement)) {
    next = endOfWord(line, complement);
    while (isAdjective(line, next)) next = endOfWord(line, next);
  }
  return { first, next };
}

function skipAdjectives(line: Line, index: number): number {
  let at = index;
  // "sept jeunes" are people; "sept jeunes filles" are girls
  while (findRole(line, at) === 'before' && isNoun(line, at + 1) && isTight(line, at) === false) at += 1;
  return at;
}

function isStop(line: Line, index: number): boolean {
  return findRole(line, index) === 'stop';
}

function isNoun(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.kind !== 'letters' || isStop(line, index)) return false;
  // "deux cents" are one number; "m", "l" are elided pronouns or signs
  if (isNumberWord(line, index) && line.lower[index] !== 'second') return false;
  return word.text.length > 1 || /^\p{Lu}$/u.test(word.text);
}

function isLower(line: Line, index: number): boolean {
  const text = line.words[index]?.text ?? '';
  return text !== '' && text === text.toLowerCase();
}

function isAdjective(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.kind !== 'letters' || isTight(line, index - 1)) return false;
  return adjective.test(word.text) && !isStop(line, index) && isLower(line, index);
}

/** A word with the parts that a hyphen or an apostrophe ties to it: "sous-marins", "petits-enfants", "aujourd'hui". */
function endOfWord(line: Line, index: number): number {
  let next = index + 1;
  while (
    (isDash(line.lower[next]) || line.lower[next] === "'" || line.lower[next] === '·') &&
    isTight(line, next - 1) &&
    isTight(line, next) &&
    line.words[next + 1]?.kind === 'letters'
  ) {
    next += 2;
  }
  return next;
}
