import { describe, expect, test } from 'vitest';
import { inOrder } from '../../pipeline/text/in-order.ts';

const upTo = (most: number) => (begun: readonly unknown[]) => begun.length < most;

function promised<Value>(): { promise: Promise<Value>; give: (value: Value) => void; fail: (thrown: Error) => void } {
  let give: (value: Value) => void = () => undefined;
  let fail: (thrown: Error) => void = () => undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { promise, give, fail };
}

describe('work side by side', () => {
  test('gives results in the order of the items, whatever is done first', async () => {
    const works = [30, 1, 15, 0, 5];
    const work = (ms: number): Promise<string> => new Promise((done) => setTimeout(() => done(`${ms} ms`), ms));
    const found: string[] = [];
    for await (const [ms, text] of inOrder(works, work, upTo(3))) found.push(`${ms}: ${text}`);
    expect(found).toEqual(works.map((ms) => `${ms}: ${ms} ms`));
  });

  test.each([1, 2, 5])('begins %d at most, and so many where there is work', async (most) => {
    let running = 0;
    let highest = 0;
    const work = async (): Promise<void> => {
      running += 1;
      highest = Math.max(highest, running);
      await new Promise((done) => setTimeout(done, 2));
      running -= 1;
    };
    let count = 0;
    for await (const _ of inOrder(Array.from({ length: 12 }), work, upTo(most))) count += 1;
    expect([count, highest]).toEqual([12, most]);
  });

  test('begins one where there is never room', async () => {
    const found: number[] = [];
    for await (const [item] of inOrder([1, 2, 3], async () => undefined, upTo(0))) found.push(item);
    expect(found).toEqual([1, 2, 3]);
  });

  test('gives a result while the next item is still awaited', async () => {
    const second = promised<string>();
    async function* items(): AsyncGenerator<string> {
      yield 'first';
      yield await second.promise;
    }
    const results = inOrder(items(), async (item) => item.toUpperCase(), upTo(4));
    expect((await results.next()).value).toEqual(['first', 'FIRST']);
    second.give('second');
    expect((await results.next()).value).toEqual(['second', 'SECOND']);
    expect((await results.next()).done).toBe(true);
  });

  test('throws what a work throws after the results before it, though it failed first', async () => {
    const slow = promised<number>();
    const works = [slow.promise, Promise.reject(new Error('second')), Promise.resolve(3)];
    const found: number[] = [];
    const reading = (async () => {
      for await (const [, result] of inOrder(works, (work) => work, upTo(3))) found.push(result);
    })();
    setTimeout(() => slow.give(1), 5);
    await expect(reading).rejects.toThrow('second');
    expect(found).toEqual([1]);
  });

  test('throws what the items throw after the results of those before', async () => {
    const slow = promised<number>();
    function* items(): Generator<Promise<number>> {
      yield slow.promise;
      throw new Error('no more');
    }
    const found: number[] = [];
    const reading = (async () => {
      for await (const [, result] of inOrder(items(), (work) => work, upTo(3))) found.push(result);
    })();
    setTimeout(() => slow.give(1), 5);
    await expect(reading).rejects.toThrow('no more');
    expect(found).toEqual([1]);
  });

  test('ends its items where the reader stops', async () => {
    let isEnded = false;
    function* items(): Generator<number> {
      try {
        for (let item = 0; ; item += 1) yield item;
      } finally {
        isEnded = true;
      }
    }
    for await (const [item] of inOrder(items(), async () => undefined, upTo(3))) if (item === 2) break;
    expect(isEnded).toBe(true);
  });

  test('stops at once where the work fails, though the next item is still awaited', async () => {
    async function* items(): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => undefined);
    }
    const results = inOrder(items(), () => Promise.reject(new Error('broken')), upTo(2));
    await expect(results.next()).rejects.toThrow('broken');
  });
});
