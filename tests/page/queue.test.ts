import { describe, expect, it } from 'vitest';
import { auditRounds } from '../../pipeline/audit/order.ts';
import type { DocumentOf } from './support/dataset.ts';
import { asked, decideOn, reviewOf, slotOf } from './support/session.ts';

const texts = (
  { session }: Awaited<ReturnType<typeof reviewOf>>,
  mode: 'doubtful' | 'recall' | 'audit',
  filter = {},
): string[] => session.queues.next(mode, filter, 50, new Set()).map(({ base }) => base.text);

describe('the queue', () => {
  it('asks the most doubtful first', async () => {
    const { session } = await reviewOf();
    const scores = session.queues.next('doubtful', {}, 50, new Set()).map(({ base }) => base.score ?? 0);
    expect(scores).toHaveLength(9);
    expect(scores).toEqual([...scores].sort((left, right) => left - right));
  });

  it('asks the most promising leads first', async () => {
    expect(texts(await reviewOf(), 'recall')).toEqual(['Tarvel', '40', 'Brovia']);
  });

  it('filters by document, type and language, and counts what waits by type', async () => {
    const review = await reviewOf();
    expect(texts(review, 'doubtful', { doc: 'b.txt' })).toEqual(['Orvane', 'Orvane', 'Orvane', 'Orvane']);
    expect(texts(review, 'doubtful', { type: 'figure' })).toEqual(['plus de 220']);
    expect(texts(review, 'audit', { lang: 'en' }).sort()).toEqual(['3%', 'Ada Casoar']);
    expect(review.session.overview('doubtful', { type: 'figure' }).byType).toEqual({
      person: 1,
      organisation: 7,
      figure: 1,
    });
  });

  it('leaves out what the page has, and brings what a person was not sure of last', async () => {
    const review = await reviewOf();
    const first = slotOf(review, 'Tarvel');
    await decideOn(review, first, 'unsure');
    expect(texts(review, 'doubtful').at(-1)).toBe('Tarvel');
    expect(review.session.queues.next('doubtful', {}, 50, new Set([first.key]))).toHaveLength(8);
  });

  it('audits in the order in which conclusions are drawn, the same at every start', async () => {
    const text = Array.from({ length: 40 }, (_, index) => `Name${index} met Place${index}.`).join(' ');
    const records = Array.from({ length: 40 }, (_, index) => [
      { surface: `Name${index} `.trim(), type: 'person', status: 'auto' as const, score: 0.99 },
      { surface: `Place${index}.`.slice(0, -1), type: 'place', status: 'auto' as const, score: 0.99 },
    ]).flat();
    const documents: Readonly<Record<string, DocumentOf>> = { 'a.txt': { text, records } };
    const review = await reviewOf(documents, []);
    const expected = auditRounds(review.session.loaded.documents.flatMap(({ records: own }) => own)).map(
      ({ text: surface }) => surface,
    );
    expect(texts(review, 'audit')).toEqual(expected.slice(0, 50));
    expect(texts(await reviewOf(documents, []), 'audit')).toEqual(texts(review, 'audit'));
    // types take turns
    expect(
      new Set(
        texts(review, 'audit')
          .slice(0, 2)
          .map((surface) => surface.replace(/\d/gu, '')),
      ),
    ).toEqual(new Set(['Name', 'Place']));
  });

  it('passes over what lies under a decided mention, until that is taken back', async () => {
    const review = await reviewOf();
    const slot = slotOf(review, 'Orvane', 0, 'b.txt');
    const { start } = slot.base;
    const long = { type: 'other' as const, text: 'Orvane shares fell 3%', start, end: start + 21 };
    await decideOn(review, slot, 'correct', long);
    expect(texts(review, 'audit')).not.toContain('3%');
    await review.session.undo(asked());
    expect(texts(review, 'audit')).toContain('3%');
  });
});
