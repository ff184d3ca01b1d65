// The command `tamis review`: opens the ledger for writing, serves the page or asks at the terminal, until it is stopped.
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { openLedger } from '../ledger/append.ts';
import { readLedger } from '../ledger/read.ts';
import { TamisError } from '../text/errors.ts';
import { loadReview } from './load.ts';
import { serveReview } from './server.ts';
import { Session } from './session.ts';

export interface ReviewStreams {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly writeOut: (text: string) => Promise<void>;
  readonly stderr: { write(text: string): boolean };
}

export interface ReviewFlags {
  readonly output: string;
  readonly review?: string;
  readonly by?: string;
  readonly port?: number;
  readonly terminal?: boolean;
  readonly language?: 'fr' | 'en';
}

/**
 * Adds `review` to the program.
 * @example addReviewCommand(program, streams)
 */
export function addReviewCommand(program: Command, streams: ReviewStreams): void {
  program
    .command('review')
    .description('decide on the records of a dataset, on a page in the browser or at the terminal')
    .argument('<input>', 'file or folder that the dataset was made from')
    .requiredOption('--output <folder>', 'folder of the dataset')
    .option('--review <ledger>', 'ledger of decisions; review.jsonl beside the input where absent')
    .option('--by <name>', 'who decides; the login name where absent')
    .option('--port <number>', 'port of the page; any free one where absent', parsePort)
    .option('--language <fr|en>', 'language of the terminal', parseLanguage)
    .option('--terminal', 'ask at the terminal instead of opening a page')
    .action((input: string, flags: ReviewFlags) => review(input, flags, streams));
}

/** Runs a review until it is stopped. */
export async function review(input: string, flags: ReviewFlags, streams: ReviewStreams): Promise<void> {
  const path = flags.review ?? ledgerBeside(input);
  if (path === 'none') {
    throw new TamisError(
      'review.none',
      'expected a ledger to write decisions to, found "none": name a file, or leave REVIEW out',
    );
  }
  const loaded = await loadReview({ input, output: flags.output, ledger: path });
  const writer = await openLedger(path);
  try {
    const ledger = readLedger(path, { mayBeAbsent: true });
    for (const note of [...writer.notes, ...ledger.notes]) streams.stderr.write(`${note}\n`);
    const session = new Session({
      loaded,
      decisions: ledger.decisions,
      append: (decision) => writer.append(decision),
      by: flags.by ?? userInfo().username,
      now: () => new Date().toISOString(),
    });
    if (flags.terminal === true) {
      const { reviewAtTerminal } = await import('./terminal.ts');
      await reviewAtTerminal({
        session,
        stdin: streams.stdin,
        write: streams.writeOut,
        language: flags.language ?? (isFrench() ? 'fr' : 'en'),
      });
      streams.stderr.write(farewell(path));
      return;
    }
    const server = await serveReview(session, flags.port);
    await streams.writeOut(`${server.address}\n`);
    streams.stderr.write(
      `Open this address in a browser of this machine. Decisions go to ${path}; Ctrl-C ends the review.\n`,
    );
    await stopped();
    await server.close();
    streams.stderr.write(farewell(path));
  } finally {
    await writer.close();
  }
}

function ledgerBeside(input: string): string {
  const isFolder = statSync(input, { throwIfNoEntry: false })?.isDirectory() === true;
  return join(isFolder ? input : dirname(input), 'review.jsonl');
}

function farewell(path: string): string {
  return `\nDecisions are in ${path}: make dataset writes them into the dataset.\n`;
}

/** The language of the person's system. */
function isFrench(): boolean {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('fr');
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('expected a port, 0 to 65535.');
  return port;
}

function parseLanguage(value: string): 'fr' | 'en' {
  if (value !== 'fr' && value !== 'en') throw new InvalidArgumentError('expected fr or en.');
  return value;
}
