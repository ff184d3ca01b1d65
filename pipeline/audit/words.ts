// A conclusion as a sentence.
import type { Conclusion } from './conclusion.ts';

const types: Readonly<Record<string, string>> = {
  all: 'all records',
  person: 'persons',
  organisation: 'organisations',
  country: 'countries',
  place: 'places',
  figure: 'figures',
  date: 'dates',
  other: 'other names',
};
const languages: Readonly<Record<Conclusion['lang'], string>> = {
  all: '',
  fr: ', French',
  en: ', English',
  und: ', other languages',
};

/**
 * @example wordConclusion({ type: 'person', lang: 'fr', precision: 0.9736, confidence: 0.95, n: 112 }) // 'persons, French: precision ≥ 97 % at 95 % confidence, n = 112'
 */
export function wordConclusion({
  type,
  lang,
  precision,
  confidence,
  n,
}: Pick<Conclusion, 'type' | 'lang' | 'precision' | 'confidence' | 'n'>): string {
  return `${types[type] ?? type}${languages[lang]}: precision ≥ ${percent(precision)} % at ${percent(confidence)} % confidence, n = ${n.toLocaleString('en')}`;
}

/** Whole per cent, rounded down so that nothing is promised; from 99 % on with one decimal. */
function percent(share: number): string {
  // 0.29 * 100 is 28.999…
  const tenths = Math.floor(share * 1000 + 1e-6);
  return tenths >= 990 ? (tenths / 10).toString() : Math.floor(tenths / 10).toString();
}
