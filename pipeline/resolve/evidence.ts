// What ties a surface to an entity's name, read off the two alone: so a stream line needs to carry nothing more.
import type { NameMention } from '../document.ts';
import { hasInitials, heavyWordsOf, isAcronymShaped } from '../names/acronyms.ts';
import { wordsOf } from '../text/fold.ts';
import { keyOf } from '../names/forms.ts';
import { personWords, type Relation, relate } from '../names/person-names.ts';

/** What ties a surface to its entity, the surest reading first. */
export type Evidence =
  | 'name'
  | 'spelling'
  | Exclude<Relation, 'same'>
  | 'initials'
  | 'short form'
  | 'curated'
  | 'reviewed'
  | 'bracket'
  | 'alias';

/**
 * The evidence for an alias.
 *
 * @example evidenceFor('person', 'Gantz', ['Benny Gantz']) // 'surname'
 * @example evidenceFor('organisation', 'RSF', ['Reporters sans frontières'], { isListed: true }) // 'initials'
 * @param ties what explains an alias that its words do not: the entity is curated or of an earlier run (`isListed`), or a
 *   person gave it this writing (`isReviewed`)
 */
export function evidenceFor(
  type: NameMention['type'],
  surface: string,
  names: readonly (string | undefined)[],
  { isListed = false, isReviewed = false }: { readonly isListed?: boolean; readonly isReviewed?: boolean } = {},
): Evidence {
  const given = names.filter((name) => name !== undefined);
  if (given.includes(surface)) return 'name';
  if (given.some((name) => keyOf(name) === keyOf(surface))) return 'spelling';
  for (const name of given) {
    const reading = type === 'person' ? relate(personWords(surface), personWords(name)) : readWords(surface, name);
    if (reading !== undefined) return reading === 'same' ? 'spelling' : reading;
  }
  if (isListed) return 'curated';
  if (isReviewed) return 'reviewed';
  return isAcronymShaped(surface) ? 'bracket' : 'alias';
}

/** Initials, the same words in another order, or some of the words. */
function readWords(surface: string, name: string): 'initials' | 'order' | 'short form' | undefined {
  if (hasInitials(surface, name)) return 'initials';
  const few = heavyWordsOf({ words: wordsOf(surface) }).sort();
  const many = heavyWordsOf({ words: wordsOf(name) }).sort();
  if (few.length === 0) return undefined;
  if (few.join(' ') === many.join(' ')) return 'order';
  return few.every((word) => many.includes(word)) ? 'short form' : undefined;
}
