// "Lire sur https://www.exemple.fr/Paris/une-maison": the parts of a web address are no names (guideline), though the model
// knows the words. A bare domain ("Booking.com opens in Lyon") may be a firm's name and stays.
import type { SpanRule } from './rule.ts';
import { nameLabels } from './rule.ts';

// longest part of an address that is looked through, in units; more is a script's address, not a reader's
const reach = 300;
const before = /(?:\p{L}{2,8}:\/\/|\bwww\.)\S*$/u;
const scheme = /^\S{0,8}:\/\//u;

/** @example dropAddresses([{ label: 'LOC', … "Paris" }], document) // [] where the text says "https://example.org/Paris" */
export const dropAddresses: SpanRule = (spans, { text }) =>
  spans.filter(({ label, start, end }) => {
    if (!nameLabels.has(label)) return true;
    const run = text.slice(Math.max(0, start - reach), start);
    return !before.test(run.slice(run.search(/\S*$/u))) && !scheme.test(text.slice(start, end + 8));
  });
