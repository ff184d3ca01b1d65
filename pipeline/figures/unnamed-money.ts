// Millions whose currency the sentence leaves out: "Framatome a promis plus de 200 millions", "Rennes refuse 60 millions de
// Chelsea". Only words of money beside them make them money; whose is decided by the document.
import type { Line } from '../text/line.ts';
import type { Draft } from './draft.ts';
import { hasMillions } from './parts.ts';

/** Unit of money that names no currency, until the document gives one. */
export const unnamed = '@unnamed';

/** How many words before the number a word of money may stand. */
const reach = 10;

const money =
  /^(?:co[uû]t(?:s|e|ent|é|ée|er|era|erait|ait)?|prix|budgets?|dotée?s?|dotation|promis|promise|promet(?:tent|tait)?|pa(?:yer|yé|yée|ie|ient|iera|yait|iement)|rach(?:at|eter|eté|etée|ète)|achet(?:er|é|ée)|achète|vend|vendue?s?|vente|cédée?s?|économies|économiser|dettes?|déficit|pertes?|perdu|bénéfices?|crédits?|subventions?|prêts?|prêt(?:er|é|e)|investi(?:r|s|t|e|ssements?)?|levé|lève|lever|lèvera|levée|décollecte|collecte|factures?|montants?|sommes?|amendes?|provision(?:s|né|ner)?|capital|valorisée?|valorisation|cagnotte|enveloppe|refuse|refusé|offre|offert|propos(?:e|é|ée)|réclam(?:e|é|ent)|empoché|vers(?:er|é|és|e|era)|dépens(?:er|es?|é)|financ(?:er|é|ée|ement|ements|e)|recettes|transfert|contrats?|confiscation|trésorerie|avance|allou(?:e|é|ée)|débloqu(?:e|é|ée|er)|injecté|injecter|préjudice|fraude|détournée?s?|détournement|loyers?|chiffre|indemnités?|rançon|salaires?|fortune|donation|mécénat|plus-value|dividendes?|surcoût|gaspillage|doit|devait|dépréciation|commandes|affaires|écart|gagne|gagné|empoche|rapporte|rapporté|rapportent|placé|adjugé|équilibre|excédent)$/;

/** What millions of are money: "50 millions de pénalités". */
const moneyNouns =
  /^(?:pénalités|bonus|dégâts|dettes?|pertes|recettes|travaux|subventions?|bénéfices?|investissements?|crédits|aides?|impôts?|taxes|dommages|indemnités?|primes?|amendes?|déficit|économies|capital|budget|dividendes|loyers?|dommages-intérêts|fonds|financements?|provisions?|commandes|chiffre|ventes|ordres|engagements?|emprunts?|revenus?|cessions?|achats?|actifs|encours|honoraires|cotisations|dotations?|garanties?|créances?|liquidités?|exportations|importations)$/;

/**
 * A draft of bare millions as money without a currency, where a word of money stands beside it.
 * @param previous the figure before it: "3,2 millions de visiteurs, contre 2,8 millions" counts visitors twice
 * @example findUnnamedMoney(line, draft, undefined).unit // '@unnamed' for "a payé 50 millions"
 */
export function findUnnamedMoney(line: Line, draft: Draft, previous: Draft | undefined): Draft {
  if (line.lang !== 'fr' || draft.kind !== 'count' || draft.unit !== undefined) return draft;
  // "l'Agence en imprime 3,8 millions": the pronoun says of what
  if (draft.noun === undefined && line.lower[draft.first - 2] === 'en') return draft;
  if (!hasMillions(draft.parts)) return draft;
  const { noun, ...rest } = draft;
  const asMoney: Draft = { ...rest, kind: 'money', unit: unnamed, rule: 'money' };
  // "attend deux milliards de l'État", "45 millions de la région": who pays is not counted
  if (noun !== undefined && isPayer(line, draft.next, noun.first)) return asMoney;
  if (noun !== undefined) {
    const word = line.words[noun.first]?.text ?? '';
    if (moneyNouns.test(line.lower[noun.first] ?? '')) return asMoney;
    return /^\p{Lu}/u.test(word) && !/[sx]$/.test(word) && hasMoneyBefore(line, draft) ? asMoney : draft;
  }
  if (isCompared(line, draft) && previous?.noun !== undefined) return draft;
  if (hasNumberOf(line, draft.next)) return draft;
  return hasMoneyBefore(line, draft) || isUncountedMilliard(line, draft, previous) ? asMoney : draft;
}

/** "L'agence place 12 milliards": billions of nothing named are money, save where a pronoun counts ("il en existe 8 milliards"). */
function isUncountedMilliard(line: Line, draft: Draft, previous: Draft | undefined): boolean {
  if (previous !== undefined && previous.kind !== 'money' && previous.kind !== 'percent') return false;
  if (/^(?:de|d)$/.test(line.lower[draft.next] ?? '') || !draft.parts.some(({ value }) => value === 1_000_000_000))
    return false;
  for (let at = draft.first - 1; at >= Math.max(0, draft.first - 6); at -= 1)
    if (/^(?:en|sommes|serons|étions|humains|habitants|population|planète|terre)$/.test(line.lower[at] ?? ''))
      return false;
  return true;
}

/** "chiffre à 1,8 million le nombre de voyageurs". */
function hasNumberOf(line: Line, index: number): boolean {
  for (let at = index; at < index + 4; at += 1) if (line.lower[at] === 'nombre') return true;
  return false;
}

/** "de la", "de l'", "du" with a singular between the number and its noun. */
function isPayer(line: Line, next: number, noun: number): boolean {
  if (/[sx]$/.test(line.lower[noun] ?? '')) return false;
  if (line.lower[next] === 'du') return true;
  return line.lower[next] === 'de' && /^(?:la|l|le)$/.test(line.lower[next + 1] ?? '');
}

/** Verbs whose object is a sum of money where it has no noun. */
const prices: Record<'fr' | 'en', RegExp> = {
  fr: /^(?:paie|paient|paye|payent|payer|payait|payaient|payé|paiera|vaut|valait|valent|vaudra|vaudrait|coûte|coûtait|coûtent|coûtera|coûterait|verse|versent|verser|versait|versé|versera|débourse|débourser|déboursé)$/,
  en: /^(?:pay|pays|paid|paying|cost|costs|costing|worth|earns?|earned|fetched|fetches|charges?|charged)$/,
};

/**
 * Whether a bare number is what is paid: "on la paie 7 200", "il en vaut moins de quarante", "my cousin pays 720".
 * @example isPrice(line, draft) // true for the 720 of "my cousin pays 720"
 */
export function isPrice(line: Line, draft: Draft): boolean {
  return line.lang !== 'und' && draft.kind === 'count' && prices[line.lang].test(line.lower[draft.first - 1] ?? '');
}

function isCompared(line: Line, draft: Draft): boolean {
  return /^(?:contre|à|dont|que|soit)$/.test(line.lower[draft.first - 1] ?? '');
}

function hasMoneyBefore(line: Line, draft: Draft): boolean {
  for (let at = draft.first - 1; at >= Math.max(0, draft.first - reach); at -= 1) {
    // "le chiffre d'affaires s'est tassé de 0,9 % à 388,4 millions"
    const isShare = line.lower[at + 1] === '%' || line.lower[at + 1] === ',' || line.lower[at - 1] === ',';
    if (line.lower[at] === ';' || (line.words[at]?.kind === 'digits' && !isShare)) return false;
    if (money.test(line.lower[at] ?? '')) return true;
  }
  return false;
}
