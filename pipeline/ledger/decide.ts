// Puts decided records in the place of what was extracted, and says where the two do not agree.
import type { Document, Loser, Mention, MentionNote } from '../document.ts';
import { bySpan, findLastStarting, overlaps, type Span } from '../text/span.ts';
import { describe, isSameRecord } from './compare.ts';
import { type Effect, keyOf } from './effect.ts';
import type { Outcome } from './effects.ts';
import { putMention } from './put.ts';
import type { Decided, Fate } from './schema.ts';
import { fateOf, type Work } from './work.ts';

export interface DecidedMentions {
  readonly mentions: Mention[];
  readonly losers: Loser[];
}

/**
 * The mentions of a document after its decisions, disjoint and in order; every effect gets its fate.
 * @example decideMentions(work, outcome).mentions[0]?.decision // { status: 'accepted', … }
 */
export function decideMentions(work: Work, { standing, removed }: Outcome): DecidedMentions {
  const extracted = work.document.mentions.filter((mention) => !removed.has(keyOf(mention)));
  const puts: Mention[] = [];
  const losers: Loser[] = [];
  for (const effect of standing) {
    if (effect.fault !== undefined) refuse(work, effect, effect.fault);
    if (effect.put === undefined) continue;
    const put = putDecided(work, { ...effect, put: effect.put }, extracted);
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

/** What was decided cannot stand as it is: that is said on the document too, since no record can say it. */
function refuse(work: Work, effect: Effect, reason: string): void {
  const { start, end } = effect.shownSpan ?? {};
  const span = start === undefined || end === undefined ? {} : { start, end };
  const message = `decided and not applied: ${reason}`;
  work.notes.push({ code: 'review.contradicted', stage: 'ledger', severity: 'warning', ...span, message });
  work.fates.push({ ...fateOf(work, effect), fate: 'contradicted', reason });
}

/** An effect that puts a record in. */
type Putting = Effect & { readonly put: Decided };

/** Puts a decided record in; what is extracted there and is something else gives way. */
function putDecided(
  work: Work,
  effect: Putting,
  extracted: readonly Mention[],
): { mention: Mention; others: Mention[] } | undefined {
  const { put } = effect;
  const around = overlapping(extracted, put);
  const mention = standFor(effect, work.document, [...around, ...overlapping(work.document.mentions, put)]);
  if (mention === undefined) {
    refuse(work, effect, `${describe(put)} has no value`);
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

/** The mention that stands by a decision. */
function standFor(effect: Putting, { sentences }: Document, around: readonly Mention[]): Mention | undefined {
  const { put, decision, index, status, was } = effect;
  const same = around.find((other) => isSameRecord(other, put));
  const made = putMention(put, findLastStarting(sentences, put.start), around);
  if (made === undefined) return undefined;
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
      ...(effect.isNewName ? { isNewName: true } : {}),
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
