// The command `tamis training-data`: what people decided, as text to learn from and to judge by.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { readLedger } from '../ledger/read.ts';
import { runDataset, type Streams } from '../run.ts';
import { buildTrainingData, type TrainingDataReport } from './build.ts';

interface TrainingDataFlags {
  readonly review: string;
  readonly input?: string;
  readonly dataset?: string;
  readonly output: string;
  readonly model?: string;
}

/** Adds the command to the program. */
export function addTrainingData(program: Command, streams: Streams): void {
  program
    .command('training-data')
    .description('turn a ledger of decisions into documents to train on and to evaluate with')
    .requiredOption('--review <ledger>', 'ledger of decisions')
    .requiredOption('--output <folder>', 'folder for the training data: absent, empty or of an earlier run')
    .option('--input <folder>', "the documents; the ledger's own folder where absent")
    .option('--dataset <folder>', 'output of a run over them with this ledger; where absent, one is made')
    .option('--model <folder>', 'another local model')
    .action(async ({ review, input = dirname(review), dataset, output, model }: TrainingDataFlags) => {
      const ledger = readLedger(review);
      const temporary = dataset === undefined ? mkdtempSync(join(tmpdir(), 'tamis-')) : undefined;
      try {
        if (temporary !== undefined) {
          const settings = {
            input,
            output: temporary,
            review,
            hasText: false,
            ...(model === undefined ? {} : { model }),
          };
          await runDataset(settings, streams);
        }
        const report = await buildTrainingData({ ledger, input, dataset: dataset ?? temporary ?? '', output });
        streams.stderr.write(summarise(report, output));
      } finally {
        if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
      }
    });
}

function summarise({ complete, marked, sentences, decisions, leftOut }: TrainingDataReport, output: string): string {
  const lines = [
    `complete documents   ${complete}, ${marked} of them in markup too`,
    `decided sentences    ${sentences}`,
    `single decisions in  ${decisions} other sentences`,
  ];
  if (leftOut.length > 0) lines.push(`left out             ${leftOut.length}: see ${join(output, 'left-out.jsonl')}`);
  return `${lines.join('\n')}\n`;
}
