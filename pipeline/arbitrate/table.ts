// Who wins where two proposals overlap: one ordered table, the first row that fits decides.
import type { Mention } from '../document.ts';
import { contains, type Span } from '../text/span.ts';

export interface Row {
  readonly id: string;
  /** Why the row stands, with the words that made it necessary. */
  readonly reason: string;
  /** Whether the row decides between the two; tried in both orders, `winner` first. */
  readonly decides: (winner: Mention, loser: Mention) => boolean;
}

const isName = (mention: Mention): boolean =>
  mention.type === 'person' || mention.type === 'organisation' || mention.type === 'place' || mention.type === 'other';
const isSame = (left: Span, right: Span): boolean => left.start === right.start && left.end === right.end;
const holdsMore = (outer: Span, inner: Span): boolean => contains(outer, inner) && !isSame(outer, inner);
// compass words stay outside a place (guideline), in lower case: "sud de l'Italie", "northern Nigeria"; "South Sudan" is a name
const compass = String.raw`(?:(?:nord|sud|est|ouest|centre)(?:-(?:est|ouest))?\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])|(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?\s+)`;
const articleBefore = new RegExp(String.raw`^(?:(?:[Ll]es?|[Ll]a|[Tt]he)\s+|[Ll]['’])?${compass}?$`, 'u');
const possessiveAfter = /^(?:['’]s?)?$/u;

/** Whether the longer of two nested spans adds only an article, a compass word or a possessive: "les Émirats", "France's". */
const addsOnlyArticle = (outer: Mention, inner: Mention): boolean =>
  articleBefore.test(outer.text.slice(0, inner.start - outer.start)) &&
  possessiveAfter.test(outer.text.slice(inner.end - outer.start));

const isDataSize = (mention: Mention): boolean =>
  mention.type === 'figure' && mention.kind === 'measure' && /^[kMGT]B$/.test(mention.unit ?? '');

/** The rows in the order in which they are tried. */
export const table: readonly Row[] = [
  {
    id: 'country-is-place',
    reason: 'the model marks countries as places: "au Maroc" is the country MA',
    decides: (winner, loser) =>
      winner.type === 'country' &&
      loser.type === 'place' &&
      (isSame(winner, loser) || contains(winner, loser) || (contains(loser, winner) && addsOnlyArticle(loser, winner))),
  },
  {
    id: 'name-holds-country',
    reason: 'a country inside a longer name is no mention: "Banque de France", "golfe du Mexique"',
    decides: (winner, loser) => isName(winner) && loser.type === 'country' && holdsMore(winner, loser),
  },
  {
    id: 'person-is-no-country',
    reason: 'where the model sees a person the table of countries is out: "Jordan", "Chad"',
    decides: (winner, loser) => winner.type === 'person' && loser.type === 'country',
  },
  {
    id: 'country-over-other-name',
    reason: 'a team or body under the bare name of a country is the country: "la France bat le Brésil"',
    decides: (winner, loser) => winner.type === 'country' && isName(loser),
  },
  {
    id: 'size-names-nothing',
    reason: 'a size of data is no name even where the model saw one: "un disque de 2 To", "500 Go"',
    decides: (winner, loser) => isDataSize(winner) && isName(loser) && isSame(winner, loser),
  },
  {
    id: 'quarter-names-nothing',
    reason:
      'a quarter with its year is no name even where the model saw one: "T3 2024"; dates/ gives no other over a name',
    decides: (winner, loser) =>
      winner.type === 'date' && winner.method === 'rule:date.quarter' && isName(loser) && contains(winner, loser),
  },
  {
    id: 'name-holds-number',
    reason: 'a number or year inside a name belongs to it: "G20", "Coupe du monde 2026", "France 24"',
    decides: (winner, loser) =>
      isName(winner) && (loser.type === 'figure' || loser.type === 'date') && contains(winner, loser),
  },
  {
    id: 'amount-holds-demonym',
    reason: 'the currency word keeps its adjective: "3 millions de francs suisses"',
    decides: (winner, loser) => winner.type === 'figure' && loser.type === 'country' && contains(winner, loser),
  },
  {
    id: 'figure-holds-date',
    reason: 'a longer figure was read as one: "2 019 dossiers" beats a year inside it',
    decides: (winner, loser) => winner.type === 'figure' && loser.type === 'date' && holdsMore(winner, loser),
  },
  {
    id: 'date-over-figure',
    reason: 'the numbers of a date are no figures: "12 mars 2024"',
    decides: (winner, loser) => winner.type === 'date' && loser.type === 'figure',
  },
  {
    id: 'name-over-crossing',
    reason: 'a name that a figure or date only crosses was read in its context by the model',
    decides: (winner, loser) => isName(winner) && !isName(loser),
  },
  {
    id: 'higher-score',
    reason: 'nothing above fits: the surer one stays',
    decides: (winner, loser) => winner.score > loser.score,
  },
  {
    id: 'longer',
    reason: 'equal scores: the longer one stays',
    decides: (winner, loser) => winner.end - winner.start > loser.end - loser.start,
  },
  { id: 'first', reason: 'all else equal: the first proposed stays', decides: () => true },
];

/**
 * Decides between two overlapping proposals.
 * @example decide(country('Maroc'), place('Maroc')) // { winner: country, loser: place, rule: 'country-is-place' }
 */
export function decide(first: Mention, second: Mention): { winner: Mention; loser: Mention; rule: string } {
  for (const row of table) {
    if (row.decides(first, second)) return { winner: first, loser: second, rule: row.id };
    if (row.decides(second, first)) return { winner: second, loser: first, rule: row.id };
  }
  return { winner: first, loser: second, rule: 'first' };
}
