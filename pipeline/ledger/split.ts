// Ids of entities that a person told apart from another of the same name.
import { wordsOf } from '../text/fold.ts';

/**
 * The id of the entity that was split off.
 * @example splitIdOf('person-1a2b3c4d5e6f', 'the painter') // 'person-1a2b3c4d5e6f.the-painter'
 */
export function splitIdOf(entity: string, discriminator: string): string {
  const words = wordsOf(discriminator);
  return `${entity}.${words.length === 0 ? encodeURIComponent(discriminator.trim()) : words.join('-')}`;
}
