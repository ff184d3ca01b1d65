// All that is proposed as missing, from every way of looking, overlaps and all.
import type { Document } from '../document.ts';
import { proposeCapitals } from './capitals.ts';
import { proposeDigits } from './digits.ts';
import { proposeElsewhere } from './elsewhere.ts';
import { freeOf } from './free.ts';
import { proposeNearMisses } from './near-misses.ts';
import type { Proposal } from './proposal.ts';

/** @example propose(document).length // more than there will be leads */
export function propose(document: Document): Proposal[] {
  const capitals = proposeCapitals(document);
  return [
    ...proposeElsewhere(document),
    ...proposeNearMisses(document, freeOf(capitals)),
    ...proposeDigits(document),
    ...capitals,
  ];
}
