// Reads a gold document in the markup of the guideline: the text without marks, and every mark at its offsets.
// A fault is never repaired: gold that can be read in two ways is no gold.
import { type MarkFields, type MarkType, markTypes, readFields } from './marks.ts';
import { TamisError } from '../text/errors.ts';

/** One mark of a gold document; offsets in the text without marks, in UTF-16 units. */
export interface Mark extends MarkFields {
  readonly type: MarkType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Line of the gold file, from 1. */
  readonly line: number;
}

export interface MarkupFault {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** The stretch of the line that is at fault. */
  readonly near: string;
}

/** Gold that cannot be read; the message names every fault by file, line and reason. */
export class GoldError extends TamisError {
  readonly faults: readonly MarkupFault[];

  constructor(faults: readonly MarkupFault[]) {
    const lines = faults.map(
      ({ file, line, reason, near }) => `${file}:${line}: ${reason}${near === '' ? '' : ` in ${near}`}`,
    );
    super(
      'gold.refused',
      `expected gold in the markup of the annotation guideline, got ${faults.length} fault(s); correct them:\n${lines.join('\n')}`,
    );
    this.name = 'GoldError';
    this.faults = faults;
  }
}

/**
 * Parses one gold document. A BOM at the beginning is dropped, as the pipeline drops it.
 *
 * @example parseMarkup("l'[[ORG|ONU]]", 'a.fr.txt').marks[0] // { type: 'ORG', start: 2, end: 5, text: 'ONU', line: 1 }
 * @param raw text of the gold file
 * @param file its name, for the faults
 * @returns text, marks in order and faults; the marks are complete only where there are no faults
 */
export function parseMarkup(raw: string, file: string): { text: string; marks: Mark[]; faults: MarkupFault[] } {
  const marks: Mark[] = [];
  const faults: MarkupFault[] = [];
  const pieces: string[] = [];
  let length = 0;
  // the end of a mark that was left open on an earlier line is the same fault, not a second one
  let isLeftOpen = false;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const lines = (raw.startsWith('\uFEFF') ? raw.slice(1) : raw).split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) add('\n');
    const fail = (reason: string, near: string): void => {
      faults.push({ file, line: index + 1, reason, near: near.length > 80 ? `${near.slice(0, 79)}…` : near });
    };
    let at = 0;
    // of three opening brackets the first is text: "([[[PER|Drake]]]" quotes a bracketed name
    for (const bracket of line.matchAll(/\[\[(?!\[(?!\[))|\]\]/g)) {
      if (bracket.index < at) continue;
      add(line.slice(at, bracket.index));
      at = bracket.index + 2;
      if (bracket[0] === ']]') {
        if (isLeftOpen) isLeftOpen = false;
        else fail('a mark ends that did not begin on this line', line.slice(Math.max(0, bracket.index - 30), at));
        continue;
      }
      const close = line.indexOf(']]', at);
      const open = line.indexOf('[[', at);
      if (close < 0) {
        fail('mark crosses a line break or is not closed', line.slice(bracket.index, bracket.index + 60));
        isLeftOpen = true;
        at = line.length;
        break;
      }
      if (open >= 0 && open < close) {
        fail('marks nest', line.slice(bracket.index, close + 2));
        at = Math.max(close + 2, line.indexOf(']]', close + 2) + 2);
        continue;
      }
      const near = line.slice(bracket.index, close + 2);
      const [type = '', surface, ...extra] = line.slice(at, close).split('|');
      at = close + 2;
      const fields = readMark(type, surface, extra);
      if (typeof fields === 'string') fail(fields, near);
      else if (surface !== undefined && isMarkType(type)) {
        marks.push({ type, start: length, end: length + surface.length, text: surface, line: index + 1, ...fields });
      }
      add(surface ?? '');
    }
    add(line.slice(at));
  }
  return { text: pieces.join(''), marks, faults };
}

function isMarkType(type: string): type is MarkType {
  return markTypes.some((known) => known === type);
}

function readMark(type: string, surface: string | undefined, extra: readonly string[]): MarkFields | string {
  if (!isMarkType(type)) return `unknown type "${type}": expected one of ${markTypes.join(' ')}`;
  if (surface === undefined || surface === '') return 'missing field: the mark has no surface';
  if (/[[\]\r]/.test(surface)) return 'bracket or line break in the surface';
  if (surface !== surface.trim()) return 'blank at the edge of the surface';
  return readFields(type, extra);
}
