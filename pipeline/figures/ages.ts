// Ages: "âgé de 43 ans", "Hakobyan, 41,", "a 43-year-old", "aged 57", "(63 ans)".
import { isDash, isTight, type Line } from '../text/line.ts';
import type { Found } from './parts.ts';
import { findRole } from './words.ts';

/**
 * Index after "-old", "ans", "years old" where they follow a number of years, or nothing.
 * @example findAgeTail(lineOf('a 43-year-old', sentence), 4) // 6
 */
export function findAgeTail(line: Line, next: number): number | undefined {
  if (line.lang !== 'en') return undefined;
  if (isDash(line.lower[next]) && isTight(line, next) && /^olds?$/.test(line.lower[next + 1] ?? '')) return next + 2;
  return line.lower[next] === 'old' || line.lower[next] === 'olds' ? next + 1 : undefined;
}

/** Whether years at words `first` to `next` are somebody's age. */
export function isAge(line: Line, first: number, next: number, value: number): boolean {
  if (value > 120) return false;
  const before = line.lower[first - 1] ?? '';
  const earlier = line.lower[first - 2] ?? '';
  const after = line.lower[next] ?? '';
  if (line.lang === 'fr') {
    if (before === 'de' && /^âgée?s?$/.test(earlier)) return true;
    if (before === ',' && (after === ',' || after === '.' || after === '' || after === ')') && isName(line, first - 2))
      return true;
    if (before === '(' && after === ')') return true;
    if ((before === 'à' || before === "l'âge") && /^(?:,|\.|)$/.test(after)) return true;
    return /^(?:a|ai|avait|aura|aurait|avais)$/.test(before) && /^(?:,|\.|et|)$/.test(after);
  }
  return /^(?:aged|age|ages|turned|turning)$/.test(before) || (before === 'of' && earlier === 'age');
}

const people =
  /^(?:man|woman|girl|boy|child|son|daughter|farmer|widow|widower|student|youth|teenager|toddler|baby|pensioner|mother|father|eritrean|afghan|migrant|labourer|nurse|teacher)$/;

/**
 * Whether a bare number is an age: "Hakobyan, 41,", "(57)" after a name, "who is 24", "aged 12", "under 18".
 * @example isBareAge(lineOf('Hakobyan, 41, said', sentence), figure, 2, 41) // true
 */
export function isBareAge(
  line: Line,
  figure: Pick<Found, 'first' | 'next' | 'qualifier'>,
  number: number,
  value: number,
): boolean {
  if (!Number.isInteger(value) || value < 1 || value > 112) return false;
  const { first, next } = figure;
  const before = line.lower[first - 1] ?? '';
  const after = line.lower[next] ?? '';
  if (line.lang === 'en' && isEnglishAge(line, figure, number, value)) return true;
  if (before === '(' && after === ')' && isName(line, first - 2)) return value >= 10 && countBrackets(line) < 3;
  if (before !== ',') return false;
  const closes = /^(?:|,|\.|;|and|\)|et|"|”)$/.test(after) || isDash(after);
  if (!closes || isDash(line.lower[next])) return false;
  // "the left-hander, 22, batted": a lower-case noun will do between two commas
  const isApposed = line.lang === 'en' && after === ',' && value >= 12 && line.words[first - 2]?.kind === 'letters';
  return (isName(line, first - 2) && value >= 6) || (isApposed && findRole(line, first - 2) === undefined);
}

function isEnglishAge(
  line: Line,
  { first, next, qualifier }: Pick<Found, 'first' | 'next' | 'qualifier'>,
  number: number,
  value: number,
): boolean {
  const before = line.lower[first - 1] ?? '';
  const earlier = line.lower[first - 2] ?? '';
  if (/^(?:aged|turned|turning|age|ages)$/.test(before)) return true;
  if (
    before === 'of' &&
    (earlier === 'age' ||
      (people.test(earlier) && value >= (/^(?:mother|father)$/.test(earlier) ? 16 : 4) && value < 100))
  )
    return true;
  const after = line.words[next];
  const closes =
    after === undefined || after.kind === 'mark' || /^(?:and|when|then|but|or|now|at)$/.test(line.lower[next] ?? '');
  if (!closes || after?.text === '%' || after?.text === '-' || value < 3) return false;
  // "most of them under 30", "the over-60s"
  if (
    (qualifier === 'less_than' || qualifier === 'more_than') &&
    /^(?:under|over)$/.test(line.lower[number - 1] ?? '')
  ) {
    return (
      value >= 5 &&
      value <= 90 &&
      /^(?:are|were|is|was|those|anyone|people|children|all|chagossians|the|them|and|for|of|men|women)$/.test(
        line.lower[number - 2] ?? '',
      )
    );
  }
  if (qualifier !== 'exact' || value < 12) return false;
  if (!/^(?:is|was|s|m|am|been|be|then)$/.test(before)) return false;
  const subjectAt = before === 's' || before === 'm' || before === 'been' || before === 'be' ? first - 3 : first - 2;
  const subject = line.lower[subjectAt] ?? '';
  if (/^(?:he|she|who|i)$/.test(subject)) return true;
  if (before === 'then') return subject === ',' && isName(line, subjectAt - 1);
  // a full name: two capitals, or two halves of a double name
  const nameAt = subject === ',' ? subjectAt - 1 : subjectAt;
  return isName(line, nameAt) && nameAt >= 1 && (isName(line, nameAt - 1) || isDash(line.lower[nameAt - 1]));
}

/** Numbers in brackets: three of them are a ranking, not ages. */
function countBrackets(line: Line): number {
  let count = 0;
  // three are enough to tell, so the scan ends there
  for (let at = 1; at < line.words.length - 1 && count < 3; at += 1) {
    if (line.words[at]?.kind === 'digits' && line.lower[at - 1] === '(' && line.lower[at + 1] === ')') count += 1;
  }
  return count;
}

function isName(line: Line, index: number): boolean {
  const word = line.words[index];
  return word?.kind === 'letters' && /^\p{Lu}/u.test(word.text);
}
