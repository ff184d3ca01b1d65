// What may follow the head of an English noun: equals ("welders and pipefitters") and a complement ("members of parliament").
import type { Line } from '../text/line.ts';
import { isNumber, isNumberWord } from '../text/number-words.ts';
import { isPlural, states } from './english-plurals.ts';
import { findRole } from './words.ts';

/** "400 welders and pipefitters", "journalists, lawyers and nurses": plurals side by side are counted together. */
export function addEquals(line: Line, end: number): number {
  let next = end;
  let at = end;
  while (line.lower[at] === ',' && isPlainPlural(line, at + 1)) at += 2;
  if (
    (line.lower[at] === 'and' || line.lower[at] === 'or') &&
    isPlainPlural(line, at + 1) &&
    !isNextVerb(line, at, end)
  )
    next = at + 2;
  return next;
}

/** Words that open an object: what stands before them after "and" is a verb. */
const objectOpeners =
  /^(?:the|a|an|his|her|its|their|to|that|in|on|for|with|from|some|about|around|nearly|almost|more|at|up|over|several|many|another)$/;

/** "owns two buses and drives the newer one", "killed three people and wounded eleven", "employs 40 people and plans 12 more". */
function isNextVerb(line: Line, and: number, end: number): boolean {
  const after = and + 2;
  if (objectOpeners.test(line.lower[after] ?? '')) return true;
  if (isNumber(line, after)) return true;
  // "people and wounded others": what befell people is counted beside them only where it is counted first
  return states.test(line.lower[and + 1] ?? '') && !states.test(line.lower[end - 1] ?? '');
}

export function isPlainPlural(line: Line, index: number): boolean {
  const text = line.words[index]?.text ?? '';
  return (
    text === text.toLowerCase() &&
    /^[a-z]{3,}$/.test(text) &&
    isPlural(line, index) &&
    findRole(line, index) === undefined &&
    // "18 observers and hundreds of deckhands" are two counts
    !/^(?:hundreds|thousands|dozens|scores|tens|millions|billions)$/.test(text)
  );
}

/** "members of parliament", "species of crocodile": lower case and without an article. */
export function addComplement(line: Line, next: number): number {
  if (line.lower[next] !== 'of') return next;
  const word = line.words[next + 1];
  if (word?.kind !== 'letters' || findRole(line, next + 1) !== undefined || word.text !== word.text.toLowerCase())
    return next;
  if (isNumberWord(line, next + 1)) return next;
  return next + 2;
}
