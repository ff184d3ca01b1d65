// Random decisions, random extractions afterwards and random edits of the text: no decision is lost, and what stands is lawful.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Document, Mention } from '../../pipeline/document.ts';
import { createAnchors } from '../../pipeline/ledger/anchor.ts';
import { applyDecisions } from '../../pipeline/ledger/apply.ts';
import { isSameRecord } from '../../pipeline/ledger/compare.ts';
import { Contexts } from '../../pipeline/ledger/contexts.ts';
import { createFates } from '../../pipeline/ledger/fates.ts';
import { createLedger, targetsOf } from '../../pipeline/ledger/ledger.ts';
import { keepDecidedNames } from '../../pipeline/ledger/names.ts';
import { findOccurrences } from '../../pipeline/ledger/occurrences.ts';
import type { Decided, Decision, Fate, Target } from '../../pipeline/ledger/schema.ts';
import { linkNames } from '../../pipeline/names/index.ts';
import { assignStatus } from '../../pipeline/review/index.ts';
import { findOffsetFault } from '../../pipeline/text/law.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';
import { nextId, sha256Of, targetOf } from './support.ts';

const words = ['Amina', 'Diallo', 'Maroc', 'Paris', 'le', '220', 'Émile', '2021', 'de', '👩‍🚀', 'Figaro'];
const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((list) => list.join(' '));
const textOf = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
const types = ['person', 'organisation', 'place', 'other', 'country', 'figure', 'date'] as const;
const thresholds = { person: 0.8, organisation: 0.8, country: 0.8, place: 0.8, figure: 0.8, date: 0.8, other: 0.8 };

/** A record of some whole words of a text, by numbers that pick them. */
function recordIn(text: string, [from, length, kind, value]: readonly [number, number, number, number]): Decided {
  const spans = [...text.matchAll(/\S+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const first = spans[from % spans.length] ?? { start: 0, end: text.length };
  let last = first;
  for (const span of spans.slice(from % spans.length, (from % spans.length) + 1 + (length % 3)))
    if (!text.slice(first.start, span.end).includes('\n')) last = span;
  const { start } = first;
  const { end } = last;
  const type = types[kind % types.length] ?? 'other';
  const keys: Partial<Decided> =
    type === 'country'
      ? { code: value % 2 === 0 ? 'MA' : 'FR', via: 'name' }
      : type === 'figure'
        ? { kind: 'count', qualifier: 'exact', value: value % 3 }
        : type === 'date'
          ? { edtf: value % 2 === 0 ? '2021' : '2021-05' }
          : value % 3 === 0
            ? { name: 'Amina Diallo' }
            : {};
  return { type, text: text.slice(start, end), start, end, ...keys };
}
const pick = fc.tuple(fc.nat(80), fc.nat(2), fc.nat(20), fc.nat(5));

/** What the components find: records without overlaps. */
function extractedOf(text: string, picks: readonly (readonly [number, number, number, number])[]): Document {
  const document = documentOf(text);
  const mentions: Mention[] = [];
  for (const one of picks) {
    const record = recordIn(text, one);
    const { start, end } = record;
    if (mentions.some((other) => start < other.end && other.start < end)) continue;
    const sentence = document.sentences.findLastIndex((candidate) => candidate.start <= start);
    const base = { start, end, text: record.text, sentence, score: 0.5 + one[3] / 12, method: 'rule:test' };
    if (record.type === 'country') mentions.push({ ...base, type: 'country', code: record.code ?? 'MA', via: 'name' });
    else if (record.type === 'date') mentions.push({ ...base, type: 'date', edtf: record.edtf ?? '2021' });
    else if (record.type === 'figure') {
      const value = record.value ?? 0;
      const derivation = [{ role: 'number', start, end, value }] as const;
      mentions.push({ ...base, type: 'figure', kind: 'count', qualifier: 'exact', value, derivation });
    } else mentions.push({ ...base, type: record.type });
  }
  return { ...document, mentions: mentions.sort((left, right) => left.start - right.start) };
}

/** Decisions about a text, each of them possibly undone, in the shapes that a page writes. */
const plan = fc.array(
  fc.record({
    action: fc.constantFrom('accept', 'reject', 'correct', 'add', 'unsure', 'undo', 'complete', 'lead', 'split'),
    picks: fc.array(pick, { minLength: 1, maxLength: 3 }),
    other: pick,
    undone: fc.nat(20),
  }),
  { maxLength: 14 },
);

function decisionsOn(text: string, steps: typeof plan extends fc.Arbitrary<infer Steps> ? Steps : never): Decision[] {
  const decisions: Decision[] = [];
  for (const { action, picks, other, undone } of steps) {
    const head = { v: 1 as const, id: nextId(), by: 'tester' };
    const shown = (one: (typeof picks)[number]) => ({ ...recordIn(text, one), id: 'a'.repeat(16) });
    const [first = [0, 0, 0, 0] as const] = picks;
    if (action === 'undo') {
      decisions.push({
        ...head,
        action,
        undoes: decisions[undone % Math.max(1, decisions.length)]?.id ?? 'f'.repeat(16),
      });
    } else if (action === 'complete') {
      decisions.push({ ...head, action, doc: 'test.txt', text_sha256: sha256Of(text), records: picks.length });
    } else if (action === 'add') {
      decisions.push({ ...head, action, targets: picks.map((one) => targetOf(text, { record: recordIn(text, one) })) });
    } else if (action === 'lead') {
      const { type: _type, ...lead } = recordIn(text, first);
      decisions.push({ ...head, action: 'reject', targets: [targetOf(text, { shown: lead })] });
    } else if (action === 'split') {
      const entity = { entity: 'person-1', type: 'person' as const, name: 'Amina', names: [] };
      decisions.push({
        ...head,
        action,
        entity,
        discriminator: 'x',
        targets: [targetOf(text, { shown: shown(first) })],
      });
    } else {
      const record = action === 'correct' ? { record: recordIn(text, other) } : {};
      decisions.push({
        ...head,
        action,
        targets: picks.map((one) => targetOf(text, { shown: shown(one), ...record })),
      });
    }
  }
  return decisions;
}

/** Edits of lines: dropped, doubled, put in front, a word changed. */
const edits = fc.array(fc.record({ kind: fc.nat(3), at: fc.nat(10), word: fc.constantFrom(...words) }), {
  maxLength: 4,
});
function edit(text: string, steps: typeof edits extends fc.Arbitrary<infer Steps> ? Steps : never): string {
  const lines = text.split('\n');
  for (const { kind, at, word } of steps) {
    const place = at % lines.length;
    if (kind === 0 && lines.length > 1) lines.splice(place, 1);
    else if (kind === 1) lines.splice(place, 0, lines[place] ?? '');
    else if (kind === 2) lines.splice(place, 0, `${word} ${word} neuf`);
    else lines[place] = `${word} ${lines[place] ?? ''}`;
  }
  return lines.join('\n');
}

const keyOf = ({ decision, target }: Pick<Fate, 'decision' | 'target'>): string => `${decision} ${target ?? '-'}`;
function expectedKeys(decisions: readonly Decision[]): string[] {
  return decisions.flatMap((decision) => {
    const targets = targetsOf(decision).map((_, target) => keyOf({ decision: decision.id, target }));
    return targets.length === 0 ? [keyOf({ decision: decision.id })] : targets;
  });
}

it('loses no decision, whatever is extracted afterwards and however the text was edited', () => {
  fc.assert(
    fc.property(textOf, plan, edits, fc.array(pick, { maxLength: 12 }), (text, steps, changes, picks) => {
      const decisions = decisionsOn(text, steps);
      const ledger = createLedger(decisions);
      const now = edit(text, changes);
      // half the time the components find again what was decided upon
      const agreed = changes.length === 0 ? steps.flatMap((step) => step.picks) : [];
      const document = extractedOf(now, [...agreed, ...picks]);
      const applied = applyDecisions(document, ledger);
      const named = keepDecidedNames(linkNames(applied), ledger);
      const finished = assignStatus(named, thresholds);

      expectExactOffsets(finished);
      expect(findOffsetFault(finished, now)).toBeUndefined();
      const collector = createFates(ledger);
      collector.add(document.doc, finished.fates ?? []);
      const fates = collector.finish(new Map());
      expect(fates.map(keyOf)).toEqual(expectedKeys(decisions));
      expect(new Set((finished.fates ?? []).map(keyOf)).size).toBe(finished.fates?.length);

      const standing = new Map(ledger.standing.map((decision) => [decision.id, decision]));
      for (const { decision: id, target, fate, record } of fates) {
        const decision = standing.get(id);
        if (decision === undefined || target === undefined || !['accept', 'correct', 'add'].includes(decision.action))
          continue;
        const own = finished.mentions.filter(
          (mention) => mention.decision?.id === id && mention.decision.target === target,
        );
        // what was applied is there, with the keys that were decided; what was not is not there
        expect(own.length).toBe(record === undefined ? 0 : 1);
        expect(record !== undefined).toBe(['applied', 'moved', 'contradicted'].includes(fate) && record !== undefined);
        const said = targetsOf(decision)[target];
        const decided = decision.action === 'accept' ? said?.shown : said?.record;
        const [mention] = own;
        if (mention === undefined || decided?.type === undefined) continue;
        const { start, end } = mention;
        expect(isSameRecord(mention, { ...decided, type: decided.type, start, end })).toBe(true);
        expect(mention.text).toBe(decided.text);
        expect(['accepted', 'corrected', 'added']).toContain(mention.status);
      }
      // nothing moves in the text that it was decided on
      expect(now === text && fates.some(({ fate }) => fate === 'moved')).toBe(false);
    }),
    { numRuns: 400 },
  );
});

it('applied to what it gave changes nothing more', () => {
  fc.assert(
    fc.property(textOf, plan, fc.array(pick, { maxLength: 12 }), (text, steps, picks) => {
      const ledger = createLedger(decisionsOn(text, steps));
      const once = applyDecisions(extractedOf(text, picks), ledger);
      const keys = (document: Document): unknown[] =>
        document.mentions.map(({ type, start, end, decision }) => [type, start, end, decision?.id, decision?.status]);
      const stripped = once.mentions.map(({ decision: _decision, notes: _notes, ...mention }) => mention as Mention);
      const twice = applyDecisions({ ...extractedOf(text, []), mentions: stripped }, ledger);
      expect(keys(twice)).toEqual(keys(once));
    }),
    { numRuns: 200 },
  );
});

it('finds every occurrence that a plain search finds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 40 }),
      fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      (text, surfaces) => {
        const found = findOccurrences(text, new Set(surfaces));
        for (const surface of surfaces) {
          const starts: number[] = [];
          for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) starts.push(at);
          expect(found.get(surface) ?? []).toEqual(starts);
        }
      },
    ),
  );
});

it('finds the same place by looking at each and by an index', () => {
  fc.assert(
    fc.property(textOf, pick, edits, fc.nat(70), fc.nat(70), (text, one, changes, left, right) => {
      const { start, end, text: surface } = recordIn(text, one);
      const now = edit(text, changes);
      const contexts = new Contexts(now, surface.length, findOccurrences(now, new Set([surface])).get(surface) ?? []);
      const found = Array.from({ length: 12 }, () =>
        contexts.find(text.slice(Math.max(0, start - left), start), text.slice(end, end + right)),
      );
      for (const again of found) expect(again).toEqual(found[0]);
    }),
  );
});

it('finds a target again after an edit elsewhere, and never at another surface', () => {
  fc.assert(
    fc.property(textOf, pick, edits, (text, one, changes) => {
      const target = targetOf(text, { shown: recordIn(text, one) });
      const now = edit(text, changes);
      const place = createAnchors(now, sha256Of(now), [target])(target);
      if ('lost' in place) return;
      expect(now.slice(place.shown?.start, place.shown?.end)).toBe(target.shown?.text);
    }),
  );
  const text = 'Amina Diallo vit à Rabat. Elle y travaille. Amina Diallo part.';
  const second = text.lastIndexOf('Amina Diallo');
  const shown = { type: 'person', text: 'Amina Diallo', start: second, end: second + 12 } as const;
  const target: Target = targetOf(text, { shown });
  const now = `Une ligne de plus.\n${text}`;
  expect(createAnchors(now, sha256Of(now), [target])(target)).toEqual({
    shown: { start: second + 19, end: second + 31, text: 'Amina Diallo' },
    hasMoved: true,
  });
});

it('takes time that grows with the text and the decisions, not with their product', () => {
  const sentence = 'Le Maroc compte. ';
  const measure = (times: number): number => {
    const text = sentence.repeat(times);
    const now = `Titre.\n${text.replaceAll('compte', 'comptait')}`;
    const targets = Array.from({ length: times }, (_, index): Target => {
      const start = index * sentence.length + 3;
      const before = text.slice(Math.max(0, start - 64), start);
      const after = text.slice(start + 5, start + 69);
      const shown = { type: 'country', text: 'Maroc', start, end: start + 5 } as const;
      return { doc: 'test.txt', text_sha256: '0'.repeat(64), before, after, shown };
    });
    const startedMs = performance.now();
    const find = createAnchors(now, sha256Of(now), targets);
    for (const target of targets) find(target);
    return performance.now() - startedMs;
  };
  measure(2000);
  const small = Math.min(measure(2000), measure(2000));
  const large = Math.min(measure(16_000), measure(16_000));
  expect(large / small).toBeLessThan(32);
});
