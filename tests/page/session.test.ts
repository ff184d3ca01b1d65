import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReview } from '../../pipeline/page/load.ts';
import { recordIds } from '../../pipeline/text/record-id.ts';
import { RefusedError } from '../../pipeline/page/refused.ts';
import { Session } from '../../pipeline/page/session.ts';
import { folderOf } from '../support/folder.ts';
import { articles, type DocumentOf, writeDataset } from './support/dataset.ts';
import { asked, decideOn, nextId, reviewOf, slotOf } from './support/session.ts';

describe('a decision', () => {
  it('holds what was shown, its context, and which model and rules found it', async () => {
    const review = await reviewOf();
    await decideOn(review, slotOf(review, 'plus de 220'), 'accept');
    expect(review.written).toMatchObject([
      {
        v: 1,
        by: 'ana',
        action: 'accept',
        mode: 'doubtful',
        model: { name: 'test' },
        rules: '0.1.0',
        targets: [
          {
            doc: 'a.txt',
            before: 'Hier, la Société Orvane a livré ',
            shown: {
              type: 'figure',
              text: 'plus de 220',
              value: 220,
              qualifier: 'more_than',
              score: 0.7,
              status: 'pending',
            },
          },
        ],
      },
    ]);
    // no clock was given: no time is invented
    expect(review.written[0]).not.toHaveProperty('at');
  });

  it.each(['accept', 'reject', 'unsure'] as const)(
    'to %s moves the mention out of the queue, or to its end',
    async (action) => {
      const review = await reviewOf();
      const first = review.session.queues.next('doubtful', {}, 1, new Set())[0];
      expect(first?.base.text).toBe('Tarvel');
      if (first === undefined) return;
      await decideOn(review, first, action);
      const waiting = review.session.queues.next('doubtful', {}, 50, new Set());
      expect(waiting[0]).not.toBe(first);
      expect(waiting.at(-1) === first).toBe(action === 'unsure');
    },
  );

  it('sent a second time under its id is acknowledged and written once', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Tarvel');
    const request = { ...asked(), key: slot.key, seen: null, action: 'accept' as const };
    const first = await review.session.decide(request);
    const second = await review.session.decide(request);
    expect(second.decision).toBe(first.decision);
    expect(review.written).toHaveLength(1);
  });

  it('on what another window decided is refused and shows that decision', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Tarvel');
    await decideOn(review, slot, 'reject');
    const late = review.session.decide({ ...asked(), key: slot.key, seen: null, action: 'accept' });
    await expect(late).rejects.toBeInstanceOf(RefusedError);
    await expect(late).rejects.toMatchObject({
      refusal: { code: 'decided', card: { verdict: { action: 'reject', by: 'ana' } } },
    });
    expect(review.written).toHaveLength(1);
  });

  it('two at once on the same mention: one is taken, the other refused', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Tarvel');
    const both = await Promise.allSettled([
      review.session.decide({ ...asked(), key: slot.key, seen: null, action: 'accept' }),
      review.session.decide({ ...asked(), key: slot.key, seen: null, action: 'reject' }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(review.written).toHaveLength(1);
  });

  it('that cannot be written changes nothing', async () => {
    const review = await reviewOf();
    const session = new Session({
      loaded: review.session.loaded,
      decisions: [],
      by: 'ana',
      append: () => Promise.reject(new Error('no space left')),
    });
    const [slot] = session.queues.next('doubtful', {}, 1, new Set());
    if (slot === undefined) throw new Error('expected a slot');
    await expect(session.decide({ ...asked(), key: slot.key, seen: null, action: 'accept' })).rejects.toMatchObject({
      refusal: { code: 'unsaved', message: 'no space left' },
    });
    expect(slot.state).toBe('pending');
    expect(session.state.history.entries).toEqual([]);
  });

  it('to correct needs a record that fits the text', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Tarvel');
    const { start, end } = slot.base;
    for (const record of [
      { type: 'place' as const, text: 'Tarvelle', start, end },
      { type: 'country' as const, text: 'Tarvel', start, end },
      { type: 'date' as const, text: 'Tarvel', start, end, edtf: 'soon' },
      { type: 'figure' as const, text: 'Tarvel', start, end, kind: 'count' as const, qualifier: 'exact' as const },
    ]) {
      await expect(decideOn(review, slot, 'correct', record)).rejects.toMatchObject({ refusal: { code: 'invalid' } });
    }
    await decideOn(review, slot, 'correct', { type: 'place', text: 'Tarvel', start, end });
    expect(slot).toMatchObject({ state: 'corrected', record: { type: 'place' } });
  });

  it.each([
    ['across the end of a sentence', '2019.\nSelon', 'span'],
    ['across the end of a sentence within a line', 'Maroc. Lina Casoar', 'sentence'],
    ['with the full stop of its sentence', 'Maroc.', undefined],
    ['between two sentences', ' ', 'span'],
    ['within a sentence', 'Lina Casoar dirige Orvane', undefined],
  ] as const)('to add what lies %s is refused where a run could not put it in', async (_, surface, fault) => {
    const review = await reviewOf();
    const start = review.session.state.getDocument('a.txt').document.text.indexOf(surface);
    const record = { type: 'other' as const, text: surface, start, end: start + surface.length };
    const found = await review.session.add({ ...asked('read'), doc: 'a.txt', record }).then(
      () => undefined,
      (thrown: unknown) => (thrown instanceof RefusedError ? thrown.refusal.fault : thrown),
    );
    expect(found).toBe(fault);
    expect(review.written).toHaveLength(fault === undefined ? 1 : 0);
  });

  it('to correct a mention beyond its sentence is refused, alone and everywhere', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Lina Casoar');
    const { start } = slot.base;
    const text = 'Maroc. Lina Casoar';
    const record = {
      type: 'person' as const,
      text,
      start: start - 'Maroc. '.length,
      end: start + 'Lina Casoar'.length,
    };
    const refused = { refusal: { code: 'invalid', fault: 'sentence' } };
    await expect(decideOn(review, slot, 'correct', record)).rejects.toMatchObject(refused);
    const everywhere = { ...asked(), key: slot.key, scope: 'writing' as const, action: 'correct' as const };
    const orvane = slotOf(review, 'Orvane', 1, 'b.txt');
    const long = 'Orvane stock, and Orvane kept quiet. Orvane';
    const other = {
      type: 'organisation' as const,
      text: long,
      start: orvane.base.start,
      end: orvane.base.start + long.length,
    };
    expect(orvane.document.text.slice(other.start, other.end)).toBe(long);
    await expect(
      review.session.everywhere({ ...everywhere, key: orvane.key, record: other, except: [] }),
    ).rejects.toMatchObject(refused);
    expect(review.written).toEqual([]);
  });

  it('to correct nothing is an acceptance', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Tarvel');
    const { start, end } = slot.base;
    await decideOn(review, slot, 'correct', { type: 'person', text: 'Tarvel', start, end, name: 'Tarvel' });
    expect(review.written).toMatchObject([{ action: 'accept' }]);
  });
});

describe('an undo', () => {
  it('takes decisions back one by one to the beginning, and redo restores them', async () => {
    const review = await reviewOf();
    const { session } = review;
    const slots = ['Tarvel', 'Société Orvane', 'plus de 220'].map((surface) => slotOf(review, surface));
    const actions = ['accept', 'reject', 'unsure'] as const;
    for (const [index, slot] of slots.entries()) await decideOn(review, slot, actions[index] ?? 'accept');
    const after = slots.map(({ state, isUnsure }) => ({ state, isUnsure }));
    for (let count = 0; count < 3; count += 1) await session.undo(asked());
    expect(slots.map(({ state, isUnsure }) => ({ state, isUnsure }))).toEqual(
      slots.map(() => ({ state: 'pending', isUnsure: false })),
    );
    await expect(session.undo(asked())).rejects.toMatchObject({ refusal: { code: 'nothing' } });
    for (let count = 0; count < 3; count += 1) await session.redo(asked());
    expect(slots.map(({ state, isUnsure }) => ({ state, isUnsure }))).toEqual(after);
    await expect(session.redo(asked())).rejects.toMatchObject({ refusal: { code: 'nothing' } });
    // the ledger only ever grows
    expect(review.written.map(({ action }) => action)).toEqual([
      ...actions,
      ...Array.from({ length: 6 }, () => 'undo'),
    ]);
  });

  it('of a second decision brings the first one back', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Tarvel');
    await decideOn(review, slot, 'accept');
    await decideOn(review, slot, 'reject');
    expect(slot.state).toBe('rejected');
    await review.session.undo(asked());
    expect(slot.state).toBe('accepted');
  });

  it('reaches decisions of earlier reviews', async () => {
    const earlier = await reviewOf();
    await decideOn(earlier, slotOf(earlier, 'Tarvel'), 'reject');
    const review = await reviewOf(undefined, undefined, earlier.written);
    expect(slotOf(review, 'Tarvel').state).toBe('rejected');
    const outcome = await review.session.undo(asked());
    expect(outcome).toMatchObject({ action: 'reject', mode: 'doubtful', card: { state: 'pending' } });
  });
});

describe('the same everywhere', () => {
  it('is one decision with its pattern and exceptions, and one undo', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Orvane');
    const river = slotOf(review, 'Orvane', 3, 'b.txt');
    const outcome = await review.session.everywhere({
      ...asked(),
      key: slot.key,
      scope: 'writing',
      action: 'accept',
      except: [river.key],
    });
    expect(outcome.changed).toHaveLength(5);
    expect(review.written).toHaveLength(1);
    expect(review.written[0]).toMatchObject({
      action: 'accept',
      pattern: 'organisation “Orvane”',
      except: [{ doc: 'b.txt', shown: { text: 'Orvane', start: river.base.start } }],
    });
    expect(river.state).toBe('pending');
    await review.session.undo(asked());
    expect(slot.state).toBe('pending');
  });

  it('leaves what was decided one by one', async () => {
    const review = await reviewOf();
    const river = slotOf(review, 'Orvane', 3, 'b.txt');
    await decideOn(review, river, 'reject');
    await review.session.everywhere({
      ...asked(),
      key: slotOf(review, 'Orvane').key,
      scope: 'writing',
      action: 'accept',
      except: [],
    });
    expect(river.state).toBe('rejected');
  });

  it('reaches every writing of an entity', async () => {
    const review = await reviewOf();
    await review.session.everywhere({
      ...asked(),
      key: slotOf(review, 'Orvane').key,
      scope: 'entity',
      action: 'accept',
      except: [],
    });
    expect(slotOf(review, 'Société Orvane').state).toBe('accepted');
  });

  it('corrects a span by the same words, and leaves out where they are not the same', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Orvane', 0, 'b.txt');
    const { start, end } = slot.base;
    const record = { type: 'organisation' as const, text: 'Orvane shares', start, end: end + 7 };
    const outcome = await review.session.everywhere({
      ...asked(),
      key: slot.key,
      scope: 'writing',
      action: 'correct',
      record,
      except: [],
    });
    expect(outcome.changed).toEqual([slot.key]);
    const type = {
      type: 'place' as const,
      text: 'Orvane',
      start: slotOf(review, 'Orvane').base.start,
      end: slotOf(review, 'Orvane').base.end,
    };
    const second = await review.session.everywhere({
      ...asked(),
      key: slotOf(review, 'Orvane').key,
      scope: 'writing',
      action: 'correct',
      record: type,
      except: [],
    });
    expect(second.changed).toHaveLength(5);
  });

  it('gives figures of one pattern a unit, each with its own value', async () => {
    const text = 'About 40 t came. Then 55 t left, and 1,200 t stayed.';
    const keys = { type: 'figure', kind: 'count', qualifier: 'exact', derivation: [], unit: 'ton' } as const;
    const review = await reviewOf(
      {
        'f.txt': {
          text,
          records: [
            { ...keys, surface: '40 t', value: 40 },
            { ...keys, surface: '55 t', value: 55 },
            { ...keys, surface: '1,200 t', value: 1200 },
          ],
        },
      },
      [],
    );
    const slot = slotOf(review, '40 t');
    const { start, end } = slot.base;
    const record = {
      type: 'figure' as const,
      text: '40 t',
      start,
      end,
      kind: 'measure' as const,
      qualifier: 'exact' as const,
      value: 40,
      unit: 't',
    };
    await review.session.everywhere({
      ...asked(),
      key: slot.key,
      scope: 'writing',
      action: 'correct',
      record,
      except: [],
    });
    expect(slotOf(review, '1,200 t').record).toMatchObject({ value: 1200, unit: 't', kind: 'measure' });
  });
});

describe('a document read to its end', () => {
  it('accepts what is undecided in it, in the one line that declares it complete', async () => {
    const review = await reviewOf();
    await decideOn(review, slotOf(review, 'Tarvel'), 'reject');
    await review.session.complete({ ...asked('read'), doc: 'a.txt' });
    const last = review.written.at(-1);
    expect(last).toMatchObject({ action: 'complete', doc: 'a.txt', records: 8 });
    expect(last?.action === 'complete' ? last.targets?.length : 0).toBe(8);
    expect(slotOf(review, 'Lina Casoar').state).toBe('accepted');
    // nothing else is there: its leads are asked no more
    expect(review.session.queues.next('recall', {}, 50, new Set()).map(({ base }) => base.text)).toEqual(['Brovia']);
    await review.session.undo(asked('read'));
    expect(review.session.queues.next('recall', {}, 50, new Set())).toHaveLength(3);
    expect(slotOf(review, 'Lina Casoar').state).toBe('auto');
  });
});

describe('an addition', () => {
  it('of selected text may be rejected and restored later', async () => {
    const review = await reviewOf();
    const { text } = slotOf(review, 'Tarvel').document;
    const start = text.indexOf('port de Tarvel');
    const record = { type: 'place' as const, text: 'port de Tarvel', start, end: start + 14 };
    const { card } = await review.session.add({ ...asked('read'), doc: 'a.txt', record });
    expect(card).toMatchObject({ state: 'added', shown: { text: 'port de Tarvel' } });
    const slot = review.session.getSlot(card?.key ?? '');
    // the lead under it is answered
    expect(slotOf(review, 'Tarvel', 1).isDisplaced).toBe(true);
    await decideOn(review, slot, 'reject');
    expect(slot.state).toBe('rejected');
    expect(review.written.at(-1)).toMatchObject({
      action: 'reject',
      targets: [{ shown: { status: 'added', type: 'place' } }],
    });
    await review.session.undo(asked());
    expect(slot.state).toBe('added');
  });

  it('from a lead keeps the lead as what was shown', async () => {
    const review = await reviewOf();
    const lead = slotOf(review, 'Brovia');
    const { start, end } = lead.base;
    await review.session.decide({
      ...asked('recall'),
      key: lead.key,
      seen: null,
      action: 'accept',
      record: { type: 'place', text: 'Brovia', start, end },
    });
    expect(review.written).toMatchObject([
      {
        action: 'add',
        mode: 'recall',
        targets: [{ shown: { text: 'Brovia', score: 0.5 }, record: { type: 'place' } }],
      },
    ]);
    expect(lead.state).toBe('added');
  });

  it('with no type is refused', async () => {
    const review = await reviewOf();
    const lead = slotOf(review, 'Tarvel', 1);
    await expect(
      review.session.decide({ ...asked('recall'), key: lead.key, seen: null, action: 'accept' }),
    ).rejects.toMatchObject({
      refusal: { code: 'invalid' },
    });
    expect(nextId()).toHaveLength(16);
  });
});

describe('a dataset written with the ledger', () => {
  it('asks again what is taken back, and goes on counting', async () => {
    const earlier = await reviewOf();
    await decideOn(earlier, slotOf(earlier, 'Tarvel'), 'accept');
    const reviewed = { ...articles, 'a.txt': accepted(articles['a.txt']) };
    const review = await reviewOf(reviewed, undefined, earlier.written);
    expect(review.session.overview('doubtful', {}).tallies.doubtful).toEqual({ total: 9, done: 1 });
    await review.session.undo(asked());
    expect(review.session.queues.next('doubtful', {}, 50, new Set()).map(({ base }) => base.text)).toContain('Tarvel');
  });

  it('knows who decided on a record that moved with its text', async () => {
    const earlier = await reviewOf();
    await decideOn(earlier, slotOf(earlier, 'Tarvel'), 'accept');
    const [decision] = earlier.written;
    const original = accepted(articles['a.txt']);
    const moved = {
      ...articles,
      'a.txt': {
        ...original,
        text: `Corrigé. ${original.text}`,
        records: original.records?.filter(({ type }) => type !== 'figure') ?? [],
      },
    };
    const folder = folderOf();
    const { input, output } = writeDataset(folder, moved);
    const text = moved['a.txt'].text;
    const start = text.indexOf('Tarvel');
    const record = recordIds(text)({ type: 'person', start, end: start + 6 });
    writeFileSync(
      join(output, 'decisions.jsonl'),
      `${JSON.stringify({ decision: decision?.id, action: 'accept', target: 0, fate: 'moved', doc: 'a.txt', record })}\n`,
    );
    const session = new Session({
      loaded: await loadReview({ input, output }),
      decisions: earlier.written,
      by: 'ben',
      append: () => Promise.resolve(),
    });
    const card = await session.card(`${record}@a.txt`);
    expect(card).toMatchObject({ state: 'accepted', verdict: { by: 'ana', action: 'accept' } });
    await session.undo(asked());
    expect(await session.card(`${record}@a.txt`)).toMatchObject({ state: 'pending' });
  });
});

/** The article as a run with the ledger writes it. */
function accepted(article: DocumentOf | undefined): DocumentOf {
  const { records = [], ...rest } = article ?? { text: '' };
  return {
    ...rest,
    records: records.map((record) =>
      record.surface === 'Tarvel' ? { ...record, status: 'accepted' as const } : record,
    ),
  };
}
