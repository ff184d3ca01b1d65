// "Marco Odermatt s'élance. … Odermatt totalise 380 points": a lone surname in a headline or a table says little, and the
// model may take it for a club or a village. Where the document names a person in full, an unsure span that is the
// last word of that name is the person. On dev: 2 put right, 0 wrong.
import type { ModelSpan } from '../../document.ts';
import type { SpanRule } from './rule.ts';
import { nameLabels } from './rule.ts';

// above it the model is right more often than the rule: "George Washington … à Washington"
const sure = 0.95;
// the full name must be beyond doubt itself
const fullNameSure = 0.6;

/** @example agreeOnSurnames([PER "Marco Odermatt", ORG 0.87 "Odermatt"], document) // both PER */
export const agreeOnSurnames: SpanRule = (spans, { text }) => {
  const surnames = new Set<string>();
  const certain = new Set<string>();
  for (const { label, start, end, score } of spans) {
    const words = text.slice(start, end).split(/\s+/u);
    const last = words.at(-1);
    if (label === 'PER' && words.length > 1 && last !== undefined && score >= fullNameSure) surnames.add(last);
    if (label !== 'PER' && words.length === 1 && last !== undefined && score >= sure) certain.add(last);
  }
  return spans.map((span): ModelSpan => {
    if (span.label === 'PER' || !nameLabels.has(span.label) || span.score >= sure) return span;
    const surface = text.slice(span.start, span.end);
    return surnames.has(surface) && !certain.has(surface) ? { ...span, label: 'PER' } : span;
  });
};
