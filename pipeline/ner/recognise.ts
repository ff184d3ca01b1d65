// The stage: names and the model's opinion on demonyms, figures and dates, as spans with calibrated scores.
import type { Document } from '../document.ts';
import type { NerModel } from './model.ts';
import { readDocument } from './read.ts';
import { spanRules } from './rules/index.ts';

/**
 * Lets the model read the document and applies the span rules; fills `modelSpans`, and `unread` where it must.
 * The result depends on the document and the model alone, not on what else is read at the same time.
 *
 * @example (await recogniseNames(document, model)).modelSpans[0] // { label: 'PER', start: 0, end: 12, score: 0.99, sentence: 0 }
 */
export async function recogniseNames(document: Document, model: NerModel): Promise<Document> {
  const { spans, unread } = await readDocument(document, model);
  const ruled = spanRules.reduce((current, rule) => rule(current, document), spans);
  return {
    ...document,
    modelSpans: ruled.map((span) => ({ ...span, score: model.calibrate(span.label, span.score) })),
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
