// Language and boundaries of sentences, where gold gives them.
import { findLastStarting, type Span } from '../text/span.ts';
import type { GoldSentences } from './sentences-file.ts';
import type { PredictedSentence } from './predicted.ts';
import type { Counts } from './tally.ts';

/** Sentences up to this length are counted apart: names, headings and credits have little to tell a language by. */
const shortCharacters = 40;

/**
 * Counts of one document: `language` over the gold sentences (long and short), `ends` and `spans` where gold is complete.
 */
export function countSentences(gold: GoldSentences, found: readonly PredictedSentence[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const languages = gold.list
    .filter(({ lang }) => lang !== undefined)
    .map((sentence) => ({
      isShort: sentence.end - sentence.start <= shortCharacters,
      isRight: languageOver(sentence, found) === sentence.lang,
    }));
  const accuracy = (list: typeof languages): Counts => {
    const right = list.filter((sentence) => sentence.isRight).length;
    return { gold: list.length, found: list.length, goldRight: right, foundRight: right };
  };
  counts.set('language', accuracy(languages));
  counts.set('language, long', accuracy(languages.filter((sentence) => !sentence.isShort)));
  counts.set('language, short', accuracy(languages.filter((sentence) => sentence.isShort)));
  if (gold.isComplete) {
    counts.set(
      'ends',
      agreement(
        gold.list.map(({ end }) => `${end}`),
        found.map(({ end }) => `${end}`),
      ),
    );
    counts.set('spans', agreement(gold.list.map(spanKey), found.map(spanKey)));
  }
  return counts;
}

/** Language of the output over most of a gold sentence. */
export function languageOver(span: Span, found: readonly PredictedSentence[]): string | undefined {
  const lengths = new Map<string, number>();
  for (let index = Math.max(0, findLastStarting(found, span.start)); index < found.length; index += 1) {
    const sentence = found[index];
    if (sentence === undefined || sentence.start >= span.end) break;
    const shared = Math.min(span.end, sentence.end) - Math.max(span.start, sentence.start);
    if (shared > 0) lengths.set(sentence.lang, (lengths.get(sentence.lang) ?? 0) + shared);
  }
  return [...lengths].sort((left, right) => right[1] - left[1])[0]?.[0];
}

function agreement(gold: readonly string[], found: readonly string[]): Counts {
  const known = new Set(gold);
  const right = found.filter((key) => known.has(key)).length;
  return { gold: gold.length, found: found.length, goldRight: right, foundRight: right };
}

function spanKey({ start, end }: Span): string {
  return `${start}-${end}`;
}
