// Gives a sentence that says too little (a name, a heading, a credit, a number) the language around it. Its margin is 0.
import type { Language, Sentence } from '../document.ts';
import type { Decision } from './decide.ts';

interface Decided {
  readonly lang: Language;
  readonly block: number;
}

/**
 * The decisions with every gap filled: from the same block first, then from the decided neighbours where both agree, then
 * from the document.
 * @example inherit(sentences, [{ lang: 'en', margin: 0.9 }, undefined], 'fr') // second: { lang: 'en', margin: 0 }
 */
export function inherit(
  sentences: readonly Sentence[],
  decisions: readonly (Decision | undefined)[],
  documentLanguage: Language,
): Decision[] {
  const following: (Decided | undefined)[] = [];
  let next: Decided | undefined;
  for (let index = sentences.length - 1; index >= 0; index--) {
    following[index] = next;
    next = decidedAt(sentences, decisions, index) ?? next;
  }
  let previous: Decided | undefined;
  return sentences.map((sentence, index) => {
    const decision = decisions[index];
    if (decision === undefined) {
      return { lang: findAround(sentence.block, previous, following[index]) ?? documentLanguage, margin: 0 };
    }
    previous = { lang: decision.lang, block: sentence.block };
    return decision;
  });
}

function decidedAt(
  sentences: readonly Sentence[],
  decisions: readonly (Decision | undefined)[],
  index: number,
): Decided | undefined {
  const decision = decisions[index];
  return decision === undefined ? undefined : { lang: decision.lang, block: sentences[index]?.block ?? -1 };
}

function findAround(block: number, previous: Decided | undefined, next: Decided | undefined): Language | undefined {
  if (previous?.block === block) return previous.lang;
  if (next?.block === block) return next.lang;
  return previous?.lang === next?.lang ? previous?.lang : undefined;
}
