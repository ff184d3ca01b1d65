// Official names around a country's name: "République du Niger", "Islamic Republic of Mauritania" are one mention.
import { startsUpper, type Word } from '../text/words.ts';
import { foldTreeWord } from './lexicon.ts';

const heads = new Set(
  'republique royaume etat federation principaute sultanat emirat union confederation commonwealth republic kingdom state federation principality sultanate emirate union confederation duche duchy'.split(
    ' ',
  ),
);
const adjectives = new Set(
  'islamique federale federative populaire democratique socialiste bolivarienne bolivarien arabe hachemite unie uni cooperative orientale plurinational independant islamic federal federative popular democratic socialist bolivarian arab hashemite united cooperative co operative grand people plurinational independent s'.split(
    ' ',
  ),
);
const links = new Set(["d'", "l'", 'de', 'du', 'des', 'la', 'of', 'the', 'd', 'l', "'"]);

/** Longest head in words: "République démocratique et populaire d'…". */
const reach = 7;

/**
 * Index of the first word of the official name that ends with the country's name at `first`, or `first`.
 * The head must be capitalised: "le royaume du Maroc" is the Maroc alone.
 *
 * @example findOfficialStart(words, 2) // 0 for "République du Niger"
 */
export function findOfficialStart(words: readonly Word[], first: number): number {
  // "l'État de la République centrafricaine": the name has its head already
  if (heads.has(foldTreeWord(words[first]?.text ?? ''))) return first;
  let index = first - 1;
  let hasLink = false;
  while (index >= 0 && links.has(foldTreeWord(words[index]?.text ?? ''))) {
    index--;
    hasLink = true;
  }
  if (!hasLink) return first;
  for (; index >= 0 && first - index <= reach; index--) {
    const word = words[index];
    if (word === undefined) break;
    const folded = foldTreeWord(word.text);
    if (heads.has(folded)) return startsUpper(word.text) ? withAdjectives(words, index) : first;
    if (!adjectives.has(folded) && folded !== 'et') break;
  }
  return first;
}

/** English puts its adjectives before the head: "Islamic Republic of Iran". */
function withAdjectives(words: readonly Word[], head: number): number {
  let start = head;
  for (let index = head - 1; index >= 0; index--) {
    const word = words[index];
    if (word === undefined || !adjectives.has(foldTreeWord(word.text))) {
      if (word?.text !== "'" && word?.text !== '’') break;
      continue;
    }
    if (startsUpper(word.text)) start = index;
    else if (word.text !== 's') break;
  }
  return start;
}
