// Writes countries.tsv and names-generated.tsv, the frozen copies of what the registry packages say about country names.
// Run from the root: npx tsx pipeline/countries/data/generate.ts. Running it twice changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../text/resource.ts';

const folder = packageFolder();
const here = join(folder, 'pipeline/countries/data');

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8'));
}

interface TerritoryFile {
  main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>;
}
interface CountryFile {
  countries: Record<string, string | string[]>;
}

// third-party files of a pinned version: their shape is known and a wrong one fails at the first lookup
function territories(lang: string): Record<string, string> {
  const file = readJson(`cldr-localenames-full/main/${lang}/territories.json`) as TerritoryFile;
  return file.main[lang]?.localeDisplayNames.territories ?? {};
}
function isoNames(lang: string): CountryFile['countries'] {
  return (readJson(`i18n-iso-countries/langs/${lang}.json`) as CountryFile).countries;
}

const codes = (readJson('i18n-iso-countries/codes.json') as [string, string, string][])
  .map(([two, three]) => ({ two, three }))
  .sort((left, right) => (left.two < right.two ? -1 : 1));
const names = { fr: territories('fr'), en: territories('en') };
const iso = { fr: isoNames('fr'), en: isoNames('en') };
const languages = ['en', 'fr'] as const;

// French puts its variants in round brackets and English in square ones; neither stands in running text
// The article stays outside a mention, but for The Gambia, which names.tsv has.
const isWritable = (form: string): boolean => !/[()[\],]|&|^The /.test(form);

const countryLines = codes.map(({ two, three }) => [two, three, names.en[two] ?? '', names.fr[two] ?? ''].join('\t'));
writeFileSync(
  join(here, 'countries.tsv'),
  `${[
    '# Written by generate.ts. Names: Unicode CLDR 48.2 (cldr-localenames-full), Unicode License v3.',
    '# Codes: ISO 3166-1 and XK, from i18n-iso-countries 7.14.0 (MIT).',
    'code\tiso3\ten\tfr',
    ...countryLines,
  ].join('\n')}\n`,
);

const lines: string[] = [];
for (const { two } of codes) {
  for (const lang of languages) {
    const seen = new Set<string>();
    const add = (form: string | undefined, source: string): void => {
      if (form === undefined || !isWritable(form) || seen.has(form.toLowerCase())) return;
      seen.add(form.toLowerCase());
      lines.push([form, lang, two, source].join('\t'));
    };
    for (const key of [two, `${two}-alt-short`, `${two}-alt-variant`]) add(names[lang][key], 'cldr');
    for (const form of [iso[lang][two] ?? []].flat()) add(form, 'i18n-iso-countries');
  }
}
writeFileSync(
  join(here, 'names-generated.tsv'),
  `${[
    '# Written by generate.ts: every form of a country name in CLDR 48.2 (Unicode License v3) and i18n-iso-countries',
    '# 7.14.0 (MIT) that can stand in running text. names.tsv adds to it and overrules it.',
    'form\tlang\tcode\tsource',
    ...lines,
  ].join('\n')}\n`,
);
