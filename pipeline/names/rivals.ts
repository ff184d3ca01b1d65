// The people of a document whom a form can mean, by what is surest: surname, initials, half a double name under a title.
import { fold } from '../text/fold.ts';
import type { Form } from './forms.ts';
import { bareName, nicknamesOf, type Relation, relate, relations } from './person-names.ts';

export interface Person {
  readonly forms: Form[];
  words: readonly string[];
  /** First mention under a full name, as a place in `document.mentions`. */
  firstPlace: number;
}

export interface Asked {
  readonly words: readonly string[];
  /** Title before every mention of the form, if they have one. */
  readonly title: string | undefined;
}

/**
 * The people that a form fits by its surest relation.
 * @example bestRivals({ words: ['gantz'], title: undefined }, people) // those named Gantz
 */
export function bestRivals(asked: Asked, people: readonly Person[]): Person[] {
  const byRelation = new Map<Relation, Person[]>();
  for (const person of people) {
    const relation = relateForm(asked, person);
    if (relation === undefined) continue;
    const before = byRelation.get(relation);
    if (before === undefined) byRelation.set(relation, [person]);
    else before.push(person);
  }
  const best = relations.find((relation) => byRelation.has(relation));
  return best === undefined ? [] : (byRelation.get(best) ?? []);
}

// who goes by a given name alone: "Pope Francis" is no Francis Ford
const reigning = new Set([
  'pope',
  'pape',
  'king',
  'roi',
  'queen',
  'reine',
  'saint',
  'sainte',
  'emperor',
  'empereur',
  'tsar',
  'sultan',
]);

/** Half of a double name is another name: "Katz" is Mordecai Katz and not Feryal Özdemir-Katz, "Jean" no Jean-Christophe. */
function relateForm({ words, title }: Asked, person: Person): Relation | undefined {
  if (person.forms.some((form) => nicknamesOf(form.text).includes(words.join('')))) return 'nickname';
  const relation = relate(words, person.words);
  if (relation === 'given' && title !== undefined && reigning.has(title)) return undefined;
  if (relation === undefined || relation === 'same' || relation === 'order' || relation === 'initials') return relation;
  // of several words only the given name may be half: "Anne Roy" is not Anne-Marie Roy, "Feryal Özdemir" is Feryal Özdemir-Katz
  if (words.length > 1) return relation !== 'surname' && isHalf(words, person, words[0]) ? undefined : relation;
  if (!isHalf(words, person)) return relation;
  // "Nurse Dacres" of whom the text has said "Lorna Parchment-Dacres": nobody else is called so
  return title !== undefined && relation !== 'given' ? 'part' : undefined;
}

// Arabic articles and the like are joined to the name and no half of it: "Sissi" is al-Sissi
const joinedArticle = /^(?:al|el|as|ash|ad|ar|an|az|at|ed|es|er|en|ul)-/u;

/** Whether the form has one part of a hyphenated name and not the other; only of the name with a given word, if there is one. */
function isHalf(words: readonly string[], person: Person, only?: string): boolean {
  const parts = person.forms.flatMap((form) => fold(bareName(form.text)).split(' '));
  const has = (word: string): boolean => words.includes(word);
  return parts.some((part) => {
    const halves = part.replace(joinedArticle, '').split('-');
    return (
      halves.length > 1 &&
      (only === undefined || halves.includes(only)) &&
      halves.some(has) &&
      !halves.every(has) &&
      !halves.some((half) => parts.includes(half) && has(half))
    );
  });
}
