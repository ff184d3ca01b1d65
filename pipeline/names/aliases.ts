// Second names that the text itself ties to a person or body: "Mohamed Hamdane Daglo, dit Hemetti", "Bobi Wine, whose real name is …".
import type { Document, NameMention } from '../document.ts';

export interface Alias {
  /** Places in `document.mentions`. */
  readonly alias: number;
  readonly name: number;
}

// between the name and the second name; "(russe : …)" in brackets alone: "Le Tribunal confirme : Zaspa est un employeur"
const secondFollows =
  /^\s*[,(–-]?\s*\(?\s*(?:alias|dite?s?|surnommée?|plus connue? sous le (?:nom|surnom) (?:de|d['’])|connue? sous le (?:nom|surnom) (?:de|d['’])|nom de guerre|also known as|(?:better |widely |popularly )?known as|nicknamed|(?<=,\s*)(?:also |sometimes |often |now |once )?called|also called|formerly|(?<=,\s*)(?:appelée?|rebaptisée?)|née?|aka|a\.k\.a\.|(?<=\(\s*)(?:en )?\p{L}+ ?:)\s*(?:le |la |the )?[«"“'‘]?\s*$/u;
// "Joaquín Guzmán “El Chapo” fled": a second name in quotes right behind
const quoteOpens = /^\s+[«"“‘]\s*$/u;
const quoteCloses = /^\s*[»"”’]/u;
// between the second name and the real one
const realFollows =
  /^\s*[»"”’]?\s*[,(]?\s*(?:de son vrai nom|de son nom complet|vrai nom ?:?|whose real name (?:is|was)|real name|born)\s*[«"“]?\s*$/u;

/** Furthest that the words between may reach, in characters. */
const reach = 60;

/**
 * Aliases of one type in a document.
 * @example findAliases(document, 'person')[0] // { alias: 5, name: 4 }
 */
export function findAliases(document: Document, type: NameMention['type']): Alias[] {
  const aliases: Alias[] = [];
  for (const [place, mention] of document.mentions.entries()) {
    const next = document.mentions[place + 1];
    if (mention.type !== type || next?.type !== type) continue;
    if (next.sentence !== mention.sentence || next.start - mention.end > reach) continue;
    const between = document.text.slice(mention.end, next.start);
    const isQuoted = quoteOpens.test(between) && quoteCloses.test(document.text.slice(next.end, next.end + 2));
    if (isQuoted || secondFollows.test(between)) aliases.push({ alias: place + 1, name: place });
    else if (realFollows.test(between)) aliases.push({ alias: place, name: place + 1 });
  }
  return aliases;
}
