// People of a document: full names first, then surnames, given names and initials to the one person they can mean.
import type { Candidate, Document } from '../document.ts';
import { findAliases } from './aliases.ts';
import { type Form, formsOf, isShouted } from './forms.ts';
import { entityIdOf } from './identity.ts';
import { findKin } from './kin.ts';
import { type KnownEntities, nameIn } from './known.ts';
import type { Links } from './link.ts';
import { PersonIndex } from './person-index.ts';
import { isNotSpouse } from './spouses.ts';
import { soleHolders, titleBefore } from './titles.ts';
import { bareName, nicknamesOf, personWords, relate } from './person-names.ts';
import { bestRivals, type Person } from './rivals.ts';

/**
 * Links the persons of a document.
 * @example linkPersons(document, known).get(4) // { kind: 'named', name: 'Benny Gantz', entity: 'person-…' }
 */
export function linkPersons(document: Document, known: readonly KnownEntities[]): Links {
  const forms = formsOf(document, 'person')
    .map((form) => ({ form, words: personWords(form.text) }))
    .sort(
      (left, right) =>
        right.words.length - left.words.length ||
        right.words.join('').length - left.words.join('').length ||
        firstOf(left.form) - firstOf(right.form),
    );
  const people: Person[] = [];
  const index = new PersonIndex<Person>();
  const open: { form: Form; people: readonly Person[] }[] = [];
  const apart = findKin(document);
  for (const { form, words } of forms) {
    const isOther = (person: Person): boolean =>
      apart.size > 0 && person.forms.some((one) => apart.has(`${form.key}\t${one.key}`));
    const asked = { words, title: titleOf(form, document) };
    const found = index.find(words).filter((person) => !isOther(person));
    const rivals = bestRivals(asked, found);
    const [only] = rivals;
    if (only === undefined) {
      const person: Person = { forms: [form], words, firstPlace: firstOf(form) };
      people.push(person);
      index.add(person, nicknamesOf(form.text));
    } else if (rivals.length === 1) addForm(only, form, words);
    else open.push({ form, people: rivals });
  }
  joinAliases(people, document);
  const links: Links = new Map();
  const named = new Map(people.map((person) => [person, linkOf(person, document, known)]));
  for (const [person, link] of named) {
    for (const form of person.forms) {
      for (const place of form.places) links.set(place, isFamily(document, place) ? familyLink(document, place) : link);
    }
  }
  for (const { form, people: rivals } of open) {
    const introduced = rivals.toSorted((left, right) => left.firstPlace - right.firstPlace);
    const [first, second] = introduced;
    const candidates = candidatesFor(form, introduced);
    const titled = soleHolders(rivals, placesOf, document);
    for (const place of form.places) {
      const holder = titled.get(titleBefore(document, place) ?? '');
      if (isFamily(document, place)) links.set(place, familyLink(document, place));
      // "la juge Durand" where one of the two Durands is a judge
      else if (holder !== undefined) links.set(place, named.get(holder) ?? familyLink(document, place));
      // only one of them has been introduced so far, or the other one only as a spouse: the reader can mean no other
      else if (
        first !== undefined &&
        first.firstPlace < place &&
        (second === undefined ||
          second.firstPlace >= place ||
          (introduced.length === 2 &&
            titleBefore(document, place) === undefined &&
            isNotSpouse(document, second.firstPlace, place)))
      )
        links.set(place, named.get(first) ?? familyLink(document, place));
      else links.set(place, { kind: 'open', candidates });
    }
  }
  return links;
}

/** Candidates that are written out: a list of a thousand heirs named Durand would else be written at each Durand. */
const mostCandidates = 12;

function candidatesFor(form: Form, people: readonly Person[]): Candidate[] {
  const candidates = people
    .slice(0, mostCandidates)
    .map((person) => ({ value: displayName(person), reason: `"${form.text}" may be short for it` }));
  const left = people.length - candidates.length;
  const last = candidates.at(-1);
  if (left > 0 && last !== undefined) last.reason += `; ${left} more of that name are not listed`;
  return candidates;
}

function placesOf({ forms }: Person): number[] {
  return forms.flatMap((form) => form.places);
}

/** "Hemetti" becomes a form of Mohamed Hamdane Daglo and keeps no name of its own. */
function joinAliases(people: Person[], document: Document): void {
  const owners = new Map(
    people.flatMap((person) => person.forms.flatMap((form) => form.places.map((place) => [place, person] as const))),
  );
  for (const { alias, name } of findAliases(document, 'person')) {
    const second = owners.get(alias);
    const real = owners.get(name);
    if (second === undefined || real === undefined || second === real) continue;
    real.forms.push(...second.forms);
    for (const form of second.forms) for (const place of form.places) owners.set(place, real);
    people.splice(people.indexOf(second), 1);
  }
}

function firstOf(form: Form): number {
  return form.places[0] ?? 0;
}

function addForm(person: Person, form: Form, words: readonly string[]): void {
  person.forms.push(form);
  if (words.length === person.words.length) person.firstPlace = Math.min(person.firstPlace, firstOf(form));
}

function titleOf(form: Form, document: Document): string | undefined {
  const [first, ...others] = form.places.map((place) => titleBefore(document, place));
  return first !== undefined && others.every((title) => title !== undefined) ? first : undefined;
}

function linkOf(person: Person, document: Document, known: readonly KnownEntities[]) {
  // a known surname names somebody only where the document gives nothing more: "Laura Gantz" is not the known Gantz
  const isFull = person.words.length > 1;
  const telling = person.forms.filter((form) => !isFull || personWords(form.text).length > 1);
  for (const source of known) {
    for (const form of telling) {
      const entity = source.find('person', form.text, document.lang);
      if (entity !== undefined)
        return { kind: 'named', name: nameIn(entity, document.lang), entity: entity.entity } as const;
    }
  }
  const name = displayName(person);
  return { kind: 'named', name, entity: entityIdOf('person', name) } as const;
}

function displayName({ forms, words }: Person): string {
  // the first form gave the words; an alias that joined later is no full name however long
  const full = forms.filter((form) => relate(personWords(form.text), words) === 'same');
  const calm = full.find((form) => !isShouted(form.text) && !form.text.includes(',')) ?? full[0];
  return tidy((calm ?? forms[0])?.text ?? '');
}

/** "DOE, John" → "John Doe"; "VALENTINE RUGWABIZA" → "Valentine Rugwabiza"; "Napoléon III" stays. */
function tidy(text: string): string {
  if (/^\p{Lu}{2,4}$/u.test(text)) return text;
  return bareName(text).replace(/\p{Lu}{3,}/gu, (word) =>
    /^[IVX]+$/u.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  );
}

// "les Macron", "the Macrons", "la famille Orth": the family is none of its members
const familyWord =
  /(?:\b(?:les|des|aux|famille|familles|époux|frères|sœurs|clan|dynastie|couple|family|brothers|sisters)\s+)$/iu;

function isFamily(document: Document, place: number): boolean {
  const mention = document.mentions[place];
  if (mention === undefined || /\s/u.test(mention.text)) return false;
  return familyWord.test(document.text.slice(Math.max(0, mention.start - 12), mention.start));
}

function familyLink(document: Document, place: number) {
  const name = tidy(document.mentions[place]?.text ?? '');
  return { kind: 'named', name, entity: entityIdOf('person', `les ${name}`) } as const;
}
