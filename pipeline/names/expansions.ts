// Acronyms with the one name of the document that they stand for, in brackets or by its initials.
import type { Document } from '../document.ts';
import { heavyWordsOf, initialsOf, isAcronymShaped, isWordShaped, lettersOf, looserInitialsOf } from './acronyms.ts';
import { findBracketPairs } from './brackets.ts';
import { type Form, keyOf } from './forms.ts';

/**
 * Expansions by acronym among the forms of one type: "SNJT" where the "Syndicat national des journalistes tunisiens"
 * stands, with a bracket or without. Initials that fit two names fit none.
 *
 * @param isListed whether an acronym means a known body by itself: then a bracket alone does not tie it to another name
 * @example findExpansions(document, forms).get(rsf)?.text // 'Reporters sans frontières'
 */
export function findExpansions(
  document: Document,
  forms: readonly Form[],
  isListed?: (short: string) => boolean,
): Map<Form, Form> {
  const expanded = new Map<Form, Form>();
  for (const { acronym, expansion } of findBracketPairs(document, forms, isListed)) {
    if (!expanded.has(acronym)) expanded.set(acronym, expansion);
  }
  addSwallowed(expanded, forms);
  const byInitials = indexBy(forms, (form) => initialsOf(form.words));
  const byLooser = indexBy(forms, (form) => looserInitialsOf(form.text));
  for (const acronym of forms) {
    if (expanded.has(acronym)) continue;
    const only = findOnly(acronym, byInitials) ?? findOnly(acronym, byLooser);
    if (only !== undefined) expanded.set(acronym, only);
  }
  return expanded;
}

/** "Honey Board (HB)" that the model read as one name. */
function addSwallowed(expanded: Map<Form, Form>, forms: readonly Form[]): void {
  const byKey = new Map(forms.map((form) => [form.key, form]));
  for (const form of forms) {
    const short = byKey.get(keyOf(bracketed.exec(form.text)?.[1] ?? ''));
    if (short !== undefined && short !== form && !expanded.has(short)) expanded.set(short, form);
  }
}

const bracketed = /^[^()]+ \(([^()\s]+)\)$/u;

function indexBy(forms: readonly Form[], keysOf: (form: Form) => readonly string[]): Map<string, Form[]> {
  const index = new Map<string, Form[]>();
  for (const form of forms) {
    if (form.words.length < 2) continue;
    for (const key of new Set(keysOf(form))) {
      const same = index.get(key);
      if (same === undefined) index.set(key, [form]);
      else same.push(form);
    }
  }
  return index;
}

/** The one name that an acronym can be read off; two writings of it are one: "Teachers Pension Fund", "Teachers’ Pension Fund". */
function findOnly(acronym: Form, index: ReadonlyMap<string, readonly Form[]>): Form | undefined {
  for (const letters of readingsOf(acronym.text)) {
    const expansions = (index.get(letters) ?? []).filter((form) => form !== acronym && fits(acronym, form, letters));
    const [only] = expansions;
    if (only !== undefined && new Set(expansions.map((form) => heavyWordsOf(form).join(' '))).size === 1) return only;
  }
  return undefined;
}

/** Letters of an acronym: all of them, and of "AWaP" the capitals. */
function readingsOf(text: string): string[] {
  if (isWordShaped(text)) return [lettersOf(text)];
  if (!isAcronymShaped(text)) return [];
  const capitals = lettersOf(text.replace(/\p{Ll}/gu, ''));
  return capitals.length > 2 ? [...new Set([lettersOf(text), capitals])] : [lettersOf(text)];
}

/** A word like any other must have an initial for each of its letters: "Drac", not "Cour" of four small words. */
function fits(acronym: Form, form: Form, letters: string): boolean {
  return !isWordShaped(acronym.text) || heavyWordsOf(form).length >= letters.length;
}
