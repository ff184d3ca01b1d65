import { describe, expect, it } from 'vitest';
import { entityIdOf } from '../../pipeline/names/identity.ts';
import { decideEntities } from '../../pipeline/resolve/decided.ts';
import type { DocumentOf } from './support/dataset.ts';
import { asked, decideOn, type Review, reviewOf, slotOf } from './support/session.ts';

const ids = ['a', 'b', 'c', 'd'] as const;
/** Four names, each of which may be each other. */
const documents: Readonly<Record<string, DocumentOf>> = Object.fromEntries(
  ids.map((id) => [
    `${id}.txt`,
    {
      text: `Name ${id} came.`,
      records: [{ surface: `Name ${id}`, type: 'person', name: `Name ${id}`, entity: `person-${id}` }],
    },
  ]),
);
const entities = ids.map((id, index) => ({
  entity: `person-${id}`,
  type: 'person' as const,
  name: `Name ${id}`,
  names: [{ name: `Name ${id}`, lang: 'en' as const, count: 1, evidence: 'name' }],
  doubts: [{ others: ids.slice(index + 1).map((other) => `person-${other}`), reason: 'a test' }],
}));

const review = (decisions: Review['written'] = []): Promise<Review> => reviewOf(documents, entities, decisions);
const pairsOf = ({ session }: Review): string[] =>
  session.entities.pairs(undefined, 50).pairs.map(({ left, right }) =>
    [left, right]
      .map(({ entity }) => entity.slice(-1))
      .sort()
      .join(''),
  );
const decide = (
  { session }: Review,
  action: 'merge' | 'distinct',
  left: string,
  right: string,
): ReturnType<typeof session.decideEntities> =>
  session.decideEntities({ ...asked('entities'), action, entities: [`person-${left}`, `person-${right}`] });

describe('pairs of entities', () => {
  it('are all asked at first', async () => {
    expect(pairsOf(await review()).sort()).toEqual(['ab', 'ac', 'ad', 'bc', 'bd', 'cd']);
  });

  it('that follow from decisions are not asked: one with one is one', async () => {
    const current = await review();
    await decide(current, 'merge', 'a', 'b');
    await decide(current, 'merge', 'b', 'c');
    expect(pairsOf(current)).toHaveLength(1);
    expect(current.session.entities.summary('person-c')).toMatchObject({
      entity: 'person-a',
      mentions: 3,
      documents: 3,
    });
    expect(current.session.overview('entities', {}).tallies.entities).toEqual({ total: 6, done: 5 });
  });

  it('that follow from decisions are not asked: what is not the one is not the other', async () => {
    const current = await review();
    await decide(current, 'distinct', 'b', 'c');
    await decide(current, 'merge', 'a', 'b');
    expect(pairsOf(current)).not.toContain('ac');
    expect(pairsOf(current)).not.toContain('bc');
    await current.session.undo(asked('entities'));
    expect(pairsOf(current)).toContain('ac');
  });

  it.each([
    ['distinct', ['merge', 'distinct']],
    ['merge', ['distinct', 'merge']],
    ['distinct', ['distinct', 'merge', 'distinct']],
    ['merge', ['merge', 'distinct', 'merge']],
  ] as const)('of which both was said are as the last word has it: %s after %j', async (last, actions) => {
    const current = await review();
    for (const action of actions) await decide(current, action, 'a', 'b');
    const { entities: shown } = current.session;
    const isOne = last === 'merge';
    expect(shown.summary('person-b')).toMatchObject({
      entity: isOne ? 'person-a' : 'person-b',
      mentions: isOne ? 2 : 1,
    });
    expect(pairsOf(current)).not.toContain('ab');
    expect(pairsOf(current)).toHaveLength(isOne ? 3 : 5);
    // as a run over the same ledger has it
    const run = decideEntities(current.written);
    expect(run.entityOf('person-a') === run.entityOf('person-b')).toBe(isOne);
    expect(pairsOf(await review(current.written))).toEqual(pairsOf(current));
  });

  it('that are parted leave what else was joined with one of them', async () => {
    const current = await review();
    await decide(current, 'merge', 'a', 'b');
    await decide(current, 'merge', 'b', 'c');
    await decide(current, 'distinct', 'a', 'b');
    const { entities: shown } = current.session;
    expect(shown.rootOf('person-a')).toBe('person-a');
    expect(shown.rootOf('person-c')).toBe(shown.rootOf('person-b'));
    expect(pairsOf(current)).not.toContain('ac');
  });

  it('are asked again where a decision is taken back, also by a later review', async () => {
    const earlier = await review();
    await decide(earlier, 'merge', 'a', 'b');
    const current = await review(earlier.written);
    expect(pairsOf(current)).toHaveLength(3);
    await current.session.undo(asked('entities'));
    expect(pairsOf(current)).toHaveLength(6);
  });

  it('are named in the ledger so that they are found when ids change', async () => {
    const current = await review();
    await decide(current, 'distinct', 'a', 'b');
    expect(current.written).toMatchObject([
      {
        action: 'distinct',
        mode: 'entities',
        entities: [{ entity: 'person-a', name: 'Name a', names: ['Name a'] }, { entity: 'person-b' }],
      },
    ]);
    const renamed = await reviewOf(
      documents,
      entities.map((entity) => (entity.entity === 'person-a' ? { ...entity, entity: 'person-z' } : entity)),
      current.written,
    );
    expect(pairsOf(renamed)).not.toContain('bz');
  });
});

describe('one entity', () => {
  it('is renamed, and gives mentions away', async () => {
    const current = await review();
    const { session } = current;
    await decide(current, 'merge', 'a', 'b');
    await session.decideEntities({ ...asked('entities'), action: 'rename', entities: ['person-a'], name: 'Ann Name' });
    expect(session.entities.summary('person-b')).toMatchObject({ name: 'Ann Name', mentions: 2 });
    const [key = ''] = [...session.state.slots.keys()].filter((other) => other.endsWith('b.txt'));
    await session.decideEntities({
      ...asked('entities'),
      action: 'split',
      entities: ['person-a'],
      keys: [key],
      discriminator: 'the other one',
    });
    expect(session.entities.summary('person-a')).toMatchObject({ mentions: 1 });
    expect(current.written.at(-1)).toMatchObject({
      action: 'split',
      discriminator: 'the other one',
      targets: [{ doc: 'b.txt' }],
    });
  });

  it('takes in the one that has its new name already, as a run does', async () => {
    const named = entityIdOf('person', 'Name b');
    const current = await reviewOf(
      documents,
      entities.map((entity) => (entity.entity === 'person-b' ? { ...entity, entity: named } : entity)),
    );
    const { session } = current;
    await session.decideEntities({ ...asked('entities'), action: 'rename', entities: ['person-a'], name: 'Name b' });
    expect(session.entities.rootOf('person-a')).toBe(session.entities.rootOf(named));
    expect(session.entities.summary('person-a')).toMatchObject({ name: 'Name b' });
  });

  it('counts what a correction gave it in an earlier run, until that is taken back', async () => {
    const first = await review();
    const slot = slotOf(first, 'Name a');
    const { type, text, start, end } = slot.base;
    await decideOn(first, slot, 'correct', { type: type ?? 'person', text, start, end, name: 'Name b' });
    const corrected = { surface: 'Name a', type: 'person', name: 'Name b', entity: 'person-b', method: 'human' };
    const { session } = await reviewOf(
      { ...documents, 'a.txt': { text: 'Name a came.', records: [corrected] } },
      entities,
      first.written,
    );
    expect(session.entities.summary('person-b')).toMatchObject({ mentions: 2, documents: 2 });
    expect(session.entities.summary('person-a')).toMatchObject({ mentions: 0 });
    await session.undo(asked());
    expect(session.entities.summary('person-b')).toMatchObject({ mentions: 1 });
    expect(session.entities.summary('person-a')).toMatchObject({ mentions: 1 });
  });

  it('is found by a part of its name, case and accents aside', async () => {
    const { session } = await reviewOf();
    expect(session.entities.search('societe', undefined).map(({ name }) => name)).toEqual(['Société Orvane']);
    expect(session.entities.search('casoar', 'person-lina')).toHaveLength(2);
  });
});
