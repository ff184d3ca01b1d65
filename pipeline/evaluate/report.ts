// The report of an evaluation, made of gold and output. No file is read here.
import { bootstrapF1, type Interval } from './bootstrap.ts';
import { listErrors } from './errors.ts';
import type { Gold, GoldDocument } from './gold.ts';
import { labelRecords, pairNames, tallyDocument } from './judge.ts';
import { countLinks } from './links.ts';
import { findOffsetFaults, type OffsetFault } from './offsets.ts';
import { type DocumentPair, pairDocuments } from './pairing.ts';
import type { PredictedDocument } from './predicted.ts';
import type { EvaluationReport } from './report-schema.ts';
import { surroundingsOf } from './surroundings.ts';
import { type Counts, cellKey, figuresOf, noCounts, sumTallies, type Tally } from './tally.ts';

export interface ReportOptions {
  /** Also a group for each family of files. */
  readonly byFamily?: boolean;
  readonly resamples?: number;
  readonly seed?: number;
  readonly curatedNames?: ReadonlySet<string> | undefined;
}

/**
 * Judges output against gold.
 * @example reportOn({ documents: [], leftOut: [], isFiguresOnly: false }, []).figures // []
 */
export function reportOn(
  gold: Gold,
  output: readonly PredictedDocument[],
  { byFamily = false, resamples = 1000, seed = 20260101, curatedNames }: ReportOptions = {},
): EvaluationReport {
  const { pairs, lost } = pairDocuments(gold.documents, output);
  const tallies = pairs.map((pair) => ({
    gold: pair.gold,
    tally: tallyDocument(pair.gold, pair.found, surroundingsOf(pair.gold, pair.found, curatedNames)),
  }));
  const groups = new Map<string, Tally[]>();
  const join = (group: string, tally: Tally): void => {
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [tally]);
    else members.push(tally);
  };
  for (const { gold: document, tally } of tallies) join(document.lang, tally);
  for (const { tally } of tallies) join('all', tally);
  // of a frozen test nothing finer than language and type is told
  if (byFamily && !gold.isFiguresOnly)
    for (const { gold: document, tally } of tallies) if (document.family !== '') join(document.family, tally);

  const figures = [...groups].flatMap(([group, members]) =>
    [...sumTallies(members)].map(([key, counts]) => {
      const column = members.map((member) => member.get(key) ?? noCounts);
      return figureOf(group, key, counts, bootstrapF1(column, resamples, seed));
    }),
  );
  figures.push(...linkOverDocuments(pairs, [...groups.keys()]));
  const errors = gold.isFiguresOnly
    ? []
    : pairs.flatMap((pair) =>
        pair.found === undefined
          ? []
          : listErrors(pair.gold, pair.found, surroundingsOf(pair.gold, pair.found, curatedNames)),
      );
  return {
    version: 1,
    documents: gold.documents.length,
    mentions: gold.documents.reduce((sum, document) => sum + document.mentions.length, 0),
    lost: [...lost],
    leftOut: [...gold.leftOut],
    offsetFaults: pairs.flatMap((pair) =>
      pair.found === undefined ? [] : offsetFaultsOf(pair.gold, pair.found, gold),
    ),
    figuresOnly: gold.isFiguresOnly,
    interval: { method: '95 %, bootstrap over documents', resamples, seed },
    figures,
    causes: countCauses(errors),
    errors,
  };
}

type Figure = EvaluationReport['figures'][number];

function figureOf(group: string, key: string, counts: Counts, interval: Interval | null): Figure {
  const [row = '', measure = ''] = key.split('|');
  const { precision, recall, f1 } = figuresOf(counts);
  return {
    group,
    row,
    measure,
    ...counts,
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(f1),
    low: rounded(interval?.low ?? null),
    high: rounded(interval?.high ?? null),
  };
}

/**
 * Links over all documents of a language at once, where one gold name and type is taken for one entity. No interval:
 * pairs of two documents cannot be resampled by document. Not over both languages: gold names are of one.
 */
function linkOverDocuments(pairs: readonly DocumentPair[], groups: readonly string[]): Figure[] {
  return groups
    .filter((group) => group === 'fr' || group === 'en')
    .flatMap((group) => {
      const named = pairs.flatMap(({ gold, found }) =>
        gold.lang === group && found !== undefined
          ? pairNames(gold, labelRecords(found.records), surroundingsOf(gold, found))
          : [],
      );
      const links = countLinks(named);
      return [
        figureOf(group, cellKey('links', 'pairs over documents'), links.pairs, null),
        figureOf(group, cellKey('links', 'b3 over documents'), links.b3, null),
      ];
    });
}

/** Of a frozen test the number alone: a fault quotes the text. */
function offsetFaultsOf(document: GoldDocument, found: PredictedDocument, { isFiguresOnly }: Gold): OffsetFault[] {
  const faults = findOffsetFaults(document.text, found);
  if (!isFiguresOnly || faults.length === 0) return faults;
  return [{ doc: document.doc, reason: `${faults.length} records or sentences break the law of offsets` }];
}

function countCauses(errors: EvaluationReport['errors']): EvaluationReport['causes'] {
  const counts = new Map<string, EvaluationReport['causes'][number]>();
  for (const { lang, gold, found, cause } of errors) {
    const label = gold?.label ?? found?.label ?? '';
    const key = `${lang}|${label}|${cause}`;
    counts.set(key, { lang, label, cause, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((left, right) => right.count - left.count);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6;
}
