// Speed of each stage on the development texts, beside a peer that does the like, in one run: read the ratios, they carry
// from one machine to another. `make bench`
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as chrono from 'chrono-node';
import { franc } from 'franc';
import { pipeline } from '@xenova/transformers';
import Recognizers from '@microsoft/recognizers-text-number';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { extractCountries } from '../../pipeline/countries/index.ts';
import { extractDates } from '../../pipeline/dates/index.ts';
import { type Document, startDocument } from '../../pipeline/document.ts';
import { parseMarkup } from '../../pipeline/evaluate/markup.ts';
import { extractFigures } from '../../pipeline/figures/index.ts';
import { detectLanguages } from '../../pipeline/language/index.ts';
import { linkNames } from '../../pipeline/names/index.ts';
import { type NerModel, openModel } from '../../pipeline/ner/model.ts';
import { recogniseNames } from '../../pipeline/ner/recognise.ts';
import { splitSentences } from '../../pipeline/sentences/index.ts';
import { arbitrate } from '../../pipeline/arbitrate/index.ts';
import { readFileSync } from 'node:fs';
import { inOrder } from '../../pipeline/text/in-order.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';

const gold = join(packageFolder(), 'tests', 'gold', 'dev');
const documents = readdirSync(gold)
  .filter((name) => name.endsWith('.txt'))
  .map((name): Document => {
    const { text } = parseMarkup(readFileSync(join(gold, name), 'utf8'), name);
    return startDocument({ doc: name, source: name, sha256: '0'.repeat(64), encoding: 'utf-8', text });
  });

type Step = (document: Document) => Document | Promise<Document>;
let wordCount = 0;

/** Runs a step over all documents; the best of a few rounds, in words a second. */
async function time(
  rounds: number,
  current: readonly Document[],
  step: Step,
): Promise<{ rate: number; after: Document[] }> {
  let best = Number.POSITIVE_INFINITY;
  let after: Document[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    after = [];
    for (const document of current) after.push(await step(document));
    best = Math.min(best, performance.now() - started);
  }
  return { rate: wordCount / (best / 1000), after };
}

/** The same for the model, which has several documents before it at a time, as in a run. */
async function timeModel(current: readonly Document[], model: NerModel): Promise<{ rate: number; after: Document[] }> {
  const started = performance.now();
  const after: Document[] = [];
  const reading = inOrder(
    current,
    (document) => recogniseNames(document, model),
    (begun) => begun.length <= model.threads,
  );
  for await (const [, document] of reading) after.push(document);
  return { rate: wordCount / ((performance.now() - started) / 1000), after };
}

const lines: string[] = [];
const show = (stage: string, rate: number, peer?: string, peerRate?: number): void => {
  const ratio =
    peerRate === undefined
      ? ''
      : `${(rate / peerRate).toFixed(1)} × ${peer} (${Math.round(peerRate).toLocaleString('en')})`;
  lines.push(`${stage.padEnd(12)}${Math.round(rate).toLocaleString('en').padStart(12)}  ${ratio}`);
};

const blocks = documents.map(cutBlocks);
wordCount = blocks
  .map(splitSentences)
  .reduce((sum, { sentences }) => sum + sentences.reduce((words, { words: own }) => words + own.length, 0), 0);

const segmenter = new Intl.Segmenter('fr', { granularity: 'sentence' });
const sentences = await time(5, blocks, splitSentences);
const intl = await time(5, blocks, (document) => {
  for (const block of document.blocks) Array.from(segmenter.segment(document.text.slice(block.start, block.end)));
  return document;
});
show('sentences', sentences.rate, 'Intl.Segmenter', intl.rate);

const languages = await time(5, sentences.after, detectLanguages);
const francOnly = await time(2, sentences.after, (document) => {
  for (const { start, end } of document.sentences)
    franc(document.text.slice(start, end), { only: ['fra', 'eng'], minLength: 3 });
  return document;
});
show('language', languages.rate, 'franc on every sentence', francOnly.rate);

const folder = join(packageFolder(), 'models', 'tamis-ner');
const [full, small] = [await openModel({ folder }), await openModel({ folder: `${folder}-small` })];
const rates: [full: number, small: number][] = [];
let named = languages.after;
// turn about, so that what else the machine does meets both
for (let round = 0; round < 3; round += 1) {
  const { rate, after } = await timeModel(languages.after, full);
  rates.push([rate, (await timeModel(languages.after, small)).rate]);
  named = after;
}
await Promise.all([full.close(), small.close()]);
const [fullRate, smallRate] = [Math.max(...rates.map(([one]) => one)), Math.max(...rates.map(([, one]) => one))];
const tagger = await pipeline('token-classification', folder, { dtype: 'q8', local_files_only: true });
const share = languages.after.slice(0, Math.ceil(languages.after.length / 8));
const whole = wordCount;
wordCount = share.reduce(
  (sum, document) => sum + document.sentences.reduce((words, { words: own }) => words + own.length, 0),
  0,
);
const plain = await time(1, share, async (document) => {
  for (const { start, end } of document.sentences) await tagger(document.text.slice(start, end));
  return document;
});
wordCount = whole;
show('ner', fullRate, 'the library’s own pipeline, a sentence a call', plain.rate);
show('ner, small', smallRate, 'the default model', fullRate);

const dates = await time(5, named, extractDates);
const chronoDates = await time(2, named, (document) => {
  for (const { start, end, lang } of document.sentences)
    (lang === 'fr' ? chrono.fr : chrono.en).parse(document.text.slice(start, end));
  return document;
});
show('dates', dates.rate, 'chrono-node', chronoDates.rate);

const figures = await time(5, dates.after, extractFigures);
wordCount = share.reduce(
  (sum, document) => sum + document.sentences.reduce((words, { words: own }) => words + own.length, 0),
  0,
);
const recognizers = await time(1, share, (document) => {
  for (const { start, end, lang } of document.sentences)
    Recognizers.recognizeNumber(document.text.slice(start, end), lang === 'fr' ? 'fr-fr' : 'en-us');
  return document;
});
wordCount = whole;
show('figures', figures.rate, 'recognizers-text-number', recognizers.rate);

const countries = await time(5, figures.after, extractCountries);
show('countries', countries.rate);
const settled = await time(5, countries.after, (document) => arbitrate(document, 'bench'));
show('arbitrate', settled.rate);
show('names', (await time(5, settled.after, (document) => linkNames(document))).rate);

process.stdout.write(
  `${documents.length} documents, ${whole.toLocaleString('en')} words; words a second on ${process.version}, and how many times a peer in the same run\n${lines.join('\n')}\npeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`,
);
