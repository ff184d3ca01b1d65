// Country mentions: what is one, which country it is, and what is none, French and English side by side.
import { describe, expect, test } from 'vitest';
import { extractCountries } from '../../pipeline/countries/index.ts';
import type { ModelLabel } from '../../pipeline/document.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

type Marks = readonly (readonly [ModelLabel, string])[];

function codesOf(text: string, lang: 'fr' | 'en', marks: Marks = []): string[] {
  const document = extractCountries(documentOf(text, { lang, marks }));
  expectExactOffsets(document);
  return document.mentions.flatMap((mention) =>
    mention.type === 'country'
      ? [`${mention.text}=${mention.code ?? mention.candidates?.map(({ value }) => value).join('|')}`]
      : [],
  );
}

describe('names', () => {
  test.each<[string, 'fr' | 'en', string, string[]]>([
    ['a name', 'fr', 'Le Maroc et la Suède signent.', ['Maroc=MA', 'Suède=SE']],
    ['a name', 'en', 'Morocco and Sweden signed.', ['Morocco=MA', 'Sweden=SE']],
    ['missing accents', 'fr', 'Les Etats-Unis et l’Egypte.', ['Etats-Unis=US', 'Egypte=EG']],
    ['capitals of a heading', 'fr', 'LES ÉMIRATS ARABES UNIS ET LE PEROU', ['ÉMIRATS ARABES UNIS=AE', 'PEROU=PE']],
    ['a missing hyphen', 'fr', 'Les États Unis et la Nouvelle Zélande.', ['États Unis=US', 'Nouvelle Zélande=NZ']],
    ['abbreviations', 'fr', 'La RDC, les EAU et les USA.', ['RDC=CD', 'USA=US']],
    ['abbreviations with dots', 'en', 'The U.S. and the U.K. agreed with the UAE.', ['U.S.=US', 'U.K.=GB', 'UAE=AE']],
    ['abbreviations with dots', 'fr', 'Les É.-U. et les E.U. négocient.', ['É.-U.=US', 'E.U.=US']],
    ['the Union, no country', 'en', 'The E.U. and the U.S. signed, E.-U. or not.', ['U.S.=US']],
    ['the pronoun', 'en', 'They told us to wait.', []],
    [
      'the longest name',
      'fr',
      'La Guinée équatoriale et le Soudan du Sud.',
      ['Guinée équatoriale=GQ', 'Soudan du Sud=SS'],
    ],
    ['the longest name', 'en', 'Papua New Guinea met South Sudan.', ['Papua New Guinea=PG', 'South Sudan=SS']],
    [
      'an official name',
      'fr',
      'La République islamique de Mauritanie et l’État d’Israël.',
      ['République islamique de Mauritanie=MR', 'État d’Israël=IL'],
    ],
    [
      'an official name',
      'en',
      'The Islamic Republic of Mauritania and the Kingdom of Tonga.',
      ['Islamic Republic of Mauritania=MR', 'Kingdom of Tonga=TO'],
    ],
    ['a lower-case head stays outside', 'fr', 'le royaume du Maroc', ['Maroc=MA']],
    ['a former name', 'fr', 'La Birmanie et la Haute-Volta.', ['Birmanie=MM', 'Haute-Volta=BF']],
    [
      'a periphrasis',
      'fr',
      'L’État hébreu, l’Etat juif et l’Hexagone.',
      ['État hébreu=IL', 'Etat juif=IL', 'Hexagone=FR'],
    ],
    ['a periphrasis', 'en', 'The Jewish state and the Holy See.', ['Jewish state=IL', 'Holy See=VA']],
    ['a periphrasis', 'en', 'The Hermit Kingdom protested.', ['Hermit Kingdom=KP']],
    [
      'a periphrasis in small letters',
      'fr',
      'Le royaume ermite et le pays des mille collines.',
      ['royaume ermite=KP', 'pays des mille collines=RW'],
    ],
    ['a state without an entry', 'fr', 'L’Irlande du Nord, la RDA et Chypre du Nord.', []],
    ['a state without an entry', 'en', 'Northern Ireland, East Germany and Scotland.', []],
    [
      'the article outside',
      'en',
      'The Netherlands beat the Bahamas and The Gambia.',
      ['Netherlands=NL', 'Bahamas=BS', 'The Gambia=GM'],
    ],
    ['a hashtag', 'fr', 'Fil #Comores', []],
  ])('%s (%s): %s', (_phenomenon, lang, text, expected) => {
    expect(codesOf(text, lang)).toEqual(expected);
  });
});

describe('demonyms', () => {
  test.each<[string, 'fr' | 'en', string, string[]]>([
    ['gender and number', 'fr', 'les marocaines, un Turc, des grecques', ['marocaines=MA', 'Turc=TR', 'grecques=GR']],
    ['number', 'en', 'two Moroccans and a Frenchwoman', ['Moroccans=MA', 'Frenchwoman=FR']],
    ['two parts', 'fr', 'un accord israélo-palestinien', ['israélo=IL', 'palestinien=PS']],
    ['two parts', 'en', 'the Sino-American talks', ['Sino=CN', 'American=US']],
    ['three parts', 'fr', 'un sommet franco-germano-polonais', ['franco=FR', 'germano=DE', 'polonais=PL']],
    ['anglo is England in French', 'fr', 'le groupe anglo-néerlandais', ['néerlandais=NL']],
    ['north and south', 'fr', 'un missile nord-coréen', ['nord-coréen=KP']],
    ['the continent', 'fr', 'le marché nord-américain', []],
    ['the continent', 'en', 'Latin American leaders', []],
    ['an English word in small letters', 'en', 'polish the turkey', []],
    ['nigérien is not nigérian', 'fr', 'un soldat nigérien, un soldat nigérian', ['nigérien=NE', 'nigérian=NG']],
    ['constituent countries', 'fr', 'des Écossais et des Anglais', []],
  ])('%s (%s): %s', (_phenomenon, lang, text, expected) => {
    expect(codesOf(text, lang)).toEqual(expected);
  });
});

describe('languages are no countries', () => {
  test.each<['fr' | 'en', string, string[]]>([
    ['fr', 'Elle parle couramment le français et le russe.', []],
    ['fr', 'Le livre est traduit du portugais.', []],
    ['fr', 'Une messe en français.', []],
    ['fr', 'Le Parlement israélien a voté.', ['israélien=IL']],
    ['fr', 'Anna Andreïeva (russe : Анна)', []],
    ['fr', 'version française Anne Roy', []],
    ['en', 'The notice was published in French only.', []],
    ['en', 'He speaks fluent German.', []],
    ['en', 'It was read in French courts.', ['French=FR']],
    ['en', 'A Russian-speaking crew.', []],
    ['en', 'She is Danish.', ['Danish=DK']],
  ])('%s: %s', (lang, text, expected) => {
    expect(codesOf(text, lang)).toEqual(expected);
  });
});

describe('what the model read as nothing', () => {
  // the mark shows that a model has read the document
  test.each<['fr' | 'en', string, Marks, string[]]>([
    ['en', 'Pello rides for Bahrain Victorious.', [['PER', 'Pello']], []],
    ['en', 'Amina left for Bahrain.', [['PER', 'Amina']], ['Bahrain=BH']],
    ['fr', 'Anna suit le Ballet Nacional de Cuba.', [['PER', 'Anna']], []],
    ['fr', 'Anna regarde France 5 le soir.', [['PER', 'Anna']], []],
    ['fr', 'Anna a vu France 3, Brésil 1.', [['PER', 'Anna']], ['France=FR', 'Brésil=BR']],
    ['fr', 'Anna dirige le Slip français.', [['PER', 'Anna']], []],
    ['fr', 'Il succède au français Arsène Wenger.', [['PER', 'Arsène Wenger']], ['français=FR']],
    ['en', 'Workers of James Finlay (Kenya) Limited sued Anna.', [['PER', 'Anna']], []],
    ['en', 'FRANCE BEATS BRAZIL IN LYON', [['LOC', 'LYON']], ['FRANCE=FR', 'BRAZIL=BR']],
    ['en', 'Anna said her French is rusty.', [['PER', 'Anna']], []],
    ['en', 'Anna said that she is French.', [['PER', 'Anna']], ['French=FR']],
    ['en', 'Anna met French farmers.', [['PER', 'Anna']], ['French=FR']],
    ['fr', 'Anna ne parle pas francais, dit-elle.', [['PER', 'Anna']], []],
    ['fr', 'Anna, ministre, préside la section française.', [['PER', 'Anna']], ['française=FR']],
  ])('%s: %s', (lang, text, marks, expected) => {
    expect(codesOf(text, lang, marks)).toEqual(expected);
  });
});

describe('ambiguity', () => {
  test.each<[string, 'fr' | 'en', string, Marks, string[]]>([
    ['a person', 'en', 'Jordan scored twice.', [['PER', 'Jordan']], []],
    ['the kingdom', 'en', 'Jordan closed its border.', [['LOC', 'Jordan']], ['Jordan=JO']],
    ['inside a body', 'fr', 'La Banque de France.', [['ORG', 'Banque de France']], []],
    ['inside a larger place', 'en', 'In the Gulf of Mexico.', [['LOC', 'Gulf of Mexico']], []],
    ['a city in French', 'fr', 'À Mexico, le Mexique joue.', [], ['Mexique=MX']],
    ['the country in English', 'en', 'Mexico plays.', [], ['Mexico=MX']],
    ['the city of Luxembourg', 'fr', 'À Luxembourg, un vote au Luxembourg.', [], ['Luxembourg=LU']],
    ['an American town', 'en', 'A fire in Lebanon, Tennessee, spread.', [['LOC', 'Lebanon']], []],
    ['the river', 'en', 'The bridge over the Niger.', [], []],
    ['the larger Congo', 'fr', 'À Kinshasa, le Congo vote.', [], ['Congo=CD']],
    ['the smaller Congo', 'fr', 'À Brazzaville, un élu congolais.', [], ['congolais=CG']],
    ['no Congo more than the other', 'fr', 'Un médecin congolais.', [], ['congolais=CD|CG']],
    ['the state of Georgia', 'en', 'Atlanta, Georgia', [['LOC', 'Georgia']], []],
    ['the country of Georgia', 'en', 'Georgia: protests in Tbilisi', [['LOC', 'Georgia']], ['Georgia=GE']],
    ['the Korea of the press', 'en', 'Korean exports rose.', [], ['Korean=KR']],
    ['the northern one', 'en', 'Pyongyang said Korean troops left.', [], ['Korean=KP']],
    ['the one kingdom spoken of', 'fr', 'Le Maroc vote. Le Royaume attend.', [], ['Maroc=MA', 'Royaume=MA']],
    ['the one whose capital speaks', 'fr', 'À Mascate, le Sultanat attend.', [['LOC', 'Sultanat']], ['Sultanat=OM']],
    ['a demonym misspelt', 'fr', 'un restaurant japonnais', [['DEM', 'japonnais']], ['japonnais=JP']],
    ['a misspelling alone', 'fr', 'un restaurant japonnais', [], []],
    ['the state of a republic', 'fr', 'l’État de la République centrafricaine', [], ['République centrafricaine=CF']],
    ['no kingdom spoken of', 'fr', 'Le Royaume attend.', [], []],
    ['a first name', 'fr', 'Dominique et Maurice jouent.', [], []],
    ['the island with its article', 'fr', 'Un cyclone frappe la Dominique.', [['LOC', 'Dominique']], ['Dominique=DM']],
    ['a sports code that the model saw', 'fr', '1. Rossi (SUI)', [['LOC', 'SUI']], ['SUI=CH']],
    ['three capitals that it did not', 'fr', '1. Rossi (SUI)', [], []],
    ['a currency', 'en', 'It cost 3 Swiss francs.', [['FIG', '3 Swiss francs']], []],
    ['small letters that the model saw', 'en', 'made in vietnam', [['LOC', 'vietnam']], ['vietnam=VN']],
    ['small letters that it did not', 'en', 'made in vietnam', [], []],
    ['a club under a bare name', 'fr', 'Monaco prête son joueur.', [['ORG', 'Monaco']], []],
    [
      'a long periphrasis',
      'en',
      'The Land of the Rising Sun pays.',
      [['MISC', 'The Land of the Rising Sun']],
      ['Land of the Rising Sun=JP'],
    ],
    [
      'a long periphrasis as a title',
      'en',
      'Her film “Land of the Rising Sun” opens.',
      [['MISC', 'Land of the Rising Sun']],
      [],
    ],
    [
      'a long periphrasis inside a name',
      'en',
      'The Land of the Rising Sun Festival opens.',
      [['MISC', 'Land of the Rising Sun Festival']],
      [],
    ],
    ['a name that goes on', 'fr', 'Le directeur d’Algérie Télécom part.', [['LOC', 'Algérie']], []],
    [
      'an office after it',
      'en',
      'Then France President Macron left.',
      [
        ['LOC', 'France'],
        ['PER', 'Macron'],
      ],
      ['France=FR'],
    ],
    ['the airline', 'en', 'Dubai: Emirates flies on.', [['LOC', 'Emirates']], []],
    ['the state with its article', 'en', 'He left the Emirates.', [['LOC', 'Emirates']], ['Emirates=AE']],
    ['a party to a suit', 'en', 'In Weber v. Romania the claim fell.', [['LOC', 'Romania']], []],
    ['a match', 'en', 'Wales v Romania ended level.', [['LOC', 'Romania']], ['Romania=RO']],
    ['a river by its noun', 'fr', 'Une crue du Niger a tout emporté.', [['LOC', 'Niger']], []],
    ['a river by its verb', 'fr', 'La Gambie se jette dans l’océan.', [['LOC', 'Gambie']], []],
    ['the state of the same name', 'fr', 'Un coup d’État au Niger.', [['LOC', 'Niger']], ['Niger=NE']],
    ['the seat of a court', 'en', 'The General Court in Luxembourg ruled.', [['LOC', 'Luxembourg']], []],
    ['a suburb of the city', 'fr', 'Un faubourg de Luxembourg.', [['LOC', 'Luxembourg']], []],
    ['a code of laws', 'en', 'under 42 U.S.C. 1983', [], []],
    ['a town by its state', 'en', 'In Vidalia, Georgia, onions grow.', [['LOC', 'Georgia']], []],
    ['a list of states', 'en', 'Georgia and Arkansas voted.', [['LOC', 'Georgia']], []],
    ['a place in Louisiana', 'en', 'Angola, in Louisiana, is a prison.', [['LOC', 'Angola']], []],
    ['the order', 'fr', 'Un moine parle : les Dominicains prient.', [['DEM', 'Dominicains']], []],
    ['the Red Crescent', 'fr', 'Le Croissant-Rouge libyen compte.', [['DEM', 'libyen']], []],
    [
      'several codes after people',
      'fr',
      'Anna Roy (SUI) et Eva Lund (SWE)',
      [
        ['PER', 'Anna Roy'],
        ['PER', 'Eva Lund'],
        ['ORG', 'SUI'],
      ],
      ['SUI=CH', 'SWE=SE'],
    ],
    [
      'a party after a person',
      'en',
      'Ana Soto (PAN) spoke.',
      [
        ['PER', 'Ana Soto'],
        ['ORG', 'PAN'],
      ],
      [],
    ],
    [
      'a team of two words',
      'fr',
      'Le Mali affronte la RD Congo.',
      [
        ['ORG', 'RD Congo'],
        ['LOC', 'Mali'],
      ],
      ['Mali=ML', 'RD Congo=CD'],
    ],
    [
      'a body that the table knows',
      'fr',
      'La Suisse vote. La Confédération paie.',
      [
        ['LOC', 'Suisse'],
        ['ORG', 'Confédération'],
      ],
      ['Suisse=CH', 'Confédération=CH'],
    ],
    [
      'the sentence before the document',
      'fr',
      'Goma attend.\nUn élu congolais de Pointe-Noire.\nKinshasa, Bukavu.',
      [
        ['LOC', 'Goma'],
        ['DEM', 'congolais'],
      ],
      ['congolais=CG'],
    ],
  ])('%s (%s): %s', (_phenomenon, lang, text, marks, expected) => {
    expect(codesOf(text, lang, marks)).toEqual(expected);
  });

  test('agreement of model and table raises the score', () => {
    const [seen] = extractCountries(documentOf('Le Maroc vote.', { marks: [['LOC', 'Maroc']] })).mentions;
    const [alone] = extractCountries(documentOf('Le Maroc vote.')).mentions;
    expect(seen?.score).toBeGreaterThan(alone?.score ?? 1);
  });

  test('a mention carries both names of the country and how it was named', () => {
    const [mention] = extractCountries(documentOf('des élus allemands')).mentions;
    expect(mention).toMatchObject({
      code: 'DE',
      name: 'Germany',
      nameFr: 'Allemagne',
      via: 'demonym',
      method: 'rule:country.demonym',
    });
  });
});

describe('marks that take in more than a name are cut', () => {
  test.each<[string, 'fr' | 'en', string, Marks, string[]]>([
    ['two sides', 'fr', 'Le match France-Belgique.', [['LOC', 'France-Belgique']], ['France=FR', 'Belgique=BE']],
    [
      'two sides',
      'fr',
      'La frontière Mexique–États-Unis.',
      [['LOC', 'Mexique–États-Unis']],
      ['Mexique=MX', 'États-Unis=US'],
    ],
    ['two sides', 'en', 'An India-Pakistan truce.', [['LOC', 'India-Pakistan']], ['India=IN', 'Pakistan=PK']],
    ['one name', 'fr', 'En Guinée-Bissau.', [['LOC', 'Guinée-Bissau']], ['Guinée-Bissau=GW']],
    ['the demonym outside', 'fr', 'Dans les Alpes suisses.', [['LOC', 'Alpes suisses']], ['suisses=CH']],
    [
      'the demonym outside',
      'fr',
      'La frontière gréco-turque.',
      [['LOC', 'frontière gréco-turque']],
      ['gréco=GR', 'turque=TR'],
    ],
    ['a whole', 'fr', 'Le Kurdistan irakien.', [['LOC', 'Kurdistan irakien']], []],
    ['a whole', 'fr', 'La péninsule coréenne.', [['LOC', 'péninsule coréenne']], []],
    [
      'a body of every state',
      'fr',
      'L’état-major nigérian se tait.',
      [['ORG', 'état-major nigérian']],
      ['nigérian=NG'],
    ],
    ['a body of every state', 'en', 'The Syrian army left.', [['ORG', 'Syrian army']], ['Syrian=SY']],
    ['a body with a name', 'fr', 'Le Parlement djiboutien.', [['ORG', 'Parlement djiboutien']], []],
    ['a body with a name', 'en', 'The Indian Air Force.', [['ORG', 'Indian Air Force']], []],
    ['a ministry', 'fr', 'Le ministère israélien de la Défense.', [['PER', 'Défense']], []],
    ['a minister', 'fr', 'Le ministre israélien de la Défense.', [['PER', 'Défense']], ['israélien=IL']],
    [
      'a heading',
      'fr',
      'LE SENEGAL PASSE, L’ALGERIE ELIMINEE',
      [['LOC', 'ALGERIE ELIMINEE']],
      ['SENEGAL=SN', 'ALGERIE=DZ'],
    ],
    ['a heading', 'en', 'MEXICO CITY SINKS', [['LOC', 'MEXICO CITY']], []],
    ['an article', 'fr', 'La Turquie attend.', [['LOC', 'La Turquie']], ['Turquie=TR']],
    ['a country read as a body', 'fr', 'Non ratifiée par le Koweït.', [['ORG', 'Koweït']], ['Koweït=KW']],
    ['a club', 'fr', 'Monaco a prêté Traoré.', [['ORG', 'Monaco']], []],
  ])('%s (%s): %s', (_phenomenon, lang, text, marks, expected) => {
    expect(codesOf(text, lang, marks)).toEqual(expected);
  });
});

describe('near misses of a country', () => {
  test.each<[string, 'fr' | 'en', string, Marks, string[]]>([
    ['a team', 'fr', 'Anna suit l’équipe d’Australie.', [['PER', 'Anna']], []],
    ['a meeting', 'fr', 'Anna dirige La Réunion des musées.', [['PER', 'Anna']], []],
    ['a surname', 'fr', 'Demandez à Philippin.', [['DEM', 'Philippin']], []],
    [
      'a surname',
      'fr',
      'Signé Hansruedi Allemand.',
      [
        ['PER', 'Hansruedi'],
        ['DEM', 'Allemand'],
      ],
      [],
    ],
    ['a newspaper', 'fr', 'Hier, Le Mauricien titrait avec Anna.', [['PER', 'Anna']], []],
    ['an adjective, no language', 'fr', 'Anna, de l’état-major estonien, attend.', [['PER', 'Anna']], ['estonien=EE']],
    ['a language', 'en', 'Anna prints a page in French every Thursday.', [['PER', 'Anna']], []],
    ['a language', 'en', 'Anna asked the Albanian for “autonomy”.', [['PER', 'Anna']], []],
    ['a day', 'en', 'MON. Anna saw a drone.', [['LOC', 'MON']], []],
    ['a dateline', 'fr', 'DJIBOUTI, 8 mars 2020', [['LOC', 'DJIBOUTI']], []],
    ['a lycée', 'fr', 'Anna quitte le lycée français Théodore-Monod.', [['PER', 'Anna']], []],
    ['a heading', 'fr', 'COUPE DE RUGBY : LE ZIMBABWE AU MONDIAL (texte)', [['LOC', 'ZIMBABWE']], ['ZIMBABWE=ZW']],
    ['people in a heading', 'fr', 'LA PAGE DES FRANCAIS (texte)', [['LOC', 'PAGE']], ['FRANCAIS=FR']],
    [
      'among countries',
      'en',
      'Suriname, Georgia and Malta',
      [['LOC', 'Georgia']],
      ['Suriname=SR', 'Georgia=GE', 'Malta=MT'],
    ],
    ['among states', 'en', 'Kansas, Georgia and Ohio', [['LOC', 'Georgia']], []],
    [
      'among countries',
      'fr',
      'Malte, Dominique, Grenade',
      [
        ['LOC', 'Malte'],
        ['LOC', 'Dominique'],
        ['LOC', 'Grenade'],
      ],
      ['Malte=MT', 'Dominique=DM', 'Grenade=GD'],
    ],
    ['a doubtful person', 'fr', 'Que parraine Nauru ?', [['PER', 'Nauru']], []],
    ['a code alone', 'en', 'KIR. Mayor of Dijon', [['LOC', 'KIR']], []],
    ['a people', 'en', 'Native American art', [['DEM', 'American']], []],
    ['a river', 'fr', 'Le Congo est un fleuve.', [['LOC', 'Congo']], []],
  ])('%s (%s): %s', (_phenomenon, lang, text, marks, expected) => {
    expect(codesOf(text, lang, marks)).toEqual(expected);
  });

  test('a code after a person counts in a list with countries in brackets', () => {
    const text = 'Geijo (Argentine), Pozzobon (ITA)';
    expect(
      codesOf(text, 'fr', [
        ['PER', 'Geijo'],
        ['PER', 'Pozzobon'],
        ['LOC', 'Argentine'],
      ]),
    ).toEqual(['Argentine=AR', 'ITA=IT']);
  });
});
