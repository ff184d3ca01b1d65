// A text with one kind of line break, and the way back to its offsets: an editor or git may have rewritten every line break
// of a document, which is no reason to lose what was decided on it.

/** A text in which every line break is one line feed. */
export interface FoldedText {
  /** With one kind of line break. */
  readonly text: string;
  readonly original: string;
  /** Offset in the text as it is. */
  toOriginal(offset: number): number;
}

/**
 * Folds the line breaks of a text.
 * @example foldText('a\r\nb').toOriginal(2) // 3
 */
export function foldText(text: string): FoldedText {
  if (!text.includes('\r')) return { text, original: text, toOriginal: (offset) => offset };
  const folded = foldLineBreaks(text);
  // places in the folded text of the line feeds that were two signs
  const pairs: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) pairs.push(at - pairs.length);
  return {
    text: folded,
    original: text,
    toOriginal(offset) {
      let low = 0;
      let high = pairs.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((pairs[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return offset + low;
    },
  };
}

/**
 * A stretch of text with one kind of line break.
 * @example foldLineBreaks('a\r\nb\rc') // 'a\nb\nc'
 */
export function foldLineBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
}
