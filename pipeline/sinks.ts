// Where a run's lines go: a folder, entities resolved over the whole corpus, or a stream, resolved document by document.
import type { Document } from './document.ts';
import { createFates, type FateCollector } from './ledger/fates.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Fate } from './ledger/schema.ts';
import type { KnownEntities } from './names/index.ts';
import { decideEntities } from './resolve/decided.ts';
import { createResolver, type Resolution } from './resolve/index.ts';
import { openFolder } from './write/folder.ts';
import type { DocumentLines, LinkedName } from './write/lines.ts';
import type { DatasetRecord, DocumentLine, EntityLine, StreamLine } from './write/schema.ts';
import { toStreamLine } from './write/stream.ts';

export interface Sink {
  /** Takes the lines of a document; `document` gives the resolver its names. */
  add(document: Document, lines: DocumentLines): Promise<void>;
  addFailed(line: DocumentLine): Promise<void>;
  /** @param run the report, given the fates of all decisions where a ledger was applied */
  finish(run: (fates: readonly Fate[] | undefined) => object): Promise<void>;
  abandon(): Promise<void>;
}

/** What a sink resolves entities by. */
export interface SinkSettings {
  /** Entities of an earlier run. */
  readonly known?: KnownEntities | undefined;
  readonly ledger?: Ledger | undefined;
}

/**
 * A dataset folder.
 * @example const sink = await folderSink('output', { known }); await sink.add(document, lines); await sink.finish(() => report)
 */
export async function folderSink(output: string, { known, ledger }: SinkSettings): Promise<Sink> {
  const writer = await openFolder(output);
  const resolver =
    ledger === undefined
      ? createResolver(known)
      : createResolver(known, (tallies) => decideEntities(ledger.standing, { tallies, known }));
  const collector = ledger === undefined ? undefined : createFates(ledger);
  return {
    async add(document, lines) {
      resolver.add(document);
      collector?.add(document.doc, lines.decisions ?? []);
      await writer.add(lines);
    },
    async addFailed(line) {
      collector?.addFailed(line.doc);
      await writer.addFailed(line);
    },
    async finish(run) {
      const resolution = resolver.finish();
      const fates = collector?.finish(resolution.fates);
      const documents = documentCounter();
      await writer.finish({
        settle: (record) => documents.count(settle(record, resolution)),
        // the lines are made after the records have passed
        entities: withDoubts(resolution, documents.of),
        fates,
        run: () => run(fates),
      });
    },
    abandon: () => writer.abandon(),
  };
}

/**
 * One line a document on a stream, in order, and nothing else.
 * @example streamSink((line) => process.stdout.write(line), { known })
 */
export function streamSink(write: (text: string) => Promise<void>, { known, ledger }: SinkSettings): Sink {
  const writeLine = (line: StreamLine): Promise<void> => write(`${JSON.stringify(line)}\n`);
  const collector: FateCollector | undefined = ledger === undefined ? undefined : createFates(ledger);
  // the same for every document: ids alone are gone by, as no document knows the entities of the others
  const decided = ledger === undefined ? undefined : decideEntities(ledger.standing, { known });
  return {
    async add(document, lines) {
      const resolver = createResolver(known, decided === undefined ? undefined : () => decided);
      resolver.add(document);
      collector?.add(document.doc, lines.decisions ?? []);
      const resolution = resolver.finish();
      const linked: LinkedName[] = [];
      const records = lines.records.map((record): DatasetRecord => {
        const settled = settle(record, resolution);
        if (settled !== record && 'entity' in record && record.entity !== undefined)
          linked.push({ record: record.id, entity: record.entity, name: record.name });
        return settled;
      });
      const isLinked = ledger !== undefined && linked.length > 0;
      await writeLine(toStreamLine({ ...lines, records, ...(isLinked ? { linked } : {}) }));
    },
    addFailed: (line) => {
      collector?.addFailed(line.doc);
      return writeLine(toStreamLine({ document: line, sentences: [], records: [], leads: [] }));
    },
    // decisions about entities are over the whole corpus: `collect` gives their fates
    finish: (run) => {
      run(collector?.finish(new Map()).filter(({ doc }) => doc !== undefined));
      return Promise.resolve();
    },
    abandon: () => Promise.resolve(),
  };
}

/**
 * Counts the documents of each entity, of records in the order of their documents: what was merged counts once in a
 * document that has several of its names.
 */
function documentCounter(): {
  count(record: DatasetRecord): DatasetRecord;
  of(this: void, entity: string): number | undefined;
} {
  const seen = new Map<string, { last: string; documents: number }>();
  return {
    count(record) {
      if (!('entity' in record) || record.entity === undefined) return record;
      const own = seen.get(record.entity);
      if (own === undefined) seen.set(record.entity, { last: record.doc, documents: 1 });
      else if (own.last !== record.doc) {
        own.last = record.doc;
        own.documents += 1;
      }
      return record;
    },
    of: (entity) => seen.get(entity)?.documents,
  };
}

/** The lines of entities.jsonl, each with the merges that were considered for it and not made. */
function* withDoubts(
  { entities, doubts }: Resolution,
  documentsOf: (entity: string) => number | undefined,
): Generator<EntityLine> {
  const byEntity = new Map<string, { others: string[]; reason: string }[]>();
  for (const { entity, others, reason } of doubts) {
    byEntity.set(entity, [...(byEntity.get(entity) ?? []), { others: [...others], reason }]);
  }
  for (const entity of entities) {
    const line = { ...entity, documents: documentsOf(entity.entity) ?? entity.documents };
    const own = byEntity.get(line.entity);
    yield own === undefined ? line : { ...line, doubts: own };
  }
}

/** A record with the entity that it belongs to over the corpus, under the name that a person decided; itself if it had that. */
function settle(record: DatasetRecord, { entityOf, nameOf }: Resolution): DatasetRecord {
  if (!('entity' in record) || record.entity === undefined) return record;
  const entity = entityOf(record.entity);
  const name = nameOf(entity) ?? record.name;
  if (entity === record.entity && name === record.name) return record;
  return { ...record, ...(name === undefined ? {} : { name }), entity };
}

/**
 * Notices texts that come a second time, by their hashes; texts of white space alone are no duplicates.
 * @example const findDuplicate = duplicateFinder(); findDuplicate('b.txt', sha256) // 'a.txt' where that had the same text
 */
export function duplicateFinder(): (doc: string, textSha256: string) => string | undefined {
  const first = new Map<string, string>();
  return (doc, textSha256) => {
    const earlier = first.get(textSha256);
    if (earlier === undefined) first.set(textSha256, doc);
    return earlier;
  };
}
