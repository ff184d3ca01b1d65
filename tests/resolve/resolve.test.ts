// Entities over a corpus: the same whatever the order, from whole documents or from the lines of a stream.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../pipeline/document.ts';
import { linkNames } from '../../pipeline/names/index.ts';
import { createResolver, type Resolution } from '../../pipeline/resolve/index.ts';
import { loadKnownEntities } from '../../pipeline/resolve/known.ts';
import { markedDocument } from '../names/document.ts';

const linked = (marked: string, lang: 'fr' | 'en' = 'fr'): Document => linkNames(markedDocument(marked, lang));

function resolve(documents: readonly Document[]): Resolution {
  const resolver = createResolver();
  for (const document of documents) resolver.add(document);
  return resolver.finish();
}

const corpus = [
  linked('Le [O:Syndicat national des apiculteurs] ([O:SNA]) et [P:Benny Gantz]. [P:Gantz] rit à [L:Londres].'),
  linked('Le [O:SNA] refuse. [P:Gantz] aussi.'),
  linked('The [O:UN] met [P:Benny Gantz] in [L:London].', 'en'),
  linked('L’[O:ONU] et le [O:Service naval argentin] ([O:SNAV]), [M:Pegasus].'),
  linked('[P:Josep Borrell Fontelles], [P:Josep Borrell]'),
  linked('[P:Josep Borrell] seul.'),
];

describe('a corpus', () => {
  const { entities, entityOf, doubts } = resolve(corpus);
  const named = (name: string) => entities.find((entity) => entity.name === name);

  test('an acronym alone is the body that another document ties it to', () => {
    const union = named('Syndicat national des apiculteurs');
    expect(union).toMatchObject({ documents: 2, mentions: 3, acronym: 'SNA' });
    expect(union?.was).toHaveLength(1);
    expect(entityOf(union?.was?.[0] ?? '')).toBe(union?.entity);
    expect(named('SNA')).toBeUndefined();
  });

  test('a fuller name of a person takes the shorter one in', () => {
    expect(named('Josep Borrell Fontelles')).toMatchObject({ documents: 2, mentions: 3 });
  });

  test('a surname alone is a doubt for review and no merge', () => {
    expect(named('Gantz')).toMatchObject({ documents: 1, mentions: 1 });
    expect(doubts.map(({ reason }) => reason)).toContain('"Gantz" alone');
  });

  test('both languages meet in one line, with each surface’s evidence', () => {
    const nations = named('Organisation des Nations unies');
    expect(nations).toMatchObject({
      entity: 'organisation-un',
      name_fr: 'Organisation des Nations unies',
      name_en: 'United Nations',
      documents: 2,
    });
    expect(nations?.names).toEqual([
      { name: 'ONU', lang: 'fr', count: 1, evidence: 'initials' },
      { name: 'UN', lang: 'en', count: 1, evidence: 'initials' },
    ]);
    expect(named('Benny Gantz')?.names).toContainEqual({ name: 'Gantz', lang: 'fr', count: 1, evidence: 'surname' });
    expect(entities.find(({ entity }) => entity === 'place-london')).toMatchObject({ country: 'GB', documents: 2 });
  });

  test('the lines are sorted by id and carry the keys of the contract in its order', () => {
    const ids = entities.map(({ entity }) => entity);
    expect(ids).toEqual([...ids].sort());
    const order = [
      'entity',
      'type',
      'name',
      'name_fr',
      'name_en',
      'names',
      'acronym',
      'country',
      'documents',
      'mentions',
      'was',
    ];
    for (const entity of entities) {
      const keys = Object.keys(entity);
      expect(keys).toEqual(order.filter((key) => keys.includes(key)));
      expect(Object.values(entity)).not.toContain(undefined);
    }
  });

  test('no order of the documents changes a byte', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(corpus, { minLength: corpus.length }), (shuffled) => {
        expect(JSON.stringify(resolve(shuffled).entities)).toBe(JSON.stringify(entities));
        expect(resolve(shuffled).doubts).toEqual(doubts);
      }),
      { numRuns: 50 },
    );
  });

  test('a document alone is left as linking wrote it, so that a stream line can be collected', () => {
    const changed = corpus.flatMap((document) => {
      const alone = resolve([document]);
      const ids = document.mentions.flatMap((mention) => ('entity' in mention ? [mention.entity ?? ''] : []));
      return ids.filter((id) => alone.entityOf(id) !== id);
    });
    expect(changed).toEqual([]);
  });

  test('records without their text resolve to the same', () => {
    const stripped = corpus.map(({ lang, mentions, sentences }) => ({
      lang,
      mentions,
      sentences: sentences.map((sentence) => ({ ...sentence, words: [] })),
    }));
    const resolver = createResolver();
    for (const document of stripped) resolver.add(document);
    expect(resolver.finish().entities).toEqual(entities);
  });
});

test('a surname that is short for many people lists a few of them, and how many more there are', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    linked(`[P:${'ABCDE'[index % 5]}${'abcdef'[index % 6]}na Roy] part. [P:Roy] revient.`),
  );
  const { doubts } = resolve([...many, linked('[P:Roy] seul.')]);
  expect(doubts).toHaveLength(1);
  expect(doubts[0]?.others).toHaveLength(20);
  expect(doubts[0]?.reason).toContain('10 more');
});

test('what is kept grows with the names and not with the documents', () => {
  const forms = corpus.length;
  const once = resolve(corpus).entities;
  const often = resolve(
    Array.from({ length: 50 * forms }, (_, index) => corpus[index % forms]).filter((one) => one !== undefined),
  ).entities;
  const shape = (entities: typeof once) =>
    entities.map(({ entity, names }) => [entity, names.map(({ name, lang }) => `${lang} ${name}`).sort()]);
  expect(shape(often)).toEqual(shape(once));
  expect(often.map(({ mentions }) => mentions)).toEqual(once.map(({ mentions }) => 50 * mentions));
});

describe('a name in capitals', () => {
  const heading = (name: string, lang: 'fr' | 'en' = 'fr') => linked(name, lang);

  test.each([
    ['place, a tie', ['[L:NAIROBI] brûle.', 'À [L:Nairobi], rien.'], 'Nairobi'],
    ['place, mostly in headings', ['[L:NAIROBI] brûle.', '[L:NAIROBI] dort.', 'À [L:Nairobi], rien.'], 'Nairobi'],
    ['short place', ['[L:GOMA] est prise.', 'À [L:Goma], rien.'], 'Goma'],
    ['work', ['[M:PEGASUS] revient.', 'Le logiciel [M:Pegasus].'], 'Pegasus'],
    ['nothing else', ['[L:NAIROBI] brûle.'], 'Nairobi'],
    ['an acronym is none', ['le [O:SNJT]', 'le [O:SNJT]', 'le [O:Snjt]'], 'SNJT'],
    ['among calm names the count decides', ['[L:Mytho]', '[L:Mythô]', '[L:Mythô]'], 'Mythô'],
  ])('%s: %j is %s', (_case, texts, name) => {
    const documents = texts.map((text) => heading(text));
    const forward = resolve(documents).entities;
    expect(forward.map((entity) => entity.name)).toEqual([name]);
    expect(resolve([...documents].reverse()).entities).toEqual(forward);
  });

  test('one language in capitals alone takes the calm writing of the other', () => {
    const { entities } = resolve([heading('[L:NAIROBI] brûle.'), heading('In [L:Nairobi], nothing.', 'en')]);
    expect(entities).toMatchObject([{ name: 'Nairobi', name_fr: 'Nairobi', name_en: 'Nairobi' }]);
  });

  test('no order of the documents changes the name', () => {
    const documents = ['[L:NAIROBI]', '[L:Nairobi]', '[L:Naïrobi]', '[L:NAÏROBI]'].map((text) => heading(text));
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(resolve(shuffled).entities.map(({ name }) => name)).toEqual(['Nairobi']);
      }),
    );
  });

  test('known entities leave a later record its calm name', () => {
    const { entities } = resolve([heading('[L:NAIROBI] brûle.'), heading('À [L:Nairobi], rien.')]);
    const known = loadKnownEntities(entities.map((entity) => JSON.stringify(entity)));
    expect(linkNames(markedDocument('À [L:Nairobi].'), known).mentions[0]).toMatchObject({ name: 'Nairobi' });
  });
});

test('an acronym that two bodies claim is merged with neither', () => {
  const { entities, doubts } = resolve([
    linked('le [O:Comité national électoral] ([O:CNE])'),
    linked('le [O:Centre naval d’essais] ([O:CNE])'),
    linked('le [O:CNE]'),
  ]);
  expect(entities).toHaveLength(3);
  expect(doubts[0]).toMatchObject({ reason: '"CNE" is short for several' });
});

test('memory holds distinct names, not documents', () => {
  const resolver = createResolver();
  const document = corpus[0];
  if (document === undefined) throw new Error('expected a corpus');
  for (let count = 0; count < 20_000; count++) resolver.add(document);
  const { entities } = resolver.finish();
  expect(entities).toHaveLength(resolve([document]).entities.length);
  expect(entities[0]?.documents).toBe(20_000);
});

describe('known entities', () => {
  test('the lines of one run are read by the next and keep their ids', () => {
    const first = resolve(corpus).entities;
    const known = loadKnownEntities(first.map((entity) => JSON.stringify(entity)));
    const again = linkNames(markedDocument('Le [O:SNA] revient.'), known);
    const union = first.find(({ name }) => name === 'Syndicat national des apiculteurs');
    expect(again.mentions[0]).toMatchObject({ name: union?.name, entity: union?.entity });
  });

  test('a form of two known entities names none', () => {
    const known = loadKnownEntities([
      '{"entity":"a","type":"person","name":"Anna Roy","names":[{"name":"Roy","lang":"fr"}]}',
      '{"entity":"b","type":"person","name":"Paul Roy","names":[{"name":"Roy","lang":"fr"}]}',
    ]);
    expect(known.find('person', 'Roy', 'fr')).toBeUndefined();
    expect(known.find('person', 'anna roy', 'fr')?.entity).toBe('a');
    expect(known.find('organisation', 'Anna Roy', 'fr')).toBeUndefined();
  });

  test.each([
    ['no JSON', 'nonsense'],
    ['another shape', '{"entity":"a"}'],
    ['another type', '{"entity":"a","type":"country","name":"x"}'],
  ])('%s is refused with its line', (_case, line) => {
    expect(() => loadKnownEntities(['', line])).toThrow(/^expected an entity in line 2/u);
  });
});
