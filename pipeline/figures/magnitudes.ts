// Words and signs of magnitude after digits: "1,2 milliard", "35 M€", "$2.4m", "41 crore".
import { isTight, type Line } from '../text/line.ts';
import { findScale } from '../text/number-words.ts';
import { readTable } from '../text/resource.ts';
import { startsMoney } from './units.ts';

/** A word or sign of magnitude. */
export interface Magnitude {
  readonly first: number;
  readonly next: number;
  readonly value: number;
}

interface MagnitudeSign {
  readonly value: number;
  readonly where: string;
}

const magnitudeSigns: Record<'fr' | 'en' | 'und', Map<string, MagnitudeSign>> = {
  fr: new Map(),
  en: new Map(),
  und: new Map(),
};
for (const row of readTable('figures/data/magnitudes.tsv')) {
  for (const lang of (row['lang'] ?? '').split('|')) {
    if (lang === 'fr' || lang === 'en') {
      magnitudeSigns[lang].set(row['sign'] ?? '', { value: Number(row['value']), where: row['where'] ?? '' });
    }
  }
}

/**
 * Words and signs of magnitude after a number in digits: "1,2 milliard", "35 M€", "$2.4m".
 * @param hasCurrency a currency sign stands before the number
 */
export function findMagnitudes(line: Line, index: number, hasCurrency: boolean): Magnitude[] {
  const found: Magnitude[] = [];
  let next = index;
  for (;;) {
    const isHyphen = next === index && line.lower[next] === '-' && isTight(line, next - 1) && isTight(line, next);
    const at = isHyphen ? next + 1 : next;
    const value = findScale(line, at) ?? (found.length === 0 ? findSign(line, at, hasCurrency) : undefined);
    if (value === undefined || found.length >= 3) return found;
    found.push({ first: at, next: at + 1, value });
    next = at + 1;
  }
}

function findSign(line: Line, index: number, hasCurrency: boolean): number | undefined {
  const text = line.words[index]?.text;
  const sign = text === undefined ? undefined : magnitudeSigns[line.lang].get(text);
  if (sign === undefined) return undefined;
  const isAgainst = isTight(line, index - 1);
  const after = line.words[index + 1];
  const isEnd = after === undefined || !isTight(line, index) || after.kind === 'mark';
  if (!isEnd) return undefined;
  const leadsToMoney = startsMoney(line, index + 1);
  if (sign.where === 'spaced') return sign.value;
  // "1,5 M de visiteurs", "2 M d'habitants": a millions sign that stands off, where "de" leads to what is counted
  if (text === 'M' && !isAgainst && isOneSpace(line, index - 1) && leadsToCount(line, index + 1)) return sign.value;
  if (sign.where === 'tight')
    return isAgainst || leadsToMoney || (hasCurrency && text !== 'b') ? sign.value : undefined;
  // "Rs 212 m.", "£3 m": money is not measured in metres
  if (hasCurrency && (isAgainst || (text === 'm' && isOneSpace(line, index - 1)))) return sign.value;
  if (text === 'm' && leadsToMoney && line.lang === 'en') return sign.value;
  // "2.7m citizens" are millions, "40m deep" is metres
  if (text !== 'm' || line.lang !== 'en' || !isAgainst) return undefined;
  // "from 77m to 142m tonnes": both ends count what the second names
  const joiner = line.lower[index + 1] ?? '';
  const isPair =
    /^(?:to|and|or|-|–)$/.test(joiner) && line.words[index + 2]?.kind === 'digits' && isTight(line, index + 2);
  const other = isPair ? findSecondMillions(line, index + 2) : undefined;
  return countsPeople(line, other ?? index + 1) ? sign.value : undefined;
}

/** Index after the "m" of a second number. */
function findSecondMillions(line: Line, index: number): number | undefined {
  const at = line.lower[index + 1] === '.' && line.words[index + 2]?.kind === 'digits' ? index + 3 : index + 1;
  return line.words[at]?.text === 'm' ? at + 1 : undefined;
}

function isOneSpace(line: Line, index: number): boolean {
  return (line.words[index + 1]?.start ?? 0) - (line.words[index]?.end ?? 0) === 1;
}

function leadsToCount(line: Line, index: number): boolean {
  if (line.lang === 'fr')
    return line.lower[index] === 'de' || (line.lower[index] === 'd' && line.lower[index + 1] === "'");
  return line.lang === 'en' && countsPeople(line, index);
}

function countsPeople(line: Line, index: number): boolean {
  for (let at = index; at < index + 3; at += 1) {
    const word = line.plain[at] ?? '';
    if (
      /^(?:people|men|women|children|tonnes|tons|barrels|litres|acres|hectares|subscribers|households|homes)$/.test(
        word,
      )
    )
      return true;
    if (line.words[at]?.kind !== 'letters' || /^(?:of|in|at|on|to|and|from|by|hurdles|steps|sprints|heats)$/.test(word))
      return false;
    if (/[^s]s$/.test(word)) return !/^(?:was|is|has|its|this|as|across|hurdles|metres|waves|does|relays)$/.test(word);
  }
  return false;
}
