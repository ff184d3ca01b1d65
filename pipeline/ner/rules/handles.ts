// "Merci à @JeanCastex pour sa visite": handles and addresses are no names (guideline), but the model reads the words in
// them. A name is dropped when the unbroken run of letters, digits, dots, dashes and underscores around it touches an @.
import type { SpanRule } from './rule.ts';
import { nameLabels } from './rule.ts';

// longest part of an address that is looked through; longer ones do not occur
const reach = 80;
const before = /@[\p{L}\p{M}\p{N}._-]*$/u;
const after = /^[\p{L}\p{M}\p{N}._+-]*@/u;

/** @example dropHandles([{ label: 'PER', … "JeanCastex" }], document) // [] where the text says "@JeanCastex" */
export const dropHandles: SpanRule = (spans, { text }) =>
  spans.filter(
    ({ label, start, end }) =>
      !nameLabels.has(label) ||
      !(
        text.slice(start, end).includes('@') ||
        before.test(text.slice(Math.max(0, start - reach), start)) ||
        after.test(text.slice(end, end + reach))
      ),
  );
