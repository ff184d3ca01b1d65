// Documents from JSON lines: a line is an object with `id` and `text`, and optionally `date`, `title`, `lang`, `source`.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Document, type DocumentNote, type FailedDocument, startDocument } from '../document.ts';
import { messageOf } from '../text/errors.ts';
import { findTextFault } from './decode.ts';
import { parseDocumentDate } from './document-date.ts';
import { decodeLine, type Line } from './lines.ts';

const lineSchema = z.looseObject({
  id: z.string().min(1),
  text: z.string(),
  date: z.string().optional(),
  title: z.string().optional(),
  lang: z.enum(['fr', 'en']).optional(),
  source: z.string().optional(),
});
const knownKeys = new Set(['id', 'text', 'date', 'title', 'lang', 'source']);

/**
 * Turns one line into a document, or into a failed one with its reason; undefined for a blank line.
 *
 * @example documentOfLine(line('{"id":"a","text":"Bonjour."}'), 'stdin') // { doc: 'a', text: 'Bonjour.', … }
 * @param where the file's name, for messages that stay off the dataset
 */
export function documentOfLine(line: Line, where: string): Document | FailedDocument | undefined {
  if (line.isTooLong) {
    const size = Math.ceil(line.byteCount / 2 ** 20);
    return failed(
      line,
      where,
      'read.too_large',
      `expected a line of at most 16 MiB, found ${size} MiB: split the document`,
    );
  }
  const text = decodeLine(line.bytes);
  if (text === undefined)
    return failed(line, where, 'read.encoding', 'expected a line in UTF-8, found other bytes: save the file as UTF-8');
  const source = line.number === 1 ? text.replace(/^\uFEFF/, '') : text;
  if (source.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (thrown) {
    return failed(
      line,
      where,
      'read.json',
      `expected a JSON object on the line, found broken JSON (${shorten(messageOf(thrown))}): repair the line`,
    );
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const key = issue?.path.join('.') ?? '';
    const message = `expected an object with "id" and "text", found ${key === '' ? 'something else' : `a fault in "${key}"`} (${shorten(issue?.message ?? '')}): repair the line`;
    return failed(line, where, 'read.line_shape', message, idOf(value));
  }
  const { id, title, lang } = parsed.data;
  const sha256 = createHash('sha256').update(parsed.data.text).digest('hex');
  const fields = { doc: id, source: parsed.data.source ?? id, sha256, encoding: 'utf-8' };
  const fault = [parsed.data.text, id, title ?? '', fields.source]
    .map(findTextFault)
    .find((found) => found !== undefined);
  if (fault !== undefined)
    return { ...fields, doc: whole(id), source: whole(fields.source), failure: { ...fault, stage: 'read' } };
  const notes: DocumentNote[] = [];
  const unknown = Object.keys(parsed.data).filter((key) => !knownKeys.has(key));
  if (unknown.length > 0) {
    notes.push({
      code: 'read.unknown_key',
      stage: 'read',
      severity: 'info',
      message: `keys that are not read: ${unknown.join(', ')}`,
    });
  }
  const date = parsed.data.date === undefined ? undefined : parseDocumentDate(parsed.data.date);
  if (parsed.data.date !== undefined && date === undefined) {
    const message = `expected "date" as YYYY, YYYY-MM or YYYY-MM-DD, found "${shorten(parsed.data.date)}": repair the line`;
    return { ...fields, failure: { code: 'read.date', stage: 'read', message } };
  }
  return startDocument({
    ...fields,
    text: parsed.data.text,
    notes,
    ...(date === undefined ? {} : { date }),
    ...(title === undefined || title.trim() === '' ? {} : { title: title.trim() }),
    ...(lang === undefined ? {} : { declaredLanguage: lang }),
  });
}

/** A line without a usable `id` is named by its bytes, so that the name is the same wherever the line stands. */
function failed(line: Line, where: string, code: string, message: string, id?: string): FailedDocument {
  const name = createHash('sha256').update(line.bytes).update(String(line.byteCount)).digest('hex').slice(0, 12);
  const doc = id ?? `line:${name}`;
  return { doc, source: id ?? where, failure: { code, stage: 'read', message } };
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' && value.id !== '' ? value.id : undefined;
}

/** A name that can be written, half pairs replaced. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
