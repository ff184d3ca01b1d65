// What the words beside a demonym make of it: a surname, a piece of a body's name that the model did not read to its end.
import type { Sentence } from '../document.ts';
import { isDash } from '../text/line.ts';
import { startsUpper, type Word } from '../text/words.ts';
import { foldTreeWord } from './lexicon.ts';
import type { Hit } from './match.ts';
import type { Opinion } from './model.ts';

/**
 * Why a demonym is none, or undefined.
 *
 * @param previous what the model saw at the word before
 * @example refuseDemonym(hit, sentence, { kind: 'none' }) // 'inside-a-name' in "ministère israélien de la Défense"
 */
export function refuseDemonym({ first, next }: Hit, sentence: Sentence, previous: Opinion): string | undefined {
  const { words } = sentence;
  if (isSurname(first, sentence, previous)) return 'surname';
  // "le lycée français Théodore-Monod"
  if (foldTreeWord(words[first - 1]?.text ?? '') === 'lycee') return 'inside-a-name';
  return isRedCross(words, first) || isMinistry(words, first, next) ? 'inside-a-name' : undefined;
}

/** "Hansruedi Allemand", "Demandez à Philippin": French has no people without an article right after a name or "à". */
function isSurname(first: number, { words, lang }: Sentence, previous: Opinion): boolean {
  const before = words[first - 1];
  const surface = words[first]?.text ?? '';
  if (lang !== 'fr' || before === undefined || !startsUpper(surface) || surface === surface.toUpperCase()) return false;
  const label =
    previous.kind === 'inside' ? previous.span.label : previous.kind === 'other' ? previous.label : undefined;
  return label === 'PER' || /^(?:à|chez|avec|selon)$/u.test(before.text);
}

/** "le Croissant-Rouge libyen", "la Croix-Rouge monégasque": the model often stops before the demonym. */
function isRedCross(words: readonly Word[], first: number): boolean {
  const [head, dash, colour] = words.slice(Math.max(0, first - 3), first);
  return (
    /^(?:Croix|Croissant)$/u.test(head?.text ?? '') && isDash(dash?.text) && /^[Rr]ouge$/u.test(colour?.text ?? '')
  );
}

/** "ministère israélien de la Défense", "département américain du Commerce": the model often stops before the demonym. */
function isMinistry(words: readonly Word[], first: number, next: number): boolean {
  if (!/^(?:ministere|departement|secretariat)$/u.test(foldTreeWord(words[first - 1]?.text ?? ''))) return false;
  const [link, second, third, fourth] = words.slice(next, next + 4).map((word) => word.text);
  if (link === 'du' || link === 'des') return startsUpper(second);
  return (
    link === 'de' &&
    (startsUpper(second) || (second === 'la' && startsUpper(third)) || (second === 'l' && startsUpper(fourth)))
  );
}
