// Whether a number that counts nothing is a figure at all: most are, but list numbers, shelf marks, scores, addresses and hours
// stand bare too.
import { isDash, isTight, type Line } from '../text/line.ts';
import { sumTerms } from './decimal.ts';
import type { Draft } from './draft.ts';
import { findRole } from './words.ts';
import { isCricketScore, isShirtNumber } from './sport-numbers.ts';
import { isHourInWords, isNamedInWords, isPlausibleWords } from './plausible-words.ts';

/** Distances that name a race after an article: "the 200 metres", "le 100 m". */
const races = new Set([60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000]);

const weekdays =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/**
 * Whether a draft reads as a figure in its surroundings.
 * @param drafts the figures of the line, of which it is the one at `at`
 * @example isPlausible(line, draft, [draft], 0) // false for the 3 of "Vitrine 3"
 */
export function isPlausible(line: Line, draft: Draft, drafts: readonly Draft[], at: number): boolean {
  if (draft.kind === 'measure') return !isRace(line, draft);
  if (draft.kind !== 'count' || draft.unit !== undefined) return true;
  const value = sumTerms(draft.parts);
  if (draft.form === 'digits' && isShirtNumber(line, draft, value)) return false;
  if (draft.form === 'digits' && draft.doubtfulNoun !== undefined && isAddress(line, draft, value)) return false;
  if (draft.form === 'digits' && (isLineTime(line, draft, value) || isSectionNumber(line, draft))) return false;
  if (isCricketScore(line, draft) || isZeroed(line, draft) || isHourInWords(line, draft, value)) return false;
  if (draft.form === 'digits' && isFootnote(line, draft, value)) return false;
  if (draft.form === 'digits' && draft.noun !== undefined) return !isAddress(line, draft, value);
  if (draft.form === 'words' && draft.qualifier === 'exact' && isNamedInWords(line, draft, value)) return false;
  if (draft.noun !== undefined || draft.doubtfulNoun !== undefined || draft.qualifier !== 'exact') return true;
  if (draft.form === 'digits' && isGlued(line, draft)) return false;
  if (draft.form === 'digits' && isElliptic(line, draft, drafts, at)) return true;
  return draft.form === 'digits' ? isPlausibleDigits(line, draft, value) : isPlausibleWords(line, draft, value);
}

function isRace(line: Line, draft: Draft): boolean {
  if (draft.unit !== 'm' || draft.form !== 'digits' || draft.qualifier !== 'exact') return false;
  if (!races.has(sumTerms(draft.parts))) return false;
  const before = line.lower[draft.first - 1] ?? '';
  if (line.lang === 'fr')
    return (
      /^(?:le|du|au|x)$/.test(before) ||
      /^(?:dames|messieurs|haies|nage|papillon|brasse|dos)$/.test(line.lower[draft.next] ?? '')
    );
  const isPossessive = before === 's' && /^['’]$/.test(line.lower[draft.first - 2] ?? '');
  return before === 'the' || isPossessive || before === 'x' || /^(?:fastest|hurdles)$/.test(before);
}

/** "63300 THIERS", "101 Yakubu Gowon Crescent". */
function isAddress(line: Line, draft: Draft, value: number): boolean {
  const noun = line.words[(draft.noun ?? draft.doubtfulNoun)?.first ?? -1];
  if (noun === undefined || !/^\p{Lu}/u.test(noun.text) || draft.parts.length > 1) return false;
  const digits = line.words[draft.first]?.text ?? '';
  if (/^\d{5}$/.test(digits) && draft.next === draft.first + 1 && value >= 1000) return true;
  for (let at = draft.next; at < draft.next + 5; at += 1) {
    if (
      /^(?:street|road|avenue|crescent|lane|drive|place|square|boulevard|terrace|way|row|close|walk|gardens|mews)$/.test(
        line.lower[at] ?? '',
      ) &&
      /^\p{Lu}/u.test(line.words[at]?.text ?? '')
    )
      return true;
    if (line.words[at]?.kind !== 'letters') return false;
  }
  return false;
}

/** "1 Centre national de lutte": the number of a note at the start of a line. */
function isFootnote(line: Line, draft: Draft, value: number): boolean {
  const noun = line.words[(draft.noun ?? draft.doubtfulNoun)?.first ?? -1];
  return draft.first === 0 && value < 20 && draft.parts.length === 1 && /^\p{Lu}\p{Ll}*[^sxz]$/u.test(noun?.text ?? '');
}

/** "21.45 Prime Minister …" at the start of a line. */
function isLineTime(line: Line, draft: Draft, value: number): boolean {
  return draft.first === 0 && isHour(line, draft, value);
}

/** "3.1 Market", "15.4 The Union triumphant": two levels of a list at the start of a line, before a capital. */
function isSectionNumber(line: Line, draft: Draft): boolean {
  if (draft.first !== 0 || draft.next !== 3 || line.lower[1] !== '.' || draft.parts.length > 1) return false;
  return /^\p{Lu}/u.test(line.words[3]?.text ?? '') && !isTight(line, 2);
}

/** "l'hôpital Nord a reçu 40 blessés, l'hôpital Sud 22.": a clause without its verb counts what the one before counted. */
function isElliptic(line: Line, draft: Draft, drafts: readonly Draft[], at: number): boolean {
  const previous = drafts[at - 1];
  // "403 MPs, the Tories 121, the Lib Dems 72": the noun may be some figures back
  const counted = [1, 2, 3, 4].map((step) => drafts[at - step]).find((other) => other?.noun !== undefined);
  if (previous === undefined || previous.kind !== 'count' || counted?.kind !== 'count') return false;
  if (!/^(?:|[.,;]|and|et)$/.test(line.lower[draft.next] ?? '')) return false;
  const end = Math.max(previous.noun?.next ?? 0, previous.next);
  if (draft.first - end > 9 || draft.first - end < 2) return false;
  let start = draft.first - 1;
  while (start > end && !/^[,;]$/.test(line.lower[start] ?? '')) start -= 1;
  // an article or a name opens the clause: "Malta has six members, Germany 96"
  const isOpened =
    /^(?:l|le|la|les|the|et|and)$/.test(line.lower[start + 1] ?? '') ||
    /^\p{Lu}\p{Ll}/u.test(line.words[start + 1]?.text ?? '');
  return /^[,;]$/.test(line.lower[start] ?? '') && isOpened && draft.first - start > 1;
}

/** "camp 045", "VNM 003": nobody counts with a nought in front. */
function isZeroed(line: Line, draft: Draft): boolean {
  const isPlain = draft.form === 'digits' && draft.parts.length === 1 && draft.next === draft.first + 1;
  return isPlain && draft.qualifier === 'exact' && /^0\d+$/.test(line.words[draft.first]?.text ?? '');
}

/** "8.40" and "07.00": two digits of minutes after an hour. */
function isHour(line: Line, draft: Draft, value: number): boolean {
  if (draft.next !== draft.first + 3 || line.lower[draft.first + 1] !== '.') return false;
  const minutes = line.words[draft.first + 2]?.text ?? '';
  return minutes.length === 2 && Number(minutes) < 60 && value < 24.6;
}

/** "9mobile", "1xBet": digits that go on in letters are a name, unless the letters are a unit, which has been read by now. */
function isGlued(line: Line, draft: Draft): boolean {
  const last = line.words[draft.next - 1];
  const next = line.words[draft.next];
  return last !== undefined && next?.kind === 'letters' && next.start === last.end && /^\p{Ll}\p{L}/u.test(next.text);
}

function isPlausibleDigits(line: Line, draft: Draft, value: number): boolean {
  const before = line.words[draft.first - 1];
  const after = line.words[draft.next];
  const isWhole = Number.isInteger(value);
  const isSimple = draft.parts.length === 1 && draft.next === draft.first + 1;
  // a line of its own: page numbers, counters, numbers of subtitles
  if (isWhole && line.words.length <= 6 && line.words.every((word) => word.kind !== 'letters')) return !isSimple;
  if (before === undefined) return !(isHour(line, draft, value) && after !== undefined);
  if (weekdays.test(line.lower[draft.first - 1] ?? '')) return false;
  if (line.lower[draft.next] === 'in' && /^(?:morning|afternoon|evening)$/.test(line.lower[draft.next + 2] ?? ''))
    return false;
  if (before.text === '[' && after?.text === ']') return false;
  // "H.R. 1433", "U.S. 1" are numbers of bills and roads
  const isInitial = /^[A-Z]$/.test(line.words[draft.first - 2]?.text ?? '') && line.lower[draft.first - 3] === '.';
  if (isSimple && before.text === '.' && isInitial && isTight(line, draft.first - 2)) return false;
  // "who called 911", "dial 112"
  if (
    isSimple &&
    value < 1000 &&
    value > 99 &&
    /^(?:call(?:s|ed|ing)?|dial(?:s|led|ling)?|phoned?|ring)$/.test(before.text.toLowerCase())
  )
    return false;
  // "St Kilda VIC 3182", "Rochester NY 14604"
  if (
    isSimple &&
    /^[A-Z]{2,3}$/.test(before.text) &&
    /^(?:\d{5}|[2-7]\d{3})$/.test(line.words[draft.first]?.text ?? '') &&
    isPostState(before.text)
  )
    return false;
  if (
    isHour(line, draft, value) &&
    !isRate(line, draft.first) &&
    /^(?:at|until|till|updated|from|by|,|à|dès|vers)$/.test(line.lower[draft.first - 1] ?? '')
  )
    return false;
  if (line.lang === 'en' && isSimple && value <= 12 && /^(?:at|until|till)$/.test(line.lower[draft.first - 1] ?? ''))
    return false;
  // "Overall: 1. Narváez; 2. Romo"
  if (
    isSimple &&
    value < 100 &&
    /^[:;…|,]$/.test(before.text) &&
    after?.text === '.' &&
    // "Deaths: 12." ends there
    line.words[draft.next + 1]?.kind === 'letters' &&
    (before.text !== ',' || /^\p{Lu}/u.test(line.words[draft.next + 1]?.text ?? ''))
  )
    return false;
  // "elle chausse du 36", "la copropriété du 17, rue des Envierges"
  if (line.lang === 'fr' && isSimple && isWhole && before.text === 'du' && draft.noun === undefined) return false;
  // "Vitrine 2", "Look 17", "Highlanders 24", "Session 1"; in a line of capitals, and after "CONTRE", a capital says nothing
  const hasCapital =
    /^\p{Lu}\p{Ll}/u.test(before.text) || !/^\p{Lu}{2,}$/u.test(line.words[draft.first - 2]?.text ?? '');
  const isName =
    before.kind === 'letters' &&
    /^\p{Lu}/u.test(before.text) &&
    hasCapital &&
    findRole(line, draft.first - 1) === undefined &&
    !isTight(line, draft.first - 1);
  if (isSimple && isWhole && value < 1000 && isName && line.lang !== 'und') return false;
  return !(isDash(before.text) && isTight(line, draft.first - 1));
}

/** "narrowed to 2.04 per cent from 2.11", "traded at 4.18 to the dollar", "put the peso at 18.40": no hours. */
function isRate(line: Line, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 10); at -= 1) {
    if (
      /^(?:%|cent|percent|pct|trad(?:ed|es|ing)|closed?|stood|stands?|put|peso|rupee|ringgit|baht|rand|lira|yuan|euro|dollar|sterling|average)$/.test(
        line.lower[at] ?? '',
      )
    )
      return true;
  }
  return line.lower[index + 3] === 'to' && line.lower[index + 4] === 'the';
}

const postStates = new Set(
  (
    'VIC NSW QLD WA SA TAS ACT NT AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ' +
    'ND OH OK OR PA RI SC SD TN TX UT VT VA WV WI WY DC PR'
  ).split(' '),
);

function isPostState(text: string): boolean {
  return postStates.has(text);
}
