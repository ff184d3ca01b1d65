// "le chef de l'État d'|Israël", "avec SUD Éducation et | la CGT": no name ends in "d'", "et", "of" or another word that only
// leads on. Where the next span of the same type goes on behind the apostrophe, the two are one name; else the word goes.
import type { ModelSpan } from '../../document.ts';
import type { SpanRule } from './rule.ts';
import { nameLabels } from './rule.ts';

const leading = [
  'au|aux|d|de|des|du|en|et|l|la|le|les|ou|par|pour|sur', // fr
  'and|at|for|of|or|the|to|with', // en
].join('|');
// the word before must be there: "La" alone may be a name
const looseEnd = new RegExp(`(?<=\\S)(?:[\\s'’]+(?:${leading}))+$`, 'u');
const elided = /(?<=\s)[dl]$/u;

/** @example cutLooseEnds([{ label: 'ORG', … "SUD Éducation et" }], document) // [{ label: 'ORG', … "SUD Éducation" }] */
export const cutLooseEnds: SpanRule = (spans, { text }) => {
  const kept: ModelSpan[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last !== undefined && goesOn(last, span, text)) {
      kept[kept.length - 1] = { ...last, end: span.end, score: Math.min(last.score, span.score) };
    } else {
      kept.push(span);
    }
  }
  return kept.map((span) => {
    if (!nameLabels.has(span.label)) return span;
    const loose = looseEnd.exec(text.slice(span.start, span.end));
    return loose === null ? span : { ...span, end: span.end - loose[0].length };
  });
};

function goesOn(last: ModelSpan, next: ModelSpan, text: string): boolean {
  return (
    last.label === next.label &&
    last.sentence === next.sentence &&
    next.start === last.end + 1 &&
    /['’]/u.test(text.slice(last.end, next.start)) &&
    elided.test(text.slice(last.start, last.end))
  );
}
