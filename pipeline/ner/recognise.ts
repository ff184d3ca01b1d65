// The stage: names and the model's opinion on demonyms, figures and dates, as spans with calibrated scores.
import type { Document, ModelSpan } from '../document.ts';
import { bySpan } from '../text/span.ts';
import type { NerModel } from './model.ts';
import { readDocument } from './read.ts';
import { dropDoubtful } from './rules/doubtful.ts';
import { spanRules } from './rules/index.ts';

/**
 * Lets the model read the document and applies the span rules; fills `modelSpans` and `nearMisses`, and `unread` where it must.
 * The result depends on the document and the model alone, not on what else is read at the same time.
 *
 * @example (await recogniseNames(document, model)).modelSpans[0] // { label: 'PER', start: 0, end: 12, score: 0.99, sentence: 0 }
 */
export async function recogniseNames(document: Document, model: NerModel): Promise<Document> {
  const { spans, misses, unread } = await readDocument(document, model);
  const { ruled, doubtful } = applyRules(spans, document);
  return {
    ...document,
    modelSpans: ruled.map((span) => ({ ...span, score: model.calibrate(span.label, span.score) })),
    nearMisses: [...misses, ...doubtful].map(rounded).sort(bySpan),
    unread: [...document.unread, ...unread],
    notes:
      unread.length === 0
        ? document.notes
        : [
            ...document.notes,
            {
              code: 'ner-unread',
              stage: 'ner',
              severity: 'warning',
              message: `the model gave no scores for ${unread.length} stretch(es) of the text; names there are missing`,
            },
          ],
  };
}

/** The spans after all rules, and those that went for nothing but their low score. */
function applyRules(
  spans: readonly ModelSpan[],
  document: Document,
): { ruled: readonly ModelSpan[]; doubtful: readonly ModelSpan[] } {
  let ruled = spans;
  let doubtful: readonly ModelSpan[] = [];
  for (const rule of spanRules) {
    const before = ruled;
    ruled = rule(before, document);
    if (rule !== dropDoubtful) continue;
    const kept = new Set(ruled);
    doubtful = before.filter((span) => !kept.has(span));
  }
  return { ruled, doubtful };
}

// leads are shown with two decimals; four are enough to put them in order, and keep what is remembered small
function rounded(span: ModelSpan): ModelSpan {
  return { ...span, score: Math.round(span.score * 10_000) / 10_000 };
}
