// Standard streams in memory, for tests of the command.
import type { Streams } from '../../pipeline/run.ts';

/** Streams that read `input` and keep what is written. */
export function memoryStreams(input = ''): Streams & { written(): { out: string; err: string } } {
  const out: string[] = [];
  const err: string[] = [];
  const stderr = { isTTY: false, write: (text: string) => err.push(text) > 0 };
  return {
    stdin: (async function* () {
      if (input !== '') yield Buffer.from(input);
    })(),
    writeOut: (text) => {
      out.push(text);
      return Promise.resolve();
    },
    stderr: stderr as unknown as NodeJS.WriteStream, // the two members that the command uses
    written: () => ({ out: out.join(''), err: err.join('') }),
  };
}
