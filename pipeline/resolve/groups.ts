// Which of many are one: a forest of parents with shortened paths, so that joining and asking cost next to nothing.

export class Groups {
  readonly #parents = new Map<string, string>();

  /**
   * The one that stands for all that were joined with it.
   * @example groups.unite('a', 'b'); groups.find('a') === groups.find('b') // true
   */
  find(item: string): string {
    let root = item;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    let at = item;
    while (at !== root) {
      const parent = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = parent;
    }
    return root;
  }

  unite(left: string, right: string): void {
    const [one, two] = [this.find(left), this.find(right)];
    if (one !== two) this.#parents.set(two, one);
  }

  /** The members of each group that was joined, by the one that stands for it. */
  members(): ReadonlyMap<string, readonly string[]> {
    const members = new Map<string, string[]>();
    for (const item of this.#parents.keys()) {
      const root = this.find(item);
      const list = members.get(root) ?? [root];
      list.push(item);
      members.set(root, list);
    }
    return members;
  }
}
