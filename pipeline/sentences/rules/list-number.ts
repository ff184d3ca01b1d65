// "1. Le varech n'est pas une plante." / "1. Kelp is not a plant.": the number of a list item, alone at the start of the
// sentence or after a colon or semicolon ("hommes : 1. Kiplimo ; 2. Wendimu").
import type { Rule } from '../place.ts';

export const listNumber: Rule = {
  id: 'list-number',
  judge: ({ block, mark, before, marks, sentenceStart }) => {
    if (marks !== '.' || !/^[(§]?(?:\d{1,3}|[A-Za-z]|[IVX]{1,5}|\d{1,2}\.\d{1,2})$/.test(before)) return undefined;
    const lead = block.slice(Math.max(sentenceStart, mark - before.length - 4), mark - before.length).trim();
    // after a colon only the first item is sure: "Pour : 5. Contre : 0." counts votes
    return /^[•*–—-]?$/.test(lead) || lead.endsWith(';') || (lead.endsWith(':') && before === '1') ? 'join' : undefined;
  },
};
