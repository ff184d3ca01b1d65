// Ages: "âgé de 43 ans", "Hakobyan, 41,", "a 43-year-old", "aged 57", "(63 ans)".
import { isDash, isTight, type Line } from '../text/line.ts';

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

/**
 * Whether a bare number is an age: "Hakobyan, 41,", "(57)" after a name, "aged 12", "under-18".
 * @example isBareAge(lineOf('Hakobyan, 41, said', sentence), 2, 3, 41) // true
 */
export function isBareAge(line: Line, first: number, next: number, value: number): boolean {
  if (!Number.isInteger(value) || value < 1 || value > 112) return false;
  const before = line.lower[first - 1] ?? '';
  const after = line.lower[next] ?? '';
  if (line.lang === 'en') {
    if (/^(?:aged|turned|turning)$/.test(before)) return true;
    if (/^(?:age|ages)$/.test(before)) return true;
    if (before === 'of' && line.lower[first - 2] === 'age') return true;
  }
  if (before === '(' && (after === ')' || after === ',') && isName(line, first - 2))
    return value >= 10 && after === ')';
  if (before !== ',') return false;
  const closes =
    after === ',' ||
    after === '.' ||
    after === '' ||
    after === ';' ||
    after === 'and' ||
    after === ')' ||
    after === 'et' ||
    isDash(after);
  return closes && isName(line, first - 2) && value >= 6;
}

function isName(line: Line, index: number): boolean {
  const word = line.words[index];
  return word?.kind === 'letters' && /^\p{Lu}/u.test(word.text);
}
