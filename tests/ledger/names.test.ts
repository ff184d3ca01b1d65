// Decided names after linking, decisions about spans that repairs of names have changed, and splits.
import { describe, expect, it } from 'vitest';
import type { Document, NameMention } from '../../pipeline/document.ts';
import { applyDecisions } from '../../pipeline/ledger/apply.ts';
import { createLedger } from '../../pipeline/ledger/ledger.ts';
import { keepDecidedNames } from '../../pipeline/ledger/names.ts';
import type { Decided, Decision, Shown } from '../../pipeline/ledger/schema.ts';
import { splitIdOf } from '../../pipeline/ledger/split.ts';
import { entityIdOf } from '../../pipeline/names/identity.ts';
import { linkRepaired } from '../../pipeline/names/index.ts';
import { repairNames } from '../../pipeline/names/repairs.ts';
import { decideEntities } from '../../pipeline/resolve/decided.ts';
import { assignStatus } from '../../pipeline/review/index.ts';
import { markedDocument } from '../names/document.ts';
import { accept, add, correct, nextId, recordOf, reject, targetOf, undo } from './support.ts';

const thresholds = { person: 0.5, organisation: 0.5, country: 0.5, place: 0.5, figure: 0.5, date: 0.5, other: 0.5 };

/** The stages from the model's names to the review state. */
function review(marked: string, decide: (text: string) => readonly Decision[]): Document {
  const document = repairNames(markedDocument(marked, 'fr'));
  const ledger = createLedger(decide(document.text));
  const linked = linkRepaired(applyDecisions(document, ledger));
  return assignStatus(keepDecidedNames(linked, ledger), thresholds);
}
const shown = (record: Decided, keys: Partial<Shown> = {}): Shown => ({ ...record, id: 'a'.repeat(16), ...keys });
const find = ({ mentions }: Document, text: string): NameMention | undefined =>
  mentions.find((mention): mention is NameMention => mention.text === text && 'entity' in mention);
const fatesOf = ({ fates = [] }: Document): unknown[] => fates.map(({ fate }) => fate);
const doc = 'test.txt';

describe('a decided name', () => {
  it('goes before the one that linking finds, with its own entity', () => {
    const document = review('[P:Gantz] parle. [P:Benny Gantz] aussi.', (text) => [
      correct(
        targetOf(text, {
          doc,
          shown: shown(recordOf(text, 'Gantz', { type: 'person', name: 'Benny Gantz' })),
          record: recordOf(text, 'Gantz', { type: 'person', name: 'Sarah Gantz' }),
        }),
      ),
    ]);
    expect(find(document, 'Gantz')).toMatchObject({
      name: 'Sarah Gantz',
      entity: entityIdOf('person', 'Sarah Gantz'),
      status: 'corrected',
    });
    expect(find(document, 'Benny Gantz')).toMatchObject({ name: 'Benny Gantz' });
  });

  it('that another mention of the document has brings the entity of that', () => {
    const document = review('[O:Reporters sans frontières] et [O:le réseau] publient.', (text) => [
      correct(
        targetOf(text, {
          doc,
          shown: shown(recordOf(text, 'le réseau', { type: 'organisation', name: 'le réseau' })),
          record: recordOf(text, 'le réseau', { type: 'organisation', name: 'Reporters sans frontières' }),
        }),
      ),
    ]);
    expect(find(document, 'le réseau')?.entity).toBe(find(document, 'Reporters sans frontières')?.entity);
  });

  it('that was accepted stands against another one that linking gives now, and both are said', () => {
    const document = review('[P:Gantz] parle. [P:Benny Gantz] aussi.', (text) => [
      accept(targetOf(text, { doc, shown: shown(recordOf(text, 'Gantz', { type: 'person', name: 'Gantz' })) })),
    ]);
    expect(find(document, 'Gantz')).toMatchObject({
      name: 'Gantz',
      status: 'accepted',
      notes: [{ code: 'review.contradicted' }],
    });
    expect(document.fates).toMatchObject([
      { fate: 'contradicted', reason: 'decided: "Gantz" is "Gantz"; linked now: "Benny Gantz"' },
    ]);
  });

  it('that a renaming gave is no contradiction', () => {
    const reference = {
      entity: entityIdOf('person', 'Benny Gantz'),
      type: 'person' as const,
      name: 'Benny Gantz',
      names: [],
    };
    const document = review('[P:Gantz] parle. [P:Benny Gantz] aussi.', (text) => [
      { v: 1, id: nextId(), by: 'tester', action: 'rename', entity: reference, name: 'B. Gantz' },
      accept(targetOf(text, { doc, shown: shown(recordOf(text, 'Gantz', { type: 'person', name: 'B. Gantz' })) })),
    ]);
    expect(find(document, 'Gantz')).toMatchObject({ name: 'B. Gantz', entity: reference.entity });
    expect(fatesOf(document)).toEqual(['applied']);
  });

  it('closes what linking leaves open; without one a decided mention waits for its name', () => {
    const marked = '[P:Anne Dupont] et [P:Jean Dupont] se taisent. [P:Dupont] parle.';
    const open = (keys: Partial<Decided>): Document =>
      review(marked, (text) => [
        correct(
          targetOf(text, {
            doc,
            shown: shown(recordOf(text, 'Dupont', { type: 'organisation' }, 2)),
            record: recordOf(text, 'Dupont', { type: 'person', ...keys }, 2),
          }),
        ),
      ]);
    const named = open({ name: 'Anne Dupont' }).mentions.at(-1);
    expect(named).toMatchObject({ text: 'Dupont', name: 'Anne Dupont', status: 'corrected' });
    expect(named).not.toHaveProperty('candidates');
    expect(named).toMatchObject({ entity: entityIdOf('person', 'Anne Dupont') });
    const waiting = open({}).mentions.at(-1);
    expect(waiting).toMatchObject({ status: 'pending', method: 'human' });
    expect(waiting?.candidates?.length).toBeGreaterThan(1);
  });
});

describe('a decided country of a place', () => {
  it('goes before the gazetteer', () => {
    const document = review('Il vit à [L:Tripoli].', (text) => [
      correct(
        targetOf(text, {
          doc,
          shown: shown(recordOf(text, 'Tripoli', { type: 'place', name: 'Tripoli' })),
          record: recordOf(text, 'Tripoli', { type: 'place', name: 'Tripoli', country: 'LB' }),
        }),
      ),
    ]);
    expect(find(document, 'Tripoli')).toMatchObject({ country: 'LB', status: 'corrected' });
  });
});

it('that was given an entity brings that one where a mention of another is corrected to it', () => {
  const reference = { entity: entityIdOf('person', 'Gantz'), type: 'person' as const, name: 'Gantz', names: ['Gantz'] };
  const rename: Decision = { v: 1, id: nextId(), by: 'tester', action: 'rename', entity: reference, name: 'Benny G.' };
  const decide = (text: string): Decision[] => {
    const zola = recordOf(text, 'Zola', { type: 'person', name: 'Zola' });
    const record = { ...zola, name: 'Benny G.' };
    return [
      rename,
      correct(targetOf(text, { doc, shown: shown(zola), record })),
      accept(targetOf(text, { doc, shown: shown(record, { status: 'corrected' }) })),
      accept(targetOf(text, { doc, shown: shown(recordOf(text, 'Gantz', { type: 'person', name: 'Benny G.' })) })),
    ];
  };
  for (const count of [2, 4]) {
    const document = review('[P:Gantz] parle. [P:Zola] sort.', (text) => decide(text).slice(0, count));
    const { entityOf } = decideEntities([rename]);
    expect(find(document, 'Zola')).toMatchObject({ name: 'Benny G.', status: 'corrected' });
    expect(entityOf(find(document, 'Zola')?.entity ?? '')).toBe(entityOf(find(document, 'Gantz')?.entity ?? ''));
  }
});

it('forgets a name that a decision gave which was taken back', () => {
  const reference = { entity: entityIdOf('person', 'Gantz'), type: 'person' as const, name: 'Gantz', names: ['Gantz'] };
  const rename: Decision = { v: 1, id: nextId(), by: 'tester', action: 'rename', entity: reference, name: 'Benny G.' };
  const decide = (text: string): Decision[] => [
    rename,
    accept(targetOf(text, { doc, shown: shown(recordOf(text, 'Gantz', { type: 'person', name: 'Benny G.' })) })),
  ];
  const marked = '[P:Gantz] parle.';
  expect(find(review(marked, decide), 'Gantz')).toMatchObject({ name: 'Benny G.', entity: reference.entity });
  const document = review(marked, (text) => [...decide(text), undo(rename)]);
  expect(find(document, 'Gantz')).toMatchObject({ name: 'Gantz', entity: reference.entity, status: 'accepted' });
  expect(fatesOf(document)).toEqual(['applied']);
});

describe('decisions and linking', () => {
  it('leave no rejected name as an antecedent', () => {
    const document = review('[P:Benny Gantz] dort. [P:Gantz] parle.', (text) => [
      reject(targetOf(text, { doc, shown: shown(recordOf(text, 'Benny Gantz', { type: 'person' })) })),
    ]);
    expect(find(document, 'Gantz')?.name).toBe('Gantz');
  });

  it('link an added name, and others to it', () => {
    const document = review('Benny Gantz dort. [P:Gantz] parle.', (text) => [
      add(targetOf(text, { doc, record: recordOf(text, 'Benny Gantz', { type: 'person' }) })),
    ]);
    expect(find(document, 'Benny Gantz')).toMatchObject({
      status: 'added',
      entity: entityIdOf('person', 'Benny Gantz'),
    });
    expect(find(document, 'Gantz')?.name).toBe('Benny Gantz');
  });

  it('are about spans as the dataset shows them, after the repair of titles', () => {
    const accepted = review('[P:Mme Duval] parle.', (text) => [
      accept(targetOf(text, { doc, shown: shown(recordOf(text, 'Duval', { type: 'person', name: 'Duval' })) })),
    ]);
    expect(accepted.mentions).toMatchObject([
      { text: 'Duval', status: 'accepted', method: expect.not.stringContaining('human') },
    ]);
    expect(fatesOf(accepted)).toEqual(['applied']);
    const rejected = review('[P:Mme Duval] parle.', (text) => [
      reject(targetOf(text, { doc, shown: shown(recordOf(text, 'Duval', { type: 'person' })) })),
    ]);
    expect(rejected.mentions).toEqual([]);
    expect(fatesOf(rejected)).toEqual(['applied']);
  });
});

describe('a split', () => {
  const marked = '[P:Jean Martin] peint. [P:Jean Martin] juge.';
  const split = (text: string, nth: number, discriminator = 'le peintre'): Decision => ({
    v: 1,
    id: nextId(),
    by: 'tester',
    action: 'split',
    entity: {
      entity: entityIdOf('person', 'Jean Martin'),
      type: 'person',
      name: 'Jean Martin',
      names: ['Jean Martin'],
    },
    discriminator,
    targets: [targetOf(text, { doc, shown: shown(recordOf(text, 'Jean Martin', { type: 'person' }, nth)) })],
  });

  it('gives its mentions an id of their own and leaves their review state alone', () => {
    const document = review(marked, (text) => [split(text, 0)]);
    const base = entityIdOf('person', 'Jean Martin');
    expect(document.mentions).toMatchObject([
      { entity: splitIdOf(base, 'le peintre'), name: 'Jean Martin', status: 'auto' },
      { entity: base, status: 'auto' },
    ]);
    expect(splitIdOf(base, 'le peintre')).toBe(`${base}.le-peintre`);
    expect(fatesOf(document)).toEqual(['applied']);
  });

  it('holds beside an accept, the later of two splits, and is orphaned where its mention was rejected', () => {
    const document = review(marked, (text) => [
      split(text, 0, 'le juge'),
      accept(targetOf(text, { doc, shown: shown(recordOf(text, 'Jean Martin', { type: 'person' })) })),
      split(text, 0),
      split(text, 1),
      reject(targetOf(text, { doc, shown: shown(recordOf(text, 'Jean Martin', { type: 'person' }, 1)) })),
    ]);
    expect(document.mentions).toMatchObject([{ status: 'accepted', entity: expect.stringContaining('.le-peintre') }]);
    const byDecision = Object.fromEntries((document.fates ?? []).map(({ decision, fate }) => [decision, fate]));
    expect(Object.values(byDecision).sort()).toEqual(['applied', 'applied', 'applied', 'orphaned', 'superseded']);
  });
});
