// "the CPI(M) won", "la CGT(FO) proteste": an acronym with another one in brackets, without a space between, is one name. The
// model often leaves the brackets out, or the last of them.
import type { ModelSpan } from '../../document.ts';
import type { SpanRule } from './rule.ts';

const bracketed = /^\p{Lu}{2,}\(\p{Lu}{1,5}\)/u;
const longestBrackets = 7;

/** @example joinBrackets([{ label: 'ORG', … "CPI" }, { label: 'ORG', … "M" }], document) // [{ label: 'ORG', … "CPI(M)" }] */
export const joinBrackets: SpanRule = (spans, { text, sentences }) => {
  const joined: ModelSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && last.label === 'ORG' && span.label === 'ORG' && span.start < last.end) continue;
    joined.push(span.label === 'ORG' ? { ...span, end: endOf(span, text, sentences[span.sentence]?.end) } : span);
  }
  return joined;
};

function endOf({ start, end }: ModelSpan, text: string, limit = text.length): number {
  const match = bracketed.exec(text.slice(start, Math.min(limit, end + longestBrackets)));
  return match === null ? end : Math.max(end, start + match[0].length);
}
