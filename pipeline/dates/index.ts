// Stage `dates`: calendar dates and periods of each sentence to EDTF. Weekdays, clock times, "yesterday" and dates before our
// era are not dates here; whether a bare number is a year is decided by its context.
import type { DateMention, Document, MentionNote, ModelLabel, ModelSpan, Sentence } from '../document.ts';
import { type Line, lineOf } from '../text/line.ts';
import { bySpan, contains, findLastStarting, groupBySentence, overlaps } from '../text/span.ts';
import { findCalendarWord } from './calendar.ts';
import { findCentury, findDecade } from './centuries.ts';
import { completePeriod } from './complete.ts';
import { findNamedDate } from './days.ts';
import { findBounds, formatPeriod, type Period } from './edtf.ts';
import { findFeast } from './feasts.ts';
import type { FoundDate } from './found.ts';
import { findHeaderDate } from './header.ts';
import { findNumericDate } from './numeric.ts';
import { findQuarter, findSeason } from './periods.ts';
import { agreementGain, completionFactor, disagreementFactor, ruleScores } from './scores.ts';
import { findWeekdayNumber, resolveWeekday } from './weekdays.ts';
import { findYears } from './years.ts';

/** Rules in the order in which they are asked at each word: the first that reads something wins. */
const rules: readonly ((line: Line, index: number) => FoundDate | undefined)[] = [
  findNumericDate,
  findQuarter,
  findCentury,
  findNamedDate,
  findFeast,
  findWeekdayNumber,
  findSeason,
  findDecade,
  findYears,
];

/**
 * Adds the dates of every sentence to `mentions`, in order of start. Sentences of no known language give numeric dates only.
 * @example extractDates(document).mentions[0] // { type: 'date', text: '3 mars 2024', edtf: '2024-03-03', … }
 */
export function extractDates(document: Document): Document {
  const found: DateMention[] = [];
  const spansOfSentence = groupBySentence(document.modelSpans, document.sentences.length);
  document.sentences.forEach((sentence, index) => {
    const spans = spansOfSentence[index] ?? [];
    found.push(...readSentence(document, sentence, index, spans));
  });
  if (found.length === 0) return document;
  return {
    ...document,
    mentions: [...document.mentions, ...found].sort(bySpan),
  };
}

function readSentence(
  document: Document,
  sentence: Sentence,
  index: number,
  spans: readonly ModelSpan[],
): DateMention[] {
  const mentions: DateMention[] = [];
  const line = lineOf(document.text, sentence);
  if (document.blocks[sentence.block]?.kind === 'date') {
    const header = findHeaderDate(line);
    const mention = header === undefined ? undefined : toMention(document, line, index, header, spans);
    return mention === undefined ? [] : [mention];
  }
  let at = 0;
  while (at < line.words.length) {
    const date = mayStart(line, at) ? findDate(line, at) : undefined;
    const mention = date === undefined ? undefined : toMention(document, line, index, date, spans);
    if (mention !== undefined) mentions.push(mention);
    at = date === undefined ? at + 1 : date.next;
  }
  return mentions;
}

/** Labels whose dates belong to the name. */
const names: ReadonlySet<ModelLabel> = new Set<ModelLabel>(['PER', 'ORG', 'LOC', 'MISC']);

/** Cheap test that spares the rules most words. */
function mayStart(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word === undefined) return false;
  if (word.kind === 'digits') return true;
  if (word.kind === 'mark') return word.text === "'" || word.text === '’' || word.text === '‘';
  return (
    line.lang !== 'und' &&
    (findCalendarWord(line, index) !== undefined || openers[line.lang].test(line.plain[index] ?? ''))
  );
}

/** Words besides those of the calendar at which a date may open: ordinals, decades, centuries, number words. */
const openers: Record<'fr' | 'en', RegExp> = {
  fr: /^(?:les|annees|[ivx]+(?:e|er|eme|ᵉ|ᵉʳ)?|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|huitante|nonante|mille|mil|jour|saint|toussaint|assomption|noel|t|s|q|h)$/,
  en: /^(?:[a-z]+(?:th|first|second|third|ieth)|twenty|thirty|[a-z]+ies|new|christmas|boxing|valentine|all|halloween|q|h)$/,
};

function findDate(line: Line, index: number): FoundDate | undefined {
  const before = line.words[index - 1];
  // the tail of a word or of a code: "A-2024", "n°2024"
  if (before !== undefined && before.end === line.words[index]?.start && /[@#_\\]/.test(before.text)) return undefined;
  for (const rule of rules) {
    const date = rule(line, index);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The period of a date with its year, and of a numbered weekday with its month, which nothing but the document's date can give. */
function completeDate(date: FoundDate, line: Line, reference: string | undefined): Period | undefined {
  if (date.weekday === undefined) return completePeriod(date.period, line, date.first, date.next, reference);
  const day = 'points' in date.period ? date.period.points[0]?.day : undefined;
  const point = day === undefined || reference === undefined ? undefined : resolveWeekday(day, date.weekday, reference);
  return point === undefined ? undefined : { kind: 'point', points: [point] };
}

/** "T3 2024", "Q3 2024": with its year a quarter is nobody's name; alone it may be a car's. */
function isDatedQuarter({ rule, period }: FoundDate): boolean {
  return rule === 'quarter' && 'points' in period && period.points.every(({ year }) => year !== undefined);
}

function toMention(
  document: Document,
  line: Line,
  sentence: number,
  date: FoundDate,
  spans: readonly ModelSpan[],
): DateMention | undefined {
  const start = line.words[date.first]?.start;
  const end = line.words[date.next - 1]?.end;
  if (start === undefined || end === undefined) return undefined;
  const span = { start, end };
  const near = findLastStarting(spans, end - 1);
  const overlapping = [spans[near - 1], spans[near]].filter((other) => other !== undefined && overlaps(other, span));
  const name = overlapping.find((other) => other !== undefined && names.has(other.label));
  // "Coupe du monde 2022", "Avril Lavigne": the name has the date in it
  const isNamed = name !== undefined && (contains(name, span) || name.score > 0.6);
  if (isNamed && !(isDatedQuarter(date) && contains(span, name))) return undefined;
  const period = completeDate(date, line, document.date);
  if (period === undefined) return undefined;
  const isCompleted = period !== date.period;
  const agrees = overlapping.some((other) => other?.label === 'DATE');
  const base =
    ruleScores[date.rule] * (isCompleted ? completionFactor : 1) * (date.alternative === undefined ? 1 : 0.7);
  const score = agrees ? base + (1 - base) * agreementGain : spans.length === 0 ? base : base * disagreementFactor;
  const notes: MentionNote[] = [];
  if (isCompleted)
    notes.push({
      code: 'date.year-completed',
      message: `the year comes from the document's date, ${document.date ?? ''}`,
    });
  if (date.alternative !== undefined) {
    notes.push({
      code: 'date.order-guessed',
      message: `read day first; month first it is ${formatPeriod(date.alternative)}`,
    });
  }
  return {
    type: 'date',
    start,
    end,
    text: document.text.slice(start, end),
    sentence,
    score: Math.round(score * 1e6) / 1e6,
    method: `rule:date.${date.rule}`,
    edtf: formatPeriod(period),
    ...findBounds(period),
    ...(notes.length === 0 ? {} : { notes }),
  };
}
