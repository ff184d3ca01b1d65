// What is not a figure though it has digits: codes, labels, clock times, scores, phone and list numbers, ordinals.
import { isDash, isTight, type Line } from '../text/line.ts';
import { findClock, skipGlued } from './clock.ts';
import { findSlashFraction } from './fractions.ts';
import { findPhone } from './phones.ts';
import { findUnit } from './units.ts';
import { isLabel, isLabelWord } from './words.ts';

/** Ordinal endings against digits. */
const ordinals = /^(?:er|ère|re|e|es|è|ème|eme|ᵉ|ᵉʳ|nd|nde|d|st|rd|th|º|ª|o)$/;

/**
 * Where to go on reading when the digits at a word are no number: after the whole code, time or phone number.
 * @example findNonFigure(lineOf('à 18 h 30', sentence), 1) // undefined: clock times in words are judged with their unit
 * @example findNonFigure(lineOf('tél. 01 42 00 00 00', sentence), 2) // 7
 */
export function findNonFigure(line: Line, index: number): number | undefined {
  if (line.words[index]?.kind !== 'digits') return undefined;
  return (
    findClock(line, index) ??
    findOrdinal(line, index) ??
    findKeycap(line, index) ??
    findDrive(line, index) ??
    findEra(line, index) ??
    findPhone(line, index) ??
    findCode(line, index) ??
    findListNumber(line, index)
  );
}

/** "1er", "2e", "21st", "XXIe" is letters already. */
function findOrdinal(line: Line, index: number): number | undefined {
  return isOrdinalEnd(line, index + 1) ? index + 2 : undefined;
}

/** Whether the word at an index is an ordinal ending against the digits before it. */
export function isOrdinalEnd(line: Line, index: number): boolean {
  return isTight(line, index - 1) && ordinals.test(line.lower[index] ?? '');
}

/** "un 4 x 4 neuf": wheels and those that are driven. */
function findDrive(line: Line, index: number): number | undefined {
  const text = line.words[index]?.text ?? '';
  const isDrive =
    /^[468]$/.test(text) && /^[x×]$/.test(line.lower[index + 1] ?? '') && line.words[index + 2]?.text === '4';
  const after = line.words[index + 3];
  const goesOn = after !== undefined && after.kind !== 'mark' && isTight(line, index + 2);
  return isDrive && !goesOn && findUnit(line, index + 3, true) === undefined ? index + 3 : undefined;
}

/** "1️⃣ The big one": a digit in a box opens an entry of a list. */
function findKeycap(line: Line, index: number): number | undefined {
  const after = line.words[index + 1];
  return after !== undefined && isTight(line, index) && /^[\uFE0F\u20E3]+$/u.test(after.text) ? index + 2 : undefined;
}

/** "in 3000 BC", "en 493 av. J.-C.": years before our era are no dates of the project and no figures either. */
function findEra(line: Line, index: number): number | undefined {
  if (line.words[index + 1]?.kind !== 'letters') return undefined;
  const text = line.words[index + 1]?.text ?? '';
  if (line.lang === 'fr')
    return /^(?:av|avant|ap|après)$/.test(line.lower[index + 1] ?? '') && isEra(line, index + 2)
      ? index + 2
      : undefined;
  return /^(?:BCE?|AD|CE)$/.test(text) ? index + 2 : undefined;
}

/** "J.-C." or "notre ère" after "avant", "av.". */
function isEra(line: Line, index: number): boolean {
  const at = line.lower[index] === '.' ? index + 1 : index;
  if (line.lower[at] === 'notre') return line.plain[at + 1] === 'ere';
  return line.words[at]?.text === 'J' || line.plain[at] === 'jesus';
}

/** "A320", "5G", "F-35", "L. 332-1", "1.2.3", "12/5", "4x4", "U+00E9", "#3", "@zoe12". */
function findCode(line: Line, index: number): number | undefined {
  const before = line.words[index - 1];
  if (before !== undefined && isTight(line, index - 1)) {
    if (before.kind === 'letters' || before.kind === 'digits') return index + 1;
    if ('@#_/\\&=*['.includes(before.text)) return index + 1;
    const earlier = line.words[index - 2];
    const isInner = earlier !== undefined && isTight(line, index - 2);
    // "class of ’58": a year without its century
    if (/^['’‘]$/.test(before.text) && line.words[index]?.text.length === 2 && !isInner) return index + 1;
    // "section 44(3)", "7-6(5)"
    if (before.text === '(' && isInner && earlier.kind === 'digits') return index + 1;
    // "[13–14]": places in a list of references
    if (isDash(before.text) && line.lower[index + 1] === ']' && earlier?.kind === 'digits') return index + 1;
    // "90e+2"
    if (before.text === '+' && isInner && earlier.kind !== 'mark') return index + 1;
    if (
      (isDash(before.text) || before.text === ':' || before.text === '.' || before.text === ',') &&
      isInner &&
      earlier.kind !== 'mark'
    ) {
      // the second end of "10-20" is read with its first; alone it hangs on a word or on a code
      return index + 1;
    }
  }
  const after = line.words[index + 1];
  if (after === undefined || !isTight(line, index)) return undefined;
  const beyond = line.words[index + 2];
  const goesOn = beyond !== undefined && isTight(line, index + 1);
  // "800-TIPS", "UPDATE 2-Zambian miners": digits tied to a capital are a name's, save in "a 20-MW plant"
  if (
    isDash(after.text) &&
    goesOn &&
    /^\p{Lu}\p{L}/u.test(beyond.text) &&
    findUnit(line, index + 2, true) === undefined
  )
    return index + 2;
  const isAlone = !goesOn || beyond.kind === 'mark';
  if (line.lang === 'en' && isAlone) {
    // "in his 40s", "temperatures in the 80s"
    if (after.text === 's' && /^[1-9]0$/.test(line.words[index]?.text ?? '')) return index + 2;
    // "the 5C to Crediton", "the 39A."
    if (before?.text === 'the' && /^[A-Z]$/.test(after.text)) return index + 2;
  }
  // "LS1 4AB", "1C_412": the end of a postal code, the front of a file number
  if (after.kind === 'letters' && /^\p{Lu}{1,2}$/u.test(after.text) && isCodeTail(line, index)) return index + 2;
  // "0=female, 1=male"
  if (after.text === '=') return index + 2;
  if (after.text === '/' && goesOn && beyond.kind === 'digits')
    return findSlashFraction(line, index) === undefined ? index + 3 : undefined;
  // "1/ Ce matin", "90+4", "4X4"
  // odds and proportions: 3:1
  if (after.text === ':' && goesOn && beyond.kind === 'digits') return skipGlued(line, index + 1);
  if (after.text === '/' && !goesOn && index < 2) return index + 2;
  if ((after.text === '+' || /^[xX×]$/.test(after.text)) && goesOn && beyond.kind === 'digits') return index + 3;
  if (after.text === '_' || after.text === '@' || (after.text === '×' && goesOn)) return index + 2;
  // 1.2.3, 10.0.0.1 but not 1.234.567
  if (
    after.text === '.' &&
    goesOn &&
    beyond.kind === 'digits' &&
    line.lower[index + 3] === '.' &&
    isTight(line, index + 2)
  ) {
    const third = line.words[index + 4];
    if (third?.kind === 'digits' && isTight(line, index + 3) && (third.text.length !== 3 || beyond.text.length !== 3))
      return skipGlued(line, index + 1);
  }
  return undefined;
}

/** Whether "4AB" ends the postal code "LS1 4AB", "1N4" that of "H1M 1N4", or "_" goes on with a file number. */
function isCodeTail(line: Line, index: number): boolean {
  if (line.lower[index + 2] === '_' && isTight(line, index + 1)) return true;
  const isShort = (line.words[index]?.text.length ?? 0) === 1;
  const before = line.words[index - 1];
  if (!isShort || before === undefined || !isTight(line, index - 2)) return false;
  const isDigitLetter = before.kind === 'digits' && /^\p{Lu}{1,2}$/u.test(line.words[index - 2]?.text ?? '');
  const isLetter = /^\p{Lu}$/u.test(before.text) && line.words[index - 2]?.kind === 'digits';
  return isDigitLetter || isLetter;
}

/** "1. Name", "2) Name", "(3)" at the start of a line. */
function findListNumber(line: Line, index: number): number | undefined {
  const word = line.words[index];
  if (word === undefined || word.text.length > 3) return undefined;
  const isStart =
    index === 0 || (index === 1 && line.words[0]?.kind === 'mark' && !'-−–$€£'.includes(line.words[0].text));
  if (!isStart) return undefined;
  const after = line.lower[index + 1];
  if (
    (after === '.' || after === ')' || after === '°' || after === 'º') &&
    isTight(line, index) &&
    line.words[index + 2]?.kind !== 'digits'
  ) {
    // "°" opens a temperature too
    return after === '°' && isTight(line, index + 1) ? undefined : index + 2;
  }
  return undefined;
}

/** Whether a bare number is named by the word before it: "page 4", "article 12", "n° 3", "articles 12 et 13". */
export function isLabelled(line: Line, index: number): boolean {
  let at = index - 1;
  if (line.lower[at] === '.') at -= 1;
  const before = line.lower[at] ?? '';
  if (before === '#' || before === '°' || before === '§' || before === 'º') return true;
  const isJoined = /^(?:et|ou|à|,|and|or|to|&)$/.test(before) || isDash(before);
  if (isJoined && line.words[at - 1]?.kind === 'digits') return isLabelled(line, at - 1);
  // "whose monitors number ten", "supposed to number 2,500": here it is a verb
  if (before === 'number') return !/(?:s|^to|^may|^now)$/.test(line.lower[at - 1] ?? '');
  return isLabel(line, at) || isLabelOfSeveral(line, at, index);
}

/** "blocks 3 and 7", "wagons 4 à 6": the plural of a label names several. */
function isLabelOfSeveral(line: Line, label: number, index: number): boolean {
  const word = line.lower[label] ?? '';
  if (!word.endsWith('s') || !isLabelWord(line.lang, word.slice(0, -1))) return false;
  const link = line.lower[index + 1] ?? '';
  return (/^(?:and|et|to|à|&)$/.test(link) || isDash(link)) && line.words[index + 2]?.kind === 'digits';
}
