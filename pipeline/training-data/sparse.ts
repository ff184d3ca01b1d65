// What is certain in a document that was not read to its end: sentences whose records were all decided, and single decisions.
import { findLastStarting, overlaps, type Span } from '../text/span.ts';
import type { DocumentLines } from '../write/lines.ts';
import type { DatasetRecord } from '../write/schema.ts';
import type { SparseLine } from './schema.ts';

interface Part {
  readonly decided: DatasetRecord[];
  readonly undecided: Span[];
  readonly rejected: Span[];
  readonly leads: Span[];
}

/**
 * The lines of a partly reviewed document.
 *
 * @example sparseLines(text, lines, rejectedIn(ledger, 'a.txt', text))[0]?.kind // 'sentence'
 * @param rejected where people said that there is nothing
 */
export function sparseLines(
  text: string,
  { document, sentences, records, leads }: DocumentLines,
  rejected: readonly Span[],
): SparseLine[] {
  const parts = sentences.map((): Part => ({ decided: [], undecided: [], rejected: [], leads: [] }));
  const partOf = ({ start }: Span): Part | undefined => parts[findLastStarting(sentences, start)];
  for (const record of records) {
    if (isDecided(record)) partOf(record)?.decided.push(record);
    else partOf(record)?.undecided.push({ start: record.start, end: record.end });
  }
  for (const lead of leads) partOf(lead)?.leads.push({ start: lead.start, end: lead.end });
  for (const span of rejected) {
    const part = partOf(span);
    // something else may have been put where the rejected record was
    if (part !== undefined && ![...part.decided, ...part.undecided].some((record) => overlaps(record, span)))
      part.rejected.push(span);
  }
  return sentences.flatMap(({ start, end, lang }, index) => {
    const part = parts[index];
    if (part === undefined || part.decided.length + part.rejected.length === 0) return [];
    const isWhole = part.undecided.length === 0;
    return [
      {
        doc: document.doc,
        text_sha256: document.text_sha256 ?? document.sha256 ?? '',
        kind: isWhole ? 'sentence' : 'decision',
        lang,
        start,
        end,
        text: text.slice(start, end),
        records: part.decided,
        rejected: part.rejected.map(toPair),
        open: (isWhole ? part.leads : between({ start, end }, [...part.decided, ...part.rejected])).map(toPair),
      },
    ];
  });
}

/** Whether a person stands behind a record. */
export function isDecided({ status }: DatasetRecord): boolean {
  return status === 'accepted' || status === 'corrected' || status === 'added';
}

/** What lies between the given spans, in whole. */
function between(whole: Span, spans: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = whole.start;
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < whole.end) gaps.push({ start: at, end: whole.end });
  return gaps;
}

function toPair({ start, end }: Span): [number, number] {
  return [start, end];
}
