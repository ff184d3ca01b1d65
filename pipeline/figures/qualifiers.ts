// Words that say how a number is meant, before or after it: "plus de", "at least", "or so".
import type { Qualifier } from '../document.ts';
import type { Line } from '../text/line.ts';
import { isNumber } from '../text/number-words.ts';
import { PhraseTable } from '../text/phrases.ts';
import { readTable } from '../text/resource.ts';
import { findCurrencyBefore } from './units.ts';

/** A qualifier and the words that say it. */
export interface QualifierMatch {
  readonly first: number;
  readonly next: number;
  readonly qualifier: Qualifier;
}

const before: Record<'fr' | 'en', PhraseTable<Qualifier>> = {
  fr: new PhraseTable('lower'),
  en: new PhraseTable('lower'),
};
const after: Record<'fr' | 'en', PhraseTable<Qualifier>> = {
  fr: new PhraseTable('lower'),
  en: new PhraseTable('lower'),
};
/** French without its accents: "PRES DE 3 000 SPECTATEURS", "plus de la moitie", telegrams and capitals. */
const unaccented = new PhraseTable<Qualifier>('plain');
for (const row of readTable('figures/data/qualifiers.tsv')) {
  const table = row['side'] === 'before' ? before : after;
  const lang = row['lang'] === 'fr' ? 'fr' : 'en';
  const words = row['words'] ?? '';
  // the file is part of the package and a test reads every line of it
  const qualifier = row['qualifier'] as Qualifier;
  table[lang].add(words, qualifier);
  // "des 12" is no "dès 12"
  if (lang === 'fr' && row['side'] === 'before' && words !== 'dès' && /[àâéèêôû]/.test(words))
    unaccented.add(words, qualifier);
}

const signs: ReadonlyMap<string, Qualifier> = new Map([
  ['>', 'more_than'],
  ['<', 'less_than'],
  ['≥', 'at_least'],
  ['≤', 'at_most'],
  ['~', 'approximate'],
  ['≈', 'approximate'],
  ['±', 'approximate'],
]);

/**
 * The qualifier that ends before a word.
 * @example findQualifierBefore(lineOf('plus de 220', sentence), 2) // { first: 0, next: 2, qualifier: 'more_than' }
 */
export function findQualifierBefore(line: Line, next: number): QualifierMatch | undefined {
  const sign = signs.get(line.lower[next - 1] ?? '');
  if (sign !== undefined && (line.words[next - 1]?.end ?? 0) + 1 >= (line.words[next]?.start ?? 0)) {
    return { first: next - 1, next, qualifier: sign };
  }
  if (line.lang === 'und') return undefined;
  // "à peine plus de 3 %", "environ les deux tiers", "at least the first"
  const article = line.lower[next - 1];
  const skipped = line.lang === 'fr' && (article === 'les' || article === 'la' || article === 'le') ? next - 1 : next;
  const match =
    before[line.lang].findBefore(line, next) ??
    (skipped < next ? before[line.lang].findBefore(line, skipped) : undefined) ??
    (line.lang === 'fr' ? unaccented.findBefore(line, next) : undefined);
  if (match === undefined) return undefined;
  // "de plus de 30 ans": said once; "pas plus tard", "non plus" are no qualifiers
  if (line.lang === 'fr' && line.lower[match.first] === 'plus' && line.lower[match.first - 1] === 'pas') {
    return { first: match.first - 1, next: match.next, qualifier: 'at_most' };
  }
  if (line.lang === 'fr' && line.lower[match.first] === 'moins' && line.lower[match.first - 1] === 'pas') {
    return { first: match.first - 1, next: match.next, qualifier: 'at_least' };
  }
  return { first: match.first, next: match.next, qualifier: match.value };
}

/** The qualifier that starts at a word: "environ", "or more", "+". */
export function findQualifierAfter(line: Line, index: number): QualifierMatch | undefined {
  if (line.lower[index] === '+' && line.words[index]?.start === line.words[index - 1]?.end) {
    return { first: index, next: index + 1, qualifier: 'at_least' };
  }
  if (line.lang === 'und') return undefined;
  const match = after[line.lang].findAt(line, index);
  // "contre 31 au plus haut", "au plus tard"
  const isSuperlative =
    line.lang === 'fr' && /^(?:haut|bas|tard|tôt|vite|près|fort|loin)$/.test(line.lower[match?.next ?? -1] ?? '');
  return match === undefined || isSuperlative || goesOn(line, match.first, match.next)
    ? undefined
    : { first: match.first, next: match.next, qualifier: match.value };
}

/** "trois ans et plus de 100 000 euros", "£3m and up to 100 jobs", "5% or more than double": the words lead on to what follows. */
function goesOn(line: Line, first: number, next: number): boolean {
  if (!/^(?:et|ou|and|or)$/.test(line.lower[first] ?? '')) return false;
  if (opensFigure(line, next)) return true;
  const follower = line.lower[next] ?? '';
  if (line.lang === 'en')
    return (
      follower === 'than' || follower === 'half' || (line.lower[next - 1] === 'up' && /^(?:to|by|from)$/.test(follower))
    );
  if (follower === 'que' || follower === 'qu') return true;
  if (!/^(?:de|des|du|d)$/.test(follower)) return false;
  const object = follower === 'd' ? next + 2 : next + 1;
  // "trois ans et plus de la moitié de sa fortune" are two figures; "49 kilos et plus d'ongles" is one
  return (
    opensFigure(line, object) ||
    /^(?:tiers|quart)$/.test(line.plain[object] ?? '') ||
    line.plain[object + 1] === 'moitie'
  );
}

function opensFigure(line: Line, index: number): boolean {
  return isNumber(line, index) || findCurrencyBefore(line, index) !== undefined;
}
