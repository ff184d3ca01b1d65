// Applies the ledger to one document: what people decided goes before what the components found, and every decision that
// concerns the document gets its fate.
import { createHash } from 'node:crypto';
import type { Document, DocumentNote, Loser, Mention, MentionNote } from '../document.ts';
import { recordIds } from '../text/record-id.ts';
import { bySpan, contains, findLastStarting, overlaps, type Span } from '../text/span.ts';
import { createAnchors } from './anchor.ts';
import { describe, isSameRecord } from './compare.ts';
import { completeDocument } from './complete.ts';
import { type Effect, keyOf, type Outcome, settleEffects, toEffect } from './effects.ts';
import type { Anchored, Completion, Ledger } from './ledger.ts';
import { putMention } from './put.ts';
import { splitMentions } from './splits.ts';
import type { Fate } from './schema.ts';

/** The document on its way through the decisions. */
export interface Work {
  readonly document: Document;
  readonly notes: DocumentNote[];
  readonly fates: Fate[];
  readonly idOf: (record: Span & { readonly type: string }) => string;
}

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
  const decided = decide(work, outcome);
  const split = splitMentions(work, decided.mentions, outcome.standing);
  const { mentions, review } = completeDocument(work, split, { completions, sha256 });
  return {
    ...document,
    mentions,
    losers: [...document.losers, ...decided.losers].sort((left, right) => bySpan(left.mention, right.mention)),
    notes: [...document.notes, ...work.notes],
    fates: work.fates,
    rejected: outcome.standing.flatMap(({ decision, shownSpan }) =>
      decision.action === 'reject' && shownSpan !== undefined ? [shownSpan] : [],
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
    const effect = toEffect(one, place);
    if (effect !== undefined) return [effect];
    const isKept = one.decision.action === 'accept' || one.decision.action === 'complete';
    const reason = isKept ? 'what was shown has no type' : 'it does not say what stands instead';
    work.fates.push({ ...fateOf(work, one), fate: 'orphaned', reason });
    return [];
  });
}

export function fateOf(
  { document }: Work,
  { decision, index }: Pick<Anchored, 'decision' | 'index'>,
): Pick<Fate, 'decision' | 'action' | 'target' | 'doc'> {
  return { decision: decision.id, action: decision.action, target: index, doc: document.doc };
}

interface Decided {
  readonly mentions: Mention[];
  readonly losers: Loser[];
}

function decide(work: Work, { standing, removed }: Outcome): Decided {
  const extracted = work.document.mentions.filter((mention) => !removed.has(keyOf(mention)));
  const puts: Mention[] = [];
  const losers: Loser[] = [];
  for (const effect of standing) {
    if (effect.put === undefined) continue;
    const put = putDecided(work, effect, extracted);
    if (put === undefined) continue;
    puts.push(put.mention);
    losers.push(...put.others.map((other) => ({ mention: other, winner: put.mention, rule: 'decided' })));
  }
  puts.sort(bySpan);
  const undecided = extracted.filter((mention) => overlapping(puts, mention).length === 0);
  const doubts = doubtAround(work, standing, undecided);
  const kept = undecided.map((mention): Mention => {
    const notes = doubts.get(mention);
    if (notes === undefined) return mention;
    const isUnsure = notes.every(({ code }) => code === 'review.unsure');
    const decision = { status: 'pending', ...(isUnsure ? { isUnsure } : {}) } as const;
    return { ...mention, decision, notes: [...(mention.notes ?? []), ...notes] };
  });
  return { mentions: [...kept, ...puts].sort(bySpan), losers };
}

/** Puts a decided record in; what is extracted there and is something else gives way. */
function putDecided(
  work: Work,
  effect: Effect,
  extracted: readonly Mention[],
): { mention: Mention; others: Mention[] } | undefined {
  const { put } = effect;
  if (put === undefined) return undefined;
  const around = overlapping(extracted, put);
  const mention = standFor(work, effect, [...around, ...overlapping(work.document.mentions, put)]);
  if (typeof mention === 'string') {
    work.fates.push({ ...fateOf(work, effect), fate: 'contradicted', reason: mention });
    return undefined;
  }
  const expected = [put, ...effect.refuted];
  const others = around.filter((other) => !expected.some((record) => isSameRecord(other, record)));
  const note = others.length === 0 ? undefined : contradict(work, describe(put), others, mention);
  work.fates.push({ ...fateOf(work, effect), ...verdict(effect, note?.message), record: work.idOf(mention) });
  return { mention: note === undefined ? mention : { ...mention, notes: [...(mention.notes ?? []), note] }, others };
}

/** Notes on what nobody decided upon and what a decision makes doubtful: somebody said that there is nothing. */
function doubtAround(
  work: Work,
  standing: readonly Effect[],
  undecided: readonly Mention[],
): ReadonlyMap<Mention, MentionNote[]> {
  const doubts = new Map<Mention, MentionNote[]>();
  const doubt = (mention: Mention, note: MentionNote): void => {
    doubts.set(mention, [...(doubts.get(mention) ?? []), note]);
  };
  for (const effect of standing) {
    const { decision, shownSpan, target } = effect;
    if (effect.put !== undefined || shownSpan === undefined) continue;
    const around = overlapping(undecided, shownSpan);
    if (decision.action === 'reject') {
      // who takes back what a person made says nothing about what the components find under it
      const isMade = target.shown?.status === 'added' || target.shown?.status === 'corrected';
      const note = around.length === 0 || isMade ? undefined : contradict(work, 'nothing', around, around[0]);
      if (note !== undefined) for (const mention of around) doubt(mention, note);
      work.fates.push({ ...fateOf(work, effect), ...verdict(effect, note?.message) });
    } else if (decision.action === 'unsure') {
      const key = keyOf({ ...shownSpan, type: target.shown?.type ?? '' });
      const subject = around.find((mention) => keyOf(mention) === key);
      if (subject !== undefined) doubt(subject, { code: 'review.unsure', message: `${decision.by} could not say` });
      const record = subject === undefined ? {} : { record: work.idOf(subject) };
      work.fates.push({ ...fateOf(work, effect), ...verdict(effect, undefined), ...record });
    }
  }
  return doubts;
}

/** The mention that stands by a decision; where it cannot be, why. */
function standFor(work: Work, effect: Effect, around: readonly Mention[]): Mention | string {
  const { put, decision, index, status, was } = effect;
  const { sentences } = work.document;
  if (put === undefined) return 'nothing was decided';
  const sentence = findLastStarting(sentences, put.start);
  const holder = sentences[sentence];
  if (holder === undefined || !contains(holder, put)) return `${describe(put)} now goes beyond its sentence`;
  const same = around.find((other) => isSameRecord(other, put));
  const made = putMention(put, sentence, around);
  if (made === undefined) return `${describe(put)} has no value`;
  const isConfirmed = status === 'accepted' && same !== undefined;
  const { candidates: _open, ...base } = isConfirmed ? same : made;
  return {
    ...base,
    decision: {
      status,
      id: decision.id,
      target: index,
      ...(was === undefined ? {} : { was }),
      ...(put.name === undefined || put.type === 'country' ? {} : { name: put.name }),
      ...(status === 'accepted' && effect.target.shown?.candidates !== undefined ? { isOpen: true } : {}),
      ...(put.country === undefined ? {} : { country: put.country }),
    },
  };
}

function verdict({ hasMoved }: Effect, contradiction: string | undefined): Pick<Fate, 'fate' | 'reason'> {
  if (contradiction !== undefined) return { fate: 'contradicted', reason: contradiction };
  return { fate: hasMoved ? 'moved' : 'applied' };
}

/** Says on the document, and for the records, what was decided and what is extracted now. */
function contradict(work: Work, decided: string, others: readonly Mention[], at: Span | undefined): MentionNote {
  const message = `decided: ${decided}; extracted now: ${others.map(describe).join(', ')}`;
  const span = at === undefined ? {} : { start: at.start, end: at.end };
  work.notes.push({ code: 'review.contradicted', stage: 'ledger', severity: 'warning', ...span, message });
  return { code: 'review.contradicted', message };
}

/** The items of a list in order of start, disjoint, that overlap a span. */
function overlapping<Item extends Span>(sorted: readonly Item[], span: Span | undefined): Item[] {
  if (span === undefined) return [];
  const found: Item[] = [];
  for (let at = findLastStarting(sorted, span.end - 1); at >= 0; at -= 1) {
    const item = sorted[at];
    if (item === undefined || !overlaps(item, span)) break;
    found.unshift(item);
  }
  return found;
}
