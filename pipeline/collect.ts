// Lines of the stream form into the folder form, entities resolved over all of them.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { startFindings } from './audit/findings.ts';
import { readLedger } from './ledger/read.ts';
import { reportReview } from './ledger/summary.ts';
import { failSecond } from './read/index.ts';
import { readLines } from './read/lines.ts';
import { createReport, type RunReport } from './report.ts';
import type { KnownEntities } from './names/index.ts';
import { refuseOverwriting, type Streams } from './run.ts';
import { duplicateFinder, folderSink } from './sinks.ts';
import { messageOf, TamisError } from './text/errors.ts';
import { type DocumentLines, failedLineOf } from './write/lines.ts';
import type { DocumentLine } from './write/schema.ts';
import { documentOfLines, fromStreamLine } from './write/stream.ts';

export interface CollectOptions {
  /** Files of stream lines in the order wanted, `-` for standard input. */
  readonly inputs: readonly string[];
  readonly output: string;
  readonly known?: KnownEntities;
  /** The ledger that the lines were written with. */
  readonly review?: string;
}

// a document of 16 MiB with its sentences and records inside
const lineLimit = 512 * 2 ** 20;

/**
 * Collects lines written by `tamis dataset … --output -`. The result is the one that a single run would have given.
 *
 * @example await collect({ inputs: ['part-1.jsonl', 'part-2.jsonl'], output: 'output' }, streams)
 * @throws TamisError where a file is missing or a line is none of the stream's
 */
export async function collect({ inputs, output, known, review }: CollectOptions, streams: Streams): Promise<RunReport> {
  for (const input of inputs) {
    if (input !== '-' && !(existsSync(input) && statSync(input).isFile())) {
      throw new TamisError(
        'input.missing',
        `expected a file of stream lines at "${input}", found nothing: check the path`,
      );
    }
  }
  refuseOverwriting([...inputs, ...(review === undefined ? [] : [review])], output);
  const ledger = review === undefined ? undefined : readLedger(review);
  const sink = await folderSink(output, { known, ledger });
  const report = createReport(undefined, { inputs, output, ...(review === undefined ? {} : { review }) });
  const standing = new Set(ledger?.standing.map(({ id }) => id));
  const docs = new Set<string>();
  const findings = ledger === undefined ? undefined : startFindings(ledger);
  const findDuplicate = duplicateFinder();
  const fail = async (line: DocumentLine): Promise<void> => {
    await sink.addFailed(line);
    report.addFailed(line);
    streams.stderr.write(`failed: ${line.doc}: ${line.error ?? ''}\n`);
  };
  try {
    for (const input of inputs) {
      for await (const line of readLines(input === '-' ? streams.stdin : createReadStream(input), lineLimit)) {
        if (line.byteCount === 0) continue;
        const where = `${input === '-' ? 'standard input' : input}, line ${line.number}`;
        const lines = parse(line.bytes, line.isTooLong, where);
        checkLedger(lines, { review, standing }, where);
        if (lines.document.status === 'failed') {
          await fail(lines.document);
        } else if (docs.has(lines.document.doc)) {
          await fail(failedLineOf(failSecond(lines.document)));
        } else {
          const settled = withDuplicate(lines, findDuplicate);
          await sink.add(documentOfLines(settled), settled);
          findings?.add(settled);
          report.add(settled, 0);
        }
        docs.add(lines.document.doc);
      }
    }
    await sink.finish((fates = []) => {
      if (ledger !== undefined) report.addReview({ ...reportReview(ledger, fates), ...findings?.finish() });
      return report.finish({ read: 0, remembered: 0 });
    });
    return report.finish({ read: 0, remembered: 0 });
  } catch (thrown) {
    await sink.abandon();
    throw thrown;
  }
}

/** Decisions are neither dropped nor invented: the lines and this run must have been given the same ledger, or none. */
function checkLedger(
  { document, decisions }: DocumentLines,
  { review, standing }: { readonly review: string | undefined; readonly standing: ReadonlySet<string> },
  where: string,
): void {
  if (document.status === 'failed') return;
  const unknown = review === undefined ? undefined : decisions?.find(({ decision }) => !standing.has(decision));
  if (unknown !== undefined) {
    const message = `expected lines written with the ledger "${review ?? ''}", found decision ${unknown.decision} in ${where}, which is not in it or was taken back: write the lines again`;
    throw new TamisError('collect.review', message);
  }
  if ((decisions === undefined) === (review === undefined)) return;
  const message =
    review === undefined
      ? `expected the ledger that decisions in ${where} come from, found none: name it with --review`
      : `expected lines written with the ledger "${review}", found none of its decisions in ${where}: write the lines with --review too`;
  throw new TamisError('collect.review', message);
}

function parse(bytes: Buffer, isTooLong: boolean, where: string): DocumentLines {
  if (isTooLong)
    throw new TamisError('collect.line', `expected a line of the stream form, found one of over 512 MiB: ${where}`);
  try {
    return fromStreamLine(JSON.parse(bytes.toString()));
  } catch (thrown) {
    const message = `expected a line that "tamis dataset … --output -" wrote, found "${messageOf(thrown).slice(0, 120)}" in ${where}: write the file again`;
    throw new TamisError('collect.line', message, { cause: thrown });
  }
}

/** Texts are compared by the hash in the line, so that duplicates are found across the files. */
function withDuplicate(lines: DocumentLines, findDuplicate: ReturnType<typeof duplicateFinder>): DocumentLines {
  const { duplicate_of: _within, ...document } = lines.document;
  const { doc, sha256, text_sha256: textSha256 = sha256, notes, unread } = document;
  const isEmpty = notes.some((note) => note.code === 'read.empty');
  const first = isEmpty || textSha256 === undefined ? undefined : findDuplicate(doc, textSha256);
  if (first === undefined) return { ...lines, document };
  const { notes: _notes, unread: _unread, ...head } = document;
  return { ...lines, document: { ...head, duplicate_of: first, notes, unread } };
}
