// Leads: what was not extracted and might have been, for a person who looks for what is missing. Nothing here becomes a
// record, and no lead stands where a record does or where a person said that there is nothing.
import type { Document, Lead } from '../document.ts';
import { bySpan } from '../text/span.ts';
import { freeOf } from './free.ts';
import { propose } from './propose.ts';
import type { Proposal } from './proposal.ts';
import { shareOf } from './scores.ts';

/**
 * Share of right ones below which a proposal is no lead. It keeps out the single capitalised words of mid-sentence that
 * the model had no doubt about: of 48 on dev one was a name. Digits without a record are shown last, but always: they are
 * seldom figures (1 of 116 on dev), and what a reader checks first.
 */
const leastShare = 0.04;

function isWorthShowing(proposal: Proposal): boolean {
  return proposal.reason === 'digits' || shareOf(proposal) >= leastShare;
}

/**
 * Fills `leads`: disjoint, in order of start, each under the reason that was right most often.
 *
 * @example findLeads(document).leads?.[0] // { start: 13, end: 21, text: 'Dombresson', sentence: 0, reason: 'near-miss', type: 'place', score: 0.72 }
 */
export function findLeads(document: Document): Document {
  const { text, mentions, rejected = [] } = document;
  // "complete: nothing else here" answers every lead
  if (document.review === 'complete') return { ...document, leads: [] };
  const isFree = freeOf([...mentions, ...rejected]);
  const leads = settle(propose(document).filter(isFree))
    .filter(isWorthShowing)
    .map((proposal): Lead => {
      const { start, end, sentence, reason, type } = proposal;
      return {
        start,
        end,
        text: text.slice(start, end),
        sentence,
        reason,
        ...(type === undefined ? {} : { type }),
        score: shareOf(proposal),
      };
    });
  return { ...document, leads };
}

/**
 * One sweep in order of start: of two proposals that overlap the one that is right more often stays.
 * Exported for the measurement of the shares.
 */
export function settle(proposals: readonly Proposal[]): Proposal[] {
  const kept: Proposal[] = [];
  for (const proposal of [...proposals].sort(bySpan)) {
    let rivals = 0;
    while ((kept.at(-1 - rivals)?.end ?? 0) > proposal.start) rivals += 1;
    const isBest = kept.slice(kept.length - rivals).every((rival) => shareOf(rival) < shareOf(proposal));
    if (!isBest) continue;
    kept.length -= rivals;
    kept.push(proposal);
  }
  return kept;
}
