// The regression report for a terminal: the verdict, the figures, then every change by its likely cause.
import type { Change } from './changes.ts';
import { readRecord } from './errors.ts';
import type { LabelledRecord } from './judge.ts';
import { type Regression, significanceLevel } from './regression.ts';
import { formatReading } from './table.ts';
import type { Verdict } from './verdict.ts';

/**
 * The report as text.
 * @param changeLimit changes shown a cause; 0 shows all
 */
export function formatRegression({ failures, cells, changes, sentences, added }: Regression, changeLimit = 0): string {
  const parts: string[] = [];
  const shown = changes.filter(({ kinds }) => !kinds.includes('score'));
  const scores = changes.length - shown.length;
  parts.push(
    `${shown.length} records changed: ${['better', 'worse', 'unknown']
      .map((verdict) => `${shown.filter((change) => change.verdict === verdict).length} ${verdict}`)
      .join(', ')}; ${scores} scores moved by more than 0.02`,
  );
  if (sentences.language + sentences.boundary > 0) {
    parts.push(`sentences: ${sentences.boundary} cut otherwise, ${sentences.language} of another language`);
  }
  if (added.length > 0) parts.push(`not in the baseline: ${added.join(', ')}`);
  parts.push(...formatCauses(shown, changeLimit));
  const moved = cells.filter(({ before, after }) => before !== after);
  if (moved.length > 0) {
    parts.push('', `F1 before and after (a drop fails where p < ${significanceLevel}, one-sided)`);
    for (const { lang, row, measure, before, after, p, test } of moved) {
      const title = `${lang} ${row} (${measure})`.padEnd(32);
      parts.push(
        `  ${title}${(before?.toFixed(4) ?? '-').padStart(7)} → ${(after?.toFixed(4) ?? '-').padEnd(7)}  p ${p.toFixed(4)}  ${test}`,
      );
    }
  }
  parts.push('', failures.length === 0 ? 'The gate holds.' : `The gate fails: ${failures.length} reason(s)`);
  for (const { cause, message } of failures) parts.push(`  ${cause.toUpperCase()} ${message}`);
  return `${parts.join('\n')}\n`;
}

// what a maintainer must look at comes first
const verdictOrder: readonly Verdict[] = ['worse', 'better', 'unknown'];

function formatCauses(changes: readonly Change[], changeLimit: number): string[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.cause);
    if (group === undefined) groups.set(change.cause, [change]);
    else group.push(change);
  }
  return [...groups]
    .sort((left, right) => right[1].length - left[1].length)
    .flatMap(([cause, members]) => {
      const ordered = verdictOrder.flatMap((verdict) => members.filter((change) => change.verdict === verdict));
      const listed = changeLimit === 0 ? ordered : ordered.slice(0, changeLimit);
      const more = members.length - listed.length;
      return [
        '',
        `${cause}: ${members.length}`,
        ...listed.map(formatChange),
        ...(more > 0 ? [`  … and ${more} more`] : []),
      ];
    });
}

/** One change on two lines: verdict, what changed, both readings; then the sentence. */
export function formatChange({ doc, kinds, verdict, before, after, sentence }: Change): string {
  // a method that both sides share is the heading already
  const isShared = before?.method === after?.method;
  const sides = [before, after].map((record) => (record === undefined ? 'nothing' : readingOf(record, isShared)));
  return `  ${verdict.padEnd(7)} ${kinds.join(', ')} ${doc}: ${sides.join(' → ')}\n            ${sentence}`;
}

function readingOf(record: LabelledRecord, isShared: boolean): string {
  const { label, text, value, method } = readRecord(record);
  return formatReading({ label, text, value, method: isShared ? undefined : method });
}
