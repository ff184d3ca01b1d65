import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../pipeline/ledger/append.ts';
import { createLedger } from '../../pipeline/ledger/ledger.ts';
import { readLedger } from '../../pipeline/ledger/read.ts';
import type { Decision } from '../../pipeline/ledger/schema.ts';
import { folderOf } from '../support/folder.ts';
import { accept, linesOf, recordOf, reject, targetOf, undo } from './support.ts';

const text = 'Amina Diallo vit à Rabat. Émile Zola aussi.';
const person = (surface: string): Decision =>
  accept(targetOf(text, { shown: recordOf(text, surface, { type: 'person' }) }));
const ledgerOf = (content: string): string => join(folderOf({ 'review.jsonl': content }), 'review.jsonl');

describe('reading a ledger', () => {
  it('gives the decisions in order and which stand', () => {
    const decisions = [person('Amina Diallo'), person('Émile Zola')];
    const ledger = readLedger(ledgerOf(linesOf(decisions)));
    expect(ledger.decisions).toEqual(decisions);
    expect(ledger.standing).toEqual(decisions);
    expect(ledger.notes).toEqual([]);
  });

  it('takes an undo back by another undo, to any depth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (depth) => {
        const decision = person('Amina Diallo');
        const decisions = [decision];
        let last = decision;
        for (let index = 0; index < depth; index += 1) {
          last = undo(last);
          decisions.push(last);
        }
        expect(createLedger(decisions).standing).toEqual(depth % 2 === 0 ? [decision] : []);
      }),
    );
  });

  it('does nothing for an undo of what is not there before it', () => {
    const decision = person('Amina Diallo');
    const early = undo(decision);
    const ledger = createLedger([early, decision]);
    expect(ledger.standing).toEqual([decision]);
    expect([...ledger.lost]).toEqual([early.id]);
  });

  it('leaves a last line that is torn at any byte out, with a note', () => {
    const first = person('Amina Diallo');
    const bytes = Buffer.from(linesOf([first, person('Émile Zola')]));
    const start = Buffer.from(linesOf([first])).length;
    const path = ledgerOf('');
    for (let end = start; end <= bytes.length; end += 1) {
      writeFileSync(path, bytes.subarray(0, end));
      const { decisions, notes } = readLedger(path);
      const isWhole = end >= bytes.length - 1; // the line feed alone may be lost
      expect(decisions.length, `cut at ${end}`).toBe(isWhole ? 2 : 1);
      expect(notes.length, `cut at ${end}`).toBe(isWhole || end === start ? 0 : 1);
    }
  });

  it('refuses a broken line in the middle, an unknown version, an id that comes twice, and says which', () => {
    const whole = linesOf([person('Amina Diallo')]);
    const cases: [content: string, sentence: string][] = [
      [`${whole}{"v":1,\n${whole}`, 'line 2'],
      [`${whole}{"v":1,"action":"accept"}\n`, 'at "id" in line 2'],
      [`${whole}{"v":1,"action":"approve"}\n`, 'expected a decision, found the action "approve" in line 2'],
      ['{"id":"x","doc":"a.txt"}\n', 'found a line without "action" in line 1'],
      ['[]\n', 'found a value that is no object in line 1'],
      [whole.replace('"v":1', '"v":2'), 'expected decisions of version 1, found version 2 in line 1'],
      [whole.replace('"tester"', '"tester","extra":1'), 'extra'],
      [whole + whole.replace('tester', 'other'), 'a second time in line 2'],
    ];
    for (const [content, sentence] of cases) expect(() => readLedger(ledgerOf(content))).toThrow(sentence);
  });

  it('takes line breaks and a byte order mark as other systems write them', () => {
    const decisions = [person('Amina Diallo'), person('Émile Zola')];
    const { notes, ...read } = readLedger(ledgerOf(`\uFEFF${linesOf(decisions).replaceAll('\n', '\r\n')}\r\n`));
    expect(read.decisions).toEqual(decisions);
    expect(notes).toEqual([]);
  });

  it('refuses bytes that are no text, and takes a whole last line for none that was torn', () => {
    const whole = linesOf([person('Émile Zola')]);
    const path = ledgerOf('');
    const cases: [content: Buffer, sentence: RegExp][] = [
      [Buffer.from(whole, 'latin1'), /bytes that are not UTF-8 in line 1/u],
      [Buffer.concat([Buffer.from(whole), Buffer.from([0xff, 0xfe, 0x0a])]), /bytes that are not UTF-8 in line 2/u],
      [Buffer.from(`${whole}\0\u001B[2J\n${whole}`), /found "\uFFFD\uFFFD\[2J" in line 2/u],
      [Buffer.from(`${whole}{"v":1,"action":"accept"}`), /line 2/u],
      [Buffer.from(`${whole}{"v":2}`), /found version 2 in line 2/u],
    ];
    for (const [content, sentence] of cases) {
      writeFileSync(path, content);
      expect(() => readLedger(path)).toThrow(sentence);
    }
    expect(() => readLedger(join(path, '..'))).toThrow(/expected a ledger of decisions/u);
  });

  it('never cuts off a whole last line, whatever is wrong with it', async () => {
    const content = `${linesOf([person('Émile Zola')])}{"v":1,"action":"accept"}`;
    const path = ledgerOf(content);
    await (await openLedger(path)).close();
    expect(readFileSync(path, 'utf8')).toBe(`${content}\n`);
  });

  it('counts a line once that a merge of two files repeated', () => {
    const whole = linesOf([person('Amina Diallo')]);
    const { decisions, notes } = readLedger(ledgerOf(whole + whole));
    expect(decisions).toHaveLength(1);
    expect(notes[0]).toContain('line 2');
  });

  it('says that there is none, or takes none for empty where that is asked', () => {
    expect(() => readLedger('/nowhere/review.jsonl')).toThrow(
      'expected a ledger of decisions at "/nowhere/review.jsonl"',
    );
    expect(readLedger('/nowhere/review.jsonl', { mayBeAbsent: true }).decisions).toEqual([]);
  });
});

describe('writing a ledger', () => {
  it('adds lines that can be read again, and makes the file with the first', async () => {
    const path = join(folderOf(), 'new', 'review.jsonl');
    const ledger = await openLedger(path);
    expect(existsSync(path)).toBe(false);
    const decisions = [person('Amina Diallo'), person('Émile Zola')];
    await Promise.all(decisions.map((decision) => ledger.append(decision)));
    await ledger.close();
    expect(readLedger(path).decisions).toEqual(decisions);
    const again = await openLedger(path);
    await again.append(reject(targetOf(text, { shown: recordOf(text, 'Rabat', { type: 'place' }) })));
    await again.close();
    expect(readLedger(path).decisions).toHaveLength(3);
  });

  it('refuses what is no decision and keeps the file as it was', async () => {
    const path = ledgerOf('');
    const ledger = await openLedger(path);
    await expect(ledger.append({ v: 1 } as unknown as Decision)).rejects.toThrow('action');
    await ledger.close();
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it('repairs a line torn at any byte and keeps the fragment', async () => {
    const first = person('Amina Diallo');
    const second = person('Émile Zola');
    const bytes = Buffer.from(linesOf([first, second]));
    const start = Buffer.from(linesOf([first])).length;
    for (let end = start; end <= bytes.length; end += 1) {
      const folder = folderOf();
      const path = join(folder, 'review.jsonl');
      writeFileSync(path, bytes.subarray(0, end));
      const ledger = await openLedger(path);
      const third = person('Amina Diallo');
      await ledger.append(third);
      await ledger.close();
      const isWhole = end >= bytes.length - 1;
      expect(readLedger(path).decisions).toEqual(isWhole ? [first, second, third] : [first, third]);
      const isTorn = !isWhole && end > start;
      expect(ledger.notes.length).toBe(isTorn ? 1 : 0);
      const torn = join(folder, '.review.jsonl.torn');
      const kept = existsSync(torn) ? readFileSync(torn).subarray(0, -1) : Buffer.alloc(0);
      expect(kept).toEqual(isTorn ? bytes.subarray(start, end) : Buffer.alloc(0));
    }
  });

  it('has one writer at a time, and a clear sentence for the second', async () => {
    const path = ledgerOf('');
    const ledger = await openLedger(path);
    await expect(openLedger(path)).rejects.toThrow(
      /expected to be the only writer of the ledger .* close that review/u,
    );
    await ledger.close();
    await (await openLedger(path)).close();
  });

  it('takes over the lock of a process that died, and no other', async () => {
    const path = ledgerOf('');
    const lock = join(path, '..', '.review.jsonl.lock');
    const { hostname } = await import('node:os');
    writeFileSync(lock, JSON.stringify({ process: 2 ** 22 + 1, machine: hostname(), token: 'dead' }));
    await (await openLedger(path)).close();
    writeFileSync(lock, JSON.stringify({ process: process.ppid, machine: hostname(), token: 'alive' }));
    await expect(openLedger(path)).rejects.toThrow(`process ${process.ppid}`);
    writeFileSync(lock, JSON.stringify({ process: 1, machine: 'elsewhere', token: 'far' }));
    await expect(openLedger(path)).rejects.toThrow('on elsewhere');
  });

  it('goes on where another program replaced the file or added to it, and not where that took decisions away', async () => {
    const path = ledgerOf('');
    const ledger = await openLedger(path);
    const [first, second, third, fourth] = ['Amina Diallo', 'Émile Zola', 'Amina Diallo', 'Émile Zola'].map(person) as [
      Decision,
      Decision,
      Decision,
      Decision,
    ];
    await ledger.append(first);
    const merged = person('Amina Diallo');
    writeFileSync(`${path}.new`, linesOf([first, merged]).slice(0, -1));
    renameSync(`${path}.new`, path);
    await ledger.append(second);
    expect(readLedger(path).decisions).toEqual([first, merged, second]);
    appendFileSync(path, linesOf([third]));
    await ledger.append(fourth);
    expect(readLedger(path).decisions).toEqual([first, merged, second, third, fourth]);
    writeFileSync(path, linesOf([first]));
    await expect(ledger.append(person('Émile Zola'))).rejects.toThrow(
      /as it was left, found one that is \d+ bytes shorter/u,
    );
    rmSync(path);
    await expect(ledger.append(person('Émile Zola'))).rejects.toThrow('as it was left, found nothing');
    await ledger.close();
    expect(existsSync(path)).toBe(false);
  });

  it('locks one file under all its names', async () => {
    const path = ledgerOf('');
    const other = join(folderOf(), 'link.jsonl');
    symlinkSync(path, other);
    const ledger = await openLedger(path);
    await expect(openLedger(other)).rejects.toThrow('only writer');
    await ledger.close();
  });

  it('says in one sentence that it cannot be written', async () => {
    const path = join(ledgerOf(''), 'below-a-file', 'review.jsonl');
    await expect(openLedger(path)).rejects.toThrow(/^expected a ledger that can be written at/u);
  });

  it('stops writing when its lock was taken away', async () => {
    const path = ledgerOf('');
    const ledger = await openLedger(path);
    writeFileSync(join(path, '..', '.review.jsonl.lock'), '{}');
    await expect(ledger.append(person('Amina Diallo'))).rejects.toThrow('only writer');
    await ledger.close();
    expect(readFileSync(path, 'utf8')).toBe('');
  });
});
