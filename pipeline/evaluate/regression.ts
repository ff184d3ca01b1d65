// Compares a new output with the accepted one under gold: what changed, what dropped, and whether the gate holds.
import { type Baseline, fingerprintOf } from './baseline.ts';
import { type Change, type ChangeKind, listChanges } from './changes.ts';
import type { Gold, GoldDocument } from './gold.ts';
import { type RowRule, rowRules, tallyDocument } from './judge.ts';
import { findOffsetFaults } from './offsets.ts';
import { pairDocuments } from './pairing.ts';
import type { PredictedDocument } from './predicted.ts';
import { type DropTest, testDrop } from './significance.ts';
import { surroundingsOf } from './surroundings.ts';
import { cellKey, noCounts, type Tally } from './tally.ts';
import { countTurned } from './turned.ts';
import type { Verdict } from './verdict.ts';

/** A drop fails the gate where chance would make one as large less often than this. */
export const significanceLevel = 0.05;

export interface GateFailure {
  readonly cause: 'gold' | 'lost' | 'offsets' | 'drop' | 'baseline';
  readonly message: string;
}

/** One language and type: F1 before and after. */
export interface Cell extends DropTest {
  readonly lang: string;
  readonly row: string;
  readonly measure: string;
  /** Likely causes of what turned worse in the cell, the most frequent first. */
  readonly causes: readonly string[];
}

export interface Regression {
  readonly failures: readonly GateFailure[];
  readonly cells: readonly Cell[];
  readonly changes: readonly Change[];
  /** Sentences whose language or boundaries changed. */
  readonly sentences: { readonly language: number; readonly boundary: number };
  /** Documents that the baseline does not have. */
  readonly added: readonly string[];
}

interface Judged {
  readonly gold: GoldDocument;
  readonly before: PredictedDocument;
  readonly after: PredictedDocument;
  readonly tallies: { readonly before: Tally; readonly after: Tally };
}

/** Cells that guard more than spans and values. */
const furtherCells: readonly (readonly [string, string])[] = [
  ['names', 'name'],
  ['links', 'pairs'],
  ['sentence', 'language'],
  ['sentence', 'spans'],
];

/**
 * Compares `output` with the baseline. Nothing is read or written.
 */
export function compareWithBaseline(
  gold: Gold,
  baseline: Baseline,
  output: readonly PredictedDocument[],
  curatedNames?: ReadonlySet<string>,
): Regression {
  const failures: GateFailure[] = findGoldChanges(gold.documents, baseline);
  const known = pairDocuments(gold.documents, baseline.documents);
  const now = pairDocuments(gold.documents, output);
  for (const { doc, reason } of now.lost) failures.push({ cause: 'lost', message: `${doc}: ${reason}` });
  const goldNames = new Set(gold.documents.map((document) => document.doc));
  for (const doc of baseline.gold.keys()) {
    if (!goldNames.has(doc)) failures.push({ cause: 'lost', message: `${doc}: no longer in the gold folder` });
  }
  const judged: Judged[] = [];
  const added: string[] = [];
  const changes: Change[] = [];
  const sentences = { language: 0, boundary: 0 };
  for (const [index, { gold: document, found: after }] of now.pairs.entries()) {
    if (after === undefined) continue;
    for (const { doc, reason } of findOffsetFaults(document.text, after)) {
      failures.push({ cause: 'offsets', message: `${doc}: ${reason}` });
    }
    const before = known.pairs[index]?.found;
    if (before === undefined) {
      // gold of a changed text has an old state too, but not one to compare with
      if (!baseline.gold.has(document.doc)) added.push(document.doc);
      continue;
    }
    const around = surroundingsOf(document, after, curatedNames);
    const view = { mentions: document.mentions, around };
    changes.push(...listChanges(before, after, document.lang, document.text, view));
    countSentenceChanges(before, after, sentences);
    judged.push({
      gold: document,
      before,
      after,
      tallies: { before: tallyDocument(document, before, around), after: tallyDocument(document, after, around) },
    });
  }
  const cells = judgeCells(judged, changes);
  for (const cell of cells) {
    if (cell.p < significanceLevel) failures.push({ cause: 'drop', message: describeDrop(cell) });
  }
  return { failures, cells, changes, sentences, added };
}

/** Gold that differs from what the baseline was accepted under: the figures before and after are not of one gold. */
function findGoldChanges(gold: readonly GoldDocument[], baseline: Baseline): GateFailure[] {
  return gold.flatMap((document) => {
    const old = baseline.gold.get(document.doc);
    const now = fingerprintOf(document);
    if (old === undefined || (old.text === now.text && old.marks === now.marks)) return [];
    const what = old.text === now.text ? 'its marks differ' : 'its text differs';
    return [
      { cause: 'gold' as const, message: `${document.doc}: ${what} from the gold of the baseline; accept it if meant` },
    ];
  });
}

function countSentenceChanges(
  before: PredictedDocument,
  after: PredictedDocument,
  counts: { language: number; boundary: number },
): void {
  const old = new Map(before.sentences.map(({ start, end, lang }) => [`${start}-${end}`, lang]));
  for (const { start, end, lang } of after.sentences) {
    const known = old.get(`${start}-${end}`);
    if (known === undefined) counts.boundary += 1;
    else if (known !== lang) counts.language += 1;
  }
}

function judgeCells(judged: readonly Judged[], changes: readonly Change[]): Cell[] {
  const cells: Cell[] = [];
  for (const lang of [...new Set(judged.map(({ gold }) => gold.lang))].sort()) {
    const members = judged.filter(({ gold }) => gold.lang === lang);
    const paired = (key: string) =>
      members.map(({ tallies }) => ({
        before: tallies.before.get(key) ?? noCounts,
        after: tallies.after.get(key) ?? noCounts,
      }));
    for (const rule of rowRules) {
      const test = testDrop(paired(cellKey(rule.row, rule.measure)), () => sumTurned(rule, members));
      const worse = changes.filter(
        ({ lang: language, verdict, before, after }) =>
          language === lang &&
          verdict === 'worse' &&
          [before, after].some((record) => record !== undefined && rule.isFound(record)),
      );
      cells.push({ lang, row: rule.row, measure: rule.measure, ...test, causes: rankCauses(worse) });
    }
    for (const [row, measure] of furtherCells) {
      const counts = paired(cellKey(row, measure));
      // sentences are not records: only the test over documents guards them
      const kind = row === 'links' ? 'link' : 'name';
      const test = testDrop(counts, () => countVerdicts(row === 'sentence' ? [] : changes, lang, kind));
      const cause = row === 'sentence' ? (measure === 'language' ? 'language' : 'sentence') : 'linking';
      if (test.before !== null) cells.push({ lang, row, measure, ...test, causes: [cause] });
    }
  }
  return cells;
}

function sumTurned(rule: RowRule, members: readonly Judged[]): { worse: number; better: number } {
  const sum = { worse: 0, better: 0 };
  for (const { gold, before, after } of members) {
    const { worse, better } = countTurned(rule, gold, before, after, surroundingsOf(gold, after));
    sum.worse += worse;
    sum.better += better;
  }
  return sum;
}

/** Changes of names or links that gold calls worse and better. */
function countVerdicts(changes: readonly Change[], lang: string, kind: ChangeKind): { worse: number; better: number } {
  const members = changes.filter((change) => change.lang === lang && change.kinds.includes(kind));
  const count = (verdict: Verdict): number => members.filter((change) => change.verdict === verdict).length;
  return { worse: count('worse'), better: count('better') };
}

function rankCauses(changes: readonly Change[]): string[] {
  const counts = new Map<string, number>();
  for (const { cause } of changes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1]).map(([cause, count]) => `${cause} (${count})`);
}

function describeDrop({ lang, row, measure, before, after, p, test, causes }: Cell): string {
  const from = before?.toFixed(4) ?? '-';
  const to = after?.toFixed(4) ?? '-';
  const cause = causes.length === 0 ? 'unknown' : causes.slice(0, 3).join(', ');
  return `${row} (${measure}), ${lang}: F1 ${from} → ${to}, p = ${p.toFixed(4)}, ${test}; likely cause: ${cause}`;
}
