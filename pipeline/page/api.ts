// What the page may ask of the server: one function a path, each with its schema; no socket here.
import type { z } from 'zod';
import { contextOf, patternOf } from './alike.ts';
import { cardOf, verdictOf } from './card.ts';
import type { Conclusion } from '../audit/conclusion.ts';
import { concludeAll } from '../audit/conclude.ts';
import type { DocumentLines } from '../write/lines.ts';
import type { ReviewDocument } from './load.ts';
import type { Alike, DocumentSummary, DocumentView, EntityQueue, HistoryEntry, Queue, Settings } from './messages.ts';
import { marksWithin } from './passage.ts';
import { isWaiting } from './queue.ts';
import * as requests from './requests.ts';
import { RefusedError } from './refused.ts';
import type { Session } from './session.ts';
import { readCountries, readUnits } from './units.ts';

type Handler = (session: Session, body: unknown) => object | Promise<object>;

function route<Request>(
  schema: z.ZodType<Request>,
  handle: (session: Session, request: Request) => object | Promise<object>,
): Handler {
  return (session, body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new RefusedError('invalid', `expected a request of this page, found "${issue?.message ?? 'another'}"`);
    }
    return handle(session, parsed.data);
  };
}

/** Mentions shown before "the same everywhere" is decided, and those of "show all". */
const fewContexts = 5;
const manyContexts = 500;
const historyPage = 50;

/** The handlers by path; all take a JSON body. */
export const routes: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['/api/settings', route(requests.overviewRequest, (session, { mode, filter }) => settingsOf(session, mode, filter))],
  ['/api/overview', route(requests.overviewRequest, (session, { mode, filter }) => session.overview(mode, filter))],
  [
    '/api/queue',
    route(requests.queueRequest, async (session, { mode, filter, limit, have }): Promise<Queue> => {
      const slots = session.queues.next(mode, filter, limit, new Set(have));
      const cards = await Promise.all(slots.map((slot) => cardOf(session, slot)));
      const overview = session.overview(mode, filter);
      return { cards, waiting: overview.tallies[mode].total - overview.tallies[mode].done, overview };
    }),
  ],
  ['/api/card', route(requests.keyRequest, (session, { key }) => session.card(key))],
  ['/api/decide', route(requests.decideRequest, (session, request) => session.decide(request))],
  ['/api/add', route(requests.addRequest, (session, request) => session.add(request))],
  [
    '/api/alike',
    route(requests.alikeRequest, (session, { key, scope, all }): Alike => {
      const slot = session.getSlot(key);
      const waiting = session.alike.waiting(slot, scope);
      return {
        pattern: patternOf(slot, scope),
        total: waiting.length,
        documents: new Set(waiting.map(({ document }) => document.doc)).size,
        decided: session.alike.decidedCount(slot, scope),
        contexts: waiting.slice(0, all ? manyContexts : fewContexts).map((other) => contextOf(other)),
      };
    }),
  ],
  ['/api/everywhere', route(requests.everywhereRequest, (session, request) => session.everywhere(request))],
  ['/api/undo', route(requests.undoRequest, (session, request) => session.undo(request))],
  ['/api/undo-one', route(requests.undoOneRequest, (session, request) => session.undo(request))],
  ['/api/redo', route(requests.undoRequest, (session, request) => session.redo(request))],
  [
    '/api/propose',
    route(requests.proposeRequest, async (session, { key, doc, start, end }) => {
      const slot = key === undefined ? undefined : session.getSlot(key);
      const state = session.state.documents.get(slot?.document.doc ?? doc ?? '');
      if (state === undefined || end <= start || end > state.document.text.length)
        throw new RefusedError('gone', 'expected a stretch of a document, found none');
      const { propose } = await import('./propose.ts');
      return propose(state, { start, end }, slot);
    }),
  ],
  ['/api/document', route(requests.documentRequest, (session, { doc, filter }) => documentOf(session, doc, filter))],
  [
    '/api/complete',
    route(requests.completeRequest, (session, request) => session.complete({ ...request, mode: 'read' })),
  ],
  [
    '/api/entities',
    route(requests.entityQueueRequest, (session, { filter, limit }): EntityQueue => {
      const { pairs, waiting } = session.entities.pairs(filter.doc, limit);
      const joined = session.entities.joined(filter.doc).slice(0, 200);
      return { pairs, waiting, joined, overview: session.overview('entities', filter) };
    }),
  ],
  [
    '/api/entity',
    route(requests.entityRequest, (session, { entity }) => {
      if (!session.entities.has(entity)) throw new RefusedError('gone', 'expected an entity, found none');
      return session.entities.view(entity, manyContexts);
    }),
  ],
  [
    '/api/entity-search',
    route(requests.entitySearchRequest, (session, { text, except }) => session.entities.search(text, except)),
  ],
  [
    '/api/entity-decide',
    route(requests.entityDecideRequest, (session, request) => session.decideEntities({ ...request, mode: 'entities' })),
  ],
  [
    '/api/conclusions',
    route(requests.noRequest, (session): Conclusion[] =>
      concludeAll(session.loaded.documents.map(linesOf), { standing: session.state.history.standing() }),
    ),
  ],
  ['/api/history', route(requests.historyRequest, (session, { before }) => historyOf(session, before))],
]);

/** A document as conclusions are drawn from it. */
function linesOf({ doc, line, textSha256, sentences, records }: ReviewDocument): DocumentLines {
  return {
    document: { ...line, text_sha256: textSha256 },
    sentences: sentences.map((sentence) => ({ ...sentence, doc, margin: 0 })),
    records,
    leads: [],
  };
}

function settingsOf(session: Session, mode: Parameters<Session['overview']>[0], filter: object): Settings {
  return {
    countries: readCountries(),
    units: readUnits(),
    documents: documentsOf(session),
    overview: session.overview(mode, filter),
  };
}

function documentsOf(session: Session): DocumentSummary[] {
  const documents = [...session.state.documents.values()].map(({ document, slots }): DocumentSummary => {
    const { doc, line } = document;
    const waiting = slots.filter(isWaiting);
    return {
      doc,
      ...(line.title === undefined ? {} : { title: line.title }),
      ...(line.lang === undefined ? {} : { lang: line.lang }),
      pending: waiting.filter(({ state }) => state === 'pending').length,
      leads: waiting.filter(({ state }) => state === 'lead').length,
      records: slots.length,
      isComplete: session.state.findCompletion(doc) !== undefined,
    };
  });
  const others = session.loaded.unreviewable.map(
    ({ doc, problem }): DocumentSummary => ({ doc, pending: 0, leads: 0, records: 0, isComplete: false, problem }),
  );
  return [...documents, ...others];
}

function documentOf(session: Session, doc: string, filter: object): DocumentView {
  const state = session.state.documents.get(doc);
  if (state === undefined) throw new RefusedError('gone', `expected a document, found none by "${doc}"`);
  const { text, line } = state.document;
  const completion = session.state.findCompletion(doc);
  const docs = [...session.state.documents.keys()];
  const place = docs.indexOf(doc);
  const previous = docs[place - 1];
  const next = docs[place + 1];
  return {
    doc,
    ...(line.title === undefined ? {} : { title: line.title }),
    text,
    marks: marksWithin(state, { start: 0, end: text.length }),
    isComplete: completion !== undefined,
    ...(completion === undefined ? {} : { completedBy: verdictOf(completion) }),
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
    overview: session.overview('read', filter),
  };
}

/** Decisions, the newest first. */
function historyOf(session: Session, before: number | undefined): { entries: HistoryEntry[]; before: number } {
  const { entries } = session.state.history;
  const end = Math.min(before ?? entries.length, entries.length);
  const start = Math.max(0, end - historyPage);
  const undos = new Map<string, string>();
  for (const decision of entries) {
    if (decision.action === 'undo' && session.state.history.isStanding(decision.id))
      undos.set(decision.undoes, decision.id);
  }
  const page = entries.slice(start, end).reverse();
  const shown = page
    .filter(({ action }) => action !== 'undo')
    .map((decision): HistoryEntry => {
      const target = 'targets' in decision && decision.action !== 'complete' ? decision.targets[0] : undefined;
      const [slot] = session.state.slotsOf(decision);
      const names =
        'entities' in decision
          ? decision.entities.map(({ name }) => name).join(' · ')
          : 'entity' in decision
            ? decision.entity.name
            : 'doc' in decision
              ? decision.doc
              : '';
      const was = target?.shown?.text;
      const is = target?.record?.text;
      return {
        ...verdictOf(decision),
        ...(decision.mode === undefined ? {} : { mode: decision.mode }),
        text:
          target === undefined
            ? names
            : was !== undefined && is !== undefined && was !== is
              ? `${was} → ${is}`
              : (is ?? was ?? ''),
        ...(target === undefined ? {} : { doc: target.doc }),
        ...(slot === undefined ? {} : { key: slot.key }),
        isUndone: !session.state.history.isStanding(decision.id),
        ...(undos.has(decision.id) ? { undo: undos.get(decision.id) ?? '' } : {}),
      };
    });
  return { entries: shown, before: start };
}
