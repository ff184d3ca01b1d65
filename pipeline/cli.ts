#!/usr/bin/env node
// The process around the command: its streams, its exit code.
import { once } from 'node:events';
import { main } from './command.ts';
import type { Streams } from './run.ts';

/** The process's own streams. A reader that hangs up ends the run quietly, but not as a success: not all was processed. */
function processStreams(): Streams {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE')
      process.stderr.write(`tamis: expected to write to standard output, found "${error.message}"\n`);
    process.exit(2);
  });
  return {
    stdin: process.stdin,
    stderr: process.stderr,
    async writeOut(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
  };
}

process.exitCode = await main(process.argv.slice(2), processStreams());
// a run that could not go on must not wait for input that may still come
process.stdin.destroy();
