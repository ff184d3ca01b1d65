// The one family of errors for "cannot go on". What can go on is a note on the document, never an exception.

/**
 * A failure with a stable code and one plain sentence: what was expected, what was found, what to do.
 * The command prints the sentence alone; the original error stays in `cause`.
 *
 * @example throw new TamisError('input.missing', `expected a file or folder at "x", found nothing: check the path`)
 */
export class TamisError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'TamisError';
    this.code = code;
  }
}

/**
 * The message of anything that was thrown, on one line.
 * @example messageOf(new Error('no\nspace')) // 'no space'
 */
export function messageOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return message.replace(/\s+/g, ' ').trim();
}
