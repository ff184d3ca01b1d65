// Resolves entities over the corpus: memory grows with the distinct names, never with the documents, and no order matters.
import type { Document, Language, NameMention } from '../document.ts';
import type { KnownEntities } from '../names/index.ts';
import { curated } from '../names/curated.ts';
import { evidenceFor } from './evidence.ts';

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

export interface Resolution {
  /** Lines of entities.jsonl, ordered by id. */
  readonly entities: readonly ResolvedEntity[];
  /** Final id of an entity as `linkNames` wrote it; itself where nothing changed. */
  entityOf(record: { readonly entity?: string | undefined }): string | undefined;
}

export interface Resolver {
  /** Takes the name mentions of one document; nothing else of it is kept. Its text is not read. */
  add(document: Pick<Document, 'lang' | 'mentions' | 'sentences'>): void;
  finish(): Resolution;
}

interface Tally {
  readonly type: NameMention['type'];
  /** Canonical names by language of the document, with counts. */
  readonly names: Map<string, number>;
  /** Surfaces by language of the sentence, with counts. */
  readonly surfaces: Map<string, number>;
  readonly countries: Map<string, number>;
  documents: number;
  mentions: number;
}

/**
 * Collects the entities of a corpus.
 *
 * @example const resolver = createResolver(); resolver.add(document); resolver.finish().entities
 * @param known entities of an earlier run: they keep their ids and names
 */
export function createResolver(known?: KnownEntities): Resolver {
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
        count(tally.surfaces, `${sentences[mention.sentence]?.lang ?? 'und'}\t${text}`);
        if (mention.country !== undefined) count(tally.countries, mention.country);
        tally.mentions++;
        if (!seen.has(entity)) tally.documents++;
        seen.add(entity);
      }
    },
    finish() {
      const entities = [...tallies]
        .map(([entity, tally]) => toEntity(entity, tally, known))
        .sort((left, right) => compare(left.entity, right.entity));
      return { entities, entityOf: ({ entity }) => entity };
    },
  };
}

function newTally(type: NameMention['type']): Tally {
  return { type, names: new Map(), surfaces: new Map(), countries: new Map(), documents: 0, mentions: 0 };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toEntity(entity: string, tally: Tally, known: KnownEntities | undefined): ResolvedEntity {
  const before = known?.get(entity) ?? curated.get(entity);
  const name = before?.name ?? mostOf(tally.names).split('\t')[1] ?? '';
  const nameFr = before?.nameFr ?? nameIn(tally.names, 'fr');
  const nameEn = before?.nameEn ?? nameIn(tally.names, 'en');
  const country = before?.country ?? onlyOf(tally.countries);
  const names = [...tally.surfaces]
    .map(([key, total]): ResolvedName => {
      const [lang = 'und', text = ''] = key.split('\t');
      return {
        name: text,
        lang: toLanguage(lang),
        count: total,
        evidence: evidenceFor(tally.type, text, [name, nameFr, nameEn]),
      };
    })
    .sort(
      (left, right) => right.count - left.count || compare(left.name, right.name) || compare(left.lang, right.lang),
    );
  const acronym = names.find(({ evidence }) => evidence === 'initials' || evidence === 'bracket')?.name;
  return {
    entity,
    type: tally.type,
    name,
    ...(nameFr !== undefined && nameEn !== undefined ? { name_fr: nameFr, name_en: nameEn } : {}),
    names,
    ...(acronym === undefined ? {} : { acronym }),
    ...(country === undefined ? {} : { country }),
    documents: tally.documents,
    mentions: tally.mentions,
  };
}

function toLanguage(lang: string): Language {
  return lang === 'fr' || lang === 'en' ? lang : 'und';
}

/** The most frequent key, the smallest of several: the same whatever the order of the documents. */
function mostOf(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let bestCount = 0;
  for (const [key, total] of counts) {
    if (total > bestCount || (total === bestCount && compare(key, best) < 0)) {
      best = key;
      bestCount = total;
    }
  }
  return best;
}

function nameIn(names: ReadonlyMap<string, number>, lang: Language): string | undefined {
  const own = new Map([...names].filter(([key]) => key.startsWith(`${lang}\t`)));
  return own.size === 0 ? undefined : mostOf(own).split('\t')[1];
}

function onlyOf(counts: ReadonlyMap<string, number>): string | undefined {
  return counts.size === 1 ? [...counts.keys()][0] : undefined;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
