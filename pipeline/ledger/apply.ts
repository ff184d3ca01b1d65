// Applies the ledger to one document: what people decided goes before what the components found, and every decision that
// concerns the document gets its fate.
import { createHash } from 'node:crypto';
import type { Document } from '../document.ts';
import { recordIds } from '../text/record-id.ts';
import { bySpan, contains, findLastStarting } from '../text/span.ts';
import { createAnchors } from './anchor.ts';
import { describe } from './compare.ts';
import { completeDocument } from './complete.ts';
import { decideMentions } from './decide.ts';
import { type Effect, toEffect } from './effect.ts';
import { settleEffects } from './effects.ts';
import { findFault } from './fault.ts';
import type { Anchored, Completion, Ledger } from './ledger.ts';
import type { Decided } from './schema.ts';
import { splitMentions } from './splits.ts';
import { fateOf, type Work } from './work.ts';

/**
 * Runs after `arbitrate`, so that a rejected name is nobody's antecedent and an added one is linked. The document comes out
 * with its `fates` and its `review`.
 *
 * @example applyDecisions(document, ledger).mentions[0]?.decision // { status: 'accepted', id: '3f…', target: 0 }
 */
export function applyDecisions(document: Document, ledger: Ledger): Document {
  const sha256 = createHash('sha256').update(document.text, 'utf8').digest('hex');
  const anchored = targetsOf(ledger, document.doc, sha256);
  const completions = completionsOf(ledger, document.doc, sha256);
  if (anchored.length === 0 && completions.length === 0) return { ...document, fates: [], review: 'none' };
  const work: Work = { document, notes: [], fates: [], idOf: recordIds(document.text) };
  const outcome = settleEffects(locate(work, anchored, sha256));
  for (const { effect, by } of outcome.superseded) {
    work.fates.push({ ...fateOf(work, effect), fate: 'superseded', reason: `by decision ${by.decision.id}` });
  }
  const decided = decideMentions(work, outcome);
  const split = splitMentions(work, decided.mentions, outcome.standing);
  const { mentions, review } = completeDocument(work, split, { completions, sha256 });
  return {
    ...document,
    mentions,
    losers: [...document.losers, ...decided.losers].sort((left, right) => bySpan(left.mention, right.mention)),
    notes: [...document.notes, ...work.notes],
    fates: work.fates,
    rejected: outcome.standing.flatMap(({ decision, shownSpan }) =>
      decision.action === 'reject' && shownSpan !== undefined ? [{ start: shownSpan.start, end: shownSpan.end }] : [],
    ),
    review: review ?? (work.fates.some(({ fate }) => fate !== 'orphaned') ? 'partial' : 'none'),
  };
}

/** The targets that were decided on this text, wherever it stood, or on another text of this document, in order. */
function targetsOf({ byText, byDoc }: Ledger, doc: string, sha256: string): Anchored[] {
  const same = byText.get(sha256) ?? [];
  const other = (byDoc.get(doc) ?? []).filter(({ target }) => target.text_sha256 !== sha256);
  if (other.length === 0) return [...same];
  return [...same, ...other].sort((left, right) => left.place - right.place || left.index - right.index);
}

function completionsOf({ completions }: Ledger, doc: string, sha256: string): Completion[] {
  const same = completions.get(sha256) ?? [];
  const other = (completions.get(doc) ?? []).filter(({ decision }) => decision.text_sha256 !== sha256);
  return [...same, ...other].sort((left, right) => left.place - right.place);
}

function locate(work: Work, anchored: readonly Anchored[], sha256: string): Effect[] {
  const findPlace = createAnchors(
    work.document.text,
    sha256,
    anchored.map(({ target }) => target),
  );
  return anchored.flatMap((one) => {
    const place = findPlace(one.target);
    if ('lost' in place) {
      work.fates.push({ ...fateOf(work, one), fate: 'orphaned', reason: place.lost });
      return [];
    }
    const effect = toEffect(one, place, (put) => faultIn(work, put));
    if (effect !== undefined) return [effect];
    const isKept = one.decision.action === 'accept' || one.decision.action === 'complete';
    const reason = isKept ? 'what was shown has no type' : 'it does not say what stands instead';
    work.fates.push({ ...fateOf(work, one), fate: 'orphaned', reason });
    return [];
  });
}

/** Why a decided record cannot stand in this document. */
function faultIn({ document: { sentences } }: Work, put: Decided): string | undefined {
  const sentence = sentences[findLastStarting(sentences, put.start)];
  const isInside = sentence !== undefined && contains(sentence, put);
  return isInside ? findFault(put) : `${describe(put)} now goes beyond its sentence`;
}
