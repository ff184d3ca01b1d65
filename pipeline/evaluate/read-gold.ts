// Reads gold documents from a folder of marked texts: language from the file name, sentences from a side file where there is one.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { blockOfLines, readSplit } from './corpus.ts';
import { familyOf, type Gold, type GoldDocument, type GoldMention } from './gold.ts';
import { GoldError, type Mark, type MarkupFault, parseMarkup } from './markup.ts';
import { isCompleteData, isReviewedDataset, readCompleteData, readReviewedDataset } from './reviewed.ts';
import { findSentencesFile, type GoldSentences, parseSentences } from './sentences-file.ts';
import { TamisError } from '../text/errors.ts';
import { packageFolder } from '../text/resource.ts';

/** Annotated files outside the repository, joined by the list of the frozen split. */
export interface Corpus {
  readonly folder: string;
  /** The list: part, file, lines. */
  readonly split: string;
  readonly part: string;
}

/**
 * A part of the annotated files in a folder, by the frozen split; nothing where no folder is named.
 * @example corpusOf('annotation', 'dev') // { folder: 'annotation', part: 'dev', split: '…/models/training/split.tsv' }
 */
export function corpusOf(folder: string | undefined, part: string): Corpus | undefined {
  if (folder === undefined) return undefined;
  return { folder, part, split: join(packageFolder(), 'models', 'training', 'split.tsv') };
}

/** Name of the marker that keeps a folder of gold from being read record by record. */
export const figuresOnlyMarker = 'FIGURES_ONLY';

const labels = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  MISC: 'other',
  DEM: 'demonym',
  FIG: 'figure',
  DATE: 'date',
} as const;

/**
 * Reads gold from a folder (or a single file) of marked texts, or from the folder of a reviewed dataset or of training data.
 * @example readGold(['tests/gold/dev']).documents.length // 69
 * @throws GoldError with every fault of every file
 */
export function readGold(folders: readonly string[], corpus?: Corpus): Gold {
  const documents: GoldDocument[] = [];
  const faults: MarkupFault[] = [];
  const leftOut: string[] = [];
  let isFiguresOnly = false;
  for (const folder of folders) {
    if (!existsSync(folder))
      throw new TamisError(
        'gold.missing',
        `expected gold at ${folder}, got nothing there: name a folder of .fr.txt and .en.txt files`,
      );
    if (statSync(folder).isDirectory() && isReviewedDataset(folder)) {
      const reviewed = readReviewedDataset(folder);
      documents.push(...reviewed.documents);
      leftOut.push(...reviewed.leftOut);
      continue;
    }
    if (statSync(folder).isDirectory() && isCompleteData(folder)) {
      documents.push(...readCompleteData(folder));
      continue;
    }
    isFiguresOnly ||= statSync(folder).isDirectory() && existsSync(join(folder, figuresOnlyMarker));
    for (const file of listFiles(folder)) {
      const doc = file === folder ? basename(file) : relative(folder, file).split(sep).join('/');
      documents.push(readMarked(readFileSync(file), doc, faults, findSentencesFile(file)));
    }
  }
  if (corpus !== undefined) {
    const rows = readSplit(corpus.split).filter((row) => row.part === corpus.part);
    const known = new Set(documents.map((document) => document.doc));
    for (const row of rows) {
      if (known.has(row.file)) continue;
      const path = join(corpus.folder, row.file);
      if (!existsSync(path)) {
        leftOut.push(`${row.file} ${row.lines}: not in ${corpus.folder}`);
        continue;
      }
      const block = blockOfLines(readFileSync(path, 'utf8'), row.lines);
      documents.push(readMarked(Buffer.from(block), row.doc, faults, undefined));
    }
    // the test part is read in figures only, wherever its files lie
    isFiguresOnly ||= corpus.part === 'test';
  }
  const seen = new Set<string>();
  for (const { doc } of documents) {
    if (seen.has(doc)) faults.push({ file: doc, line: 1, reason: 'two gold documents of this name', near: '' });
    seen.add(doc);
  }
  if (faults.length > 0) throw new GoldError(faults);
  if (documents.length === 0) {
    throw new TamisError(
      'gold.empty',
      `expected gold documents in ${folders.join(', ')}, got none: files end in .fr.txt or .en.txt`,
    );
  }
  return { documents, leftOut, isFiguresOnly };
}

/** Marked text files under a folder, in the order of their paths' code units. */
function listFiles(folder: string): string[] {
  if (!statSync(folder).isDirectory()) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt') && !path.split(sep).some((part) => part.startsWith('.')))
    .sort((left, right) => (left < right ? -1 : left > right ? 1 : 0))
    .map((path) => join(folder, path));
}

function readMarked(
  bytes: Uint8Array,
  doc: string,
  faults: MarkupFault[],
  sentencesFile: string | undefined,
): GoldDocument {
  let raw = '';
  try {
    raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    faults.push({ file: doc, line: 1, reason: 'not UTF-8', near: '' });
  }
  const parsed = parseMarkup(raw, doc);
  faults.push(...parsed.faults);
  const lang = /\.(fr|en)(?:\.txt)?$/.exec(doc)?.[1];
  if (lang === undefined) {
    faults.push({
      file: doc,
      line: 1,
      reason: 'the name does not say the language: it ends in .fr.txt or .en.txt',
      near: '',
    });
  }
  let sentences: GoldSentences | undefined;
  if (sentencesFile !== undefined) {
    const read = parseSentences(readFileSync(sentencesFile, 'utf8'), parsed.text, basename(sentencesFile));
    faults.push(...read.faults);
    sentences = read.sentences;
  }
  return {
    doc,
    lang: lang === 'fr' || lang === 'en' ? lang : 'und',
    family: familyOf(doc),
    text: parsed.text,
    mentions: parsed.marks.map(goldOfMark),
    ...(sentences === undefined ? {} : { sentences }),
  };
}

/** A mark as gold. @example goldOfMark(mark).label // 'person' */
export function goldOfMark({ type, start, end, text, line, name, code, figure, unit, edtf }: Mark): GoldMention {
  const isName = type === 'PER' || type === 'ORG' || type === 'MISC' || (type === 'LOC' && code === undefined);
  return {
    label: labels[type],
    start,
    end,
    text,
    line,
    ...(isName ? { name: name ?? text } : {}),
    ...(code === undefined ? {} : { code }),
    ...(figure === undefined ? {} : { figure }),
    ...(unit === undefined ? {} : { unit }),
    ...(edtf === undefined ? {} : { edtf }),
  };
}
