// The ends of sentences that no punctuation marks, found by a few cues that are sure: a word that begins sentences, a list
// flattened onto one line, a label, a dated line under a headline, a credit, a heading in capitals. A heading that is glued to
// its text by none of these is not found.
import { findCaptionEnds } from './captions.ts';
import { findDatedLines } from './dated-lines.ts';
import { findIntroductions } from './introductions.ts';
import { findListItems } from './list-items.ts';
import { findLostEnds } from './lost-ends.ts';
import { findNumberedItems } from './numbered-items.ts';
import { findShoutedHeadings } from './shouted-headings.ts';
import { findSmileys } from './smileys.ts';

const finders = [
  findLostEnds,
  findListItems,
  findNumberedItems,
  findDatedLines,
  findIntroductions,
  findCaptionEnds,
  findShoutedHeadings,
  findSmileys,
];

/**
 * Offsets in a block after which a sentence ended without a sign, in order, each once.
 * @example findUnsignedEnds('Lecture 3 minutes Le ministre est arrivé.') // [17]
 */
export function findUnsignedEnds(block: string): readonly number[] {
  const ends = new Set(finders.flatMap((find) => [...find(block)]));
  return [...ends].sort((left, right) => left - right);
}
