// Scores the ends and the whole spans of sentences:
// `npx tsx tests/sentences/measure.ts --corpus <folder> [--part dev|regression|train] [--errors]` reads the real sentences of the
// training corpus (r and g files, one sentence a line) and joins them by spaces, as many as the split keeps together;
// `npx tsx tests/sentences/measure.ts treebank.conllu …` reads treebanks, whose paragraphs are parted by an empty line.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { startDocument } from '../../pipeline/document.ts';
import { parseMarkup } from '../../pipeline/evaluate/markup.ts';
import { splitSentences } from '../../pipeline/sentences/index.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';

interface Sentence {
  readonly text: string;
  /** What stands between it and the next one. */
  readonly gap: string;
}

interface Group {
  readonly name: string;
  readonly sentences: readonly Sentence[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    part: { type: 'string', default: 'dev' },
    errors: { type: 'boolean', default: false },
  },
});

/** Stretches of the corpus that the split puts into a part, by language. */
function readCorpus(folder: string, part: string): Group[] {
  const rows = readFileSync(join(packageFolder(), 'models/training/split.tsv'), 'utf8')
    .split('\n')
    .map((row) => row.split('\t'));
  return rows
    .filter(([of, file = '']) => of === part && /^[rg]\d/.test(file))
    .map(([, file = '', lines = '']) => {
      const [first = 1, last = 1] = lines.split('-').map(Number);
      const raw = readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .slice(first - 1, last)
        .join('\n');
      const sentences = parseMarkup(raw, file)
        .text.split('\n')
        .map((line) => ({ text: line.trim(), gap: ' ' }));
      return { name: file.endsWith('.fr.txt') ? 'fr' : 'en', sentences: sentences.filter(({ text }) => text !== '') };
    });
}

/** The sentences of a treebank with the spaces and paragraphs it states. */
function readTreebank(path: string): Group {
  const sentences: { text: string; gap: string }[] = [];
  for (const part of readFileSync(path, 'utf8').split(/\n{2,}/)) {
    const text = /^# text = (?<text>.*)$/m.exec(part)?.groups?.['text']?.trim();
    if (text === undefined) continue;
    const before = sentences.at(-1);
    if (before !== undefined && /^# new(?:par|doc)/m.test(part)) before.gap = '\n\n';
    const tokens = part.split('\n').filter((line) => /^\d+(?:-\d+)?\t/.test(line));
    sentences.push({ text, gap: /\bSpaceAfter=No\b/.test(tokens.at(-1) ?? '') ? '' : ' ' });
  }
  return { name: basename(path), sentences };
}

const groups = positionals.map(readTreebank);
if (values.corpus !== undefined) groups.push(...readCorpus(values.corpus, values.part));

const lines: string[] = [];
for (const name of new Set(groups.map((group) => group.name))) {
  const count = { gold: 0, found: 0, ends: 0, spans: 0 };
  for (const { sentences } of groups.filter((group) => group.name === name)) {
    let text = '';
    const spans = new Set<string>();
    const ends = new Set<number>();
    for (const { text: sentence, gap } of sentences) {
      spans.add(`${text.length}-${text.length + sentence.length}`);
      text += sentence;
      ends.add(text.length);
      text += gap;
    }
    const document = startDocument({ doc: name, source: name, sha256: '', encoding: 'utf-8', text });
    const found = splitSentences(cutBlocks(document)).sentences;
    count.gold += ends.size;
    count.found += found.length;
    count.ends += found.filter(({ end }) => ends.has(end)).length;
    count.spans += found.filter(({ start, end }) => spans.has(`${start}-${end}`)).length;
    if (!values.errors) continue;
    const cuts = new Set(found.map(({ end }) => end));
    const show = (kind: string, end: number): string =>
      `${kind}  ${text.slice(Math.max(0, end - 60), end)} | ${text.slice(end, end + 50)}`.replaceAll('\n', '⏎');
    lines.push(...[...cuts].filter((end) => !ends.has(end)).map((end) => show('wrong', end)));
    lines.push(...[...ends].filter((end) => !cuts.has(end)).map((end) => show('missed', end)));
  }
  const score = (right: number): string => ((2 * right) / (count.gold + count.found)).toFixed(4);
  lines.push(`${name}: ${count.gold} sentences, ends ${score(count.ends)}, spans ${score(count.spans)}`);
}
process.stdout.write(`${lines.join('\n')}\n`);
