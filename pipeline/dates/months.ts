// Whether a month name without day and year is a month: "May" is a verb, "mars" a planet, "June" a first name.
import type { Line } from '../text/line.ts';
import { findMonth } from './pieces.ts';

/** Words before an English month that stands alone. */
const leads = new Set(
  (
    'in by since until till from of last next this late early mid each every for and to before after during through ' +
    'between or on previous past following coming around about that as throughout - – — ('
  ).split(' '),
);

/**
 * Whether the month name at words `index` to `next` is a month.
 * @example isStandingMonth(lineOf('He may go', sentence), 1, 2) // false
 */
export function isStandingMonth(line: Line, index: number, next: number): boolean {
  const word = line.words[index];
  if (word === undefined || line.words[next]?.text === 'Day') return false;
  const before = line.lower[index - 1];
  if (line.lang === 'fr') {
    // the planet, and proper names ("Mai Anh", "Septembre noir"): a month has a capital only where everything has
    const isCapital = /^\p{Lu}\p{Ll}/u.test(word.text);
    // "un poisson d'avril" is a joke
    if (/^poissons?$/.test(line.lower[index - 3] ?? '') && line.plain[index] === 'avril') return false;
    return !isCapital || before === undefined || (index === 0 && next === line.words.length);
  }
  const hasLead = before !== undefined && leads.has(before);
  const isCapital = /^\p{Lu}/u.test(word.text);
  if (line.plain[index] === 'may' || line.plain[index] === 'march') {
    // "the May contract", "May elections"
    const hasNoun = /^(?:contracts?|futures|delivery|elections?|vote|report|meeting|budget|figures|data)$/.test(
      line.lower[next] ?? '',
    );
    return (
      isCapital &&
      (hasLead || hasNoun || next === line.words.length) &&
      !(line.plain[index] === 'march' && line.lower[next] === 'on')
    );
  }
  if (!isCapital) return hasLead || line.plain[index] !== 'august';
  // "June Cartwright": two capitals and no word that leads to a date
  const after = line.words[next];
  const isName = after?.kind === 'letters' && /^\p{Lu}\p{Ll}/u.test(after.text) && findMonth(line, next) === undefined;
  return hasLead || !isName;
}
