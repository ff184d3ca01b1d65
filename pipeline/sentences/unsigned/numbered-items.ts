// "Issue: 1. Louis (1702) 2. Anne (1704) 3. Charles" / "Enfants : 1. Louis 2. Anne 3. Charles": the items of a numbered list whose
// line breaks were lost. Numbers that follow each other from 1, each before a capital, show it; runners and steps parted by
// semicolons or commas stay one sentence.
interface Run {
  readonly ends: number[];
  next: number;
  last: number;
}

const itemPattern = /(?:^|(?<=\S)[^\S\r\n])(?<number>\d{1,2})[.)](?=\s[«“"]?\s?\p{Lu})/gu;
// what a number belongs to: "art. 2. Le", "No. 3. The", "page 4."
const belonging =
  /(?:[;,(]|\b\p{L}{1,5}\.|n[°o]|[Nn]o|pages?|articles?|chapters?|chapitres?|sections?|figures?|parts?|rooms?)$/u;
const unitsBefore = 12;
const longestItem = 1000;
const fewestItems = 2;

/**
 * Offsets in a block before which an item of a flattened numbered list ended.
 * @example [...findNumberedItems('Issue: 1. Louis 2. Anne 3. Charles')] // [6, 15, 23]
 */
export function* findNumberedItems(block: string): Generator<number> {
  let run: Run = { ends: [], next: 1, last: 0 };
  const runs: Run[] = [];
  for (const { index, groups } of block.matchAll(itemPattern)) {
    const number = Number(groups?.['number']);
    if (belonging.test(block.slice(Math.max(0, index - unitsBefore), index))) continue;
    if (number === run.next && (number === 1 || index - run.last <= longestItem)) run.ends.push(index);
    else if (number === 1) {
      runs.push(run);
      run = { ends: [index], next: 1, last: index };
    } else continue;
    run.next = number + 1;
    run.last = index;
  }
  for (const { ends } of [...runs, run]) {
    if (ends.length >= fewestItems) yield* ends.filter((end) => end > 0);
  }
}
