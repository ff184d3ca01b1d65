// The review server as a process of its own, as make review starts it.
import { review } from '../../../dist/page/command.js';

const [input, output] = process.argv.slice(2);
await review(
  input,
  { output, by: 'ana' },
  {
    stdin: process.stdin,
    stderr: process.stderr,
    writeOut: async (text) => void process.stdout.write(text),
  },
);
