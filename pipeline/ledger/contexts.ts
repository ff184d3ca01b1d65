// The places of one surface in a text, told apart by what stands before and after them.

/** Characters of context that are compared on each side, the surest first: both sides before one alone. */
const levels = [
  [64, 64],
  [32, 32],
  [16, 16],
  [64, 0],
  [0, 64],
  [8, 8],
  [32, 0],
  [0, 32],
  [16, 0],
  [0, 16],
] as const;

/** So many questions about a surface are answered by looking at each place: an index of a long text is only worth more. */
const scanLimit = 8;

export interface Found {
  readonly start: number;
  /** How sure: an index into the levels. */
  readonly level: number;
}

/** The occurrences of one surface by what stands before and after them, indexed at each level when it is first asked for. */
export class Contexts {
  readonly #text: string;
  readonly #length: number;
  readonly #starts: readonly number[];
  #asked = 0;
  readonly #byLevel = new Map<string, Map<string, number[]>>();

  constructor(text: string, length: number, starts: readonly number[]) {
    this.#text = text;
    this.#length = length;
    this.#starts = starts;
  }

  /** The one occurrence that fits best, or in words why there is none. */
  find(before: string, after: string): Found | string {
    if (this.#starts.length === 0) return 'is no longer in it';
    if (before === '' && after === '') {
      const [only = 0, ...others] = this.#starts;
      return others.length === 0 ? { start: only, level: levels.length } : `stands in ${this.#starts.length} places`;
    }
    this.#asked += 1;
    const isRare = this.#asked <= scanLimit;
    for (const [level, [left, right]] of levels.entries()) {
      // where the text began or ended within reach, what there was is compared
      const leftLength = Math.min(left, before.length);
      const rightLength = Math.min(right, after.length);
      if (leftLength + rightLength === 0) continue;
      const sides = [before.slice(before.length - leftLength), after.slice(0, rightLength)] as const;
      const found = isRare
        ? this.#scan(...sides)
        : (this.#index(leftLength, rightLength).get(contextKey(...sides)) ?? []);
      if (found.length === 1) return { start: found[0] ?? 0, level };
      if (found.length > 1) return `stands in ${found.length} places with the same words around it`;
    }
    return 'is in it only in other words';
  }

  #scan(before: string, after: string): readonly number[] {
    return this.#starts.filter(
      (start) =>
        start >= before.length &&
        this.#text.startsWith(after, start + this.#length) &&
        this.#text.startsWith(before, start - before.length),
    );
  }

  #index(left: number, right: number): Map<string, number[]> {
    const level = `${left} ${right}`;
    const known = this.#byLevel.get(level);
    if (known !== undefined) return known;
    const index = new Map<string, number[]>();
    for (const start of this.#starts) {
      const end = start + this.#length;
      const key = contextKey(this.#text.slice(Math.max(0, start - left), start), this.#text.slice(end, end + right));
      const list = index.get(key);
      if (list === undefined) index.set(key, [start]);
      else list.push(start);
    }
    this.#byLevel.set(level, index);
    return index;
  }
}

function contextKey(before: string, after: string): string {
  return `${before}\uFFFF${after}`;
}
