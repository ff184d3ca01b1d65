// What makes a number of four digits a year or something else: the words beside it, and what it hangs on.
import { isDash, isTight, type Line } from '../text/line.ts';
import type { Point } from './edtf.ts';
import type { FoundDate } from './found.ts';
import { isGlued } from './pieces.ts';

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
export const leads: Record<'fr' | 'en', ReadonlySet<string>> = {
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

export function stretch(first: number, next: number, from: number, to: number): FoundDate {
  const points: readonly [Point, Point] = [{ year: from }, { year: to }];
  return { first, next, period: { kind: 'interval', points }, rule: 'years' };
}

/** "1C_412/2023", "2021/821", "1800-555-0143", "C.P. 2207/2024": a year that a slash or a dash ties to other digits is none. */
export function isPartOfCode(line: Line, index: number, next: number): boolean {
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

/** Whether a number is part of a longer number, a code, a price or a time: "1,250", "$2000", "A2024", "2000 000". */
export function isInCode(line: Line, index: number, next: number): boolean {
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
export function countsSomething(line: Line, index: number, next: number): boolean {
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

export function startsPlural(line: Line, index: number): boolean {
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
