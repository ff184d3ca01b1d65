// "…des minorités.4 Même si le nombre" without its raised figure: "minorités. 4 Même si le nombre" / "rights. 4 Even though the
// number": the number of a note stands between two sentences and belongs to the first. A text whose paragraphs are numbered
// begins with a number itself.
import { isOpener } from './openers.ts';

const note = /^(?<number>\d{1,3}) (?=\p{Lu}\p{Ll}* \p{Ll})/u;
const unitsRead = 40;

/**
 * Length of the number of a note that follows a full stop at `next`, or nothing.
 * @example findNoteNumber('Il a droit. 4 Même si le nombre', 12) // 1
 */
export function findNoteNumber(block: string, next: number): number | undefined {
  if (/^\d/.test(block)) return undefined;
  const after = block.slice(next, next + unitsRead);
  const number = note.exec(after)?.groups?.['number'];
  return number !== undefined && isOpener(after.slice(number.length + 1)) ? number.length : undefined;
}
