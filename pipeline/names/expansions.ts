// Acronyms with the one name of the document that they stand for, in brackets or by its initials.
import type { Document } from '../document.ts';
import { initialsOf, isAcronymShaped, lettersOf } from './acronyms.ts';
import { findBracketPairs } from './brackets.ts';
import type { Form } from './forms.ts';

/**
 * Expansions by acronym among the forms of one type: "SNJT" where the "Syndicat national des journalistes tunisiens"
 * stands, with a bracket or without. Initials that fit two names fit none.
 *
 * @example findExpansions(document, forms).get(rsf)?.text // 'Reporters sans frontières'
 */
export function findExpansions(document: Document, forms: readonly Form[]): Map<Form, Form> {
  const expanded = new Map<Form, Form>();
  for (const { acronym, expansion } of findBracketPairs(document, forms)) {
    if (!expanded.has(acronym)) expanded.set(acronym, expansion);
  }
  const byInitials = new Map<string, Form[]>();
  for (const form of forms) {
    if (form.words.length < 2) continue;
    for (const initials of new Set(initialsOf(form.words))) {
      const same = byInitials.get(initials);
      if (same === undefined) byInitials.set(initials, [form]);
      else same.push(form);
    }
  }
  for (const acronym of forms) {
    if (!isAcronymShaped(acronym.text) || expanded.has(acronym)) continue;
    const expansions = (byInitials.get(lettersOf(acronym.text)) ?? []).filter((form) => form !== acronym);
    const [only] = expansions;
    if (only !== undefined && expansions.length === 1) expanded.set(acronym, only);
  }
  return expanded;
}
