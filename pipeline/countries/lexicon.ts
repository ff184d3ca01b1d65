// The words that name countries, from the data files into one tree of folded words, read once. No decisions are taken here.
import { foldWord, isDash } from '../text/line.ts';
import { readTable } from '../text/resource.ts';
import { splitWords } from '../text/words.ts';
import { inflectEnglish, inflectFrench } from './inflect.ts';

/** What the data say about when a form counts; the meanings stand at the head of names.tsv. */
export type Condition = 'own' | 'loc' | 'caps' | 'article' | 'city' | 'dominant';

export interface Reading {
  readonly code: string;
  /** Folded words of the document that speak for it. */
  readonly evidence: readonly string[];
  readonly isUsual: boolean;
  readonly reason: string;
}

export interface Entry {
  readonly form: string;
  /** Words of the form, as written. */
  readonly words: readonly string[];
  readonly lang: 'fr' | 'en' | 'both';
  readonly via: 'name' | 'periphrasis' | 'demonym';
  readonly conditions: ReadonlySet<Condition>;
  /** One for a word that names one country; several where ambiguous.tsv or a periphrasis leaves a choice. */
  readonly readings: readonly Reading[];
}

export interface TreeNode {
  readonly next: Map<string, TreeNode>;
  entries: Entry[];
  /** Set where the words so far are evidence for a reading. */
  evidence?: string;
}

export interface Country {
  readonly code: string;
  readonly iso3: string;
  readonly en: string;
  readonly fr: string;
}

/** A name that holds a country's name without being the country: "golfe du Mexique". */
export const noCountry = '-';

/**
 * Countries by code, names from the frozen copy of CLDR.
 * @example countries.get('MA') // { code: 'MA', iso3: 'MAR', en: 'Morocco', fr: 'Maroc' }
 */
export const countries: ReadonlyMap<string, Country> = new Map(
  readTable('countries/data/countries.tsv').map(({ code = '', iso3 = '', en = '', fr = '' }) => [
    code,
    { code, iso3, en, fr },
  ]),
);

/**
 * First parts of compounds, folded: `franco` → FR.
 */
export const prefixes: ReadonlyMap<string, string> = new Map(
  readTable('countries/data/prefixes.tsv').map(({ prefix = '', code = '' }) => [foldWord(prefix), code]),
);

/**
 * Folded words of a phrase as the tree holds them: dashes between words are left out, apostrophes straightened.
 * @example foldPhrase('Côte d’Ivoire') // ['cote', 'd', "'", 'ivoire']
 */
export function foldPhrase(phrase: string): string[] {
  return splitWords(phrase)
    .filter((word) => !isDash(word.text))
    .map((word) => foldTreeWord(word.text));
}

/** One word as the tree holds it. */
export function foldTreeWord(word: string): string {
  return word === '’' || word === 'ʼ' ? "'" : foldWord(word);
}

const capitals: ReadonlyMap<string, readonly string[]> = new Map(
  readTable('countries/data/capitals.tsv').map(({ code = '', towns = '' }) => [
    code,
    towns.split('|').map((town) => foldPhrase(town).join(' ')),
  ]),
);

/** Root of the tree of every form and every word of evidence. */
export const tree: TreeNode = buildTree();

function buildTree(): TreeNode {
  const root: TreeNode = { next: new Map(), entries: [] };
  const ambiguous = ambiguousEntries();
  const entries = [...ambiguous, ...nameEntries(), ...demonymEntries()];
  const settled = new Set(ambiguous.flatMap(keysOf));
  for (const entry of entries) {
    // a line of ambiguous.tsv overrules every other line of the same form
    if (!ambiguous.includes(entry) && keysOf(entry).every((key) => settled.has(key))) continue;
    nodeOf(root, foldPhrase(entry.form)).entries.push(entry);
    for (const reading of entry.readings) {
      for (const term of reading.evidence) nodeOf(root, term.split(' ')).evidence = term;
    }
  }
  return root;
}

function keysOf({ form, lang, via }: Entry): string[] {
  const folded = `${foldPhrase(form).join(' ')}\t${via === 'demonym' ? 'demonym' : 'name'}`;
  return lang === 'both' ? [`${folded}\tfr`, `${folded}\ten`] : [`${folded}\t${lang}`];
}

function nodeOf(root: TreeNode, words: readonly string[]): TreeNode {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map(), entries: [] };
    node.next.set(word, next);
    node = next;
  }
  return node;
}

function nameEntries(): Entry[] {
  const byForm = new Map<string, Entry>();
  const own = readTable('countries/data/names.tsv');
  const overruled = new Set(own.map(({ form = '', lang = '' }) => `${form}\t${lang}`));
  for (const { form = '', lang = '', code = '' } of readTable('countries/data/names-generated.tsv')) {
    if (overruled.has(`${form}\t${lang}`) || overruled.has(`${form}\tboth`)) continue;
    insertName(byForm, { form, lang, code, via: 'name', decide: '' });
  }
  for (const row of own) insertName(byForm, row);
  return [...byForm.values()];
}

function insertName(byForm: Map<string, Entry>, row: Record<string, string>): void {
  const { form = '', code = '', decide = '', reason = '' } = row;
  const lang = row['lang'] === 'fr' || row['lang'] === 'en' ? row['lang'] : 'both';
  const via = row['via'] === 'periphrasis' ? 'periphrasis' : 'name';
  const conditions = new Set(decide.split(' ').filter((word): word is Condition => word !== ''));
  const key = `${form}\t${lang}`;
  const evidence = conditions.has('dominant') ? (capitals.get(code) ?? []) : [];
  const reading: Reading = { code, evidence, isUsual: true, reason };
  const before = byForm.get(key);
  // several lines of one periphrasis are a choice: le Royaume
  const readings = before === undefined || !conditions.has('dominant') ? [reading] : [...before.readings, reading];
  byForm.set(key, { form, words: lettersOf(form), lang, via, conditions, readings });
}

function demonymEntries(): Entry[] {
  const byForm = new Map<string, Entry>();
  const add = (form: string, lang: 'fr' | 'en', code: string, isShy: boolean): void => {
    const reading: Reading = { code, evidence: [], isUsual: true, reason: '' };
    const before = byForm.get(`${form}\t${lang}`);
    const readings = [...(before?.readings ?? []).filter((other) => other.code !== code), reading];
    byForm.set(`${form}\t${lang}`, {
      form,
      words: lettersOf(form),
      lang,
      via: 'demonym',
      conditions: new Set(isShy ? ['loc'] : []),
      readings,
    });
  };
  for (const { code = '', fr = '', en = '' } of readTable('countries/data/demonyms.tsv')) {
    for (const entry of fr.split('|'))
      for (const form of inflectFrench(entry)) add(form, 'fr', code, entry.endsWith('?'));
    for (const entry of en.split('|'))
      for (const form of inflectEnglish(entry)) add(form, 'en', code, entry.endsWith('?'));
  }
  return [...byForm.values()];
}

function ambiguousEntries(): Entry[] {
  const byForm = new Map<string, Entry>();
  for (const row of readTable('countries/data/ambiguous.tsv')) {
    const { forms = '', kind = '', code = '', evidence = '', usual = '', reason = '' } = row;
    const lang = row['lang'] === 'fr' || row['lang'] === 'en' ? row['lang'] : 'both';
    const via = kind === 'demonym' ? 'demonym' : 'name';
    const reading: Reading = {
      code,
      evidence: evidence
        .split('|')
        .filter((term) => term !== '')
        .map((term) => foldPhrase(term).join(' ')),
      isUsual: usual === 'yes',
      reason,
    };
    const written = forms.split('|');
    const all =
      via === 'name' ? written : written.flatMap((form) => (lang === 'fr' ? inflectFrench : inflectEnglish)(form));
    for (const form of new Set(all)) {
      const key = `${form}\t${lang}`;
      const readings = [...(byForm.get(key)?.readings ?? []), reading];
      const conditions = new Set<Condition>(
        via === 'name' && readings.some((one) => one.code === noCountry) ? ['loc'] : [],
      );
      byForm.set(key, { form, words: lettersOf(form), lang, via, conditions, readings });
    }
  }
  return [...byForm.values()];
}

function lettersOf(form: string): string[] {
  return splitWords(form)
    .filter((word) => !isDash(word.text))
    .map((word) => word.text);
}
