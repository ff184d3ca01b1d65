// The distinct written forms of the names of a document, with where they stand.
import type { Document, Language, NameMention } from '../document.ts';
import { foldName, wordsOf } from '../text/fold.ts';

export interface Form {
  readonly type: NameMention['type'];
  /** As compared: folded, without article. */
  readonly key: string;
  /** As best written in the document: not in capitals, then the most frequent, then the first. */
  readonly text: string;
  readonly words: readonly string[];
  /** Places in `document.mentions`, in order. */
  readonly places: readonly number[];
  readonly lang: Language;
}

/**
 * Groups the name mentions of one type by their folded form.
 *
 * @example formsOf(document, 'person').map((form) => form.text) // ['Benny Gantz', 'Gantz']
 */
export function formsOf(document: Document, type: NameMention['type']): Form[] {
  const byKey = new Map<string, { texts: Map<string, number>; places: number[] }>();
  for (const [place, mention] of document.mentions.entries()) {
    if (mention.type !== type) continue;
    const key = keyOf(mention.text);
    const group = byKey.get(key) ?? { texts: new Map<string, number>(), places: [] };
    group.texts.set(mention.text, (group.texts.get(mention.text) ?? 0) + 1);
    group.places.push(place);
    byKey.set(key, group);
  }
  return [...byKey].map(([key, { texts, places }]) => {
    const text = bestText(texts);
    return { type, key, text, words: wordsOf(key), places, lang: document.lang };
  });
}

/**
 * Forms are one when they fold to one key: case, accents, article and hyphens apart.
 * @example keyOf('Thomson-CSF') === keyOf('Thomson CSF') // true
 */
export function keyOf(text: string): string {
  return foldName(text).replace(/(?<=\p{L})-(?=\p{L})/gu, ' ');
}

function bestText(texts: ReadonlyMap<string, number>): string {
  let best = '';
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const [text, count] of texts) {
    const rank = count + (text === text.toUpperCase() ? -1e6 : 0) + (text === text.toLowerCase() ? -1e3 : 0);
    if (rank > bestRank) {
      best = text;
      bestRank = rank;
    }
  }
  return best;
}

/**
 * A name in capitals as it is written elsewhere: "NORTHERN RELIEF ALLIANCE" → "Northern Relief Alliance".
 * @example calm('COUR DES COMPTES') // 'Cour des Comptes'
 */
export function calm(text: string): string {
  if (!isShouted(text) || isPairOfAcronyms(text) || isAcronymWithNumber(text)) return text;
  return text.replace(/[\p{L}\p{M}]+/gu, (word, start: number) => {
    const lower = word.toLowerCase();
    if (start > 0 && /^(?:de|du|des|la|le|les|l|d|et|en|au|aux|of|the|and|for|in|on|s)$/u.test(lower)) return lower;
    // "TT ELECTRONICS PLC": letters without a vowel are an acronym
    if (word.length < 5 && /^[bcdfghjklmnpqrstvwxz]+$/u.test(lower)) return word;
    if (start === 0 && spelt.test(word)) return word;
    return word.length < 2 ? word : word.charAt(0) + lower.slice(1);
  });
}

// letters with a vowel before a name: "OGC NICE", "AC MILAN", "UEFA EURO 2024"
const spelt = /^(?:A[CFJS]|AFC|EA|OGC|OSC|US|USM|UEFA|FIFA|FTSE|MSCI|EDF)$/u;

/** "CFE-CGC", "RTL-TVI": two acronyms are no heading. */
function isPairOfAcronyms(text: string): boolean {
  return /^\p{Lu}{2,5}(?:-\p{Lu}{2,5})+$/u.test(text);
}

/** "FTSE 100", "CAC 40", "AK 47", but not "PARIS 2024" or "ROCKY 4". */
function isAcronymWithNumber(text: string): boolean {
  return /^(?:\p{Lu}{2,4} \d{1,3}|\p{Lu}{5,6} \d{2,3})$/u.test(text);
}

/**
 * A place's name in capitals as it is written elsewhere; a town has no acronym of four letters.
 * @example calmPlace('NAIROBI') // 'Nairobi', but 'NYC' stays
 */
export function calmPlace(text: string): string {
  if (!/^\p{Lu}{4,}$/u.test(text) && !isShouted(text)) return text;
  // "FORT-DE-FRANCE" has its small words inside
  return text.replace(/[\p{L}\p{M}]+/gu, (word, start: number) => {
    const lower = word.toLowerCase();
    if (start > 0 && placeLinks.test(lower)) return lower;
    return word.charAt(0) + lower.slice(1);
  });
}

const placeLinks = /^(?:de|du|des|la|le|les|l|d|et|en|sur|sous|lès|aux|au|a|à|of|the|and|upon|on|in|del|di|da)$/u;

/**
 * Whether a name of more than an acronym's length is in capitals throughout.
 * @example isShouted('VALENTINE RUGWABIZA') // true, but not 'ONU'
 */
export function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{2}/u.test(text) && (text.length > 6 || text.includes(' '));
}
