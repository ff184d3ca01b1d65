// Words of the table that the model read as nothing at all: more often than not they are part of a name that it missed, or a
// language. What speaks for that here is too weak to count against a word that the model has seen.
import type { Sentence } from '../document.ts';
import { isDash } from '../text/line.ts';
import { readTable } from '../text/resource.ts';
import type { Span } from '../text/span.ts';
import { startsUpper, type Word } from '../text/words.ts';
import { foldTreeWord, tree } from './lexicon.ts';
import type { Hit } from './match.ts';

const languageCodes = new Set(readTable('countries/data/languages.tsv').map(({ code }) => code));

// between the words of a longer name: "Ballet Nacional de Cuba", "Church in Tanzania", "Banque de Londres et du Mexique"
const links = /^(?:de|du|des|d|la|l|le|les|et|en|of|the|and|in|for|'|&|\.)$/u;
// capitals that no name of a body needs: an office before a country, a day, a month
const offices =
  /^(?:president|presidents|presidente|prime|minister|ministers|ministre|premier|foreign|defence|defense|secretary|treasury|government|gouvernement|king|roi|queen|reine|emperor|empereur|prince|princess|princesse|ambassador|ambassadeur|senator|chancellor|vice|general|people|republic|republique|kingdom|royaume|state|etat|army|championnat|championship|dollar|peso|open|grand|m|mme|mr|mrs|ms|dr|sir|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/u;

/**
 * Why a hit that the model did not see is none, or undefined.
 *
 * @param isMarked whether any mark of the model covers a span: then the words there are another name
 * @example refuseLone(hit, sentence, () => false) // 'unseen-name' for "Bahrain" in "the riders of Bahrain Victorious"
 */
export function refuseLone(hit: Hit, sentence: Sentence, isMarked: (span: Span) => boolean): string | undefined {
  if (isInUnseenName(hit, sentence, isMarked) || isNewspaper(hit, sentence)) return 'unseen-name';
  return hit.entry.via === 'demonym' && isLoneLanguage(hit, sentence) ? 'language' : undefined;
}

/**
 * Whether a name goes on after a country that the model took for a place: "Algérie Télécom", "Bahrain Victorious".
 * @example goesOn(hit, sentence, () => false) // true for "Bahrain" in "Bahrain Victorious"
 */
export function goesOn({ next, first }: Hit, { words }: Sentence, isMarked: (span: Span) => boolean): boolean {
  const after = nextWord(words, next);
  if (isTitle(words, first)) return false;
  // "Nigeria Premier Football League", but not "Nigeria President Bola Tinubu", whom the model has marked
  const isOffice = after !== undefined && /^(?:Premier|National|Grand|People|General|Open)$/u.test(after.text);
  return isFree(after, isMarked) || (isOffice && isFree(words[next + 1], isMarked));
}

/** "Slip français", "Maroc Telecom", "France 5": a capital or a number beside it that belongs to no other name. */
function isInUnseenName({ first, next, entry }: Hit, sentence: Sentence, isMarked: (span: Span) => boolean): boolean {
  const { words } = sentence;
  if (isTitle(words, first)) return false;
  const after = nextWord(words, next);
  if (after?.kind === 'digits' && entry.via === 'name' && !isScore(words, next)) return true;
  if (isFree(after, isMarked)) return true;
  // "James Finlay (Kenya) Limited"
  if (words[first - 1]?.text === '(' && words[next]?.text === ')' && isFree(words[next + 1], isMarked)) return true;
  let index = first - 1;
  while (index >= 0 && links.test(foldTreeWord(words[index]?.text ?? ''))) index--;
  const before = words[index];
  // the first word of a sentence has its capital anyway
  return index > 0 && words[index - 1]?.kind === 'letters' && isFree(before, isMarked);
}

/** "Ouf, Le Mauricien titre": a newspaper keeps the capital of its article. */
function isNewspaper({ first, entry }: Hit, { words, lang }: Sentence): boolean {
  const word = words[first];
  if (lang !== 'fr' || entry.via !== 'demonym' || word === undefined || !startsUpper(word.text)) return false;
  if (word.text.length > 1 && word.text === word.text.toUpperCase()) return false;
  const before = words[first - 1]?.text ?? '';
  const earlier = words[first - 2];
  return /^(?:Le|La|Les)$/u.test(before) && (earlier?.kind === 'letters' || earlier?.text === ',');
}

/** A capital that belongs to no mark of the model and begins no country. */
function isFree(word: Word | undefined, isMarked: (span: Span) => boolean): boolean {
  return (
    word !== undefined && isNameWord(word) && !isMarked(word) && tree.next.get(foldTreeWord(word.text)) === undefined
  );
}

/** The word after a hit, where at most a space or a tight hyphen parts the two. */
function nextWord(words: readonly Word[], next: number): Word | undefined {
  const word = words[next];
  const joined = words[next + 1];
  const isTight = isDash(word?.text) && words[next - 1]?.end === word?.start && word?.end === joined?.start;
  return isTight ? joined : word;
}

/** "France 3, Brésil 1", "France 2-0": a result. */
function isScore(words: readonly Word[], place: number): boolean {
  const after = words[place + 1];
  if (isDash(after?.text) || after?.text === ':') return true;
  const other = words[after?.text === ',' ? place + 2 : place + 1];
  return other !== undefined && tree.next.get(foldTreeWord(other.text)) !== undefined && startsUpper(other.text);
}

// in a heading in capitals these are no names either: "LE ZIMBABWE AU MONDIAL"
const smallWords = /^(?:au|aux|un|une|sur|par|pour|dans|avec|sous|to|at|on|with|by|from|is|to|as|a)$/u;

function isNameWord({ text, kind }: Word): boolean {
  if (kind !== 'letters' || text.length < 2 || !startsUpper(text)) return false;
  const folded = foldTreeWord(text);
  return !offices.test(folded) && !(text === text.toUpperCase() && (links.test(folded) || smallWords.test(folded)));
}

/** Words of a heading that are looked at on each side: a sentence may be as long as a document. */
const titleReach = 12;

/** A heading in which words have capitals as such: "France Beats Brazil to Reach Last Eight". */
function isTitle(words: readonly Word[], first: number): boolean {
  const long = words
    .slice(Math.max(0, first - titleReach), first + titleReach)
    .filter(({ text, kind }) => kind === 'letters' && text.length > 3);
  return long.length > 2 && long.every(({ text }) => startsUpper(text));
}

const plural = /(?:s|men|man|woman|women)$/u;
/** Masculine singulars, folded: a language has no other form. */
const frenchLanguages = new Set(
  readTable('countries/data/demonyms.tsv')
    .filter(({ code }) => languageCodes.has(code))
    .flatMap(({ fr = '' }) => fr.split('|').map((entry) => foldTreeWord((entry.split('/')[0] ?? '').replace('=', '')))),
);
// words before a language that are no noun: "il parle pas francais", "un mauvais allemand"
const beforeLanguage =
  /^(?:l|le|la|les|d|de|du|des|au|aux|en|un|son|mon|ton|ce|cet|leur|notre|votre|pas|peu|ni|et|ou|puis|que|qu|plus|mieux|mal|bien|tres|tout|couramment|surtout|vers|depuis|bon|mauvais|vieux|parl\w+|dit|dis|lit|ecrit|compren\w+|appren\w+|appris|enseign\w*)$/u;
const predicate = /^(?:is|was|are|were|be|been|am|s|re|m|both|being|sont|est|etait|soit)$/u;
// what may follow a language: no noun of its own
const englishFollowers =
  /^(?:and|or|nor|on|at|to|for|by|with|when|while|but|that|as|only|is|was|from|in|of|like|not|where|there|does|do|did|has|had|will|would|must|may|can|could|should|kept|until|since|before|after|because|so|too|also|than|here|now|then|if|though|every|each|today|yesterday|tonight|again|first|alone|instead|all|during|between|about|through|without|disappears?|versions?|teachers?|class(?:es)?|texts?|words?|lessons?|subtitles?|courses?)$/u;

/** A language where the model saw no demonym: "My French is rusty", "il parle pas francais", "Amharic a must, French not". */
function isLoneLanguage({ first, next, entry }: Hit, { words, lang }: Sentence): boolean {
  if (!entry.readings.some(({ code }) => languageCodes.has(code))) return false;
  const word = words[first];
  const after = words[next];
  if (word === undefined || next !== first + 1) return false;
  const folded = foldTreeWord(word.text);
  const isNext = after !== undefined && after.kind === 'letters';
  if (lang === 'en') {
    if (plural.test(folded) || predicate.test(foldTreeWord(words[first - 1]?.text ?? ''))) return false;
    return !isNext || englishFollowers.test(foldTreeWord(after.text));
  }
  if (lang !== 'fr' || !frenchLanguages.has(folded)) return false;
  // "l'état-major estonien, en désignant la carte": after a noun of its own it is an adjective
  const before = words[first - 1];
  if (before?.kind === 'letters' && !beforeLanguage.test(foldTreeWord(before.text))) return false;
  // several are people: "LA PAGE DES FRANCAIS"
  if (before !== undefined && /^(?:des|les|aux|ces)$/u.test(foldTreeWord(before.text))) return false;
  const isCapitals = word.text === word.text.toUpperCase();
  if (startsUpper(word.text) && !isCapitals) return false;
  // "le français Arsène Wenger"
  return isCapitals || !isNext || !startsUpper(after.text);
}
