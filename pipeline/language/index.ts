// Decides the language of every sentence and of the document: words first, trigrams where they leave a doubt, and the
// surroundings for what is too short to say.
import type { Document, DocumentNote, Language, Sentence } from '../document.ts';
import type { Word } from '../text/words.ts';
import { decide, type Decision } from './decide.ts';
import { type Evidence, weigh } from './evidence.ts';
import { inherit } from './inherit.ts';
import { findMajority } from './majority.ts';
import { findUnquoted } from './quotation.ts';
import { findThird, hasWordOf, weighWithout } from './third.ts';

// "he said": a sentence around a quotation has two words of its own at least
const fewestOwnWords = 2;
// the language of a sentence is settled long before
const unitsRead = 2000;
// what needed trigrams, or a word or two, was never clear
const largestOfWeak = 0.7;

/**
 * Fills `lang` of the document, `lang` and `margin` of every sentence, and notes the stretches in a third language.
 * A document without a word of letters takes the declared language, else stays `und`.
 *
 * @example detectLanguages(document).sentences.map(({ lang, margin }) => [lang, margin]) // [['fr', 0.82], ['fr', 0]]
 */
export function detectLanguages(document: Document): Document {
  const { text, declaredLanguage } = document;
  const evidence = document.sentences.map((sentence) => weigh(sentence.words));
  const prior = findPrior(evidence, declaredLanguage);
  const thirds: (string | undefined)[] = [];
  const decisions = document.sentences.map((sentence, index): Decision | undefined => {
    const found = evidence[index];
    if (found === undefined) return undefined;
    const surface = text.slice(sentence.start, Math.min(sentence.end, sentence.start + unitsRead));
    const third = findThird(sentence.words, surface);
    const whole = third === undefined ? decide(sentence.words, found, prior) : { lang: 'und' as const, margin: 1 };
    // quoting matters only where two languages are in the sentence
    const isMixed = third !== undefined || Math.min(found.fr, found.en) >= 1;
    const own = isMixed ? decideUnquoted(sentence.words, prior) : undefined;
    const decision = own === undefined || own.lang === whole?.lang ? whole : own;
    thirds.push(decision?.lang === 'und' ? third : undefined);
    return decision;
  });
  const majority = findMajority(document.sentences, decisions, thirds);
  const kept = majority === undefined ? decisions : dropWeak(document.sentences, evidence, decisions, majority);
  const main = declaredLanguage ?? (majority === undefined ? mainLanguage(prior) : 'und');
  const settled = inherit(document.sentences, kept, main);
  const sentences = document.sentences.map((sentence, index): Sentence => {
    const { lang, margin } = settled[index] ?? { lang: 'und', margin: 0 };
    return { ...sentence, lang, margin: Math.round(margin * 100) / 100 };
  });
  const notes = noteThirds(
    sentences,
    thirds.map((third, index) => third ?? (sentences[index]?.lang === 'und' ? majority : undefined)),
  );
  return {
    ...document,
    lang: findDocumentLanguage(sentences, declaredLanguage),
    sentences,
    notes: notes.length === 0 ? document.notes : [...document.notes, ...notes],
  };
}

/** The language of what a sentence says itself around a quotation, if that is enough to tell. */
function decideUnquoted(words: readonly Word[], prior: number): Decision | undefined {
  const unquoted = findUnquoted(words);
  if (unquoted === undefined) return undefined;
  const own = weigh(unquoted);
  return own.plainCount >= fewestOwnWords && own.fr + own.en >= 0.5 ? decide(unquoted, own, prior) : undefined;
}

/** The decisions without those for French or English that only words of the document's third language spoke for. */
function dropWeak(
  sentences: readonly Sentence[],
  evidence: readonly Evidence[],
  decisions: readonly (Decision | undefined)[],
  third: string,
): (Decision | undefined)[] {
  return sentences.map(({ words }, index) => {
    const decision = decisions[index];
    const found = evidence[index];
    if (decision === undefined || found === undefined || decision.lang === 'und') return decision;
    const isWeak = decision.margin <= largestOfWeak && hasWordOf(words, third);
    return isWeak && weighWithout(words, found, third) < 1 ? undefined : decision;
  });
}

/** How far the whole document speaks for French (towards 1) or English (towards -1). */
function findPrior(evidence: readonly { fr: number; en: number }[], declared: 'fr' | 'en' | undefined): number {
  const fr = evidence.reduce((sum, found) => sum + found.fr, 0);
  const en = evidence.reduce((sum, found) => sum + found.en, 0);
  const stated = declared === undefined ? 0 : declared === 'fr' ? 5 : -5;
  return (fr - en + stated) / (fr + en + Math.abs(stated) + 1);
}

function mainLanguage(prior: number): Language {
  return prior === 0 ? 'und' : prior > 0 ? 'fr' : 'en';
}

/** The language in which most of the document is written; `und` when that is a third one. */
function findDocumentLanguage(sentences: readonly Sentence[], declared: 'fr' | 'en' | undefined): Language {
  const lengths = { fr: 0, en: 0, und: 0 };
  for (const { lang, start, end } of sentences) lengths[lang] += end - start;
  const most = Math.max(lengths.fr, lengths.en, lengths.und);
  if (most === 0) return declared ?? 'und';
  if (declared !== undefined && lengths[declared] * 2 >= most) return declared;
  return lengths.fr === most ? 'fr' : lengths.en === most ? 'en' : 'und';
}

/** One note for each run of sentences in the same third language. */
function noteThirds(sentences: readonly Sentence[], thirds: readonly (string | undefined)[]): DocumentNote[] {
  const notes: DocumentNote[] = [];
  let start = 0;
  for (const [index, sentence] of sentences.entries()) {
    const third = thirds[index];
    if (third === undefined) continue;
    if (thirds[index - 1] !== third) start = sentence.start;
    if (thirds[index + 1] === third) continue;
    const name = third === 'another script' ? third : `a third language (${third})`;
    notes.push({
      code: 'language.third',
      stage: 'language',
      severity: 'warning',
      start,
      end: sentence.end,
      message: `this stretch is in ${name}: names and figures in digits only, no grammar`,
    });
  }
  return notes;
}
