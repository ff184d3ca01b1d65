// What a person reads at the end of a run.
import { join } from 'node:path';
import type { ReviewReport } from './ledger/summary.ts';
import { formatDuration } from './progress.ts';
import type { RunReport } from './report.ts';
import { decisionsName } from './write/folder.ts';

const order = ['person', 'organisation', 'country', 'place', 'figure', 'date', 'other'] as const;
const plural: Readonly<Record<(typeof order)[number], string>> = {
  person: 'people',
  organisation: 'organisations',
  country: 'countries',
  place: 'places',
  figure: 'figures',
  date: 'dates',
  other: 'other names',
};

/**
 * A short summary: documents, mentions by type, how many wait for review, where the files are.
 *
 * @example summarise(report, 'output') // '5 documents in 4 s (580 words/s; the model read 5)\n  people …'
 */
export function summarise(report: RunReport, output: string): string {
  const { ok, failed, duplicates } = report.documents;
  const { read, remembered } = report.modelWork;
  const work =
    report.model === undefined ? '' : `; the model read ${read}${remembered > 0 ? `, ${remembered} unchanged` : ''}`;
  const lines = [`${countOf(ok, 'document')} in ${formatDuration(report.seconds * 1000)}${work}`];
  for (const note of report.modelNotes) lines.push(`note on the model: ${note.message}`);
  if (failed > 0) lines.push(`${countOf(failed, 'document')} failed: see status and error in documents.jsonl`);
  if (duplicates > 0) lines.push(`${countOf(duplicates, 'document')} with the text of an earlier one (duplicate_of)`);
  if (report.review !== undefined) lines.push(...ofReview(report.review, output));
  const conclusion = report.review?.conclusions?.find(({ type, lang }) => type === 'all' && lang === 'all');
  if (conclusion !== undefined) lines.push(`${conclusion.words} (by language and type in run.json)`);
  let pending = 0;
  for (const type of order) {
    const counts = report.records[type];
    if (counts === undefined) continue;
    pending += counts.pending;
    const waiting = counts.pending > 0 ? `  ${counts.pending} to review` : '';
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    lines.push(`  ${plural[type].padEnd(14)}${String(total).padStart(6)}${waiting}`);
  }
  if (output === '-') return `${lines.join('\n')}\n`;
  lines.push(
    '',
    `Results: ${join(output, 'dataset.jsonl')} (one line a mention), and beside it documents, sentences and entities.`,
  );
  if (pending > 0)
    lines.push(`Look next at the ${countOf(pending, 'record')} with "status":"pending": they wait for a person.`);
  return `${lines.join('\n')}\n`;
}

/** What became of the decisions: those without effect are named, so that none goes missing unseen. */
function ofReview({ fates, notes }: ReviewReport, output: string): string[] {
  const applied = (fates.applied ?? 0) + (fates.moved ?? 0);
  const others = (['contradicted', 'orphaned'] as const).flatMap((fate) => {
    const count = fates[fate] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${fate}`];
  });
  const where = output === '-' ? 'the key decisions of each line' : join(output, decisionsName);
  const counts = [`${countOf(applied, 'decision')} applied`, ...others].join(', ');
  return [...notes.map((note) => `note: ${note}`), `${counts}: see ${where}`];
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
