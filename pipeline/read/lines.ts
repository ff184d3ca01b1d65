// Lines of a byte stream, one at a time, in bounded memory: a line beyond the limit is passed over and reported.
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
  /** Length of the line in bytes, also where it was too long to keep. */
  readonly byteCount: number;
  readonly isTooLong: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts a stream at line feeds; a carriage return before one is dropped, a last line without one counts.
 *
 * @example for await (const line of readLines(createReadStream('a.jsonl'), 16 * 2 ** 20)) line.bytes.toString()
 * @param limit bytes that a line may have; of a longer one only its length is kept
 */
export async function* readLines(stream: AsyncIterable<Buffer | string>, limit: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let byteCount = 0;
  let number = 1;
  const finish = (): Line => {
    const isTooLong = byteCount > limit;
    let bytes = isTooLong ? Buffer.alloc(0) : Buffer.concat(parts);
    if (bytes.at(-1) === carriageReturn) bytes = bytes.subarray(0, -1);
    const line = { number, bytes, byteCount, isTooLong };
    parts = [];
    byteCount = 0;
    number += 1;
    return line;
  };
  for await (const chunk of stream) {
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (;;) {
      const end = buffer.indexOf(lineFeed, start);
      const part = buffer.subarray(start, end < 0 ? buffer.length : end);
      byteCount += part.length;
      if (byteCount <= limit) parts.push(part);
      else parts = [];
      if (end < 0) break;
      yield finish();
      start = end + 1;
    }
  }
  if (byteCount > 0) yield finish();
}

/**
 * The text of a line, or undefined where its bytes are not UTF-8.
 * @example decodeLine(Buffer.from('{"id":"é"}')) // '{"id":"é"}'
 */
export function decodeLine(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // the caller turns it into a failed document
  }
}
