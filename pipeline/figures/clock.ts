// Times of day: "6:30", "20h30", "à 18 heures", told apart from lengths of time.
import { isTight, type Line } from '../text/line.ts';

const times = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir|matin|demain|hier|midi|nuit|après-midi)$/;

/** What has an hour: "la séance de 14 heures". */
const events =
  /^(?:titres|journal|journaux|édition|flash|bulletin|séances?|trains?|messe|office|vols?|bus|car|corail|tgv|ter|rer|ferry|pointage|point|réunion|direct|départ|arrivée|émission|film|marée)$/;

const zones = /^(?:GMT|UTC|BST|CES?T|E[DS]T|P[DS]T|IST|AE[DS]T)$/;

/** "6:30", "18:45", "9.30pm", "8am", "20h30", "20.45" after "at". */
export function findClock(line: Line, index: number): number | undefined {
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
  // "Mon 18 Nov 2024 06.00 GMT"; in capitals, since "est" is a verb
  if (hasMinutes && zones.test(line.words[next]?.text ?? '') && isHour(line, index)) return next + 1;
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

/** "06.00", but no "24.95" and no "6.75". */
function isHour(line: Line, index: number): boolean {
  return Number(line.words[index]?.text) < 24 && Number(line.words[index + 2]?.text) < 60;
}

/** Index after the digits and marks that hang together from a word on. */
export function skipGlued(line: Line, index: number): number {
  let next = index;
  while (
    next < line.words.length &&
    isTight(line, next - 1) &&
    (line.words[next]?.kind === 'digits' || ':,.'.includes(line.words[next]?.text ?? ' '))
  )
    next += 1;
  return next;
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
  // "lundi, 17 heures", "ce soir, 20 heures", "demain 9 h"
  const named = before === ',' ? (line.lower[index - 2] ?? '') : before;
  if (times.test(named)) return true;
  // "le journal de 7 heures", "le train de 5 h 12"
  if (before === 'de' && events.test(line.lower[index - 2] ?? '')) return true;
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
  if (hasMinutes) return value >= 6 || (index === 0 && line.words[index]?.kind === 'digits');
  return /^(?:de|entre|jusqu|et|,|à|après|-|–|—|')$/.test(before) || index === 0;
}
