// "Rev. Hist. Port., vol. 3" / "J. Hist. Geogr., vol. 12": a word that ends in a full stop and a comma is short, and so is the one
// with a capital before it.
import type { Rule } from '../place.ts';

const short = /^[("«“]?\p{Lu}\p{L}{1,7}$/u;
const next = /^\p{Lu}\p{L}{0,9}\.(?:,|\s\p{Lu}\p{L}{0,9}\.,)/u;

export const abbreviationChain: Rule = {
  id: 'abbreviation-chain',
  judge: ({ marks, closers, before, after }) =>
    marks === '.' && closers === '' && short.test(before) && next.test(after) ? 'join' : undefined,
};
