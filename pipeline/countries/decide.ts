// What a hit means where it stands: which country, how sure, or nothing at all. Each refusal and each choice has its name.
import type { Candidate, CountryMention, Sentence } from '../document.ts';
import { countries, foldTreeWord, noCountry, type Reading } from './lexicon.ts';
import type { Hit } from './match.ts';
import type { Opinion } from './model.ts';
import { isLanguageName } from './spoken.ts';

export interface Surroundings {
  readonly sentence: Sentence;
  readonly opinion: Opinion;
  /** Words of evidence of the whole document with their counts. */
  readonly evidence: ReadonlyMap<string, number>;
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
  lowered: 0.85,
  language: 0.5,
  against: 0.6,
  evidence: 0.93,
  usual: 0.85,
  open: 0.4,
};

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
  const choice = choose(entry.readings, entry.conditions.has('dominant'), around);
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

function findRefusal({ entry, isLowered, isForeign, first, next }: Hit, around: Surroundings): string | undefined {
  const { opinion, sentence } = around;
  const { words, lang } = sentence;
  const isSeen = opinion.kind === 'place' || opinion.kind === 'demonym';
  if (opinion.kind === 'inside') return 'inside-a-name';
  if ((isLowered || entry.conditions.has('loc')) && !isSeen) return 'unseen';
  if (entry.via === 'demonym') {
    if ((isForeign || lang === 'und') && opinion.kind !== 'demonym') return 'foreign';
    if (opinion.kind === 'other' && opinion.label !== 'ORG') return 'name';
    if (!isSeen && isLanguageName(words, first, next, lang)) return 'language';
    return undefined;
  }
  // "Nobody who hears America": a band; "Monaco, de son côté, a prêté Traoré": a club; "un navire rebaptisé Yemen"
  if (opinion.kind === 'other' && (opinion.label === 'PER' || opinion.score >= sureScore)) return 'other-name';
  const before = foldTreeWord(words[first - 1]?.text ?? '');
  if (before === '#' || before === '@') return 'hashtag';
  // "on the bridge over the Niger": the state has no article in English
  if (lang === 'en' && before === 'the' && entry.form === 'Niger') return 'river';
  if (entry.conditions.has('article') && !/^(?:la|le|l|du|au|the|')$/u.test(before)) return 'no-article';
  // "à Luxembourg" is the city, "au Luxembourg" the state
  if (entry.conditions.has('city') && lang === 'fr' && before === 'a') return 'city';
  if (isAmericanTown(words.slice(next, next + 4).map((word) => word.text))) return 'american-town';
  return undefined;
}

// "Lebanon, Tennessee"; "Peru, Ill."
const americanStates =
  /^, (?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ill|Ind|Ky|Tenn|Ohio)(?: |$)/u;

function isAmericanTown(following: readonly string[]): boolean {
  return americanStates.test(following.join(' '));
}

function baseScore(hit: Hit, { opinion, sentence }: Surroundings): number {
  const { entry, first, next, isLowered } = hit;
  if (opinion.kind === 'other') return scores.against;
  const isAgreed = entry.via === 'demonym' ? opinion.kind === 'demonym' : opinion.kind === 'place';
  if (isAgreed) {
    if (isLowered) return scores.lowered;
    return entry.via === 'demonym' && isLanguageName(sentence.words, first, next, sentence.lang)
      ? scores.language
      : scores.agreed;
  }
  return scores.lone;
}

type Choice =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'chosen'; readonly reading: Reading | undefined; readonly score: number };

function choose(readings: readonly Reading[], isDominant: boolean, around: Surroundings): Choice {
  if (isDominant) return chooseDominant(readings, around);
  const [only] = readings;
  if (readings.length === 1) return { kind: 'chosen', reading: only, score: 1 };
  const weighed = readings
    .map((reading) => ({ reading, weight: weigh(reading, around.evidence) }))
    .sort((left, right) => right.weight - left.weight);
  const [best, second] = weighed;
  if (best !== undefined && best.weight > (second?.weight ?? 0)) {
    return { kind: 'chosen', reading: best.reading, score: scores.evidence };
  }
  const usual = readings.find((reading) => reading.isUsual);
  return { kind: 'chosen', reading: usual, score: scores.usual };
}

function weigh(reading: Reading, evidence: ReadonlyMap<string, number>): number {
  let weight = 0;
  for (const term of reading.evidence) weight += evidence.get(term) ?? 0;
  return weight;
}

/** "le Royaume": the one kingdom that the document speaks of. */
function chooseDominant(readings: readonly Reading[], { counts, evidence }: Surroundings): Choice {
  // the name of the country itself says more than that of its capital
  const weighed = readings
    .map((reading) => ({ reading, weight: 4 * (counts.get(reading.code) ?? 0) + weigh(reading, evidence) }))
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
