// Whether a written form can be a person's full name in another dress: surname, initials, order, nickname, typing error.
import { distance } from 'fastest-levenshtein';
import { initialsOf } from './acronyms.ts';
import { fold, wordsOf } from '../text/fold.ts';
import { readTable } from '../text/resource.ts';

/** How a form relates to a full name, the surest first. */
export const relations = [
  'same',
  'order',
  'surname',
  'initials',
  'shorter',
  'given',
  'part',
  'nickname',
  'typing',
] as const;
export type Relation = (typeof relations)[number];

const generations = new Set(['jr', 'sr', 'junior', 'senior']);
// words before a name that belong to no name: "Emperor Norton", "Mme Duval" where a model took them in
const titles = new Set(
  'm mm mr mrs ms miss mme mmes mlle me dr pr prof sir dame lord lady madame monsieur mademoiselle maitre docteur president emperor empereur king roi queen reine prince princess princesse pope pape saint sainte st ste cheikh sheikh imam general colonel capitaine captain'.split(
    ' ',
  ),
);
const nicknames = new Map<string, string[]>();
for (const { short = '', long = '' } of readTable('names/data/nicknames.tsv')) {
  for (const name of long.split('|')) nicknames.set(fold(short), [...(nicknames.get(fold(short)) ?? []), fold(name)]);
}

// a father or mother by the name of a child, who is another: "Abou Elie", "Umm Kulthum"
const kunyas = new Set(['abou', 'abu', 'abo', 'oum', 'umm', 'um', 'om']);

/**
 * A person's name without what is not the name: nicknames in quotes, a maiden name, titles; "Doe, John" turned round.
 * @example bareName('DOE, John') // 'John DOE'
 * @example bareName('Tadej « Mirko » Vidmar') // 'Tadej Vidmar'
 */
export function bareName(name: string): string {
  const plain = name
    .replace(/\s*[«“"][^»”"]*[»”"]\s*/gu, ' ')
    .replace(/,?\s+(?:née?|born)\s.*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const [surname = '', given = '', ...rest] = plain.split(/,\s+/u);
  const isTurned =
    rest.length === 0 &&
    /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u.test(given) &&
    !generations.has(wordsOf(given)[0] ?? '');
  const ordered = isTurned ? `${given} ${surname}` : plain;
  return ordered === '' ? name : ordered;
}

/**
 * Words of a person's name in the order given name, surname; titles left out.
 * @example personWords('Doe, John') // ['john', 'doe']
 */
export function personWords(name: string): string[] {
  let rest = bareName(name);
  for (let space = rest.indexOf(' '); space > 0; space = rest.indexOf(' ')) {
    // "Sainte-Foy" is a surname, "sainte Foy" a saint
    if (!titles.has(fold(rest.slice(0, space)).replace(/\.$/u, ''))) break;
    rest = rest.slice(space + 1);
  }
  return wordsOf(rest);
}

/**
 * Nicknames that stand in quotes inside a name, folded to one word each.
 * @example nicknamesOf('Kévin « Kéké » Lambotte') // ['keke']
 */
export function nicknamesOf(name: string): string[] {
  return [...name.matchAll(/[«“"]\s*([^»”"]+?)\s*[»”"]/gu)].map(([, nickname = '']) => wordsOf(nickname).join(''));
}

/**
 * How a shorter or equal form relates to a full name, or undefined.
 *
 * @example relate(['gantz'], ['benny', 'gantz']) // 'surname'
 * @example relate(['k', 's', 'achari'], ['kiran', 'suresh', 'achari']) // 'initials'
 */
export function relate(form: readonly string[], full: readonly string[]): Relation | undefined {
  if (form.length === 0 || form.length > full.length) return relateLonger(form, full);
  // father and son: "Peter Kenilorea", "Peter Kenilorea Jr"
  if (form.length > 1 && generations.has(full.at(-1) ?? '') !== generations.has(form.at(-1) ?? '')) return undefined;
  const joined = form.join(' ');
  if (joined === full.join(' ')) return 'same';
  if (form.join('') === full.join('')) return 'same';
  if (form.length > 1 && [...form].sort().join(' ') === [...full].sort().join(' ')) return 'order';
  if (form.length > 1 && form.every((word) => word.length === 1))
    return form.length === full.length && full.every((word, index) => word.startsWith(form[index] ?? ' '))
      ? 'initials'
      : undefined;
  if (endsWith(full, form)) return kunyas.has(full[full.length - form.length - 1] ?? '') ? undefined : 'surname';
  // "VGE", "DSK": the initials of at least three names
  if (
    form.length === 1 &&
    full.length > 2 &&
    joined.length > 2 &&
    joined.length <= 4 &&
    initialsOf(full).includes(joined)
  )
    return 'initials';
  if (form.length > 1) {
    if (startsWith(full, form)) return 'shorter';
    if (hasInitialsOf(form, full)) return 'initials';
    if (form[0] === full[0] && form.at(-1) === full.at(-1) && isInOrder(form, full)) return 'shorter';
    if (form.at(-1) === full.at(-1) && isNickname(form[0] ?? '', full[0] ?? '')) return 'nickname';
  }
  if (form.length < full.length && startsWith(full, form)) return 'given';
  if (form.length < full.length && (form[0]?.length ?? 0) > 2 && isRunIn(form, full)) return 'part';
  // "Haneul" beside "Kim Ha-neul"
  if (form.length === 1 && full.length > 2 && full.slice(1).join('') === joined) return 'part';
  return isTypingError(joined, full, form.length) ? 'typing' : undefined;
}

/** "Kim Jong-un" against "Kim Jongun": as many letters in other words. */
function relateLonger(form: readonly string[], full: readonly string[]): Relation | undefined {
  return form.length > 0 && form.join('') === full.join('') ? 'same' : undefined;
}

function endsWith(full: readonly string[], form: readonly string[]): boolean {
  return form.every((word, index) => full[full.length - form.length + index] === word);
}

function startsWith(full: readonly string[], form: readonly string[]): boolean {
  return form.every((word, index) => full[index] === word);
}

function isRunIn(form: readonly string[], full: readonly string[]): boolean {
  return full.some((_, start) => form.every((word, index) => full[start + index] === word));
}

function isInOrder(form: readonly string[], full: readonly string[]): boolean {
  let place = 0;
  for (const word of form) {
    place = full.indexOf(word, place) + 1;
    if (place === 0) return false;
  }
  return true;
}

/** "S. Khelifi-Roux", "J.-Y. Le Drian": every single letter begins the word that it stands for. */
function hasInitialsOf(form: readonly string[], full: readonly string[]): boolean {
  // "J.-C. Marchianni" for Jean-Charles Marchiani: the initials vouch for the spelling
  if (!form.some((word) => word.length === 1) || skeleton(form.at(-1) ?? '') !== skeleton(full.at(-1) ?? ''))
    return false;
  let place = 0;
  for (const word of form) {
    while (place < full.length) {
      const other = full[place] ?? '';
      place++;
      if (skeleton(word) === skeleton(other) || (word.length === 1 && other.startsWith(word))) break;
      if (place === full.length) return false;
      // the first initial stands for the first name
      if (word === form[0]) return false;
    }
  }
  return true;
}

/**
 * Given names that a short one stands for.
 * @example longNamesOf('steve') // ['steven', 'stephen']
 */
export function longNamesOf(short: string): readonly string[] {
  return nicknames.get(short) ?? [];
}

function isNickname(short: string, long: string): boolean {
  return (
    longNamesOf(short).includes(long) || (short.length >= 3 && long.length > short.length && long.startsWith(short))
  );
}

/** A letter doubled or not, y for i, in a name of seven or more: "Marchianni", "Zelenski". */
function isTypingError(joined: string, full: readonly string[], count: number): boolean {
  const other = full.slice(full.length - count).join(' ');
  if (joined.length < 5 || joined.charAt(0) !== other.charAt(0) || skeleton(joined) !== skeleton(other)) return false;
  // "Hoecke" for Höcke is no error: a shorter name may be written so too
  return distance(joined, other) <= 2 && (joined.length >= 7 || withoutUmlaut(joined) === withoutUmlaut(other));
}

/**
 * A word as misspellings leave it: y as i, doubled letters single, umlauts without their e.
 * @example skeleton('marchianni') // 'marchiani'
 */
export function skeleton(name: string): string {
  return withoutUmlaut(name)
    .replace(/y/gu, 'i')
    .replace(/(\p{L})\1/gu, '$1')
    .replace(/ii/gu, 'i');
}

/** "mueller" as "muller", where German is written without its dots. */
function withoutUmlaut(name: string): string {
  return name.replace(/(?<=[^aeiou])([aou])e(?=[^aeiou])/gu, '$1');
}
