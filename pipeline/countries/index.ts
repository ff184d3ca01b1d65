// Country mentions by table and context: names, periphrases and demonyms of every ISO 3166-1 entry and Kosovo.
import type { CountryMention, Document, Sentence } from '../document.ts';
import { bySpan, contains, findLastStarting, overlaps, type Span } from '../text/span.ts';
import { findPrefixes } from './compounds.ts';
import { decide, type Decision } from './decide.ts';
import { countries } from './lexicon.ts';
import { type Hit, type Matches, matchSentence } from './match.ts';
import { findMisspelt } from './misspelt.ts';
import { type Opinion, readMarks, readOpinions } from './model.ts';
import { findOfficialStart } from './official.ts';
import { findSportsCodes, isBracketed } from './sports.ts';
import { freeSwallowed } from './swallowed.ts';

/**
 * Adds country mentions to a document's proposals. Two passes: the first counts the countries and the evidence, the
 * second decides, since "le Royaume" or "Congo" depend on what else the document speaks of. Marks of the model that swallow
 * a country are cut.
 *
 * @example extractCountries(document).mentions // [{ type: 'country', text: 'marocaines', code: 'MA', via: 'demonym', … }]
 */
export function extractCountries(given: Document): Document {
  const matched = given.sentences.map((sentence) => matchSentence(sentence.words, sentence.lang));
  const document = { ...given, modelSpans: freeSwallowed(given, matched) };
  const opinionAt = readOpinions(document);
  // where no model has read, its silence says nothing
  const isMarked = document.modelSpans.length === 0 ? undefined : readMarks(document);
  const evidence = sumEvidence(matched);
  const blocks = new Map<number, Matches[]>();
  for (const [index, { block }] of document.sentences.entries()) {
    const matches = matched[index];
    const before = blocks.get(block);
    if (matches === undefined || matches.evidence.size === 0) continue;
    if (before === undefined) blocks.set(block, [matches]);
    else before.push(matches);
  }
  const blockEvidence = new Map([...blocks].map(([block, matches]) => [block, sumEvidence(matches)]));
  const figures = document.mentions.filter((mention) => mention.type === 'figure');
  const isInFigure = (span: Span): boolean => {
    const figure = figures[findLastStarting(figures, span.start)];
    return figure !== undefined && contains(figure, span);
  };

  const decideHit = (hit: Hit, index: number, sentence: Sentence, counts: ReadonlyMap<string, number>): Decision => {
    const span = wholeSpan(hit, sentence);
    if (span === undefined) return { kind: 'refused', reason: 'no-words' };
    // "3 millions de francs suisses": the demonym belongs to the currency
    if (hit.entry.via === 'demonym' && isInFigure(span)) return { kind: 'refused', reason: 'currency' };
    // "un élu congolais de Pointe-Noire": the sentence knows better than its paragraph, the paragraph than the document
    const nearer = [matched[index]?.evidence, blockEvidence.get(sentence.block), evidence].filter(
      (one) => one !== undefined,
    );
    const before = sentence.words[hit.first - 1];
    const previous: Opinion = before === undefined ? { kind: 'none' } : opinionAt(before);
    return decide(hit, { sentence, opinion: opinionAt(span), previous, isMarked, evidence: nearer, counts });
  };

  const counts = new Map<string, number>();
  for (const [index, sentence] of document.sentences.entries()) {
    for (const hit of matched[index]?.hits ?? []) {
      if (hit.entry.conditions.has('dominant')) continue;
      const decision = decideHit(hit, index, sentence, counts);
      if (decision.kind === 'country' && decision.code !== undefined)
        counts.set(decision.code, (counts.get(decision.code) ?? 0) + 1);
    }
  }

  const found: CountryMention[] = [];
  for (const [index, sentence] of document.sentences.entries()) {
    const { words } = sentence;
    const hits = matched[index]?.hits ?? [];
    for (const hit of hits) {
      const decision = decideHit(hit, index, sentence, counts);
      found.push(...mentionOf(document.text, index, wholeSpan(hit, sentence), decision));
    }
    const demonymStarts = new Set(hits.filter((hit) => hit.entry.via === 'demonym').map((hit) => hit.first));
    for (const { index: word, code } of findPrefixes(words, sentence.lang, (start) => demonymStarts.has(start))) {
      const span = spanOf(sentence, word, word + 1);
      if (span === undefined) continue;
      const { kind } = opinionAt(span);
      if (kind === 'inside' || kind === 'other') continue;
      const score = kind === 'demonym' ? 0.99 : 0.9;
      found.push(
        ...mentionOf(document.text, index, span, {
          kind: 'country',
          id: 'country.prefix',
          via: 'demonym',
          code,
          score,
        }),
      );
    }
  }
  found.push(...sportsMentions(document, found, opinionAt), ...misspeltDemonyms(document, found));
  return { ...document, mentions: [...document.mentions, ...withoutOverlaps(found)] };
}

/** Codes of a list of results: "1. Bregy (SUI)". */
function sportsMentions(
  { text, sentences }: Document,
  found: readonly CountryMention[],
  opinionAt: (span: Span) => Opinion,
): CountryMention[] {
  const mentions: CountryMention[] = [];
  const bracketed: CountryMention[] = [];
  for (const [sentence, { words }] of sentences.entries()) {
    for (const { index, code } of findSportsCodes(words)) {
      const word = words[index];
      const holder = words[index - 2];
      if (word === undefined) continue;
      const { start, end } = word;
      const decision = { kind: 'country', id: 'country.sports', via: 'name', code, score: 0.9 } as const;
      const opinion = opinionAt(word);
      const isOpen = opinion.kind === 'none' || (opinion.kind === 'other' && opinion.label === 'ORG');
      if (opinion.kind === 'place')
        (isBracketed(words, index) ? mentions : bracketed).push(...mentionOf(text, sentence, { start, end }, decision));
      else if (isOpen && isBracketed(words, index) && holder !== undefined && isPersonAt(opinionAt(holder)))
        bracketed.push(...mentionOf(text, sentence, { start, end }, { ...decision, score: 0.85 }));
    }
  }
  const codes = new Set([...mentions, ...bracketed].map((mention) => mention.code));
  // "Pilar Geijo (Argentine)" above it shows the list as well
  const isListed = found.some(
    ({ start, end }) =>
      text.slice(start - 2, start) === ' (' &&
      text.charAt(end) === ')' &&
      isPersonAt(opinionAt({ start: start - 3, end: start - 2 })),
  );
  return codes.size > 1 || isListed ? [...mentions, ...bracketed] : mentions;
}

function isPersonAt(opinion: Opinion): boolean {
  return (
    (opinion.kind === 'other' && opinion.label === 'PER') || (opinion.kind === 'inside' && opinion.span.label === 'PER')
  );
}

function sumEvidence(matched: readonly Matches[]): Map<string, number> {
  const evidence = new Map<string, number>();
  for (const matches of matched) {
    for (const [term, count] of matches.evidence) evidence.set(term, (evidence.get(term) ?? 0) + count);
  }
  return evidence;
}

/** What the model saw as a demonym and the table almost knows. */
function misspeltDemonyms({ modelSpans, text }: Document, found: readonly CountryMention[]): CountryMention[] {
  const taken = [...found].sort(bySpan);
  return modelSpans.flatMap((span) => {
    if (span.label !== 'DEM') return [];
    const before = taken[findLastStarting(taken, span.end - 1)];
    if (before !== undefined && overlaps(before, span)) return [];
    const code = findMisspelt(text.slice(span.start, span.end));
    if (code === undefined) return [];
    return mentionOf(text, span.sentence, span, {
      kind: 'country',
      id: 'country.misspelt',
      via: 'demonym',
      code,
      score: Math.min(span.score, 0.85),
    });
  });
}

/** The hit with the official name around it: "République du Niger". */
function wholeSpan({ entry, first, next }: Hit, sentence: Sentence): Span | undefined {
  const start = entry.via === 'name' ? findOfficialStart(sentence.words, first) : first;
  return spanOf(sentence, start, next);
}

function spanOf({ words }: Sentence, first: number, next: number): Span | undefined {
  const start = words[first]?.start;
  const end = words[next - 1]?.end;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function mentionOf(text: string, sentence: number, span: Span | undefined, decision: Decision): CountryMention[] {
  if (span === undefined || decision.kind === 'refused') return [];
  const { id, via, code, candidates, score } = decision;
  const country = code === undefined ? undefined : countries.get(code);
  return [
    {
      type: 'country',
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      sentence,
      score,
      method: `rule:${id}`,
      via,
      ...(country === undefined ? {} : { code: country.code, name: country.en, nameFr: country.fr }),
      ...(candidates === undefined ? {} : { candidates }),
    },
  ];
}

/** The longer of two that overlap: "République islamique de Mauritanie" holds "République islamique"; a sports code may be an abbreviation too. */
function withoutOverlaps(mentions: readonly CountryMention[]): CountryMention[] {
  const kept: CountryMention[] = [];
  for (const mention of [...mentions].sort(bySpan)) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last, mention)) kept.push(mention);
  }
  return kept;
}
