// Acronyms in brackets after their expansion, or the other way round: "Reporters sans frontières (RSF)".
import type { Document } from '../document.ts';
import { isAcronymShaped, isReadableFrom } from './acronyms.ts';
import { foldName } from './fold.ts';
import type { Form } from './forms.ts';

export interface BracketPair {
  readonly acronym: Form;
  readonly expansion: Form;
}

const opening = /^\s*[([]\s*(?:[«"“'‘]\s*)?(?:(?:the|la|le|les|l['’]|ou|or|ex-)\s*)?$/u;
const closing = /^\s*(?:[»"”'’]\s*)?[)\],;]/u;

/** Pairs of neighbouring organisation mentions of which the second stands in brackets. */
export function findBracketPairs(document: Document, forms: readonly Form[]): BracketPair[] {
  const byKey = new Map(forms.map((form) => [form.key, form]));
  const pairs: BracketPair[] = [];
  for (const [place, mention] of document.mentions.entries()) {
    const next = document.mentions[place + 1];
    if (mention.type !== 'organisation' || next?.type !== 'organisation' || next.start - mention.end > 8) continue;
    if (!opening.test(document.text.slice(mention.end, next.start))) continue;
    if (!closing.test(document.text.slice(next.end, next.end + 4))) continue;
    const left = byKey.get(foldName(mention.text));
    const right = byKey.get(foldName(next.text));
    if (left === undefined || right === undefined || left === right) continue;
    if (isPair(right.text, left.text)) pairs.push({ acronym: right, expansion: left });
    else if (isPair(left.text, right.text)) pairs.push({ acronym: left, expansion: right });
  }
  return pairs;
}

function isPair(short: string, long: string): boolean {
  if (short.length >= long.length) return false;
  return isReadableFrom(short, long) || (isAcronymShaped(short) && /\s/u.test(long) && !isAcronymShaped(long));
}
