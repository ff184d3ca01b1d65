// The command `tamis`: parses arguments, runs, prints, and gives the exit code of the contract:
// 0 all documents processed, 1 some failed (or the gate did), 2 it could not run.
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { collect } from './collect.ts';
import { readKnown } from './engine.ts';
import { calibrate } from './evaluate/calibrate.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { corpusOf } from './evaluate/read-gold.ts';
import { regress } from './evaluate/regress.ts';
import { findCurated, readCuratedNames } from './names/curated-names.ts';
import { fetchModel } from './ner/fetch.ts';
import { addReviewCommand } from './page/command.ts';
import { parseDocumentDate } from './read/document-date.ts';
import { measuredFile } from './review/calibrate.ts';
import { runDataset, type Streams } from './run.ts';
import { summarise } from './summary.ts';
import { messageOf, TamisError } from './text/errors.ts';
import { packageFolder } from './text/resource.ts';
import { addTrainingData } from './training-data/command.ts';

/**
 * Runs the command with the given arguments.
 *
 * @example await main(['dataset', 'seeds', '--output', 'output'], streams) // 0
 * @returns the exit code
 */
export async function main(args: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  let code: 0 | 1 | 2 = 0;
  const program = buildProgram(streams, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2; // commander has printed its sentence
    const sentence =
      thrown instanceof TamisError
        ? thrown.message
        : `expected to finish, found "${messageOf(thrown)}": please report it`;
    streams.stderr.write(`tamis: ${sentence}\n`);
    return 2;
  }
}

function buildProgram(streams: Streams, setCode: (code: 0 | 1) => void): Command {
  const program = new Command('tamis')
    .description('French and English news documents into a reviewed dataset')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void streams.writeOut(text),
      writeErr: (text) => streams.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /u, 'tamis: ')),
    });
  program.showHelpAfterError('(run "tamis --help" for the commands and settings)');

  const dataset = program
    .command('dataset')
    .description('read INPUT, write the dataset to a folder or stream')
    .argument('<input>', 'file or folder, or - for JSON lines on standard input', notBlank)
    .requiredOption(
      '--output <folder>',
      'folder for the results, or - for one line a document on standard output',
      notBlank,
    )
    .option('--review <ledger>', 'ledger of decisions, or none')
    .option('--model <folder>', 'another local model')
    .option('--threshold <score>', 'score from which a record is auto, 0 to 1', parseScore)
    .option('--entities <file>', 'entities.jsonl of an earlier run')
    .option('--text <yes|no>', 'whether sentences are written with their text', parseYesNo)
    .option(
      '--date <date>',
      'date of every document whose JSON line gives none; goes before a header or dateline',
      parseDate,
    )
    .option(
      '--threads <number>',
      'threads of the model (as many as the machine runs at once, four at most)',
      parseCount,
    );
  dataset.action(async (input: string, { text, ...options }: DatasetFlags) => {
    const report = await runDataset({ ...options, input, hasText: text ?? true }, streams);
    streams.stderr.write(summarise(report, options.output));
    setCode(report.documents.failed > 0 ? 1 : 0);
  });

  program
    .command('collect')
    .description('turn lines of the stream form into a dataset folder, entities resolved over all of them')
    .argument('<files...>', 'files of stream lines, or - for standard input')
    .requiredOption('--output <folder>', 'folder for the results', notBlank)
    .option('--entities <file>', 'entities.jsonl of an earlier run')
    .option('--review <ledger>', 'the ledger of decisions that the lines were written with')
    .action(async (inputs: string[], { output, entities, review }: CollectFlags) => {
      const known = entities === undefined ? undefined : readKnown(entities);
      const settings = { ...(known === undefined ? {} : { known }), ...(review === undefined ? {} : { review }) };
      const report = await collect({ inputs, output, ...settings }, streams);
      streams.stderr.write(summarise(report, output));
      setCode(report.documents.failed > 0 ? 1 : 0);
    });

  program
    .command('fetch')
    .description('bring another model from a hub into a folder; the only command that opens a connection')
    .argument('<model>', 'owner/name on the hub')
    .argument('<folder>', 'folder to make, for --model')
    .option('--hub <address>', 'address of the hub')
    .option('--revision <name>', 'branch, tag or commit', 'main')
    .action(async (model: string, folder: string, options: { hub?: string; revision: string }) => {
      await fetchModel({ model, folder, ...options });
      streams.stderr.write(`${model} is in ${folder}: use it with MODEL=${folder}\n`);
    });

  program
    .command('evaluate')
    .description('judge the output against gold: precision, recall, F1 by language and type, errors by cause')
    .requiredOption('--gold <folder...>', 'texts in the markup of the guideline, or a reviewed dataset')
    .option('--input <folder>', 'documents to run over; the gold texts without their marks where absent')
    .option('--dataset <folder>', 'output to judge in place of a run')
    .option('--corpus <folder>', 'annotated files that lie elsewhere, by the frozen split')
    .addOption(partOption())
    .option('--json <file>', 'report for programs')
    .option('--by-family', 'figures for each family of files too')
    .option('--errors <number>', 'errors shown a cause', parseCount)
    .option('--model <folder>', 'another local model')
    .action(async ({ corpus, part, model, errors, ...options }: EvaluateFlags) => {
      const evaluation = await evaluate({
        ...options,
        corpus: corpusOf(corpus, part),
        ...(errors === undefined ? {} : { errorLimit: errors }),
        curatedNames: readCuratedNames(),
        run: quietRun(streams, model),
      });
      await streams.writeOut(evaluation.text);
    });

  program
    .command('regress')
    .description('show every record that flipped since the accepted baseline; exit 1 where quality fell')
    .option('--gold <folder...>', 'texts in the markup of the guideline', defaultGold())
    .option('--baseline <folder>', 'the accepted state', join(packageFolder(), 'tests', 'regression'))
    .option('--accept', 'take the new state as baseline after showing it')
    .option('--dataset <folder>', 'output to compare in place of a run')
    .option('--json <file>', 'report for programs')
    .option('--changes <number>', 'changes shown a cause, 0 for all', parseCountOrZero)
    .option('--model <folder>', 'another local model')
    .action(async ({ model, changes, ...options }: RegressFlags) => {
      const { text, exitCode } = await regress({
        ...options,
        ...(changes === undefined ? {} : { changeLimit: changes }),
        curatedNames: readCuratedNames(),
        run: quietRun(streams, model),
      });
      await streams.writeOut(text);
      setCode(exitCode);
    });

  program
    .command('calibrate')
    .description('measure scores on gold and write the table of calibration and thresholds')
    .requiredOption('--gold <folder...>', 'texts in the markup of the guideline')
    .option('--corpus <folder>', 'annotated files that lie elsewhere, by the frozen split')
    .addOption(partOption())
    .option(
      '--table <file>',
      `file to write (default: ${measuredFile} in the folder of --model, else the committed table)`,
    )
    .option('--model <folder>', 'another local model')
    .action(async ({ gold, corpus, part, model, table = tableOf(model) }: CalibrateFlags) => {
      const { text } = await calibrate({
        gold,
        table,
        corpus: corpusOf(corpus, part),
        curated: { names: readCuratedNames(), find: findCurated },
        run: quietRun(streams, model, true),
      });
      await streams.writeOut(text);
    });

  addTrainingData(program, streams);

  addReviewCommand(program, streams);

  for (const command of program.commands) command.copyInheritedSettings(program).exitOverride();
  return program;
}

/** Where the calibration of a model stands. */
function tableOf(model: string | undefined): string {
  return model === undefined
    ? join(packageFolder(), 'pipeline', 'review', 'data', 'calibration.json')
    : join(model, measuredFile);
}

/** The pipeline as evaluation runs it: no ledger, no summary. */
function quietRun(
  streams: Streams,
  model: string | undefined,
  hasRawScores = false,
): (input: string, output: string) => Promise<void> {
  return async (input, output) => {
    await runDataset(
      { input, output, review: 'none', hasText: true, hasRawScores, ...(model === undefined ? {} : { model }) },
      streams,
    );
  };
}

function defaultGold(): string[] {
  return ['regression', 'seeds'].map((part) => join(packageFolder(), 'tests', 'gold', part));
}

interface CollectFlags {
  readonly output: string;
  readonly entities?: string;
  readonly review?: string;
}

interface EvaluateFlags {
  readonly gold: string[];
  readonly input?: string;
  readonly dataset?: string;
  readonly corpus?: string;
  readonly part: string;
  readonly json?: string;
  readonly byFamily?: boolean;
  readonly errors?: number;
  readonly model?: string;
}

interface RegressFlags {
  readonly gold: string[];
  readonly json?: string;
  readonly baseline: string;
  readonly accept?: boolean;
  readonly dataset?: string;
  readonly changes?: number;
  readonly model?: string;
}

interface CalibrateFlags {
  readonly gold: string[];
  readonly corpus?: string;
  readonly part: string;
  readonly table?: string;
  readonly model?: string;
}

interface DatasetFlags {
  readonly output: string;
  readonly review?: string;
  readonly model?: string;
  readonly threshold?: number;
  readonly entities?: string;
  readonly text?: boolean;
  readonly date?: string;
  readonly threads?: number;
}

function notBlank(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('expected a path, found nothing.');
  return value;
}

function parseScore(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 1))
    throw new InvalidArgumentError('expected a number from 0 to 1.');
  return score;
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('expected a whole number from 1.');
  return count;
}

function partOption(): Option {
  return new Option('--part <part>', 'part of the split that joins from --corpus')
    .choices(['train', 'dev', 'regression', 'test'])
    .default('dev');
}

function parseCountOrZero(value: string): number {
  return value === '0' ? 0 : parseCount(value);
}

function parseYesNo(value: string): boolean {
  if (value !== 'yes' && value !== 'no') throw new InvalidArgumentError('expected yes or no.');
  return value === 'yes';
}

function parseDate(value: string): string {
  const date = parseDocumentDate(value);
  if (date === undefined) throw new InvalidArgumentError('expected YYYY, YYYY-MM or YYYY-MM-DD.');
  return date;
}
