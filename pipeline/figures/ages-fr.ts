// French ages in years, whatever qualifier or second end they have: "une femme de 34 ans", "les 18-29 ans", "âgés de plus de 65 ans".
import { isDash, type Line } from '../text/line.ts';
import { isNumberWord } from '../text/number-words.ts';
import type { Amount } from './parts.ts';

/** Words, in the singular, that "de 34 ans" gives an age: people, and the age itself. "ami de trente ans" is none. */
const people = new Set(
  (
    'homme femme enfant adolescent adolescente ado fillette garçon garçonnet fille fils mineur mineure jeune bébé adulte ' +
    'personne senior individu trentenaire quadragénaire quinquagénaire sexagénaire retraité retraitée étudiant étudiante ' +
    'lycéen lycéenne collégien collégienne écolier écolière élève mère père grand-mère grand-père sœur soeur frère veuf ' +
    'veuve épouse époux compagnon compagne conducteur conductrice automobiliste motard motarde cycliste piéton piétonne ' +
    'passagère victime suspect suspecte ressortissant ressortissante migrant migrante réfugié réfugiée joueur joueuse ' +
    'attaquant attaquante défenseur défenseuse buteur buteuse athlète nageur nageuse skieur skieuse coureur coureuse ' +
    'patient patiente salarié salariée résident résidente habitant habitante électeur électrice randonneur randonneuse ' +
    'alpiniste touriste agriculteur agricultrice ouvrier ouvrière français française population âge dame livreur livreuse ' +
    'chauffeur apprenti apprentie jardinier jardinière pompier pompière boucher bouchère boulanger boulangère technicien ' +
    'technicienne infirmier infirmière policier policière gendarme soldat militaire enseignant enseignante professeur ' +
    'médecin avocat avocate journaliste maçon artisan artisane commerçant commerçante éleveur éleveuse berger bergère ' +
    'viticulteur viticultrice pêcheur pêcheuse serveur serveuse vendeur vendeuse caissier caissière employé employée ' +
    'chômeur chômeuse'
  ).split(' '),
);

/** Adjectives that may stand between: "un ressortissant afghan de 34 ans", "un âge moyen de 42 ans", "une femme enceinte de 30 ans". */
const adjectives =
  /^(?:enceinte|moyen|médian|légal|minimum|minimal|isolée?|suisse|belge|russe|turc|turque|grec|grecque|serbe|tchèque|slovaque|kurde|allemande?|espagnole?|britannique|\p{L}+(?:ais|aise|ois|oise|ien|ienne|ain|aine|éen|éenne|an|ane|aire))s?$/u;

/**
 * Whether years at words `first` to `next` are somebody's age.
 * @example isFrenchAge(lineOf('une femme de 34 ans', sentence), 3, 5) // true; false in "un accord de 25 ans"
 */
export function isFrenchAge(line: Line, first: number, next: number): boolean {
  if (isOfTime(line, next)) return false;
  const before = line.lower[first - 1] ?? '';
  // "âgés entre 18 et 25 ans"; "un retraité, 74 ans, …"
  if (isAged(before)) return true;
  if (before === ',' && isPerson(line, first - 2)) return /^(?:[,.)]|)$/.test(line.lower[next] ?? '');
  const opener = findOpener(line, first);
  if (opener === undefined) return isOfAgeGroup(line, first, next);
  const governor = line.lower[opener - 1] ?? '';
  if (isAged(governor)) return true;
  // "L'âge moyen est de 42 ans"
  if (/^(?:est|était|serait)$/.test(governor)) return line.lower.slice(Math.max(0, opener - 3), opener).includes('âge');
  if (isPerson(line, opener - 1)) {
    // "elle est plus jeune de dix ans"
    return governor !== 'jeune' || !/^(?:plus|moins)$/.test(line.lower[opener - 2] ?? '');
  }
  // "une femme sur trois de plus de 50 ans"
  if (line.lower[opener - 2] === 'sur' && isNumberWord(line, opener - 1)) return isPerson(line, opener - 3);
  // "un père de famille de 43 ans", "un homme d'affaires de 56 ans"
  if (/^(?:famille|affaires|ménage|police|football|rugby)$/.test(governor))
    return isPerson(line, line.lower[opener - 2] === "'" ? opener - 4 : opener - 3);
  if (!adjectives.test(governor)) return false;
  // "une Guinéenne de 34 ans"
  return isPerson(line, opener - 2) || isDemonym(line, opener - 1);
}

/**
 * The same of an amount that may be no years: the second end of a range, whose words begin at `first`.
 * @example isFrenchAgeTo(lineOf('les 18-29 ans', sentence), 1, right) // true
 */
export function isFrenchAgeTo(line: Line, first: number, { unit, next }: Amount): boolean {
  return line.lang === 'fr' && unit?.unit === 'year' && isFrenchAge(line, first, next);
}

function isAged(word: string): boolean {
  return /^[âa]gée?s?$/.test(word);
}

function isPerson(line: Line, index: number): boolean {
  const word = line.lower[index] ?? '';
  return people.has(word) || (word.endsWith('s') && people.has(word.slice(0, -1)));
}

/** Whether a word that ends like a demonym is the noun: a capital, and an article before it. */
function isDemonym(line: Line, index: number): boolean {
  const isCapital = /^\p{Lu}\p{Ll}/u.test(line.words[index]?.text ?? '');
  return isCapital && /^(?:une?|le|la|les|des|ce|cet|cette|ces|jeunes?)$/.test(line.lower[index - 1] ?? '');
}

/** Index of the "de" or "d'" that leads to a number, be it in the span ("de 18 à 24 ans") or before another ("de 3 et 5 ans"). */
function findOpener(line: Line, first: number): number | undefined {
  if (line.lower[first] === 'de') return first;
  const isSecond = /^(?:et|ou)$/.test(line.lower[first - 1] ?? '') && line.words[first - 2]?.kind === 'digits';
  const link = isSecond ? first - 3 : first - 1;
  if (line.lower[link] === 'de') return link;
  return line.lower[link] === "'" && line.lower[link - 1] === 'd' ? link - 1 : undefined;
}

/** "les 18-29 ans", "aux plus de 65 ans", "un moins de 16 ans"; "les deux à trois ans nécessaires" are a time. */
function isOfAgeGroup(line: Line, first: number, next: number): boolean {
  const words = line.lower.slice(first, next);
  const isBound = words[0] === 'plus' || words[0] === 'moins' || words.at(-1) === 'plus' || words.at(-1) === 'moins';
  const isRange = line.words[first]?.kind === 'digits' && words.some((word) => word === 'à' || isDash(word));
  if (!words.includes('ans') || !(isBound || isRange)) return false;
  const isFuture = line.lower[next] === 'à' && line.lower[next + 1] === 'venir';
  if (isFuture || /^(?:qui|que|qu|\p{L}+(?:aires|és|us|is|ains|ants|iers))$/u.test(line.lower[next] ?? ''))
    return false;
  const before = line.lower[first - 1] ?? '';
  return /^(?:les|des|aux|ces)$/.test(before) || (isBound && /^une?$/.test(before));
}

/** "dix ans de prison", "plus de 20 ans d'expérience" are a time; "34 ans de nationalité belge", "de Lyon", "de la région" are not. */
function isOfTime(line: Line, next: number): boolean {
  const after = line.lower[next] ?? '';
  if (after !== 'de' && after !== 'd') return false;
  const object = line.words[after === 'd' ? next + 2 : next + 1]?.text ?? '';
  return /^\p{Ll}/u.test(object) && !/^(?:nationalité|origine|sexe|la|l|cette)$/.test(object);
}
