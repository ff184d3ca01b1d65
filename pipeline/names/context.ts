// Short names that mean a curated body only where the document speaks of its country or its family: "la Commission", "the House".
import type { Document } from '../document.ts';
import { readTable } from '../text/resource.ts';
import { curated } from './curated.ts';
import { foldName } from '../text/fold.ts';
import type { KnownEntity } from './known.ts';

interface Row {
  readonly known: KnownEntity;
  readonly lang: string;
  readonly country: string;
  readonly family: string;
  /** Whether the row goes before the curated meaning of the form. */
  readonly isInstead: boolean;
}

export interface Context {
  /** The body that a short form means here, where nothing else tells. */
  find(form: string): KnownEntity | undefined;
  /** The body that an acronym means here in place of the one it means elsewhere: "RSF" in Sudan. */
  findInstead(form: string): KnownEntity | undefined;
}

const rows = new Map<string, Row[]>();
for (const row of readTable('names/data/context.tsv')) {
  const { form = '', lang = '', entity = '', country = '', family = '' } = row;
  const known = curated.get(`organisation-${entity}`);
  if (known === undefined) continue;
  const key = foldName(form);
  const isInstead = row['instead'] === 'yes';
  rows.set(key, [...(rows.get(key) ?? []), { known, lang, country, family, isInstead }]);
}

// the Union's bodies are named after it; two such words make a document about it
const families: Readonly<Record<string, RegExp>> = {
  eu: /\beuropé|\b[ÉE]tats membres\b|\bmember states\b|\bEurope(?:an)?\b|\bUE\b|\bEU\b/gu,
  un: /\bNations unies\b|\bONU\b|\bUnited Nations\b|\bUN\b|\bU\.N\./gu,
  us: /\bCapitol\b|\bWhite House\b|\bU\.S\. (?:Congress|House|Senate)\b|\bUnited States (?:Congress|House|Senate)\b/gu,
  ca: /\bOttawa\b|\bCanadian|\bCanada\b|\bNDP\b/gu,
  nato: /\bOtan\b|\bOTAN\b|\bNATO\b|\bNato\b/gu,
  journalists: /\bpress freedom\b|\bjournalis(?:t|m)/gu,
  football: /\bfootball\b|\bCAN\b|\bsélections?\b|\bqualificatifs?\b|\bLigue des champions\b/gu,
  allowances: /\ballocat|\bRSA\b|\bprestations?\b|\bfamiliales?\b/gu,
  pacific: /\bPacifi[cq]/gu,
  banks: /\bbanques? centrales?\b|\bBâle\b|\btaux\b/gu,
  unsc: /\bUN Security Council\b|\bUnited Nations Security Council\b/gu,
};

/**
 * Reads what decides for a document, and answers for its forms.
 * @example readContext(document).find('Commission')?.entity // 'organisation-ec' in a document about the Union
 */
export function readContext(document: Document): Context {
  const country = mostNamedCountry(document);
  const isTriad = namesTriad(document);
  const speaksOf = new Map<string, boolean>();
  const find = (form: string, isInstead: boolean): KnownEntity | undefined => {
    const fitting = (rows.get(foldName(form)) ?? []).filter((row) => {
      if (row.isInstead !== isInstead) return false;
      if (row.lang !== 'both' && row.lang !== document.lang) return false;
      if (row.country !== '' && row.country === country) return true;
      if (row.family === '') return false;
      if (row.family === 'eu' && isTriad) return true;
      const known = speaksOf.get(row.family) ?? countUpTo(document.text, families[row.family], 2) >= 2;
      speaksOf.set(row.family, known);
      return known;
    });
    return fitting.length === 1 ? fitting[0]?.known : undefined;
  };
  return { find: (form) => find(form, false), findInstead: (form) => find(form, true) };
}

/** "la Commission", "le Conseil" and "le Parlement" side by side are those of the Union. */
function namesTriad({ mentions }: Document): boolean {
  const bare = new Set<string>();
  for (const { type, text } of mentions) {
    if (type === 'organisation' && /^(?:Commission|Conseil|Parlement|Council|Parliament)$/u.test(text)) bare.add(text);
  }
  return bare.size >= 2;
}

function countUpTo(text: string, words: RegExp | undefined, limit: number): number {
  let count = 0;
  if (words === undefined) return count;
  for (const _ of text.matchAll(words)) {
    count++;
    if (count >= limit) break;
  }
  return count;
}

function mostNamedCountry({ mentions }: Document): string | undefined {
  const counts = new Map<string, number>();
  for (const mention of mentions) {
    if (mention.type === 'country' && mention.code !== undefined)
      counts.set(mention.code, (counts.get(mention.code) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((left, right) => right[1] - left[1]);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
