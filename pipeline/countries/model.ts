// What the model saw at a place: the second opinion on every country.
import type { Document, ModelSpan } from '../document.ts';
import { bySpan, contains, findLastStarting, overlaps, type Span } from '../text/span.ts';

// before or after a country inside a longer place, these words change nothing: "les Émirats", "sud de l'Italie", "Paris, France"
const emptyWords =
  /^(?:[\s,;:()/–—-]|['’](?!\p{L}*\s)|\b(?:[Ll]['’]|d['’]|[Ll]es?|[Ll]a|des?|du|[Tt]he|of|nord|sud|est|ouest|centre|north|south|east|west|northern|southern|eastern|western|central|méridionale?|septentrionale?|orientale?|occidentale?|centrale?|['’]s)(?![\p{L}]))*$/u;

/** How the model's spans stand to a place. */
export type Opinion =
  | { readonly kind: 'none' }
  | { readonly kind: 'place' | 'demonym'; readonly score: number }
  | { readonly kind: 'other'; readonly label: 'PER' | 'ORG' | 'MISC'; readonly score: number }
  /** Inside a longer name that is something else: "Banque de France", "golfe du Mexique". */
  | { readonly kind: 'inside'; readonly span: ModelSpan };

/** Answers what the model saw at a span. Built once a document. */
export function readOpinions({ modelSpans, text }: Pick<Document, 'modelSpans' | 'text'>): (span: Span) => Opinion {
  const spans = [...modelSpans].sort(bySpan);
  return (span) => {
    let last = findLastStarting(spans, span.end - 1);
    let opinion: Opinion = { kind: 'none' };
    for (let found = spans[last]; found !== undefined && found.end > span.start; found = spans[--last]) {
      if (!overlaps(found, span)) continue;
      const next = judge(found, span, text);
      if (next.kind === 'inside') return next;
      if (next.kind !== 'none') opinion = next;
    }
    return opinion;
  };
}

/**
 * Answers whether the model marked anything that overlaps a span.
 * @example readMarks(document)(word) // true for "Victorious" in a mark "Bahrain Victorious"
 */
export function readMarks({ modelSpans }: Pick<Document, 'modelSpans'>): (span: Span) => boolean {
  const spans = [...modelSpans].sort(bySpan);
  return (span) => {
    let last = findLastStarting(spans, span.end - 1);
    for (let found = spans[last]; found !== undefined && found.end > span.start; found = spans[--last]) {
      if (overlaps(found, span)) return true;
    }
    return false;
  };
}

function judge(found: ModelSpan, span: Span, text: string): Opinion {
  const { label, score } = found;
  const isLonger = contains(found, span) && (found.start < span.start || found.end > span.end);
  if (label === 'FIG' || label === 'DATE') return isLonger ? { kind: 'inside', span: found } : { kind: 'none' };
  if (label === 'DEM') return { kind: 'demonym', score };
  if (label === 'LOC') {
    const isPlace =
      !isLonger ||
      (emptyWords.test(text.slice(found.start, span.start)) && emptyWords.test(text.slice(span.end, found.end)));
    return isPlace ? { kind: 'place', score } : { kind: 'inside', span: found };
  }
  if (isLonger) return { kind: 'inside', span: found };
  return contains(span, found) && (found.start > span.start || found.end < span.end)
    ? { kind: 'none' }
    : { kind: 'other', label, score };
}
