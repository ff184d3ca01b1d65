// "les gorges du Lot", "la rivière Imaloto": whether a lower-case noun before a place belongs to its name is settled by the
// guideline, noun by noun; the model learned it from too few examples. French only: in English the head has a capital and
// the model is right. Dev and regression: 7 places put right, none wrong.
import type { ModelSpan } from '../../document.ts';
import { readTable } from '../../text/resource.ts';
import type { SpanRule } from './rule.ts';

// the longest head with its preposition: "presqu'île de la "
const reach = 24;
const preposition = String.raw`(?:[ \u00A0](?:de la|de l['’]|du|des|de|d['’]))?[ \u00A0]?`;

interface Heads {
  readonly inside: RegExp;
  readonly outside: RegExp;
}

let heads: Heads | undefined;

/** @example settlePlaceHeads([{ label: 'LOC', … "Lot" }], document) // "gorges du Lot" where the text has it */
export const settlePlaceHeads: SpanRule = (spans, { text, sentences }) => {
  heads ??= readHeads();
  const { inside, outside } = heads;
  let previousEnd = 0;
  return spans.map((span): ModelSpan => {
    const floor = Math.max(previousEnd, sentences[span.sentence]?.start ?? 0, span.start - reach);
    previousEnd = span.end;
    if (span.label !== 'LOC' || sentences[span.sentence]?.lang !== 'fr') return span;
    const head = inside.exec(text.slice(floor, span.start));
    if (head !== null) return { ...span, start: floor + head.index };
    const surface = text.slice(span.start, span.end);
    const unit = outside.exec(surface);
    return unit === null || unit[0].length === surface.length ? span : { ...span, start: span.start + unit[0].length };
  });
};

function readHeads(): Heads {
  const nouns = (belongs: string): string =>
    readTable('ner/data/place-heads.tsv')
      .filter((row) => row['belongs'] === belongs)
      .map((row) => row['noun'] ?? '')
      .join('|');
  return {
    inside: new RegExp(`(?<![\\p{L}\\p{M}-])(?:${nouns('inside')})${preposition}$`, 'u'),
    // a head must be followed by its preposition or a space, then by the name
    outside: new RegExp(
      `^(?:${nouns('outside')})(?:[ \\u00A0](?:de la|de l['’]|du|des|de|d['’]))?(?:[ \\u00A0]|(?<=['’]))(?=\\p{Lu})`,
      'u',
    ),
  };
}
