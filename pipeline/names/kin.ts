// People whom the text itself tells apart: "Eduardo Frei, son of Eduardo Frei Montalva" are two, however alike their names.
import type { Document } from '../document.ts';
import { keyOf } from './forms.ts';

const kin =
  /(?:^|[^\p{L}])(?:sons?|daughters?|fathers?|mothers?|brothers?|sisters?|grandfather|grandmother|grandson|granddaughter|uncle|aunt|nephew|niece|cousins?|wife|husband|widow|widower|ex-wife|ex-husband|twin|namesake|no (?:kin|relation)|not to be confused|fils|filles?|père|mère|frères?|sœurs?|grand-père|grand-mère|petit-fils|petite-fille|oncle|tante|neveu|nièce|cousines?|épouse|époux|mari|femme|veuve|veuf|ex-femme|ex-mari|jumeau|jumelle|homonyme|sans lien de parenté|à ne pas confondre)(?![\p{L}])/iu;

/** Furthest that the words between two people may reach, in characters. */
const reach = 60;

/**
 * Pairs of forms that name two people, as `key tab key` in both orders: a word of kinship stands between them.
 * @example findKin(document).has('eduardo frei\teduardo frei montalva') // true
 */
export function findKin({ mentions, text }: Pick<Document, 'mentions' | 'text'>): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const [place, mention] of mentions.entries()) {
    const next = mentions[place + 1];
    if (mention.type !== 'person' || next?.type !== 'person' || next.sentence !== mention.sentence) continue;
    if (next.start - mention.end > reach || !kin.test(text.slice(mention.end, next.start))) continue;
    const left = keyOf(mention.text);
    const right = keyOf(next.text);
    if (left === right) continue;
    pairs.add(`${left}\t${right}`).add(`${right}\t${left}`);
  }
  return pairs;
}
