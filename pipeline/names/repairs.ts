// Repairs of the model's names by rules that have a name each, which stands in the record's notes.
import type { Document, Mention, NameMention } from '../document.ts';
import { curated } from './curated.ts';
import { foldName } from '../text/fold.ts';

// what a body is, before what it is called: "l'ONG Reporters sans frontières", "groupe NSO"
const kindWord =
  /^(?:ONG|NGO|association|société|entreprise|groupe|agence(?: de presse)?|quotidien|journal|magazine|hebdomadaire|parti|syndicat|logiciel(?: espion)?|programme|company|newspaper|agency|group|charity|spyware)\s+(?=\S)/iu;

// the guideline leaves them outside: "Mme Duval", "Sir Keir". Stage names begin with Lady, Queen, Prince: those stay. So does
// "M.", which is as often an initial: the model has read it in its context
const title =
  /^(?:Mmes?|Mlles?|Me|Dr\.?|Pr\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.?|Sir|Lord|présidente?|ministre|général|colonel|capitaine|President|Senator|Sen\.|Rep\.|Gov\.|Gen\.|Col\.)\s+(?=\p{Lu})/u;
const possessive = /['’]s$/u;

/**
 * Repairs spans and types of names.
 *
 * @example repairNames(document).mentions[0]?.text // 'Reporters sans frontières' where the span was "ONG Reporters sans frontières"
 */
export function repairNames(document: Document): Document {
  const persons = personScores(document);
  const mentions = document.mentions.map((mention): Mention => {
    if (mention.type === 'country' || mention.type === 'figure' || mention.type === 'date') return mention;
    return withoutTitle(asPerson(withoutKindWord(mention, document), persons));
  });
  return { ...document, mentions };
}

/** The kind stays outside where a curated name follows it whole and the two together are not a name of it. */
function withoutKindWord(mention: NameMention, { lang }: Document): NameMention {
  const kind = kindWord.exec(mention.text)?.[0];
  if (kind === undefined || (mention.type !== 'organisation' && mention.type !== 'other')) return mention;
  const rest = mention.text.slice(kind.length);
  if (curated.find(mention.type, rest, lang) === undefined) return mention;
  const note = {
    code: 'names.kind-outside',
    message: `"${kind.trim()}" says what "${rest}" is and is not part of its name`,
  };
  return { ...mention, start: mention.start + kind.length, text: rest, notes: [...(mention.notes ?? []), note] };
}

/** Best score as a person by folded name of two or more words. */
function personScores({ mentions }: Document): Map<string, number> {
  const scores = new Map<string, number>();
  for (const mention of mentions) {
    if (mention.type !== 'person' || !/\s/u.test(mention.text)) continue;
    const key = foldName(mention.text);
    scores.set(key, Math.max(scores.get(key) ?? 0, mention.score));
  }
  return scores;
}

/** "Florence Parly" is one person wherever she stands, when the model was surer of that elsewhere in the document. */
function asPerson(mention: NameMention, persons: ReadonlyMap<string, number>): NameMention {
  if (mention.type === 'person' || persons.size === 0) return mention;
  const score = persons.get(foldName(mention.text));
  if (score === undefined || score <= mention.score) return mention;
  const { country: _country, ...rest } = mention;
  const note = {
    code: 'names.person-elsewhere',
    message: `read as ${mention.type} here, as a person elsewhere in the document`,
  };
  return { ...rest, type: 'person', notes: [...(mention.notes ?? []), note] };
}

/** "Mme Duval" → "Duval"; "Macron's" → "Macron". */
function withoutTitle(mention: NameMention): NameMention {
  if (mention.type !== 'person') return mention;
  const before = title.exec(mention.text)?.[0] ?? '';
  const after = possessive.exec(mention.text)?.[0] ?? '';
  const text = mention.text.slice(before.length, mention.text.length - after.length);
  if (text === mention.text || text === '') return mention;
  const note = { code: 'names.title-outside', message: `"${before.trim()}${after}" is not part of the name "${text}"` };
  return {
    ...mention,
    start: mention.start + before.length,
    end: mention.end - after.length,
    text,
    notes: [...(mention.notes ?? []), note],
  };
}
