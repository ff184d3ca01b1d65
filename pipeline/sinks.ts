// Where a run's lines go: a folder, entities resolved over the whole corpus, or a stream, resolved document by document.
import type { Document } from './document.ts';
import type { KnownEntities } from './names/index.ts';
import { createResolver, type Resolution } from './resolve/index.ts';
import { openFolder } from './write/folder.ts';
import type { DocumentLines } from './write/lines.ts';
import type { DatasetRecord, DocumentLine, EntityLine, StreamLine } from './write/schema.ts';
import { toStreamLine } from './write/stream.ts';

export interface Sink {
  /** Takes the lines of a document; `document` gives the resolver its names. */
  add(document: Document, lines: DocumentLines): Promise<void>;
  addFailed(line: DocumentLine): Promise<void>;
  finish(run: () => object): Promise<void>;
  abandon(): Promise<void>;
}

/**
 * A dataset folder.
 * @example const sink = await folderSink('output', known); await sink.add(document, lines); await sink.finish(() => report)
 */
export async function folderSink(output: string, known: KnownEntities | undefined): Promise<Sink> {
  const writer = await openFolder(output);
  const resolver = createResolver(known);
  return {
    async add(document, lines) {
      resolver.add(document);
      await writer.add(lines);
    },
    addFailed: (line) => writer.addFailed(line),
    async finish(run) {
      const resolution = resolver.finish();
      await writer.finish((record) => settledEntity(record, resolution.entityOf), withDoubts(resolution), run);
    },
    abandon: () => writer.abandon(),
  };
}

/**
 * One line a document on a stream, in order, and nothing else.
 * @example streamSink((line) => process.stdout.write(line), known)
 */
export function streamSink(write: (text: string) => Promise<void>, known: KnownEntities | undefined): Sink {
  const writeLine = (line: StreamLine): Promise<void> => write(`${JSON.stringify(line)}\n`);
  return {
    async add(document, lines) {
      const resolver = createResolver(known);
      resolver.add(document);
      const { entityOf } = resolver.finish();
      const records = lines.records.map((record): DatasetRecord => {
        const entity = settledEntity(record, entityOf);
        return entity === undefined || !('entity' in record) ? record : { ...record, entity };
      });
      await writeLine(toStreamLine({ ...lines, records }));
    },
    addFailed: (line) => writeLine(toStreamLine({ document: line, sentences: [], records: [], leads: [] })),
    finish: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  };
}

/** The lines of entities.jsonl, each with the merges that were considered for it and not made. */
function* withDoubts({ entities, doubts }: Resolution): Generator<EntityLine> {
  const byEntity = new Map<string, { others: string[]; reason: string }[]>();
  for (const { entity, others, reason } of doubts) {
    byEntity.set(entity, [...(byEntity.get(entity) ?? []), { others: [...others], reason }]);
  }
  for (const line of entities) {
    const own = byEntity.get(line.entity);
    yield own === undefined ? line : { ...line, doubts: own };
  }
}

function settledEntity(record: DatasetRecord, entityOf: (entity: string) => string): string | undefined {
  return 'entity' in record && record.entity !== undefined ? entityOf(record.entity) : undefined;
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
