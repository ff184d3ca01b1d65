// A run over many documents: reads, extracts, writes and reports.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { startFindings } from './audit/findings.ts';
import type { Document, FailedDocument } from './document.ts';
import { type EngineSettings, openEngine } from './engine.ts';
import { extract } from './index.ts';
import type { Ledger } from './ledger/ledger.ts';
import { readLedger } from './ledger/read.ts';
import { startProgress } from './progress.ts';
import { countDocuments } from './read/count.ts';
import { readDocuments, readStream } from './read/index.ts';
import { findLedger, type InputFile, isSamePath, listInput } from './read/list.ts';
import { reportReview } from './ledger/summary.ts';
import { createReport, type RunReport } from './report.ts';
import { duplicateFinder, folderSink, streamSink } from './sinks.ts';
import { messageOf, TamisError } from './text/errors.ts';
import { inOrder } from './text/in-order.ts';
import { decisionsName, fileNames } from './write/folder.ts';
import { type DocumentLines, failedLineOf, linesOf } from './write/lines.ts';

export interface RunOptions extends Omit<EngineSettings, 'cacheFolder'> {
  /** File, folder, or `-` for JSON lines on standard input. */
  readonly input: string;
  /** Folder, or `-` for one line a document on standard output. */
  readonly output: string;
  /** Ledger of decisions, or `none`. */
  readonly review?: string;
  /** Date of every document whose JSON line gives none; it goes before a header or dateline. */
  readonly date?: string;
  /** Whether sentences are written with their text. */
  readonly hasText: boolean;
}

/** The standard streams, as the command has them and as tests replace them. */
export interface Streams {
  readonly stdin: AsyncIterable<Buffer | string>;
  /** Resolves when the reader is ready for more. */
  readonly writeOut: (text: string) => Promise<void>;
  readonly stderr: NodeJS.WriteStream;
}

// Text of the documents that are under way together, in UTF-16 units: a large one has small ones beside it at most.
const unitsAhead = 100_000;

/**
 * Runs the pipeline over an input and writes the dataset.
 *
 * @example (await runDataset({ input: 'seeds', output: 'output', hasText: true }, streams)).documents.ok // 5
 * @returns counts, times and failures; the command makes the exit code and the summary of it
 * @throws TamisError where the run cannot start: no input, no output folder, no model
 */
export async function runDataset(options: RunOptions, streams: Streams): Promise<RunReport> {
  const { input, output, date, hasText, hasRawScores = false } = options;
  const isStream = output === '-';
  const ledger = openDecisions(options);
  const files = input === '-' ? undefined : listFiles(options);
  const engine = await openEngine({ ...options, ...(isStream ? {} : { cacheFolder: join(output, '.cache') }) });
  const { identity: model } = engine;
  const report = createReport(model, { ...options });
  const resolving = { known: engine.known, ledger };
  const sink = isStream ? streamSink(streams.writeOut, resolving) : await folderSink(output, resolving);
  const findings = ledger === undefined ? undefined : startFindings(ledger);
  const findDuplicate = duplicateFinder();
  const progress = startProgress(streams.stderr, files === undefined ? undefined : await countDocuments(files));
  const fail = async (document: FailedDocument): Promise<void> => {
    const line = failedLineOf(document);
    await sink.addFailed(line);
    report.addFailed(line);
    progress.advance(0);
    streams.stderr.write(`failed: ${line.doc}: ${line.error}\n`);
  };
  // the model has several documents before it at a time: the engine tells how long, they can't
  const onStage: typeof report.addStage = (stage, ms) => report.addStage(stage, stage === 'ner' ? 0 : ms);
  const stageSettings = { ...engine, ...(ledger === undefined ? {} : { ledger }), onStage };
  try {
    const documents = files === undefined ? readStream(streams.stdin, date) : readDocuments(files, date);
    const extracting = inOrder(
      documents,
      async (document) => ('failure' in document ? document : extract(document, stageSettings)),
      (begun) => begun.length <= engine.threads && begun.reduce((sum, one) => sum + lengthOf(one), 0) < unitsAhead,
    );
    for await (const [, extracted] of extracting) {
      if ('failure' in extracted) {
        await fail(extracted);
        continue;
      }
      const textSha256 = createHash('sha256').update(extracted.text).digest('hex');
      const duplicateOf = extracted.text.trim() === '' ? undefined : findDuplicate(extracted.doc, textSha256);
      const lines = toLines(extracted, () =>
        linesOf(extracted, {
          model,
          hasText,
          hasRawScores,
          textSha256,
          ...(duplicateOf === undefined ? {} : { duplicateOf }),
        }),
      );
      if ('failure' in lines) {
        await fail(lines);
        continue;
      }
      await sink.add(extracted, lines);
      findings?.add(lines);
      const words = extracted.sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
      report.add(lines, words);
      progress.advance(words);
    }
    progress.stop();
    report.addStage('ner', engine.busyMs());
    await sink.finish((fates = []) => {
      if (ledger !== undefined) report.addReview({ ...reportReview(ledger, fates), ...findings?.finish() });
      return report.finish(engine.counters, engine.modelNotes);
    });
    engine.forgetUnused();
    await engine.close();
    return report.finish(engine.counters, engine.modelNotes);
  } catch (thrown) {
    progress.stop();
    await sink.abandon();
    await engine.close();
    throw thrown;
  }
}

function lengthOf(document: Document | FailedDocument): number {
  return 'failure' in document ? 0 : document.text.length;
}

/** A document whose lines break the schema fails rather than stop the batch: it would be a fault of a stage. */
function toLines(document: Document, make: () => DocumentLines): DocumentLines | FailedDocument {
  try {
    return make();
  } catch (thrown) {
    const { doc, source, sha256, encoding } = document;
    const message = `expected lines that fit the schema, found "${messageOf(thrown).slice(0, 300)}": please report it with the document`;
    return { doc, source, sha256, encoding, failure: { code: 'write.broke', stage: 'write', message } };
  }
}

function listFiles({ input, output, review }: RunOptions): readonly InputFile[] {
  if (output !== '-')
    refuseOverwriting([input, ...(review === undefined || review === 'none' ? [] : [review])], output);
  const files = listInput(input, {
    results: fileNames,
    ...(output === '-' ? {} : { output }),
    ...(review === undefined || review === 'none' ? {} : { ledger: review }),
  });
  if (files.length === 0) {
    throw new TamisError('input.empty', `expected .txt or .jsonl files in "${input}", found none: check the path`);
  }
  return files;
}

/**
 * Refuses an output that would replace an input.
 * @throws TamisError `output.is_input`
 */
export function refuseOverwriting(inputs: readonly string[], output: string): void {
  for (const input of inputs) {
    const targets = [output, ...[...fileNames, decisionsName].map((name) => join(output, name))];
    if (input === '-' || !targets.some((target) => isSamePath(input, target))) continue;
    throw new TamisError(
      'output.is_input',
      `expected OUTPUT apart from INPUT, found that "${input}" would be overwritten: name another folder`,
    );
  }
}

/** The ledger of a run: the one that a setting names, else `review.jsonl` beside the input. */
function openDecisions({ input, review }: RunOptions): Ledger | undefined {
  if (review === 'none') return undefined;
  const path = review ?? (input === '-' ? undefined : findLedger(input));
  return path === undefined ? undefined : readLedger(path);
}
