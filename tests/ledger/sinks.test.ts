// Whatever people decided, lines of the stream collected give byte for byte what one run gives.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Document, startDocument } from '../../pipeline/document.ts';
import { applyDecisions } from '../../pipeline/ledger/apply.ts';
import { createLedger, type Ledger } from '../../pipeline/ledger/ledger.ts';
import { keepDecidedNames } from '../../pipeline/ledger/names.ts';
import type { Decision, EntityReference } from '../../pipeline/ledger/schema.ts';
import { entityIdOf } from '../../pipeline/names/identity.ts';
import { linkRepaired } from '../../pipeline/names/index.ts';
import { repairNames } from '../../pipeline/names/repairs.ts';
import { assignStatus } from '../../pipeline/review/index.ts';
import { folderSink, type Sink, streamSink } from '../../pipeline/sinks.ts';
import { linesOf } from '../../pipeline/write/lines.ts';
import type { StreamLine } from '../../pipeline/write/schema.ts';
import { documentOfLines, fromStreamLine } from '../../pipeline/write/stream.ts';
import { markedDocument } from '../names/document.ts';
import { folderOf } from '../support/folder.ts';
import { nextId, recordOf, targetOf } from './support.ts';

const marked = [
  'Benny Gantz et [P:Amina Diallo] parlent au [O:Syndicat national des apiculteurs] ([O:SNA]). [P:Gantz] sort.',
  '[P:Gantz] rit avec [P:Benny Gantz].',
  '[P:Aminata Diallo] écrit au [O:SNA] de [L:Tombouctou]. [P:Diallo] attend.',
];
const thresholds = { person: 0.5, organisation: 0.5, country: 0.5, place: 0.5, figure: 0.5, date: 0.5, other: 0.5 };
const model = { name: 'm', version: '1', hash: 'h' };
const texts = marked.map((text) => markedDocument(text, 'fr'));

const person = (name: string): EntityReference => ({
  entity: entityIdOf('person', name),
  type: 'person',
  name,
  names: [name],
});
const references = ['Gantz', 'Benny Gantz', 'Amina Diallo', 'Aminata Diallo', 'Nobody'].map(person);
const head = (): { v: 1; id: string; by: string } => ({ v: 1, id: nextId(), by: 'tester' });

const decision = fc
  .record({
    action: fc.constantFrom('accept', 'reject', 'correct', 'add', 'merge', 'distinct', 'rename', 'split'),
    doc: fc.nat(marked.length - 1),
    mention: fc.nat(3),
    entities: fc.uniqueArray(fc.constantFrom(...references), { minLength: 2, maxLength: 3 }),
    name: fc.constantFrom('X', 'Benny Gantz', 'Une Autre Personne'),
  })
  .map(({ action, doc, mention: place, entities, name }): Decision => {
    const document = texts[doc];
    const mention = document?.mentions[place % document.mentions.length];
    const [entity = person('Nobody')] = entities;
    if (document === undefined || mention === undefined || mention.type !== 'person') {
      return { ...head(), action: 'merge', entities };
    }
    if (action === 'merge') return { ...head(), action, entities, ...(name === 'X' ? {} : { name }) };
    if (action === 'distinct') return { ...head(), action, entities };
    if (action === 'rename') return { ...head(), action, entity, name };
    const { start, end, text } = mention;
    const shown = { type: mention.type, text, start, end, id: 'a'.repeat(16) };
    const other = { ...recordOf(document.text, text.slice(0, 5), { type: 'other', name }), start, end: start + 5 };
    const record = action === 'correct' || action === 'add' ? { record: other } : {};
    const targets = [targetOf(document.text, { doc: `${doc}.txt`, shown, ...record })];
    return action === 'split'
      ? { ...head(), action, entity, discriminator: name, targets }
      : { ...head(), action, targets };
  });

/** A document as the stages hand it on. */
function finished(place: number, ledger: Ledger): Document {
  const start = texts[place] ?? markedDocument('', 'fr');
  const names = {
    ...startDocument({ ...start, doc: `${place}.txt`, source: `${place}.txt` }),
    ...start,
    doc: `${place}.txt`,
  };
  const applied = applyDecisions(repairNames(names), ledger);
  return assignStatus(keepDecidedNames(linkRepaired(applied), ledger), thresholds);
}

async function write(sink: Sink, ledger: Ledger): Promise<void> {
  for (const place of marked.keys()) {
    const document = finished(place, ledger);
    await sink.add(document, linesOf(document, { model, hasText: true }));
  }
  await sink.finish(() => ({}));
}
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

it('gives the same bytes by way of the stream', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(decision, { maxLength: 8 }), async (decisions) => {
      const ledger = createLedger(decisions);
      const whole = folderOf();
      await write(await folderSink(whole, { ledger }), ledger);
      const out: string[] = [];
      const stream = streamSink(
        (line) => {
          out.push(line);
          return Promise.resolve();
        },
        { ledger },
      );
      await write(stream, ledger);
      const collected = folderOf();
      const sink = await folderSink(collected, { ledger });
      for (const line of out) {
        const lines = fromStreamLine(JSON.parse(line) as StreamLine);
        await sink.add(documentOfLines(lines), lines);
      }
      await sink.finish(() => ({}));
      expect(contentOf(collected)).toEqual(contentOf(whole));
      expect(contentOf(whole)['decisions.jsonl']?.split('\n').length).toBe(decisions.length + 1);
    }),
    { numRuns: 40 },
  );
});
