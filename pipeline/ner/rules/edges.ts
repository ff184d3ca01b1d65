// "La ministre « Élisabeth Borne »," or "Gantz'": punctuation at the edge of a name stays outside (guideline), as does
// the possessive of "Netanyahu's coalition". Figures and dates keep their signs ("-240", "$5").
import type { ModelLabel, ModelSpan } from '../../document.ts';
import type { SpanRule } from './rule.ts';
import { nameLabels } from './rule.ts';

// ".NET", "Yahoo!", "Canal+" and "Acme Inc." keep theirs: only signs that never belong to a name are cut
const atStart = /^[#\p{Pd}\p{Pi}\p{Pf}"'‘’ʼ`´,;:!?…/\\)\]}|*•\s]+/u;
const atEnd = /[\p{Pd}\p{Pi}\p{Pf}"'‘’ʼ`´,;:…/\\([{|*•\s]+$/u;
// "Acme Corp.", "U.S.", "Louis Bell Jr." own their dot; after a longer word without another dot it ends the sentence
const dotOfSentence = /(?<=^[^.]*\p{L}{5})\.$/u;
const dotOfSentenceAfterPerson = /(?<=^[^.]*\p{L}{3})\.$/u;
// "McDonald's", "Sotheby's", "St John's": in names of firms and places the 's may belong to the name, so there the
// model decides; persons never keep it
const possessive = /(?<=\p{L})['’ʼ]s$/u;

/** @example trimEdges([{ label: 'PER', … "Netanyahu's" }], document) // [{ label: 'PER', … "Netanyahu" }] */
export const trimEdges: SpanRule = (spans, { text }) =>
  spans.flatMap((span) => {
    if (!nameLabels.has(span.label) && span.label !== 'DEM') return [span];
    const trimmed = trimSpan(span, text);
    return trimmed.start < trimmed.end ? [trimmed] : [];
  });

function trimSpan(span: ModelSpan, text: string): ModelSpan {
  const surface = text.slice(span.start, span.end);
  const start = span.start + (atStart.exec(surface)?.[0].length ?? 0);
  let end = span.end - (signsAtEnd(surface, span.label)?.length ?? 0);
  if (start >= end) return { ...span, end: span.start };
  if (span.label === 'PER') end -= possessive.exec(text.slice(start, end))?.[0].length ?? 0;
  return start === span.start && end === span.end ? span : { ...span, start, end };
}

function signsAtEnd(surface: string, label: ModelLabel): string | undefined {
  // an 's alone is the possessive's business
  if (possessive.test(surface)) return undefined;
  const dot = label === 'PER' ? dotOfSentenceAfterPerson : dotOfSentence;
  return (atEnd.exec(surface) ?? dot.exec(surface))?.[0];
}
