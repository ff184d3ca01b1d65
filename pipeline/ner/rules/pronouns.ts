// "Il a signé hier soir", "HE SAID SO": in capitals or at the head of a line the model now and then takes a pronoun for a
// person. It never is one; "Elle" and "It" as organisation or work stay.
import type { SpanRule } from './rule.ts';

const pronouns = new Set(
  [
    ['il', 'elle', 'ils', 'elles', 'lui', 'on', 'nous', 'vous', 'je', 'tu', 'eux'],
    ['he', 'she', 'they', 'we', 'you', 'i', 'him', 'her', 'his', 'them', 'us', 'it'],
  ].flat(),
);

/** @example dropPronouns([{ label: 'PER', … "Il" }], document) // [] */
export const dropPronouns: SpanRule = (spans, { text }) =>
  spans.filter(({ label, start, end }) => label !== 'PER' || !pronouns.has(text.slice(start, end).toLowerCase()));
