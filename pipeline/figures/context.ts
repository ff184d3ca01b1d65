// What is not a figure though it has digits: codes, labels, clock times, scores, phone and list numbers, ordinals.
import { isDash, isTight, type Line } from '../text/line.ts';
import { isLabel } from './words.ts';

/** Ordinal endings against digits. */
const ordinals = /^(?:er|ère|re|e|è|ème|eme|ᵉ|ᵉʳ|nd|nde|d|st|rd|th|º|ª)$/;

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
    findPhone(line, index) ??
    findCode(line, index) ??
    findListNumber(line, index)
  );
}

/** "6:30", "18:45", "9.30pm", "8am", "20h30", "20.45" after "at". */
function findClock(line: Line, index: number): number | undefined {
  const word = line.words[index];
  if (word === undefined) return undefined;
  if (/^\d{4}$/.test(word.text) && /^(?:gmt|utc|bst|est|edt|cet|hrs)$/.test(line.lower[index + 1] ?? ''))
    return index + 2;
  if (word.text.length > 2) return undefined;
  let next = index + 1;
  const mark = line.lower[next];
  const hasMinutes =
    (mark === ':' || mark === '.' || mark === 'h') &&
    isTight(line, index) &&
    isTight(line, next) &&
    line.words[next + 1]?.kind === 'digits' &&
    line.words[next + 1]?.text.length === 2;
  if (hasMinutes) next += 2;
  const suffix = line.lower[next];
  if (suffix === 'am' || suffix === 'pm') return next + 1;
  if ((suffix === 'a' || suffix === 'p') && line.lower[next + 1] === '.' && line.lower[next + 2] === 'm')
    return next + (line.lower[next + 3] === '.' ? 4 : 3);
  if (
    suffix === 'o' &&
    (line.lower[next + 1] === "'" || line.lower[next + 1] === '’') &&
    line.lower[next + 2] === 'clock'
  )
    return next + 3;
  if (hasMinutes && line.words[index + 1]?.text === 'H') return next;
  if (mark === ':' && hasMinutes)
    return line.lower[next] === ':' || line.lower[next] === ',' ? skipGlued(line, next) : next;
  return undefined;
}

function skipGlued(line: Line, index: number): number {
  let next = index;
  while (
    next < line.words.length &&
    isTight(line, next - 1) &&
    (line.words[next]?.kind === 'digits' || ':,.'.includes(line.words[next]?.text ?? ' '))
  )
    next += 1;
  return next;
}

/** "1er", "2e", "21st", "XXIe" is letters already. */
function findOrdinal(line: Line, index: number): number | undefined {
  return isOrdinalEnd(line, index + 1) ? index + 2 : undefined;
}

/** Whether the word at an index is an ordinal ending against the digits before it. */
export function isOrdinalEnd(line: Line, index: number): boolean {
  return isTight(line, index - 1) && ordinals.test(line.lower[index] ?? '');
}

/** Three or more short groups in a row, or groups with hyphens: "01 42 00 00 00", "555-0143", "+33 1 23". */
function findPhone(line: Line, index: number): number | undefined {
  const before = line.words[index - 1];
  const hasPlus = before?.text === '+' && isTight(line, index - 1);
  let next = index + 1;
  let groupCount = 1;
  let hasHyphen = false;
  let hasShort = (line.words[index]?.text.length ?? 0) !== 3 && !(line.words[index]?.text.length === 1);
  let hasNonThree = false;
  let startsWithZero = line.words[index]?.text.startsWith('0') === true && (line.words[index]?.text.length ?? 0) > 1;
  for (;;) {
    let at = next;
    if (isDash(line.lower[at]) || line.lower[at] === '.' || line.lower[at] === '/' || line.lower[at] === ')') {
      if (!isTight(line, at - 1)) break;
      at += 1;
    }
    const word = line.words[at];
    const previous = line.words[at - 1];
    if (word?.kind !== 'digits' || previous === undefined || word.start - previous.end > 1 || word.text.length > 4)
      break;
    if (at > next && isDash(line.lower[next])) hasHyphen = true;
    if (word.text.length !== 3) hasNonThree = true;
    if (word.text.length === 2) hasShort = true;
    groupCount += 1;
    next = at + 1;
  }
  const digitCount = line.words
    .slice(index, next)
    .reduce((sum, word) => sum + (word.kind === 'digits' ? word.text.length : 0), 0);
  if (hasPlus && digitCount >= 7 && groupCount >= 2 && (hasNonThree || groupCount > 3)) return next;
  if (groupCount >= 4 && hasNonThree) return next;
  if (groupCount >= 3 && startsWithZero) return next;
  if (groupCount >= 3 && /^(?:1800|1300|0800|1900)$/.test(line.words[index]?.text ?? '')) return next;
  if (groupCount >= 3 && hasHyphen && hasNonThree) return next;
  // 555-0143, 1800-555
  const last = line.words[next - 1]?.text.length ?? 0;
  if (groupCount === 2 && hasHyphen && last === 4 && (line.words[index]?.text.length ?? 0) === 3) return next;
  startsWithZero = startsWithZero && !hasShort;
  return undefined;
}

/** "A320", "5G", "F-35", "L. 332-1", "1.2.3", "12/5", "4x4", "U+00E9", "#3", "@zoe12". */
function findCode(line: Line, index: number): number | undefined {
  const before = line.words[index - 1];
  if (before !== undefined && isTight(line, index - 1)) {
    if (before.kind === 'letters' || before.kind === 'digits') return index + 1;
    if ('@#_/\\&=*['.includes(before.text)) return index + 1;
    const earlier = line.words[index - 2];
    const isInner = earlier !== undefined && isTight(line, index - 2);
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
  if (after.text === '/' && goesOn && beyond.kind === 'digits') return index + 3;
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
  return isLabel(line, at);
}

/**
 * Whether hours at words `index` to `next` are a time of day.
 * @param value hours, when known
 */
export function isClockTime(
  line: Line,
  index: number,
  next: number,
  value: number,
  hasMinutes: boolean,
  isSign: boolean,
): boolean {
  if (line.lang === 'en') return false;
  if (value >= 24) return false;
  const before = line.lower[index - 1] ?? '';
  const after = line.lower[next] ?? '';
  if (
    /^(?:du|locales|locale|précises|précise|pile|gmt|tu|utc|tapantes)$/.test(after) &&
    !(after === 'du' && !/^(?:matin|soir)$/.test(line.lower[next + 1] ?? ''))
  )
    return true;
  if (after === 'de' && line.lower[next + 1] === 'l' && /^(?:après|apres)/.test(line.lower[next + 3] ?? ''))
    return true;
  // "à deux heures de route", but "vers 13 heures de Ribaute"
  const leadsToDistance = value < 13 && /^(?:de|d|plus|avant|après|en|par)$/.test(after);
  // "07 h 12", "00 h 01": a duration has no leading zero
  if (/^0\d$/.test(line.words[index]?.text ?? '')) return true;
  // "de 21 heures à 5 heures"
  if (
    (before === 'de' || before === 'entre') &&
    (after === 'à' || after === 'et') &&
    /^(?:heures|h)$/.test(line.lower[next + 2] ?? '')
  )
    return true;
  if (/^(?:à|vers|dès|avant)$/.test(before)) return !leadsToDistance;
  if (before === 'après' && value >= 13 && value < 24) return !leadsToDistance;
  if (before === 'est' && line.lower[index - 2] === 'il') return true;
  if (
    /^(?:en|pendant|durant|sous|dure|duré|durait|dura|les|ces|quelque|environ|après|d|des|moins|plus|toutes|chaque|record|ses|nos|vos)$/.test(
      before,
    )
  )
    return false;
  if (!isSign) return before === 'entre' ? false : before === 'jusqu';
  if (before === ':' && !hasMinutes) return true;
  // "20 h 30" opens an entry of a live blog; "1 h 10 pour les hameaux" is a time taken
  if (hasMinutes) return value >= 6 || index === 0;
  return /^(?:de|entre|jusqu|et|,|à|après|-|–|—|')$/.test(before) || index === 0;
}
