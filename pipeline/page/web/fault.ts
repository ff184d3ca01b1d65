// What a record still lacks, told while it is edited; the server has the last word.
import type { Decided } from '../../ledger/schema.ts';

const point = '(?:\\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?';
const edtfPattern = new RegExp(
  `^(?:${point}(?:/${point})?|\\{${point}(?:,${point})+\\}|\\d{4}-2[1-4]|\\d{3}X|\\d{2}XX)$`,
  'u',
);

/** What a record lacks, as the server will see it. */
export function faultOf(record: Decided): 'faultSpan' | 'faultCode' | 'faultValue' | 'faultEdtf' | undefined {
  if (record.text === '' || record.text.trim() !== record.text || record.text.includes('\n')) return 'faultSpan';
  if (record.type === 'country' && record.code === undefined) return 'faultCode';
  if (record.type === 'date' && !(edtfPattern.test(record.edtf ?? '') && record.edtf !== 'XXXX')) return 'faultEdtf';
  if (record.type !== 'figure') return undefined;
  const isRange = record.qualifier === 'range';
  const { min, max, value } = record;
  const isWhole = isRange ? min !== undefined && max !== undefined && min <= max : value !== undefined;
  return isWhole && record.kind !== undefined && record.qualifier !== undefined ? undefined : 'faultValue';
}
