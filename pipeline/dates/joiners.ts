// What stands between the two ends of a date: "du 3 au 7", "12 et 17 mars", "2017-2019", "between May and July".
import { isDash, type Line } from '../text/line.ts';

/** `interval`: from one end to the other · `and`: two dates, or the ends after "entre" · `list`: a comma. */
export type JoinerKind = 'interval' | 'and' | 'list';

export interface Joiner {
  readonly kind: JoinerKind;
  readonly next: number;
}

const words: Record<'fr' | 'en', ReadonlyMap<string, JoinerKind>> = {
  fr: new Map<string, JoinerKind>([
    ['au', 'interval'],
    ['à', 'interval'],
    ['et', 'and'],
    ['ou', 'and'],
    [',', 'list'],
  ]),
  en: new Map<string, JoinerKind>([
    ['to', 'interval'],
    ['until', 'interval'],
    ['till', 'interval'],
    ['through', 'interval'],
    ['and', 'and'],
    ['or', 'and'],
    [',', 'list'],
  ]),
};

const betweens: Record<'fr' | 'en', ReadonlySet<string>> = { fr: new Set(['entre']), en: new Set(['between']) };

const articles: Record<'fr' | 'en', ReadonlySet<string>> = { fr: new Set(['le', 'les', 'du']), en: new Set(['the']) };

/**
 * The joiner at an index, with an article after it ("entre le 3 mars et le 5 avril").
 * @example findJoiner(lineOf('3 au 7 mars', sentence), 1) // { kind: 'interval', next: 2 }
 */
export function findJoiner(line: Line, index: number): Joiner | undefined {
  const word = line.lower[index];
  if (word === undefined || line.lang === 'und') return undefined;
  if (isDash(word)) return { kind: 'interval', next: index + 1 };
  if (line.lang === 'fr' && word === 'jusqu' && line.lower[index + 2] === 'au')
    return { kind: 'interval', next: index + 3 };
  const kind = words[line.lang].get(word);
  if (kind === undefined) return undefined;
  const article = line.lower[index + 1] ?? '';
  // "du 24 juillet et du 5 août" are two dates
  const isArticle = articles[line.lang].has(article) && !(kind === 'and' && article === 'du');
  return { kind, next: isArticle ? index + 2 : index + 1 };
}

/**
 * Whether "entre" or "between" opens the date that starts at an index, so that "and" is the end of an interval.
 * @example hasBetween(lineOf('entre 2017 et 2019', sentence), 1) // true
 */
export function hasBetween(line: Line, index: number): boolean {
  if (line.lang === 'und') return false;
  const at = articles[line.lang].has(line.lower[index - 1] ?? '') ? index - 2 : index - 1;
  return betweens[line.lang].has(line.lower[at] ?? '');
}
