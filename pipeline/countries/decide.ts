// What a hit means where it stands: which country, how sure, or nothing at all. Each refusal and each choice has its name.
import type { Candidate, CountryMention, Sentence } from '../document.ts';
import type { Span } from '../text/span.ts';
import { countries, foldTreeWord, noCountry, type Reading } from './lexicon.ts';
import { goesOn, refuseLone } from './lone.ts';
import type { Hit } from './match.ts';
import type { Opinion } from './model.ts';
import { refuseNearby, standsInList } from './nearby.ts';
import { refuseDemonym } from './beside-demonyms.ts';
import { isLanguageName } from './spoken.ts';

export interface Surroundings {
  readonly sentence: Sentence;
  readonly opinion: Opinion;
  /** What the model saw at the word before. */
  readonly previous: Opinion;
  /** Whether the model marked anything at a span; absent where no model has read the document. */
  readonly isMarked: ((span: Span) => boolean) | undefined;
  /** Words of evidence with their counts: those of the sentence, of its paragraph, of the document. */
  readonly evidence: readonly ReadonlyMap<string, number>[];
  /** Countries that the document names beyond doubt, with their counts; empty while these are being counted. */
  readonly counts: ReadonlyMap<string, number>;
}

export type Decision =
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'country';
      readonly id: string;
      readonly via: CountryMention['via'];
      readonly code?: string;
      readonly candidates?: readonly Candidate[];
      readonly score: number;
    };

// measured on the development part: share of right codes by what speaks for the hit
const scores = {
  agreed: 0.99,
  lone: 0.9,
  // what a model has read and not marked: right half the time, in text that it was not trained on
  unseen: 0.55,
  lowered: 0.85,
  language: 0.5,
  against: 0.6,
  evidence: 0.93,
  usual: 0.85,
  open: 0.4,
};

/** The Holy See. */
const bodyAsWell = 'VA';

/** Score from which the model's other reading of a bare name is believed. */
const sureScore = 0.7;

/**
 * Decides a hit.
 * @example decide(hit, surroundings) // { kind: 'refused', reason: 'person' } for "Jordan" in "Michael Jordan"
 */
export function decide(hit: Hit, around: Surroundings): Decision {
  const refusal = findRefusal(hit, around);
  if (refusal !== undefined) return { kind: 'refused', reason: refusal };
  const { entry } = hit;
  const base = baseScore(hit, around);
  const choice = choose(hit, around);
  if (choice.kind === 'refused') return choice;
  const via = entry.via;
  if (choice.reading === undefined) {
    return {
      kind: 'country',
      id: 'country.undecided',
      via,
      candidates: candidatesOf(entry.readings),
      score: scores.open,
    };
  }
  if (choice.reading.code === noCountry) return { kind: 'refused', reason: 'holds-a-country' };
  const { code } = choice.reading;
  return { kind: 'country', id: `country.${via}`, via, code, score: Math.min(base, choice.score) };
}

function findRefusal(hit: Hit, around: Surroundings): string | undefined {
  const { entry, isLowered, isForeign, first, next } = hit;
  const { opinion, sentence, isMarked } = around;
  const { words, lang } = sentence;
  const isLone = isMarked !== undefined && opinion.kind === 'none';
  // "la Confédération" that pays is read as a body: the country all the same, where the document is about Switzerland
  const isBody = opinion.kind === 'other' && opinion.label === 'ORG';
  const isActing = isBody && entry.via === 'periphrasis' && isAbout(entry.readings[0]?.code, around.counts);
  const isSeen = opinion.kind === 'place' || opinion.kind === 'demonym' || isActing;
  if (opinion.kind === 'inside') return 'inside-a-name';
  if ((isLowered || entry.conditions.has('loc')) && !isSeen) return 'unseen';
  if (entry.via === 'demonym') {
    if ((isForeign || lang === 'und') && opinion.kind !== 'demonym') return 'foreign';
    if (opinion.kind === 'other' && opinion.label !== 'ORG') return 'name';
    if (!isSeen && isLanguageName(words, first, next, lang)) return 'language';
    const neighbour = refuseDemonym(hit, sentence, around.previous);
    if (neighbour !== undefined) return neighbour;
    return isLone ? refuseLone(hit, sentence, isMarked) : undefined;
  }
  // "Nobody who hears America": a band; "Monaco, de son côté, a prêté Traoré": a club; "un navire rebaptisé Yemen". No club
  // is called by a country's name of several words: "le Sénégal contre la RD Congo"; but the Holy See is a body as well
  const isTeam = isActing || (isBody && isCountryOnly(hit, sentence));
  if (opinion.kind === 'other' && (opinion.label === 'PER' || (opinion.score >= sureScore && !isTeam)))
    return 'other-name';
  if (entry.conditions.has('article')) {
    const before = foldTreeWord(words[first - 1]?.text ?? '');
    const isListed = opinion.kind === 'place' && standsInList(words, first, next);
    if (!isListed && !/^(?:la|le|l|du|au|the|')$/u.test(before)) return 'no-article';
  }
  if (isMarked !== undefined && !isLone && goesOn(hit, sentence, isMarked)) return 'unseen-name';
  return refuseNearby(hit, sentence) ?? (isLone ? refuseLone(hit, sentence, isMarked) : undefined);
}

/**
 * A name that no body bears but its country, whatever the model has read: "l'Union européenne et la Mauritanie". Clubs are
 * called by towns: Monaco, Luxembourg; without an article French has no country: "les fans d'America".
 */
function isCountryOnly({ entry, first }: Hit, { words, lang }: Sentence): boolean {
  if (entry.readings[0]?.code === bodyAsWell) return false;
  if (lang === 'fr' && /^(?:la|le|l|les|du|au|aux|des|en|')$/u.test(foldTreeWord(words[first - 1]?.text ?? '')))
    return true;
  return entry.words.length > 1 && !entry.conditions.has('city');
}

/** Whether no country is named more often. */
function isAbout(code: string | undefined, counts: ReadonlyMap<string, number>): boolean {
  const own = code === undefined ? 0 : (counts.get(code) ?? 0);
  return own > 0 && [...counts.values()].every((count) => count <= own);
}

function baseScore(hit: Hit, { opinion, sentence, isMarked }: Surroundings): number {
  const { entry, first, next, isLowered } = hit;
  if (opinion.kind === 'other') return scores.against;
  const isAgreed = entry.via === 'demonym' ? opinion.kind === 'demonym' : opinion.kind === 'place';
  if (isAgreed) {
    if (isLowered) return scores.lowered;
    return entry.via === 'demonym' && isLanguageName(sentence.words, first, next, sentence.lang)
      ? scores.language
      : scores.agreed;
  }
  return isMarked === undefined ? scores.lone : scores.unseen;
}

type Choice =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'chosen'; readonly reading: Reading | undefined; readonly score: number };

function choose({ entry, first, next }: Hit, around: Surroundings): Choice {
  const { readings } = entry;
  if (entry.conditions.has('dominant')) return chooseDominant(readings, around);
  const [only] = readings;
  if (readings.length === 1) return { kind: 'chosen', reading: only, score: 1 };
  for (const evidence of around.evidence) {
    const [best, second] = readings
      .map((reading) => ({ reading, weight: weigh(reading, evidence) }))
      .sort((left, right) => right.weight - left.weight);
    if (best !== undefined && best.weight > (second?.weight ?? 0))
      return { kind: 'chosen', reading: best.reading, score: scores.evidence };
  }
  // "Timor-Leste, Georgia and Suriname": among countries it is the country, where only one is
  const states = readings.filter((reading) => reading.code !== noCountry);
  if (states.length === 1 && around.opinion.kind === 'place' && standsInList(around.sentence.words, first, next))
    return { kind: 'chosen', reading: states[0], score: scores.evidence };
  const usual = readings.find((reading) => reading.isUsual);
  return { kind: 'chosen', reading: usual, score: scores.usual };
}

function weigh(reading: Reading, evidence: ReadonlyMap<string, number> | undefined): number {
  let weight = 0;
  for (const term of reading.evidence) weight += evidence?.get(term) ?? 0;
  return weight;
}

/** "le Royaume": the one kingdom that the document speaks of. */
function chooseDominant(readings: readonly Reading[], { counts, evidence }: Surroundings): Choice {
  // the name of the country itself says more than that of its capital
  const weighed = readings
    .map((reading) => ({ reading, weight: 4 * (counts.get(reading.code) ?? 0) + weigh(reading, evidence.at(-1)) }))
    .sort((left, right) => right.weight - left.weight);
  const [best, second] = weighed;
  if (best === undefined || best.weight === 0) return { kind: 'refused', reason: 'not-spoken-of' };
  const isTied = second !== undefined && second.weight === best.weight;
  return { kind: 'chosen', reading: isTied ? undefined : best.reading, score: scores.usual };
}

function candidatesOf(readings: readonly Reading[]): Candidate[] {
  return readings.map(({ code, reason }) => ({
    value: code === noCountry ? 'none' : code,
    reason: reason === '' ? (countries.get(code)?.en ?? code) : reason,
  }));
}
