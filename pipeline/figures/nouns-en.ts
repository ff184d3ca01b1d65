// Counted nouns of English: adjectives and nouns stand before the head, which is plural after a number above one.
import { isDash, isTight, type Line } from '../text/line.ts';
import { findNumberWords, isNumber, isNumberWord } from '../text/number-words.ts';
import { findDigits } from './digits.ts';
import { comparative, isPlural, isThirdPerson, states } from './english-plurals.ts';
import type { Noun } from './nouns.ts';
import { findRole } from './words.ts';
import { addComplement, addEquals, isPlainPlural } from './nouns-en-tail.ts';

/**
 * The noun counted by a number that ends before a word.
 * @example findEnglishNoun(lineOf('two customs officers', sentence), 1, false) // { first: 1, next: 3 }
 */
export function findEnglishNoun(line: Line, index: number, takesOf: boolean): Noun | undefined {
  let at = index;
  const isOf = line.lower[at] === 'of' && (takesOf || isPartitive(line, at + 1));
  if (isOf) {
    at += 1;
    while (/^(?:the|its|his|her|their|these|those|our|my|all|that|this|a|an|your)$/.test(line.lower[at] ?? '')) at += 1;
    at = skipOwner(line, at);
    at = findDigits(line, at)?.next ?? findNumberWords(line, at)?.next ?? at;
  } else if (takesOf && line.lower[at] === 'the') at += 1;
  else if (isDash(line.lower[at]) && isTight(line, at) && isTight(line, at - 1)) return readHyphened(line, at + 1);
  while (findRole(line, at) === 'skip') at += 1;
  // "it was 32 million last year"
  if (isPointOfTime(line, at)) return undefined;
  // "a tenth brighter", but "a million older people"
  if (takesOf && comparative.test(line.lower[at] ?? '') && !isPlural(line, at + 1)) return undefined;
  // "a million others have fled", when nothing before says who; "four people were killed and six others wounded"
  if (line.lower[at - 1] === 'others' && at > index && countsNothing(line, at))
    return { first: at - 1, next: at, isDoubtful: true };
  // "five 3-pointers"
  if (line.words[at]?.kind === 'digits' && isDash(line.lower[at + 1]) && isTight(line, at) && isPlural(line, at + 2)) {
    return { first: at, next: at + 3 };
  }
  const first = /^["“‘«]$/.test(line.lower[at] ?? '') ? at + 1 : at;
  return readPhrase(line, first, takesOf || isOf);
}

/** Whether what follows "others" ends the phrase or says what befell them. */
function countsNothing(line: Line, index: number): boolean {
  return (
    line.words[index]?.kind !== 'letters' || findRole(line, index) === 'stop' || states.test(line.lower[index] ?? '')
  );
}

/** "last year", "next season": when, not what. */
function isPointOfTime(line: Line, index: number): boolean {
  return (
    /^(?:last|next|past|previous|first)$/.test(line.lower[index - 1] ?? '') &&
    /^(?:year|month|week|night|time|season|quarter|decade|century|summer|winter|spring|autumn|fall|election)$/.test(
      line.lower[index] ?? '',
    )
  );
}

/** "seven of its directors", "zero of 90 seats": the noun is what they are part of. */
function isPartitive(line: Line, index: number): boolean {
  if (/^(?:the|its|his|her|their|these|those|our|my|your)$/.test(line.lower[index] ?? '')) return true;
  return isNumber(line, index);
}

/** "two of the panel's six letters", "a fifth of the world's fresh water": the owner is not counted. */
function skipOwner(line: Line, index: number): number {
  for (let at = index; at < index + 4; at += 1) {
    if (line.words[at]?.kind !== 'letters' || findRole(line, at) === 'stop') return index;
    if (/^['’]$/.test(line.words[at + 1]?.text ?? '') && isPossessive(line, at + 2)) return at + 3;
  }
  return index;
}

/** "12-member board": the word against the number is what is counted. */
function readHyphened(line: Line, index: number): Noun | undefined {
  // "five 3-pointers", "zero-click": names of things
  if (line.words[index]?.kind !== 'letters' || isPlural(line, index) || line.lower[index - 2] === 'zero')
    return undefined;
  return { first: index, next: index + 1 };
}

function readPhrase(line: Line, first: number, maySingle: boolean): Noun | undefined {
  let head: number | undefined;
  let at = first;
  let lastCandidate: number | undefined;
  for (; at < first + 7; at += 1) {
    const word = line.words[at];
    if (word === undefined) break;
    if (word.kind === 'mark') {
      const joins =
        (isDash(word.text) || word.text === "'" || word.text === '’') &&
        isTight(line, at) &&
        isTight(line, at - 1) &&
        line.words[at + 1]?.kind === 'letters';
      // "10 girls' schools", "five maritime helicopters, two cutters"
      if (joins && at > first) continue;
      // "F-16s", "B-2 bombers", "Airbus A350-900 aircraft"
      if (isDash(word.text) && isTight(line, at) && isCodeStart(line, at - 1) && line.words[at + 1]?.kind === 'digits')
        continue;
      if (word.text === '"' || word.text === '”' || word.text === '“') continue;
      break;
    }
    // "Airbus A350-900 aircraft", "F-35A fighters", "K9 howitzers"
    if (
      word.kind === 'letters' &&
      /^[A-Z]{1,3}$/.test(word.text) &&
      isTight(line, at) &&
      line.words[at + 1]?.kind !== 'letters'
    )
      continue;
    if (word.kind === 'digits' && at > first && isTight(line, at - 1)) continue;
    // "150 Boeing 737s", "two Tupolev 154 jets": the number of a model between its maker and its plural
    if (isModelNumber(line, first, at)) continue;
    if (word.text === 's' && at > first && line.words[at - 1]?.kind === 'digits' && isTight(line, at - 1)) {
      head = at;
      continue;
    }
    if (head === undefined && lastCandidate === at - 1 && joinsAdjectives(line, first, at)) continue;
    // "21 million twenty-foot units", "two 33-metre boats": a number tied to a word stands before the noun
    const isTied =
      isDash(line.lower[at + 1]) &&
      isTight(line, at) &&
      isTight(line, at + 1) &&
      line.words[at + 2]?.kind === 'letters';
    if (isTied && at > first - 1 && isNumber(line, at)) continue;
    if (findRole(line, at) === 'stop' || isNumber(line, at)) break;
    if (isPossessive(line, at)) continue;
    // "two elderly Il-76 aircraft": an adjective where more follows
    const goesOn = line.words[at + 1]?.kind === 'letters' && findRole(line, at + 1) === undefined;
    if (head === undefined && goesOn && /^(?:elderly|poor|unemployed|homeless)$/.test(word.text)) {
      lastCandidate = at;
      continue;
    }
    if (isPlural(line, at)) {
      // "left 10,000 people dead"
      if (head !== undefined && states.test(line.lower[at] ?? '')) break;
      if (head !== undefined && !followsAsCompound(line, head, at)) break;
      head = at;
    } else if (head !== undefined) {
      // after the plural nothing singular belongs to the noun
      break;
    } else lastCandidate = at;
  }
  if (head !== undefined) return { first, next: addComplement(line, addEquals(line, endOfHead(line, head))) };
  if (lastCandidate === undefined) return undefined;
  // "half of the local budget", "one capital city": a singular ends the phrase
  if (maySingle) {
    // "eleven refused to answer and one sent a tote bag"
    if (first === lastCandidate && pastForms.test(line.lower[first] ?? '')) return undefined;
    // … "30 million pledged last year"
    if (
      pastForms.test(line.lower[first] ?? '') &&
      (/^(?:a|an|the|in|on|at|to|his|her|its)$/.test(line.lower[first + 1] ?? '') || isPointOfTime(line, first + 2))
    )
      return undefined;
    const end = endOfSingular(line, first, lastCandidate);
    return end === undefined ? undefined : { first, next: addComplement(line, endOfHead(line, end)) };
  }
  // "sixty-two asked to speak", "six Afghan": no plural follows, so the noun stands elsewhere if anywhere
  return /^\p{Lu}/u.test(line.words[first]?.text ?? '') ? { first, next: first + 1, isDoubtful: true } : undefined;
}

/** Last word of a singular phrase, before what looks like a verb. */
function endOfSingular(line: Line, first: number, last: number): number | undefined {
  let end: number | undefined;
  for (let at = first; at <= last && at < first + 6; at += 1) {
    const lower = line.lower[at] ?? '';
    if (line.words[at]?.kind !== 'letters' && !isDash(lower)) break;
    if (
      end !== undefined &&
      (isThirdPerson(lower) ||
        (/(?:ed|ly)$/.test(lower) && !nounsInLy.test(lower)) ||
        /^(?:goes|went|sits|hired|took|led|ran|left|came|gave|made|got|stayed|serves|had)$/.test(lower))
    )
      break;
    end = at;
  }
  return end;
}

/** "737" of "Boeing 737s": a capital before it, and an "s" against it or a plural after it. */
function isModelNumber(line: Line, first: number, index: number): boolean {
  if (line.words[index]?.kind !== 'digits' || index === first) return false;
  if (!/^\p{Lu}\p{L}+$/u.test(line.words[index - 1]?.text ?? '')) return false;
  if (line.words[index + 1]?.text === 's' && isTight(line, index)) return true;
  const after = line.words[index + 1];
  return !isTight(line, index) && after !== undefined && /^[a-z]{3,}$/.test(after.text) && isPlural(line, index + 1);
}

/** Nouns that end as adverbs do: "a fifth of iPhone assembly". */
const nounsInLy =
  /^(?:assembly|family|supply|reply|monopoly|anomaly|jelly|belly|bully|rally|ally|butterfly|homily|folly|doily|lily|july|italy|oligopoly|gully|weekly|daily|monthly|quarterly|seed|feed|speed|breed|weed|need|shed|bed|reed|steed|deed|creed|greed)$/;

/** "F" of "F-16s", "350" of "A350-900": capitals or digits against the hyphen. */
function isCodeStart(line: Line, index: number): boolean {
  const word = line.words[index];
  return isTight(line, index) && (word?.kind === 'digits' || /^[A-Z][A-Za-z]{0,2}$/.test(word?.text ?? ''));
}

const pastForms =
  /ed$|^(?:hit|led|cut|put|set|sat|stood|held|kept|paid|read|spoke|threw|wrote|drew|broke|brought|bought|caught|built|fled|fought|came|went|ran|left|took|made|told|lost|won|found|got|gave|met|saw|sold|sent|spent|fell)$/;

/** "196 land and environmental defenders", "two red and white boats": "and" between what stands before the noun. */
function joinsAdjectives(line: Line, first: number, index: number): boolean {
  if (line.lower[index] !== 'and' || index - first > 2 || pastForms.test(line.lower[index - 1] ?? '')) return false;
  for (let at = index + 1; at <= index + 2; at += 1) {
    const text = line.words[at]?.text ?? '';
    if (!/^[a-z]{3,}$/.test(text) || findRole(line, at) !== undefined || isNumberWord(line, at)) return false;
    if (isPlural(line, at)) return true;
  }
  return false;
}

function isPossessive(line: Line, index: number): boolean {
  return line.lower[index] === 's' && (line.lower[index - 1] === "'" || line.lower[index - 1] === '’');
}

function followsAsCompound(line: Line, head: number, at: number): boolean {
  return (
    (at === head + 1 &&
      /^(?:women|men|sports|customs|arms|savings|sales|games|goods|news|works|people|species|points|seats|plains|police|staff|aircraft|media|crew|youth|series)$/.test(
        line.lower[head] ?? '',
      )) ||
    (at === head + 1 && /^\p{Lu}/u.test(line.words[head]?.text ?? '')) ||
    // "2,000 dead fish"
    (at === head + 1 && states.test(line.lower[head] ?? '')) ||
    // "51 measles cases": a plural right after a plural is no verb
    (at === head + 1 &&
      isPlainPlural(line, head) &&
      line.lower[head]?.endsWith('s') === true &&
      isPlainPlural(line, at) &&
      /[^s]s$/.test(line.lower[at] ?? '') &&
      // "a brochure of 38 pages calls it secret"
      !/^(?:it|him|her|them|us|me|the|a|an|that|itself|himself)$/.test(line.lower[at + 1] ?? '') &&
      // "one of its nine shafts works"
      !mayBeVerb.test(line.lower[at] ?? ''))
  );
}

const mayBeVerb =
  /^(?:works|runs|means|needs|shows|looks|remains|stands|stays|helps|hopes|starts|ends|plays|turns|opens|falls|rises|grows|kills|cuts|hits|wins|loses|costs|leads|sees|fails|agrees|continues|carries|covers|feeds|dies|votes|plans|calls|claims|moves|leaves|marks|faces)$/;

function endOfHead(line: Line, head: number): number {
  let next = head + 1;
  while (
    isDash(line.lower[next]) &&
    isTight(line, next - 1) &&
    isTight(line, next) &&
    line.words[next + 1]?.kind === 'letters'
  )
    next += 2;
  return next;
}
