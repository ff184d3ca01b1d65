// Counts how often each kind of lead is right, and how much of what is missing leads find:
// `npx tsx tests/leads/measure.ts [--part dev|regression] [--corpus <folder>] [--write]`. With `--write` the counts become
// `pipeline/leads/data/scores.tsv`; that is for dev alone. A lead is right where it overlaps a gold mention that no record overlaps.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDocument } from '../../pipeline/document.ts';
import { openEngine } from '../../pipeline/engine.ts';
import { corpusOf, readGold } from '../../pipeline/evaluate/read-gold.ts';
import { extract } from '../../pipeline/index.ts';
import { freeOf } from '../../pipeline/leads/free.ts';
import { settle } from '../../pipeline/leads/index.ts';
import { propose } from '../../pipeline/leads/propose.ts';
import { rowOf } from '../../pipeline/leads/scores.ts';
import { packageFolder, readResource } from '../../pipeline/text/resource.ts';
import { overlaps } from '../../pipeline/text/span.ts';

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'dev' },
    corpus: { type: 'string' },
    write: { type: 'boolean', default: false },
    cache: { type: 'string' },
  },
});
const root = packageFolder();
const gold = readGold([join(root, 'tests', 'gold', values.part)], corpusOf(values.corpus, values.part));
const engine = await openEngine(values.cache === undefined ? {} : { cacheFolder: values.cache });

const proposed = new Map<string, { leads: number; right: number }>();
const missed = { all: 0, led: 0 };
const byLabel = new Map<string, { all: number; led: number }>();
const leads = { all: 0, right: 0 };
for (const { doc, text, mentions } of gold.documents) {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const document = await extract(startDocument({ doc, source: doc, sha256, encoding: 'utf-8', text }), engine);
  if ('failure' in document) throw new Error(document.failure.message);
  const isFree = freeOf(document.mentions);
  const missing = mentions.filter(isFree);
  for (const proposal of settle(propose(document).filter(isFree))) {
    const counts = proposed.get(rowOf(proposal)) ?? { leads: 0, right: 0 };
    counts.leads += 1;
    if (missing.some((mention) => overlaps(mention, proposal))) counts.right += 1;
    proposed.set(rowOf(proposal), counts);
  }
  for (const mention of missing) {
    const isLed = (document.leads ?? []).some((lead) => overlaps(lead, mention));
    const counts = byLabel.get(mention.label) ?? { all: 0, led: 0 };
    counts.all += 1;
    missed.all += 1;
    if (isLed) {
      counts.led += 1;
      missed.led += 1;
    }
    byLabel.set(mention.label, counts);
  }
  for (const lead of document.leads ?? []) {
    leads.all += 1;
    if (missing.some((mention) => overlaps(mention, lead))) leads.right += 1;
  }
}
await engine.close();

const path = 'leads/data/scores.tsv';
const lines = readResource(path)
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [reason, shape, from] = line.split('\t');
    const counts = proposed.get(`${reason} ${shape} ${from}`) ?? { leads: 0, right: 0 };
    return line.startsWith('#') || reason === 'reason'
      ? line
      : [reason, shape, from, counts.leads, counts.right].join('\t');
  });
const shown = [
  `${values.part}: ${gold.documents.length} documents, ${missed.all} mentions missed, leads to ${missed.led}; ${leads.all} leads, ${leads.right} right`,
  ...[...byLabel].map(([label, { all, led }]) => `  ${label}: ${led} of ${all}`),
  ...lines,
];
process.stdout.write(`${shown.join('\n')}\n`);
if (values.write) writeFileSync(join(root, 'pipeline', path), `${lines.join('\n')}\n`);
