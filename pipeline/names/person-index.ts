// Finds the people of a document that a form may mean without comparing it with all of them.
import { initialsOf } from './acronyms.ts';
import { skeleton } from './person-names.ts';

/** People by the keys under which a shorter form could ask for them. */
export class PersonIndex<T extends { readonly words: readonly string[] }> {
  readonly #byKey = new Map<string, Set<T>>();

  /** @param nicknames further single words that ask for the person */
  add(person: T, nicknames: readonly string[] = []): void {
    for (const key of [...keysOfFull(person.words), ...nicknames.map((nickname) => `l ${nickname}`)]) {
      const people = this.#byKey.get(key);
      if (people === undefined) this.#byKey.set(key, new Set([person]));
      else people.add(person);
    }
  }

  /**
   * People that share a word, its misspelling, their letters or their initials with a form, in the order they were added.
   * @example index.find(['gantz']) // the people with that word in their names
   */
  find(words: readonly string[]): T[] {
    const found = new Set<T>();
    for (const key of keysOfForm(words)) for (const person of this.#byKey.get(key) ?? []) found.add(person);
    return [...found];
  }
}

function keysOfFull(words: readonly string[]): Set<string> {
  const keys = new Set(words.map((word) => `w ${skeleton(word)}`));
  keys.add(`l ${words.join('')}`);
  keys.add(`l ${words.slice(1).join('')}`);
  keys.add(`i ${words.map((word) => word.charAt(0)).join('')}`);
  if (words.length > 2) for (const initials of initialsOf(words)) keys.add(`i ${initials}`);
  return keys;
}

function keysOfForm(words: readonly string[]): string[] {
  // a given name of one letter is no key of its own: half a document would answer to it
  const keys = words.filter((word) => word.length > 1).map((word) => `w ${skeleton(word)}`);
  keys.push(`l ${words.join('')}`);
  if (words.every((word) => word.length === 1) || (words.length === 1 && (words[0]?.length ?? 0) <= 4))
    keys.push(`i ${words.join('')}`);
  return keys;
}
