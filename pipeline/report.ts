// What a run says of itself: `run.json`, and the counts behind the summary. Clock, paths and machine are here alone.
import { readFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Findings } from './audit/findings.ts';
import type { Stage } from './document.ts';
import type { ReviewReport } from './ledger/summary.ts';
import type { ModelIdentity } from './ner/identity.ts';
import { packageFolder } from './text/resource.ts';
import type { DocumentLines } from './write/lines.ts';
import type { DatasetRecord, DocumentLine } from './write/schema.ts';

/** Records by their review state; the states that only people give where there are any. */
export type RecordCounts = { auto: number; pending: number } & Partial<Record<DatasetRecord['status'], number>>;

export interface RunReport {
  readonly tamis: string;
  readonly model: ModelIdentity | undefined;
  readonly settings: object;
  readonly documents: { readonly ok: number; readonly failed: number; readonly duplicates: number };
  readonly failures: readonly { readonly doc: string; readonly error: string }[];
  readonly characters: number;
  readonly words: number;
  readonly sentences: number;
  readonly records: Readonly<Partial<Record<DatasetRecord['type'], RecordCounts>>>;
  readonly notes: Readonly<Record<string, number>>;
  /** Absent without a ledger. */
  readonly review?: ReviewReport & Partial<Findings>;
  /** Documents that the model read in this run, and those whose marks were remembered. */
  readonly modelWork: { readonly read: number; readonly remembered: number };
  readonly modelNotes: readonly { readonly code: string; readonly message: string }[];
  readonly startedAt: string;
  readonly seconds: number;
  /** By stage; `ner` is the time in which documents were before the model, other stages of other documents beside it. */
  readonly stageSeconds: Readonly<Partial<Record<Stage, number>>>;
  readonly wordsPerSecond: number;
  readonly peakMemoryMiB: number;
  readonly machine: object;
}

export interface ReportBuilder {
  addStage(stage: Stage, elapsedMs: number): void;
  add(lines: DocumentLines, words: number): void;
  addFailed(line: DocumentLine): void;
  addReview(review: ReviewReport & Partial<Findings>): void;
  finish(modelWork: RunReport['modelWork'], modelNotes?: RunReport['modelNotes']): RunReport;
}

// a run over a damaged corpus should not turn its report into a second corpus
const failuresNamed = 1000;

/**
 * Starts the report of a run.
 * @example const report = createReport(engine.identity, options); report.add(lines, 420); report.finish(counters).records
 */
export function createReport(model: ModelIdentity | undefined, settings: object): ReportBuilder {
  const startedMs = Date.now();
  const documents = { ok: 0, failed: 0, duplicates: 0 };
  const failures: { doc: string; error: string }[] = [];
  const totals = { characters: 0, words: 0, sentences: 0 };
  const records: Partial<Record<DatasetRecord['type'], RecordCounts>> = {};
  let review: RunReport['review'];
  const notes: Record<string, number> = {};
  const stageMs: Partial<Record<Stage, number>> = {};
  const countNotes = (line: DocumentLine): void => {
    for (const note of line.notes) notes[note.code] = (notes[note.code] ?? 0) + 1;
  };
  return {
    addStage(stage, elapsedMs) {
      stageMs[stage] = (stageMs[stage] ?? 0) + elapsedMs;
    },
    add(lines, words) {
      documents.ok += 1;
      if (lines.document.duplicate_of !== undefined) documents.duplicates += 1;
      totals.characters += lines.document.characters ?? 0;
      totals.sentences += lines.sentences.length;
      totals.words += words;
      for (const record of lines.records) {
        records[record.type] ??= { auto: 0, pending: 0 };
        const counts = records[record.type];
        if (counts !== undefined) counts[record.status] = (counts[record.status] ?? 0) + 1;
      }
      countNotes(lines.document);
    },
    addFailed(line) {
      documents.failed += 1;
      if (failures.length < failuresNamed) failures.push({ doc: line.doc, error: line.error ?? '' });
      countNotes(line);
    },
    addReview(given) {
      review = given;
    },
    finish(modelWork, modelNotes = []) {
      const seconds = (Date.now() - startedMs) / 1000;
      const manifest = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as {
        version: string;
        dependencies: Record<string, string>;
      };
      return {
        tamis: manifest.version,
        model,
        settings,
        documents,
        failures,
        ...totals,
        records,
        notes,
        ...(review === undefined ? {} : { review }),
        modelWork,
        modelNotes,
        startedAt: new Date(startedMs).toISOString(),
        seconds: round(seconds),
        stageSeconds: Object.fromEntries(Object.entries(stageMs).map(([stage, ms]) => [stage, round(ms / 1000)])),
        wordsPerSecond: Math.round(totals.words / Math.max(seconds, 0.001)),
        peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
        machine: {
          node: process.version,
          platform: `${platform()} ${release()} ${process.arch}`,
          processor: cpus()[0]?.model ?? 'unknown',
          cores: cpus().length,
          memoryMiB: Math.round(totalmem() / 2 ** 20),
          packages: manifest.dependencies,
        },
      };
    },
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
