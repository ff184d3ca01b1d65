// Finds the words of the lexicon in a sentence: the longest form at each place whose spelling fits. Context is not judged here.
import type { Language } from '../document.ts';
import { isDash } from '../text/line.ts';
import { startsUpper, type Word } from '../text/words.ts';
import { type Entry, foldTreeWord, tree } from './lexicon.ts';

/** A form of the lexicon at a place of a sentence. */
export interface Hit {
  /** Index of its first word and after its last one. */
  readonly first: number;
  readonly next: number;
  readonly entry: Entry;
  /** Written without the capital it should have: "vietnam". The model must then see it too. */
  readonly isLowered: boolean;
  /** Of the other language than the sentence: the model must then see it too. */
  readonly isForeign: boolean;
}

export interface Matches {
  readonly hits: readonly Hit[];
  /** Evidence for readings, by folded term with its count. */
  readonly evidence: ReadonlyMap<string, number>;
}

/**
 * Every hit of a sentence, in order and disjoint, and the words that may decide between readings.
 *
 * @example matchSentence(splitWords("la Côte d'Ivoire"), 'fr').hits[0]?.entry.readings[0]?.code // 'CI'
 */
export function matchSentence(words: readonly Word[], lang: Language): Matches {
  const folded = words.map((word) => foldTreeWord(word.text));
  const isCapitals = isInCapitals(words);
  const hits: Hit[] = [];
  const evidence = new Map<string, number>();
  let free = 0;
  let evidenceFree = 0;
  for (let first = 0; first < words.length; first++) {
    let node = tree.next.get(folded[first] ?? '');
    if (node === undefined) continue;
    let best: Hit | undefined;
    let term: string | undefined;
    let termNext = first;
    let next = first + 1;
    while (node !== undefined) {
      const hit = first < free ? undefined : pick(node.entries, { words, first, next, lang, isCapitals });
      if (hit !== undefined) best = hit;
      if (node.evidence !== undefined && first >= evidenceFree) {
        term = node.evidence;
        termNext = next;
      }
      // "Etats Unis" and "États-Unis" are one form: a dash between words counts for nothing, one after a space does
      const step: number = isJoint(words, next) ? next + 1 : next;
      node = node.next.get(folded[step] ?? '');
      next = step + 1;
    }
    if (term !== undefined) {
      evidence.set(term, (evidence.get(term) ?? 0) + 1);
      evidenceFree = termNext;
    }
    if (best !== undefined) {
      hits.push(best);
      free = best.next;
    }
  }
  return { hits, evidence };
}

function isJoint(words: readonly Word[], place: number): boolean {
  const before = words[place - 1];
  const dash = words[place];
  const after = words[place + 1];
  return isDash(dash?.text) && before?.end === dash?.start && dash?.end === after?.start;
}

/** Words in capitals throughout: a heading, in which no capital means anything. */
function isInCapitals(words: readonly Word[]): boolean {
  let capitals = 0;
  for (const { text, kind } of words) {
    if (kind !== 'letters' || text.length < 2) continue;
    if (text !== text.toUpperCase()) return false;
    capitals++;
  }
  return capitals > 2;
}

interface Place {
  readonly words: readonly Word[];
  readonly first: number;
  readonly next: number;
  readonly lang: Language;
  readonly isCapitals: boolean;
}

/** The entry that fits the spelling best: of the sentence's language before the other, a name before a demonym. */
function pick(entries: readonly Entry[], place: Place): Hit | undefined {
  let best: Hit | undefined;
  for (const entry of entries) {
    const isForeign = entry.lang !== 'both' && entry.lang !== place.lang && place.lang !== 'und';
    if (isForeign && entry.conditions.has('own')) continue;
    const spelling = compareSpelling(entry, place);
    if (spelling === 'wrong') continue;
    const hit = { first: place.first, next: place.next, entry, isLowered: spelling === 'lowered', isForeign };
    if (best === undefined || rank(hit) < rank(best)) best = hit;
  }
  return best;
}

function rank({ isForeign, isLowered, entry }: Hit): number {
  return (isLowered ? 8 : 0) + (isForeign ? 4 : 0) + (entry.via === 'demonym' ? 1 : 0);
}

function compareSpelling(entry: Entry, { words, first, next, isCapitals }: Place): 'right' | 'lowered' | 'wrong' {
  const isFreeCase = entry.via === 'demonym' && entry.lang === 'fr';
  const surfaces: string[] = [];
  for (let index = first; index < next; index++) {
    const word = words[index];
    if (word !== undefined && !isDash(word.text)) surfaces.push(word.text);
  }
  let isLowered = false;
  for (const [index, surface] of surfaces.entries()) {
    const written = entry.words[index] ?? '';
    if (entry.conditions.has('caps') && surface !== written && surface !== surface.toUpperCase()) return 'wrong';
    if (isFreeCase || !startsUpper(written)) continue;
    // "The Gambia" has its article in print, "the Gambia" has it outside
    if (written === 'The' && surface === 'the') return 'wrong';
    if (!startsUpper(surface)) isLowered = true;
  }
  // "GIVE US A CHANCE": in a heading in capitals an abbreviation may be any word
  if (isCapitals && entry.conditions.has('caps') && next === first + 1) return 'lowered';
  return isLowered ? 'lowered' : 'right';
}
