// What ties a surface to an entity's name, read off the two alone: so a stream line needs to carry nothing more.
import type { NameMention } from '../document.ts';
import { hasInitials, isAcronymShaped } from '../names/acronyms.ts';
import { fold, foldName } from '../names/fold.ts';
import { personWords, relate } from '../names/person-names.ts';

/**
 * The evidence for an alias.
 *
 * @example evidenceFor('person', 'Gantz', ['Benny Gantz']) // 'surname'
 * @example evidenceFor('organisation', 'RSF', ['Reporters sans frontières']) // 'initials'
 */
export function evidenceFor(
  type: NameMention['type'],
  surface: string,
  names: readonly (string | undefined)[],
): string {
  const given = names.filter((name) => name !== undefined);
  if (given.includes(surface)) return 'name';
  if (given.some((name) => foldName(name) === foldName(surface))) return 'spelling';
  if (type === 'person') {
    for (const name of given) {
      const relation = relate(personWords(surface), personWords(name));
      if (relation !== undefined) return relation === 'same' ? 'spelling' : relation;
    }
    return 'curated';
  }
  if (given.some((name) => hasInitials(surface, name))) return 'initials';
  if (given.some((name) => fold(name).startsWith(`${foldName(surface)} `))) return 'short form';
  return isAcronymShaped(surface) ? 'bracket' : 'curated';
}
