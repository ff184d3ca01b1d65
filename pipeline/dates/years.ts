// Years alone and stretches of years. A bare number of four digits is a year unless its context makes it something else:
// counts of that size are nearly always written with a separator, years never.
import { isDash, isTight, type Line } from '../text/line.ts';
import type { Point } from './edtf.ts';
import type { FoundDate } from './found.ts';
import { findJoiner, hasBetween } from './joiners.ts';
import { findYear, isGlued } from './pieces.ts';

/** Words that make the number after them a number or a code. */
const counts: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(
    (
      'plus moins environ quelque quelques près moins de d des article articles art n° no nº numéro page pages p résolution ' +
      'loi salle vol ligne chapitre décret arrêté dossier réf référence lot chambre code ref tél poste soit à ' +
      'ordonnance circulaire directive règlement bwv kv hob opus op isbn'
    ).split(' '),
  ),
  en: new Set(
    (
      'than about some nearly almost approximately roughly over under least most of no number page pages p resolution room ' +
      'flight line chapter section item case ref code at order form bill act route rule ext x ' +
      'local helpline hotline locomotive asteroid directive bwv kv hob opus op isbn'
    ).split(' '),
  ),
};

/** Words that make the number after them a year, whatever follows. */
const leads: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(
    (
      'en depuis vers dès année années an fin début mi courant printemps été automne hiver horizon ici exercice millésime ' +
      "l'an ( © avant après jusqu'en édition saison rentrée élections trimestre semestre"
    ).split(' '),
  ),
  en: new Set(
    'in since by until till during from year years early late mid before after fy fiscal circa spring summer autumn ( ©'.split(
      ' ',
    ),
  ),
};

/** Words of French that end like a plural and are none. */
const noPlural = new Set(
  'dans sans sous plus moins mais alors puis depuis après dès vers chez pas très lors hors sauf près jamais toujours mais ses ces des les nos vos leurs aux eux deux ils elles nous vous mes tes'.split(
    ' ',
  ),
);

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

function stretch(first: number, next: number, from: number, to: number): FoundDate {
  const points: readonly [Point, Point] = [{ year: from }, { year: to }];
  return { first, next, period: { kind: 'interval', points }, rule: 'years' };
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

/** "1C_412/2023", "2021/821", "1800-555-0143", "C.P. 2207/2024": a year that a slash or a dash ties to other digits is none. */
function isPartOfCode(line: Line, index: number, next: number): boolean {
  const before = line.lower[index - 1] ?? '';
  // "n° 1107", "articles 1645 et 1646", "42 U.S.C. § 1983", "H.R. 1433", "Suite 1900"
  if (before === '°' || before === '#' || before === '§') return true;
  if (before === '.' && /^[A-Z]$/.test(line.words[index - 2]?.text ?? '') && line.lower[index - 3] === '.') return true;
  if (line.words[index - 1]?.text === 'Suite') return true;
  if (
    (before === 'et' || before === 'à') &&
    /^(?:articles|numéros|pages|bwv|kv|opus)$/.test(line.lower[index - 3] ?? '')
  )
    return true;
  if ((before === '/' || before === '_') && isTight(line, index - 1) && isTight(line, index - 2)) return true;
  const after = line.lower[next] ?? '';
  const isTied = (after === '/' || isDash(after)) && isTight(line, next - 1) && isTight(line, next);
  if (!isTied) return /^(?:m|km|kg|mm|cm|ha|t|mw|kw|hpa|gmt|utc|bst)$/.test(after);
  return line.words[next + 1]?.kind === 'digits' || line.words[next + 1]?.text === '/';
}

/** What makes three digits a year: "en 913", "une mention qui date de 860", "founded in 930", "dead since about 930". */
const isEarlyLead: Record<'fr' | 'en', (line: Line, index: number) => boolean> = {
  fr: (line, index) => {
    const before = line.lower[index - 1] ?? '';
    if (before === 'en' || before === 'vers') return true;
    return (
      before === 'de' && /^(?:date|datent|datant|datait|daté|datée|datés|datées)$/.test(line.lower[index - 2] ?? '')
    );
  },
  en: (line, index) => {
    const at = /^(?:about|around|circa)$/.test(line.lower[index - 1] ?? '') ? index - 2 : index - 1;
    const before = line.lower[at] ?? '';
    if (before === 'from' || before === 'to') return /^(?:dates|dated|dating|back)$/.test(line.lower[at - 1] ?? '');
    if (before === 'since') return true;
    return (
      before === 'in' &&
      /^(?:died|born|dead|founded|built|crowned|killed|written|destroyed|sacked|consecrated|began|fell)$/.test(
        line.lower[at - 1] ?? '',
      )
    );
  },
};

/** "construite entre 493 et 526": two early years between which something was made or lived. */
function findEarlyStretch(line: Line, index: number): FoundDate | undefined {
  const [from, to] = [line.words[index], line.words[index + 2]];
  if (from?.kind !== 'digits' || to?.kind !== 'digits' || line.lang === 'und') return undefined;
  if (!/^[1-9]\d{2}$/.test(from.text) || !/^[1-9]\d{2,3}$/.test(to.text) || Number(to.text) <= Number(from.text))
    return undefined;
  if (line.lower[index + 1] !== (line.lang === 'fr' ? 'et' : 'and') || !hasBetween(line, index)) return undefined;
  const making =
    /^(?:construite?s?|bâtie?s?|fondée?s?|érigée?s?|écrite?s?|rédigée?s?|édifiée?s?|consacrée?s?|frappée?s?|régn[ae]|régnait|date|datent|datée?s?|built|founded|written|erected|reigned|ruled|dated|struck|minted|composed)$/;
  for (let at = index - 2; at >= Math.max(0, index - 6); at -= 1) {
    if (making.test(line.lower[at] ?? '') && !isInCode(line, index + 2, index + 3))
      return stretch(index, index + 3, Number(from.text), Number(to.text));
  }
  return undefined;
}

/** "vers 913", "l'an 900", "the year 493": fewer than four digits need a lead and nothing to count. */
function findEarlyYear(line: Line, index: number): FoundDate | undefined {
  const word = line.words[index];
  if (word?.kind !== 'digits' || !/^[1-9][0-9]{0,2}$/.test(word.text) || isInCode(line, index, index + 1))
    return undefined;
  const before = line.lower[index - 1] ?? '';
  if (line.lang === 'und') return undefined;
  const after = line.words[index + 1];
  const isOurEra = before === 'ad' || /^(?:AD|CE)$/.test(after?.text ?? '');
  const isOfLord = before === 'an' && line.lower[index - 3] === 'l';
  const isNamed = before === 'an' || before === 'year' || isOurEra;
  // "l'an 79", "AD 79", but "year 12"
  if (word.text.length < 3 && !isOfLord && !isOurEra) return undefined;
  if (!isNamed && !isEarlyLead[line.lang](line, index)) return undefined;
  if (
    after !== undefined &&
    after.kind !== 'mark' &&
    !/^(?:par|sous|avec|et|mais|quand|lors|dans|au|il|elle|by|under|when|after|during|at|and|but)$/.test(
      line.lower[index + 1] ?? '',
    ) &&
    !isNamed
  )
    return undefined;
  if (after !== undefined && /[%€$£°]/.test(after.text)) return undefined;
  return {
    first: index,
    next: index + 1,
    period: { kind: 'point', points: [{ year: Number(word.text) }] },
    rule: 'year',
  };
}

/** Whether a number is part of a longer number, a code, a price or a time: "1,250", "$2000", "A2024", "2000 000". */
function isInCode(line: Line, index: number, next: number): boolean {
  if (
    line.words[index]?.kind === 'digits' &&
    isGlued(line, index) &&
    !isAfterSlashYear(line, index) &&
    !isAfterPrefix(line, index)
  )
    return true;
  const after = line.words[next];
  if (after === undefined) return false;
  const beyond = line.words[next + 1];
  if (isTight(line, next - 1)) {
    if (after.kind !== 'mark') return true;
    if ('%€$£°'.includes(after.text)) return true;
    if (
      (after.text === '.' || after.text === ',' || after.text === ':') &&
      isTight(line, next) &&
      beyond?.kind === 'digits'
    )
      return true;
  }
  if ('%€$£°'.includes(after.text)) return true;
  // "2000 000", but "In 2023 196 people were killed"
  const isLed = line.lang !== 'und' && /^(?:in|en|since|depuis)$/.test(line.lower[index - 1] ?? '');
  if (
    !isLed &&
    after.kind === 'digits' &&
    after.text.length === 3 &&
    after.start - (line.words[next - 1]?.end ?? 0) === 1
  )
    return true;
  // dates before our era are not marked
  return isBeforeOurEra(line, next);
}

function isAfterSlashYear(line: Line, index: number): boolean {
  const mark = line.lower[index - 1];
  return (mark === '/' || isDash(mark)) && line.words[index - 2]?.kind === 'digits';
}

/** "mid-2024", "a pre-1914 map", "le monde post-2015": the prefix stays outside. */
function isAfterPrefix(line: Line, index: number): boolean {
  if (!isDash(line.lower[index - 1]) || !isTight(line, index - 2)) return false;
  return /^(?:mid|pre|post|early|late|mi|fin|pré|début|after|ante)$/.test(line.lower[index - 2] ?? '');
}

function isBeforeOurEra(line: Line, next: number): boolean {
  const after = line.lower[next];
  if (after === 'bc' || after === 'bce') return true;
  return (after === 'av' || after === 'avant') && (line.lower[next + 1] === 'j' || line.lower[next + 2] === 'j');
}

/** Whether the number at words `index` to `next` is a count or a code rather than a year. */
function countsSomething(line: Line, index: number, next: number): boolean {
  if (line.lang === 'und') return false;
  const before = line.lower[index - 1] ?? '';
  if (leads[line.lang].has(before)) return false;
  // "since at least 2021"
  if (before === 'least' && leads.en.has(line.lower[index - 3] ?? '')) return false;
  // "won the 1500 metres", "2000 tonnes"
  if (measures.test(line.lower[next] ?? '')) return true;
  const isLedToCount = counts[line.lang].has(before);
  if (line.lang === 'en') {
    // "the make is Boosey & Hawkes, about 1926."
    const isAbout = (before === 'about' || before === 'around') && isClosed(line, next) && isModern(line, index);
    if (isAbout) return false;
    // "the events of 2019" is a year, "a survey of 1709 schoolchildren" counts
    if (/(?:people|men|women|children|patients|students|pupils)$/.test(line.lower[next] ?? '')) return true;
    if (before === 'of' || before === 'under' || before === 'over') return startsPlural(line, next) && before !== 'of';
    return isLedToCount;
  }
  if (startsPlural(line, next)) return true;
  return isLedToCount && !['de', 'd', 'des', 'à', 'plus', 'moins', 'p', 'soit'].includes(before);
}

const measures =
  /^(?:metres?|meters?|mètres?|yards?|miles?|kilomètres?|kilometres?|kilometers?|tonnes?|hectares?|acres?|euros?|dollars?|francs?|pounds?|roubles?|rupees?|litres?|watts?|feet|pieds|kg|cm|mm|mph)$/;

function isClosed(line: Line, index: number): boolean {
  const after = line.words[index];
  return after === undefined || /^[.,;)]$/.test(after.text);
}

/** A count of this size would have its comma in English. */
function isModern(line: Line, index: number): boolean {
  const value = Number(line.words[index]?.text);
  return value >= 1100 && value < 2030;
}

function startsPlural(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.kind !== 'letters') return false;
  const lower = line.lower[index] ?? '';
  if (line.lang === 'en')
    return (
      /^(?:[a-z]{2,}[^s]s|people|men|women|children)$/.test(lower) &&
      !/^(?:was|has|is|as|this|its|does|across|towards|always)$/.test(lower)
    );
  return /^\p{Ll}{2,}[sx]$/u.test(word.text) && !noPlural.has(lower);
}
