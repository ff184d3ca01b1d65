// Resolves entities over the corpus: memory grows with the distinct names, never with the documents, and no order matters.
import type { Document, Language, NameMention } from '../document.ts';
import type { EntityFate } from '../ledger/fates.ts';
import type { KnownEntities } from '../names/index.ts';
import { isAcronymShaped } from '../names/acronyms.ts';
import { curated } from '../names/curated.ts';
import { entityIdOf } from '../names/identity.ts';
import type { DecidedEntities, DecidedName } from './decided.ts';
import { evidenceFor } from './evidence.ts';
import { findMerges } from './merge.ts';
import { addTally, bestName, bestNameIn, count, newTally, type Tally } from './tally.ts';

export interface ResolvedName {
  readonly name: string;
  readonly lang: Language;
  readonly count: number;
  readonly evidence: string;
}

/** A line of entities.jsonl; keys as the contract has them. */
export interface ResolvedEntity {
  readonly entity: string;
  readonly type: NameMention['type'];
  readonly name: string;
  readonly name_fr?: string;
  readonly name_en?: string;
  readonly names: ResolvedName[];
  readonly acronym?: string;
  readonly country?: string;
  readonly documents: number;
  readonly mentions: number;
  readonly was?: string[];
}

/** A merge that was considered and not made, for a person to decide. */
export interface Doubt {
  readonly entity: string;
  readonly others: readonly string[];
  readonly reason: string;
}

export interface Resolution {
  /** Lines of entities.jsonl, ordered by id. */
  readonly entities: readonly ResolvedEntity[];
  /** Final id of an entity as `linkNames` wrote it; itself where nothing changed. */
  entityOf(entity: string): string;
  /** Canonical name of a final id where a person decided it. */
  nameOf(entity: string): string | undefined;
  /** Ordered by id. */
  readonly doubts: readonly Doubt[];
  /** Fates of the decisions about entities. */
  readonly fates: ReadonlyMap<string, EntityFate>;
}

export interface Resolver {
  /** Takes the name mentions of one document; nothing else of it is kept. Its text is not read. */
  add(document: Pick<Document, 'lang' | 'mentions' | 'sentences'>): void;
  finish(): Resolution;
}

/**
 * Collects the entities of a corpus. A document alone merges nothing here: `linkNames` has put together what it shows,
 * so the lines of a stream carry the ids of that stage, and `collect` over them ends where one run over all documents does.
 *
 * @example const resolver = createResolver(); resolver.add(document); resolver.finish().entities
 * @param known entities of an earlier run: they keep their ids and names
 * @param decide what people decided about entities, given those of the corpus
 */
export function createResolver(
  known?: KnownEntities,
  decide?: (tallies: ReadonlyMap<string, Tally>) => DecidedEntities,
): Resolver {
  const tallies = new Map<string, Tally>();
  return {
    add({ lang, mentions, sentences }) {
      const seen = new Set<string>();
      for (const mention of mentions) {
        if (mention.type === 'country' || mention.type === 'figure' || mention.type === 'date') continue;
        const { entity, name, type, text } = mention;
        if (entity === undefined || name === undefined) continue;
        const tally = tallies.get(entity) ?? newTally(type);
        tallies.set(entity, tally);
        count(tally.names, `${lang}\t${name}`);
        const surface = `${sentences[mention.sentence]?.lang ?? 'und'}\t${text}`;
        count(tally.surfaces, surface);
        if (mention.status === 'corrected' || mention.status === 'added') count(tally.reviewed, surface);
        if (mention.country !== undefined) count(tally.countries, mention.country);
        tally.mentions++;
        if (!seen.has(entity)) tally.documents++;
        seen.add(entity);
      }
    },
    finish() {
      const decided = decide?.(tallies);
      const grouped = decided === undefined ? tallies : group(tallies, decided.entityOf);
      const { targets, doubts } = findMerges(grouped, known, decided?.isDistinct);
      const typeOf = new Map([...grouped].map(([entity, { type }]) => [entity, type]));
      const entityOf = (entity: string): string => {
        const own = decided?.entityOf(entity) ?? entity;
        return targets.get(own) ?? own;
      };
      const merged = new Map<string, Tally>();
      const replaced = new Map<string, string[]>();
      const names = new Map<string, DecidedName>();
      for (const [entity, tally] of tallies) {
        const target = entityOf(entity);
        const name = decided?.nameOf(entity);
        if (name !== undefined && name.place >= (names.get(target)?.place ?? 0)) names.set(target, name);
        const sum = merged.get(target) ?? newTally(typeOf.get(target) ?? tally.type);
        merged.set(target, addTally(sum, tally));
        // a merge that a person decided ties every writing of the entity that it took in
        if (decided !== undefined && decided.entityOf(entity) !== entity) {
          for (const [surface, times] of tally.surfaces) count(sum.reviewed, surface, times);
        }
        if (target === entity) continue;
        const earlier = replaced.get(target);
        if (earlier === undefined) replaced.set(target, [entity]);
        else earlier.push(entity);
      }
      const entities = [...merged]
        .map(([entity, tally]) => {
          const was = replaced.get(entity)?.sort(compare);
          return {
            ...toEntity(entity, tally, { known, decided: names.get(entity)?.name }),
            ...(was === undefined ? {} : { was }),
          };
        })
        .sort((left, right) => compare(left.entity, right.entity));
      return {
        entities,
        doubts,
        entityOf,
        nameOf: (entity) => names.get(entity)?.name,
        fates: decided?.fates ?? new Map(),
      };
    },
  };
}

/**
 * The tallies of what is one by decision, put together. Where people joined entities of several types it has that of its id,
 * else the first in the alphabet, whatever the order of the documents.
 */
function group(tallies: ReadonlyMap<string, Tally>, entityOf: (entity: string) => string): Map<string, Tally> {
  const types = new Map<string, NameMention['type']>();
  for (const [entity, { type }] of tallies) {
    const own = entityOf(entity);
    const before = types.get(own);
    if (before === undefined || type < before) types.set(own, tallies.get(own)?.type ?? type);
  }
  const groups = new Map<string, Tally>();
  for (const [entity, tally] of tallies) {
    const own = entityOf(entity);
    groups.set(own, addTally(groups.get(own) ?? newTally(types.get(own) ?? tally.type), tally));
  }
  return groups;
}

interface Naming {
  readonly known: KnownEntities | undefined;
  /** The name that a person decided: it holds in both languages. */
  readonly decided: string | undefined;
}

function toEntity(entity: string, tally: Tally, { known, decided }: Naming): ResolvedEntity {
  const before = known?.get(entity) ?? curated.get(entity);
  const names = namesOfId(entity, tally);
  const name = before?.name ?? bestName(tally.type, names);
  const nameFr = before?.nameFr ?? bestNameIn('fr', tally.type, names);
  const nameEn = before?.nameEn ?? bestNameIn('en', tally.type, names);
  const country = before?.country ?? onlyOf(tally.countries);
  const surfaces = [...tally.surfaces]
    .map(([key, total]): ResolvedName => {
      const [lang = 'und', text = ''] = key.split('\t');
      return {
        name: text,
        lang: toLanguage(lang),
        count: total,
        evidence: evidenceFor(tally.type, text, [decided, name, nameFr, nameEn], {
          isListed: before !== undefined,
          isReviewed: tally.reviewed.has(key),
        }),
      };
    })
    .sort(
      (left, right) => right.count - left.count || compare(left.name, right.name) || compare(left.lang, right.lang),
    );
  const acronym = findAcronym(surfaces);
  return {
    entity,
    type: tally.type,
    name: decided ?? name,
    ...(decided === undefined && nameFr !== undefined && nameEn !== undefined
      ? { name_fr: nameFr, name_en: nameEn }
      : {}),
    names: surfaces,
    ...(acronym === undefined ? {} : { acronym }),
    ...(country === undefined ? {} : { country }),
    documents: tally.documents,
    mentions: tally.mentions,
  };
}

/** The most frequent acronym: one that spells the name before one that only a bracket ties to it. */
function findAcronym(surfaces: readonly ResolvedName[]): string | undefined {
  const acronyms = surfaces.filter(({ name }) => isAcronymShaped(name));
  const spelt = acronyms.find(({ evidence }) => evidence === 'initials');
  return (spelt ?? acronyms.find(({ evidence }) => evidence === 'bracket' || evidence === 'curated'))?.name;
}

/** After a merge the fuller name stays: the one of which the id is the hash. */
function namesOfId(entity: string, { type, names }: Tally): ReadonlyMap<string, number> {
  const own = new Map([...names].filter(([key]) => entityIdOf(type, key.split('\t')[1] ?? '') === entity));
  return own.size === 0 ? names : own;
}

function toLanguage(lang: string): Language {
  return lang === 'fr' || lang === 'en' ? lang : 'und';
}

function onlyOf(counts: ReadonlyMap<string, number>): string | undefined {
  return counts.size === 1 ? [...counts.keys()][0] : undefined;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
