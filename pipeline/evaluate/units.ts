// Units of figures: codes and symbols are equal or not; counted nouns are compared by their head, case, number and
// accents folded. No grammar is consulted: a scorer that used the pipeline's own would share its mistakes.
import { fold } from '../text/fold.ts';

const symbols: ReadonlySet<string> = new Set(
  `% ‰ s ms min h day week month year mm cm dm m km in ft yd mi nmi mm2 cm2 m2 km2 ha a acre sqft sqmi cm3 m3 L l mL ml cL cl hL gal
  bbl g mg µg kg t kt Mt lb oz °C °F K km/h m/s mph kn kW MW GW TW W kWh MWh GWh TWh Wh J kJ MJ cal kcal V kV A Hz kHz MHz GHz
  B kB MB GB TB PB bit Mbit/s Gbit/s dB Pa hPa bar ppm px °`.split(/\s+/),
);

// the words before which a noun phrase has said its head
const complements = {
  fr: /^(?:de|des|du|d'.*|a|au|aux|en|pour|par|sur|sous|dans|avec|sans|contre|entre|chez|qui|que|dont|l'.*)$/,
  en: /^(?:of|in|for|from|to|at|on|by|with|without|who|that|which|per|under|over|between)$/,
} as const;

// French adjectives that stand before their noun, and what joins two of them: "premiers ministres" is ministers
const beforeNoun =
  /^(?:ancien|premier|dernier|jeune|petit|grand|gros|haut|vieux|vieil|vieille|bon|mauvais|nouveau|nouvel|nouvelle|autre|futur|vrai|faux|simple|double|long|court|moyen|et|ou|beau|bel|belle|vaste|ex|demi|principal|rare|divers|different|meme|bref|large|seul)e?(?:ne|re|sse|gue|ve)?s?$/;
const beforeNounPlural =
  /^(?:nouveaux|nouvelles|anciennes|premieres|dernieres|beaux|belles|grosses|bonnes|longues|principaux|vieilles)$/;

const irregular: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  geese: 'goose',
  lives: 'life',
  wives: 'wife',
  yeux: 'oeil',
  travaux: 'travail',
  vitraux: 'vitrail',
};

/**
 * Whether two units are the same for the contract; undefined or empty is "not stated".
 * @example isSameUnit('numéros de téléphone', 'numéro', 'fr') // true
 * @param lang language of the sentence; `und` tries both
 */
export function isSameUnit(gold: string | undefined, found: string | undefined, lang: 'fr' | 'en' | 'und'): boolean {
  const left = (gold ?? '').trim();
  const right = (found ?? '').trim();
  if (left === right) return true;
  if (left === '' || right === '' || isSymbol(left) || isSymbol(right)) return false;
  const grammars = lang === 'und' ? (['fr', 'en'] as const) : [lang];
  return grammars.some((grammar) => headNoun(left, grammar) === headNoun(right, grammar));
}

/** Whether a unit is a code or symbol: compared as it stands. */
function isSymbol(unit: string): boolean {
  return symbols.has(unit) || /^[A-Z]{3}$/.test(unit) || /^\P{L}+$/u.test(unit);
}

/**
 * Head of a noun phrase, folded to the singular.
 * @example headNoun('premiers ministres', 'fr') // 'ministre'
 */
export function headNoun(phrase: string, lang: 'fr' | 'en'): string {
  const words = fold(phrase).split(' ');
  const stop = words.findIndex((word, index) => index > 0 && complements[lang].test(word));
  const chunk = stop < 0 ? words : words.slice(0, stop);
  if (lang === 'en') return singular(chunk.at(-1) ?? '');
  const head = chunk.find((word) => !beforeNoun.test(word) && !beforeNounPlural.test(word));
  return singular(head ?? chunk.at(-1) ?? '');
}

function singular(word: string): string {
  const known = irregular[word];
  if (known !== undefined) return known;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux')) return `${word.slice(0, -2)}l`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.replace(/e?s$/, '').replace(/e$/, '');
  if (/[sx]e$/.test(word)) return word.slice(0, -1);
  if (/[^s]s$/.test(word) || /eux$|oux$/.test(word)) return word.slice(0, -1);
  return word;
}
