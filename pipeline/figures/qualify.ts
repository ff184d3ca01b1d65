// Adds the qualifiers to an amount or a pair and names the kind of figure: what comes out is a figure of the line without
// its noun.
import type { FigureKind, Qualifier } from '../document.ts';
import type { Line } from '../text/line.ts';
import { isNumberWord } from '../text/number-words.ts';
import { isFrenchAgeTo } from './ages-fr.ts';
import { findPair, type Pair } from './ranges.ts';
import { findQualifierAfter, findQualifierBefore, type QualifierMatch } from './qualifiers.ts';
import type { Amount, FigureRule, Found, Part } from './parts.ts';

/** A figure, or the words that hold a score and must be skipped. */
export type Read = { readonly figure: Found; readonly next: number } | { readonly skipTo: number };

/**
 * The figure that an amount opens.
 * @param floor word index before which a qualifier may not start: the end of the figure before
 */
export function readFigure(line: Line, amount: Amount, floor: number): Read {
  const pair = findPair(line, amount);
  if (pair?.kind === 'score') return { skipTo: pair.right.next };
  if (pair?.kind === 'range') return readRange(line, pair, floor);
  const single = pair?.left ?? amount;
  const before = qualifierBefore(line, single.first, floor, single);
  const after = before === undefined ? findQualifierAfter(line, single.next) : undefined;
  const found = before ?? after;
  // "une dizaine" is about ten, however exact the words around it
  const isAbout = single.form === 'collective' || single.isApproximate === true;
  const own: Qualifier = isAbout ? 'approximate' : 'exact';
  const parts = [...qualifierParts(before), ...single.parts, ...qualifierParts(after)];
  return {
    figure: {
      first: before?.first ?? single.first,
      next: after?.next ?? single.next,
      parts,
      qualifier: found?.qualifier ?? own,
      isApproximateRange: false,
      ...describe(single),
    },
    next: pair?.kind === 'change' ? single.next : (after?.next ?? single.next),
  };
}

function readRange(line: Line, pair: Pair, floor: number): Read {
  const before = qualifierBefore(line, pair.first, floor, pair.right);
  const isApproximateRange = before?.qualifier === 'approximate';
  const first = isApproximateRange ? before.first : pair.first;
  // "les 18-29 ans", "âgés de 18 à 79 ans"
  const isAge = isFrenchAgeTo(line, first, pair.right);
  const described = describe(pair.right);
  return {
    figure: {
      first,
      next: pair.right.next,
      parts: [
        ...(isApproximateRange ? qualifierParts(before) : []),
        ...pair.left.parts,
        pair.joiner,
        ...pair.right.parts,
      ],
      qualifier: 'range',
      isApproximateRange,
      ...described,
      ...(isAge ? { kind: 'age' } : {}),
      isOne: false,
      rule: isAge ? 'age' : 'range',
    },
    next: pair.right.next,
  };
}

function qualifierBefore(line: Line, index: number, floor: number, amount: Amount): QualifierMatch | undefined {
  // "près du quart": the article of the fraction ends the qualifier
  const overlaps = amount.form === 'fraction' && /^(?:du|des|au|aux)$/.test(line.lower[index] ?? '');
  const match = (overlaps ? findQualifierBefore(line, index + 1) : undefined) ?? findQualifierBefore(line, index);
  const least = findLeastPrice(line, index, amount);
  if (least !== undefined && least.first >= floor) return least;
  if (match === undefined || match.first < floor) return undefined;
  const word = line.lower[match.first];
  const isDuration = amount.unit?.kind === 'duration';
  if (line.lang === 'en') {
    // "over three years" is how long it took; "for over three years", "over 70 years after his death" are bounds
    const isBound =
      line.lower[match.first - 1] === 'for' ||
      /^(?:after|ago|before|later|earlier|old)$/.test(line.lower[amount.next] ?? '');
    if ((word === 'over' || word === 'around') && isDuration && !isBound) return undefined;
    if (isNoQualifier(line, match, amount)) return undefined;
    // "from £50" alone is said elsewhere; "the top 10 under 30"
    if (word === 'above' && amount.unit?.kind === 'measure' && amount.unit.unit === 'm') return undefined;
  }
  if (line.lang === 'fr') {
    // "au-dessus de 900 mètres", "en dessous de 3 000 pieds" say where
    const isPlace =
      (word === 'au' && /^(?:dessus|dessous|delà)$/.test(line.lower[match.first + 2] ?? '')) || word === 'en';
    if (isPlace && amount.unit?.kind === 'measure') return undefined;
    // "dès 7 ans", "dès deux heures" say when, not how much
    if (word === 'dès' && amount.unit?.kind !== 'money') return undefined;
    // "un plus de 65 ans": the qualifier belongs to the people, and stays
    if (word === 'minimum' && amount.form !== 'digits') return undefined;
  }
  return match;
}

/** Verbs that go up to a value: "copper edged up to $9,661" says where it stands. */
const goUp =
  /^(?:rose|risen|rises?|rising|went|gone|goes|go|going|edged|edges|inched|ticked|crept|climbed|climbs|jumped|jumps|moved|moves|shot|pushed|bid|marked|rounded|nudged|bumped|add|adds|added|adding|grew|grown|came|comes)$/;

/** What one quarrels over: "a row over £85", "talks collapse over R1 000", "charged with plunder over 92 million pesos". */
const quarrels =
  /^(?:rows?|disputes?|lawsuits?|claims?|cases?|probes?|feuds?|talks|collapses?|collapsed|plunder|fights?|scandals?|deadlock|stand-?off|clash|clashes|battles?|suits?|sued|sues|trial|strikes?|docked|arrested|charged|jailed|killed|complaints?|protests?|sacked|ousted|questioned)$/;

/** Nouns and verbs that have what follows "over" for their cause, be it money or a count: "Minister quits over £40,000". */
const causes =
  /^(?:rows?|dispute|trial|case|court|inquest|quits|resigns?|resigned|resignations?|anger|fury|outrage|outcry|uproar|backlash|controversy|apologises|apologised|apologizes|apologized)$/;

/** Who is "held over £40k drugs haul"; a firm that "held over £20m" had more. */
const detained = /^(?:man|woman|boy|girl|teenager|teen|pair|couple|trio|men|women|teenagers|teens|suspects?)$/;

/** Punishments that may state their measure before "over": "jailed for seven years over £2.3m fraud". */
const punished = /^(?:jailed|imprisoned|sentenced|fined|banned|suspended|docked|sued|bailed)$/;

/** Last words of such a measure. */
const measured = /^(?:years?|months?|weeks?|days?|hours?|points?|games?|matches|k|m|bn|million|billion|pounds|euros)$/;

/** "edged up to", "are short of", "a row over": the words qualify the verb or the noun before them, not the number. */
function isNoQualifier(line: Line, match: QualifierMatch, amount: Amount): boolean {
  const word = line.lower[match.first];
  const before = line.lower[match.first - 1] ?? '';
  if (match.next - match.first === 2 && word === 'up' && line.lower[match.first + 1] === 'to') return goUp.test(before);
  if (word === 'short' && match.qualifier === 'less_than')
    return /^(?:is|are|was|were|be|been|run|runs|ran|running|still)$/.test(before);
  // "firms under three feet of water"
  const isLength = /^(?:m|cm|km|ft|in)$/.test(amount.unit?.unit ?? '');
  if (word === 'under' && match.next === match.first + 1 && isLength) return line.lower[amount.next] === 'of';
  if (word !== 'over' || match.next !== match.first + 1) return false;
  if (causes.test(before) || isPunishment(line, match.first)) return true;
  // "Two held over 3 deaths", "Man held over £40k drugs haul"
  const isDetained = before === 'held' && isDetainee(line, match.first - 2);
  return isDetained || (amount.unit?.kind === 'money' && quarrels.test(before));
}

function isDetainee(line: Line, index: number): boolean {
  return detained.test(line.lower[index] ?? '') || isNumberWord(line, index);
}

/** "jailed for seven years over £2.3m fraud", "fined £200,000 over two deaths": the measure is said, the cause follows. */
function isPunishment(line: Line, over: number): boolean {
  if (line.words[over - 1]?.kind !== 'digits' && !measured.test(line.lower[over - 1] ?? '')) return false;
  for (let at = over - 2; at >= Math.max(0, over - 7); at -= 1) {
    if (line.lower[at] === ';') return false;
    if (punished.test(line.lower[at] ?? '')) return true;
  }
  return false;
}

/** "From €15.", "tickets start from £50", "cost: from €300,000"; "from £50 to £60" is a change. */
function findLeastPrice(line: Line, index: number, amount: Amount): QualifierMatch | undefined {
  if (line.lang !== 'en' || amount.unit?.kind !== 'money' || line.lower[index - 1] !== 'from') return undefined;
  if (line.lower[amount.next] === 'to') return undefined;
  const before = line.lower[index - 2];
  // "is down to ₦58,000, from ₦95,000"
  if (before === ',' && line.words[index - 3]?.kind === 'digits') return undefined;
  const isPrice =
    before === undefined ||
    /^(?:starts?|starting|tickets?|prices?|priced|fares?|rooms?|costs?|rates?|work|support|available|[:(,|–-])$/.test(
      before,
    );
  return isPrice ? { first: index - 1, next: index, qualifier: 'at_least' } : undefined;
}

function qualifierParts(match: QualifierMatch | undefined): Part[] {
  return match === undefined
    ? []
    : [{ role: 'qualifier', first: match.first, next: match.next, value: match.qualifier }];
}

type Description = Pick<Found, 'kind' | 'unit' | 'fraction' | 'isOne' | 'form' | 'takesOf' | 'rule'>;

function describe(amount: Amount): Description {
  const { unit, fraction, isOne, form, takesOf } = amount;
  const kind: FigureKind = unit?.kind ?? (fraction === undefined ? 'count' : 'ratio');
  return {
    kind,
    isOne,
    form,
    takesOf,
    ...(unit === undefined ? {} : { unit: unit.unit }),
    ...(fraction === undefined || unit !== undefined ? {} : { fraction }),
    rule: ruleOf(kind, amount),
  };
}

function ruleOf(kind: FigureKind, { form }: Amount): FigureRule {
  if (kind === 'percent' || kind === 'money' || kind === 'duration' || kind === 'measure') return kind;
  if (kind === 'ratio') return 'fraction';
  if (form === 'collective') return 'collective';
  return form === 'digits' ? 'count-digits' : 'count-words';
}
