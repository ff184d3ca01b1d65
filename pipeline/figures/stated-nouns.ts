// Nouns that the clause states away from their number: "the number of deaths rose to 37", "deaths fell from 312 to 287",
// "aid lorries, of which 120 crossed", "defence ministers, 32 of them", "whose monitors number ten".
import { isDash, type Line } from '../text/line.ts';
import type { Draft } from './draft.ts';
import { isPlural, states } from './english-plurals.ts';
import { findNoun, type Noun } from './nouns.ts';
import { findRole } from './words.ts';

/** How far a noun may stand from its number. */
const reach = 14;

/** Verbs that take a count from one value to another, with the nouns of the same stem left out. */
const changes = {
  en: /^(?:rose|rises?|risen|rising|fell|falls?|fallen|falling|climbed|climbs|jumped|jumps|dropped|drops|slipped|slips|grew|grows|grown|declined|declines|increased|increases|decreased|decreases|shrank|shrunk|swelled|swollen|surged|soared|plunged|dipped|edged|crept|gone|went|came|down|up|reached|reaches|hit|passed|topped|exceeded|totalled|totaled|numbered|stood|stands|peaked)$/,
  fr: /^(?:passée?s?|passent|passait|tombée?s?|tombent|montée?s?|grimpée?s?|grimpent|chutée?s?|chutent|baissée?s?|baissent|augmentée?s?|augmentent|reculée?s?|reculent|progressée?s?|progressent|bondi|diminuée?s?|diminuent|atteint|atteignent|atteignait|atteignaient|dépassée?s?|dépassent|culminent|plafonnent|ramenée?s?|réduite?s?|portée?s?)$/,
} as const;

/** What rises and falls in money, points or degrees and is not counted itself. */
const uncounted =
  /^(?:shares|stocks|prices|futures|yields|bonds|rates|points|temperatures|sales|revenues|profits|earnings|losses|exports|imports|wages|costs|deposits|results|markets|actions|cours|prix|ventes|recettes|profits|benefices|taux|temperatures|actes|exportations|importations|pertes|couts|resultats|marches|levels|indices|scores|odds|terms|times|years|months|weeks|days|hours|hundreds|thousands|others)$/;

/**
 * The noun that a clause states for a bare number, at a distance.
 * @param previous the figure before it, behind which no noun is sought unless the words say so
 * @example findStatedNoun(line, draft, undefined) // the word "deaths" for the 37 of "Deaths rose to 37"
 */
export function findStatedNoun(line: Line, draft: Draft, previous: Draft | undefined): Noun | undefined {
  if (line.lang === 'und' || draft.unit !== undefined || draft.doubtfulNoun !== undefined) return undefined;
  const floor = previous === undefined ? 0 : Math.max(previous.next, previous.noun?.next ?? 0);
  return (
    findReduced(line, draft, floor) ??
    findNumbered(line, draft, floor) ??
    findNumberOf(line, draft, floor) ??
    findPartOf(line, draft, floor) ??
    findCast(line, draft, floor) ??
    findApposed(line, draft, floor) ??
    findWhole(line, draft, floor) ??
    findThem(line, draft, floor) ??
    findBeing(line, draft, floor) ??
    findSubject(line, draft, floor)
  );
}

/** "cut fees by two-thirds": what is cut stands before "by". */
function findReduced(line: Line, draft: Draft, floor: number): Noun | undefined {
  if (line.lang !== 'en' || draft.kind !== 'ratio' || line.lower[draft.first - 1] !== 'by') return undefined;
  const at = draft.first - 2;
  return at >= floor && isPluralWord(line, at) ? { first: at, next: at + 1 } : undefined;
}

/** "whose monitors number ten", "displaced people now number more than a million". */
function findNumbered(line: Line, draft: Draft, floor: number): Noun | undefined {
  if (line.lang !== 'en' || !/^number(?:ed|ing)?$/.test(line.lower[draft.first - 1] ?? '')) return undefined;
  let at = draft.first - 2;
  while (
    at > floor &&
    /^(?:now|may|might|could|would|will|only|already|still|to|said|currently)$/.test(line.lower[at] ?? '')
  )
    at -= 1;
  return at >= floor && isPluralWord(line, at) ? { first: at, next: at + 1 } : undefined;
}

/** "the number of deaths rose to 37", "évalue à 300 le nombre de morts", "58 : le nombre de cadavres". */
function findNumberOf(line: Line, draft: Draft, floor: number): Noun | undefined {
  if (draft.kind !== 'count') return undefined;
  const word = line.lang === 'fr' ? 'nombre' : 'number';
  for (let at = draft.first - 1; at >= Math.max(floor, draft.first - reach); at -= 1) {
    if (line.lower[at] === ';') break;
    if (line.lower[at] === word) return nounAfter(line, at);
  }
  for (let at = draft.next; at < draft.next + 6; at += 1) {
    if (line.lower[at] === word && /^(?:the|le|du)$/.test(line.lower[at - 1] ?? '')) return nounAfter(line, at);
    if (line.words[at]?.kind === 'digits' || /^[,;.]$/.test(line.lower[at] ?? '')) return undefined;
  }
  return undefined;
}

function nounAfter(line: Line, index: number): Noun | undefined {
  // "le nombre total de fiches"
  const at = line.lower[index + 1] === 'total' ? index + 2 : index + 1;
  const link = line.lower[at] ?? '';
  if (line.lang === 'en') return link === 'of' ? findNoun(line, at, true) : undefined;
  return /^(?:de|d|des)$/.test(link) ? findNoun(line, at, true) : undefined;
}

/** "aid lorries, of which 120 a day cross", "les chalutiers au large, dont quatre sur dix". */
function findPartOf(line: Line, draft: Draft, floor: number): Noun | undefined {
  if (line.lang === 'en') {
    if (!/^(?:which|whom)$/.test(line.lower[draft.first - 1] ?? '') || line.lower[draft.first - 2] !== 'of')
      return undefined;
    const at = draft.first - 4;
    const isOpen = line.lower[draft.first - 3] === ',' && at >= floor && isPluralWord(line, at);
    return isOpen ? { first: at, next: at + 1 } : undefined;
  }
  if (line.lower[draft.first - 1] !== 'dont') return undefined;
  for (let at = draft.first - 2; at >= Math.max(floor, draft.first - 7); at -= 1) {
    if (!/^(?:les|des|aux|ses|leurs|ces)$/.test(line.lower[at] ?? '')) continue;
    return isPluralWord(line, at + 1) ? findNoun(line, at + 1, false) : undefined;
  }
  return undefined;
}

/** "Votes cast 9,802.", "Tickets sold 412": a label without its colon. */
function findCast(line: Line, draft: Draft, floor: number): Noun | undefined {
  const at = draft.first - 2;
  if (line.lang !== 'en' || draft.form !== 'digits' || at < floor || at > 1 || !isPluralWord(line, at))
    return undefined;
  if (!/^(?:cast|counted|sold|issued|lodged|received|registered|polled|rejected)$/.test(line.lower[at + 1] ?? ''))
    return undefined;
  return /^(?:|[.,;(])$/.test(line.lower[draft.next] ?? '') ? { first: at, next: at + 1 } : undefined;
}

/** "defence ministers, 32 of them", "pursuers, seven, for …", "mules, 1,671 in all", "les cartons, quatorze mille, sont". */
function findApposed(line: Line, draft: Draft, floor: number): Noun | undefined {
  const at = draft.first - 2;
  if (draft.kind !== 'count' || line.lower[draft.first - 1] !== ',' || at < floor || !isPluralWord(line, at))
    return undefined;
  const after = line.lower[draft.next] ?? '';
  const second = line.lower[draft.next + 1] ?? '';
  const isOfThem = after === 'of' && /^(?:them|whom|these)$/.test(second);
  const isInAll =
    (after === 'in' && /^(?:all|total)$/.test(second)) ||
    (after === 'en' && second === 'tout') ||
    (after === 'au' && second === 'total');
  const isRate = after === 'a' && /^(?:day|week|month|year)$/.test(second);
  // the noun of a list is no apposition: "the pigs, 12, and the cows"
  const isClosed =
    after === ',' &&
    draft.form === 'words' &&
    /^(?:les|the|ces|these|his|her|their|ses|leurs)$/.test(line.lower[at - 1] ?? '');
  // "the sopranos, seven strong, did not"
  return after === 'strong' || isOfThem || isInAll || isRate || isClosed ? { first: at, next: at + 1 } : undefined;
}

/** "street lights, a fifth of which do not light", "les lampadaires, dont un cinquième est éteint": the whole stands before. */
function findWhole(line: Line, draft: Draft, floor: number): Noun | undefined {
  const isEnglish =
    line.lang === 'en' && line.lower[draft.next] === 'of' && /^(?:which|whom)$/.test(line.lower[draft.next + 1] ?? '');
  if (!isEnglish) return undefined;
  let at = draft.first - 1;
  while (
    at > floor &&
    /^(?:,|\(|–|—|about|nearly|almost|some|roughly|around|over|under|more|than|less|fewer|at|least|most|up|to)$/.test(
      line.lower[at] ?? '',
    )
  )
    at -= 1;
  if (at >= floor && at < draft.first - 1 && isPluralWord(line, at)) return { first: at, next: at + 1 };
  return undefined;
}

/** "Letters reached the palace on Thursday, eleven of them …": with no other count, the nearest plural of the sentence. */
function findThem(line: Line, draft: Draft, floor: number): Noun | undefined {
  const isThem =
    line.lang === 'en'
      ? line.lower[draft.next] === 'of' && line.lower[draft.next + 1] === 'them'
      : line.lower[draft.next] === 'd' && /^(?:eux|elles)$/.test(line.lower[draft.next + 3] ?? '');
  if (!isThem || floor > 0) return undefined;
  for (let at = draft.first - 1; at >= Math.max(0, draft.first - 24); at -= 1) {
    const isVerb = /^(?:who|which|that|now|he|she|it|still|also)$/.test(line.lower[at - 1] ?? '');
    if (isPluralWord(line, at) && !isVerb && !uncounted.test(line.plain[at] ?? '')) return { first: at, next: at + 1 };
  }
  return undefined;
}

/** "Les inscrits au registre ne sont que 1 744 034", "les élèves sont cinquante et un": the subject is what is counted. */
function findBeing(line: Line, draft: Draft, floor: number): Noun | undefined {
  if (
    line.lang !== 'fr' ||
    draft.kind !== 'count' ||
    !/^(?:|[.,;!?)]|à|dans|en|selon|au|sur|cette)$/.test(line.lower[draft.next] ?? '')
  )
    return undefined;
  let verb = draft.first - 1;
  while (verb > floor && /^(?:que|qu|'|plus|déjà|désormais|encore|au|nombre|de|environ)$/.test(line.lower[verb] ?? ''))
    verb -= 1;
  if (!/^(?:sont|étaient|seront|seraient|furent)$/.test(line.lower[verb] ?? '')) return undefined;
  let start = verb;
  while (start > floor && start > verb - 14 && !isClauseStart(line, start - 1)) start -= 1;
  if (!/^(?:les|ces|ses|leurs|nos|vos)$/.test(line.lower[start] ?? '') || !isPluralWord(line, start + 1))
    return undefined;
  return { first: start + 1, next: start + 2 };
}

/** "Deaths rose to 37", "les admissions sont passées de 312 à 287", "arrivals in the islands had fallen by over half". */
function findSubject(line: Line, draft: Draft, floor: number): Noun | undefined {
  if (line.lang === 'und') return undefined;
  let verb = draft.first - 1;
  while (verb >= Math.max(floor, draft.first - 4) && !changes[line.lang].test(line.lower[verb] ?? '')) {
    const word = line.lower[verb] ?? '';
    if (!/^(?:to|by|from|at|de|à|d|'|a|further|slightly|sharply|only|just|back|again|down|up)$/.test(word))
      return undefined;
    verb -= 1;
  }
  if (verb < Math.max(floor, draft.first - 4)) return undefined;
  const link = line.lower[draft.first - 1] ?? '';
  if (draft.kind === 'ratio' && !/^(?:by|de|d|')$/.test(link)) return undefined;
  let start = verb;
  while (start > floor && start > verb - 10 && !isClauseStart(line, start - 1)) start -= 1;
  for (let at = start; at < verb; at += 1) {
    if (!isPluralWord(line, at)) continue;
    return uncounted.test(line.plain[at] ?? '') ? undefined : { first: at, next: at + 1 };
  }
  return undefined;
}

function isClauseStart(line: Line, index: number): boolean {
  const word = line.lower[index] ?? '';
  return (
    /^[,;:.(—«“"]$/.test(word) ||
    (isDash(word) && line.words[index]?.end !== line.words[index + 1]?.start) ||
    /^(?:and|but|while|as|that|when|after|because|et|mais|que|qu|tandis|quand|si|if|who|which|qui)$/.test(word)
  );
}

/** A plural in lower case, or with the capital of the first word. */
function isPluralWord(line: Line, index: number): boolean {
  const text = line.words[index]?.text ?? '';
  if (line.words[index]?.kind !== 'letters' || text.length < 4 || findRole(line, index) !== undefined) return false;
  if (/^\p{Lu}/u.test(text) && index > 0) return false;
  if (line.lang === 'en') return isPlural(line, index) && !states.test(text.toLowerCase());
  const before = line.lower[index - 1] ?? '';
  return (
    /[^s]s$|[^s]es$|[ae]ux$/.test(line.lower[index] ?? '') &&
    (index === 0 || /^(?:les|des|aux|ses|leurs|ces|nos|vos|de|d|')$/.test(before) || index < 2)
  );
}
