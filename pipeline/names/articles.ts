// The article of a French town's name, which a preposition swallows: "le maire du Havre" speaks of Le Havre, not of Havre in
// Montana. Only towns that the gazetteer has under their article are named so: "du Var" stays Var.
import type { Document } from '../document.ts';
import { calmPlace, type Form } from './forms.ts';
import { isTown } from './gazetteer.ts';

const contraction = /(?<![\p{L}\p{M}])(?:(?<one>au|du)|aux|des)\s+$/iu;
const article = /^(?:le|les)\s+/iu;

/**
 * The name of a place with its article, where the document writes it with one or contracted with "à" or "de".
 * @example findWithArticle(formOf('Havre'), document) // 'Le Havre' where the document has "au Havre"
 */
export function findWithArticle(form: Form, { lang, mentions, text }: Document): string | undefined {
  if (lang !== 'fr') return undefined;
  for (const place of form.places) {
    const mention = mentions[place];
    if (mention === undefined) continue;
    const before = contraction.exec(text.slice(Math.max(0, mention.start - 6), mention.start));
    const written = article.exec(mention.text)?.[0].trim().toLowerCase();
    const own = written ?? (before === null ? undefined : before.groups?.['one'] === undefined ? 'les' : 'le');
    if (own === undefined) continue;
    const bare = calmPlace(mention.text.replace(article, ''));
    const name = `${own === 'le' ? 'Le' : 'Les'} ${bare}`;
    if (isTown(name)) return name;
  }
  return undefined;
}
