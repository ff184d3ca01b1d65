// Numbers in digits: grouping by space, no-break space, point, comma, apostrophe, by the Indian way, and decimals after
// comma or point. What merely looks like one (1.2.3, 12/5) is told apart by the caller.
import { isTight, type Line } from '../text/line.ts';

/** A number in digits, `next` the word index after it. */
export interface Digits {
  readonly next: number;
  readonly value: number;
  readonly decimals: number;
  /** "2,030" and "1.298": three digits after the mark, which the context must read. */
  readonly isOpen: boolean;
  /** The value under the other reading, where the number is open. */
  readonly other: number;
}

const vulgar: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 0.3333],
  ['⅔', 0.6667],
]);
const plainDigits = /^[0-9]+$/;
const spaces = new Set([' ', '\u00a0', '\u202f', '\u2009', '\u2007']);

/**
 * The number in digits that starts at a word.
 * @example findDigits(lineOf('50 000,5', sentence), 0)?.value // 50000.5
 */
export function findDigits(line: Line, index: number): Digits | undefined {
  const word = line.words[index];
  if (word?.kind !== 'digits') return undefined;
  if (!plainDigits.test(word.text)) return readVulgar(word.text, index);
  if (word.text.length > 15) return undefined;
  const groups = readGroups(line, index, word.text);
  if (groups !== undefined) return readDecimals(line, groups.next, groups.digits, true);
  const decimal = readDecimals(line, index + 1, word.text, false);
  const after = line.words[decimal.next];
  if (after?.kind === 'digits' && isTight(line, decimal.next - 1)) {
    const fraction = vulgar.get(after.text);
    if (fraction !== undefined) return { ...decimal, next: decimal.next + 1, value: decimal.value + fraction };
  }
  return decimal;
}

function readVulgar(text: string, index: number): Digits | undefined {
  const fraction = vulgar.get(text.at(-1) ?? '');
  const whole = text.slice(0, -1);
  if (fraction === undefined || (whole !== '' && !plainDigits.test(whole))) return undefined;
  const value = Number(whole === '' ? 0 : whole) + fraction;
  return { next: index + 1, value, decimals: 2, isOpen: false, other: value };
}

interface Groups {
  readonly digits: string;
  readonly next: number;
}

function readGroups(line: Line, index: number, first: string): Groups | undefined {
  if (first.length > 3) return undefined;
  return readSpaceGroups(line, index, first) ?? readMarkGroups(line, index, first);
}

/** "50 000": single spaces, each before exactly three digits. */
function readSpaceGroups(line: Line, index: number, first: string): Groups | undefined {
  let digits = first;
  let next = index + 1;
  while (isThreeDigits(line, next) && hasOneSpace(line, next - 1) && digits.length <= 12) {
    digits += line.words[next]?.text ?? '';
    next += 1;
  }
  // "0 300" is no number
  return next === index + 1 || first.startsWith('0') ? undefined : { digits, next };
}

/** "50.000", "50,000", "50'000", "12,34,567". */
function readMarkGroups(line: Line, index: number, first: string): Groups | undefined {
  const mark = line.lower[index + 1];
  if (mark !== '.' && mark !== ',' && mark !== "'") return undefined;
  let digits = first;
  let next = index + 1;
  let groupCount = 0;
  let lastLength = 3;
  for (;;) {
    const group = line.words[next + 1];
    if (line.lower[next] !== mark || group?.kind !== 'digits' || !plainDigits.test(group.text)) break;
    if (!isTight(line, next - 1) || !isTight(line, next)) break;
    const isIndian =
      group.text.length === 2 &&
      mark === ',' &&
      line.lang !== 'fr' &&
      line.lower[next + 2] === ',' &&
      isTight(line, next + 1);
    if (group.text.length !== 3 && !isIndian) break;
    digits += group.text;
    lastLength = group.text.length;
    groupCount += 1;
    next += 2;
  }
  if (groupCount === 0 || lastLength !== 3 || first.startsWith('0')) return undefined;
  // one group after a point in English or a comma in French is a decimal unless the context says otherwise
  if (groupCount === 1 && ((mark === '.' && line.lang !== 'fr') || (mark === ',' && line.lang === 'fr')))
    return undefined;
  return { digits, next };
}

function readDecimals(line: Line, next: number, digits: string, isGrouped: boolean): Digits {
  const mark = line.lower[next];
  const after = line.words[next + 1];
  const isDecimal =
    (mark === ',' || mark === '.') &&
    after?.kind === 'digits' &&
    plainDigits.test(after.text) &&
    after.text.length <= 8 &&
    isTight(line, next - 1) &&
    isTight(line, next) &&
    (mark === '.' || line.lang !== 'en' || after.text.length <= 2);
  const whole = Number(digits);
  if (!isDecimal || after === undefined) return { next, value: whole, decimals: 0, isOpen: false, other: whole };
  const isOpen = !isGrouped && after.text.length === 3 && digits.length <= 3 && !digits.startsWith('0');
  const value = Number(`${digits}.${after.text}`);
  return {
    next: next + 2,
    value,
    decimals: after.text.length,
    isOpen,
    other: isOpen ? Number(digits + after.text) : value,
  };
}

function isThreeDigits(line: Line, index: number): boolean {
  const word = line.words[index];
  return word?.kind === 'digits' && /^[0-9]{3}$/.test(word.text);
}

function hasOneSpace(line: Line, index: number): boolean {
  const word = line.words[index];
  const next = line.words[index + 1];
  return (
    word !== undefined && next !== undefined && next.start - word.end === 1 && spaces.has(line.text[word.end] ?? '')
  );
}
