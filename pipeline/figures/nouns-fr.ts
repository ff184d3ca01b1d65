// Counted nouns of French: the head comes first, then adjectives and "de" with another noun.
import { isDash, isTight, type Line } from '../text/line.ts';
import { findNumberWords, isNumberWord } from '../text/number-words.ts';
import { findDigits } from './digits.ts';
import type { Noun } from './nouns.ts';
import { findRole } from './words.ts';

/** Endings of adjectives that follow a plural noun and are no verbs or participles. */
const adjective =
  /(?:iques|aux|ales|elles|ifs|ives|iens|iennes|ains|aines|ais|aises|ois|oises|aires|euses|ables|ibles|ants|antes|eurs|istes|ins|ines)$/;

/**
 * The noun counted by a number that ends before a word.
 * @example findFrenchNoun(lineOf('deux autres numéros de téléphone', sentence), 1, false) // { first: 2, next: 5 }
 */
export function findFrenchNoun(line: Line, index: number, takesOf: boolean): Noun | undefined {
  let at = index;
  if (saidOfSums.test(line.lower[at] ?? '')) {
    // "soit 2 milliards supplémentaires" counts nothing itself, "2 millions supplémentaires de doses" does
    if (takesOf && /^(?:de|d)$/.test(line.lower[at + 1] ?? '')) at += 1;
    else if (takesOf || line.lower[at] === 'supplémentaires') return undefined;
  }
  if (takesOf || isPartitive(line, at)) {
    if (line.lower[at] === 'de' || line.lower[at] === 'des' || line.lower[at] === 'du') {
      at += 1;
      if (/^(?:la|ces|ses|leurs|nos|vos|mes|cette|son|sa|leur)$/.test(line.lower[at] ?? '')) at += 1;
      at = findDigits(line, at)?.next ?? findNumberWords(line, at)?.next ?? at;
      if (line.lower[at] === 'l' && line.lower[at + 1] === "'") at += 2;
    } else if (line.lower[at] === 'd' && line.lower[at + 1] === "'") at += 2;
  }
  const isDirect = at === index;
  while (isSkipped(line, at)) at += 1;
  if (isSuperlative(line, at)) at += 2;
  // « 12 « gilets jaunes » »
  const first = line.lower[at] === '«' || line.lower[at] === '"' || line.lower[at] === '“' ? at + 1 : at;
  const head = skipAdjectives(line, first);
  // "contre un seul sur la même période", "huit autres d'ici là"
  if (/^(?:seule?s?|autres?)$/.test(line.lower[head] ?? '')) return undefined;
  if (isVote(line, head, index)) return { first: head, next: head + 1 };
  if (!isNoun(line, head)) return undefined;
  // "trois élus ont démissionné et quatre autres hésitent": a verb after the skipped word too
  const look = isDirect ? lookAt(line, head, index) : 'noun';
  // "250 000 adhérents et 750 000 anciens circuleraient": the adjective is the noun where no noun follows
  if (look === 'verb')
    return head > first && /[sx]$/.test(line.lower[first] ?? '') ? { first, next: first + 1 } : undefined;
  let next = endOfWord(line, head);
  while (isAdjective(line, next)) next = endOfWord(line, next);
  const complement = findComplement(line, next);
  if (
    complement !== undefined &&
    isNoun(line, complement) &&
    (isLower(line, complement) || isState(line, complement))
  ) {
    next = endOfWord(line, complement);
    while (isAdjective(line, next)) next = endOfWord(line, next);
  }
  return { first, next, ...(look === 'doubtful' ? { isDoubtful: true } : {}) };
}

/** Adjectives right after millions, whose noun has "de": "au lieu des 4 milliards inscrits", "les 500 millions restants". */
const saidOfSums = /^(?:inscrits|supplémentaires|manquants|additionnels|restants|nécessaires)$/;

/** "deux autres albums", "les trois derniers jours"; but "premiers ministres" is one word in two. */
function isSkipped(line: Line, index: number): boolean {
  if (findRole(line, index) !== 'skip' || line.words[index + 1]?.kind !== 'letters') return false;
  return !isStop(line, index + 1) && !/^ministres?$/.test(line.lower[index + 1] ?? '');
}

/** "les 300 plus grandes entreprises", "les 50 plus gros pollueurs": the degree is no part of the unit. */
function isSuperlative(line: Line, index: number): boolean {
  if (!/^(?:plus|moins)$/.test(line.lower[index] ?? '')) return false;
  const isDegree = findRole(line, index + 1) === 'before' || degrees.test(line.lower[index + 1] ?? '');
  return isDegree && /[sxz]$/.test(line.lower[index + 1] ?? '') && isNoun(line, index + 2);
}

const degrees =
  /^(?:riches|puissante?s|importante?s|influente?s|célèbres|populaires|récente?s|fort(?:e)?s|bas(?:ses)?|chers|chères|rapides|fidèles|proches|modestes)$/;

/** "14 oui, 7 non et 2 abstentions". */
function isVote(line: Line, head: number, index: number): boolean {
  return (
    head === index &&
    /^(?:oui|non)$/.test(line.lower[head] ?? '') &&
    line.words[index - 1]?.kind === 'digits' &&
    /^(?:|,|\.|;|\)|et|contre)$/.test(line.lower[head + 1] ?? '')
  );
}

/** Where the complement starts: "bureaux de vote", "chefs d'État", "militants des droits humains", "membres du Sénat". */
function findComplement(line: Line, index: number): number | undefined {
  const word = line.lower[index];
  const after = line.lower[index + 1];
  if (word === 'd' && after === "'") return index + 2;
  if (word === 'des' || word === 'du') return index + 1;
  if (word !== 'de') return undefined;
  if (after === 'la') return index + 2;
  return after === 'l' && line.lower[index + 2] === "'" ? index + 3 : index + 1;
}

function isState(line: Line, index: number): boolean {
  return /^(?:État|Etat|États|Etats)$/.test(line.words[index]?.text ?? '');
}

/** "six de ses cadres", "une de ces villes". */
function isPartitive(line: Line, index: number): boolean {
  if (line.lower[index] === 'de') return /^(?:ses|ces|leurs|nos|vos|mes|tes)$/.test(line.lower[index + 1] ?? '');
  // "deux des condamnés ont quitté la salle"
  return line.lower[index] === 'des' && /^\p{Ll}{3,}[sx]$/u.test(line.words[index + 1]?.text ?? '');
}

/** Participles that are counted as people or things; other words in -és, -ées after a number say what was done. */
const countedParticiples = new Set(
  (
    'blessés blessées tués tuées réfugiés réfugiées déplacés déplacées employés employées députés députées salariés salariées ' +
    'accusés accusées condamnés inculpés inculpées associés associées délégués déléguées licenciés licenciées diplômés ' +
    'diplômées retraités retraitées abonnés abonnées alliés invités invitées mariés assurés assurées sinistrés sinistrées ' +
    'marchés degrés pavés côtés étés cafés musées années journées soirées armées idées entrées arrivées tournées vallées ' +
    'allées fusées épées comités traités procédés communiqués arrêtés avocats rescapés rescapées naufragés noyés insurgés ' +
    'sociétés unités universités cités qualités quantités localités activités autorités personnalités nationalités ' +
    'communautés municipalités facultés difficultés libertés propriétés clés pieds-noirs administrés exilés internés ' +
    'suppléés relevés clichés péchés fossés gréés lycées trophées poupées bouées marées fées durées chaussées pensées ' +
    'cheminées poignées gorgées centrées criées mêlées montées levées coulées traversées dictées portées avancées percées ' +
    'données croisées volées bouchées pincées cuillerées assiettées canapés dés prés blés thés bébés ' +
    'comprimés congés immigrés immigrées émigrés émigrées évadés évadées'
  ).split(' '),
);

/** "députés", and "eurodéputés", "ex-salariés", "surdiplômés" with what stands before it. */
function isCountedParticiple(word: string): boolean {
  if (countedParticiples.has(word)) return true;
  const bare = word.replace(/^(?:euro|néo|sur|sous|auto|micro|mini|télé|multi|inter|co)-?/, '');
  return bare !== word && countedParticiples.has(bare);
}

/** "trois passeports, dont deux tunisiens", but "dont deux musiciens". */
function isDemonym(word: string): boolean {
  return (
    /(?:iens|iennes|ains|aines|ais|aises|ois|oises)$/.test(word) &&
    !/(?:ciens|ciennes|[ls]tiens|rdiens|édiens|chiens|priens|moyens|riens|liens|biens|[ei]mains|[ée]crivains|[rb]ains|trains|pains|gains|centaines|dizaines|douzaines|semaines|graines|balais|palais|relais|essais|mois|bois|rois|fois|lois|noix|oises)$/.test(
      word,
    )
  );
}

/** "112 cas, dont deux mortels": adjectives after "dont" that are hardly ever nouns; "dont onze journalistes" counts them. */
const saidOfOthers =
  /^(?:mortel(?:le)?s|morte?s|graves|lég(?:er|ère)s|positi(?:f|ve)s|acti(?:f|ve)s|nationa(?:ux|les)|municipa(?:ux|les)|régiona(?:ux|les)|neu(?:f|ve)s|vides|gratuite?s|malades|vivante?s|célibataires|suspecte?s|féminin(?:e)?s|masculin(?:e)?s|ouvert(?:e)?s|publi(?:c|que)s|privé(?:e)?s|entrante?s|sortante?s|venu(?:e)?s|définiti(?:f|ve)s|sérieu(?:x|ses)|présente?s|absente?s)$/;

const collectives =
  /^(?:huitaine|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine)$/;

/** Past participles in the plural that name nothing themselves: "312 dossiers entrés, 310 sortis", "dont deux cents venus du Kerala". */
const participles =
  /^(?:promis|mis|pris|investis|admis|compris|assis|repris|permis|commis|soumis|transmis|remis|mortes|sortis|venue?s|issus|vendue?s|perdue?s|rendue?s|connue?s|conçue?s|attendue?s|prévue?s|retenue?s|obtenue?s|revendue?s|reconnue?s|construite?s|détruite?s|réduite?s|couverts|ouverts|offerte?s|guérie?s|finie?s|réussie?s|établie?s|partis|parus|vus|lue?s|survenue?s|entretenue?s|suspendue?s|défendue?s|étendue?s|conduite?s|traduite?s|introduite?s|démolie?s|saisis|remplie?s|fournie?s|réunie?s|bâtie?s|nées?|nés)$/;

/**
 * Whether a French word in the plural is a participle that names nothing: "neuf objets sur dix rendus".
 * @example isParticiple('venus') // true
 */
export function isParticiple(word: string): boolean {
  return participles.test(word) || (/(?:és|ées)$/.test(word) && !countedParticiples.has(word));
}

/** … and those that name things too: "dont neuf sorties en single", but "trois sorties". */
const nounOrParticiple =
  /^(?:sorties|issues|tenues|vues|reçue?s|parties|parues|couvertes|ouvertes|saisies|produite?s|écrite?s|inscrite?s|morte?s|principaux|principales)$/;

/** Subjects behind their verb: "Combien d'élèves, dit-elle, …". */
const pronouns = /^(?:ils?|elles?|on|nous|vous|je|tu|ce|ci|là|t|moi|toi|eux|même)$/;

/** Words of other languages that are plural as they are. */
const unmarkedPlurals =
  /^(?:tumuli|graffiti|graffitis|stimuli|scenarii|paparazzi|confetti|spaghetti|brocoli|bitcoin|kata|putti|soli|torii|ryokan|kanji|haïku|maki|sushi|samouraï|riad|ksour|mudra|kleśa|sadhu|inuit|apparatchiki)$/;

/**
 * What a word right after a number above one looks like: plurals end in s, x or z, "huit fonctionnent" has a verb there, and
 * "dont six signalées", "dont deux mortels" say something of a noun that may stand elsewhere.
 */
function lookAt(line: Line, index: number, number: number): 'noun' | 'doubtful' | 'verb' {
  const text = line.words[index]?.text ?? '';
  const last = line.lower[endOfWord(line, index) - 1] ?? '';
  if (/^\p{Lu}/u.test(text)) return isFullName(line, index) ? 'doubtful' : 'noun';
  // "trois iPhone" have no plural either
  if (unmarkedPlurals.test(last) || /^\p{Ll}+\p{Lu}/u.test(text)) return 'noun';
  // "180 jours-amende" has its plural in front, "deux pick-up" has none; "dix viennent-ils" asks
  const isCompound =
    endOfWord(line, index) > index + 1 &&
    (/[sx]$/.test(line.lower[index] ?? '') || (isDash(line.lower[index + 1]) && !pronouns.test(last)));
  if (!/(?:[sxz]|men)$/.test(last) && !isCompound) {
    const before = line.lower[number - 1] ?? '';
    // "0,25 point", "1,2 unité de bétail": below two the noun is singular
    const isDecimal = line.lower[number - 2] === ',' && /^[01]$/.test(line.lower[number - 3] ?? '');
    const isSmall = isDecimal || /^(?:[01]|une?|zéro|seule?|demi)$/.test(before);
    return isSmall || /^(?:km|kg|cl|ml|hl|mm|cm|vol|hab|pers|ex|chap)$/.test(last) ? 'noun' : 'verb';
  }
  if (participles.test(last)) return 'doubtful';
  // "14 masculines et 9 féminines" are of what stands before
  if (/^(?:masculin|féminin)e?s$/.test(last)) return 'doubtful';
  if (/^(?:disent|depuis|parmi|jadis)$/.test(last)) return 'verb';
  // "huit localités", but "douze représentés" and "une vingtaine décapités"
  const isPart = [1, 2, 3].some((step) => line.lower[number - step] === 'dont');
  if (isPart && nounOrParticiple.test(last)) return 'doubtful';
  const isQuality = /(?:ités|iétés|autés|ertés|ultés|omtés)$/.test(last) && !(isPart && last.endsWith('ités'));
  if (/(?:és|ées)$/.test(last) && !isCountedParticiple(last) && !isQuality) return 'doubtful';
  // "dont une trentaine intérimaires": a noun would have "de" after a collective
  if (collectives.test(line.lower[number - 1] ?? '')) return 'doubtful';
  return isPart && (saidOfOthers.test(last) || isDemonym(last)) ? 'doubtful' : 'noun';
}

/** "il devance de quatre secondes l'Équatorien Cepeda et de sept Clément Champoussin": no one is counted. */
function isFullName(line: Line, index: number): boolean {
  const [first, second] = [line.words[index]?.text ?? '', line.words[index + 1]?.text ?? ''];
  return /^\p{Lu}\p{Ll}+[^sxz]$/u.test(first) && /^\p{Lu}\p{Ll}+[^sxz]$/u.test(second) && !isTight(line, index);
}

function skipAdjectives(line: Line, index: number): number {
  let at = index;
  // "sept jeunes" are people; "sept jeunes filles" are girls
  if (/^ministres?$/.test(line.lower[at + 1] ?? '') && findRole(line, at) === 'skip') return at + 1;
  while (findRole(line, at) === 'before' && isNoun(line, at + 1) && !isTight(line, at)) at += 1;
  return at;
}

function isStop(line: Line, index: number): boolean {
  return findRole(line, index) === 'stop';
}

function isNoun(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.kind !== 'letters') return false;
  if (isModelCode(line, index)) return true;
  // "sous-traitants", "après-midi": a preposition tied to a noun is the noun's
  if (isStop(line, index))
    return isDash(line.lower[index + 1]) && isTight(line, index) && line.words[index + 2]?.kind === 'letters';
  // "deux cents" are one number; "m", "l" are elided pronouns or signs
  if (isNumberWord(line, index) && line.lower[index] !== 'second') return false;
  return word.text.length > 1 || /^\p{Lu}$/u.test(word.text);
}

function isLower(line: Line, index: number): boolean {
  const text = line.words[index]?.text ?? '';
  return text !== '' && text === text.toLowerCase();
}

function isAdjective(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.kind !== 'letters' || isTight(line, index - 1)) return false;
  return adjective.test(word.text) && !isStop(line, index) && isLower(line, index);
}

/** "deux A330", "six F-16", "trois B52": capitals against digits. */
function isModelCode(line: Line, index: number): boolean {
  if (!/^\p{Lu}{1,3}$/u.test(line.words[index]?.text ?? '') || !isTight(line, index)) return false;
  const at = isDash(line.lower[index + 1]) && isTight(line, index + 1) ? index + 2 : index + 1;
  return line.words[at]?.kind === 'digits';
}

/** A word with the parts that a hyphen or an apostrophe ties to it: "sous-marins", "petits-enfants", "aujourd'hui". */
function endOfWord(line: Line, index: number): number {
  if (isModelCode(line, index)) return isDash(line.lower[index + 1]) ? index + 3 : index + 2;
  let next = index + 1;
  while (
    (isDash(line.lower[next]) || line.lower[next] === "'" || line.lower[next] === '·') &&
    isTight(line, next - 1) &&
    isTight(line, next) &&
    line.words[next + 1]?.kind === 'letters'
  ) {
    next += 2;
  }
  return next;
}
