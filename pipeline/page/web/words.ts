// Every sentence of the page, in both languages side by side. `{n}` and other names in braces are filled in; `{s:n}` is the
// plural's s.

export type Language = 'fr' | 'en';

export const words = {
  // modes
  doubtful: { fr: 'Douteux', en: 'Doubtful' },
  entities: { fr: 'Entités', en: 'Entities' },
  recall: { fr: 'Oublis', en: 'Missed' },
  audit: { fr: 'Contrôle', en: 'Audit' },
  read: { fr: 'Lecture', en: 'Read' },
  doubtfulHint: {
    fr: 'Mentions à vérifier, les plus douteuses d’abord',
    en: 'Mentions to check, the most doubtful first',
  },
  entitiesHint: { fr: 'Noms qui désignent peut-être la même entité', en: 'Names that may be the same entity' },
  recallHint: {
    fr: 'Ce qui n’a pas été extrait, et aurait peut-être dû l’être',
    en: 'What was not extracted and perhaps should have been',
  },
  auditHint: {
    fr: 'Tirage au hasard parmi ce qui a été accepté automatiquement',
    en: 'A random draw from what was accepted automatically',
  },
  readHint: {
    fr: 'Un document de haut en bas, jusqu’à « rien d’autre ici »',
    en: 'A document from top to bottom, up to “nothing else here”',
  },
  modes: { fr: 'Modes', en: 'Modes' },

  // types
  person: { fr: 'personne', en: 'person' },
  organisation: { fr: 'organisation', en: 'organisation' },
  place: { fr: 'lieu', en: 'place' },
  country: { fr: 'pays', en: 'country' },
  other: { fr: 'autre nom', en: 'other name' },
  figure: { fr: 'chiffre', en: 'figure' },
  date: { fr: 'date', en: 'date' },
  untyped: { fr: 'à typer', en: 'no type yet' },
  allTypes: { fr: 'tous', en: 'all' },

  // states
  auto: { fr: 'accepté automatiquement', en: 'accepted automatically' },
  pending: { fr: 'à vérifier', en: 'to check' },
  accepted: { fr: 'accepté', en: 'accepted' },
  corrected: { fr: 'corrigé', en: 'corrected' },
  added: { fr: 'ajouté', en: 'added' },
  rejected: { fr: 'rejeté', en: 'rejected' },
  lead: { fr: 'non extrait', en: 'not extracted' },
  dismissed: { fr: 'rien à ajouter', en: 'nothing to add' },
  unsureState: { fr: 'sans certitude', en: 'not sure' },

  // actions
  accept: { fr: 'Accepter', en: 'Accept' },
  add: { fr: 'Ajouter', en: 'Add' },
  reject: { fr: 'Rejeter', en: 'Reject' },
  dismiss: { fr: 'Rien ici', en: 'Nothing here' },
  correct: { fr: 'Corriger', en: 'Correct' },
  unsure: { fr: 'Pas sûr', en: 'Not sure' },
  everywhere: { fr: 'Partout', en: 'Everywhere' },
  undo: { fr: 'Annuler', en: 'Undo' },
  redo: { fr: 'Rétablir', en: 'Redo' },
  next: { fr: 'Suivant', en: 'Next' },
  previous: { fr: 'Précédent', en: 'Previous' },
  save: { fr: 'Enregistrer', en: 'Save' },
  cancel: { fr: 'Fermer', en: 'Close' },
  actions: { fr: 'Décision', en: 'Decision' },
  goOn: { fr: 'Continuer', en: 'Go on' },
  more: { fr: 'Plus', en: 'More' },

  // what was done, for the live region and the list
  didAccept: { fr: 'Accepté', en: 'Accepted' },
  didReject: { fr: 'Rejeté', en: 'Rejected' },
  didCorrect: { fr: 'Corrigé', en: 'Corrected' },
  didAdd: { fr: 'Ajouté', en: 'Added' },
  didUnsure: { fr: 'Laissé de côté', en: 'Set aside' },
  didMerge: { fr: 'Réunis', en: 'Merged' },
  didDistinct: { fr: 'Distincts', en: 'Kept apart' },
  didSplit: { fr: 'Séparé', en: 'Split' },
  didRename: { fr: 'Renommé', en: 'Renamed' },
  didComplete: { fr: 'Document complet', en: 'Document complete' },
  didUndo: { fr: 'Annulé : {what}', en: 'Taken back: {what}' },
  didRedo: { fr: 'Rétabli : {what}', en: 'Restored: {what}' },
  manyMentions: { fr: '{n} mention{s:n}', en: '{n} mention{s:n}' },
  left: { fr: '{n} en attente', en: '{n} left' },
  saving: { fr: 'Enregistrement…', en: 'Saving…' },

  // card
  score: { fr: 'score', en: 'score' },
  scoreHint: {
    fr: 'Probabilité que l’étendue, le type et les valeurs soient justes',
    en: 'Probability that span, type and values are right',
  },
  byModel: { fr: 'modèle', en: 'model' },
  byRule: { fr: 'règle', en: 'rule' },
  byHuman: { fr: 'une personne', en: 'a person' },
  readsAs: { fr: 'se lit', en: 'reads as' },
  derivation: { fr: 'Lu dans le texte', en: 'Read in the text' },
  insteadOf: { fr: 'A écarté', en: 'Won over' },
  candidatesAre: { fr: 'Peut être', en: 'May be' },
  notesAre: { fr: 'À savoir', en: 'To know' },
  entityIs: { fr: 'Entité', en: 'Entity' },
  inDocuments: {
    fr: '{mentions} mention{s:mentions}, {documents} document{s:documents}',
    en: '{mentions} mention{s:mentions}, {documents} document{s:documents}',
  },
  alikeCount: { fr: '{n} mention{s:n} de même écriture', en: '{n} mention{s:n} of this writing' },
  whole: { fr: 'Lire le document', en: 'Read the document' },
  by: { fr: 'par {by}', en: 'by {by}' },
  decidedAlready: { fr: 'Déjà décidé : {state}', en: 'Already decided: {state}' },
  amongMany: { fr: 'avec {n} autre{s:n}', en: 'with {n} other{s:n}' },
  undecided: { fr: 'pas encore décidé', en: 'not decided yet' },
  was: { fr: 'au départ', en: 'at first' },
  whyLead: { fr: 'Pourquoi le demander', en: 'Why it is asked' },
  leadNearMiss: { fr: 'le modèle a hésité', en: 'the model nearly marked it' },
  leadElsewhere: { fr: 'marqué ailleurs dans les textes', en: 'marked elsewhere' },
  leadDigits: { fr: 'des chiffres sans mention', en: 'digits without a figure' },
  leadCapitals: { fr: 'des majuscules au milieu d’une phrase', en: 'capitals in mid-sentence' },
  chooseType: { fr: 'Choisissez un type : 1 à 7', en: 'Choose a type: 1 to 7' },
  incomplete: { fr: 'Complétez la valeur', en: 'Complete the value' },

  // figures
  exact: { fr: 'exactement', en: 'exactly' },
  approximate: { fr: 'environ', en: 'about' },
  more_than: { fr: 'plus de', en: 'more than' },
  at_least: { fr: 'au moins', en: 'at least' },
  less_than: { fr: 'moins de', en: 'less than' },
  at_most: { fr: 'au plus', en: 'at most' },
  range: { fr: 'de … à …', en: 'from … to …' },
  count: { fr: 'nombre', en: 'count' },
  money: { fr: 'somme', en: 'money' },
  percent: { fr: 'pourcentage', en: 'percentage' },
  duration: { fr: 'durée', en: 'duration' },
  age: { fr: 'âge', en: 'age' },
  measure: { fr: 'mesure', en: 'measure' },
  ratio: { fr: 'proportion', en: 'ratio' },
  roleQualifier: { fr: 'précision', en: 'qualifier' },
  roleNumber: { fr: 'nombre', en: 'number' },
  roleMagnitude: { fr: 'multiple', en: 'magnitude' },
  roleUnit: { fr: 'unité', en: 'unit' },
  roleNoun: { fr: 'ce qui est compté', en: 'what is counted' },

  // units of time, as they are read
  unit_s: { fr: 'seconde{s:n}', en: 'second{s:n}' },
  unit_min: { fr: 'minute{s:n}', en: 'minute{s:n}' },
  unit_h: { fr: 'heure{s:n}', en: 'hour{s:n}' },
  unit_day: { fr: 'jour{s:n}', en: 'day{s:n}' },
  unit_week: { fr: 'semaine{s:n}', en: 'week{s:n}' },
  unit_month: { fr: 'mois', en: 'month{s:n}' },
  unit_year: { fr: 'an{s:n}', en: 'year{s:n}' },

  // editor
  likely: { fr: 'Probable', en: 'Likely' },
  likelyHint: { fr: '↑ ↓ pour parcourir', en: '↑ ↓ to go through' },
  span: { fr: 'Étendue', en: 'Span' },
  spanHint: {
    fr: '← → la fin, Maj ← → le début ; ou sélectionnez dans le texte',
    en: '← → the end, Shift ← → the start; or select in the text',
  },
  startEarlier: { fr: 'Commencer un mot plus tôt', en: 'Start a word earlier' },
  startLater: { fr: 'Commencer un mot plus tard', en: 'Start a word later' },
  endEarlier: { fr: 'Finir un mot plus tôt', en: 'End a word earlier' },
  endLater: { fr: 'Finir un mot plus tard', en: 'End a word later' },
  spanStart: { fr: 'début', en: 'start' },
  spanEnd: { fr: 'fin', en: 'end' },
  type: { fr: 'Type', en: 'Type' },
  name: { fr: 'Nom canonique', en: 'Canonical name' },
  nameHint: { fr: 'la forme la plus complète', en: 'the fullest form' },
  countryOf: { fr: 'Pays du lieu', en: 'Country of the place' },
  countryCode: { fr: 'Pays', en: 'Country' },
  via: { fr: 'Écrit comme', en: 'Written as' },
  viaName: { fr: 'nom', en: 'name' },
  viaDemonym: { fr: 'gentilé', en: 'demonym' },
  viaPeriphrasis: { fr: 'périphrase', en: 'periphrasis' },
  qualifier: { fr: 'Précision', en: 'Qualifier' },
  value: { fr: 'Valeur', en: 'Value' },
  min: { fr: 'De', en: 'From' },
  max: { fr: 'À', en: 'To' },
  unit: { fr: 'Unité', en: 'Unit' },
  unitHint: { fr: 'nom compté, %, EUR, km, year…', en: 'counted noun, %, EUR, km, year…' },
  kind: { fr: 'Genre', en: 'Kind' },
  edtf: { fr: 'Date', en: 'Date' },
  edtfHint: { fr: '2021-12, 2017/2019, 199X, XXXX-03-12', en: '2021-12, 2017/2019, 199X, XXXX-03-12' },
  whyCandidate: { fr: 'candidat', en: 'candidate' },
  whyRival: { fr: 'écarté', en: 'rival' },
  whyRule: { fr: 'lu par une règle', en: 'read by a rule' },
  whyShorter: { fr: 'plus court', en: 'shorter' },
  whyLonger: { fr: 'plus long', en: 'longer' },
  whyType: { fr: 'autre type', en: 'other type' },
  noCountry: { fr: 'aucun', en: 'none' },
  saveEverywhere: { fr: 'Corriger partout…', en: 'Correct everywhere…' },
  faultSpan: {
    fr: 'L’étendue doit être un bout du texte, sans espace au bord.',
    en: 'The span must be a stretch of the text, without a space at its edge.',
  },
  faultSentence: {
    fr: 'L’étendue doit tenir dans une seule phrase.',
    en: 'The span must stay within one sentence.',
  },
  faultCode: { fr: 'Choisissez le pays.', en: 'Choose the country.' },
  faultValue: { fr: 'Donnez une valeur (ou les deux bornes).', en: 'Give a value (or both ends of the range).' },
  faultEdtf: {
    fr: 'Écrivez la date comme 2021-12-24, 2021-12, 2017/2019 ou 199X.',
    en: 'Write the date as 2021-12-24, 2021-12, 2017/2019 or 199X.',
  },

  // everywhere
  everywhereTitle: { fr: 'La même décision partout', en: 'The same everywhere' },
  everywhereCount: {
    fr: '{n} mention{s:n} en attente dans {documents} document{s:documents}',
    en: '{n} mention{s:n} waiting in {documents} document{s:documents}',
  },
  everywhereDecided: {
    fr: '{n} déjà décidées une à une restent telles quelles',
    en: '{n} already decided one by one stay as they are',
  },
  everywhereFirst: {
    fr: 'Les moins sûres d’abord. Décochez les exceptions.',
    en: 'The least certain first. Clear the exceptions.',
  },
  thisWriting: { fr: 'cette écriture', en: 'this writing' },
  thisEntity: { fr: 'toute l’entité', en: 'the whole entity' },
  scope: { fr: 'Portée', en: 'Scope' },
  showAll: { fr: 'Les montrer toutes', en: 'Show all' },
  acceptAll: { fr: 'Tout accepter', en: 'Accept all' },
  rejectAll: { fr: 'Tout rejeter', en: 'Reject all' },
  correctAll: { fr: 'Tout corriger', en: 'Correct all' },
  addAll: { fr: 'Tout ajouter', en: 'Add all' },
  exceptions: { fr: '{n} exception{s:n}', en: '{n} exception{s:n}' },

  // entities
  samePair: { fr: 'Est-ce la même entité ?', en: 'Are these the same?' },
  same: { fr: 'La même', en: 'The same' },
  different: { fr: 'Distinctes', en: 'Different' },
  skip: { fr: 'Passer', en: 'Skip' },
  keepName: { fr: 'Nom à garder', en: 'Name to keep' },
  doubtAlone: { fr: '« {name} » seul peut être les deux', en: '“{name}” alone may be either' },
  doubtSeveral: { fr: '« {name} » abrège plusieurs noms', en: '“{name}” is short for several names' },
  reasonIs: { fr: 'Proposé parce que', en: 'Proposed because' },
  noPairs: { fr: 'Plus de fusion à décider', en: 'No merge left to decide' },
  joinedTitle: { fr: 'Entités qui réunissent plusieurs écritures', en: 'Entities that join several writings' },
  joinedHint: {
    fr: 'Les liens les moins sûrs d’abord. Ouvrez-en une pour séparer, renommer ou réunir.',
    en: 'The weakest ties first. Open one to split, rename or merge it.',
  },
  split: { fr: 'Séparer les mentions cochées', en: 'Split the checked mentions off' },
  discriminator: { fr: 'Ce qui les distingue', en: 'What tells them apart' },
  discriminatorHint: { fr: 'par exemple « le peintre »', en: 'for example “the painter”' },
  rename: { fr: 'Renommer', en: 'Rename' },
  mergeWith: { fr: 'Réunir avec…', en: 'Merge with…' },
  findEntity: { fr: 'Chercher une entité', en: 'Find an entity' },
  back: { fr: 'Retour', en: 'Back' },
  noneFound: { fr: 'Rien trouvé', en: 'Nothing found' },

  // read
  chooseDocument: { fr: 'Document', en: 'Document' },
  selectHint: {
    fr: 'Sélectionnez un passage pour ajouter une mention',
    en: 'Select a stretch of text to add a mention',
  },
  readKeys: {
    fr: 'J / K mention suivante, précédente · N ajouter au clavier · F rien d’autre ici',
    en: 'J / K next, previous mention · N add by keyboard · F nothing else here',
  },
  newMention: { fr: 'Nouvelle mention', en: 'New mention' },
  complete: { fr: 'Complet : rien d’autre ici', en: 'Complete: nothing else here' },
  completeHint: {
    fr: 'Les {n} mentions non décidées seront tenues pour justes.',
    en: 'The {n} undecided mentions will count as right.',
  },
  completeDone: { fr: 'Déclaré complet par {by}', en: 'Declared complete by {by}' },
  nextDocument: { fr: 'Document suivant', en: 'Next document' },
  previousDocument: { fr: 'Document précédent', en: 'Previous document' },
  caretHint: {
    fr: '← → déplacer, Maj ← → étendre, 1 à 7 le type, Échap',
    en: '← → move, Shift ← → extend, 1 to 7 the type, Esc',
  },

  // audit
  conclusions: { fr: 'Ce que le contrôle établit', en: 'What the audit shows' },
  noConclusion: { fr: 'Encore trop peu de décisions pour conclure.', en: 'Too few decisions yet to conclude.' },

  conclusion: {
    fr: '{what} : précision ≥ {precision} à {confidence} de confiance, n = {n}',
    en: '{what}: precision ≥ {precision} at {confidence} confidence, n = {n}',
  },
  conclusionNext: {
    fr: 'encore {more} juste{s:more} pour {step}',
    en: '{more} more right for {step}',
  },
  byTypeAndLanguage: { fr: 'Par type et par langue', en: 'By type and language' },
  everyType: { fr: 'toutes les mentions', en: 'all records' },
  inFrench: { fr: 'français', en: 'French' },
  inEnglish: { fr: 'anglais', en: 'English' },
  inOther: { fr: 'autres langues', en: 'other languages' },
  recent: { fr: 'Dernières décisions', en: 'Last decisions' },

  // end
  emptyTitle: { fr: 'Plus rien à vérifier ici', en: 'Nothing left to check here' },
  emptyFilter: { fr: 'Rien avec ce filtre.', en: 'Nothing under this filter.' },
  emptyNext: {
    fr: 'Lancez make dataset pour écrire les décisions dans le jeu de données.',
    en: 'Run make dataset to write the decisions into the dataset.',
  },
  clearFilter: { fr: 'Enlever le filtre', en: 'Clear the filter' },

  // terminal
  terminalKeys: {
    fr: 'a accepter · x rejeter · c corriger · s pas sûr · z annuler · R rétablir · q quitter',
    en: 'a accept · x reject · c correct · s not sure · z undo · R redo · q quit',
  },
  terminalCorrect: {
    fr: 'clé=valeur change (text=…, type=…, value=…, unit=…, code=…, name=…, edtf=…), ligne vide enregistre, point abandonne',
    en: 'key=value changes (text=…, type=…, value=…, unit=…, code=…, name=…, edtf=…), an empty line saves, a full stop leaves',
  },
  terminalUnknown: { fr: 'Pas compris : {line}', en: 'Not understood: {line}' },

  // around
  documents: { fr: 'Tous les documents', en: 'All documents' },
  progress: { fr: '{done} sur {total}', en: '{done} of {total}' },
  history: { fr: 'Décisions', en: 'Decisions' },
  historyEmpty: { fr: 'Aucune décision encore.', en: 'No decision yet.' },
  older: { fr: 'Plus anciennes', en: 'Older' },
  takenBack: { fr: 'annulé', en: 'taken back' },
  decidingAs: { fr: 'Décisions au nom de', en: 'Deciding as' },
  help: { fr: 'Aide', en: 'Help' },
  helpTitle: { fr: 'Touches', en: 'Keys' },
  helpMarks: { fr: 'Couleurs', en: 'Colours' },
  shortcuts: { fr: 'Touches d’une lettre actives', en: 'Single-letter keys are on' },
  language: { fr: 'English', en: 'Français' },
  offline: {
    fr: 'Le serveur ne répond plus : rien n’est perdu, cette décision n’est pas enregistrée. Relancez make review, puis réessayez.',
    en: 'The server does not answer: nothing is lost, this decision is not saved. Start make review again and retry.',
  },
  unsaved: { fr: 'La décision n’a pas pu être écrite : {message}', en: 'The decision could not be written: {message}' },
  refused: { fr: 'Refusé : {message}', en: 'Refused: {message}' },
  denied: {
    fr: 'Cette page a perdu son jeton : ouvrez de nouveau l’adresse entière que make review a affichée.',
    en: 'This page has lost its token: open the whole address that make review printed again.',
  },
  nothingToUndo: { fr: 'Rien à annuler', en: 'Nothing to undo' },
  elsewhere: { fr: 'Décidé dans une autre fenêtre', en: 'Decided in another window' },
  problem_failed: { fr: '{n} document{s:n} illisible{s:n}', en: '{n} document{s:n} could not be read' },
  problem_changed: {
    fr: '{n} document{s:n} à relire : texte changé depuis le dernier make dataset',
    en: '{n} document{s:n} changed since the last make dataset',
  },
  problem_missing: { fr: '{n} document{s:n} absent{s:n} de INPUT', en: '{n} document{s:n} no longer in INPUT' },
  skipLink: { fr: 'Aller à la mention', en: 'Skip to the mention' },
  languageFilter: { fr: 'Langue du texte', en: 'Language of the text' },
  filters: { fr: 'Filtres', en: 'Filters' },
  loading: { fr: 'Un instant…', en: 'One moment…' },
  helpAccept: { fr: 'Accepter et passer à la suite', en: 'Accept and go on' },
  helpReject: { fr: 'Rejeter : ce n’est pas une mention', en: 'Reject: no mention' },
  helpCorrect: { fr: 'Corriger', en: 'Correct' },
  helpTypes: { fr: 'Corriger le type d’une seule touche', en: 'Correct the type with one key' },
  helpUnsure: { fr: 'Pas sûr : redemandé à la fin', en: 'Not sure: asked again at the end' },
  helpEverywhere: { fr: 'La même décision partout', en: 'The same decision everywhere' },
  helpUndo: { fr: 'Annuler, autant de fois qu’on veut', en: 'Undo, as often as you like' },
  helpRedo: { fr: 'Rétablir', en: 'Redo' },
  helpArrows: { fr: 'Suivant, précédent, sans décider', en: 'Next, previous, without deciding' },
  helpDocument: { fr: 'Lire le document autour', en: 'Read the document around it' },
  helpHistory: { fr: 'Ce qui a été décidé, et par qui', en: 'What was decided, and by whom' },
  helpHelp: { fr: 'Cette aide', en: 'This help' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type WordKey = keyof typeof words;

let current: Language = 'en';

export function setLanguage(language: Language): void {
  current = language;
}

export function getLanguage(): Language {
  return current;
}

/**
 * A sentence in the language of the page.
 * @example say('left', { n: 12 }) // '12 left'
 */
export function say(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return words[key][current].replace(/\{(s:)?(\w+)\}/gu, (whole, isPlural: string | undefined, name: string) => {
    const value = values[name];
    if (isPlural !== undefined) return isSingular(Number(value)) ? '' : 's';
    return value === undefined ? whole : typeof value === 'number' ? formatNumber(value) : value;
  });
}

/** In French what is under two is singular, in English one alone. */
function isSingular(count: number): boolean {
  return current === 'fr' ? Math.abs(count) < 2 : count === 1;
}

/** A sentence by a key made of data, such as a type; the data itself where there is none. */
export function sayAny(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return isWord(key) ? say(key, values) : key;
}

function isWord(key: string): key is WordKey {
  return Object.hasOwn(words, key);
}

/** @example formatNumber(50000) // '50,000', in French '50 000' */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(current === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 12 }).format(value);
}
