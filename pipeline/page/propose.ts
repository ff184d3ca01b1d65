// What a correction may become: the rivals that lost, the candidates, a word more or less, another type, and what the
// rules read in the sentence. The page shows these first; a person types only what is not among them.
import { cutBlocks } from '../blocks/index.ts';
import { extractCountries } from '../countries/index.ts';
import { extractDates } from '../dates/index.ts';
import { type Mention as StageMention, startDocument } from '../document.ts';
import { extractFigures } from '../figures/index.ts';
import { detectLanguages } from '../language/index.ts';
import type { Decided } from '../ledger/schema.ts';
import { splitSentences } from '../sentences/index.ts';
import { foldName, wordsOf } from '../text/fold.ts';
import { overlaps, type Span } from '../text/span.ts';
import { splitWords, type Word } from '../text/words.ts';
import { decidedOf, isSameDecided } from './mention.ts';
import type { MentionType, Proposal, Proposals } from './messages.ts';
import { sentenceAround } from './passage.ts';
import type { DocumentState, Slot } from './slots.ts';

const types: readonly MentionType[] = ['person', 'organisation', 'place', 'country', 'other', 'figure', 'date'];
const nameLimit = 8;
/** A sentence longer than this is a list or a broken text: its words around the mention are enough. */
const sentenceReach = 1500;

/**
 * Proposals for a span: of a mention or lead (`slot`), or of what a person selected.
 * @example propose(state, { start: 10, end: 15 }).proposals.map(({ record }) => record.type)
 */
export function propose(state: DocumentState, span: Span, slot?: Slot): Proposals {
  const { text } = state.document;
  const around = sentenceAround(state, span);
  const sentence = {
    start: Math.max(around.start, span.start - sentenceReach),
    end: Math.min(around.end, span.end + sentenceReach),
  };
  const words = splitWords(text, sentence.start, sentence.end);
  const read = readRules(state, sentence);
  const typed = (type: MentionType, at: Span): Decided => typedRecord(type, at, text, read);
  const found: Proposal[] = [];
  const isLead = slot?.baseState === 'lead';
  const current = slot === undefined ? undefined : decidedOf(slot.base);
  const add = (record: Decided, why: string, detail?: string): void => {
    if (!isLead && current !== undefined && isSameDecided(record, current)) return;
    if (found.some((other) => isSameDecided(other.record, record))) return;
    found.push({ record, why, ...(detail === undefined ? {} : { detail }) });
  };

  for (const { value, reason } of slot?.base.candidates ?? []) {
    if (current !== undefined) add(withCandidate(current, value), 'candidate', reason);
  }
  for (const rival of slot?.base.rivals ?? []) {
    if (isType(rival.type)) add(typed(rival.type, rival), 'rival', rival.rule);
  }
  for (const mention of read) if (overlaps(mention, span)) add(mention, 'rule');
  const type = current?.type;
  if (type !== undefined && type !== 'figure' && type !== 'date') {
    for (const [at, why] of neighbours(words, span)) add(typed(type, at), why);
  }
  for (const other of types) if (isLead || other !== type) add(typed(other, span), 'type');
  return { proposals: found, names: nearNames(state, text.slice(span.start, span.end), slot), words: stepsOf(words) };
}

/** What the rules make of a sentence alone: figures, dates and countries with their values. */
function readRules(state: DocumentState, sentence: Span): Decided[] {
  const { text, line, doc } = state.document;
  const surface = text.slice(sentence.start, sentence.end);
  const document = startDocument({
    doc,
    source: doc,
    sha256: '',
    encoding: '',
    text: surface,
    ...(line.date === undefined ? {} : { date: line.date }),
    ...(line.lang === 'fr' || line.lang === 'en' ? { declaredLanguage: line.lang } : {}),
  });
  const { mentions } = extractCountries(
    extractFigures(extractDates(detectLanguages(splitSentences(cutBlocks(document))))),
  );
  return mentions.map((mention) => shifted(mention, sentence.start));
}

function shifted(mention: StageMention, by: number): Decided {
  const common = { type: mention.type, text: mention.text, start: mention.start + by, end: mention.end + by };
  switch (mention.type) {
    case 'country':
      return { ...common, ...(mention.code === undefined ? {} : { code: mention.code }), via: mention.via };
    case 'date':
      return { ...common, edtf: mention.edtf };
    case 'figure': {
      const { kind, qualifier, value, min, max, approximate, fraction, unit } = mention;
      return {
        ...common,
        kind,
        qualifier,
        ...(value === undefined ? {} : { value }),
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        ...(approximate === true ? { approximate: true } : {}),
        ...(fraction === undefined ? {} : { fraction: [fraction[0], fraction[1]] }),
        ...(unit === undefined ? {} : { unit }),
      };
    }
    default:
      return common;
  }
}

/** A record of a type at a span, with the values that the rules read there; what they did not read stays open. */
function typedRecord(type: MentionType, { start, end }: Span, text: string, read: readonly Decided[]): Decided {
  const surface = text.slice(start, end);
  const common = { type, text: surface, start, end };
  const same = read.find((mention) => mention.type === type && overlaps(mention, { start, end }));
  if (same !== undefined) return { ...same, ...common };
  if (type === 'country') return { ...common, via: /^\p{Ll}/u.test(surface) ? 'demonym' : 'name' };
  if (type !== 'figure') return common;
  const digits = /\d[\d\s\u00a0\u202f.,]*/u
    .exec(surface)?.[0]
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace(',', '.');
  const value = digits === undefined ? Number.NaN : Number(digits);
  return { ...common, kind: 'count', qualifier: 'exact', ...(Number.isFinite(value) ? { value } : {}) };
}

function withCandidate(current: Decided, value: string): Decided {
  switch (current.type) {
    case 'country':
      return { ...current, code: value };
    case 'figure':
      return { ...current, unit: value, kind: 'money' };
    case 'date':
      return { ...current, edtf: value };
    default:
      return { ...current, name: value };
  }
}

/** The span with a word less or more at either end. */
function neighbours(words: readonly Word[], span: Span): [Span, string][] {
  const inside = words.filter((word) => overlaps(word, span));
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = words[words.indexOf(first) - 1];
  const after = words[words.indexOf(last) + 1];
  const found: [Span, string][] = [];
  const second = inside.find((word) => word.start > first.start && word.kind === 'letters');
  const previous = inside.findLast((word) => word.end < last.end && word.kind === 'letters');
  if (second !== undefined) found.push([{ start: second.start, end: span.end }, 'shorter']);
  if (previous !== undefined && previous !== second) found.push([{ start: span.start, end: previous.end }, 'shorter']);
  if (before?.kind === 'letters') found.push([{ start: before.start, end: span.end }, 'longer']);
  if (after?.kind === 'letters') found.push([{ start: span.start, end: after.end }, 'longer']);
  return found;
}

/** Canonical names of the document that share a word with the surface. */
function nearNames({ slots }: DocumentState, surface: string, slot: Slot | undefined): string[] {
  const wanted = new Set(wordsOf(surface).map(foldName));
  const names = new Set<string>();
  if (slot?.base.name !== undefined) names.add(slot.base.name);
  names.add(surface);
  for (const { base, record } of slots) {
    const name = record?.name ?? base.name;
    if (name === undefined || names.has(name) || base.type === 'country') continue;
    if (wordsOf(name).some((word) => wanted.has(foldName(word)))) names.add(name);
    if (names.size >= nameLimit) break;
  }
  return [...names];
}

/** Words as steps of a span; a mark that clings to a word ("l'", "21-") is a step of its own. */
function stepsOf(words: readonly Word[]): [number, number][] {
  return words.map(({ start, end }) => [start, end]);
}

function isType(type: string): type is MentionType {
  return (types as readonly string[]).includes(type);
}
