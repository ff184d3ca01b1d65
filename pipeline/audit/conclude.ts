// What a review concludes: how good the automatically accepted records are at least, by language and type.
import type { Ledger } from '../ledger/ledger.ts';
import { findLastStarting } from '../text/span.ts';
import type { DocumentLines } from '../write/lines.ts';
import { lowerBound, moreFor } from './bound.ts';
import type { Conclusion } from './conclusion.ts';
import { auditPlace } from './order.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';
import { wordConclusion } from './words.ts';

export interface Conclusions {
  /** Takes what is written of a document; its records are forgotten again. */
  add(lines: DocumentLines): void;
  finish(): Conclusion[];
}

const confidence = 0.95;
const steps = [0.9, 0.95, 0.97, 0.98, 0.99];

/** What is known of a language and type: the verdicts, and the first record in the audit's order that has none. */
interface Stratum {
  readonly type: string;
  readonly lang: Conclusion['lang'];
  readonly seen: { readonly place: string; readonly isRight: boolean }[];
  firstUnseen: string;
  left: number;
}

/**
 * Begins the conclusions of a run. The sample is the beginning of the audit's order up to the first record that nobody has
 * decided on: whoever looked at what, and however they found it, that is a random sample. Decisions on records that the
 * order has later wait until those before them are decided. Records accepted many at a time, which nobody looked at one by
 * one, are no part of it, whether right or not.
 *
 * @example const conclusions = startConclusions(ledger); conclusions.add(lines); conclusions.finish()[0]?.words // 'all records: precision ≥ 97 % …'
 */
export function startConclusions({ standing }: Pick<Ledger, 'standing'>): Conclusions {
  const byText = new Map<string, Verdict[]>();
  for (const verdict of verdictsOf(standing)) {
    const list = byText.get(verdict.textSha256);
    if (list === undefined) byText.set(verdict.textSha256, [verdict]);
    else list.push(verdict);
  }
  const strata = new Map<string, Stratum>();
  return {
    add({ document, sentences, records }) {
      // a text that comes a second time is no second observation
      if (document.duplicate_of !== undefined) return;
      const known = new Set<string>();
      for (const verdict of byText.get(document.text_sha256 ?? document.sha256 ?? '') ?? []) {
        const lang = sentences[findLastStarting(sentences, verdict.start)]?.lang ?? 'und';
        const place = auditPlace({ doc: document.doc, id: verdict.id });
        known.add(verdict.id);
        const { isRight } = verdict;
        if (isRight === undefined) continue;
        for (const stratum of strataOf(strata, verdict.type, lang)) {
          stratum.seen.push({ place, isRight });
        }
      }
      for (const record of records) {
        if (record.status !== 'auto' || known.has(record.id)) continue;
        const place = auditPlace(record);
        for (const stratum of strataOf(strata, record.type, record.lang)) {
          stratum.left += 1;
          if (place < stratum.firstUnseen) stratum.firstUnseen = place;
        }
      }
    },
    finish: () => [...strata.values()].sort(inOrder).flatMap(conclude),
  };
}

/**
 * The conclusions over documents that are all at hand, as the review page has them.
 * @example conclude(documents, ledger).find(({ type, lang }) => type === 'person' && lang === 'fr')?.precision // 0.9736
 */
export function concludeAll(documents: Iterable<DocumentLines>, ledger: Pick<Ledger, 'standing'>): Conclusion[] {
  const conclusions = startConclusions(ledger);
  for (const lines of documents) conclusions.add(lines);
  return conclusions.finish();
}

function strataOf(strata: Map<string, Stratum>, type: string, lang: Conclusion['lang']): Stratum[] {
  return [['all', 'all'] as const, ['all', lang] as const, [type, 'all'] as const, [type, lang] as const].map(
    ([ofType, ofLang]) => {
      const key = `${ofType} ${ofLang}`;
      const known = strata.get(key);
      if (known !== undefined) return known;
      // beyond every place
      const stratum: Stratum = { type: ofType, lang: ofLang, seen: [], firstUnseen: 'g', left: 0 };
      strata.set(key, stratum);
      return stratum;
    },
  );
}

function conclude({ type, lang, seen, firstUnseen, left }: Stratum): Conclusion[] {
  const sample = seen.filter(({ place }) => place < firstUnseen);
  const n = sample.length;
  if (n === 0) return [];
  const right = sample.filter(({ isRight }) => isRight).length;
  const bound = lowerBound(right, n, confidence);
  const precision = Math.floor(bound * 10_000) / 10_000;
  const step = steps.find((candidate) => bound < candidate);
  return [
    {
      type,
      lang,
      n,
      right,
      precision,
      confidence,
      ...(step === undefined ? {} : { next: { precision: step, more: moreFor(step, right, n, confidence) } }),
      left,
      words: wordConclusion({ type, lang, precision, confidence, n }),
    },
  ];
}

const typeOrder = ['all', 'person', 'organisation', 'country', 'place', 'figure', 'date', 'other'];
const langOrder = ['all', 'fr', 'en', 'und'];

function inOrder(left: Stratum, right: Stratum): number {
  return (
    typeOrder.indexOf(left.type) - typeOrder.indexOf(right.type) ||
    langOrder.indexOf(left.lang) - langOrder.indexOf(right.lang)
  );
}
