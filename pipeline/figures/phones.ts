// Phone numbers: no figure of a text is written like one.
import { isDash, isTight, type Line } from '../text/line.ts';

/** Three or more short groups in a row, or groups with hyphens: "01 42 00 00 00", "555-0143", "+33 1 23". */
export function findPhone(line: Line, index: number): number | undefined {
  const before = line.words[index - 1];
  const hasPlus = before?.text === '+' && isTight(line, index - 1);
  const code = endOfBookNumber(line, index);
  if (code !== undefined) return code;
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
  // "its range at 4.25-4.5 per cent" has too few digits
  if (groupCount >= 4 && hasNonThree && digitCount >= 6) return next;
  if (groupCount >= 3 && startsWithZero) return next;
  if (groupCount >= 3 && /^(?:1800|1300|0800|1900)$/.test(line.words[index]?.text ?? '')) return next;
  // "a range of 4.25-4.5 per cent" has too few digits
  if (groupCount >= 3 && hasHyphen && hasNonThree && digitCount >= 6) return next;
  // 555-0143, 1800-555
  const last = line.words[next - 1]?.text.length ?? 0;
  if (groupCount === 2 && hasHyphen && last === 4 && (line.words[index]?.text.length ?? 0) === 3) return next;
  startsWithZero = startsWithZero && !hasShort;
  return undefined;
}

/** "ISBN 2 914571 14 3": the whole number of a book or a serial. */
function endOfBookNumber(line: Line, index: number): number | undefined {
  const at = line.lower[index - 1] === ':' ? index - 2 : index - 1;
  if (!/^(?:isbn|issn|ean|siren|siret|iban)$/.test(line.lower[at] ?? '')) return undefined;
  let next = index + 1;
  while (line.words[next]?.kind === 'digits' || (isDash(line.lower[next]) && line.words[next + 1]?.kind === 'digits'))
    next += 1;
  return next;
}
