// What the words beside a country's name make of it: a river, a town, the party of a lawsuit, a piece of an abbreviation.
import type { Sentence } from '../document.ts';
import { startsUpper, type Word } from '../text/words.ts';
import { foldTreeWord, noCountry, tree } from './lexicon.ts';
import type { Hit } from './match.ts';
import { findOfficialStart } from './official.ts';

/**
 * Why the name at a hit is not the country, or undefined.
 * @example refuseNearby(hit, sentence) // 'river' for "Niger" in "une crue du Niger"
 */
export function refuseNearby(hit: Hit, { words, lang }: Sentence): string | undefined {
  const { entry, first, next } = hit;
  const before = foldedAt(words, first - 1);
  if (before === '#' || before === '@') return 'hashtag';
  // "42 U.S.C. § 1983": the code of laws
  const last = words[next - 1];
  if (last?.text === '.' && words[next]?.kind === 'letters' && words[next]?.start === last.end) return 'abbreviation';
  if (isParty(words, findOfficialStart(words, first), next)) return 'lawsuit';
  if (isRiver(hit, words, lang)) return 'river';
  if (entry.conditions.has('city') && isCity(words, first, lang)) return 'city';
  if (isDateline(hit, words)) return 'city';
  if (isTeam(words, first)) return 'team';
  // "La Réunion des musées nationaux"
  if (lang === 'fr' && entry.readings[0]?.code === 'RE' && /^(?:des|du|de)$/u.test(words[next]?.text ?? ''))
    return 'meeting';
  if (lang === 'en' && entry.form === 'Georgia' && isAfterTown(words, first, next)) return 'town';
  return isTown(words.slice(next, next + 5)) ? 'town' : undefined;
}

/** "Suez v. Argentina", "Gabon v. Equatorial Guinea", "Dupont c. France": with its dot, a match being "England v France". */
function isParty(words: readonly Word[], first: number, next: number): boolean {
  const isAgainst = (place: number): boolean =>
    /^[vc]$/u.test(words[place]?.text ?? '') && words[place + 1]?.text === '.';
  if (isAgainst(first - 2)) return startsUpper(words[first - 3]?.text ?? '') || words[first - 3]?.kind === 'mark';
  return isAgainst(next) && startsUpper(words[next + 2]?.text ?? '');
}

const rivers = new Set(['niger', 'senegal', 'gambie', 'gambia', 'congo', 'paraguay', 'uruguay', 'orange']);
// rivers that share no article with their state in English: "the Niger"; "the Gambia" and "the Congo" may be states
const bareStates = new Set(['niger', 'senegal', 'paraguay', 'uruguay']);
const riverNouns =
  /^(?:crues?|rives?|berges?|bords?|embouchure|boucle|delta|cours|eaux|affluents?|sources?|lit|rapides|meandres?|debit|estuaire|banks?|mouth|bend|waters|tributary|tributaries|flooding|estuary)$/u;
const riverVerbs =
  /^(?:(?:,|est|is)? ?(?:un |le |a |the |troisieme |deuxieme |plus |grand |long |second |longest )*(?:fleuve|riviere|river)\b|(?:prend sa source|se jette|coule|arrose|serpente|deborde|debouche|est en crue|decrit|flows|overflowed|burst its banks))/u;

/** "les rives du Niger", "l'embouchure de la Gambie", "the bridge over the Niger", "Niger, river". */
function isRiver({ first, next }: Hit, words: readonly Word[], lang: string): boolean {
  const name = foldedAt(words, first);
  if (next !== first + 1 || !rivers.has(name)) return false;
  const article = foldedAt(words, first - 1);
  if (lang === 'en' && article === 'the' && bareStates.has(name)) return true;
  if (/^(?:du|la|the|le)$/u.test(article)) {
    const noun = /^(?:de|of)$/u.test(foldedAt(words, first - 2)) ? first - 3 : first - 2;
    if (riverNouns.test(foldedAt(words, noun))) return true;
  }
  return riverVerbs.test(joinFolded(words.slice(next, next + 5)));
}

const cityNouns = /^(?:ville|faubourgs?|banlieue|commune|quartiers?|gare|aeroport|maire|rues|mairie|cathedrale)$/u;
const courts = /\b(?:court|cour|tribunal|juges|judges|justice)\b(?: \S+){0,3} (?:in|at|de|a)$/u;

/** "à Luxembourg", "la ville de Panama", "the General Court in Luxembourg": the city, not the state. */
function isCity(words: readonly Word[], first: number, lang: string): boolean {
  const before = foldedAt(words, first - 1);
  if (lang === 'fr' && before === 'a') return true;
  if (lang === 'fr' && before === 'de' && cityNouns.test(foldedAt(words, first - 2))) return true;
  return foldedAt(words, first) === 'luxembourg' && courts.test(joinFolded(words.slice(Math.max(0, first - 7), first)));
}

/** "l'équipe d'Australie", "l'équipe de France": a team by name (guideline), with the article it is a team from there. */
function isTeam(words: readonly Word[], first: number): boolean {
  const link = foldedAt(words, first - 1) === "'" ? foldedAt(words, first - 2) : foldedAt(words, first - 1);
  const head = foldedAt(words, foldedAt(words, first - 1) === "'" ? first - 3 : first - 2);
  return (link === 'd' || link === 'de') && head === 'equipe';
}

/** States that share the name of their capital and are no city-state. */
const capitals = new Set(['DJ', 'LU', 'KW', 'PA', 'GT', 'MX', 'ST']);

/** "DJIBOUTI, 8 mars 2020": where the report was written. */
function isDateline({ entry, first, next }: Hit, words: readonly Word[]): boolean {
  if (first > 0 || entry.words.length > 1 || !capitals.has(entry.readings[0]?.code ?? '')) return false;
  return words[next]?.text === ',' && words[next + 1]?.kind === 'digits';
}

const americanStates =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Louisiane|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ill|Ind|Ky|Tenn';
// "Lebanon, Tennessee"; "Peru, Ill."; "Angola, in Louisiana, is a plantation"; "Irlande, municipalité"; "la Kenya, la commune"
const town = new RegExp(
  String.raw`^, (?:(?:in |en |dans le |au )?(?:${americanStates})|(?:a |the |la |une |petite )*(?:municipalité|commune|hameau|bourgade|hamlet|township|suburb))(?: |$)`,
  'u',
);

function isTown(following: readonly Word[]): boolean {
  return town.test(following.map((word) => word.text).join(' '));
}

/** "In Vidalia, Georgia, sweetness is the law": a town before it and a mark after it; not "Italy, Georgia and Spain". */
function isAfterTown(words: readonly Word[], first: number, next: number): boolean {
  const place = words[first - 2];
  if (words[first - 1]?.text !== ',' || place === undefined || !startsUpper(place.text)) return false;
  const after = words[next];
  if (after !== undefined && (after.kind !== 'mark' || after.text === '/')) return false;
  return tree.next.get(foldTreeWord(place.text)) === undefined;
}

function foldedAt(words: readonly Word[], place: number): string {
  return foldTreeWord(words[place]?.text ?? '');
}

function joinFolded(words: readonly Word[]): string {
  return words.map((word) => foldTreeWord(word.text)).join(' ');
}

/**
 * Whether a neighbour in a list is a country: "Timor-Leste, Georgia and Suriname", "Sainte-Lucie, Dominique, Grenade".
 * @example standsInList(words, 2, 3) // true for "Georgia" in "Suriname, Georgia"
 */
export function standsInList(words: readonly Word[], first: number, next: number): boolean {
  const isJoint = (place: number): boolean => /^(?:,|and|et|\/)$/u.test(words[place]?.text ?? '');
  const isCountry = (place: number): boolean => {
    const text = words[place]?.text ?? '';
    const node = tree.next.get(foldTreeWord(text));
    return (
      startsUpper(text) &&
      node !== undefined &&
      node.entries.some(
        ({ via, readings }) => via === 'name' && readings.length === 1 && readings[0]?.code !== noCountry,
      )
    );
  };
  return (isJoint(first - 1) && isCountry(first - 2)) || (isJoint(next) && isCountry(next + 1));
}
