// Years alone and stretches of years. A bare number of four digits is a year unless its context makes it something else:
// counts of that size are nearly always written with a separator, years never.
import { isDash, isTight, type Line } from '../text/line.ts';
import type { FoundDate } from './found.ts';
import { findJoiner, hasBetween } from './joiners.ts';
import { findYear, isGlued } from './pieces.ts';
import { countsSomething, isInCode, isPartOfCode, leads, startsPlural, stretch } from './year-context.ts';
import { findEarlyStretch, findEarlyYear } from './early-years.ts';

/**
 * The year or stretch of years that starts at a word.
 * @example findYears(lineOf('entre 2017 et 2019', sentence), 1)?.period // { kind: 'interval', points: [{ year: 2017 }, { year: 2019 }] }
 */
export function findYears(line: Line, index: number): FoundDate | undefined {
  return (
    findFiscalYear(line, index) ??
    findWar(line, index) ??
    findStretch(line, index) ??
    findSingle(line, index) ??
    findEarlyStretch(line, index) ??
    findEarlyYear(line, index)
  );
}

/** "FY2024", "FY24", "FY2024/25": the letters that say which kind of year it is stay outside, as "fiscal" does. */
function findFiscalYear(line: Line, index: number): FoundDate | undefined {
  const word = line.words[index];
  if (word?.kind !== 'digits' || !/^(?:20)?\d{2}$/.test(word.text)) return undefined;
  if (!/^(?:FY|CY)$/.test(line.words[index - 1]?.text ?? '') || (index > 1 && isTight(line, index - 2)))
    return undefined;
  const year = word.text.length === 2 ? 2000 + Number(word.text) : Number(word.text);
  const mark = line.lower[index + 1];
  const isTied = (mark === '/' || isDash(mark)) && isTight(line, index) && isTight(line, index + 1);
  const last = isTied ? readShortYear(year, line.words[index + 2]?.text ?? '') : undefined;
  if (last !== undefined) return stretch(index, index + 3, year, last);
  return { first: index, next: index + 1, period: { kind: 'point', points: [{ year }] }, rule: 'year' };
}

/** "la guerre de 14-18", "en 39-45": the world wars in two figures. */
function findWar(line: Line, index: number): FoundDate | undefined {
  if (line.lang !== 'fr' || !isDash(line.lower[index + 1]) || !isTight(line, index) || !isTight(line, index + 1))
    return undefined;
  const years = `${line.words[index]?.text ?? ''}-${line.words[index + 2]?.text ?? ''}`;
  if (years !== '14-18' && years !== '39-45') return undefined;
  if (!/^(?:de|en|guerre|grande)$/.test(line.lower[index - 1] ?? '') || isGlued(line, index)) return undefined;
  const after = line.words[index + 3];
  if (
    after !== undefined &&
    (after.kind === 'digits' || '%€$'.includes(after.text) || /^(?:ans|kg|km|m)$/.test(after.text))
  )
    return undefined;
  return years === '14-18' ? stretch(index, index + 3, 1914, 1918) : stretch(index, index + 3, 1939, 1945);
}

/** "2017-2019", "2021/22", "2014 à 2022", "between 2003 and 2006". */
function findStretch(line: Line, index: number): FoundDate | undefined {
  const first = findYear(line, index);
  if (first === undefined || line.words[index]?.kind !== 'digits' || isInCode(line, index, first.next))
    return undefined;
  const mark = line.lower[first.next];
  const after = line.words[first.next + 1];
  const isSlash = mark === '/' || isDash(mark);
  const last =
    isSlash && after?.kind === 'digits' && (isTight(line, first.next) || line.words[first.next]?.text === '–')
      ? readShortYear(first.value, after.text)
      : undefined;
  // "la loi 2015-36" is the thirty-sixth of its year
  const isLaw =
    /^(?:loi|décret|ordonnance|arrêté|circulaire|directive|règlement|résolution|décision|°|n|law|act)$/.test(
      line.lower[index - 1] ?? '',
    );
  if (isLaw && isDash(mark) && after?.text.length !== 4) return undefined;
  if (
    last !== undefined &&
    (isTight(line, index) || line.words[first.next]?.text === '–') &&
    !isInCode(line, first.next + 1, first.next + 2)
  ) {
    return joinStretches(line, index, first.next + 2, first.value) ?? stretch(index, first.next + 2, first.value, last);
  }
  const joiner = findJoiner(line, first.next);
  if (joiner === undefined || joiner.kind === 'list') return undefined;
  if (joiner.kind === 'and' && !hasBetween(line, index)) return undefined;
  const second = line.words[joiner.next]?.kind === 'digits' ? findYear(line, joiner.next) : undefined;
  if (second === undefined || second.value <= first.value || isInCode(line, joiner.next, second.next)) return undefined;
  // "passed from 1200 to 1500 members" counts
  if (countsSomething(line, index, second.next)) return undefined;
  return stretch(index, second.next, first.value, second.value);
}

/** "between 2019–20 and 2023–24": from the first year of the one to the last of the other. */
function joinStretches(line: Line, index: number, next: number, from: number): FoundDate | undefined {
  if (!hasBetween(line, index)) return undefined;
  const joiner = findJoiner(line, next);
  const second = joiner?.kind === 'and' ? findYear(line, joiner.next) : undefined;
  if (joiner === undefined || second === undefined || second.value <= from) return undefined;
  if (!isDash(line.lower[second.next]) && line.lower[second.next] !== '/') return undefined;
  const last = readShortYear(second.value, line.words[second.next + 1]?.text ?? '');
  return last === undefined ? undefined : stretch(index, second.next + 2, from, last);
}

function readShortYear(first: number, digits: string): number | undefined {
  if (digits.length === 4) {
    const value = Number(digits);
    return value > first && value <= 2199 ? value : undefined;
  }
  if (digits.length !== 2) return undefined;
  const value = first - (first % 100) + Number(digits);
  // "2025-12" is a month of a year in machine text; a season or fiscal year is written with the year that follows
  return value > first && value <= first + 60 ? value : value === first - 99 ? value + 100 : undefined;
}

function findSingle(line: Line, index: number): FoundDate | undefined {
  const year = findYear(line, index);
  if (year === undefined || isInCode(line, index, year.next) || isPartOfCode(line, index, year.next)) return undefined;
  if (line.words[index]?.kind === 'letters') {
    // "deux mille personnes": only a lead makes number words a year
    if (line.lang === 'und' || !leads[line.lang].has(line.lower[index - 1] ?? '')) return undefined;
    if (year.value < 1900 || startsPlural(line, year.next)) return undefined;
  } else if (countsSomething(line, index, year.next)) return undefined;
  return { first: index, next: year.next, period: { kind: 'point', points: [{ year: year.value }] }, rule: 'year' };
}
