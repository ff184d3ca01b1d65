// Acronyms in brackets after their expansion, or the other way round: "Reporters sans frontières (RSF)".
import type { Document } from '../document.ts';
import { isAcronymShaped, isReadableFrom } from './acronyms.ts';
import { wordsOf } from '../text/fold.ts';
import { type Form, keyOf } from './forms.ts';

export interface BracketPair {
  readonly acronym: Form;
  readonly expansion: Form;
}

const opening = /^\s*[([]\s*(?:[«"“'‘]\s*)?(?:(?:the|la|le|les|l['’]|ou|or|ex-)\s*)?$/u;
const closing = /^\s*(?:[»"”'’]\s*)?[)\],;]/u;

/**
 * Pairs of neighbouring mentions of one type of which the second stands in brackets.
 * @param forms the forms of that type in the document
 */
export function findBracketPairs(document: Document, forms: readonly Form[]): BracketPair[] {
  const type = forms[0]?.type;
  const byKey = new Map(forms.map((form) => [form.key, form]));
  const pairs: BracketPair[] = [];
  for (const [place, mention] of document.mentions.entries()) {
    const next = document.mentions[place + 1];
    if (mention.type !== type || next === undefined || next.type !== type || next.start - mention.end > 8) continue;
    if (!opening.test(document.text.slice(mention.end, next.start))) continue;
    if (!closing.test(document.text.slice(next.end, next.end + 4))) continue;
    const left = byKey.get(keyOf(mention.text));
    const right = byKey.get(keyOf(next.text));
    if (left === undefined || right === undefined || left === right) continue;
    if (isPair(right.text, left.text)) pairs.push({ acronym: right, expansion: left });
    else if (isPair(left.text, right.text)) pairs.push({ acronym: left, expansion: right });
  }
  return pairs;
}

function isPair(short: string, long: string): boolean {
  if (short.length >= long.length) return false;
  if (isReadableFrom(short, long)) return true;
  if (isAcronymShaped(short)) return /\s/u.test(long) && !isAcronymShaped(long);
  // an acronym in small letters of another language: "le Bureau national anticorruption (Nabu)"
  return !/\s/u.test(short) && short.length <= 12 && wordsOf(long).length >= 3;
}
