// Ages: "âgé de 43 ans", "Hakobyan, 41,", "a 43-year-old", "aged 57", "(63 ans)".
import { isDash, isTight, type Line } from '../text/line.ts';
import { isNumber } from '../text/number-words.ts';
import { isFrenchAge } from './ages-fr.ts';
import type { Found } from './parts.ts';
import { findRole } from './words.ts';

/**
 * Index after "-old", "ans", "years old" where they follow a number of years, or nothing.
 * @example findAgeTail(lineOf('a 43-year-old', sentence), 4) // 6
 */
export function findAgeTail(line: Line, next: number): number | undefined {
  if (line.lang !== 'en') return undefined;
  if (isDash(line.lower[next]) && isTight(line, next) && /^olds?$/.test(line.lower[next + 1] ?? '')) return next + 2;
  return line.lower[next] === 'old' || line.lower[next] === 'olds' ? next + 1 : undefined;
}

/** Whether years at words `first` to `next` are somebody's age. */
export function isAge(line: Line, first: number, next: number, value: number): boolean {
  if (value > 120) return false;
  const before = line.lower[first - 1] ?? '';
  const earlier = line.lower[first - 2] ?? '';
  const after = line.lower[next] ?? '';
  if (line.lang === 'fr') {
    if (isFrenchAge(line, first, next)) return true;
    if (before === ',' && (after === ',' || after === '.' || after === '' || after === ')') && isName(line, first - 2))
      return true;
    if (before === '(' && after === ')') return true;
    if (before === 'à' && /^(?:,|\.|)$/.test(after)) return !isTerm(line, first - 1);
    return /^(?:a|ai|avait|aura|aurait|avais)$/.test(before) && /^(?:,|\.|et|)$/.test(after);
  }
  return /^(?:aged|age|ages|turned|turning)$/.test(before) || (before === 'of' && earlier === 'age');
}

/** What lasts or is set to "trois ans": "condamné à cinq ans", "porte la durée du mandat à sept ans". */
const terms =
  /^(?:condamn|port(?:e|er|é|ée|és|ées)$|rédui|ramen|limit|fix[ée]|prolong|étend|allong|augment|abaiss|raccourci|équiva|correspond|égal|estim|évalu|peines?$|durées?$|délais?$|mandats?$|contrats?$|baux?$|bail$|échéances?$|garantie|sursis$)/;

/** Whether the word "à" before years leads to a length of time: "limité à cinq ans", but "décédé à 89 ans". */
function isTerm(line: Line, index: number): boolean {
  // "de trois à cinq ans"
  if (isNumber(line, index - 1)) return true;
  // "l'âge légal est porté à 64 ans"
  if (line.lower.slice(Math.max(0, index - 8), index).includes('âge')) return false;
  for (let at = index - 1; at >= Math.max(0, index - 6) && line.words[at]?.kind === 'letters'; at -= 1) {
    if (terms.test(line.lower[at] ?? '')) return true;
  }
  return false;
}

/** Words for people who have an age in the next words: "a prodigy of 19", "my grandmother is 101", "her boys, 9 and 12". */
const people =
  /^(?:(?:wo)?man|girl|boy|child|son|daughter|farmer|widow|widower|student|youth|teenager|toddler|baby|pensioner|(?:grand)?(?:mother|father|son|daughter)|mum|dad|brother|sister|aunt|uncle|cousin|niece|nephew|wife|husband|orphan|lad|lass|lassie|kid|twin|prodigy|veteran|novice|recruit|refugee|captain|sergeant|assistant|eritrean|afghan|migrant|labourer|nurse|teacher|corporal|private|lieutenant|officer|soldier|sailor|fisherman|clerk|lawyer|doctor|engineer|driver|miner|baker|painter|priest|pastor|monk|nun|waiter|waitress|apprentice|pilot|graduate|trainee|butcher|carpenter|electrician|plumber|welder|shepherd|youngest|oldest|eldest|[a-z]+keeper|[a-z]+woman)$/;

const peoplePlural =
  /^(?:everyone|everybody|anyone|anybody|those|people|children|pupils|youths|teenagers|schoolchildren|(?:wo)?men|adults|boys|girls|sons|daughters|twins|players|drivers|customers|residents|patients|workers|voters|students|youngsters|pensioners|passengers|employees|citizens|fans)$/;

/**
 * Whether a word is a plural for people who may have an age: "pupils", "children".
 * @example isPeople('children') // true
 */
export function isPeople(word: string): boolean {
  return peoplePlural.test(word);
}

/** Verbs after which "at 43" is a level: "stands at 43", "was put at 62", "closed at 105". */
const levels =
  /^(?:stands?|stood|standing|puts?|estimated?|estimates|priced?|values?|valued|trad(?:ed|ing|es?)|clos(?:ed|es?|ing)|open(?:ed|s)|end(?:ed|s)|stops?|stopped|stuck|runs?|ran|running|peak(?:ed|s)|sets?|steady|remain(?:s|ed)?|unchanged|level|capped|flat|kept|keeps?|held|holds?|holding|tolls?|counts?|number|rates?|rated|index|scores?|averag\w+|hover\w*|settled|bought|sold|sells?|sell|costs?|looking|ranked|ranks?|bid|limit\w*|fixed|pegged|quoted|arrived?|speeds?|temperatures?|pressure|scale|starts?|starting|bottomed|topped|seats?|tied|minutes?|overs?)$/;

/**
 * Whether a bare number is an age: "Hakobyan, 41,", "(57)" after a name, "who is 24", "aged 12", "under 18".
 * @example isBareAge(lineOf('Hakobyan, 41, said', sentence), figure, 2, 41) // true
 */
export function isBareAge(
  line: Line,
  figure: Pick<Found, 'first' | 'next' | 'qualifier'>,
  number: number,
  value: number,
): boolean {
  if (!Number.isInteger(value) || value < 1 || value > 112) return false;
  const { first, next } = figure;
  const before = line.lower[first - 1] ?? '';
  const after = line.lower[next] ?? '';
  if (line.lang === 'en' && isObituary(line, first, next)) return value > 11;
  if (line.lang === 'en' && isEnglishAge(line, figure, number, value)) return true;
  if (before === '(' && after === ')' && isName(line, first - 2)) return value >= 10 && countBrackets(line) < 3;
  if (before !== ',' || isRanked(line, first - 2)) return false;
  const closes = /^(?:|,|\.|;|and|\)|et|"|”)$/.test(after) || isDash(after);
  if (!closes || isDash(line.lower[next])) return false;
  if (
    line.lang === 'en' &&
    value < 40 &&
    /^(?:boys|girls|sons|daughters|twins|children|brothers|sisters|pair|couple|duo)$/.test(line.lower[first - 2] ?? '')
  )
    return true;
  // "in the name of a nephew, 19."
  if (line.lang === 'en' && people.test(line.lower[first - 2] ?? '')) return true;
  // "the left-hander, 22, batted": a lower-case noun will do between two commas
  const isApposed = line.lang === 'en' && after === ',' && value >= 12 && line.words[first - 2]?.kind === 'letters';
  return (isName(line, first - 2) && value >= 6) || (isApposed && findRole(line, first - 2) === undefined);
}

/** "Obituary: Breandán Mac Suibhne, ferryman and fiddle-maker, 91": the age ends a title that has no full stop. */
function isObituary(line: Line, first: number, next: number): boolean {
  if (line.lower[first - 1] !== ',' || next !== line.words.length || first < 5) return false;
  const [before] = [line.words[first - 2]];
  if (before?.kind !== 'letters' || !/^\p{Ll}/u.test(before.text) || findRole(line, first - 2) !== undefined)
    return false;
  let commaCount = 0;
  for (let at = first - 2; at >= Math.max(0, first - 24); at -= 1) {
    if (line.words[at]?.kind === 'digits') return false;
    if (line.lower[at] === ',') commaCount += 1;
  }
  return commaCount === 1 || commaCount === 2;
}

function isEnglishAge(
  line: Line,
  { first, next, qualifier }: Pick<Found, 'first' | 'next' | 'qualifier'>,
  number: number,
  value: number,
): boolean {
  const before = line.lower[first - 1] ?? '';
  const earlier = line.lower[first - 2] ?? '';
  if (/^(?:aged|age|ages)$/.test(before)) return true;
  // "those 16 and over", "anyone 65 or older"
  const tail = line.lower[next - 1] ?? '';
  if (/^(?:older|younger)$/.test(tail) && qualifier !== 'exact') return value < 100;
  if (/^(?:over|above|under|up)$/.test(tail) && qualifier !== 'exact' && peoplePlural.test(before)) return value < 100;
  if (
    (qualifier === 'less_than' || qualifier === 'more_than') &&
    /^(?:under|over)$/.test(line.lower[number - 1] ?? '') &&
    /^(?:everyone|everybody|anyone|anybody|those|customers|children|adults|boys|girls)$/.test(
      line.lower[number - 2] ?? '',
    )
  )
    return value >= 4 && value <= 90;
  if (
    before === 'of' &&
    (earlier === 'age' ||
      (people.test(earlier) && value >= (/^(?:mother|father)$/.test(earlier) ? 16 : 4) && value < 100))
  )
    return true;
  const after = line.words[next];
  const afterWord = line.lower[next] ?? '';
  const closes =
    after === undefined ||
    after.kind === 'mark' ||
    /^(?:and|when|then|but|or|now|at|before|while|after)$/.test(afterWord);
  if (before === 'at' && qualifier === 'exact' && (closes || /^(?:to|from|that|who|she|he|i|they|of)$/.test(afterWord)))
    return isAgeAt(line, first, value) && after?.text !== '%' && !isDash(afterWord) && after?.text !== '/';
  // "Terumi Tanaka, who at 13 lost five relatives"
  if (before === 'at' && earlier === 'who' && qualifier === 'exact') return value > 4;
  // "who owns the shop and is 66"
  if (
    before === 'is' &&
    earlier === 'and' &&
    closes &&
    value > 11 &&
    line.lower.slice(Math.max(0, first - 9), first - 2).includes('who')
  )
    return qualifier === 'exact';
  // "Mahathir turns 100", "she turned 30 on Saturday"; "turned thirteen wells to brine" counts wells
  if (/^turn(?:ed|s|ing)$/.test(before)) return closes || /^(?:on|in|this|next|last|today|tomorrow)$/.test(afterWord);
  // "Most Chagossians under forty have never seen it"
  const isBounded =
    /^(?:under|over)$/.test(line.lower[number - 1] ?? '') &&
    /^(?:have|has|had|are|were|can|could|must|will|do|did|who|should|live|travel|voted|said)$/.test(afterWord) &&
    (peoplePlural.test(line.lower[number - 2] ?? '') || /^\p{Lu}\p{L}+s$/u.test(line.words[number - 2]?.text ?? ''));
  if (isBounded && qualifier !== 'exact') return value >= 5 && value <= 90;
  if (!closes || after?.text === '%' || after?.text === '-' || value < 3) return false;
  if (before === 'to' && /^(?:lived?|lives|living)$/.test(earlier)) return value >= 20;
  // "most of them under 30", "the over-60s"
  if (
    (qualifier === 'less_than' || qualifier === 'more_than') &&
    /^(?:under|over)$/.test(line.lower[number - 1] ?? '')
  ) {
    return (
      value >= 5 &&
      value <= 90 &&
      (/^(?:are|were|is|was|all|chagossians|the|them|and|for|of)$/.test(line.lower[number - 2] ?? '') ||
        peoplePlural.test(line.lower[number - 2] ?? ''))
    );
  }
  if (qualifier !== 'exact') return false;
  if (!/^(?:is|was|s|m|am|been|be|then)$/.test(before)) return false;
  if ((before === 'is' || before === 'was') && isPersonNear(line, first - 1)) return true;
  // "Jhumur, who is seven"
  if (value < 12) return value > 3 && /^(?:is|was)$/.test(before) && earlier === 'who';
  const subjectAt = before === 's' || before === 'm' || before === 'been' || before === 'be' ? first - 3 : first - 2;
  const subject = line.lower[subjectAt] ?? '';
  if (/^(?:he|she|who|i)$/.test(subject)) return true;
  if (before === 'then') return subject === ',' && isName(line, subjectAt - 1);
  // a full name: two capitals, or two halves of a double name
  const nameAt = subject === ',' ? subjectAt - 1 : subjectAt;
  return isName(line, nameAt) && nameAt >= 1 && (isName(line, nameAt - 1) || isDash(line.lower[nameAt - 1]));
}

/** "2. Bordeaux-Bègles, 58 ; 9. Castres, 41": points in a table. */
function isRanked(line: Line, index: number): boolean {
  let at = index;
  while (at > index - 6 && (line.words[at]?.kind === 'letters' || isDash(line.lower[at]))) at -= 1;
  return at > 1 && line.lower[at] === '.' && line.words[at - 1]?.kind === 'digits';
}

/** "enrolled at 84", "At 22 she crossed", "dies at 79", but "stands at 43" and "closed at 105". */
function isAgeAt(line: Line, first: number, value: number): boolean {
  // "left school at twelve", "orphaned at six"
  if (value < 13 || value > 110) return value > 3 && value < 13 && hasLifeWord(line, first);
  for (let at = first - 2; at >= Math.max(0, first - 6); at -= 1) {
    const word = line.words[at];
    if (word === undefined || word.kind === 'digits' || /^[%$€£;:.(]$/.test(word.text)) return at < first - 3;
    if (levels.test(line.lower[at] ?? '')) return false;
    if (at === first - 2 && /^(?:all|is|was|were|are|be|been|came|comes|manufacturers)$/.test(line.lower[at] ?? ''))
      return false;
  }
  return true;
}

/** Events of a life beside "at twelve". */
function hasLifeWord(line: Line, first: number): boolean {
  for (let at = first - 2; at >= Math.max(0, first - 4); at -= 1) {
    if (
      /^(?:school|orphaned|orphan|widowed|married|emigrated|adopted|apprenticed|enrolled|debut|blinded|enslaved|kidnapped|abducted|recruited|conscripted)$/.test(
        line.lower[at] ?? '',
      )
    )
      return true;
  }
  return false;
}

/** "My grandmother in Temuco is 101", "whose oldest sergeant is 71". */
function isPersonNear(line: Line, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 4); at -= 1) {
    if (line.words[at]?.kind !== 'letters') return false;
    if (people.test(line.lower[at] ?? '')) return true;
  }
  return false;
}

/** Numbers in brackets: three of them are a ranking, not ages. */
function countBrackets(line: Line): number {
  let count = 0;
  // three are enough to tell, so the scan ends there
  for (let at = 1; at < line.words.length - 1 && count < 3; at += 1) {
    if (line.words[at]?.kind === 'digits' && line.lower[at - 1] === '(' && line.lower[at + 1] === ')') count += 1;
  }
  return count;
}

function isName(line: Line, index: number): boolean {
  const word = line.words[index];
  // "Pour, dix-huit. Contre, soixante et un." are votes
  return word?.kind === 'letters' && /^\p{Lu}/u.test(word.text) && findRole(line, index) !== 'stop';
}
