// Writes lexicon.tsv: the words in lower case by which short lines are told apart, counted in the training text of the project
// (models/training/data: written for it, no other source). Run: npx tsx pipeline/language/data/generate-lexicon.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../text/resource.ts';
import { splitWords } from '../../text/words.ts';

const markPattern = /\[\[\w+\|([^|\]]*)[^\]]*\]\]/g;
const shortest = 3;
const fewest = 3;
// so many times as often in one language as in the other, and not much oftener with a capital: "health", but not "pierre"
const share = 15;
const largestCapital = 2;

interface Count {
  fr: number;
  en: number;
  capital: number;
}

const folder = join(packageFolder(), 'models/training/data');
const counts = new Map<string, Count>();
const totals = { fr: 0, en: 0 };
// m and w5 hold both languages in one document
for (const name of readdirSync(folder).filter((file) => /^(?!m1|w5)\w+-\d+\.(?:fr|en)\.txt$/.test(file))) {
  const lang = name.endsWith('.fr.txt') ? 'fr' : 'en';
  const text = readFileSync(join(folder, name), 'utf8').replace(markPattern, '$1');
  let isFirst = true;
  for (const { text: word, kind } of splitWords(text)) {
    if (kind === 'letters') {
      const lower = word.toLowerCase();
      const count = counts.get(lower) ?? { fr: 0, en: 0, capital: 0 };
      counts.set(lower, count);
      if (lower === word) count[lang]++;
      else if (!isFirst) count.capital++;
      totals[lang]++;
    }
    isFirst = kind === 'mark' && /[.!?:«“"—–-]/.test(word);
  }
}

const lists: Record<'fr' | 'en', string[]> = { fr: [], en: [] };
for (const [word, { fr, en, capital }] of counts) {
  if (word.length < shortest || fr + en < fewest || capital > (fr + en) * largestCapital) continue;
  const ratio = (fr / totals.fr + 1e-9) / (en / totals.en + 1e-9);
  if (ratio >= share) lists.fr.push(word);
  else if (ratio <= 1 / share) lists.en.push(word);
}

const lines = [
  '# Words in lower case that one language writes and the other does not, or hardly: content words, by which a heading of two words',
  '# is told. Counted in the text written for this project (models/training/data, its licence); generate-lexicon.ts writes this file.',
  'lang\twords',
];
for (const lang of ['fr', 'en'] as const) {
  const byLetter = new Map<string, string[]>();
  for (const word of lists[lang].sort()) byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), word]);
  for (const words of byLetter.values()) lines.push(`${lang}\t${words.join(' ')}`);
}
writeFileSync(join(packageFolder(), 'pipeline/language/data/lexicon.tsv'), `${lines.join('\n')}\n`);
