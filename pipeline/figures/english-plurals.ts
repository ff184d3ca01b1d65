// Which English words count things: plurals with and without s, and what ends in s and is none.
import type { Line } from '../text/line.ts';

/** Plurals without s, and words that are counted as they are. */
const unmarked = new Set(
  (
    'people men women children policemen policewomen firemen servicemen fishermen gunmen spokesmen councilmen clergymen ' +
    'businessmen grandchildren schoolchildren feet teeth geese mice oxen lice dead wounded injured missing hurt staff personnel police cattle sheep ' +
    'fish aircraft spacecraft helicopters species series crew cod deer salmon trout offspring media data criteria bacteria alumni ' +
    'phenomena pence youth infantry clergy folk headquarters barracks crossroads works means Swiss Chinese Japanese ' +
    'Portuguese Vietnamese Lebanese Sudanese Maltese Senegalese Congolese Taiwanese Nepalese Burmese Beninese Togolese ' +
    'horsepower pieces runs votes seats points per-cent homeless poor unemployed elderly prisoners poultry livestock ' +
    'bp pp rpm head moose bison squid shrimp hectares legislators medics troops goods wives knives lives halves thieves wolves shelves leaves'
  ).split(' '),
);

/** What people are after a disaster: "10,000 people dead", and "2,000 dead fish". */
export const states = /^(?:dead|wounded|injured|missing|hurt|homeless|unemployed)$/;

/** Verbs that are hardly ever nouns: "One fifth of our soya comes from the south". */
const verbs =
  'comes sits serves reaches speaks holds makes takes gets gives keeps wants feels seems becomes begins owns pays sells earns ' +
  'belongs depends lies lasts consists contains includes involves requires receives exists appears happens believes thinks ' +
  'knows brings sends arrives maintains travels';
const verbSet = new Set(verbs.split(' '));

/** Whether a word is a verb of the third person and no plural. */
export function isThirdPerson(word: string): boolean {
  return verbSet.has(word);
}

/**
 * Comparatives that a fraction measures: "a tenth brighter", "a third larger".
 */
export const comparative =
  /^(?:larger|bigger|smaller|higher|cheaper|dearer|faster|slower|brighter|longer|shorter|heavier|lighter|stronger|weaker|older|younger|richer|poorer|wider|deeper|quicker|warmer|hotter|colder)$/;

/** Words in s that end no noun. */
const notPlural = new Set(
  (
    `${verbs} ` +
    'was has is its his this as us yes does goes says plus always perhaps across towards afterwards sometimes besides thus less ' +
    'unless whereas versus previous habeas various serious famous religious dangerous precious anonymous indigenous enormous ' +
    'autonomous tremendous nervous'
  ).split(' '),
);

/** Whether the word at an index reads as the plural of a noun. */
export function isPlural(line: Line, index: number): boolean {
  const text = line.words[index]?.text ?? '';
  const lower = line.lower[index] ?? '';
  if (
    unmarked.has(lower) ||
    unmarked.has(text) ||
    /^[a-z]{2,}(?:men|women|people|children|fish|craft|folk|sheep|deer|berries)$/.test(lower)
  )
    return true;
  return /[a-z]{2,}s$/i.test(text) && !/(?:ss|us|is)$/.test(lower) && !notPlural.has(lower);
}
