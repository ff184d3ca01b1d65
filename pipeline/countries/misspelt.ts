// Demonyms that the model saw and the table does not know as written: one letter doubled or not, "un restaurant japonnais".
import { foldWord } from '../text/line.ts';
import { readTable } from '../text/resource.ts';
import { inflectEnglish, inflectFrench } from './inflect.ts';
import { foldPhrase, tree, type TreeNode } from './lexicon.ts';

let codesBySkeleton: ReadonlyMap<string, string> | undefined;

/**
 * The one country that a misspelt demonym can mean.
 *
 * @example findMisspelt('japonnais') // 'JP'
 * @example findMisspelt('malin') // undefined
 */
export function findMisspelt(word: string): string | undefined {
  // "les Dominicains" was read as the order: what the table knows is not misspelt
  if (word.length < leastLetters || isKnown(word)) return undefined;
  codesBySkeleton ??= readSkeletons();
  return codesBySkeleton.get(skeletonOf(word));
}

function isKnown(word: string): boolean {
  let node: TreeNode | undefined = tree;
  for (const part of foldPhrase(word)) node = node?.next.get(part);
  return node !== undefined && node.entries.length > 0;
}

/** Shorter words are too near to each other: "Malien", "Malin". */
const leastLetters = 7;

function readSkeletons(): ReadonlyMap<string, string> {
  const codes = new Map<string, string | undefined>();
  for (const { code = '', fr = '', en = '' } of readTable('countries/data/demonyms.tsv')) {
    for (const form of [...fr.split('|').flatMap(inflectFrench), ...en.split('|').flatMap(inflectEnglish)]) {
      const key = skeletonOf(form);
      codes.set(key, codes.has(key) && codes.get(key) !== code ? undefined : code);
    }
  }
  return new Map([...codes].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function skeletonOf(word: string): string {
  return foldWord(word)
    .replace(/[^a-z]/gu, '')
    .replace(/y/gu, 'i')
    .replace(/(.)\1/gu, '$1');
}
