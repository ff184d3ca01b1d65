// A husband or a wife brought in by the other: "Sa femme, Claire Morel, a été relaxée" leaves the bare "Morel" to the one of
// whom the story is. A sentence that has a pronoun of the second one's gender leaves the question open.
import type { Document } from '../document.ts';

const introduction =
  /(?:^|[^\p{L}])(?:sa|son|his|her)\s+(?:(?<wife>wife|femme|épouse|ex-wife|ex-femme|ex-épouse)|husband|mari|époux|ex-husband|ex-mari),?\s+$/iu;
const pronouns = {
  wife: /(?:^|[^\p{L}])(?:elle|she|her|hers|herself)(?![\p{L}])/iu,
  husband: /(?:^|[^\p{L}])(?:il|lui|he|him|his|himself)(?![\p{L}])/iu,
};

/** Furthest that the words of the introduction reach before the name, in characters. */
const reach = 24;

/**
 * Whether a bare surname leaves out the bearer who was introduced as the spouse of another.
 * @param spouse place of the first mention of that bearer
 * @example isNotSpouse(document, 1, 2) // true for "Morel" after "Sa femme, Claire Morel, …"
 */
export function isNotSpouse({ mentions, sentences, text }: Document, spouse: number, place: number): boolean {
  const introduced = mentions[spouse];
  const mention = mentions[place];
  if (introduced === undefined || mention === undefined || /\s/u.test(mention.text)) return false;
  const match = introduction.exec(text.slice(Math.max(0, introduced.start - reach), introduced.start));
  const sentence = sentences[mention.sentence];
  if (match === null || sentence === undefined || introduced.sentence === mention.sentence) return false;
  const pronoun = match.groups?.['wife'] === undefined ? pronouns.husband : pronouns.wife;
  return !pronoun.test(text.slice(sentence.start, sentence.end));
}
