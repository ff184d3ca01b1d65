// Stage `figures`: the quantities each sentence asserts, with qualifier, decimal value, unit or counted noun, and the words
// that gave each of them. Dates, clock times, ordinals, codes, scores and numbers inside names are not figures here.
import type {
  DateMention,
  Derivation,
  Document,
  FigureMention,
  MentionNote,
  ModelLabel,
  ModelSpan,
  Sentence,
} from '../document.ts';
import { type Line, lineOf } from '../text/line.ts';
import { bySpan, contains, findLastStarting, groupBySentence, overlaps, type Span } from '../text/span.ts';
import { type CurrencyChoice, CurrencyResolver } from './currency.ts';
import { composeDerivation } from './decimal.ts';
import { hasMillions, type Part } from './parts.ts';
import { agreementGain, disagreementFactor, guessFactor, recoveryFactor, ruleScores } from './scores.ts';
import type { Draft } from './draft.ts';
import { readLine } from './sentence.ts';
import { isPrice, unnamed } from './unnamed-money.ts';

/** The last currency named: "La facture atteint 3,3 milliards", two sentences after the euros. */
interface Carried {
  unit: string | undefined;
  sentence: number;
}

/** How many sentences a currency is carried over. */
const carryReach = 4;

/** How many figures after cents their currency is sought. */
const wholeReach = 6;

/** Labels whose numbers belong to the name. */
const names: ReadonlySet<ModelLabel> = new Set<ModelLabel>(['PER', 'ORG', 'LOC', 'MISC']);

interface Context {
  /** The model marked a figure in the sentence, so that its silence elsewhere says something. */
  readonly hasModelFigure: boolean;
  readonly carried: Carried;
  readonly document: Document;
  readonly resolver: CurrencyResolver;
  readonly sentence: number;
  readonly spans: readonly ModelSpan[];
}

/**
 * Adds the figures of every sentence to `mentions`, in order of start. Runs after `dates`, whose numbers it leaves alone.
 * Sentences of no known language give figures in digits only.
 * @example extractFigures(document).mentions[0] // { type: 'figure', text: '1,2 milliard d'euros', value: 1200000000, unit: 'EUR', … }
 */
export function extractFigures(document: Document): Document {
  const found: FigureMention[] = [];
  const resolver = new CurrencyResolver(document);
  const carried: Carried = { unit: undefined, sentence: 0 };
  const dates = document.mentions.filter((mention): mention is DateMention => mention.type === 'date');
  const spansOfSentence = groupBySentence(document.modelSpans, document.sentences.length);
  let firstDate = 0;
  document.sentences.forEach((sentence, index) => {
    const spans = spansOfSentence[index] ?? [];
    while ((dates[firstDate]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) firstDate += 1;
    const taken: Span[] = [];
    for (let at = firstDate; (dates[at]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; at += 1) {
      const date = dates[at];
      if (date !== undefined) taken.push(date);
    }
    found.push(
      ...readSentence(
        {
          document,
          resolver,
          carried,
          sentence: index,
          spans,
          hasModelFigure: spans.some(({ label }) => label === 'FIG'),
        },
        sentence,
        taken,
      ),
    );
  });
  if (found.length === 0) return document;
  const mentions = [...document.mentions, ...found].sort(bySpan);
  return { ...document, mentions };
}

function readSentence(context: Context, sentence: Sentence, taken: readonly Span[]): FigureMention[] {
  const line = lineOf(context.document.text, sentence);
  const isTaken = (index: number): boolean => {
    const word = line.words[index];
    if (word === undefined || taken.length === 0) return false;
    const date = taken[findLastStarting(taken, word.end - 1)];
    return date !== undefined && overlaps(date, word);
  };
  const mentions: FigureMention[] = [];
  readLine(line, isTaken).forEach((read, at, all) => {
    const draft = carryCurrency(line, context.carried, context.sentence, read);
    const whole = isCents(draft.unit)
      ? findWhole(context, line, draft, all.slice(at + 1, at + 1 + wholeReach))
      : undefined;
    const mention = toMention(context, line, draft, whole);
    const last = mentions.at(-1);
    if (mention !== undefined && (last === undefined || last.end <= mention.start)) mentions.push(mention);
  });
  return mentions;
}

/** Gives millions and milliards that count nothing the currency of the money named before them in the document. */
function carryCurrency(line: Line, carried: Carried, sentence: number, draft: Draft): Draft {
  if (draft.unit === unnamed)
    return carried.unit === undefined ? draft : { ...draft, unit: carried.unit, isCarried: true };
  if (draft.kind === 'money') {
    if (isCents(draft.unit)) return draft;
    carried.unit = draft.unit;
    carried.sentence = sentence;
    return draft;
  }
  const isBare = draft.kind === 'count' && draft.unit === undefined && draft.noun === undefined;
  if (!isBare || carried.unit === undefined || sentence - carried.sentence > carryReach) return draft;
  // "Le ministère, lui, en verse 5 000", "My cousin pays 720", right after money
  const isPaid = sentence - carried.sentence <= 1 && isPrice(line, draft);
  if (!isPaid && !hasMillions(draft.parts)) return draft;
  return { ...draft, kind: 'money', unit: carried.unit, isRecovered: true, isCarried: true };
}

/**
 * The currency that cents are of: what they lead to ("43 cents à 64,01 dollars"), the one named before them in the sentence
 * ("earnings of R6.1bn and a dividend of 53.6 cents"), after them, or a few sentences earlier.
 */
function findWhole(
  { carried, sentence }: Context,
  line: Line,
  draft: Draft,
  later: readonly Draft[],
): string | undefined {
  const after = later.find(({ kind, unit }) => kind === 'money' && hasCents(unit));
  const isTarget = after?.first === draft.next + 1 && /^(?:to|at|à)$/.test(line.lower[draft.next] ?? '');
  const isBefore = hasCents(carried.unit) && sentence - carried.sentence <= carryReach;
  if (after !== undefined && (isTarget || !isBefore || carried.sentence < sentence)) return after.unit;
  return isBefore ? carried.unit : undefined;
}

function toMention(context: Context, line: Line, draft: Draft, whole: string | undefined): FigureMention | undefined {
  const start = line.words[draft.first]?.start;
  const end = line.words[draft.next - 1]?.end;
  if (start === undefined || end === undefined) return undefined;
  const span = { start, end };
  // "deux drapeaux, une école": whether "une" counts or is the article, the model tells better than a rule where it saw other
  // figures of the sentence: French value F1 +0.004 on dev, +0.005 on regression, +0.011 on 120 new documents; English +0.001
  const isSeen = isSeenByModel(context.spans, span);
  if (draft.rule === 'one' && context.hasModelFigure && !isSeen) return undefined;
  // "Boeing 737", "France 24", "5G": the number belongs to the name
  const around = context.spans[findLastStarting(context.spans, start)];
  const isInName = around !== undefined && names.has(around.label) && around.score >= 0.5 && contains(around, span);
  if (isInName && !(isDataSize(draft) && contains(span, around))) return undefined;
  const choice = chooseCurrency(context, draft.unit, whole);
  const unit = choice?.code ?? draft.unit ?? nounText(line, draft);
  const notes: MentionNote[] = [];
  if (choice?.isGuess === true) {
    const others = choice.others.length === 0 ? '' : ` (or ${choice.others.join(', ')})`;
    notes.push({ code: 'currency.guessed', message: `read as ${choice.code}${others}: the text does not say whose` });
  }
  if (draft.isCarried === true) {
    notes.push({ code: 'currency.carried', message: `${unit ?? ''} is the currency named last before it` });
  }
  const derivation = toDerivation(line, draft, choice);
  const composed = composeDerivation(derivation);
  return {
    type: 'figure',
    start,
    end,
    text: context.document.text.slice(start, end),
    sentence: context.sentence,
    score: scoreOf(draft, choice, { isSeen, hasModelFigure: context.hasModelFigure }),
    method: `rule:figure.${draft.rule}`,
    ...(notes.length === 0 ? {} : { notes }),
    kind: draft.kind,
    qualifier: draft.qualifier,
    ...composed,
    ...(draft.isApproximateRange ? { approximate: true } : {}),
    ...(draft.fraction === undefined ? {} : { fraction: draft.fraction }),
    ...(unit === undefined ? {} : { unit }),
    derivation,
  };
}

/** "2 To", "500 Go": a size of data is no name of its own, though the model may take it for a product. */
function isDataSize({ unit }: Draft): boolean {
  return unit === 'kB' || unit === 'MB' || unit === 'GB' || unit === 'TB';
}

function isCents(unit: string | undefined): boolean {
  return unit === '@cent' || unit === '@centime';
}

/** Currencies that have no cents or centimes, so that cents beside them are another's. */
const withoutCents = new Set([
  'GBP',
  'JPY',
  'KRW',
  'INR',
  'PKR',
  'RUB',
  'CNY',
  'TRY',
  'XOF',
  'XAF',
  '@pound',
  '@yen',
  '@rupee',
  '@rouble',
  '@cfa',
  '@peso',
  '@crown',
]);

/** Whether a unit is a currency that cents can be of. */
function hasCents(unit: string | undefined): boolean {
  return unit !== undefined && unit !== unnamed && !isCents(unit) && !withoutCents.has(unit);
}

/** @param whole the currency that cents are of, when the text names it */
function chooseCurrency(
  { resolver, sentence }: Context,
  unit: string | undefined,
  whole: string | undefined,
): CurrencyChoice | undefined {
  if (unit === unnamed) return resolver.guess();
  if (whole !== undefined)
    return whole.startsWith('@') ? resolver.choose(whole, sentence) : { code: whole, isGuess: false, others: [] };
  return unit?.startsWith('@') === true ? resolver.choose(unit, sentence) : undefined;
}

function nounText(line: Line, { noun }: Draft): string | undefined {
  const start = noun === undefined ? undefined : line.words[noun.first]?.start;
  const end = noun === undefined ? undefined : line.words[noun.next - 1]?.end;
  return start === undefined || end === undefined ? undefined : line.text.slice(start, end).replace(/\s+/g, ' ');
}

function toDerivation(line: Line, draft: Draft, choice: CurrencyChoice | undefined): Derivation[] {
  const parts: Part[] = [...draft.parts];
  const noun = nounText(line, draft);
  if (noun !== undefined && draft.noun !== undefined) parts.push({ role: 'noun', ...draft.noun, value: noun });
  return parts.flatMap(({ role, first, next, value }) => {
    const start = line.words[first]?.start;
    const end = line.words[next - 1]?.end;
    if (start === undefined || end === undefined) return [];
    return [{ role, start, end, value: role === 'unit' && choice !== undefined ? choice.code : value }];
  });
}

/** Whether the model marks a figure there too. */
function isSeenByModel(spans: Context['spans'], span: Span): boolean {
  const near = findLastStarting(spans, span.end - 1);
  return [near, near - 1].some((at) => spans[at]?.label === 'FIG' && overlaps(spans[at] ?? span, span));
}

function scoreOf(
  draft: Draft,
  choice: CurrencyChoice | undefined,
  { isSeen, hasModelFigure }: { readonly isSeen: boolean; readonly hasModelFigure: boolean },
): number {
  let base = ruleScores[draft.rule];
  if (draft.isRecovered === true) base *= recoveryFactor;
  if (choice?.isGuess === true) base *= guessFactor;
  const score = isSeen ? base + (1 - base) * agreementGain : hasModelFigure ? base * disagreementFactor : base;
  return Math.round(score * 1e6) / 1e6;
}
