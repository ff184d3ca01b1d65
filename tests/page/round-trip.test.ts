// From the dataset to the page, to the ledger, to the dataset again: what was decided stands, and the page knows it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../pipeline/command.ts';
import { openLedger } from '../../pipeline/ledger/append.ts';
import { readLedger } from '../../pipeline/ledger/read.ts';
import { loadReview } from '../../pipeline/page/load.ts';
import { Session } from '../../pipeline/page/session.ts';
import { isStandingMention } from '../../pipeline/page/queue.ts';
import { spanOf } from '../../pipeline/page/slots.ts';
import { folderOf } from '../support/folder.ts';
import { memoryStreams } from '../support/streams.ts';
import { asked } from './support/session.ts';

const texts = {
  'a.txt':
    'Le ministère de la Pêche du Ghana a saisi plus de 220 tonnes de poisson à Tema le 3 mai 2021. Kofi Mensah dirige l’opération. Mensah a parlé à la presse.\n',
  'b.txt':
    'Canada sent 45 engineers to Lagos in March 2020, Emma Clarke said. Clarke works for the World Health Organization.\n',
};

it('decides on a real dataset, and finds the decisions in the next one', async () => {
  const input = folderOf(texts);
  const output = folderOf();
  const ledger = join(input, 'review.jsonl');
  const run = async (): Promise<Record<string, unknown>[]> => {
    const streams = memoryStreams();
    expect(await main(['dataset', input, '--output', output], streams), streams.written().err).toBe(0);
    return linesOf(join(output, 'dataset.jsonl'));
  };
  const before = await run();
  const first = await open();
  const slots = [...first.session.state.slots.values()].filter(({ baseState }) => baseState !== 'lead');
  const [accepted, rejected, corrected] = slots;
  if (accepted === undefined || rejected === undefined || corrected === undefined) throw new Error('expected records');
  const { session } = first;
  await session.decide({ ...asked(), key: accepted.key, seen: null, action: 'accept' });
  await session.decide({ ...asked(), key: rejected.key, seen: null, action: 'reject' });
  const { start, end, text } = corrected.base;
  await session.decide({
    ...asked(),
    key: corrected.key,
    seen: null,
    action: 'correct',
    record: { type: 'other', text, start, end, name: 'A name given by hand' },
  });
  const place = texts['a.txt'].indexOf('la presse');
  await session.add({
    ...asked('read'),
    doc: 'a.txt',
    record: { type: 'organisation', text: 'la presse', start: place, end: place + 9 },
  });
  await session.complete({ ...asked('read'), doc: 'b.txt' });
  const shown = standing(session);
  await first.close();

  const after = await run();
  expect(
    after.map(
      ({ doc, start: from, end: until, type }) => `${String(doc)} ${String(from)} ${String(until)} ${String(type)}`,
    ),
  ).toEqual(shown);
  expect(after).not.toEqual(before);
  expect(after.find((record) => record['text'] === 'la presse')).toMatchObject({
    status: 'added',
    method: 'human',
    score: 1,
  });
  expect(after.find((record) => record['name'] === 'A name given by hand')).toMatchObject({
    status: 'corrected',
    was: corrected.base.id,
  });
  const fates = linesOf(join(output, 'decisions.jsonl'));
  expect(new Set(fates.map(({ fate }) => fate))).toEqual(new Set(['applied']));
  expect(linesOf(join(output, 'documents.jsonl'))).toMatchObject([{ review: 'partial' }, { review: 'complete' }]);

  // the page over the reviewed dataset shows the same, and what was taken back is asked again
  const second = await open();
  expect(standing(second.session)).toEqual(shown);
  expect(second.session.state.findCompletion('b.txt')).toBeDefined();
  for (let count = 0; count < 5; count += 1) await second.session.undo(asked());
  expect(standing(second.session)).toEqual(
    before.map(
      ({ doc, start: from, end: until, type }) => `${String(doc)} ${String(from)} ${String(until)} ${String(type)}`,
    ),
  );
  expect(second.session.state.findSlot(rejected.key)).toMatchObject({ state: rejected.baseState });
  await second.close();
  expect(await run()).toEqual(before);

  async function open(): Promise<{ session: Session; close(): Promise<void> }> {
    const writer = await openLedger(ledger);
    const opened = new Session({
      loaded: await loadReview({ input, output, ledger }),
      decisions: readLedger(ledger, { mayBeAbsent: true }).decisions,
      append: (decision) => writer.append(decision),
      by: 'ana',
    });
    return { session: opened, close: () => writer.close() };
  }
});

function standing(session: Session): string[] {
  return [...session.state.documents.values()].flatMap(({ document, slots }) =>
    slots
      .filter(isStandingMention)
      .map((slot) => `${document.doc} ${spanOf(slot).start} ${spanOf(slot).end} ${(slot.record ?? slot.base).type}`),
  );
}

function linesOf(path: string): Record<string, unknown>[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
