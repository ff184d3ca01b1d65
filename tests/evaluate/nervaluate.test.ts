// The scorer against an independent one on the same gold and output: figures of nervaluate, stored with their command.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { perfectOutput } from './support.ts';
import type { GoldDocument, Label } from '../../pipeline/evaluate/gold.ts';
import { tallyDocument } from '../../pipeline/evaluate/judge.ts';
import { surroundingsOf } from '../../pipeline/evaluate/surroundings.ts';
import { semevalMeasures } from '../../pipeline/evaluate/semeval.ts';
import { cellKey, figuresOf, noCounts, sumTallies } from '../../pipeline/evaluate/tally.ts';

const labelSchema = z.enum(['person', 'organisation', 'place', 'other', 'demonym', 'figure', 'date']);
const rowSchema = z.array(z.tuple([labelSchema, z.int(), z.int()]));
const documentSchema = z.object({ doc: z.string(), gold: rowSchema, found: rowSchema });
const figuresSchema = z.object({
  command: z.string(),
  nervaluate: z.string(),
  figures: z.record(
    z.string(),
    z.record(z.enum(semevalMeasures), z.object({ precision: z.number(), recall: z.number(), f1: z.number() })),
  ),
});

const folder = new URL('nervaluate/', import.meta.url);
const stored = figuresSchema.parse(JSON.parse(readFileSync(new URL('figures.json', folder), 'utf8')));
const documents = readFileSync(new URL('spans.jsonl', folder), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => documentSchema.parse(JSON.parse(line)));

function documentOf(doc: string, rows: readonly (readonly [Label, number, number])[]): GoldDocument {
  const mentions = rows.map(([label, start, end]) => ({
    label,
    start,
    end,
    text: 'x'.repeat(end - start),
    ...(label === 'demonym' ? { code: 'FR' } : {}),
  }));
  return { doc, lang: 'fr', family: '', text: 'x'.repeat(rows.at(-1)?.[2] ?? 0), mentions };
}

const sums = sumTallies(
  documents.map(({ doc, gold, found }) => {
    const [output] = perfectOutput([documentOf(doc, found)]);
    const document = documentOf(doc, gold);
    return tallyDocument(document, output, surroundingsOf(document, output));
  }),
);

describe('every figure agrees with nervaluate to the fourth decimal', () => {
  test.each(Object.keys(stored.figures))('%s', (row) => {
    for (const measure of semevalMeasures) {
      const ours = figuresOf(sums.get(cellKey(row, measure)) ?? noCounts);
      const theirs = stored.figures[row]?.[measure];
      for (const figure of ['precision', 'recall', 'f1'] as const) {
        expect(ours[figure]?.toFixed(4), `${row} ${measure} ${figure}`).toBe(theirs?.[figure].toFixed(4));
      }
    }
  });

  test('on data that set the measures apart', () => {
    const all = stored.figures['all'];
    const f1 = semevalMeasures.map((measure) => all?.[measure].f1);
    expect(new Set(f1).size).toBe(4);
  });
});
