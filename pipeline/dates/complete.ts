// Completes a day or a month without a year by the document's date, backwards or forwards as the sentence says.
import type { Line } from '../text/line.ts';
import { isCalendarPoint, type Period, type Point } from './edtf.ts';

/** Words that speak of what is to come. */
const future: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(
    'prochain prochaine prochains prochaines doit doivent devrait devraient prévu prévue prévus prévues va vont ici échéance expire attendu attendue attendus attendues commence débute débutera expire rouvre prévoit espère veut'.split(
      ' ',
    ),
  ),
  en: new Set(
    'next will due shall expected scheduled would until upcoming planned forthcoming ends expires begins starts opens returns wants plans hopes aims expects promises'.split(
      ' ',
    ),
  ),
};

/** Words that speak of what was. */
const past: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set('dernier dernière derniers passé depuis était avait avaient étaient'.split(' ')),
  en: new Set('last since was were had ago'.split(' ')),
};

/** `around`: of the same year, later or earlier, unless that is far off. */
type Direction = 'back' | 'forth' | 'near' | 'around';

interface Reference {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
}

/**
 * A period with its year completed, or the same period where there is nothing to complete or nothing to complete it by.
 * @example completePeriod({ kind: 'point', points: [{ month: 9 }] }, line, 1, 2, '2021-12-03') // points: [{ year: 2021, month: 9 }]
 */
export function completePeriod(
  period: Period,
  line: Line,
  first: number,
  next: number,
  date: string | undefined,
): Period {
  if (date === undefined || !('points' in period)) return period;
  // "chaque 12 mai", "each May" are of no year
  if (/^(?:chaque|each|every)$/.test(line.lower[first - 1] ?? '')) return period;
  if (period.points.every((point) => point.year !== undefined || point.month === undefined)) return period;
  const reference = readReference(date);
  const anchor = period.points[0];
  if (reference === undefined || anchor?.month === undefined) return period;
  const year = chooseYear(anchor, reference, findDirection(line, first, next));
  const points = period.points.map((point) => {
    if (point.year !== undefined) return point;
    const isNextYear = point !== anchor && (point.month ?? 0) < (anchor.month ?? 0);
    return { ...point, year: isNextYear ? year + 1 : year };
  });
  if (!points.every(isCalendarPoint)) return period;
  const [start, end] = points;
  if (start === undefined) return period;
  if (period.kind === 'point') return { kind: 'point', points: [start] };
  if (period.kind === 'interval') return { kind: 'interval', points: [start, end ?? start] };
  return { kind: 'set', points };
}

function readReference(date: string): Reference | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date);
  if (match === null) return undefined;
  return {
    year: Number(match[1]),
    month: Number(match[2]),
    day: match[3] === undefined ? undefined : Number(match[3]),
  };
}

function findDirection(line: Line, first: number, next: number): Direction {
  if (line.lang === 'und') return 'near';
  const before = line.lower[first - 1] ?? '';
  if (past[line.lang].has(before) || past[line.lang].has(line.lower[next] ?? '')) return 'back';
  if (future[line.lang].has(before) || before === 'by' || future[line.lang].has(line.lower[next] ?? '')) return 'forth';
  const cue = findCue(line, first, next);
  const deadline = findDeadline(line, first);
  if (deadline === undefined || cue === 'forth') return cue ?? 'near';
  if (cue === undefined) return 'forth';
  return isStillOpen(line, deadline) ? 'around' : cue;
}

/** The cue nearest to the date speaks of it: "died in November; his widow will pursue the case". */
function findCue(line: Line, first: number, next: number): 'back' | 'forth' | undefined {
  for (let distance = 1; distance <= reach; distance += 1) {
    for (const at of [first - 1 - distance, next - 1 + distance]) {
      const direction = readCue(line, at);
      if (direction !== undefined) return direction;
    }
  }
  return undefined;
}

/** How far before a date "avant" or "before" may stand, in words: "avant les sénatoriales de septembre". */
const deadlineReach = 4;

function findDeadline(line: Line, first: number): number | undefined {
  for (let at = first - 1; at >= Math.max(0, first - deadlineReach); at -= 1) {
    const word = line.lower[at] ?? '';
    if (word === (line.lang === 'fr' ? 'avant' : 'before')) return at;
    if (/^[,.;:–—(]$/.test(word)) return undefined;
  }
  return undefined;
}

/** "was asked to vote before the September election", "appelés aux urnes, pour la dernière fois avant les sénatoriales de septembre". */
function isStillOpen(line: Line, deadline: number): boolean {
  for (let at = Math.max(0, deadline - 6); at < deadline; at += 1) {
    const word = line.words[at]?.text ?? '';
    const previous = line.lower[at - 1] ?? '';
    if (line.lang === 'fr') {
      if (/^derni(?:er|ère)s?$/.test(word) || (/^(?:à|de)$/.test(previous) && /^\p{Ll}{2,}(?:er|ir|re)$/u.test(word)))
        return true;
    } else if (word === 'last' || (previous === 'to' && /^(?!(?:the|an|his|her|its|their)$)[a-z]{2,}$/.test(word))) {
      return true;
    }
  }
  return false;
}

/** How far from a date its verb is sought, in words. */
const reach = 30;

function readCue(line: Line, at: number): 'back' | 'forth' | undefined {
  const word = line.lower[at];
  if (word === undefined || line.lang === 'und') return undefined;
  if (future[line.lang].has(word)) return 'forth';
  if (past[line.lang].has(word)) return 'back';
  if (line.lang === 'en' && line.lower[at - 1] === 'be') return 'forth';
  // "It is in January"
  if (line.lang === 'en' && word === 'is' && line.lower[at + 1] === 'in') return 'forth';
  if (line.lang === 'en')
    return /^[a-z]{2,}ed$/.test(word) && !/^(?:need|feed|speed|seed|breed|exceed|proceed|united|hundred)$/.test(word)
      ? 'back'
      : undefined;
  if (/^\p{L}+(?:era|eront|ira|iront|dra|dront|ura|uront)$/u.test(word)) return 'forth';
  // the compound past: "a décidé", "ont été relevés"
  if (/^(?:a|ont|est|sont)$/.test(word) && /(?:é|és|ée|ées|i|is|it|u|us|ue|ues)$/.test(line.lower[at + 1] ?? ''))
    return 'back';
  return /^\p{L}{2,}(?:èrent|irent|urent)$/u.test(word) ? 'back' : undefined;
}

/** Days by which a date may lie on the wrong side of the document's date. */
const slack = 60;
/** Days by which the date of a deadline may lie on either side. */
const deadlineSlack = 8 * 31;

function chooseYear(point: Point, reference: Reference, direction: Direction): number {
  const distance = (year: number): number =>
    (year - reference.year) * 372 + ((point.month ?? 1) - reference.month) * 31 + dayDistance(point, reference);
  // news names the year of what lies eleven months off: a day just on the other side of the date is a slip of the cue
  if (direction === 'back') return distance(reference.year) <= slack ? reference.year : reference.year - 1;
  if (direction === 'forth') return distance(reference.year) >= -slack ? reference.year : reference.year + 1;
  if (direction === 'around' && Math.abs(distance(reference.year)) <= deadlineSlack) return reference.year;
  // no word says which way: what is told is mostly less than nine months old, what is announced less than four ahead
  if (distance(reference.year) > 4 * 31) return reference.year - 1;
  return distance(reference.year) < -9 * 31 ? reference.year + 1 : reference.year;
}

function dayDistance(point: Point, reference: Reference): number {
  return point.day === undefined || reference.day === undefined ? 0 : point.day - reference.day;
}
