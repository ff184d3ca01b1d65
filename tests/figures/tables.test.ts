// Tables of figures: phenomenon, sentence, what it must give. Each row is written `surface = value | unit`, values as in the
// annotation guideline (> more than, >= at least, < less than, <= at most, ~ about, a..b range). Surfaces may not be asked:
// a row that starts with `=` leaves the span open.
import { describe, expect, it } from 'vitest';
import type { FigureMention, Language } from '../../pipeline/document.ts';
import { extractDates } from '../../pipeline/dates/index.ts';
import { extractFigures } from '../../pipeline/figures/index.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

const marks = { exact: '', approximate: '~', more_than: '>', at_least: '>=', less_than: '<', at_most: '<=', range: '' };

function show(figure: FigureMention): string {
  const value =
    figure.qualifier === 'range' ? `${figure.min}..${figure.max}` : `${marks[figure.qualifier]}${figure.value}`;
  return `${figure.text} = ${figure.approximate === true ? '~' : ''}${value} | ${figure.unit ?? ''}`;
}

function figuresOf(text: string, lang: Language): FigureMention[] {
  const document = extractFigures(extractDates(documentOf(text, { lang })));
  expectExactOffsets(document);
  return document.mentions.filter((mention) => mention.type === 'figure');
}

type Row = readonly [phenomenon: string, lang: Language, text: string, expected: readonly string[]];

const numerals: readonly Row[] = [
  ['groups by space', 'fr', 'La ville compte 50 000 habitants.', ['50 000 = 50000 | habitants']],
  ['groups by no-break space', 'fr', 'Il reste 1 250 dossiers.', ['1 250 = 1250 | dossiers']],
  ['groups by narrow no-break space', 'fr', 'Il reste 12 480 tonnes.', ['12 480 tonnes = 12480 | t']],
  ['groups by point', 'fr', 'On y a compté 12.000 pèlerins.', ['12.000 = 12000 | pèlerins']],
  ['groups by apostrophe', 'fr', 'Le canton a expédié 12’400 montres.', ['12’400 = 12400 | montres']],
  ['groups by comma', 'en', 'The port moved 1,240,500 boxes.', ['1,240,500 = 1240500 | boxes']],
  ['groups in India', 'en', 'The state has 12,34,567 voters.', ['12,34,567 = 1234567 | voters']],
  ['English groups inside French', 'fr', 'La mine annonce 2,030 licenciements.', ['2,030 = 2030 | licenciements']],
  ['decimals after comma', 'fr', 'Le sac pèse 2,5 kg.', ['2,5 kg = 2.5 | kg']],
  ['decimals after point', 'en', 'Sterling bought $1.298 on Monday.', ['$1.298 = 1.298 | USD']],
  ['three decimals before a unit', 'fr', 'Le col est à 1,250 km.', ['1,250 km = 1.25 | km']],
  ['words with hyphens', 'fr', 'Quatre-vingt-dix-sept brebis paissent.', ['Quatre-vingt-dix-sept = 97 | brebis']],
  [
    'words of Belgium and Switzerland',
    'fr',
    'Septante-deux élus et nonante suppléants siègent.',
    ['Septante-deux = 72 | élus', 'nonante = 90 | suppléants'],
  ],
  ['huitante', 'fr', 'Huitante vaches sont montées.', ['Huitante = 80 | vaches']],
  ['mille and cents', 'fr', 'Deux mille trois cents coureurs partent.', ['Deux mille trois cents = 2300 | coureurs']],
  ['English words', 'en', 'One hundred and four members voted.', ['One hundred and four = 104 | members']],
  ['a hundred', 'en', 'A hundred boats sailed.', ['A hundred = 100 | boats']],
  ['million in digits', 'fr', 'Il a coûté 1,2 milliard d’euros.', ['1,2 milliard d’euros = 1200000000 | EUR']],
  ['million in words', 'fr', 'Deux millions d’abonnés regardent.', ['Deux millions = 2000000 | abonnés']],
  [
    'signs of magnitude',
    'fr',
    'Un budget de 35 M€ et une dette de 4,2 Mds€.',
    ['35 M€ = 35000000 | EUR', '4,2 Mds€ = 4200000000 | EUR'],
  ],
  [
    'signs of magnitude',
    'en',
    'It raised $2.4m and owes €1.5bn.',
    ['$2.4m = 2400000 | USD', '€1.5bn = 1500000000 | EUR'],
  ],
  [
    'crore and lakh',
    'en',
    'Delhi paid Rs 41 crore and ₹8.4 lakh.',
    ['Rs 41 crore = 410000000 | INR', '₹8.4 lakh = 840000 | INR'],
  ],
  ['metres are no millions', 'en', 'The tower is 40m tall.', ['40m = 40 | m']],
  ['millions of people', 'en', 'It has 2.7m subscribers.', ['2.7m = 2700000 | subscribers']],
  ['and a half', 'fr', 'Il purge deux ans et demi de prison.', ['deux ans et demi = 2.5 | year']],
  ['and a half', 'en', 'They waited four and a half hours.', ['four and a half hours = 4.5 | h']],
  ['half a million', 'en', 'Half a million voters stayed away.', ['Half a million = 500000 | voters']],
  ['a negative number', 'fr', 'Il faisait -27 °C à Inari.', ['-27 °C = -27 | °C']],
  ['a plus sign says nothing', 'en', 'Shares were up +4.1% at noon.', ['4.1% = 4.1 | %']],
];

const qualifiers: readonly Row[] = [
  ['more than', 'fr', 'Plus de 220 journalistes sont visés.', ['Plus de 220 = >220 | journalistes']],
  ['a little more than', 'fr', 'Un peu plus de 1 500 enfants y vont.', ['Un peu plus de 1 500 = >1500 | enfants']],
  ['at least', 'fr', 'Au moins 180 tombes ont été ouvertes.', ['Au moins 180 = >=180 | tombes']],
  ['no less than', 'fr', 'Pas moins de douze drones ont volé.', ['Pas moins de douze = >=12 | drones']],
  ['less than', 'fr', 'Il reste moins de 37 lits.', ['moins de 37 = <37 | lits']],
  ['up to', 'fr', 'Il encourt jusqu’à dix ans de prison.', ['jusqu’à dix ans = <=10 | year']],
  [
    'about',
    'fr',
    'Quelque 3 000 foyers et environ 40 écoles.',
    ['Quelque 3 000 = ~3000 | foyers', 'environ 40 = ~40 | écoles'],
  ],
  ['nearly', 'fr', 'Près d’un tiers des lianes meurent.', ['Près d’un tiers = ~0.3333 | lianes']],
  ['about, after', 'fr', 'Le ticket vaut 45 € environ.', ['45 € environ = ~45 | EUR']],
  ['more than', 'en', 'More than 80 cows drowned.', ['More than 80 = >80 | cows']],
  ['no fewer than', 'en', 'No fewer than six mayors resigned.', ['No fewer than six = >=6 | mayors']],
  ['just under', 'en', 'Just under 200 pupils came.', ['Just under 200 = <200 | pupils']],
  [
    'up to and as many as',
    'en',
    'Up to 30 crews and as many as 40 tents.',
    ['Up to 30 = <=30 | crews', 'as many as 40 = <=40 | tents'],
  ],
  [
    'some, nearly',
    'en',
    'Some 300 nurses and nearly 60 doctors left.',
    ['Some 300 = ~300 | nurses', 'nearly 60 = ~60 | doctors'],
  ],
  [
    'or so, or more',
    'en',
    'Fifty or so guests paid £20 or more.',
    ['Fifty or so = ~50 | guests', '£20 or more = >=20 | GBP'],
  ],
  ['-odd', 'en', 'Seventy-odd lawyers waited.', ['Seventy-odd = ~70 | lawyers']],
  ['only says nothing', 'en', 'Only three goats survived.', ['three = 3 | goats']],
  ['only says nothing', 'fr', 'Seulement trois chèvres ont survécu.', ['trois = 3 | chèvres']],
  [
    'the qualifier belongs to the first',
    'en',
    'Fines of up to £17.5m or 4% of turnover.',
    ['up to £17.5m = <=17500000 | GBP', '4% = 4 | %'],
  ],
];

const collectives: readonly Row[] = [
  ['dizaine', 'fr', 'Une dizaine de maires ont signé.', ['Une dizaine de = ~10 | maires']],
  ['elided de', 'fr', 'Une vingtaine d’élus ont signé.', ['Une vingtaine d’ = ~20 | élus']],
  ['dizaine with unit', 'fr', 'Une trentaine de kilomètres les séparent.', ['Une trentaine de kilomètres = ~30 | km']],
  [
    'vingtaine de milliers',
    'fr',
    'Une vingtaine de milliers de francs suisses ont disparu.',
    ['Une vingtaine de milliers de francs suisses = ~20000 | CHF'],
  ],
  ['more than a hundred', 'fr', 'Plus d’une centaine de bogues restent.', ['Plus d’une centaine de = >100 | bogues']],
  ['dozen', 'en', 'A dozen firms and two dozen banks closed.', ['A dozen = ~12 | firms', 'two dozen = ~24 | banks']],
  ['dozens alone are no number', 'en', 'Dozens of firms closed.', []],
  ['dizaines alone are no number', 'fr', 'Des dizaines de milliers de gens ont fui.', []],
];

const fractions: readonly Row[] = [
  ['half', 'fr', 'La moitié des soignants sont partis.', ['La moitié = 0.5 | soignants']],
  ['two thirds', 'fr', 'Deux tiers des barrages sont vides.', ['Deux tiers = 0.6667 | barrages']],
  ['near the quarter', 'fr', 'Près du quart de la route est bitumé.', ['Près du quart = ~0.25 | route']],
  ['quarter-finals are none', 'fr', 'Ils joueront les quarts de finale.', []],
  ['an ordinal is none', 'fr', 'Un dixième panneau est apparu.', []],
  ['the third world is none', 'fr', 'La dette du tiers-monde augmente.', []],
  ['one patient in twenty', 'fr', 'Un patient sur vingt en meurt.', ['Un patient sur vingt = 0.05 | patient']],
  ['four in ten', 'fr', 'Quatre adultes sur dix lisent peu.', ['Quatre adultes sur dix = 0.4 | adultes']],
  ['two counts', 'fr', '64 associés sur 91 ont voté.', ['64 = 64 | associés', '91 = 91 | associés']],
  ['half', 'en', 'Half of the seats were empty.', ['Half = 0.5 | seats']],
  ['three-quarters', 'en', 'Nearly three-quarters of villages flooded.', ['Nearly three-quarters = ~0.75 | villages']],
  ['an ordinal is none', 'en', 'He scored a third goal in the second half.', []],
  ['one in five', 'en', 'One in five children works.', ['One in five = 0.2 | children']],
  ['half an hour', 'en', 'For half an hour nobody spoke.', ['half an hour = 0.5 | h']],
];

const ranges: readonly Row[] = [
  ['entre … et', 'fr', 'Entre 12 et 18 intérimaires partiront.', ['Entre 12 et 18 = 12..18 | intérimaires']],
  ['de … à', 'fr', 'Il faut de 10 à 20 minutes.', ['de 10 à 20 minutes = 10..20 | min']],
  ['governed de stays out', 'fr', 'Des élèves âgés de 10 à 20 ans.', ['10 à 20 ans = 10..20 | year']],
  [
    'shared magnitude',
    'fr',
    'On prévoit 155 à 185 milliards d’euros.',
    ['155 à 185 milliards d’euros = 155000000000..185000000000 | EUR'],
  ],
  [
    'shared hundred',
    'fr',
    'Il y avait entre six et sept cents moutons.',
    ['entre six et sept cents = 600..700 | moutons'],
  ],
  ['deux ou trois', 'fr', 'Deux ou trois témoins parlent.', ['Deux ou trois = 2..3 | témoins']],
  ['about the range', 'fr', 'Comptez environ 10 à 20 jours.', ['environ 10 à 20 jours = ~10..20 | day']],
  ['with a dash', 'en', 'Each box weighs 250-300 kg.', ['250-300 kg = 250..300 | kg']],
  ['between and', 'en', 'Between four and eight inches of snow fell.', ['Between four and eight inches = 4..8 | in']],
  ['money on both ends', 'en', 'It expects $5m to $7m.', ['$5m to $7m = 5000000..7000000 | USD']],
  [
    'a change is two figures',
    'fr',
    'La flotte est passée de 52 à 200 appareils.',
    ['52 = 52 | appareils', '200 = 200 | appareils'],
  ],
  ['a change is two figures', 'en', 'Tax rose from 15 to 20 per cent.', ['15 = 15 | %', '20 per cent = 20 | %']],
  ['a score is none', 'fr', 'Ils ont gagné 3-1 samedi.', []],
  ['digits that go on in letters are a name', 'fr', 'Il a quitté 9mobile en mars.', []],
  ['digits that go on in letters are a name', 'en', 'She left 9mobile and joined 1xBet.', []],
  ['a score is none', 'en', 'They lost 2-0 at home.', []],
];

const units: readonly Row[] = [
  ['percent', 'fr', 'Près de 30 pour cent et 4,5 % ont voté.', ['Près de 30 pour cent = ~30 | %', '4,5 % = 4.5 | %']],
  ['points are counted', 'fr', 'Elle a perdu deux points.', ['deux = 2 | points']],
  ['money after', 'fr', 'Un prêt de 15 000 francs CFA à Dakar.', ['15 000 francs CFA = 15000 | XOF']],
  ['money before', 'en', 'CHF 71m was spent in Bern.', ['CHF 71m = 71000000 | CHF']],
  ['cents', 'en', 'The tax is 6.2p a litre.', ['6.2p = 0.062 | GBP']],
  ['hundredths after the unit', 'fr', 'Le pain coûte 2 euros 50.', ['2 euros 50 = 2.5 | EUR']],
  ['duration', 'fr', 'Il a attendu trois mois.', ['trois mois = 3 | month']],
  ['decades are years', 'en', 'It took two decades.', ['two decades = 20 | year']],
  ['hours and minutes', 'fr', 'Le trajet dure 1 h 10.', ['1 h 10 = 70 | min']],
  ['years and months', 'en', 'He got four years and eight months.', ['four years and eight months = 56 | month']],
  ['feet and inches', 'en', 'She is 5ft 4in tall.', ['5ft 4in = 64 | in']],
  ['an hour and ten', 'en', 'It lasted an hour and ten minutes.', ['an hour and ten minutes = 70 | min']],
  ['a race time', 'en', 'Tuwei won in 1:01:48.', ['1:01:48 = 3708 | s']],
  ['age in a hyphened word', 'en', 'A 43-year-old was held.', ['43-year-old = 43 | year']],
  ['age after a name', 'en', 'Lusine Hakobyan, 41, sells bread.', ['41 = 41 | year']],
  ['age', 'fr', 'Âgée de 57 ans, elle enseigne.', ['57 ans = 57 | year']],
  ['hyphened measure', 'en', 'A 33-metre mast fell.', ['33-metre = 33 | m']],
  ['hyphened count', 'en', 'A 19-page ruling followed.', ['19-page = 19 | page']],
  [
    'compound signs',
    'fr',
    'Des rafales à 171 km/h sur 1 266 km².',
    ['171 km/h = 171 | km/h', '1 266 km² = 1266 | km2'],
  ],
];

const nouns: readonly Row[] = [
  ['complement', 'fr', 'Les 40 976 bureaux de vote ferment.', ['40 976 = 40976 | bureaux de vote']],
  [
    'complement with an article',
    'fr',
    'On vise 85 militants des droits humains.',
    ['85 = 85 | militants des droits humains'],
  ],
  ['complement in a capital', 'fr', 'Quatorze chefs d’État sont visés.', ['Quatorze = 14 | chefs d’État']],
  ['compound', 'fr', 'Dix premiers ministres sont visés.', ['Dix = 10 | premiers ministres']],
  ['autres is skipped', 'fr', 'Deux autres albums suivront.', ['Deux = 2 | albums']],
  ['head last', 'en', 'Five maritime helicopters landed.', ['Five = 5 | maritime helicopters']],
  ['of', 'en', 'Nine members of parliament fell ill.', ['Nine = 9 | members of parliament']],
  ['partitive', 'en', 'Seven of its directors resigned.', ['Seven = 7 | directors']],
  [
    'against',
    'fr',
    'On a ouvert 312 dossiers cette année, contre 287.',
    ['312 = 312 | dossiers', '287 = 287 | dossiers'],
  ],
  ['dont', 'fr', 'Il a reçu 31 blessés, dont quatre évacués.', ['31 = 31 | blessés', 'quatre = 4 | blessés']],
  ['up from', 'en', 'It logged 53 cases, up from 37.', ['53 = 53 | cases', '37 = 37 | cases']],
  ['nothing to recover', 'fr', 'Sa dette fut réduite à 37, contre 102 auparavant.', ['37 = 37 | ', '102 = 102 | ']],
  ['a verb is no noun', 'fr', 'Des 29 usines, huit fonctionnent encore.', ['29 = 29 | usines', 'huit = 8 | usines']],
];

const ones: readonly Row[] = [
  [
    'in contrast',
    'fr',
    'Elle a eu dix ministres, trois présidents et un roi.',
    ['dix = 10 | ministres', 'trois = 3 | présidents', 'un = 1 | roi'],
  ],
  ['an article', 'fr', 'Un homme a vu une femme.', []],
  ['in contrast', 'en', 'Nine women, one kettle.', ['Nine = 9 | women', 'one = 1 | kettle']],
  ['a pronoun', 'en', 'The tall one hums, one of them said.', []],
  ['qualified', 'fr', 'Faites bouillir au moins une minute.', ['au moins une minute = >=1 | min']],
  ['qualified', 'en', 'It takes less than a minute.', ['less than a minute = <1 | min']],
];

const outside: readonly Row[] = [
  ['dates and years', 'fr', 'Le 24 février 2022, et en 2019.', []],
  ['clock times', 'fr', 'Le vote s’est clos à 18 h 30, après 17 heures.', []],
  ['clock times', 'en', 'It opens at 6:30 a.m. and closes at five.', []],
  ['ordinals', 'fr', 'La 14e journée et le 1er prix.', []],
  ['ordinals', 'en', 'The 2nd battalion and the twenty-first man.', []],
  ['labels', 'fr', 'L’article 12 et la page 4 du dossier n° 31.', []],
  ['labels', 'en', 'Section 12 and Room 101 on page 4.', []],
  ['codes', 'fr', 'Le F-35 et la 5G, l’A320.', []],
  ['phone numbers', 'fr', 'Appelez le 01 42 00 00 00.', []],
  ['phone numbers', 'en', 'Call 1800 333 000 or +44 20 5550 0143.', []],
  ['les deux points back', 'fr', 'Les deux ont gagné.', []],
  ['the two points back', 'en', 'The two were released.', []],
  ['les deux with a noun', 'fr', 'Les deux filles ont gagné.', ['deux = 2 | filles']],
  ['odds', 'en', 'Odds of 3:1 were offered.', []],
  ['list numbers', 'en', '3. Names of the crew', []],
  ['postcodes', 'fr', 'Rue des Rochers, 63300 Thiers', []],
  ['a lone number on a line', 'en', '12', []],
  ['an adjective', 'fr', 'Le ballon est neuf.', []],
];

/** Sentences in the manner of financial, scientific, sport, health and local news: value and unit, the span left open. */
const news: readonly Row[] = [
  // the noun stands away from its number
  ['the number of', 'en', 'The number of deaths rose from 12 to 19.', ['= 12 | deaths', '= 19 | deaths']],
  ['le nombre de', 'fr', 'Le nombre de morts est passé de 12 à 19.', ['= 12 | morts', '= 19 | morts']],
  ['le nombre de, after', 'fr', 'On évalue à 300 000 le nombre d’électeurs.', ['= 300000 | électeurs']],
  ['le nombre de, after a colon', 'fr', '58 : le nombre de cadavres retrouvés.', ['= 58 | cadavres']],
  ['the subject of a change', 'en', 'Arrests fell from 312 to 287.', ['= 312 | Arrests', '= 287 | Arrests']],
  [
    'the subject of a change',
    'fr',
    'Les arrestations sont passées de 312 à 287.',
    ['= 312 | arrestations', '= 287 | arrestations'],
  ],
  ['the subject of a change, a fraction', 'en', 'Visitors rose by a third.', ['= 0.3333 | Visitors']],
  ['what a verb numbers', 'en', 'The union’s members number 12,000.', ['= 12000 | members']],
  ['of them', 'en', 'Cabin crew, about 900 of them, walked out.', ['= ~900 | crew']],
  ['of which', 'en', 'Trucks, of which 120 carried flour, waited.', ['= 120 | Trucks']],
  ['dont', 'fr', 'Les chalutiers, dont quarante battent pavillon étranger, sont au large.', ['= 40 | chalutiers']],
  ['apposed', 'fr', 'Les cartons, quatorze mille, sont rangés.', ['= 14000 | cartons']],
  ['apposed', 'en', 'The sopranos, seven strong, did not sing.', ['= 7 | sopranos']],
  ['label', 'en', 'Staff: 190.', ['= 190 | Staff']],
  ['label', 'en', 'Deaths: 12.', ['= 12 | Deaths']],
  ['label', 'fr', 'Nombre d’offres reçues : 5.', ['= 5 | offres']],
  [
    'the whole before the place',
    'en',
    'The court held 49 men in eight countries, 25 of them in camps.',
    ['= 49 | men', '= 8 | countries', '= 25 | men'],
  ],
  ['no noun from another place', 'en', 'The firm employs 4,300 across 12 states.', ['= 4300 | ', '= 12 | states']],
  // the noun phrase
  ['joined adjectives', 'en', 'Police arrested 18 land and water activists.', ['= 18 | land and water activists']],
  ['two plurals', 'en', 'The hospital recorded 51 measles cases.', ['= 51 | measles cases']],
  ['a plural and a verb', 'en', 'A brochure of 38 pages calls it secret.', ['= 38 | pages']],
  ['a state before the noun', 'en', 'Rangers found 2,000 dead fish.', ['= 2000 | dead fish']],
  ['codes', 'en', 'Norway sent four F-16s and two B-2 bombers.', ['= 4 | F-16s', '= 2 | B-2 bombers']],
  ['a number in the noun', 'en', 'It sold 1.2 million twenty-foot containers.', ['= 1200000 | twenty-foot containers']],
  ['an owner', 'en', 'A third of the panel’s six letters went unanswered.', ['= 0.3333 | letters', '= 6 | letters']],
  ['a singular with its verb', 'en', 'Two-thirds of soya comes from Brazil.', ['= 0.6667 | soya']],
  ['singular below two', 'fr', 'L’inflation perd 0,3 point, à 2,1 %.', ['= 0.3 | point', '= 2.1 | %']],
  ['nouns after dont', 'fr', 'Trois morts, dont deux journalistes.', ['= 3 | morts', '= 2 | journalistes']],
  ['adjectives after dont', 'fr', 'L’hôpital a vu 112 cas, dont deux mortels.', ['= 112 | cas', '= 2 | cas']],
  ['demonyms after dont', 'fr', 'Trois passeports, dont deux tunisiens.', ['= 3 | passeports', '= 2 | passeports']],
  ['votes', 'fr', 'Votés par 14 oui, 7 non et 2 abstentions.', ['= 14 | oui', '= 7 | non', '= 2 | abstentions']],
  // money
  ['by how much and to what', 'en', 'The contract fell £41 to £5,282.', ['= 41 | GBP', '= 5282 | GBP']],
  ['pence', 'en', 'Shares rose 12p to 340p.', ['= 0.12 | GBP', '= 3.4 | GBP']],
  ['a least price', 'en', 'Tickets start from £50.', ['= >=50 | GBP']],
  ['one sign for two', 'en', 'The fund raised $5-7 million.', ['= 5000000..7000000 | USD']],
  ['no currency named', 'fr', 'Il a payé 50 millions de pénalités.', ['= 50000000 | EUR']],
  ['no currency, no money', 'fr', 'La région compte 3 millions d’habitants.', ['= 3000000 | habitants']],
  ['a loose minus', 'fr', 'Solde : − 1,3 milliard d’euros.', ['= -1300000000 | EUR']],
  // time, ages, measures
  ['a quarter of an hour', 'en', 'The meeting lasted a quarter of an hour.', ['= 15 | min']],
  ['a minute or two', 'en', 'He waited a minute or two.', ['= 1..2 | min']],
  ['une minute ou deux', 'fr', 'Il a attendu une minute ou deux.', ['= 1..2 | min']],
  ['hours and seconds', 'en', 'He won in 3 h 02 min 11 s.', ['= 10931 | s']],
  ['hundredths after seconds', 'fr', 'Elle a mis 2 min 16 s 22.', ['= 136.22 | s']],
  ['hundredths alone', 'fr', 'Elle gagne de neuf centièmes.', ['= 0.09 | s']],
  ['an age after at', 'en', 'She joined the choir at 16.', ['= 16 | year']],
  ['a level after at', 'en', 'The index closed at 105.', ['= 105 | ']],
  ['an age after of', 'en', 'They lost to a goalkeeper of 51.', ['= 51 | year']],
  ['an age after is', 'en', 'My grandmother is 101.', ['= 101 | year']],
  ['two ages', 'en', 'Her sons, 9 and 12, watched.', ['= 9 | year', '= 12 | year']],
  ['ages in a range', 'en', 'It was given to 4,500 children aged 5 to 11.', ['= 4500 | children', '= 5..11 | year']],
  ['months before old', 'en', 'She carries a seven-month-old.', ['= 7 | month']],
  ['degrees', 'en', 'It was 14C in Siena and minus 31C in Winnipeg.', ['= 14 | °C', '= -31 | °C']],
  ['a fraction of a million', 'en', 'Three quarters of a million birds died.', ['= 750000 | birds']],
  // no figures
  ['an emergency number', 'en', 'Call 911 now.', []],
  ['a line-up', 'fr', 'Dragons : 1 Tony Gigot ; 2 Damien Cardace ; 3 Vincent Duport.', []],
  ['an address', 'en', 'He lives at 51 Grey Street.', []],
  ['hours', 'en', 'It shuts at half past eight and he is back by nine.', []],
  ['heures', 'fr', 'La séance de 14 heures suit le train de 5 h 12.', []],
  ['heures', 'fr', 'Rendez-vous lundi, 17 heures ; ouvert de 14 heures à 18 heures.', []],
  ['idioms', 'fr', 'Il monte quatre à quatre et ferme entre midi et deux.', []],
  ['labels in words', 'en', 'Question two was easy.', []],
  ['an apposition', 'fr', 'Les ours ont tué treize personnes, un record.', ['= 13 | personnes']],
];

describe.each([
  ['numerals', numerals],
  ['qualifiers', qualifiers],
  ['collectives', collectives],
  ['fractions and ratios', fractions],
  ['ranges', ranges],
  ['units', units],
  ['counted nouns', nouns],
  ['ones', ones],
  ['what is no figure', outside],
  ['news', news],
] as const)('figures: %s', (_name, rows) => {
  it.each(rows)('reads %s (%s): %s', (_phenomenon, lang, text, expected) => {
    const isOpen = expected.some((row) => row.startsWith('='));
    const shown = figuresOf(text, lang).map(show);
    expect(isOpen ? shown.map((row) => row.slice(row.indexOf('= '))) : shown).toEqual(expected);
  });
});
