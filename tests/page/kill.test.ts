// Decisions while the server is killed: what was acknowledged is in the ledger, whole, and the next server takes it up.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLedger } from '../../pipeline/ledger/read.ts';
import type { Card, Outcome, Queue } from '../../pipeline/page/messages.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';
import { folderOf } from '../support/folder.ts';
import { writeDataset } from './support/dataset.ts';
import { nextId } from './support/session.ts';

/** Kills in all, each with a start: fewer where a person waits. Two servers with a ledger of their own take turns. */
const kills = process.env['CI'] === 'true' ? 200 : 40;
const lanes = 2;
const built = join(packageFolder(), 'dist', 'page', 'command.js');
const command = join(packageFolder(), 'tests', 'page', 'support', 'serve.mjs');

it.skipIf(!existsSync(built) && process.env['CI'] !== 'true')(
  `loses no acknowledged decision over ${kills} kills at random moments (needs make)`,
  { timeout: 900_000 },
  async () => {
    const results = await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)));
    const acknowledged = results.reduce((sum, result) => sum + result.acknowledged, 0);
    const inFlight = results.reduce((sum, result) => sum + result.inFlight, 0);
    // the moments were real ones: decisions were taken, and most kills fell into the middle of one
    expect(acknowledged).toBeGreaterThan(kills);
    expect(inFlight).toBeGreaterThan(kills / 2);
  },
);

async function runLane(lane: number): Promise<{ acknowledged: number; inFlight: number }> {
  const names = Array.from({ length: 2500 }, (_, index) => `N${index}x`);
  const documents = {
    'a.txt': { text: names.join(' '), records: names.map((surface) => ({ surface, type: 'person' })) },
  };
  const { input, output } = writeDataset(folderOf(), documents);
  const ledger = join(input, 'review.jsonl');
  const acknowledged = new Set<string>();
  let inFlight = 0;
  let latencyMs = 5;
  for (let round = 0; round < kills / lanes; round += 1) {
    const server = spawn(process.execPath, [command, input, output], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const address = new URL(await firstLine(server));
    const ended = new Promise((resolve) => server.once('close', resolve));
    const ask = caller(address);
    const queue = (await ask('/api/queue', { mode: 'doubtful', filter: {}, limit: 20, have: [] })) as Queue;
    // after a few decisions, at some moment of the next one: on its way, being written, being acknowledged
    const stopAt = (round * 7 + lane) % 6;
    for (const [index, card] of queue.cards.entries()) {
      const id = `${lane}${nextId().slice(1)}`;
      if (index === stopAt)
        setTimeout(() => server.kill('SIGKILL'), latencyMs * (((round * 37 + lane * 11) % 100) / 80));
      const startedMs = performance.now();
      try {
        const outcome = (await ask('/api/decide', decision(id, card))) as Outcome;
        expect(outcome.decision).toBe(id);
        acknowledged.add(id);
        latencyMs = latencyMs * 0.7 + (performance.now() - startedMs) * 0.3;
      } catch {
        inFlight += 1;
        break;
      }
    }
    server.kill('SIGKILL');
    await ended;
    const { decisions } = readLedger(ledger, { mayBeAbsent: true });
    const written = new Set(decisions.map(({ id }) => id));
    const lost = [...acknowledged].filter((id) => !written.has(id));
    expect(lost, `round ${round}`).toEqual([]);
    // nothing is there twice, nor much that nobody sent
    expect(written.size).toBe(decisions.length);
    expect(written.size - acknowledged.size).toBeLessThanOrEqual(inFlight);
  }
  expect(statSync(ledger).size).toBeGreaterThan(0);
  return { acknowledged: acknowledged.size, inFlight };
}

function decision(id: string, card: Card): object {
  return { id, key: card.key, seen: card.verdict?.id ?? null, action: 'accept', mode: 'doubtful', filter: {} };
}

function caller({ origin, searchParams }: URL): (path: string, body: object) => Promise<unknown> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${searchParams.get('token') ?? ''}` };
  return async (path, body) => {
    const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('expected a standard output');
  let errors = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  for await (const line of createInterface(server.stdout)) return line;
  throw new Error(`expected an address, found "${errors}"`);
}
