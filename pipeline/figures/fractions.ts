// Fractions in words: "la moitié", "deux tiers", "three-quarters", "half of". Ordinals ("a third goal"), halves of a match
// and quarter-finals are told apart here.
import { isDash, isTight, type Line } from '../text/line.ts';
import { findNumberWords } from '../text/number-words.ts';
import { divide } from './decimal.ts';
import { comparative } from './english-plurals.ts';
import type { Numeral, Part } from './parts.ts';
import { findUnit } from './units.ts';
import { isLabel } from './words.ts';

const denominators: Record<'fr' | 'en', ReadonlyMap<string, number>> = {
  fr: new Map([
    ['tiers', 3],
    ['quart', 4],
    ['quarts', 4],
    ['cinquieme', 5],
    ['cinquiemes', 5],
    ['sixieme', 6],
    ['sixiemes', 6],
    ['septieme', 7],
    ['septiemes', 7],
    ['huitieme', 8],
    ['huitiemes', 8],
    ['dixieme', 10],
    ['dixiemes', 10],
    ['vingtieme', 20],
    ['vingtiemes', 20],
    ['centieme', 100],
    ['centiemes', 100],
    ['millieme', 1000],
    ['milliemes', 1000],
  ]),
  en: new Map([
    ['third', 3],
    ['thirds', 3],
    ['quarter', 4],
    ['quarters', 4],
    ['fourth', 4],
    ['fourths', 4],
    ['fifth', 5],
    ['fifths', 5],
    ['sixth', 6],
    ['sixths', 6],
    ['seventh', 7],
    ['sevenths', 7],
    ['eighth', 8],
    ['eighths', 8],
    ['tenth', 10],
    ['tenths', 10],
    ['twentieth', 20],
    ['hundredth', 100],
    ['hundredths', 100],
    ['thousandth', 1000],
  ]),
};

/** Words after a fraction; after anything else "a third" and "un dixième" are ordinals. */
const followers: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(
    'de d des du en à au aux est sont était étaient sera seront a ont avait auront et ou seulement environ sur par pour dans plus moins qui que selon chez parmi'.split(
      ' ',
    ),
  ),
  en: new Set(
    (
      'of in more less fewer to from between by since is are was were has have had and or this than below above down up ' +
      'lower higher at said among for as on'
    ).split(' '),
  ),
};

/**
 * The fraction in words that starts at a word.
 * @example findFraction(lineOf('deux tiers', sentence), 0)?.fraction // [2, 3]
 */
export function findFraction(line: Line, index: number): Numeral | undefined {
  if (line.lang === 'fr')
    return findFrenchHalf(line, index) ?? findFrenchHalfUnit(line, index) ?? findFrench(line, index);
  if (line.lang === 'en') return findEnglishHalf(line, index) ?? findEnglish(line, index);
  return undefined;
}

/**
 * The fraction in digits that starts at a word, where "de" or "of" leads to its whole.
 * @example findSlashFraction(lineOf('les 3/4 des élus', sentence), 1)?.fraction // [3, 4]; none in "page 2/3 du dossier"
 */
export function findSlashFraction(line: Line, index: number): Numeral | undefined {
  const [left, mark, right] = [line.words[index], line.words[index + 1], line.words[index + 2]];
  if (mark?.text !== '/' || !isTight(line, index) || !isTight(line, index + 1)) return undefined;
  if (!slashed.has(`${left?.text ?? ''}/${right?.text ?? ''}`)) return undefined;
  const isLed =
    line.lang === 'en'
      ? line.lower[index + 3] === 'of'
      : line.lang === 'fr' && /^(?:de|d|des|du)$/.test(line.lower[index + 3] ?? '');
  // "(2/3) de Paris", "page 1/4 du dossier"
  const before = line.words[index - 1];
  const isFree =
    before === undefined || ((before.kind === 'letters' || before.text === ',') && !isLabel(line, index - 1));
  // "les 1/4 de finale", "le 3/4 du mois", "Partie 1/3 de la série"
  const isPlace =
    line.lower[index + 4] === 'finale' ||
    /^(?:le|du|au|part(?:ie)?|volet|étape|tome|acte|fil|thread|suite|niveau|level|note)$/.test(
      line.lower[index - 1] ?? '',
    );
  if (!isLed || !isFree || isPlace) return undefined;
  return fraction(index, index + 3, Number(left?.text), Number(right?.text));
}

/** Fractions that are written with a slash in running text. */
const slashed = new Set('1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/8 3/8 5/8 7/8 1/10 3/10 7/10 9/10'.split(' '));

function findFrenchHalf(line: Line, index: number): Numeral | undefined {
  const isArticle = line.lower[index] === 'la' || line.lower[index] === 'une';
  const at = isArticle ? index + 1 : index;
  const noun = /^(?:bonne|grosse|petite)$/.test(line.lower[at] ?? '') ? at + 1 : at;
  if (line.plain[noun] !== 'moitie') return undefined;
  // "plus de la moitié"; "à moitié vide", "première moitié", "moitié moins" are none
  if (!isArticle || /^(?:première|seconde|deuxième|autre)$/.test(line.lower[index - 1] ?? '')) return undefined;
  return fraction(index, noun + 1, 1, 2);
}

/** "une demi-heure", "une demi-journée": the half is of a unit; "une demi-finale" is none. */
function findFrenchHalfUnit(line: Line, index: number): Numeral | undefined {
  if (!/^une?$/.test(line.lower[index] ?? '') || line.lower[index + 1] !== 'demi' || !isDash(line.lower[index + 2]))
    return undefined;
  const kind = findUnit(line, index + 3, false)?.unit.kind;
  return kind === 'duration' || kind === 'measure' ? fraction(index, index + 3, 1, 2) : undefined;
}

function findFrench(line: Line, index: number): Numeral | undefined {
  const before = line.lower[index];
  const isArticle = before === 'le' || before === 'du' || before === 'au' || before === 'les';
  const words = isArticle ? undefined : findNumberWords(line, index);
  let at = isArticle ? index + 1 : words?.next;
  if (at === undefined) return undefined;
  const isApproximate = /^(?:bon|bons|petit|gros)$/.test(line.lower[at] ?? '');
  if (isApproximate) at += 1;
  const denominator = denominators.fr.get(line.plain[at] ?? '');
  const numerator = isArticle ? 1 : words?.value;
  if (denominator === undefined || numerator === undefined || numerator >= denominator || numerator === 0)
    return undefined;
  const word = line.plain[at] ?? '';
  const after = line.lower[at + 1] ?? '';
  const isLoose = line.words[at + 1]?.kind !== 'letters';
  // "les quarts de finale", "le quart des quatre"; "un tiers" is also a third party
  if (/^quarts?$/.test(word) && (line.lower[at + 2] === 'finale' || line.plain[at + 1] === 'temps' || isDash(after)))
    return undefined;
  if (
    isArticle &&
    (before === 'les' || !/^(?:tiers|quart|cinquieme|dixieme)$/.test(word) || !/^(?:de|d|des|du|environ)$/.test(after))
  ) {
    if (!((before === 'du' || before === 'au') && /^(?:tiers|quart)$/.test(word))) return undefined;
  }
  // the third world, and a third party
  if (word === 'tiers' && (after === 'monde' || isDash(after) || line.lower[index - 1] === 'par')) return undefined;
  // "un dixième panneau" is an ordinal
  const isOrdinalWord = word.endsWith('ieme');
  if (isOrdinalWord && !isLoose && !/^(?:de|d|des|du|environ|en|plus)$/.test(after)) return undefined;
  return { ...fraction(index, at + 1, numerator, denominator), ...(isApproximate ? { isApproximate } : {}) };
}

function findEnglishHalf(line: Line, index: number): Numeral | undefined {
  const at = line.lower[index] === 'a' || line.lower[index] === 'one' ? index + 1 : index;
  const noun = at > index && isDash(line.lower[at]) ? at + 1 : at;
  if (line.lower[noun] !== 'half') return undefined;
  const before = line.lower[index - 1] ?? '';
  const after = line.lower[noun + 1] ?? '';
  if (
    noun === index &&
    /^(?:first|second|other|left|right|top|bottom|latter|former|better|opening|top-|final|this|in|by-|last|southern|northern|the|each|his|her|their|its|a|and|time|at)$/.test(
      before,
    )
  ) {
    // "cut in half" and "the other half" compare nothing that can be counted
    return undefined;
  }
  // "The French half has a hotel, the Swiss half a customs man"
  const isNamedHalf =
    noun === index &&
    /^(?:the|its|his|her|their)$/.test(line.lower[index - 2] ?? '') &&
    /^\p{L}{3,}$/u.test(before) &&
    !/^(?:about|over|under|only|almost|nearly|than|roughly|around|just|all|which|least|most)$/.test(before);
  if (isNamedHalf) return undefined;
  if (
    isDash(after) ||
    /^(?:time|past|way|back|brother|sister|marathon|term|price|centuries|century|century|hearted|mast)$/.test(after)
  ) {
    return undefined;
  }
  // "half a million", "half a dozen" and "half an hour" are read elsewhere
  const isOfUnit = (after === 'a' || after === 'an') && line.words[noun + 2] !== undefined;
  if (isOfUnit && /^(?:million|billion|trillion|dozen|thousand|crore|lakh)$/.test(line.lower[noun + 2] ?? ''))
    return undefined;
  return fraction(index, isOfUnit ? noun + 2 : noun + 1, 1, 2);
}

function findEnglish(line: Line, index: number): Numeral | undefined {
  const isArticle = line.lower[index] === 'a';
  const words = isArticle ? undefined : findNumberWords(line, index);
  let at = isArticle ? index + 1 : words?.next;
  if (at === undefined) return undefined;
  if (isDash(line.lower[at])) at += 1;
  const denominator = denominators.en.get(line.plain[at] ?? '');
  const numerator = isArticle ? 1 : words?.value;
  if (denominator === undefined || numerator === undefined || numerator === 0 || numerator >= denominator)
    return undefined;
  const isPlural = (line.plain[at] ?? '').endsWith('s');
  if (numerator > 1 !== isPlural) return undefined;
  // "a quarter to four"
  if (line.plain[at] === 'quarter' && /^(?:to|past)$/.test(line.lower[at + 1] ?? '') && isHourWord(line, at + 2))
    return undefined;
  const after = line.words[at + 1];
  if (isDash(after?.text) && after?.start === line.words[at]?.end) return undefined;
  // "a tenth brighter", "a fifth too strong", but "a third larger house" is seldom written
  const follower = line.lower[at + 1] ?? '';
  const isCompared = follower === 'too' || comparative.test(follower);
  if (isArticle && after?.kind === 'letters' && !isCompared && !followers.en.has(line.lower[at + 1] ?? ''))
    return undefined;
  // "one to the Telegraph and a third to a podcast": an ordinal, where nothing says of how much
  const isLoose =
    (index === 0 && line.lower[at + 1] !== 'of') || /^(?:to|for|from|at|on|as)$/.test(line.lower[at + 1] ?? '');
  if (isArticle && line.plain[at] === 'third' && isLoose && !amountLeads.test(line.lower[index - 1] ?? ''))
    return undefined;
  // "a quarter of an hour"
  const isOfUnit = line.lower[at + 1] === 'of' && (line.lower[at + 2] === 'an' || line.lower[at + 2] === 'a');
  const isTime =
    isOfUnit &&
    (/^(?:point|percentage)$/.test(line.lower[at + 3] ?? '') || findUnit(line, at + 3, false)?.unit.kind !== undefined);
  return fraction(index, isTime ? at + 3 : at + 1, numerator, denominator);
}

function isHourWord(line: Line, index: number): boolean {
  const words = findNumberWords(line, index);
  if (words !== undefined) return words.value >= 1 && words.value <= 12;
  return /^(?:[1-9]|1[0-2]|noon|midnight)$/.test(line.lower[index] ?? '');
}

/** Words after which "a third" is so much of something: "fell by a third to 40". */
const amountLeads =
  /^(?:by|than|about|nearly|almost|over|under|to|around|roughly|is|was|are|were|cut|some|only|just|up|down|another|least|most|of|fell|rose|grew|lost)$/;

/** A fraction of two numbers as one numeral. */
export function fraction(first: number, next: number, numerator: number, denominator: number): Numeral {
  const part: Part = { role: 'number', first, next, value: divide(numerator, denominator) };
  return {
    first,
    next,
    parts: [part],
    form: 'fraction',
    isOne: false,
    fraction: [numerator, denominator],
    takesOf: true,
  };
}
