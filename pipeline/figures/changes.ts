// Whether "de 10 à 20", "from 10 to 20" tells where something was and where it is: two figures, and no range.
import type { Line } from '../text/line.ts';

/** Verbs of change, as they stand in news; their nouns ("une hausse de 3 à 5 %") open ranges. */
const changeWords =
  /^(?:pass|repass|ramen|port[eé]|relev|augment|baiss|chut|tomb|mont|progress|grimp|redui|rédui|abaiss|bond|recul|descen|remont|évolu|diminu|revien|revenu|gonfl|élev)/;
const changeNouns = /(?:ions?|hausses?|baisses?|recul|reculs|ées?ment|ements?)$/;

/** What falls does not go from less to more: "réduire de 15 à 20 %", "baisseront de 5 à 8 degrés" say by how much. */
const falls = /^(?:baiss|chut|tomb|redui|rédui|abaiss|recul|descen|diminu)/;
const rises = /^(?:augment|progress|grimp|bond|gonfl)/;

/** What is itself a percentage, so that it may go from one to another. */
const rates =
  /^(?:taux|tva|parts?|proportion|pourcentage|quotas?|inflation|chômage|déficit|dette|participation|abstention|scores?|cote|croissance|impôts?|taxes?|tarifs?|droits|commissions?|marges?|cotisations?|prélèvements?|capital)$/;

/**
 * Whether the two ends that a word opens are a change.
 * @example isChange(lineOf('est passé de 10 à 20 %', sentence), 2, '%', true) // true; false after "réduire", which is by so much
 */
export function isChange(line: Line, opener: number, unit: string | undefined, isRise: boolean): boolean {
  // English says "two to three weeks" for a range and "from two to three" for a change
  if (line.lower[opener] === 'from')
    return !/^(?:rang|vary|varie|anything|anywhere|aged|ages|last)/.test(line.lower[opener - 1] ?? '');
  const verb = findVerb(line, opener);
  return verb !== undefined && !(isRise && isByHowMuch(line, verb, opener, unit));
}

/** Index of the word that makes a change of "de 10 à 20": "passé de 10 à 20". */
function findVerb(line: Line, opener: number): number | undefined {
  // "est passé, en un an, de 52 à 200": a comma before "de" closes what another opened
  let isInserted = false;
  for (let at = opener - 1; at >= Math.max(0, opener - 7); at -= 1) {
    const other = line.words[at];
    // another number or a clause in between: the verb speaks of something else
    if (other === undefined || other.kind === 'digits' || ';.:('.includes(other.text)) return undefined;
    if (other.text === ',') {
      // "L'an passé, l'aide était de 2 à 2,5 milliards"
      if (!isInserted && at < opener - 1) return undefined;
      isInserted = !isInserted;
    }
    const lower = line.lower[at] ?? '';
    // "l'année passée"
    const isPast = /^passée?s?$/.test(lower) && /^(?:ans?|années?|mois|semaines?)$/.test(line.lower[at - 1] ?? '');
    if (changeWords.test(lower) && !changeNouns.test(lower) && !isPast) return at;
  }
  return undefined;
}

/** Whether the ends of a rise say by how much: "les prix augmentent de 3 à 5 %", but "le taux augmente de 3 à 5 %". */
function isByHowMuch(line: Line, verb: number, opener: number, unit: string | undefined): boolean {
  const lower = line.lower[verb] ?? '';
  if (falls.test(lower)) return true;
  if (!rises.test(lower) || verb !== opener - 1 || unit !== '%') return false;
  return !line.lower.slice(Math.max(0, verb - 12), verb).some((word) => rates.test(word));
}
