// Whoever decides may be killed at any moment: what was acknowledged is in the ledger, and it goes on where it stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { openLedger } from '../../pipeline/ledger/append.ts';
import { readLedger } from '../../pipeline/ledger/read.ts';
import { packageFolder } from '../../pipeline/text/resource.ts';
import { folderOf } from '../support/folder.ts';
import { complete, linesOf } from './support.ts';

const kills = 200;
const built = join(packageFolder(), 'dist', 'ledger', 'append.js');

/** Appends decisions and says of each when it is acknowledged. */
const script = `
  import { openLedger } from ${JSON.stringify(pathToFileURL(built).href)};
  const [path, first] = process.argv.slice(1);
  const ledger = await openLedger(path);
  process.stdout.write('open\\n');
  for (let number = Number(first); ; number += 1) {
    const id = number.toString(16).padStart(16, '0');
    const decision = { v: 1, id, by: 'tester', action: 'complete', doc: 'é'.repeat(number % 50), records: 0 };
    await ledger.append({ ...decision, text_sha256: '0'.repeat(64) });
    process.stdout.write(id + '\\n');
  }
`;

function start(path: string, first: number): { child: ChildProcess; acknowledged: () => string[] } {
  const args = ['--input-type=module', '--eval', script, path, `${first}`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  return { child, acknowledged: () => out.split('\n').slice(0, -1) };
}

it(`keeps every acknowledged decision over ${kills} kills`, { timeout: 300_000 }, async () => {
  expect(existsSync(built), 'run make test, which builds the command').toBe(true);
  const path = join(folderOf(), 'review.jsonl');
  const promised: string[] = [];
  const lanes = 4; // ledgers written side by side, each killed in turn
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const own = `${path}-${lane}`;
      const acknowledgedHere: string[] = [];
      for (let round = 0; round < kills / lanes; round += 1) {
        const { child, acknowledged } = start(own, (lane + 1) * 1_000_000 + round * 10_000);
        const exit = once(child, 'exit');
        // from the moment it is open, and with some decisions taken however busy the machine is
        const lines = 1 + (round % 5);
        while (acknowledged().length < lines && child.exitCode === null) await wait(1);
        await wait((round * 7 + lane * 3) % 23);
        child.kill('SIGKILL');
        await exit;
        acknowledgedHere.push(...acknowledged().filter((line) => line !== 'open'));
        expect(child.signalCode, 'the writer failed before it was killed').toBe('SIGKILL');
      }
      const ids = new Set(readLedger(own).decisions.map(({ id }) => id));
      expect(acknowledgedHere.filter((id) => !ids.has(id))).toEqual([]);
      promised.push(...acknowledgedHere);
    }),
  );
  expect(promised.length).toBeGreaterThan(kills);
});

it('has one of many writers at once, and the ledger whole', { timeout: 60_000 }, async () => {
  const path = join(folderOf(), 'review.jsonl');
  const first = complete('text', 0);
  writeFileSync(path, `${linesOf([first])}{"v":1,"torn`);
  // left by a process that died: all of them see it and one may take it over
  const stale = { process: 2 ** 22 + 1, machine: hostname(), token: 'dead' };
  writeFileSync(join(path, '..', '.review.jsonl.lock'), JSON.stringify(stale));
  const writers = Array.from({ length: 8 }, (_, place) => start(path, (place + 1) * 100_000));
  const exits = writers.map(({ child }) => once(child, 'exit'));
  while (writers.filter(({ child }) => child.exitCode === null).length > 1) await wait(5);
  await wait(50);
  const winners = writers.filter(({ child }) => child.exitCode === null);
  for (const { child } of winners) child.kill('SIGKILL');
  await Promise.all(exits);
  expect(winners).toHaveLength(1);
  const ids = new Set(readLedger(path).decisions.map(({ id }) => id));
  expect(ids.has(first.id)).toBe(true);
  for (const id of winners[0]?.acknowledged().slice(1) ?? []) expect(ids.has(id)).toBe(true);
  for (const { acknowledged } of writers.filter((one) => !winners.includes(one)))
    expect(acknowledged().filter((line) => line !== 'open')).toEqual([]);
  const again = await openLedger(path);
  await again.close();
  expect(existsSync(join(path, '..', '.review.jsonl.lock'))).toBe(false);
  expect(readFileSync(join(path, '..', '.review.jsonl.torn'), 'utf8')).toContain('{"v":1,"torn');
});
