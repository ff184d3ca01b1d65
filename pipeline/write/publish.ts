// The schemas as other programs read them: JSON Schema, draft 2020-12, made from the ones that validate every line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decisionSchema, fateSchema } from '../ledger/schema.ts';
import { packageFolder } from '../text/resource.ts';
import { documentSchema, entitySchema, leadSchema, recordSchema, sentenceSchema, streamSchema } from './schema.ts';
import { makeFolder } from '../text/make-folder.ts';

/** The published schemas by file name. */
export const publishedSchemas = {
  'dataset.schema.json': recordSchema,
  'documents.schema.json': documentSchema,
  'sentences.schema.json': sentenceSchema,
  'entities.schema.json': entitySchema,
  'leads.schema.json': leadSchema,
  'stream.schema.json': streamSchema,
  'ledger.schema.json': decisionSchema,
  'decisions.schema.json': fateSchema,
} as const;

/**
 * The text of a published schema.
 * @example schemaText('dataset.schema.json').startsWith('{\n  "$schema"') // true
 */
export function schemaText(name: keyof typeof publishedSchemas): string {
  return `${JSON.stringify(z.toJSONSchema(publishedSchemas[name]), undefined, 2)}\n`;
}

/** Writes the published schemas beside their source. */
export function publishSchemas(): void {
  const folder = join(packageFolder(), 'pipeline', 'write', 'schemas');
  makeFolder(folder);
  for (const name of Object.keys(publishedSchemas) as (keyof typeof publishedSchemas)[]) {
    writeFileSync(join(folder, name), schemaText(name));
  }
}
