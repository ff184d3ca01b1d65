// What a run with a ledger says about its own quality, for `run.json`.
import type { Ledger } from '../ledger/ledger.ts';
import type { DocumentLines } from '../write/lines.ts';
import { startConclusions } from './conclude.ts';
import type { Conclusion } from './conclusion.ts';
import { type Reading, startReadings } from './reading.ts';

export interface Findings {
  /** From a random sample: how precise the automatically accepted records are at least. */
  readonly conclusions: readonly Conclusion[];
  /** From documents read to their end; absent where there is none. */
  readonly reading?: Reading;
}

/**
 * Collects findings over the documents of a run.
 * @example const findings = startFindings(ledger); findings.add(lines); findings.finish().conclusions[0]?.words
 */
export function startFindings(ledger: Ledger): { add(lines: DocumentLines): void; finish(): Findings } {
  const conclusions = startConclusions(ledger);
  const readings = startReadings(ledger);
  return {
    add(lines) {
      conclusions.add(lines);
      readings.add(lines);
    },
    finish() {
      const reading = readings.finish();
      return { conclusions: conclusions.finish(), ...(reading === undefined ? {} : { reading }) };
    },
  };
}
