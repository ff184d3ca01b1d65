// Remembers what the model marked in a document, so that a second run over unchanged input does no model work.
// One small file a document in `<output>/.cache`; an entry is used only under the exact same text, cuts, model and code.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Document } from './document.ts';
import { packageFolder } from './text/resource.ts';
import { makeFolder } from './text/make-folder.ts';
import { replaceFile } from './text/replace-file.ts';

/** Version of what an entry holds: 2 with near misses. */
const format = 2;

const spansSchema = z.array(
  z.strictObject({
    start: z.int(),
    end: z.int(),
    label: z.enum(['PER', 'ORG', 'LOC', 'MISC', 'DEM', 'FIG', 'DATE']),
    score: z.number(),
    sentence: z.int(),
  }),
);
const entrySchema = z.strictObject({
  format: z.literal(format),
  modelSpans: spansSchema,
  nearMisses: spansSchema,
  notes: z.array(
    z.strictObject({
      code: z.string(),
      stage: z.literal('ner'),
      severity: z.enum(['info', 'warning', 'error']),
      start: z.int().optional(),
      end: z.int().optional(),
      message: z.string(),
    }),
  ),
  unread: z.array(z.strictObject({ stage: z.literal('ner'), start: z.int(), end: z.int(), reason: z.string() })),
});

export interface ModelCache {
  /** The document as the NER stage would return it, or undefined where the model has to read it. */
  find(document: Document): Document | undefined;
  /** Remembers the difference that the NER stage made. */
  store(before: Document, after: Document): void;
  /** Forgets the entries that this run did not use. */
  prune(): void;
}

/**
 * Opens the cache of an output folder for one model.
 *
 * @example openCache('output/.cache', model.hash).find(document)?.modelSpans
 * @param modelHash content hash of the model: another model never sees these entries
 */
export function openCache(folder: string, modelHash: string): ModelCache {
  const revision = codeRevision();
  const used = new Set<string>();
  const nameOf = (document: Document): string => {
    const cuts = JSON.stringify([
      document.blocks.map(({ start, end }) => [start, end]),
      document.sentences.map(({ start, end, lang }) => [start, end, lang]),
    ]);
    const hash = createHash('sha256').update(`${revision}\n${modelHash}\n${cuts}\n`).update(document.text);
    return `${hash.digest('hex').slice(0, 40)}.json`;
  };
  return {
    find(document) {
      const name = nameOf(document);
      const entry = readEntry(join(folder, name));
      if (entry === undefined) return undefined;
      used.add(name);
      const notes = entry.notes as Document['notes'];
      return {
        ...document,
        modelSpans: entry.modelSpans,
        nearMisses: entry.nearMisses,
        notes: [...document.notes, ...notes],
        unread: [...document.unread, ...entry.unread],
      };
    },
    store(before, after) {
      const name = nameOf(before);
      const entry = {
        format,
        modelSpans: after.modelSpans,
        nearMisses: after.nearMisses ?? [],
        notes: after.notes.slice(before.notes.length),
        unread: after.unread.slice(before.unread.length),
      };
      makeFolder(folder);
      replaceFile(join(folder, name), JSON.stringify(entry));
      used.add(name);
    },
    prune() {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) {
        // a name with a dot in front is being written by another run
        if (!used.has(name) && !name.startsWith('.')) rmSync(join(folder, name), { force: true });
      }
    },
  };
}

/** A damaged or foreign entry counts as absent: the model reads the document again and the entry is replaced. */
function readEntry(path: string): z.infer<typeof entrySchema> | undefined {
  try {
    return entrySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Fingerprint of the stage's own files: a changed rule invalidates what was remembered under the old one. */
function codeRevision(): string {
  const hash = createHash('sha256');
  const root = join(packageFolder(), 'pipeline');
  const names = readdirSync(join(root, 'ner'), { recursive: true }).map(String).sort();
  for (const name of names) {
    if (/\.(?:ts|tsv|json)$/u.test(name)) hash.update(`${name}\n`).update(readFileSync(join(root, 'ner', name)));
  }
  // another version of the runtime may mark otherwise: the lock file names it
  hash.update(readFileSync(join(packageFolder(), 'package-lock.json')));
  return hash.update(readFileSync(join(root, 'text', 'words.ts'))).digest('hex');
}
