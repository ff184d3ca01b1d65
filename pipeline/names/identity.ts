// Ids of entities: the id of a known or curated entity, else type and hash of the folded fullest name.
import { createHash } from 'node:crypto';
import type { NameMention } from '../document.ts';
import { foldName } from '../text/fold.ts';

/**
 * The id that a name has anywhere, whatever the documents and their order.
 * @example entityIdOf('person', 'Benny Gantz') // 'person-' and twelve hexadecimal digits
 */
export function entityIdOf(type: NameMention['type'], name: string): string {
  const hash = createHash('sha256')
    .update(`${type}\0${foldName(name)}`, 'utf8')
    .digest('hex');
  return `${type}-${hash.slice(0, 12)}`;
}
