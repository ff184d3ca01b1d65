// Titles and offices right before a name: they tell two people of one surname apart, "le juge Durand" and "Mme Durand".
import type { Document } from '../document.ts';
import { fold } from '../text/fold.ts';

const titles = new Set(
  fold(
    'M MM Mr Mrs Ms Miss Mme Mlle Dr Pr Prof Me maître docteur professeur professeure professor président présidente president ministre minister juge judge justice général générale general colonel capitaine captain commandant commandante sergent sergeant lieutenant brigadier nurse infirmier infirmière madame monsieur mademoiselle tsar sultan empereur emperor impératrice empress saint sainte préfet préfète maire mayor député députée sénateur sénatrice senator gouverneur gouverneure governor procureur procureure prosecutor avocat avocate lawyer roi reine king queen prince princesse princess cheikh sheikh imam évêque bishop cardinal pape pope père father sœur sister frère brother lord lady sir dame ambassadeur ambassadrice ambassador chanteur chanteuse singer acteur actrice actor actress entraîneur entraîneuse coach inspecteur inspectrice inspector officer détective detective chancelier chancelière chancellor secrétaire secretary directeur directrice director chief rep sen gov gen col capt sgt lt rabbin rabbi',
  ).split(' '),
);
// titles of one meaning
const twins: Readonly<Record<string, string>> = {
  mister: 'mr',
  professeur: 'prof',
  pr: 'prof',
  professor: 'prof',
  docteur: 'dr',
};
const wordBefore = /(\p{L}+)\.?\s+$/u;

/** Furthest that a title's first letter is looked for. */
const reach = 20;

/**
 * Folded title that stands right before a mention.
 * @example titleBefore(document, 3) // 'mme' where the text says "Mme Durand"
 */
export function titleBefore(
  { mentions, text }: Pick<Document, 'mentions' | 'text'>,
  place: number,
): string | undefined {
  const start = mentions[place]?.start ?? 0;
  const word = fold(wordBefore.exec(text.slice(Math.max(0, start - reach), start))?.[1] ?? '');
  return titles.has(word) ? (twins[word] ?? word) : undefined;
}

/**
 * The one of several people whom the document gives a title, by title.
 * @param placesOf places of a person's mentions
 * @example soleHolders(people, placesOf, document).get('juge') // the only judge among them
 */
export function soleHolders<Person>(
  people: readonly Person[],
  placesOf: (person: Person) => readonly number[],
  document: Document,
): Map<string, Person> {
  const holders = new Map<string, Set<Person>>();
  for (const person of people) {
    for (const place of placesOf(person)) {
      const title = titleBefore(document, place);
      if (title === undefined) continue;
      const before = holders.get(title);
      if (before === undefined) holders.set(title, new Set([person]));
      else before.add(person);
    }
  }
  const sole = new Map<string, Person>();
  for (const [title, owners] of holders) {
    const [owner] = owners;
    if (owners.size === 1 && owner !== undefined) sole.set(title, owner);
  }
  return sole;
}
