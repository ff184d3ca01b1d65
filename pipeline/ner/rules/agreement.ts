// "Orange recrute. … Selon Orange, … à Orange": one document means the same thing by the same name nearly always. The
// labels of one surface vote, and a span of which the model itself is not sure takes the majority's label.
import type { ModelLabel, ModelSpan } from '../../document.ts';
import type { SpanRule } from './rule.ts';
import { nameLabels } from './rule.ts';

// above it the model is right more often than the vote
const sure = 0.95;
// unless nearly all the others disagree: ten times "Pegasus" the software leave little room for one that acts
const fewestForStrong = 5;
const strongShare = 0.8;

/** @example agreeOnTypes([LOC 0.99 "Orange", LOC 0.98 "Orange", ORG 0.6 "Orange"], document) // three times LOC */
export const agreeOnTypes: SpanRule = (spans, { text }) => {
  const votes = new Map<string, Map<ModelLabel, number>>();
  for (const { label, start, end } of spans) {
    if (!nameLabels.has(label)) continue;
    const surface = text.slice(start, end);
    const counts = votes.get(surface) ?? new Map<ModelLabel, number>();
    votes.set(surface, counts.set(label, (counts.get(label) ?? 0) + 1));
  }
  return spans.map((span): ModelSpan => {
    if (!nameLabels.has(span.label)) return span;
    const counts = votes.get(text.slice(span.start, span.end));
    const label = span.score >= sure ? findMajority(counts, fewestForStrong, strongShare) : findMajority(counts);
    return label === undefined || label === span.label ? span : { ...span, label };
  });
};

function findMajority(
  counts: ReadonlyMap<ModelLabel, number> | undefined,
  fewest = 1,
  share = 0.5,
): ModelLabel | undefined {
  const total = [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  for (const [label, count] of counts ?? []) if (total >= fewest && count > total * share) return label;
  return undefined;
}
