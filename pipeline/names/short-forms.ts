// Short forms of an organisation's name: its legal form or club letters left out, its first or its last words alone.
import { heavyWordsOf, isAcronymShaped } from './acronyms.ts';
import { fold } from '../text/fold.ts';
import { readTable } from '../text/resource.ts';
import type { Form } from './forms.ts';

export interface Grouping {
  /** Whether a form means a known body on its own: it is nobody's short form. */
  readonly isKnown: (form: Form) => boolean;
  /** What already belongs together: two names of one body are no two bodies. */
  readonly groupOf: (form: Form) => unknown;
  readonly join: (short: Form, long: Form) => void;
}

// what a name keeps its identity without: legal forms, and the letters of clubs
const affixes = new Set(
  'sa sas sasu sarl spa srl ag gmbh ltd limited inc incorporated corp corporation plc llc llp lp nv bv oy ou ab co company holding holdings group groupe pty se kg cie sprl r l s a fc rc ac as sc cf krc kvc ksc hc ogc usa us aj asm cd cs afc'.split(
    ' ',
  ),
);
/** A longer name with one of these is a part, a sister or a competition, not the body itself; some only where it comes later. */
const others = new Map(readTable('names/data/sister-words.tsv').map(({ word = '', when = '' }) => [fold(word), when]));

/**
 * Joins short forms to the one longer name of the document that they can mean, the longest first, so that "Harmonie" finds
 * "Harmonie municipale" and "Harmonie municipale de Montbéliard" already one.
 *
 * @example joinShortForms(forms, grouping) // joins 'Vindhyachal' to 'Vindhyachal Industries'
 */
export function joinShortForms(forms: readonly Form[], { isKnown, groupOf, join }: Grouping): void {
  const byWord = indexByWords(forms);
  for (const short of [...forms].sort((left, right) => right.words.length - left.words.length)) {
    const longer = (byWord.get(short.words[0] ?? '') ?? []).filter((long) => long !== short);
    const exact = longer.filter((long) => differsByAffix(short, long));
    // "Google" is known and nobody's short form, but for "Google LLC"
    if (isKnown(short) && exact.length === 0) continue;
    const loose =
      exact.length > 0
        ? exact
        : longer.filter((long) => isShortOf(short, long, isKnown) || isWithoutDemonym(short, long));
    const [only] = loose;
    if (only !== undefined && new Set(loose.map(groupOf)).size === 1) join(short, only);
  }
}

// words that say what a body is, before the letters it is called by
const kinds = new Set(
  'banco banca banque bank groupe group grupo gruppo compagnie company editions stade club syndicat'.split(' '),
);

// what tells a country's own body from one that only bears its name
const ranks = new Set('national nationale central centrale federal federale state royal royale'.split(' '));
// what English clubs are called by after their town
const clubWords = new Set(
  'united city town rovers wanderers rangers athletic albion county villa forest wednesday'.split(' '),
);

const offices = new Set(['department', 'ministry', 'ministere', 'departement', 'secretariat', 'office']);

/** Forms by every word of theirs, so that a document of many names is not compared pair by pair. */
function indexByWords(forms: readonly Form[]): Map<string, Form[]> {
  const index = new Map<string, Form[]>();
  for (const form of forms) {
    for (const word of new Set(form.words)) {
      const list = index.get(word);
      if (list === undefined) index.set(word, [form]);
      else list.push(form);
    }
  }
  return index;
}

function differsByAffix(short: Form, long: Form): boolean {
  const place = placeIn(short, long);
  if (place < 0) return false;
  const rest = [...long.words.slice(0, place), ...long.words.slice(place + short.words.length)];
  return rest.length > 0 && rest.every((word) => affixes.has(word));
}

function isShortOf(short: Form, long: Form, isKnown: (form: Form) => boolean): boolean {
  if (short.words.length >= long.words.length || isSecondHalf(short, long)) return false;
  const place = placeIn(short, long);
  // "BPM" after "Banco BPM": the kind of body before its letters
  if (isAcronymShaped(short.text))
    return (
      place === long.words.length - short.words.length && long.words.slice(0, place).every((word) => kinds.has(word))
    );
  const isLater = (short.places[0] ?? 0) < (long.places[0] ?? 0);
  const isStart = place === 0;
  const isEnd = place === long.words.length - short.words.length;
  const rest = isStart ? long.words.slice(short.words.length) : long.words.slice(0, place);
  if ((!isStart && !isEnd) || rest.some((word) => isOther(word, isLater))) {
    // "la Cour suprême" after "Cour suprême du Canada": where a body is makes no branch of it
    const isWhere = isStart && !isLater && rest.length > 1 && heavyWordsOf({ words: rest.slice(0, 1) }).length === 0;
    if (!isWhere || heavyWordsOf(short).length < 2) return false;
  }
  // "House" is no part of "White House", a court none of its chamber: "chambre de l'instruction de la cour d'appel"
  const [head, ...between] = rest;
  // "Treasury" of the "Department of the Treasury"
  if (isEnd && offices.has(head ?? '') && heavyWordsOf({ words: between }).length === 0) return true;
  // three words before are a body of its own where it comes later: "Asociación de Obreros y Empleados de Conaprole"
  if (isEnd) {
    if (isLater && rest.length > 2) return false;
    // "Bank of Georgia" is not the "National Bank of Georgia"; "United" is Manchester United, which everybody knows
    if (heavyWordsOf(short).length > 1 && rest.some((word) => ranks.has(word))) return false;
    if (isKnown(long)) return short.words.length === 1 && clubWords.has(short.words[0] ?? '');
    return heavyWordsOf({ words: rest.slice(-1) }).length === 1;
  }
  return isIntroduced(long, short);
}

function isOther(word: string, isLater: boolean): boolean {
  const when = others.get(word);
  return when === 'always' || (when === 'later' && isLater);
}

/** The second half of a name is another body: "Firmenich" is no "dsm-firmenich"; "Thomson" may be "Thomson-CSF". */
function isSecondHalf(short: Form, long: Form): boolean {
  if (short.words.length > 1 || !long.text.includes('-')) return false;
  const word = short.words[0] ?? '';
  const parts = fold(long.text).split(' ');
  return !parts.includes(word) && parts.some((part) => part.endsWith(`-${word}`));
}

/** "ministère de la Défense" for the "ministère israélien de la Défense": one heavy word less, not the first. */
function isWithoutDemonym(short: Form, long: Form): boolean {
  const few = heavyWordsOf(short);
  const many = heavyWordsOf(long);
  if (few.length < 2 || many.length !== few.length + 1 || few[0] !== many[0]) return false;
  const left = many.filter((word) => !few.includes(word));
  return (
    left.length === 1 &&
    few.every((word) => many.includes(word)) &&
    demonymEnd.test(left[0] ?? '') &&
    !creeds.has(left[0] ?? '')
  );
}

// end as demonyms do: the Free Church of Scotland is not the Free Presbyterian Church
const creeds = new Set(
  'presbyterian christian lutheran anglican wesleyan libertarian civilian humanitarian chretien chretienne presbyterien presbyterienne lutherien lutherienne anglican anglicane democratique republicain republicaine islamique catholique'.split(
    ' ',
  ),
);

const demonymEnd = /(?:ais|aise|ois|oise|ien|ienne|een|eenne|ain|aine|and|ande|ol|ole|ique|ite|ese|ish|ian|an)$/u;

/**
 * "Wydad" after "Wydad Athletic Club", or in the heading above it. A name that stands on its own first and gets a longer
 * sister later is the parent: "Dangote", then "Dangote Cement".
 */
function isIntroduced(long: Form, short: Form): boolean {
  const first = short.places[0] ?? 0;
  const full = long.places[0] ?? 0;
  return full < first || (first < headingPlaces && full - first <= headingPlaces);
}

/** Names of the document within which a short form may come before its full form. */
const headingPlaces = 6;

function placeIn(short: Form, long: Form): number {
  if (short.words.length === 0 || short.words.length >= long.words.length) return -1;
  for (const [start, word] of long.words.entries()) {
    if (word === short.words[0] && short.words.every((one, index) => long.words[start + index] === one)) return start;
  }
  return -1;
}
