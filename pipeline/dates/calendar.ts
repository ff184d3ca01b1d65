// The words of the calendar, from data/calendar.tsv.
import type { Line } from '../text/line.ts';
import { readTable } from '../text/resource.ts';

export type CalendarRole = 'month' | 'short' | 'season' | 'ordinal' | 'quarter' | 'half' | 'weekday';

interface Entry {
  readonly role: CalendarRole;
  readonly value: number;
  /** Language of the word, which may be the other one: bilingual lines carry the date of both. */
  readonly lang: 'fr' | 'en';
}

const tables: Record<'fr' | 'en', Map<string, Entry>> = { fr: new Map(), en: new Map() };
for (const row of readTable('dates/data/calendar.tsv')) {
  const lang = row['lang'] === 'fr' ? 'fr' : 'en';
  tables[lang].set(row['word'] ?? '', {
    lang,
    // the file is part of the package and a test reads every line of it
    role: row['role'] as CalendarRole,
    value: Number(row['value']),
  });
}

/**
 * The calendar word at an index.
 * @example findCalendarWord(lineOf('12 août', sentence), 1) // { role: 'month', value: 8, lang: 'fr' }
 */
export function findCalendarWord(line: Line, index: number): Entry | undefined {
  const word = line.plain[index];
  if (word === undefined || line.lang === 'und') return undefined;
  const own = tables[line.lang].get(word);
  if (own !== undefined) return own;
  // "En vigueur / In effect : 19 août 2025" in an English line: a foreign month needs a day or a year beside it
  const foreign = tables[line.lang === 'fr' ? 'en' : 'fr'].get(word);
  return foreign?.role === 'month' ? { ...foreign, role: 'short' } : undefined;
}

/** Value of the word at an index when it has that role. */
export function findCalendarValue(line: Line, index: number, role: CalendarRole): number | undefined {
  const entry = findCalendarWord(line, index);
  return entry?.role === role ? entry.value : undefined;
}
