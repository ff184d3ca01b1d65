// Organisations of a document: curated bodies, acronyms with their expansions, short forms of a longer name.
import type { Document } from '../document.ts';
import { hasInitials, isAcronymShaped } from './acronyms.ts';
import { findBracketPairs } from './brackets.ts';
import { type Form, formsOf, isShouted } from './forms.ts';
import { entityIdOf } from './identity.ts';
import { type KnownEntities, type KnownEntity, nameIn } from './known.ts';
import type { Link, Links } from './link.ts';
import { findShortForms } from './short-forms.ts';

interface Group {
  readonly forms: Form[];
  known: KnownEntity | undefined;
}

/**
 * Links the organisations of a document.
 * @example linkOrganisations(document, [curated]).get(2) // { kind: 'named', name: 'Reporters sans frontières', … }
 */
export function linkOrganisations(document: Document, known: readonly KnownEntities[]): Links {
  const forms = formsOf(document, 'organisation');
  const groups = new Map<string, Group>(forms.map((form) => [form.key, { forms: [form], known: undefined }]));
  const pairs = findBracketPairs(document, forms);
  // a bracket in the document is stronger than the curated meaning of an acronym
  const bracketed = new Set(pairs.map((pair) => pair.acronym.key));
  for (const form of forms) {
    const group = groups.get(form.key);
    if (group !== undefined && !bracketed.has(form.key)) group.known = findKnown(known, form, document);
  }
  for (const { acronym, expansion } of pairs) join(groups, acronym, expansion);
  joinInitials(groups, forms);
  joinSameEntity(groups, forms);
  for (const { short, long } of findShortForms(forms.filter((form) => groups.get(form.key)?.known === undefined)))
    join(groups, short, long);

  const links: Links = new Map();
  for (const group of new Set(groups.values())) {
    const link = linkOf(group, document);
    for (const form of group.forms) for (const place of form.places) links.set(place, link);
  }
  return links;
}

function findKnown(known: readonly KnownEntities[], form: Form, document: Document): KnownEntity | undefined {
  for (const source of known) {
    const found = source.find('organisation', form.text, document.lang);
    if (found !== undefined) return found;
  }
  return undefined;
}

function join(groups: Map<string, Group>, left: Form, right: Form): void {
  const first = groups.get(left.key);
  const second = groups.get(right.key);
  if (first === undefined || second === undefined || first === second) return;
  // two curated bodies are never one
  if (first.known !== undefined && second.known !== undefined && first.known !== second.known) return;
  const merged = { forms: [...first.forms, ...second.forms], known: first.known ?? second.known };
  for (const form of merged.forms) groups.set(form.key, merged);
}

/** "SNJT" where the document has the "Syndicat national des journalistes tunisiens" once and no other such name. */
function joinInitials(groups: Map<string, Group>, forms: readonly Form[]): void {
  for (const acronym of forms) {
    const group = groups.get(acronym.key);
    if (!isAcronymShaped(acronym.text) || group === undefined || group.forms.length > 1) continue;
    const expansions = forms.filter((form) => hasInitials(acronym.text, form.text));
    const [only] = expansions;
    if (only !== undefined && expansions.length === 1) join(groups, acronym, only);
  }
}

function joinSameEntity(groups: Map<string, Group>, forms: readonly Form[]): void {
  const byEntity = new Map<string, Form>();
  for (const form of forms) {
    const entity = groups.get(form.key)?.known?.entity;
    if (entity === undefined) continue;
    const before = byEntity.get(entity);
    if (before === undefined) byEntity.set(entity, form);
    else join(groups, before, form);
  }
}

function linkOf({ forms, known }: Group, document: Document): Link {
  if (known !== undefined) return { kind: 'named', name: nameIn(known, document.lang), entity: known.entity };
  const name = fullestOf(forms);
  return { kind: 'named', name, entity: entityIdOf('organisation', name) };
}

function fullestOf(forms: readonly Form[]): string {
  let best = forms[0];
  for (const form of forms) if (best === undefined || rank(form) > rank(best)) best = form;
  return best?.text ?? '';
}

function rank(form: Form): number {
  return (isAcronymShaped(form.text) ? 0 : 1000) + (isShouted(form.text) ? 0 : 500) + form.text.length;
}
