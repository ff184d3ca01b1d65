// Moves a selection through a text by words, for those who select by keyboard.

export interface Selected {
  readonly start: number;
  readonly end: number;
}

/** Units searched for the next word: documents of one endless line exist. */
const reach = 5000;

/**
 * The selection after an arrow key: left and right go by words, with Shift the end moves; up and down go by lines.
 * @example stepSelection('Lina Casoar', { start: 0, end: 4 }, { key: 'ArrowRight', shiftKey: true }) // { start: 0, end: 11 }
 * @returns undefined where there is nowhere to go
 */
export function stepSelection(
  text: string,
  selection: Selected,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): Selected | undefined {
  const { start, end } = selection;
  switch (key) {
    case 'ArrowRight': {
      const next = wordAfter(text, end);
      return next !== undefined && shiftKey ? { start, end: next.end } : next;
    }
    case 'ArrowLeft': {
      if (!shiftKey) return wordBefore(text, start);
      const last = wordBefore(text, end);
      if (last === undefined || last.start <= start) return undefined;
      const previous = wordBefore(text, last.start);
      return previous !== undefined && previous.end > start ? { start, end: previous.end } : undefined;
    }
    case 'ArrowDown':
      return wordAfter(text, text.indexOf('\n', end) + 1);
    case 'ArrowUp': {
      const border = text.lastIndexOf('\n', start - 2);
      return wordAfter(text, text.lastIndexOf('\n', Math.max(0, border - 1)) + 1);
    }
    default:
      return undefined;
  }
}

/** The first word that starts at or after an offset. */
export function wordAfter(text: string, offset: number): Selected | undefined {
  const match = /[\p{L}\p{M}\p{N}]+/u.exec(text.slice(offset, offset + reach));
  return match === null ? undefined : { start: offset + match.index, end: offset + match.index + match[0].length };
}

/** The last word that ends at or before an offset. */
function wordBefore(text: string, offset: number): Selected | undefined {
  const from = Math.max(0, offset - reach);
  const match = [...text.slice(from, offset).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].at(-1);
  return match === undefined ? undefined : { start: from + match.index, end: from + match.index + match[0].length };
}
