// Acronyms in brackets after their expansion, or the other way round: "Reporters sans frontières (RSF)".
import type { Document } from '../document.ts';
import { isAcronymShaped, isReadableFrom, lettersOf } from './acronyms.ts';
import { wordsOf } from '../text/fold.ts';
import { type Form, keyOf } from './forms.ts';

export interface BracketPair {
  readonly acronym: Form;
  readonly expansion: Form;
}

const opening = /^\s*[([]\s*(?:[«"“'‘]\s*)?(?:(?:the|la|le|les|l['’]|ou|or|ex-)\s*)?$/u;
// "l'Agence exécutive pour le climat, la Cinea, avait versé"
const apposition = /^\s*,\s*(?:la |le |les |l['’]|the |ou |or )$/u;
const closing = /^\s*(?:[»"”'’]\s*)?[)\],;]/u;

/**
 * Pairs of neighbouring mentions of one type of which the second stands in brackets.
 * @param forms the forms of that type in the document
 * @param isListed whether an acronym means a known body by itself
 */
export function findBracketPairs(
  document: Document,
  forms: readonly Form[],
  isListed: (short: string) => boolean = () => false,
): BracketPair[] {
  const type = forms[0]?.type;
  const byKey = new Map(forms.map((form) => [form.key, form]));
  const pairs: BracketPair[] = [];
  for (const [place, mention] of document.mentions.entries()) {
    const next = document.mentions[place + 1];
    if (mention.type !== type || next === undefined || next.type !== type || next.start - mention.end > 8) continue;
    const between = document.text.slice(mention.end, next.start);
    const isApposed = apposition.test(between);
    if (!isApposed && !opening.test(between)) continue;
    if (!closing.test(document.text.slice(next.end, next.end + 4))) continue;
    const left = byKey.get(keyOf(mention.text));
    const right = byKey.get(keyOf(next.text));
    if (left === undefined || right === undefined || left === right) continue;
    if (isApposed) {
      if (isApposition(right.text, left.text)) pairs.push({ acronym: right, expansion: left });
    } else if (isPair(right.text, left.text, isListed)) pairs.push({ acronym: right, expansion: left });
    else if (isReadableFrom(left.text, right.text)) pairs.push({ acronym: left, expansion: right });
  }
  return pairs;
}

/** A list has commas as well: only letters that can be read off the name tell an acronym, "la Cinea" after "Agence exécutive européenne …". */
function isApposition(short: string, long: string): boolean {
  return !/\s/u.test(short) && wordsOf(long).length >= 3 && short.length >= 3 && isReadableFrom(short, long);
}

function isPair(short: string, long: string, isListed: (short: string) => boolean): boolean {
  if (short.length >= long.length) return false;
  if (isReadableFrom(short, long)) return true;
  // "l'Institut des sciences de l'univers (CNRS)" is a part of that body; "Parti nationaliste du Bangladesh (BNP)" is no bank
  if (isListed(short) && !sharesInitials(short, long)) return false;
  if (isAcronymShaped(short)) return /\s/u.test(long) && !isAcronymShaped(long);
  // an acronym in small letters of another language: "le Bureau national anticorruption (Nabu)"
  return !/\s/u.test(short) && short.length <= 12 && wordsOf(long).length >= 3;
}

/** Whether half of an acronym's letters are initials of a name, in any order: the acronym may be that of another language. */
function sharesInitials(short: string, long: string): boolean {
  const initials = wordsOf(long).map((word) => word.charAt(0));
  const letters = Array.from(lettersOf(short));
  const shared = letters.filter((letter) => {
    const place = initials.indexOf(letter);
    if (place >= 0) initials.splice(place, 1);
    return place >= 0;
  });
  return shared.length * 2 >= letters.length;
}
