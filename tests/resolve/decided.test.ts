// Decisions about entities over a corpus: which are one, which are not, what they are called.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../pipeline/document.ts';
import type { Decision, EntityReference } from '../../pipeline/ledger/schema.ts';
import { splitIdOf } from '../../pipeline/ledger/split.ts';
import { entityIdOf } from '../../pipeline/names/identity.ts';
import { linkNames } from '../../pipeline/names/index.ts';
import { decideEntities } from '../../pipeline/resolve/decided.ts';
import { createResolver, type Resolution } from '../../pipeline/resolve/index.ts';
import { nextId } from '../ledger/support.ts';
import { markedDocument } from '../names/document.ts';

const corpus = [
  '[P:Benny Gantz] et [P:Amina Diallo] parlent au [O:Syndicat national des apiculteurs] ([O:SNA]). [P:Gantz] sort.',
  '[P:Gantz] rit.',
  '[P:Aminata Diallo] écrit au [O:SNA] de [L:Tombouctou].',
  '[P:Amina Diallo-Traoré] et [P:A. D. Traoré] chantent.',
].map((marked) => linkNames(markedDocument(marked, 'fr')));

const person = (name: string, names: string[] = [name]): EntityReference => ({
  entity: entityIdOf('person', name),
  type: 'person',
  name,
  names,
});
const head = (): { v: 1; id: string; by: string } => ({ v: 1, id: nextId(), by: 'tester' });
const merge = (entities: EntityReference[], name?: string): Decision => ({
  ...head(),
  action: 'merge',
  entities,
  ...(name === undefined ? {} : { name }),
});
const distinct = (...entities: EntityReference[]): Decision => ({ ...head(), action: 'distinct', entities });
const rename = (entity: EntityReference, name: string): Decision => ({ ...head(), action: 'rename', entity, name });

function resolve(decisions: readonly Decision[], documents: readonly Document[] = corpus): Resolution {
  const resolver = createResolver(undefined, (tallies) => decideEntities(decisions, { tallies }));
  for (const document of documents) resolver.add(document);
  return resolver.finish();
}
const fatesOf = (decisions: readonly Decision[]): unknown[] => {
  const { fates } = resolve(decisions);
  return decisions.map(({ id }) => fates.get(id)?.fate);
};
const idOf = (name: string): string => entityIdOf('person', name);

const [gantz, benny] = [person('Gantz'), person('Benny Gantz')];
const [amina, aminata, traore] = [person('Amina Diallo'), person('Aminata Diallo'), person('Amina Diallo-Traoré')];

describe('the evidence of a writing', () => {
  const evidenceOf = (resolution: Resolution, name: string): string | undefined =>
    resolution.entities.flatMap(({ names }) => names).find((given) => given.name === name)?.evidence;

  it('is a review where a merge ties what the words do not', () => {
    const merged = resolve([merge([benny, aminata])]);
    const evidence = [evidenceOf(merged, 'Benny Gantz'), evidenceOf(merged, 'Aminata Diallo')];
    expect(new Set(evidence)).toEqual(new Set(['name', 'reviewed']));
    expect(evidenceOf(resolve([]), 'Aminata Diallo')).toBe('name');
  });

  it('is a review where a person gave the mention its name', () => {
    const given = corpus.map((document) => ({
      ...document,
      mentions: document.mentions.map((mention) =>
        mention.text === 'Aminata Diallo'
          ? { ...mention, name: 'Benny Gantz', entity: idOf('Benny Gantz'), status: 'corrected' as const }
          : mention,
      ),
    }));
    expect(evidenceOf(resolve([], given), 'Aminata Diallo')).toBe('reviewed');
  });
});

describe('a merge', () => {
  it('gives all mentions the id of the fuller name and keeps the others in `was`', () => {
    const { entities, entityOf, doubts } = resolve([merge([gantz, benny])]);
    expect(entityOf(idOf('Gantz'))).toBe(idOf('Benny Gantz'));
    expect(entities.find(({ entity }) => entity === idOf('Benny Gantz'))).toMatchObject({
      mentions: 3,
      documents: 2,
      was: [idOf('Gantz')],
    });
    expect(doubts.filter(({ reason }) => reason.includes('Gantz'))).toEqual([]);
  });

  it('is transitive', () => {
    const { entityOf } = resolve([merge([amina, aminata]), merge([aminata, traore])]);
    expect(new Set([amina, aminata, traore].map(({ entity }) => entityOf(entity))).size).toBe(1);
  });

  it('may name what it joins: the id is that of the fuller name, as for a name in a text', () => {
    const { entities, nameOf, entityOf } = resolve([merge([gantz, benny], 'Benjamin Gantz')]);
    expect(nameOf(entityOf(idOf('Gantz')))).toBe('Benjamin Gantz');
    expect(entityOf(idOf('Gantz'))).toBe(idOf('Benjamin Gantz'));
    expect(entities.find(({ name }) => name === 'Benjamin Gantz')).toMatchObject({
      mentions: 3,
      was: [idOf('Gantz'), idOf('Benny Gantz')].sort(),
    });
  });

  it('finds an entity by its names where its id has changed', () => {
    const before: EntityReference = { ...benny, entity: 'person-earlier' };
    const decision = merge([gantz, before]);
    const { entityOf, fates } = resolve([decision]);
    expect(entityOf(idOf('Gantz'))).toBe(idOf('Benny Gantz'));
    expect(fates.get(decision.id)).toEqual({ fate: 'moved', reason: '"Benny Gantz" was found by its names' });
  });

  it('says what of it is missing, and is orphaned where all of it is', () => {
    const half = merge([gantz, person('Nobody Here')]);
    const gone = merge([person('Nobody There'), person('Nobody Here')]);
    const { fates } = resolve([half, gone]);
    expect(fates.get(half.id)).toEqual({ fate: 'applied', reason: 'the person "Nobody Here" is not in the dataset' });
    expect(fates.get(gone.id)?.fate).toBe('orphaned');
    // the id is the one that a corpus with both would have
    expect(resolve([half]).entityOf(gantz.entity)).toBe(idOf('Nobody Here'));
  });

  it('gives a line of a stream the id that it has over the corpus', () => {
    const decisions = [merge([gantz, benny]), merge([amina, aminata], 'Amina D.'), rename(traore, 'Traoré')];
    const whole = resolve(decisions);
    const alone = decideEntities(decisions);
    for (const { entity } of [gantz, benny, amina, aminata, traore]) {
      expect(alone.entityOf(entity)).toBe(whole.entityOf(entity));
      expect(alone.nameOf(entity)?.name).toBe(whole.nameOf(whole.entityOf(entity)));
    }
  });

  it('gives way to a later "not one" of the same two, and the other way round', () => {
    expect(fatesOf([merge([gantz, benny]), distinct(gantz, benny)])).toEqual(['superseded', 'applied']);
    expect(fatesOf([distinct(gantz, benny), merge([gantz, benny])])).toEqual(['superseded', 'applied']);
    const { entityOf } = resolve([merge([gantz, benny]), distinct(gantz, benny)]);
    expect(entityOf(idOf('Gantz'))).toBe(idOf('Gantz'));
  });

  it('by way of others is not undone by "not one", which says so', () => {
    expect(fatesOf([merge([amina, aminata]), merge([aminata, traore]), distinct(amina, traore)])).toEqual([
      'applied',
      'applied',
      'contradicted',
    ]);
    expect(fatesOf([distinct(amina, traore), merge([amina, aminata]), merge([aminata, traore])])).toEqual([
      'superseded',
      'applied',
      'applied',
    ]);
  });
});

describe('"not one"', () => {
  it('removes the doubt and forbids the automatic merge', () => {
    expect(resolve([]).doubts.map(({ reason }) => reason)).toContain('"Gantz" alone');
    expect(resolve([distinct(gantz, benny)]).doubts).toEqual([]);
    const union: EntityReference = {
      entity: entityIdOf('organisation', 'Syndicat national des apiculteurs'),
      type: 'organisation',
      name: 'Syndicat national des apiculteurs',
      names: [],
    };
    const acronym: EntityReference = { ...union, entity: entityIdOf('organisation', 'SNA'), name: 'SNA' };
    expect(resolve([]).entityOf(acronym.entity)).toBe(union.entity);
    expect(resolve([distinct(union, acronym)]).entityOf(acronym.entity)).toBe(acronym.entity);
  });
});

describe('a name', () => {
  it('holds for the whole group, the last one given', () => {
    const decisions = [rename(gantz, 'B. Gantz'), merge([gantz, benny]), rename(benny, 'Benjamin Gantz')];
    const { nameOf, entityOf } = resolve(decisions);
    expect(nameOf(entityOf(idOf('Gantz')))).toBe('Benjamin Gantz');
    expect(fatesOf(decisions)).toEqual(['superseded', 'applied', 'applied']);
  });

  it('that is another entity’s full name joins the two, as ids are made of names', () => {
    const { entityOf } = resolve([rename(gantz, 'Benny Gantz')]);
    expect(entityOf(idOf('Gantz'))).toBe(idOf('Benny Gantz'));
  });

  it('makes an id by which later decisions know the entity, unless two entities have it', () => {
    const renamed = { ...gantz, entity: idOf('Benjamin Gantz'), name: 'Benjamin Gantz', names: ['Gantz'] };
    const decisions = [rename(gantz, 'Benjamin Gantz'), merge([renamed, amina])];
    const { entityOf } = resolve(decisions);
    expect(fatesOf(decisions)).toEqual(['applied', 'applied']);
    expect(entityOf(idOf('Gantz'))).toBe(entityOf(amina.entity));
    expect(decideEntities(decisions).entityOf(idOf('Gantz'))).toBe(entityOf(idOf('Gantz')));
    const shared = [rename(gantz, 'X Y'), rename(amina, 'X Y')];
    const apart = resolve(shared);
    expect(apart.entityOf(gantz.entity)).not.toBe(apart.entityOf(amina.entity));
  });

  it('stands in one place of the line, not beside two others', () => {
    const nations = linkNames(markedDocument('The [O:UN] met.', 'en'));
    const reference: EntityReference = { entity: 'organisation-un', type: 'organisation', name: 'x', names: [] };
    const { entities } = resolve([rename(reference, 'The Nations')], [nations]);
    expect(entities[0]).toMatchObject({ entity: 'organisation-un', name: 'The Nations' });
    expect(entities[0]).not.toHaveProperty('name_fr');
  });
});

it('takes what has become one entity for no pair of two', () => {
  // linking now gives both names one entity
  const document = linkNames(markedDocument('[P:Benny Gantz] parle. [P:Gantz] sort. [P:Amina Diallo] rit.', 'fr'));
  const lone = { ...gantz, names: ['Gantz'] };
  const other: EntityReference = { ...benny, entity: 'person-earlier' };
  const decisions = [merge([lone, benny]), distinct(lone, other)];
  const { fates } = resolve(decisions, [document]);
  expect(decisions.map(({ id }) => fates.get(id)?.fate)).toEqual(['moved', 'contradicted']);
  expect(fates.get(decisions[1]?.id ?? '')?.reason).toContain('are one entity in what is extracted now');
});

it('does not join by a name what decisions part by way of others', () => {
  const decisions = [merge([amina, aminata]), distinct(aminata, traore), rename(amina, 'Amina Diallo-Traoré')];
  const { entityOf } = resolve(decisions);
  expect(entityOf(amina.entity)).not.toBe(entityOf(traore.entity));
  expect(fatesOf(decisions)).toEqual(['applied', 'applied', 'applied']);
});

it('joins nothing to a name that was given by mistake or given away', () => {
  const swapped = [rename(amina, 'Aminata Diallo'), rename(aminata, 'Amina Diallo')];
  const { entityOf, nameOf } = resolve(swapped);
  expect(nameOf(entityOf(amina.entity))).toBe('Aminata Diallo');
  expect(nameOf(entityOf(aminata.entity))).toBe('Amina Diallo');
  expect(fatesOf(swapped)).toEqual(['applied', 'applied']);
  const mended = resolve([rename(amina, 'Aminata Diallo'), rename(amina, 'Amina D.')]);
  expect(mended.entityOf(amina.entity)).not.toBe(mended.entityOf(aminata.entity));
  expect(mended.nameOf(mended.entityOf(amina.entity))).toBe('Amina D.');
});

it('gives what was joined across types one type, whatever the order of the documents', () => {
  const documents = ['[P:Benny Gantz] parle.', '[O:Cabinet Gantz] plaide.'].map((marked) =>
    linkNames(markedDocument(marked, 'fr')),
  );
  const cabinet: EntityReference = {
    entity: entityIdOf('organisation', 'Cabinet Gantz'),
    type: 'organisation',
    name: 'Cabinet Gantz',
    names: [],
  };
  for (const decisions of [[merge([benny, cabinet])], [merge([benny, cabinet], 'Cabinet Benny Gantz')]]) {
    const [first, second] = [documents, [...documents].reverse()].map((order) => resolve(decisions, order).entities);
    expect(first).toEqual(second);
  }
});

it('tells an entity that was split off from the one of the same name', () => {
  const decision: Decision = {
    ...head(),
    action: 'split',
    entity: amina,
    discriminator: 'the painter',
    targets: [{ doc: 'a', text_sha256: '0'.repeat(64), before: '', after: '' }],
  };
  const own = splitIdOf(amina.entity, 'the painter');
  const [first, ...others] = corpus;
  if (first === undefined) throw new Error('expected a corpus');
  const mentions = first.mentions.map((mention) =>
    'entity' in mention && mention.entity === amina.entity ? { ...mention, entity: own } : mention,
  );
  const again = linkNames(markedDocument('[P:Amina Diallo] encore.', 'fr'));
  const { entityOf, entities } = resolve([decision], [{ ...first, mentions }, ...others, again]);
  expect(entityOf(own)).toBe(own);
  expect(entityOf(amina.entity)).toBe(amina.entity);
  expect(entities.filter(({ name }) => name === 'Amina Diallo').map(({ entity }) => entity)).toEqual([
    amina.entity,
    own,
  ]);
});

it('comes to the same in whatever order the documents are', () => {
  const decisions = [
    merge([gantz, benny]),
    merge([amina, aminata], 'Amina D.'),
    distinct(amina, traore),
    rename(benny, 'B. G.'),
  ];
  const whole = resolve(decisions);
  fc.assert(
    fc.property(fc.shuffledSubarray(corpus, { minLength: corpus.length }), (shuffled) => {
      const { entities, doubts, fates } = resolve(decisions, shuffled);
      expect(entities).toEqual(whole.entities);
      expect(doubts).toEqual(whole.doubts);
      expect(fates).toEqual(whole.fates);
    }),
    { numRuns: 20 },
  );
});

it('gives every decision one fate, whatever the decisions', () => {
  const references = [gantz, benny, amina, aminata, traore, person('Nobody')];
  const reference = fc.constantFrom(...references);
  const pair = fc.uniqueArray(reference, { minLength: 2, maxLength: 4 });
  const decision = fc.oneof(
    pair.map((entities) => merge(entities)),
    fc.tuple(pair, fc.constantFrom('X', 'Y', 'Benny Gantz')).map(([entities, name]) => merge(entities, name)),
    pair.map((entities) => distinct(...entities)),
    fc.tuple(reference, fc.constantFrom('X', 'Gantz')).map(([entity, name]) => rename(entity, name)),
  );
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 12 }), (decisions) => {
      const { fates, entityOf, entities } = resolve(decisions);
      for (const { id } of decisions) expect(fates.get(id)?.fate).toBeDefined();
      const ids = new Set(entities.map(({ entity }) => entity));
      const linked = corpus.flatMap(({ mentions }) =>
        mentions.flatMap((mention) => ('entity' in mention && mention.entity !== undefined ? [mention.entity] : [])),
      );
      expect(linked.filter((entity) => !ids.has(entityOf(entity)))).toEqual([]);
      const total = entities.reduce((sum, { mentions }) => sum + mentions, 0);
      expect(total).toBe(resolve([]).entities.reduce((sum, { mentions }) => sum + mentions, 0));
    }),
    { numRuns: 100 },
  );
});
