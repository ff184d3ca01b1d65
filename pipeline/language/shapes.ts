// What the shape of a word in lower case says for a third language, for words that no list has: "ciudades", "Verletzungen".
import { readTable } from '../text/resource.ts';

const weightOfShape = 0.5;
const weightOfFamily = 0.34;
const shortest = 4;
const families: Readonly<Record<string, readonly string[]>> = {
  romance: ['spa', 'ita', 'por'],
  germanic: ['deu', 'nld'],
};

const parts = new Map<string, string[]>();
for (const { lang = '', where = '', parts: list = '' } of readTable('language/data/third-shapes.tsv')) {
  const pattern = `(?:${list.split(' ').join('|')})${where === 'end' ? '$' : ''}`;
  parts.set(lang, [...(parts.get(lang) ?? []), pattern]);
}
const shapes = [...parts].map(([lang, patterns]) => ({ lang, pattern: new RegExp(patterns.join('|'), 'u') }));

/**
 * Weight of a word's shape for each third language.
 * @example weighShape('ciudades') // Map { 'spa' => 0.5, 'ita' => 0.34, 'por' => 0.34 }
 */
export function weighShape(word: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  if (word.length < shortest) return weights;
  for (const { lang, pattern } of shapes) {
    if (!pattern.test(word)) continue;
    for (const member of families[lang] ?? [lang]) {
      weights.set(
        member,
        Math.max(weights.get(member) ?? 0, families[lang] === undefined ? weightOfShape : weightOfFamily),
      );
    }
  }
  return weights;
}
