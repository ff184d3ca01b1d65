// The quick test lets nothing pass that the schema does not, and everything that a review writes.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { quickTest } from '../../pipeline/ledger/quick.ts';
import { type Decision, decisionSchema, type EntityReference } from '../../pipeline/ledger/schema.ts';
import { accept, add, complete, correct, nextId, recordOf, reject, targetOf, undo, unsure } from './support.ts';

const isSurelyDecision = quickTest(z.toJSONSchema(decisionSchema));
const text = 'Amina Diallo a livré 1 200 tonnes de blé au Maroc le 3 mai 2021.';
const person = recordOf(text, 'Amina Diallo', { type: 'person', name: 'Amina Diallo' });
const figure = recordOf(text, '1 200', { type: 'figure', value: 1200, fraction: [1, 3], unit: 'tonnes' });
const shown = { ...person, id: 'a'.repeat(16), score: 0.8, candidates: [{ value: 'x', reason: 'y' }] };
const target = targetOf(text, { shown, record: figure });
const entity: EntityReference = { entity: 'person-1', type: 'person', name: 'Amina', names: ['Amina'] };
const head = { v: 1, by: 'tester', at: '2024-02-29T10:11:12.5Z', seconds: 1.5, mode: 'audit', rules: '1' } as const;
const decisions: readonly Decision[] = [
  accept(target),
  reject(target),
  correct(target),
  add(target),
  unsure(target),
  complete(text, 3),
  undo(accept(target)),
  { ...accept(target), ...head, id: nextId(), model: { name: 'm', version: '1', hash: 'h' } },
  { v: 1, id: nextId(), by: 'tester', action: 'merge', entities: [entity, entity], name: 'x' },
  { v: 1, id: nextId(), by: 'tester', action: 'distinct', entities: [entity, entity] },
  { v: 1, id: nextId(), by: 'tester', action: 'split', entity, targets: [target], discriminator: 'x' },
  { v: 1, id: nextId(), by: 'tester', action: 'rename', entity, name: 'x' },
];

it('lets every action pass', () => {
  for (const decision of decisions) {
    expect(decisionSchema.safeParse(decision).success, decision.action).toBe(true);
    expect(isSurelyDecision(decision), decision.action).toBe(true);
  }
});

const odd = fc.constantFrom<unknown>(
  null,
  '',
  'x',
  'a'.repeat(16),
  'A'.repeat(64),
  'MA',
  'ma',
  '2024-02-30T10:00:00Z',
  'undo',
  'person',
  'auto',

  0,
  -1,
  0.5,
  1,
  2,
  2 ** 53,
  Number.POSITIVE_INFINITY,
  true,
  false,
  [],
  {},
  [1],
  [1, 2],
  [1, 2, 3],
  ['x'],
  '\u{1F600}',
);

/** Replaces, removes or adds a value somewhere within another. */
function change(value: unknown, path: readonly number[], by: { kind: number; other: unknown }): unknown {
  if (typeof value !== 'object' || value === null) return by.other;
  const entries: [string, unknown][] = Object.entries(value);
  const [at = 0, ...rest] = path;
  const place = entries.length === 0 ? 0 : at % entries.length;
  const [key = 'extra', inner] = entries[place] ?? [];
  const isHere = rest.length === 0 || typeof inner !== 'object' || inner === null;
  if (isHere && by.kind === 0) entries.splice(place, 1);
  else if (isHere && by.kind === 1) entries.push(['extra', by.other]);
  else entries[place] = [key, isHere ? by.other : change(inner, rest, by)];
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

it('lets nothing pass that the schema refuses, and changes nothing', () => {
  const changes = fc.array(fc.record({ path: fc.array(fc.nat(12), { maxLength: 5 }), kind: fc.nat(3), other: odd }), {
    minLength: 1,
    maxLength: 2,
  });
  let passed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...decisions), changes, (decision, steps) => {
      const changed = steps.reduce<unknown>((value, { path, ...by }) => change(value, path, by), decision);
      if (!isSurelyDecision(changed)) return;
      passed += 1;
      expect(decisionSchema.parse(changed)).toEqual(changed);
    }),
    { numRuns: 3000 },
  );
  expect(passed).toBeGreaterThan(50);
});

it('never lets pass what it does not know', () => {
  expect(quickTest({ type: 'string', contentEncoding: 'base64' })('')).toBe(false);
  expect(quickTest({ type: 'object', properties: {} })({})).toBe(false);
  expect(quickTest(true)(1)).toBe(false);
  expect(quickTest(z.toJSONSchema(z.strictObject({ a: z.string() })))(JSON.parse('{"a":"x","__proto__":1}'))).toBe(
    false,
  );
});
