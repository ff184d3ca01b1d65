// "LE PREMIER MINISTRE REÇU À PARIS PAR L'ONU": in a line of capitals the model cannot tell names from nouns. It is given
// the words as the rest of the document writes them, else with one capital, function words without any. On dev put in
// capitals as a whole, names by F1: French 0.61 → 0.71, English 0.71 → 0.79.
import type { Document } from '../../document.ts';
import { readTable } from '../../text/resource.ts';
import type { Word } from '../../text/words.ts';
import type { ReadingStep } from './reading.ts';

// Fewer words may be a list of acronyms ("ONU, OMS, UE") or a name in capitals.
const fewestWords = 4;
const leastShare = 0.8;

let functionWords: ReadonlySet<string> | undefined;

/** @example lowerCapitals(document)(words of "VISITE DE PARIS PAR LE MAIRE", sentence).map(({ text }) => text) // ['Visite', 'de', …] */
export const lowerCapitals: ReadingStep = (document) => {
  let known: ReadonlyMap<string, string> | undefined;
  return (words) => {
    if (!isInCapitals(words)) return words;
    known ??= formsOf(document);
    functionWords ??= new Set(readTable('ner/data/function-words.tsv').map((row) => row['word'] ?? ''));
    return words.map((word) =>
      word.kind === 'letters' ? { ...word, text: recase(word.text, known, functionWords) } : word,
    );
  };
};

function recase(
  text: string,
  known: ReadonlyMap<string, string> | undefined,
  lower: ReadonlySet<string> | undefined,
): string {
  if (text !== text.toUpperCase()) return text;
  const low = text.toLowerCase();
  // a letter whose lower case has another length (İ) would be another word to the tokenizer
  if (low.length !== text.length) return text;
  const form = known?.get(low);
  if (form !== undefined) return form;
  return lower?.has(low) === true || text.length === 1 ? low : text.slice(0, 1) + low.slice(1);
}

function isInCapitals(words: readonly Word[]): boolean {
  let count = 0;
  let capitals = 0;
  for (const { kind, text } of words) {
    if (kind !== 'letters' || text.length < 2) continue;
    count += 1;
    if (text === text.toUpperCase()) capitals += 1;
  }
  return count >= fewestWords && capitals >= leastShare * count;
}

// How the document's other sentences write each word, the most frequent form first met; not at the head of a sentence,
// where every word has a capital.
function formsOf({ sentences }: Document): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { words } of sentences) {
    if (isInCapitals(words)) continue;
    for (const { kind, text } of words.slice(1)) {
      if (kind !== 'letters') continue;
      const forms = counts.get(text.toLowerCase()) ?? new Map<string, number>();
      counts.set(text.toLowerCase(), forms.set(text, (forms.get(text) ?? 0) + 1));
    }
  }
  const best = new Map<string, string>();
  for (const [low, forms] of counts) {
    let top = 0;
    for (const [form, count] of forms) {
      if (count <= top) continue;
      top = count;
      best.set(low, form);
    }
  }
  return best;
}
