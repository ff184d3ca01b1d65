// Requests that cannot be met, and why.
import type { Decided } from '../ledger/schema.ts';
import type { ReviewDocument } from './load.ts';
import type { Fault, Refusal } from './messages.ts';
import type { Slot } from './slots.ts';
import { findFault } from './target.ts';

const expected: Readonly<Record<Fault, string>> = {
  span: 'a stretch of the text without a space at its edge',
  sentence: 'a stretch within one sentence',
  code: 'the code of a country',
  value: 'a value that fits the figure',
  edtf: 'a date of the calendar in EDTF',
};

/** A request that cannot be met; the page shows why. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(code: Refusal['code'], message: string, more: Pick<Refusal, 'card' | 'fault'> = {}) {
    super(message);
    this.name = 'RefusedError';
    this.refusal = { code, message, ...more };
  }
}

/** Refuses a record that a run could not put in. */
export function refuseFault(record: Decided, document: ReviewDocument): void {
  const fault = findFault(record, document);
  if (fault !== undefined) throw new RefusedError('invalid', `expected ${expected[fault]}, found another`, { fault });
}

/** A country whose code is undecided cannot be right as shown: it has none. */
export function refuseOpen(slot: Slot): void {
  if (isOpenCountry(slot)) throw new RefusedError('invalid', 'expected a choice of country, found none');
}

/** Whether the country is still to be chosen. */
export function isOpenCountry({ base }: Slot): boolean {
  return base.type === 'country' && base.code === undefined;
}
