// Writes spans.jsonl: gold spans of the regression part and the seeds, and a spoilt copy of them as output, for two scorers.
// npx tsx tests/evaluate/nervaluate/make-spans.ts
import { writeFileSync } from 'node:fs';
import type { Label } from '../../../pipeline/evaluate/gold.ts';
import { seededRandom } from '../../../pipeline/evaluate/random.ts';
import { readGold } from '../../../pipeline/evaluate/read-gold.ts';

type Row = readonly [label: Label, start: number, end: number];

const labels: readonly Label[] = ['person', 'organisation', 'place', 'other', 'demonym', 'figure', 'date'];
const random = seededRandom(5);
const pick = (): Label => labels[Math.floor(random() * labels.length)] ?? 'other';

/** Spoils a document's spans in every way an extractor errs; the result is disjoint and in order. */
function spoil(spans: readonly Row[], length: number): Row[] {
  const found: Row[] = [];
  for (const [label, start, end] of spans) {
    const fate = random();
    if (fate < 0.08) continue;
    if (fate < 0.14) found.push([pick(), start, end]);
    else if (fate < 0.2) found.push([label, Math.max(0, start - 3), end]);
    else if (fate < 0.26) found.push([label, start, end + 4]);
    else if (fate < 0.3) found.push([pick(), start + 1, end + 2]);
    else if (fate < 0.35 && end - start > 6) found.push([label, start, start + 3], [pick(), start + 4, end]);
    else if (fate < 0.39) found.push([label, start, end + 30]);
    else found.push([label, start, end]);
    if (random() < 0.05) found.push([pick(), end + 6, end + 11]);
  }
  const disjoint: Row[] = [];
  for (const row of found.sort((left, right) => left[1] - right[1])) {
    if (row[1] >= (disjoint.at(-1)?.[2] ?? 0) && row[2] <= length && row[1] < row[2]) disjoint.push(row);
  }
  return disjoint;
}

const documents = readGold(['tests/gold/regression', 'tests/gold/seeds']).documents.map(({ doc, text, mentions }) => {
  const gold = mentions.map(({ label, start, end }): Row => [label, start, end]);
  return { doc, gold, found: spoil(gold, text.length) };
});
writeFileSync(new URL('spans.jsonl', import.meta.url), `${documents.map((line) => JSON.stringify(line)).join('\n')}\n`);
