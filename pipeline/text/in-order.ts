// Work that is done side by side and given back in order.

/**
 * Does the work on several items at a time and yields item and result in the order of the items. A result is given as
 * soon as it and those before it are there, even while the next item is still awaited.
 *
 * @example for await (const [n, square] of inOrder([1, 2, 3], async (n) => n * n, (begun) => begun.length < 2)) … // [1, 1], [2, 4], [3, 9]
 * @param hasRoom whether one more may be begun beside these; where none is begun, one is
 * @throws what the work or the items throw, at the item's place
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  hasRoom: (begun: readonly Item[]) => boolean,
): AsyncGenerator<readonly [Item, Result]> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const begun: { readonly item: Item; readonly result: Promise<Result> }[] = [];
  let next: Promise<IteratorResult<Item>> | undefined;
  let end: { readonly thrown?: unknown } | undefined;
  try {
    for (;;) {
      if (end === undefined && (begun.length === 0 || hasRoom(begun.map(({ item }) => item)))) {
        next ??= watched((async () => source.next())());
      }
      const [first] = begun;
      if (first !== undefined && (next === undefined || (await isFirst(first.result, next)))) {
        begun.shift();
        yield [first.item, await first.result];
        continue;
      }
      if (next === undefined) break;
      const taken = next;
      next = undefined;
      try {
        const { done, value } = await taken;
        if (done === true) end = {};
        else begun.push({ item: value, result: watched(work(value)) });
      } catch (thrown) {
        end = { thrown };
      }
    }
    if (end !== undefined && 'thrown' in end) throw end.thrown;
  } finally {
    // behind an item that is still awaited, the end of the items would be awaited as long
    const ending = watched((async () => source.return?.())());
    if (next === undefined) await ending;
  }
}

/** Whether the one is settled before the other. */
function isFirst(one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> {
  const settle = (promise: Promise<unknown>, is: boolean): Promise<boolean> =>
    promise.then(
      () => is,
      () => is,
    );
  return Promise.race([settle(one, true), settle(other, false)]);
}

// one that fails while an earlier one is awaited must not end the process: its turn comes
function watched<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
