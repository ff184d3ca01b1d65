// Seasons, quarters and halves of a year.
import { isDash, isTight, type Line } from '../text/line.ts';
import { findCalendarValue } from './calendar.ts';
import type { Point } from './edtf.ts';
import type { FoundDate } from './found.ts';
import { findYear } from './pieces.ts';

/**
 * The season with its year that starts at a word; a season alone is no date.
 * @example findSeason(lineOf('hiver 2024-2025', sentence), 0)?.period // { kind: 'season', year: 2024, season: 24 }
 */
export function findSeason(line: Line, index: number): FoundDate | undefined {
  const season = findCalendarValue(line, index, 'season');
  if (season === undefined) return undefined;
  // "il a été 2025": the participle has an auxiliary before it
  if (line.lang === 'fr' && season === 22 && /^(?:a|ont|avait|avaient|ayant|pas)$/.test(line.lower[index - 1] ?? ''))
    return undefined;
  const after = line.lower[index + 1];
  const at = after === 'of' || after === 'de' || after === ',' ? index + 2 : index + 1;
  const year = line.words[at]?.kind === 'digits' && !isTight(line, index) ? findYear(line, at) : undefined;
  if (year === undefined) return undefined;
  const second = line.words[year.next + 1];
  const isDouble =
    (isDash(line.lower[year.next]) || line.lower[year.next] === '/') && isTight(line, at) && second?.kind === 'digits';
  return {
    first: index,
    next: isDouble ? year.next + 2 : year.next,
    period: { kind: 'season', year: year.value, season },
    rule: 'season',
  };
}

/** "troisième trimestre 2024", "first half of the year", "Q3 2025", "3T25". */
export function findQuarter(line: Line, index: number): FoundDate | undefined {
  if (line.lang === 'und') return undefined;
  const code = readQuarterCode(line, index);
  if (code !== undefined) return code;
  const word = line.words[index];
  let rank = findCalendarValue(line, index, 'ordinal');
  let at = index + 1;
  if (rank === undefined && word?.kind === 'digits' && word.text.length === 1 && isTight(line, index)) {
    if (/^(?:e|er|ème|eme|st|nd|rd|th)$/.test(line.lower[at] ?? '')) {
      rank = Number(word.text);
      at += 1;
    }
  }
  if (rank === undefined) return undefined;
  if (isDash(line.lower[at])) at += 1;
  const length = findCalendarValue(line, at, 'quarter') ?? findCalendarValue(line, at, 'half');
  if (length === undefined || rank < 1 || rank * length > 12) return undefined;
  const of = line.lower[at + 1];
  const yearAt = of === 'of' || of === 'de' ? at + 2 : at + 1;
  const year = line.words[yearAt]?.kind === 'digits' ? findYear(line, yearAt) : undefined;
  const ofTheYear =
    line.lang === 'en' &&
    of === 'of' &&
    /^(?:the|this|last|next)$/.test(line.lower[at + 2] ?? '') &&
    /^(?:year|financial|fiscal)$/.test(line.lower[at + 3] ?? '');
  // "the fourth quarter" of a match has no year, and no money is made in it
  if (line.lang === 'en' && length === 3 && year === undefined && !ofTheYear && !speaksOfBusiness(line, index))
    return undefined;
  // the second half of a match has no year, nor has the first half of a season or the first half-hour
  if (line.lang === 'en' && length === 6 && year === undefined && !ofTheYear) {
    if (of === 'of' || isDash(of) || !speaksOfBusiness(line, index) || speaksOfSport(line, index)) return undefined;
  }
  return quarter(index, year?.next ?? at + 1, rank, length, year?.value);
}

/** How far around a quarter its business is sought, in words. */
const reach = 40;

function around(line: Line, index: number): readonly string[] {
  return line.lower.slice(Math.max(0, index - reach), index + reach);
}

const business =
  /^(?:revenues?|sales|profits?|earnings|results|growth|gdp|exports?|imports?|company|shares|shareholders|economy|volumes?|traffic|orders|margins?|guidance|fiscal|financial|output|production|hearings|percent|cent|rates?|turnover|loss|losses|inflation)$/;

function speaksOfBusiness(line: Line, index: number): boolean {
  return around(line, index).some(
    (word) => word === '%' || word === '$' || word === '€' || word === '£' || business.test(word),
  );
}

const sport =
  /^(?:goals?|goalkeeper|scored?|scorer|scoring|score|kick(?:ed|s)?|penalty|header|shots?|striker|keeper|captain|coach|midfielder|forward|defender|substitute|bench|teams?|teammates?|match|games?|cup|league|club|fans|stadium|referee|pitch|possession|points?|rebounds?|touchdowns?|quarterback|yards|try|tries|halftime|whistle|tournament|playoffs?|hosts|visitors|innings)$/;

function speaksOfSport(line: Line, index: number): boolean {
  return around(line, index).some((word) => sport.test(word));
}

/** "3T24", "2Q 2025", "1S25", "1H25": the rank before its letter. */
function readRankFirst(line: Line, index: number): FoundDate | undefined {
  const digit = line.words[index];
  if (digit?.kind !== 'digits' || !/^[1-4]$/.test(digit.text) || !isTight(line, index)) return undefined;
  if (index > 0 && isTight(line, index - 1) && line.words[index - 1]?.kind !== 'mark') return undefined;
  const letter = line.words[index + 1]?.text ?? '';
  const length = /^[QT]$/.test(letter) ? 3 : /^[HS]$/.test(letter) ? 6 : 0;
  const after = line.words[index + 2];
  const rank = Number(digit.text);
  if (length === 0 || rank * length > 12 || after?.kind !== 'digits') return undefined;
  const isShort = after.text.length === 2 && isTight(line, index + 1);
  const year = isShort ? 2000 + Number(after.text) : findYear(line, index + 2)?.value;
  return year === undefined ? undefined : quarter(index, index + 3, rank, length, year);
}

function readQuarterCode(line: Line, index: number): FoundDate | undefined {
  const rankFirst = readRankFirst(line, index);
  if (rankFirst !== undefined) return rankFirst;
  const letter = line.words[index]?.text;
  const digit = line.words[index + 1];
  if (digit?.kind !== 'digits' || digit.text.length !== 1 || !isTight(line, index)) return undefined;
  const isFrench = line.lang === 'fr';
  const length =
    letter === 'Q' || (isFrench && letter === 'T') ? 3 : letter === 'H' || (isFrench && letter === 'S') ? 6 : 0;
  const rank = Number(digit.text);
  if (length === 0 || rank < 1 || rank * length > 12) return undefined;
  const year = line.words[index + 2]?.kind === 'digits' ? findYear(line, index + 2) : undefined;
  // "T2 24", "Q3 25"
  const after = line.words[index + 2];
  const isShort =
    year === undefined && after?.kind === 'digits' && /^2\d$/.test(after.text) && !isTight(line, index + 2);
  if (isShort && after.start - digit.end === 1)
    return quarter(index, index + 3, rank, length, 2000 + Number(after.text));
  if (year === undefined && letter !== 'Q' && !isQuarterOfTrade(line, index)) return undefined;
  return quarter(index, year?.next ?? index + 2, rank, length, year?.value);
}

const trade =
  /^(?:ventes|chiffre|bénéfices?|résultats?|croissance|pib|marges?|trimestre|semestre|exercice|commandes|livraisons|recettes|ebitda)$/;
const tramOrFlat =
  /^(?:tram|trams|tramway|tramways|lignes?|stations?|rames?|voyageurs|travaux|appartements?|logements?|loyers?|studios?|pièces)$/;

/** "Les ventes remonteront au T4", but not the tramway T4 or a flat of four rooms. */
function isQuarterOfTrade(line: Line, index: number): boolean {
  if (line.words[index]?.text !== 'T' || line.lower[index - 1] !== 'au') return false;
  const words = around(line, index);
  return words.some((word) => trade.test(word)) && !words.some((word) => tramOrFlat.test(word));
}

function quarter(first: number, next: number, rank: number, length: number, year: number | undefined): FoundDate {
  const base = year === undefined ? {} : { year };
  const points: readonly [Point, Point] = [
    { ...base, month: (rank - 1) * length + 1 },
    { ...base, month: rank * length },
  ];
  return { first, next, period: { kind: 'interval', points }, rule: 'quarter' };
}
