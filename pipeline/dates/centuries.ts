// Decades and centuries.
import { isDash, isTight, type Line } from '../text/line.ts';
import type { FoundDate } from './found.ts';
import type { Piece } from './pieces.ts';

/**
 * The decade that starts at a word.
 * @example findDecade(lineOf('les années 1990', sentence), 0)?.period // { kind: 'decade', decade: 199 }
 */
export function findDecade(line: Line, index: number): FoundDate | undefined {
  if (line.lang === 'fr') {
    const at = line.lower[index] === 'les' ? index + 1 : index;
    const isFirst = line.plain[at] === 'annees';
    const decade = isFirst ? readFrenchDecade(line, at + 1) : findJoinedDecade(line, index);
    if (decade === undefined) return undefined;
    return { first: index, next: decade.next, period: { kind: 'decade', decade: decade.value }, rule: 'decade' };
  }
  if (line.lang !== 'en') return undefined;
  const word = line.words[index];
  const hasQuote = word?.text === "'" || word?.text === '’' || word?.text === '‘';
  const at = hasQuote ? index + 1 : index;
  const decade = readDecadeYear(line.words[at]?.text ?? '');
  if (decade !== undefined && isTight(line, at) && line.words[at + 1]?.text === 's') {
    // "in his 30s" is an age
    const isShort = line.words[at]?.text.length === 2;
    if (isShort && !hasQuote && line.lower[index - 1] !== 'the' && !followsDecade(line, index)) return undefined;
    return { first: index, next: at + 2, period: { kind: 'decade', decade }, rule: 'decade' };
  }
  const tens = englishTens.get(line.plain[index] ?? '');
  if (tens === undefined || (line.lower[index - 1] !== 'the' && !followsDecade(line, index))) return undefined;
  return { first: index, next: index + 1, period: { kind: 'decade', decade: tens }, rule: 'decade' };
}

/** The tens after "années": "1990", "80", "soixante-dix", "quatre-vingt-dix". */
function readFrenchDecade(line: Line, at: number): Piece | undefined {
  const decade = readDecadeYear(line.words[at]?.text ?? '') ?? frenchTens.get(line.plain[at] ?? '');
  if (
    decade === undefined ||
    (isTight(line, at) && isDash(line.lower[at + 1]) && line.words[at + 2]?.kind === 'digits')
  )
    return undefined;
  if (line.plain[at] === 'quatre') {
    if (!line.plain[at + 2]?.startsWith('vingt')) return undefined;
    return line.plain[at + 4] === 'dix' ? { value: 199, next: at + 5 } : { value: 198, next: at + 3 };
  }
  if (line.plain[at] === 'soixante' && isDash(line.lower[at + 1]) && line.plain[at + 2] === 'dix')
    return { value: 197, next: at + 3 };
  return { value: decade, next: at + 1 };
}

/** "90" of "les années 70, 80 et 90", whose noun comes once; in "Dans les années 80, 90 personnes" no other ten follows. */
function findJoinedDecade(line: Line, index: number): Piece | undefined {
  const own = readFrenchDecade(line, index);
  const joiner = line.lower[index - 1] ?? '';
  if (own === undefined || !/^(?:et|ou|,)$/.test(joiner)) return undefined;
  const noun = line.plain.lastIndexOf('annees', index - 2);
  let before = noun < 0 ? undefined : readFrenchDecade(line, noun + 1);
  while (before !== undefined && before.next < index - 1 && line.lower[before.next] === ',')
    before = readFrenchDecade(line, before.next + 1);
  if (before?.next !== index - 1 || before.value >= own.value) return undefined;
  // "dans les années 80 et 90 % des …"
  if (/^[%‰€$£]$/.test(line.words[own.next]?.text ?? '')) return undefined;
  if (joiner !== ',') return own;
  const last = /^(?:et|ou|,)$/.test(line.lower[own.next] ?? '') ? readFrenchDecade(line, own.next + 1) : undefined;
  return last !== undefined && last.value > own.value ? own : undefined;
}

/** Whether another decade and "and" stand before: "the 1980s and 90s", "the sixties and seventies", but not "in their 70s and 80s". */
function followsDecade(line: Line, index: number): boolean {
  const joiner = line.lower[index - 1] ?? '';
  if (!/^(?:and|or|to|,|\/)$/.test(joiner) && !isDash(joiner)) return false;
  const first = line.lower[index - 2] === 's' ? index - 3 : index - 2;
  return first >= 0 && findDecade(line, first)?.next === index - 1;
}

const frenchTens = new Map([
  ['vingt', 192],
  ['trente', 193],
  ['quarante', 194],
  ['cinquante', 195],
  ['soixante', 196],
  ['septante', 197],
  ['quatre', 198],
  ['huitante', 198],
  ['nonante', 199],
]);
const englishTens = new Map([
  ['twenties', 192],
  ['thirties', 193],
  ['forties', 194],
  ['fifties', 195],
  ['sixties', 196],
  ['seventies', 197],
  ['eighties', 198],
  ['nineties', 199],
]);

function readDecadeYear(digits: string): number | undefined {
  if (/^[12][0-9]{2}0$/.test(digits)) return Number(digits) / 10;
  if (!/^[1-9]0$/.test(digits)) return undefined;
  // "the 20s" of a news text of today may be those of either century: the older reading is the commoner one
  return 190 + Number(digits) / 10;
}

const romans: Record<string, number> = { i: 1, v: 5, x: 10 };

/**
 * The century that starts at a word.
 * @example findCentury(lineOf('XIXe siècle', sentence), 0)?.period // { kind: 'century', century: 19 }
 */
export function findCentury(line: Line, index: number): FoundDate | undefined {
  if (line.lang === 'fr') {
    const word = line.words[index];
    const century = word?.kind === 'letters' ? readRoman(line.plain[index] ?? '', word.text) : readNumber(word?.text);
    if (century === undefined) return undefined;
    let next = index + 1;
    if (word?.kind === 'digits' || /^(?:e|er|eme|ème)$/.test(line.lower[next] ?? '')) next += 1;
    if (line.plain[next] !== 'siecle' && line.plain[next] !== 'siecles' && !sharesCentury(line, next)) return undefined;
    if (line.plain[next] === 'siecle' && ['av', 'avant'].includes(line.lower[next + 1] ?? '')) return undefined;
    const end = line.plain[next]?.startsWith('siecle') === true ? next + 1 : next;
    return { first: index, next: end, period: { kind: 'century', century }, rule: 'century' };
  }
  if (line.lang !== 'en') return undefined;
  const digits = readNumber(line.words[index]?.text);
  const at = digits === undefined ? index + 1 : index + 2;
  const century = digits ?? findEnglishOrdinal(line.plain[index] ?? '');
  if (century === undefined) return undefined;
  if (digits !== undefined && !/^(?:st|nd|rd|th)$/.test(line.lower[index + 1] ?? '')) return undefined;
  const noun = isDash(line.lower[at]) ? at + 1 : at;
  if (line.plain[noun] !== 'century' && line.plain[noun] !== 'centuries') return undefined;
  if (line.lower[noun + 1] === 'bc' || line.lower[noun + 1] === 'bce') return undefined;
  return { first: index, next: noun + 1, period: { kind: 'century', century }, rule: 'century' };
}

/** "XVIIIe et XIXe siècles": the noun comes once. */
function sharesCentury(line: Line, next: number): boolean {
  const joins = line.lower[next] === 'et' || isDash(line.lower[next]) || line.lower[next] === 'au';
  if (!joins) return false;
  const word = line.words[next + 1];
  return (
    word?.kind === 'letters' &&
    readRoman(line.plain[next + 1] ?? '', word.text) !== undefined &&
    line.plain[next + 2]?.startsWith('siecle') === true
  );
}

function findEnglishOrdinal(word: string): number | undefined {
  const index =
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
      .split(' ')
      .indexOf(word);
  return index < 0 || word === '' ? undefined : index + 1;
}

function readNumber(digits: string | undefined): number | undefined {
  return digits !== undefined && /^[0-9]{1,2}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 22
    ? Number(digits)
    : undefined;
}

function readRoman(plain: string, text: string): number | undefined {
  const match = /^([ivx]+)(?:e|er|eme|ᵉ|ᵉʳ)?$/.exec(plain);
  const letters = match?.[1];
  if (letters === undefined || !/^[IVX]/.test(text)) return undefined;
  let value = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const digit = romans[letters[at] ?? ''] ?? 0;
    value += digit < (romans[letters[at + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return value >= 1 && value <= 22 ? value : undefined;
}
