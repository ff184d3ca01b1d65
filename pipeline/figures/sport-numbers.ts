// Numbers of sport that count nothing: shirts of a line-up, runs and wickets of a score.
import { isDash, isTight, type Line } from '../text/line.ts';
import { isNumber } from '../text/number-words.ts';
import type { Draft } from './draft.ts';

/** "Dragons: 1 Tony Gigot; 2 Damien Cardace;": a line-up, where each number has a name and the next number follows. */
export function isShirtNumber(line: Line, draft: Draft, value: number): boolean {
  if (value > 99 || !Number.isInteger(value) || draft.parts.length !== 1 || draft.qualifier !== 'exact') return false;
  const end = endOfName(line, draft.next);
  if (end === undefined) return false;
  const mark = line.lower[end] ?? '';
  if (/^[;,]$/.test(mark) && line.words[end + 1]?.kind === 'digits') {
    const isNext = Number(line.words[end + 1]?.text) === value + 1;
    return endOfName(line, end + 2) !== undefined && (isNext || isFullName(line, draft.next, end));
  }
  // the last of the line-up: a number with its name stands before it
  if (!/^(?:|[;,.)])$/.test(mark) || !/^[;,]$/.test(line.lower[draft.first - 1] ?? '')) return false;
  for (let at = draft.first - 2; at > draft.first - 8; at -= 1) {
    if (line.words[at]?.kind !== 'digits') continue;
    const isNext = Number(line.words[at]?.text) === value - 1;
    return endOfName(line, at + 1) === draft.first - 1 && (isNext || isFullName(line, draft.next, end));
  }
  return false;
}

/** Index after a name. */
function endOfName(line: Line, index: number): number | undefined {
  let at = index;
  let nameCount = 0;
  for (; at < index + 8; at += 1) {
    const word = line.words[at];
    if (word?.kind === 'letters') {
      if (!/^(?:\p{Lu}\p{Ll}|\p{Lu}$|d[aeiou]s?$|v[ao]n$|l[ae]$)/u.test(word.text)) return undefined;
      nameCount += 1;
    } else if (word === undefined || !(isDash(word.text) || /^['’]$/.test(word.text)) || !isTight(line, at - 1)) break;
  }
  return nameCount === 0 ? undefined : at;
}

/** Two words or more, as people have them. */
function isFullName(line: Line, index: number, end: number): boolean {
  let count = 0;
  for (let at = index; at < end; at += 1) if (line.words[at]?.kind === 'letters') count += 1;
  return count > 1;
}

/** "259 for 5", "3 for 74", "88 for five" where a line speaks of cricket: runs and wickets are a score. */
export function isCricketScore(line: Line, draft: Draft): boolean {
  if (line.lang !== 'en' || draft.noun !== undefined) return false;
  const isLeft = line.lower[draft.next] === 'for' && isNumber(line, draft.next + 1);
  const isRight = line.lower[draft.first - 1] === 'for' && isNumber(line, draft.first - 2);
  return (isLeft || isRight) && hasCricketWord(line, draft.first);
}

/** How far a word of cricket may stand from its score. */
const cricketReach = 30;

function hasCricketWord(line: Line, index: number): boolean {
  for (let at = Math.max(0, index - cricketReach); at < index + cricketReach; at += 1)
    if (cricketWords.has(line.lower[at] ?? '')) return true;
  return false;
}

const cricketWords = new Set(
  'stumps innings wicket wickets overs bowled lbw batted wicketkeeper seamer spinner unbeaten century half-century cricket batter batsman'.split(
    ' ',
  ),
);
