// Organisations of a document: curated bodies, acronyms with their expansions, short forms of a longer name.
import type { Document } from '../document.ts';
import { heavyWordsOf, isAcronymShaped } from './acronyms.ts';
import { findAliases } from './aliases.ts';
import { type Context, readContext } from './context.ts';
import { findExpansions } from './expansions.ts';
import { calm, type Form, formsOf, isShouted, keyOf } from './forms.ts';
import { entityIdOf } from './identity.ts';
import { type KnownEntities, type KnownEntity, nameIn } from './known.ts';
import type { Link, Links } from './link.ts';
import { findMonikers } from './monikers.ts';
import { joinShortForms } from './short-forms.ts';

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
  const expandedHere = expandedAgainstList(document, forms, known);
  const context = readContext(document);
  for (const form of forms) {
    const group = groups.get(form.key);
    // "RSF" in a text about Sudan, before the journalists of the list
    if (group !== undefined && !expandedHere.has(form))
      group.known = context.findInstead(form.text) ?? findKnown(known, form, document);
  }
  for (const [acronym, expansion] of expandedHere) join(groups, acronym, expansion);
  joinAliases(groups, forms, document);
  joinSameEntity(groups, forms);
  joinSameWords(groups, forms);
  const isKnown = (form: Form): boolean => groups.get(form.key)?.known !== undefined;
  const groupOf = (form: Form): unknown => groups.get(form.key);
  joinShortForms(forms, { isKnown, groupOf, join: (short, long) => join(groups, short, long) });
  nameByContext(groups, context.find);
  joinSameEntity(groups, forms);

  const links: Links = new Map();
  for (const group of new Set(groups.values())) {
    const link = linkOf(group, document);
    for (const form of group.forms) for (const place of form.places) links.set(place, link);
  }
  // last, so that "Rouge et Noir" lends the club no name
  for (const { moniker, club } of findMonikers(forms, document.lang, groupOf)) {
    const link = isKnown(moniker) ? undefined : links.get(club.places[0] ?? -1);
    if (link !== undefined) for (const place of moniker.places) links.set(place, link);
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

/**
 * Acronyms that the document itself expands. It is stronger than the curated meaning, ICC beside International Cricket
 * Council; but where both mean the same curated body, nothing is taken away from it.
 */
function expandedAgainstList(
  document: Document,
  forms: readonly Form[],
  known: readonly KnownEntities[],
): Map<Form, Form> {
  const isListed = (short: string): boolean =>
    known.some((source) => source.find('organisation', short, document.lang) !== undefined);
  const expanded = findExpansions(document, forms, isListed);
  for (const [acronym, expansion] of expanded) {
    const meant = findKnown(known, acronym, document);
    if (meant !== undefined && meant === findKnown(known, expansion, document)) expanded.delete(acronym);
  }
  return expanded;
}

/** "la Commission" in a document about the Union, where nothing in the document tells more. */
function nameByContext(groups: ReadonlyMap<string, Group>, findBody: Context['find']): void {
  // "la Commission" after a "Commission électorale nationale" that no list knows is not that of the Union
  const longer = new Map<string, number>();
  for (const { known, forms } of groups.values()) {
    for (const { words, places } of forms) {
      if (known !== undefined || words.length < 3) continue;
      const word = words[0] ?? '';
      longer.set(word, Math.min(longer.get(word) ?? Number.POSITIVE_INFINITY, places[0] ?? 0));
    }
  }
  for (const group of new Set(groups.values())) {
    if (group.known !== undefined) continue;
    for (const { words, places, text } of group.forms) {
      const isTaken = words.length === 1 && (longer.get(words[0] ?? '') ?? Number.POSITIVE_INFINITY) < (places[0] ?? 0);
      if (!isTaken) group.known ??= findBody(text);
    }
  }
}

/** "le Fonds, connu sous le nom de Tabung Nelayan". */
function joinAliases(groups: Map<string, Group>, forms: readonly Form[], document: Document): void {
  const byKey = new Map(forms.map((form) => [form.key, form]));
  for (const { alias, name } of findAliases(document, 'organisation')) {
    const second = byKey.get(keyOf(document.mentions[alias]?.text ?? ''));
    const first = byKey.get(keyOf(document.mentions[name]?.text ?? ''));
    if (first !== undefined && second !== undefined) join(groups, second, first);
  }
}

/** "ministère de la Défense israélien" and "ministère israélien de la Défense": the same words, small ones apart. */
function joinSameWords(groups: Map<string, Group>, forms: readonly Form[]): void {
  const byWords = new Map<string, Form>();
  for (const form of forms) {
    const heavy = heavyWordsOf(form);
    if (heavy.length < 2) continue;
    const key = heavy.sort().join(' ');
    const before = byWords.get(key);
    if (before === undefined) byWords.set(key, form);
    else join(groups, before, form);
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
  if (known !== undefined) {
    const name = nameIn(known, document.lang);
    // "World Health Organisation": the document's own spelling of the same words
    const own = forms.find((form) => spellingKey(form.text) === spellingKey(name));
    // "l'Électricité de France (EDF)": the list calls it EDF, the document says more
    const fuller = isAcronymShaped(name) ? forms.filter((form) => form.words.length > 2) : [];
    const best = fuller.length > 0 ? fullestOf(fuller) : undefined;
    return { kind: 'named', name: best ?? (own === undefined ? name : calm(own.text)), entity: known.entity };
  }
  const name = fullestOf(forms);
  return { kind: 'named', name, entity: entityIdOf('organisation', name) };
}

function spellingKey(name: string): string {
  return keyOf(name).replace(/z/gu, 's');
}

/** The longest form that is no acronym and no heading; without its legal form where the document writes it so too. */
function fullestOf(forms: readonly Form[]): string {
  let best = forms[0];
  for (const form of forms) if (best === undefined || rank(form) > rank(best)) best = form;
  // the acronym of "Honey Board (HB)" is no part of the name
  const longest = (best?.text ?? '').replace(/\s+\([^()\s]+\)$/u, '');
  const bare = longest.replace(legalForm, '');
  const written = forms.find((form) => form.key === keyOf(bare));
  return calm(written === undefined ? longest : written.text);
}

// "Novalys Therapeutics SA" where "Novalys Therapeutics" stands as well
const legalForm =
  /,?\s+(?:S\.?A\.?S?|SARL|S\.?r\.?l\.?|SE|AG|GmbH|Ltd\.?|Limited|Inc\.?|Corp\.?|plc|PLC|LLC|LLP|N\.?V\.?|NV\/SA|B\.?V\.?|Pty Ltd|\(Pty\) Ltd)$/u;

function rank(form: Form): number {
  return (isAcronymShaped(form.text) ? 0 : 1000) + form.text.length + (isShouted(form.text) ? 0 : 0.5);
}
