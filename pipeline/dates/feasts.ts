// Days that have a name and a year: "New Year's Day 1992", "le jour de l'An 1992". Without a year they are no dates here.
import { isTight, type Line } from '../text/line.ts';
import type { FoundDate } from './found.ts';
import { findYear } from './pieces.ts';

interface Feast {
  readonly words: readonly string[];
  readonly month: number;
  readonly day: number;
}

const feasts: Record<'fr' | 'en', readonly Feast[]> = {
  fr: [
    { words: ['jour', 'de', 'l', "'", 'an'], month: 1, day: 1 },
    { words: ['jour', 'de', 'noel'], month: 12, day: 25 },
    { words: ['saint', '-', 'sylvestre'], month: 12, day: 31 },
    { words: ['saint', '-', 'valentin'], month: 2, day: 14 },
    { words: ['toussaint'], month: 11, day: 1 },
    { words: ['assomption'], month: 8, day: 15 },
    { words: ['noel'], month: 12, day: 25 },
  ],
  en: [
    { words: ['new', 'year', "'", 's', 'day'], month: 1, day: 1 },
    { words: ['new', 'year', "'", 's', 'eve'], month: 12, day: 31 },
    { words: ['christmas', 'day'], month: 12, day: 25 },
    { words: ['christmas', 'eve'], month: 12, day: 24 },
    { words: ['boxing', 'day'], month: 12, day: 26 },
    { words: ['valentine', "'", 's', 'day'], month: 2, day: 14 },
    { words: ['all', 'saints', "'", 'day'], month: 11, day: 1 },
    { words: ['halloween'], month: 10, day: 31 },
    { words: ['christmas'], month: 12, day: 25 },
  ],
};

/**
 * The named day with its year that starts at a word.
 * @example findFeast(lineOf('New Year’s Day 1992', sentence), 0)?.period // { kind: 'point', points: [{ year: 1992, month: 1, day: 1 }] }
 */
export function findFeast(line: Line, index: number): FoundDate | undefined {
  if (line.lang === 'und') return undefined;
  for (const { words, month, day } of feasts[line.lang]) {
    if (!words.every((word, offset) => line.plain[index + offset] === word)) continue;
    const end = index + words.length;
    const at = line.lower[end] === ',' ? end + 1 : end;
    const year = isTight(line, end - 1) && at === end ? undefined : findYear(line, at);
    if (year === undefined || line.words[at]?.kind !== 'digits') continue;
    return {
      first: index,
      next: year.next,
      period: { kind: 'point', points: [{ year: year.value, month, day }] },
      rule: 'day',
    };
  }
  return undefined;
}
