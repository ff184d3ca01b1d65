// Two repairs of the model's names that only the whole document allows, each with its name in the record's notes.
import type { Document, Mention, NameMention } from '../document.ts';
import { curated } from './curated.ts';
import { foldName } from './fold.ts';

// what a body is, before what it is called: "l'ONG Reporters sans frontières", "groupe NSO"
const kindWord =
  /^(?:ONG|NGO|association|société|entreprise|groupe|agence(?: de presse)?|quotidien|journal|magazine|hebdomadaire|parti|syndicat|logiciel(?: espion)?|programme|company|newspaper|agency|group|charity|spyware)\s+(?=\S)/iu;

/**
 * Repairs spans and types of names.
 *
 * @example repairNames(document).mentions[0]?.text // 'Reporters sans frontières' where the span was "ONG Reporters sans frontières"
 */
export function repairNames(document: Document): Document {
  const persons = personScores(document);
  const mentions = document.mentions.map((mention): Mention => {
    if (mention.type === 'country' || mention.type === 'figure' || mention.type === 'date') return mention;
    return asPerson(withoutKindWord(mention, document), persons);
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
