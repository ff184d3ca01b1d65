// How often a proposal was right, as counted on the development part: that is a lead's score, and what decides whether
// a person is shown it at all.
import { readTable } from '../text/resource.ts';
import type { Proposal } from './proposal.ts';

interface Row {
  readonly from: number;
  readonly share: number;
}

const rows = new Map<string, Row[]>();
for (const { reason, shape, from, leads, right } of readTable('leads/data/scores.tsv')) {
  const key = `${reason} ${shape}`;
  rows.set(key, [...(rows.get(key) ?? []), { from: Number(from), share: smoothed(Number(right), Number(leads)) }]);
}

/** Half a right one in two is added: a row of few cases says little. */
function smoothed(right: number, leads: number): number {
  return (right + 0.5) / (leads + 2);
}

/**
 * Name of the row of `data/scores.tsv` that a proposal belongs to.
 * @example rowOf({ reason: 'near-miss', shape: 'capital', doubt: 0.4, … }) // 'near-miss capital 0.2'
 */
export function rowOf({ reason, shape, doubt }: Proposal): string {
  const row = findRow(`${reason} ${shape}`, doubt);
  return `${reason} ${shape} ${row?.from ?? 0}`;
}

/**
 * Measured share of such proposals under which something was missing; 0 for a shape that was never seen.
 * @example shareOf({ reason: 'near-miss', shape: 'capital', doubt: 0.4, … }) // 0.73
 */
export function shareOf({ reason, shape, doubt }: Proposal): number {
  return findRow(`${reason} ${shape}`, doubt)?.share ?? 0;
}

function findRow(key: string, doubt: number): Row | undefined {
  return rows.get(key)?.findLast(({ from }) => doubt >= from);
}
