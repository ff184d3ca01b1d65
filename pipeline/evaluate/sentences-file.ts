// Gold for languages and boundaries of sentences: a side file `NAME.sentences.tsv`, one line a sentence: language
// (fr, en, und, or - where none is judged), a tab, text.
// With a first line `# all` it lists every sentence and boundaries are judged; without it only the languages of those listed.
import { existsSync } from 'node:fs';
import type { MarkupFault } from './markup.ts';

export interface GoldSentence {
  readonly start: number;
  readonly end: number;
  /** Absent where no language is judged: a number on a line of its own. */
  readonly lang?: 'fr' | 'en' | 'und';
}

export interface GoldSentences {
  readonly isComplete: boolean;
  readonly list: readonly GoldSentence[];
}

/** Side file of a gold file, where there is one. */
export function findSentencesFile(goldFile: string): string | undefined {
  const path = goldFile.replace(/\.txt$/, '.sentences.tsv');
  return path !== goldFile && existsSync(path) ? path : undefined;
}

/**
 * Finds the listed sentences in the text, in order.
 * @example parseSentences('# all\nfr\tBonjour.\n', 'Bonjour.', 'a.fr.sentences.tsv').sentences.list.length // 1
 */
export function parseSentences(
  raw: string,
  text: string,
  file: string,
): { sentences: GoldSentences; faults: MarkupFault[] } {
  const list: GoldSentence[] = [];
  const faults: MarkupFault[] = [];
  const lines = raw.split('\n');
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const tab = line.indexOf('\t');
    const lang = line.slice(0, Math.max(tab, 0));
    // a sentence over a hard line break is written on one line, the break as \n
    const sentence = line.slice(tab + 1).replaceAll('\\n', '\n');
    const start = sentence === '' ? -1 : text.indexOf(sentence, from);
    const near = sentence.slice(0, 60);
    if (lang !== 'fr' && lang !== 'en' && lang !== 'und' && lang !== '-') {
      faults.push({ file, line: index + 1, reason: `expected fr, en, und or - before a tab, got "${lang}"`, near });
    } else if (start < 0) {
      faults.push({
        file,
        line: index + 1,
        reason: 'sentence not found in the document after the one before it',
        near,
      });
    } else {
      from = start + sentence.length;
      list.push({ start, end: from, ...(lang === '-' ? {} : { lang }) });
    }
  }
  return { sentences: { isComplete: lines[0]?.trim() === '# all', list }, faults };
}
