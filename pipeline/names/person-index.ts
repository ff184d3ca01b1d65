// Finds the people of a document that a form may mean without comparing it with all of them.
import { initialsOf } from './acronyms.ts';
import { longNamesOf, skeleton } from './person-names.ts';

/** Letters that the short forms of a given name have: "Max" to "Maximilie" for Maximilien; what is longer is cut. */
const shortest = 3;
const longest = 16;

/** People by the keys under which a shorter form could ask for them. */
export class PersonIndex<T extends { readonly words: readonly string[] }> {
  readonly #byKey = new Map<string, Set<T>>();
  readonly #places = new Map<T, number>();

  /** @param nicknames further single words that ask for the person */
  add(person: T, nicknames: readonly string[] = []): void {
    this.#places.set(person, this.#places.size);
    for (const key of [...keysOfFull(person.words), ...nicknames.map((nickname) => `l ${nickname}`)]) {
      const people = this.#byKey.get(key);
      if (people === undefined) this.#byKey.set(key, new Set([person]));
      else people.add(person);
    }
  }

  /**
   * People to whom `relate` may tie a form, in the order they were added. A form of several words asks by its rarest word
   * and never by the others: a list of a thousand heirs named Durand is no reason to compare each of them with all.
   *
   * @example index.find(['gantz']) // the people with that word in their names
   */
  find(words: readonly string[]): T[] {
    const found = new Set<T>();
    for (const key of this.#keysOfForm(words)) for (const person of this.#byKey.get(key) ?? []) found.add(person);
    if (words.length < 2) return [...found];
    return [...found].sort((left, right) => (this.#places.get(left) ?? 0) - (this.#places.get(right) ?? 0));
  }

  #keysOfForm(words: readonly string[]): string[] {
    const isInitials = words.every((word) => word.length === 1);
    const keys = [`l ${words.join('')}`];
    // a given name of one letter is no key of its own: half a document would answer to it
    if (!isInitials) keys.unshift(this.#rarestOf(words.map((word) => `w ${skeleton(word)}`)));
    if (isInitials || (words.length === 1 && (words[0]?.length ?? 0) <= 4)) keys.push(`i ${words.join('')}`);
    return words.length < 2 ? keys : [...keys, ...keysOfGivenName(words)];
  }

  /** Every relation but initials and nicknames needs all words of the form: the rarest finds whoever has them. */
  #rarestOf(keys: readonly string[]): string {
    let rarest = '';
    let fewest = Number.POSITIVE_INFINITY;
    for (const key of keys) {
      const held = this.#byKey.get(key)?.size ?? 0;
      if (held < fewest) {
        rarest = key;
        fewest = held;
      }
    }
    return rarest;
  }
}

function keysOfFull(words: readonly string[]): Set<string> {
  const keys = new Set(words.map((word) => `w ${skeleton(word)}`));
  keys.add(`l ${words.join('')}`);
  keys.add(`l ${words.slice(1).join('')}`);
  keys.add(`i ${words.map((word) => word.charAt(0)).join('')}`);
  if (words.length > 2) for (const initials of initialsOf(words)) keys.add(`i ${initials}`);
  const [given = ''] = words;
  const surname = words.at(-1) ?? '';
  if (words.length < 2) return keys;
  keys.add(initialKey(given, surname));
  keys.add(`g ${given} ${surname}`);
  for (let length = shortest; length <= Math.min(given.length - 1, longest); length++)
    keys.add(shortKey(given.slice(0, length), surname));
  return keys;
}

/** "J. Durand", "Max Durand", "Bill Durand": the given name is another word, the surname is not. */
function keysOfGivenName(words: readonly string[]): string[] {
  const [given = ''] = words;
  const surname = words.at(-1) ?? '';
  const keys = longNamesOf(given).map((long) => `g ${long} ${surname}`);
  if (given.length >= shortest) keys.push(shortKey(given, surname));
  if (words.some((word) => word.length === 1)) keys.push(initialKey(given, surname));
  return keys;
}

function shortKey(short: string, surname: string): string {
  return `s ${short.slice(0, longest)} ${surname}`;
}

function initialKey(given: string, surname: string): string {
  return `f ${skeleton(given).charAt(0)} ${skeleton(surname)}`;
}
