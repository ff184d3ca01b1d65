// Marks of the model that take in more than a name: two countries of a match in one place, the demonym after a mountain,
// an army under its country's adjective. They are cut here, before countries are decided. Names are left as they are.
import type { Document, ModelSpan, Sentence } from '../document.ts';
import { bySpan, contains, findLastStarting, type Span } from '../text/span.ts';
import { readTable } from '../text/resource.ts';
import { foldTreeWord } from './lexicon.ts';
import type { Hit, Matches } from './match.ts';

/** A word of the table inside a mark. */
interface Inner extends Span {
  readonly isDemonym: boolean;
  readonly hit: Hit;
}

// between the sides of a match, a border, a pipeline: "France-Belgique", "Mexique–États-Unis", "India/Pakistan"
const joint = /^\s*(?:[-‐‑–—/,]|et|and|&|v|vs|contre)\s*$/u;

/** Generic words by language, folded: with a demonym alone they name nobody (guideline: "armée congolaise" is the demonym alone). */
const generics = { fr: new Set<string>(), en: new Set<string>() };
for (const { fr = '', en = '' } of readTable('countries/data/generic-bodies.tsv')) {
  if (fr !== '') generics.fr.add(foldTreeWord(fr));
  if (en !== '') generics.en.add(foldTreeWord(en));
}

// what every state has is no place of its own: "frontière franco-italienne", "côte béninoise"
const common = /^(?:la\s+)?(?:frontières?|côtes?|littoral|territoire|sol|capitale|rive|eaux|espace aérien)\s/u;
// wholes that the demonym belongs to: "péninsule italienne", "empire russe", "Plateau suisse"
const wholes =
  /^(?:péninsule|presqu['’]île|empire|archipel|plateau|confédération|république|fédération|union|royaume|état|îles?|collectivité|terres?)\s/iu;

/**
 * The model's marks, cut where they swallow a country or a demonym.
 *
 * @example freeSwallowed(document, matched) // the one place "France-Belgique" comes back as two
 * @param matched hits of each sentence
 */
export function freeSwallowed(
  { modelSpans, sentences, text }: Pick<Document, 'modelSpans' | 'sentences' | 'text'>,
  matched: readonly Matches[],
): readonly ModelSpan[] {
  const innerOf = new Map<number, Inner[]>();
  let isChanged = false;
  const spans = modelSpans.flatMap((span): readonly ModelSpan[] => {
    if (span.label === 'DEM' || span.label === 'FIG' || span.label === 'DATE') return [span];
    const sentence = sentences[span.sentence];
    if (sentence === undefined) return [span];
    const known = innerOf.get(span.sentence) ?? readInner(sentence, matched[span.sentence]);
    innerOf.set(span.sentence, known);
    const inside = within(known, span);
    const cut = asCountry(span, inside, text) ?? cutters[span.label](span, inside, { text, sentence });
    if (cut === undefined) return [span];
    isChanged = true;
    return cut;
  });
  return isChanged ? spans.sort(bySpan) : modelSpans;
}

/** Score below which the model's other reading of a demonym is doubted. */
const sureScore = 0.7;

interface Around {
  readonly text: string;
  readonly sentence: Sentence;
}

function readInner({ words }: Sentence, matches: Matches | undefined): Inner[] {
  return (matches?.hits ?? []).flatMap((hit) => {
    const start = words[hit.first]?.start;
    const end = words[hit.next - 1]?.end;
    return start === undefined || end === undefined
      ? []
      : [{ start, end, isDemonym: hit.entry.via === 'demonym', hit }];
  });
}

const cutters = { LOC: cutPlace, ORG: cutBody, PER: cutPerson, MISC: cutWork } as const;

/** Those that lie in a mark. */
function within(inner: readonly Inner[], span: Span): Inner[] {
  const found: Inner[] = [];
  for (let place = findLastStarting(inner, span.end - 1); place >= 0; place--) {
    const one = inner[place];
    if (one === undefined || one.start < span.start) break;
    if (contains(span, one)) found.unshift(one);
  }
  return found;
}

/** "The Land of the Rising Sun": so long a name of a country is no work and no body, unless it stands in quotation marks. */
function asCountry(span: ModelSpan, inner: readonly Inner[], text: string): ModelSpan[] | undefined {
  const [only] = inner;
  if (only === undefined || inner.length > 1 || span.label === 'LOC') return undefined;
  const { entry } = only.hit;
  const isSure = entry.via === 'periphrasis' && entry.conditions.size === 0 && entry.words.length >= longName;
  const isWhole =
    only.end === span.end && /^(?:(?:the|le|la|les)\s+|l['’])?$/iu.test(text.slice(span.start, only.start));
  const isQuoted = /["“«‘']\s?$/u.test(text.slice(Math.max(0, span.start - 2), span.start));
  return isSure && isWhole && !isQuoted ? [{ ...span, label: 'LOC', start: only.start, end: only.end }] : undefined;
}

/** Words from which a periphrasis means its country alone. */
const longName = 3;

function cutPlace(span: ModelSpan, inner: readonly Inner[], { text, sentence }: Around): ModelSpan[] | undefined {
  const [first] = inner;
  if (first === undefined || isSame(first, span)) return undefined;
  const names = inner.filter((one) => !one.isDemonym && !one.hit.isLowered);
  if (names.length > 1 && names.length === inner.length && isList(span, names, text))
    return names.map(({ start, end }) => ({ ...span, start, end }));
  if (isHeadline(span, first, text)) return [{ ...span, start: first.start, end: first.end }];
  const last = inner.at(-1);
  if (last === undefined || !last.isDemonym || last.end !== span.end || sentence.lang !== 'fr') return undefined;
  const surface = text.slice(span.start, span.end);
  const demonym = text.slice(last.start, last.end);
  // "Alpes suisses", "Pays basque espagnol": the adjective stays outside (guideline)
  if (demonym !== demonym.toLowerCase() || wholes.test(surface)) return undefined;
  if (common.test(surface)) return inner.every((one) => one.isDemonym) ? asDemonyms(span, inner) : undefined;
  const head = text.slice(span.start, last.start);
  if (!/\p{Lu}/u.test(head)) return undefined;
  return [{ ...span, end: span.start + head.trimEnd().length }, ...asDemonyms(span, [last])];
}

// what stands after a country in a place's name: "MEXICO CITY", "NIGER DELTA"
const placeWords = /^\s*-?\s*(?:city|delta|basin|river|canal|valley|state|strait|bay|coast|ville)\b/iu;

/** "L'ALGERIE ELIMINEE", "SENEGAL BEATEN" in capitals throughout: the model runs on where no small letter stops it. */
function isHeadline(span: Span, first: Inner, text: string): boolean {
  const surface = text.slice(span.start, span.end);
  if (first.isDemonym || first.start !== span.start || surface !== surface.toUpperCase()) return false;
  const rest = text.slice(first.end, span.end);
  return /^\s+\p{L}{4}/u.test(rest) && !placeWords.test(rest);
}

/** Countries with nothing but joints between them, from the first letter to the last. */
function isList(span: Span, names: readonly Span[], text: string): boolean {
  if (names[0]?.start !== span.start || names.at(-1)?.end !== span.end) return false;
  return names.every((name, index) => {
    const next = names[index + 1];
    return next === undefined || joint.test(text.slice(name.end, next.start));
  });
}

/** "état-major nigérian", "Syrian army": a word for any state's body and its demonym. */
function cutBody(span: ModelSpan, inner: readonly Inner[], { text, sentence }: Around): ModelSpan[] | undefined {
  const [only] = inner;
  if (only === undefined || isSame(only, span) || inner.length > 1 || !only.isDemonym || sentence.lang === 'und')
    return undefined;
  const isFrench = sentence.lang === 'fr';
  if (isFrench ? only.end !== span.end : only.start !== span.start) return undefined;
  const rest = (isFrench ? text.slice(span.start, only.start) : text.slice(only.end, span.end)).trim();
  if (rest !== rest.toLowerCase()) return undefined;
  return generics[sentence.lang].has(foldTreeWord(rest)) ? asDemonyms(span, inner) : undefined;
}

// what stands before one of a people and never before a person
const determiners =
  /(?:^|[^\p{L}])(?:une?|deux|trois|quatre|cinq|six|plusieurs|ces|cette|les|des|two|three|four|five|some|an?)\s+$/iu;

// countries that people are called by
const borne =
  /^(?:Jordan|Chad|Israel|Israël|Georgia|India|Kenya|China|Cuba|France|Brazil|Holland|Ireland|Malta|America|Dominique|Sydney|Niger|Mali|Mauritius|Lesotho|Guinea|Congo|Trinidad|Burma|Jersey|Norfolk|Britain|Wales|Montserrat|Salomon|Martinique|Guadeloupe|Monaco|Portugal|Spain|German|Roman|Grenade)$/u;

/** "une Kirghize et trois Ouzbeks": a doubtful person after a number or an article is one of a people. */
function cutPerson(span: ModelSpan, inner: readonly Inner[], { text }: Around): ModelSpan[] | undefined {
  const [only] = inner;
  if (only === undefined || !isSame(only, span) || span.score >= sureScore) return undefined;
  // "que parraine Nauru": a doubtful person under a name that people do not bear
  if (!only.isDemonym)
    return only.hit.isLowered || borne.test(text.slice(span.start, span.end)) ? undefined : [{ ...span, label: 'LOC' }];
  return determiners.test(text.slice(Math.max(0, span.start - 12), span.start)) ? asDemonyms(span, inner) : undefined;
}

/** "guerre russo-ukrainienne": a doubtful work or event in small letters, its demonym with all that is joined to it. */
function cutWork(span: ModelSpan, inner: readonly Inner[], { text }: Around): ModelSpan[] | undefined {
  const last = inner.at(-1);
  if (last === undefined || !last.isDemonym || last.end !== span.end || span.score >= sureScore) return undefined;
  const surface = text.slice(span.start, span.end);
  if (surface !== surface.toLowerCase() || isSame(last, span)) return undefined;
  return asDemonyms(span, [{ start: span.end - (/\S+$/u.exec(surface)?.[0].length ?? 0), end: span.end }]);
}

function isSame(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end;
}

function asDemonyms(span: ModelSpan, demonyms: readonly Span[]): ModelSpan[] {
  return demonyms.map(({ start, end }) => ({ ...span, label: 'DEM', start, end }));
}
