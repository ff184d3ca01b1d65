// Gives every name its canonical form and its entity within the document: "Gantz" is Benny Gantz, RSF is Reporters sans frontières.
import type { Document, Mention } from '../document.ts';
import { findWithArticle } from './articles.ts';
import { curated } from './curated.ts';
import { findExpansions } from './expansions.ts';
import { calm, calmPlace, formsOf, type Form } from './forms.ts';
import { findCountryOfTown } from './gazetteer.ts';
import { entityIdOf } from './identity.ts';
import { type KnownEntities, type KnownEntity, nameIn } from './known.ts';
import type { Link, Links } from './link.ts';
import { linkOrganisations } from './organisations.ts';
import { linkPersons } from './persons.ts';
import { repairNames } from './repairs.ts';

export type { KnownEntities, KnownEntity } from './known.ts';

/**
 * Fills `name` and `entity` of every name mention, or its `candidates` where several may be meant. The id is already the
 * one of the contract (known, curated, or type and hash of the fullest name in this document), so that a stream line needs
 * no other memory of the linking: `resolve` reads the records alone.
 *
 * @example linkNames(document).mentions[0] // { type: 'person', text: 'Gantz', name: 'Benny Gantz', entity: 'person-…', … }
 * @param known entities of an earlier run (setting ENTITIES): they come before the curated ones
 */
export function linkNames(given: Document, known?: KnownEntities): Document {
  return linkRepaired(repairNames(given), known);
}

/**
 * The second half of `linkNames`, for a document whose names `repairNames` has seen: between the two, decisions are applied.
 * @example linkRepaired(repairNames(document)) // as linkNames(document)
 */
export function linkRepaired(document: Document, known?: KnownEntities): Document {
  const sources = known === undefined ? [curated] : [known, curated];
  const links: Links = new Map([
    ...linkPersons(document, sources),
    ...linkOrganisations(document, sources),
    ...linkByForm(document, 'place', sources),
    ...linkByForm(document, 'other', sources),
  ]);
  const mentions = document.mentions.map((mention, place): Mention => {
    const link = links.get(place);
    return link === undefined ? mention : applyLink(mention, link);
  });
  return { ...document, mentions };
}

function applyLink(mention: Mention, link: Link): Mention {
  if (mention.type === 'country' || mention.type === 'figure' || mention.type === 'date') return mention;
  if (link.kind === 'open') {
    // of a decided mention the score is that of its span and type
    const score = mention.decision?.id === undefined ? Math.min(mention.score, 0.5) : mention.score;
    return { ...mention, candidates: link.candidates, score };
  }
  const country = mention.type === 'place' ? link.country : undefined;
  return { ...mention, name: link.name, entity: link.entity, ...(country === undefined ? {} : { country }) };
}

/** Places and works: one entity a form, under the name that a known entity or a bracket gives. */
function linkByForm(document: Document, type: 'place' | 'other', known: readonly KnownEntities[]): Links {
  const links: Links = new Map();
  const forms = formsOf(document, type);
  const named = countriesOf(document);
  const places = type === 'place' ? forms.map((form) => findKnown(known, form, document)?.country) : [];
  const spokenOf = { named, all: new Set([...named, ...places.filter((country) => country !== undefined)]) };
  const expansions = type === 'other' ? findExpansions(document, forms) : findSaints(forms);
  for (const form of forms) {
    const full = expansions.get(form) ?? form;
    const entity = findKnown(known, full, document) ?? findKnown(known, form, document);
    const town = entity === undefined && type === 'place' ? findWithArticle(form, document) : undefined;
    // a known place without country is disputed or of several: the gazetteer is not asked
    const country =
      entity === undefined && type === 'place' ? findCountryOfTown(town ?? form.text, spokenOf) : entity?.country;
    const link: Link = {
      kind: 'named',
      ...(entity === undefined
        ? {
            name: town ?? (type === 'place' ? calmPlace(full.text) : calm(full.text)),
            entity: entityIdOf(type, full.text),
          }
        : { name: nameIn(entity, document.lang), entity: entity.entity }),
      ...(country === undefined ? {} : { country }),
    };
    for (const place of form.places) links.set(place, link);
  }
  return links;
}

/** "St-Pétersbourg" is the Saint-Pétersbourg of the same document. */
function findSaints(forms: readonly Form[]): Map<Form, Form> {
  const byKey = new Map(forms.map((form) => [form.key, form]));
  const full = new Map<Form, Form>();
  for (const form of forms) {
    const long = byKey.get(form.key.replace(/^st(e?)\.? /u, 'saint$1 '));
    if (long !== undefined && long !== form) full.set(form, long);
  }
  return full;
}

function countriesOf({ mentions }: Document): Set<string> {
  const countries = new Set<string>();
  for (const mention of mentions) {
    if (mention.type === 'country' && mention.code !== undefined) countries.add(mention.code);
  }
  return countries;
}

function findKnown(known: readonly KnownEntities[], form: Form, document: Document): KnownEntity | undefined {
  for (const source of known) {
    const found = source.find(form.type, form.text, document.lang);
    if (found !== undefined) return found;
  }
  return undefined;
}
