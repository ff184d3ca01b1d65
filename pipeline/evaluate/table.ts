// The report for a terminal: one table a group, then the errors by cause.
import type { ExtractionError, Reading } from './errors.ts';
import type { EvaluationReport } from './report-schema.ts';

/** Lines of the table: row, measure of the strict reading, title. */
const lines: readonly (readonly [string, string, string])[] = [
  ['person', 'strict', 'person'],
  ['organisation', 'strict', 'organisation'],
  ['place', 'strict', 'place and country names'],
  ['names', 'strict', 'names, the three together'],
  ['other', 'strict', 'other'],
  ['country', 'code', 'country: code'],
  ['figure', 'value', 'figure: value, qualifier'],
  ['figure', 'unit', 'figure: and unit'],
  ['date', 'edtf', 'date: EDTF'],
  ['names', 'name', 'canonical name'],
  ['links', 'pairs', 'links: pairs'],
  ['links', 'b3', 'links: B³'],
  ['links', 'pairs over documents', '  over documents: pairs'],
  ['links', 'b3 over documents', '  over documents: B³'],
  ['sentence', 'language', 'sentence: language'],
  ['sentence', 'language, long', '  over 40 characters'],
  ['sentence', 'language, short', '  up to 40'],
  ['sentence', 'ends', 'sentence: ends'],
  ['sentence', 'spans', 'sentence: spans'],
];

const groupTitles: Readonly<Record<string, string>> = {
  fr: 'French',
  en: 'English',
  und: 'Language not in the name',
  all: 'All',
};

/**
 * The whole report as text.
 * @param errorLimit errors shown a cause and label; the JSON report has them all
 */
export function formatReport(report: EvaluationReport, errorLimit = 3): string {
  const names = [...new Set(report.figures.map(({ group }) => group))];
  // gold of one language: the table of all documents would say the same again
  const groups = names.filter((name) => name !== 'all' || names.length !== 2);
  const parts = [
    `${report.documents} gold documents, ${report.mentions} marks; intervals: ${report.interval.method}`,
    ...groups.map((group) => formatGroup(report, group)),
    ...report.lost.map(({ doc, reason }) => `LOST ${doc}: ${reason}`),
    ...report.offsetFaults.map(({ doc, reason }) => `OFFSETS ${doc}: ${reason}`),
    ...report.leftOut.map((reason) => `left out: ${reason}`),
    report.figuresOnly ? 'Frozen test: figures only, no errors are listed.' : formatErrors(report, errorLimit),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

function formatGroup({ figures }: EvaluationReport, group: string): string {
  const find = (row: string, measure: string): EvaluationReport['figures'][number] | undefined =>
    figures.find((cell) => cell.group === group && cell.row === row && cell.measure === measure);
  const rows = lines.flatMap(([row, measure, title]) => {
    const cell = find(row, measure);
    if (cell === undefined || cell.gold + cell.found === 0) return [];
    const hasSpans = measure === 'strict' || row === 'country' || row === 'figure' || row === 'date';
    const overlap = measure === 'unit' || !hasSpans ? undefined : find(row, 'type');
    const interval = cell.low === null || cell.high === null ? '' : `${cell.low.toFixed(3)}-${cell.high.toFixed(3)}`;
    return [
      `  ${title.padEnd(27)}${percent(cell.precision)}${percent(cell.recall)}${percent(cell.f1)}  ${interval.padEnd(13)}` +
        `${overlap === undefined ? ' '.repeat(9) : percent(overlap.f1)}${String(cell.gold).padStart(8)}`,
    ];
  });
  const spans = (['strict', 'exact', 'partial', 'type'] as const)
    .map((measure) => `${measure} ${percent(find('all', measure)?.f1 ?? null).trim()}`)
    .join('  ');
  const head = `  ${''.padEnd(27)}${['precision', 'recall', 'F1'].map((word) => word.padStart(9)).join('')}  ${'interval'.padEnd(13)}${'overlap'.padStart(9)}${'gold'.padStart(8)}`;
  return ['', groupTitles[group] ?? group, head, ...rows, `  all spans, SemEval F1: ${spans}`].join('\n');
}

function percent(value: number | null): string {
  return (value === null ? '-' : value.toFixed(4)).padStart(9);
}

function formatErrors({ causes, errors }: EvaluationReport, errorLimit: number): string {
  if (errors.length === 0) return '\nNo errors.';
  const blocks = causes.map(({ lang, label, cause, count }) => {
    const examples = errors
      .filter(
        (error) => error.lang === lang && error.cause === cause && (error.gold?.label ?? error.found?.label) === label,
      )
      .slice(0, errorLimit);
    return [`  ${cause}: ${label}, ${lang}: ${count}`, ...examples.map((error) => `    ${formatError(error)}`)].join(
      '\n',
    );
  });
  return ['', `Errors by cause (${errors.length}; the JSON report lists all)`, ...blocks].join('\n');
}

/** One error on two lines: what was expected and got, then the sentence. */
export function formatError({
  doc,
  line,
  gold,
  found,
  sentence,
}: ExtractionError | EvaluationReport['errors'][number]): string {
  const place = line === undefined ? doc : `${doc}:${line}`;
  const readings = [
    gold === undefined ? '' : `expected ${formatReading(gold)}`,
    found === undefined ? '' : `got ${formatReading(found)}`,
  ];
  return `${place} ${readings.filter((part) => part !== '').join(', ')}\n      ${sentence}`;
}

type Shown = Pick<Reading, 'label' | 'text' | 'value'> & { readonly method?: string | undefined };

export function formatReading({ label, text, value, method }: Shown): string {
  return `${label} "${text}"${value === '' || value === text ? '' : ` = ${value}`}${method === undefined ? '' : ` (${method})`}`;
}
