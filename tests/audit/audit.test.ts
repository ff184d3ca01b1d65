import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerBound, moreFor } from '../../pipeline/audit/bound.ts';
import { concludeAll } from '../../pipeline/audit/conclude.ts';
import { auditOrder, auditRounds } from '../../pipeline/audit/order.ts';
import { startReadings } from '../../pipeline/audit/reading.ts';
import { createLedger } from '../../pipeline/ledger/ledger.ts';
import type { Decision } from '../../pipeline/ledger/schema.ts';
import type { DocumentLines } from '../../pipeline/write/lines.ts';
import type { DatasetRecord } from '../../pipeline/write/schema.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hex = (text: string): string => sha256(text).slice(0, 16);

/** A document of one sentence with `count` records of a type; ids and hash follow from its name. */
function linesOf(
  doc: string,
  type: 'person' | 'figure',
  lang: 'fr' | 'en',
  count: number,
  review = 'none',
): DocumentLines {
  const records = Array.from({ length: count }, (_, index) => ({
    id: hex(`${doc} ${index}`),
    doc,
    lang,
    type,
    text: 'x',
    start: index * 2,
    end: index * 2 + 1,
    sentence: [0, count * 2],
    score: 0.99,
    method: 'rule:test',
    status: 'auto',
  })) as unknown as DatasetRecord[]; // typed keys play no part here
  return {
    document: {
      doc,
      source: doc,
      sha256: sha256(doc),
      lang,
      review: review as 'none',
      status: 'ok',
      notes: [],
      unread: [],
    },
    sentences: [{ doc, start: 0, end: count * 2, lang, margin: 1 }],
    records,
    leads: [],
  };
}

let serial = 0;
function decide(
  record: DatasetRecord,
  action: 'accept' | 'reject' | 'unsure',
  status: 'auto' | 'pending' | 'corrected' = 'auto',
): Decision {
  serial += 1;
  const { id, doc, type, text, start, end } = record;
  return {
    v: 1,
    id: hex(`decision ${serial}`),
    by: 'tests',
    mode: 'audit',
    action,
    targets: [
      {
        doc,
        text_sha256: sha256(doc),
        before: '',
        after: '',
        shown: { id, type, text, start, end, status, score: 0.99 },
      },
    ],
  };
}

const undo = (decision: Decision): Decision => {
  serial += 1;
  return { v: 1, id: hex(`decision ${serial}`), by: 'tests', action: 'undo', undoes: decision.id };
};

describe('the bound', () => {
  // right, total, confidence → the value, by exact fractions
  test.each([
    [1, 1, 0.95, 0.05],
    [9, 10, 0.95, 0.6058367],
    [5, 20, 0.95, 0.10408084],
    [59, 59, 0.95, 0.95049239],
    [110, 112, 0.95, 0.94485594],
    [112, 112, 0.95, 0.97360694],
    [81, 263, 0.975, 0.25273675],
    [190, 200, 0.95, 0.91666485],
    [1, 50, 0.95, 0.00102534],
    [0, 10, 0.95, 0],
  ])('%i right of %i at %f', (right, total, confidence, expected) => {
    expect(lowerBound(right, total, confidence)).toBeCloseTo(expected, 7);
  });

  test('of a hundred thousand records it is still a number', () => {
    expect(lowerBound(100_000, 100_000)).toBeCloseTo(0.05 ** (1 / 100_000), 9);
    expect(lowerBound(50_000, 100_000)).toBeGreaterThan(0.49);
    expect(lowerBound(50_000, 100_000)).toBeLessThan(0.5);
  });

  test('more right ones raise it, a wrong one lowers it, and it lies below the share seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (total, wrong) => {
        const right = Math.max(0, total - wrong);
        const bound = lowerBound(right, total);
        expect(bound).toBeLessThanOrEqual(right / total);
        expect(lowerBound(right + 1, total + 1)).toBeGreaterThan(bound);
        expect(lowerBound(right, total + 1)).toBeLessThanOrEqual(bound);
      }),
    );
  });

  test('the number of right decisions to the next step is the smallest that reaches it', () => {
    expect(moreFor(0.95, 0, 0)).toBe(59);
    expect(moreFor(0.98, 112, 112)).toBe(37);
    fc.assert(
      fc.property(
        fc.constantFrom(0.9, 0.95, 0.97),
        fc.integer({ min: 1, max: 200 }),
        fc.nat(5),
        (step, total, wrong) => {
          const right = Math.max(0, total - wrong);
          const more = moreFor(step, right, total);
          expect(lowerBound(right + more, total + more)).toBeGreaterThanOrEqual(step);
          expect(more === 0 || lowerBound(right + more - 1, total + more - 1) < step).toBe(true);
        },
      ),
    );
  });

  test('it holds in nineteen of twenty samples', () => {
    // a fixed sequence of draws: 400 samples of 80 from records of which 93 in 100 are right
    let state = 7;
    const draw = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const held = Array.from({ length: 400 }, () => {
      const right = Array.from({ length: 80 }, draw).filter((value) => value < 0.93).length;
      return lowerBound(right, 80) <= 0.93;
    }).filter(Boolean).length;
    expect(held).toBeGreaterThanOrEqual(375);
  });
});

describe('the order', () => {
  test('does not depend on the order or the company of the records', () => {
    const { records } = linesOf('a.txt', 'person', 'fr', 40);
    const order = auditOrder(records).map(({ id }) => id);
    expect(auditOrder([...records].reverse()).map(({ id }) => id)).toEqual(order);
    const some = records.filter((_, index) => index % 3 === 0);
    const kept = new Set(some.map(({ id }) => id));
    expect(auditOrder(some).map(({ id }) => id)).toEqual(order.filter((id) => kept.has(id)));
    expect(order).not.toEqual(records.map(({ id }) => id));
  });

  test('rounds take turns between languages and types, each in the same order', () => {
    const persons = linesOf('a.txt', 'person', 'fr', 30).records;
    const figures = linesOf('b.txt', 'figure', 'en', 5).records;
    const rounds = auditRounds([...persons, ...figures], 12);
    expect(rounds).toHaveLength(17);
    expect(new Set(rounds.slice(0, 10).map(({ type }) => type)).size).toBe(2);
    expect(rounds.slice(0, 10).filter(({ type }) => type === 'figure')).toHaveLength(5);
    const personsOnly = rounds.filter(({ type }) => type === 'person').map(({ id }) => id);
    expect(personsOnly).toEqual(
      auditOrder(persons)
        .slice(0, 12)
        .map(({ id }) => id),
    );
  });

  test('a corrected record keeps its place', () => {
    const { records } = linesOf('a.txt', 'person', 'fr', 10);
    const order = auditOrder(records).map(({ id }) => id);
    const corrected = records.map((record, index) => ({ doc: record.doc, id: hex(`new ${index}`), was: record.id }));
    expect(auditOrder(corrected).map(({ was }) => was)).toEqual(order);
  });
});

describe('conclusions', () => {
  const lines = linesOf('a.txt', 'person', 'fr', 150);
  const order = auditOrder(lines.records);
  const of = (decisions: readonly Decision[], documents = [lines]) => concludeAll(documents, createLedger(decisions));
  const personsIn = (decisions: readonly Decision[], documents = [lines]) =>
    of(decisions, documents).find(({ type, lang }) => type === 'person' && lang === 'fr');

  test('are worded for people, with the way to the next step', () => {
    const decisions = order.slice(0, 112).map((record) => decide(record, 'accept'));
    expect(personsIn(decisions)).toEqual({
      type: 'person',
      lang: 'fr',
      n: 112,
      right: 112,
      precision: 0.9736,
      confidence: 0.95,
      next: { precision: 0.98, more: 37 },
      left: 38,
      words: 'persons, French: precision ≥ 97 % at 95 % confidence, n = 112',
    });
    expect(of(decisions).map(({ type, lang }) => `${type} ${lang}`)).toEqual([
      'all all',
      'all fr',
      'person all',
      'person fr',
    ]);
  });

  test('nothing is concluded from nothing', () => {
    expect(of([])).toEqual([]);
  });

  test('a rejection, a correction and "not sure" are none of the right ones', () => {
    const [first, second, third] = order;
    if (first === undefined || second === undefined || third === undefined) throw new Error('expected three records');
    expect(personsIn([decide(first, 'accept'), decide(second, 'reject'), decide(third, 'unsure')])).toMatchObject({
      n: 3,
      right: 1,
    });
  });

  test('the sample ends before the first record that nobody has decided on', () => {
    const chosen = order.filter((_, index) => index !== 4).map((record) => decide(record, 'accept'));
    expect(personsIn(chosen)).toMatchObject({ n: 4, left: 1 });
  });

  test('what is undone does not count, and the last word does', () => {
    const [first, second] = order;
    if (first === undefined || second === undefined) throw new Error('expected two records');
    const accepted = decide(first, 'accept');
    expect(personsIn([accepted, undo(accepted)])).toBeUndefined();
    expect(personsIn([decide(first, 'accept'), decide(first, 'reject')])).toMatchObject({ n: 1, right: 0 });
    // to agree with a correction is not to find right what was corrected
    expect(personsIn([decide(first, 'reject'), decide(first, 'accept', 'corrected')])).toMatchObject({
      n: 1,
      right: 0,
    });
  });

  test('records accepted many at a time are no part of it, and do not end it', () => {
    const bulk = (count: number): Decision => {
      const targets = order.slice(0, count).flatMap((record) => {
        const decision = decide(record, 'accept');
        return 'targets' in decision ? (decision.targets ?? []) : [];
      });
      return {
        ...decide(order[0] ?? (lines.records[0] as DatasetRecord), 'accept'),
        targets,
        pattern: 'x',
      } as Decision;
    };
    const others = order.slice(20, 30).map((record) => decide(record, 'accept'));
    expect(personsIn([bulk(20), ...others])).toMatchObject({ n: 10, right: 10, left: 120 });
    // as many as are shown before it is taken were seen
    expect(personsIn([bulk(5)])).toMatchObject({ n: 5, left: 145 });
    const [first] = order;
    if (first === undefined) throw new Error('expected a record');
    expect(personsIn([decide(first, 'reject'), bulk(20), ...others])).toMatchObject({ n: 11, right: 10 });
  });

  test('records that waited for review are no part of it', () => {
    const pending = order.map((record) => decide(record, 'accept', 'pending'));
    expect(of(pending)).toEqual([]);
  });

  test('a text that comes twice counts once', () => {
    const again = { ...lines, document: { ...lines.document, doc: 'b.txt', duplicate_of: 'a.txt' } };
    const decisions = order.slice(0, 10).map((record) => decide(record, 'accept'));
    expect(personsIn(decisions, [lines, again])).toEqual(personsIn(decisions));
  });

  test('languages and types are told apart', () => {
    const english = linesOf('b.txt', 'figure', 'en', 20);
    const decisions = auditOrder([...lines.records, ...english.records])
      .slice(0, 60)
      .map((record) => decide(record, 'accept'));
    const found = of(decisions, [lines, english]);
    const sizeOf = (type: string, lang: string) => found.find((one) => one.type === type && one.lang === lang)?.n ?? 0;
    expect(sizeOf('all', 'all')).toBe(60);
    expect(sizeOf('person', 'fr') + sizeOf('figure', 'en')).toBe(60);
    expect(sizeOf('person', 'en')).toBe(0);
  });
});

test('reading to the end says how much was extracted', () => {
  const lines = linesOf('a.txt', 'person', 'fr', 10, 'complete');
  const [first, second, third] = lines.records;
  if (first === undefined || second === undefined || third === undefined) throw new Error('expected three records');
  const records = [
    ...lines.records.slice(1),
    { ...second, id: hex('added'), status: 'added' } as DatasetRecord,
    { ...third, id: hex('corrected'), status: 'corrected' } as DatasetRecord,
  ];
  const human = { ...second, id: hex('gone'), status: 'accepted', method: 'human' } as DatasetRecord;
  const rejection = decide(first, 'reject');
  const ofAddition = decide(third, 'reject');
  if (!('targets' in ofAddition)) throw new Error('expected targets');
  const [target] = ofAddition.targets ?? [];
  if (target?.shown !== undefined) target.shown.status = 'added';
  const readings = startReadings(createLedger([rejection, ofAddition, decide(second, 'reject')]));
  const fates = [rejection, ofAddition].map(({ id }) => ({
    decision: id,
    action: 'reject',
    target: 0,
    fate: 'moved' as const,
  }));
  readings.add({ ...lines, records: [...records, human], decisions: fates });
  readings.add(linesOf('b.txt', 'person', 'fr', 5));
  expect(readings.finish()).toEqual({
    documents: 1,
    right: 9,
    corrected: 1,
    rejected: 1,
    added: 2,
    words:
      '1 document read in full: 83.3 % of 12 mentions were extracted; 81.8 % of 11 records were right as extracted',
  });
  expect(startReadings(createLedger([])).finish()).toBeUndefined();
});
