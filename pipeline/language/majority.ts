// Finds the third language that most of a document is written in, so that its weak sentences can follow it: "Angela Merkel sagte
// am 3. Mai" has nothing but "am", which is English too. It changes nothing where French or English is the greater part.
import type { Sentence } from '../document.ts';
import type { Decision } from './decide.ts';

/**
 * The third language of more than half of what was decided, by length, or nothing.
 * @example findMajority(sentences, [{ lang: 'und', margin: 1 }, { lang: 'fr', margin: 0.3 }], ['spa', undefined]) // 'spa'
 */
export function findMajority(
  sentences: readonly Sentence[],
  decisions: readonly (Decision | undefined)[],
  thirds: readonly (string | undefined)[],
): string | undefined {
  const lengths = new Map<string, number>();
  let total = 0;
  for (const [index, { start, end }] of sentences.entries()) {
    if (decisions[index] === undefined) continue;
    total += end - start;
    const third = thirds[index];
    if (third !== undefined) lengths.set(third, (lengths.get(third) ?? 0) + end - start);
  }
  for (const [third, length] of lengths) if (length * 2 > total) return third;
  return undefined;
}
