// Brings the model's names and the rules' proposals together: records never overlap, who lost is kept for review.
import type { Document, Loser, Mention, ModelLabel, NameMention } from '../document.ts';
import { bySpan, findLastStarting, overlaps } from '../text/span.ts';
import { decide } from './table.ts';

const typeOfLabel: Partial<Record<ModelLabel, NameMention['type']>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  MISC: 'other',
};

/**
 * Turns the model's PER, ORG, LOC and MISC spans into mentions, then settles every overlap by the table.
 * The model's DEM, FIG and DATE spans are no records: the grammars have read them as a second opinion.
 *
 * @example arbitrate(document, 'tamis-ner').mentions // disjoint, in order of start
 * @param modelName stands in `method` as `model:<name>`
 */
export function arbitrate(document: Document, modelName: string): Document {
  const names = document.modelSpans.flatMap((span): Mention[] => {
    const type = typeOfLabel[span.label];
    if (type === undefined) return [];
    const { start, end, score, sentence } = span;
    return [{ type, start, end, text: document.text.slice(start, end), sentence, score, method: `model:${modelName}` }];
  });
  const proposals = [...document.mentions, ...names].sort(bySpan);
  const { kept, losers } = settle(proposals);
  return { ...document, mentions: kept, losers: [...document.losers, ...losers] };
}

/**
 * One sweep in order of start; a proposal whose conqueror fell later gets its place back if that is free.
 * Kept mentions are disjoint at every moment, so only the tail of the list can overlap the next proposal.
 */
function settle(proposals: readonly Mention[]): { kept: Mention[]; losers: Loser[] } {
  const kept: Mention[] = [];
  const losers: Loser[] = [];
  for (const proposal of proposals) {
    const rivals: Mention[] = [];
    for (let last = kept.at(-1); last !== undefined && last.end > proposal.start; last = kept.at(-1)) {
      rivals.unshift(last);
      kept.pop();
    }
    const verdicts = rivals.map((rival) => decide(rival, proposal));
    const defeat = verdicts.find((verdict) => verdict.loser === proposal);
    if (defeat !== undefined) {
      kept.push(...rivals);
      losers.push({ mention: proposal, winner: defeat.winner, rule: defeat.rule });
    } else {
      kept.push(proposal);
      losers.push(...verdicts.map((verdict) => ({ mention: verdict.loser, winner: proposal, rule: verdict.rule })));
    }
  }
  const fallen = new Set(losers.map((loser) => loser.mention));
  const orphans = losers.filter((loser) => fallen.has(loser.winner)).map((loser) => loser.mention);
  const restored = new Set<Mention>();
  for (const orphan of orphans.sort(bySpan)) {
    const before = findLastStarting(kept, orphan.end - 1);
    const neighbour = kept[before];
    if (neighbour !== undefined && overlaps(neighbour, orphan)) continue;
    kept.splice(before + 1, 0, orphan);
    restored.add(orphan);
  }
  const final = losers.filter((loser) => !restored.has(loser.mention));
  return { kept, losers: final.sort((left, right) => bySpan(left.mention, right.mention)) };
}
