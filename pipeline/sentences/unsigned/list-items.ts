// "Membres : - Nadia Okafor - Jean Sow - Ada Obi" / "Members: - Nadia Okafor - Jean Sow - Ada Obi": the items of a list whose
// line breaks were lost. One dash proves nothing ("le maire - Jean Sow - part", "Lyon - Nice"), so it takes several of the same
// sign in a row, each before a capital or a figure, and one of them where a sentence or a line of references ended.

interface Item {
  /** Offset of the white space before the dash. */
  readonly end: number;
  readonly isSigned: boolean;
}

interface Run {
  items: Item[];
}

const markPattern = /(?:^|(?<=\S)[^\S\r\n])(?<mark>[-–—•▪●*])[^\S\r\n](?=(?<next>[\p{Lu}\p{N}«“"'(^[]|\p{Ll}))/gu;
const bullets = '•▪●';
// what stands before the first item of a list, or before any item that is a sentence or a reference of its own
const signed = /(?:[.!?…:;][»”"’)\]]*\s?|\[\d{1,3}\]|\d{4})$/u;
// "PARIS, 3 mai 2021 — Il pleut. LYON — Il neige.": a long dash follows a date in a dateline
const signedLong = /[.!?…:;][»”"’)\]]*\s?$/u;
const unitsBefore = 8;
// an item longer than this is a paragraph with a dash in it
const longestItem = 1000;
const longestAside = 120;
const fewestItems = 2;
// without a sign before any of them: so many items after hyphens, one of them longer than a name
const fewestUnsigned = 4;
const lengthOfPhrase = 40;

/**
 * Offsets in a block before which an item of a flattened list ended.
 * @example [...findListItems('Lots : - Un vélo rouge - Une lampe - Trois chaises')] // [6, 22, 34]
 */
export function* findListItems(block: string): Generator<number> {
  const runs = new Map<string, Run>();
  const ends: number[] = [];
  for (const match of block.matchAll(markPattern)) {
    const { mark = '', next = '' } = match.groups ?? {};
    const end = match.index;
    const run = runs.get(mark) ?? { items: [] };
    runs.set(mark, run);
    const last = run.items.at(-1);
    if (last !== undefined && end - last.end > longestItem) close(run, mark, ends);
    if (/\p{Ll}/u.test(next) && !bullets.includes(mark)) {
      // "- Le maire - Jean Sow - part": the dash before closes an aside with this one
      const open = run.items.at(-1);
      if (run.items.length <= fewestItems && open !== undefined && !open.isSigned && end - open.end <= longestAside)
        run.items.pop();
      close(run, mark, ends);
      continue;
    }
    const sign = mark === '–' || mark === '—' ? signedLong : signed;
    run.items.push({ end, isSigned: end === 0 || sign.test(block.slice(Math.max(0, end - unitsBefore), end)) });
  }
  for (const [mark, run] of runs) close(run, mark, ends);
  yield* ends;
}

function close(run: Run, mark: string, ends: number[]): void {
  const { items } = run;
  run.items = [];
  const isSigned = items.some((item) => item.isSigned);
  if (items.length < (isSigned ? fewestItems : fewestUnsigned)) return;
  if (!isSigned && mark !== '-') return;
  if (!isSigned && !items.some(({ end }, index) => end - (items[index - 1]?.end ?? end) >= lengthOfPhrase)) return;
  for (const { end } of items) if (end > 0) ends.push(end);
}
