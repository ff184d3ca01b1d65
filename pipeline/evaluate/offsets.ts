// The law of offsets, checked on output from outside: a record that breaks it is a fault whatever gold says.
import { bySpan, contains } from '../text/span.ts';
import type { PredictedDocument } from './predicted.ts';

export interface OffsetFault {
  readonly doc: string;
  readonly reason: string;
}

/**
 * Records whose text is not the document's at their offsets, that leave their sentence, overlap or are empty; sentences likewise.
 * @param text the document as the pipeline read it
 */
export function findOffsetFaults(text: string, { doc, records, sentences }: PredictedDocument): OffsetFault[] {
  const faults: OffsetFault[] = [];
  const fail = (reason: string): void => {
    faults.push({ doc, reason });
  };
  let lastEnd = 0;
  for (const record of [...records].sort(bySpan)) {
    const where = `${record.type} ${record.start}-${record.end}`;
    const surface = text.slice(record.start, record.end);
    // where gold is a dataset without its sentences' texts there is nothing to compare with
    if (surface !== record.text && surface.trim() !== '') {
      fail(`${where}: expected "${surface}", the text at these offsets, got "${record.text}"`);
    }
    if (record.start >= record.end || record.end > text.length) fail(`${where}: empty or outside the document`);
    if (record.start < lastEnd) fail(`${where}: overlaps the record before it`);
    const [start, end] = record.sentence;
    if (!contains({ start, end }, record)) fail(`${where}: leaves its sentence ${start}-${end}`);
    lastEnd = Math.max(lastEnd, record.end);
  }
  let sentenceEnd = 0;
  for (const { start, end, text: written } of sentences) {
    const surface = text.slice(start, end);
    if (start < sentenceEnd || start >= end || end > text.length)
      fail(`sentence ${start}-${end}: empty, overlapping or outside the document`);
    if (written !== undefined && written !== surface)
      fail(`sentence ${start}-${end}: its text is not the document's at these offsets`);
    sentenceEnd = end;
  }
  return faults;
}
