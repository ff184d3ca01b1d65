// Draws how far the scores of a model can be believed: `npx tsx tests/reliability/measure.ts [--model <folder>] [--corpus <folder>]`
// writes `reliability.md` and `reliability.svg` into the model's folder. The curves were fitted on dev; regression and test
// say what they are worth on other text.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { type Judged, judgeRecords, recordTypes } from '../../pipeline/evaluate/calibration.ts';
import { withOutput } from '../../pipeline/evaluate/evaluate.ts';
import { corpusOf, readGold } from '../../pipeline/evaluate/read-gold.ts';
import { binsOf, calibrationError } from '../../pipeline/evaluate/reliability.ts';
import { findCurated, readCuratedNames } from '../../pipeline/names/curated-names.ts';
import { readCalibration } from '../../pipeline/review/calibrate.ts';
import { runDataset } from '../../pipeline/run.ts';
import { replaceFile } from '../../pipeline/text/replace-file.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';
import { memoryStreams } from '../support/streams.ts';

const root = packageFolder();
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: join(root, 'models', 'tamis-ner') },
    corpus: { type: 'string' },
  },
});

async function judge(part: string): Promise<Judged[]> {
  const gold = readGold([join(root, 'tests', 'gold', part)], corpusOf(values.corpus, part));
  const run = async (input: string, output: string): Promise<void> => {
    await runDataset({ input, output, review: 'none', hasText: true, model: values.model }, memoryStreams());
  };
  return withOutput(gold, { run }, (output) =>
    judgeRecords(gold.documents, output, { names: readCuratedNames(), find: findCurated }),
  );
}

const { thresholds } = readCalibration(values.model);
const parts = [
  { part: 'dev', name: 'dev (fitted)' },
  { part: 'regression', name: 'regression' },
  { part: 'test', name: 'test' },
];
const measured: { name: string; judged: Judged[] }[] = [];
for (const { part, name } of parts) measured.push({ name, judged: await judge(part) });

const share = (records: readonly Judged[]): string =>
  records.length === 0 ? '–' : (records.filter(({ isRight }) => isRight).length / records.length).toFixed(3);
const rows = recordTypes.map((type) => {
  const cells = measured.flatMap(({ judged }) => {
    const ofType = judged.filter((record) => record.type === type);
    const auto = ofType.filter(({ score }) => score >= thresholds[type]);
    const of = ofType.length === 0 ? '–' : (auto.length / ofType.length).toFixed(2);
    return [`${share(ofType)} (${ofType.length})`, of, share(auto)];
  });
  return `| ${[type, thresholds[type].toFixed(2), ...cells].join(' | ')} |`;
});
const errors = measured.map(({ name, judged }) => `${name} ${calibrationError(judged).toFixed(3)}`).join(', ');
const head = measured.flatMap(({ name }) => [`${name}: precision (records)`, 'share auto', 'precision of auto']);
const table = [`| type | threshold | ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length + 2)}`, ...rows].join(
  '\n',
);

const points = measured.flatMap(({ name, judged }) =>
  binsOf(judged).map(({ score, records, right }) => ({ part: name, score, right: right / records, records })),
);
const chart = Plot.plot({
  document: new JSDOM('').window.document,
  width: 520,
  height: 460,
  marginLeft: 50,
  grid: true,
  style: { background: 'white', color: '#222' },
  x: { domain: [0, 1], label: 'score →' },
  y: { domain: [0, 1], label: '↑ share of records that were right' },
  r: { range: [2, 14] },
  color: { legend: false, domain: measured.map(({ name }) => name), scheme: 'Dark2' },
  marks: [
    Plot.line(
      [
        { score: 0, right: 0 },
        { score: 1, right: 1 },
      ],
      { x: 'score', y: 'right', stroke: '#999', strokeDasharray: '4 4' },
    ),
    Plot.line(points, { x: 'score', y: 'right', stroke: 'part' }),
    Plot.dot(points, { x: 'score', y: 'right', r: 'records', fill: 'part', fillOpacity: 0.6 }),
    Plot.text(
      measured.map(({ name }, index) => ({ part: name, x: 0.04, y: 0.96 - index * 0.06 })),
      { x: 'x', y: 'y', text: 'part', fill: 'part', textAnchor: 'start', fontWeight: 'bold' },
    ),
  ],
});
chart.setAttribute('xmlns', 'http://www.w3.org/2000/svg');

const page = `# How far the scores can be believed

Records of the whole pipeline with this model, without review: right is a record whose span, type and every value are right. The curves and the
thresholds of \`auto\` were fitted on dev, so that its figures flatter; nothing was fitted on the other two parts. Made by \`tests/reliability/measure.ts\`.

![Share of right records by score, for the three parts](reliability.svg)

Expected calibration error over ten bins: ${errors}.

${table}
`;
for (const [name, text] of [
  ['reliability.svg', `${chart.outerHTML}\n`],
  ['reliability.md', page],
] as const) {
  replaceFile(join(values.model, name), text);
}
process.stdout.write(page);
