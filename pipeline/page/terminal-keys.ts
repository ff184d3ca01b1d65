// Keys from a terminal, lines from a pipe.

/** Standard input, or what stands for it in tests. */
export interface TerminalInput extends AsyncIterable<Buffer | string> {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
}

export interface Keys {
  /** The next key; of a line its first one. Undefined where the input ends. */
  next(): Promise<string | undefined>;
  /** A whole line, without its end. */
  line(): Promise<string | undefined>;
  close(): void;
}

const escape = '\u001B';
const interrupts = new Set(['\u0003', '\u0004']); // Ctrl-C and Ctrl-D arrive as keys in raw mode

/**
 * Reads keys one by one from a terminal, or the first letter of each line from anything else.
 * @example await readKeys(process.stdin).next() // 'a'
 */
export function readKeys(stdin: TerminalInput): Keys {
  const isTerminal = stdin.isTTY === true && stdin.setRawMode !== undefined;
  const chunks = stdin[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  let buffer = '';
  let isEnded = false;
  const more = async (): Promise<boolean> => {
    if (isEnded) return false;
    const { value, done } = await chunks.next();
    if (done === true) isEnded = true;
    else buffer += typeof value === 'string' ? value : decoder.decode(value, { stream: true });
    return !isEnded;
  };
  const line = async (): Promise<string | undefined> => {
    if (isTerminal) stdin.setRawMode?.(false);
    for (let isMore = true; isMore && !buffer.includes('\n'); ) isMore = await more();
    if (buffer === '') return undefined;
    const end = buffer.indexOf('\n');
    const found = end < 0 ? buffer : buffer.slice(0, end);
    buffer = end < 0 ? '' : buffer.slice(end + 1);
    return found.replace(/\r$/u, '').trim();
  };
  return {
    async next() {
      if (!isTerminal) {
        for (;;) {
          const found = await line();
          if (found === undefined) return undefined;
          if (found !== '') return found.charAt(0);
        }
      }
      stdin.setRawMode?.(true);
      // `more` fills the buffer
      for (let isMore = true; isMore && buffer.length === 0; ) isMore = await more();
      const key = buffer === '' ? undefined : buffer.charAt(0);
      // an arrow or function key comes as a sequence and means nothing here
      buffer = key === escape ? '' : buffer.slice(key?.length ?? 0);
      return key === undefined || interrupts.has(key) ? undefined : key;
    },
    line,
    close() {
      if (isTerminal) stdin.setRawMode?.(false);
      void chunks.return?.();
    },
  };
}
