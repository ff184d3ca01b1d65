// Names within a document: one entity however it is written, and two where there are two.
import { describe, expect, test } from 'vitest';
import { linkNames } from '../../pipeline/names/index.ts';
import { loadKnownEntities } from '../../pipeline/resolve/known.ts';
import { expectExactOffsets } from '../support/document.ts';
import { groupsOf, markedDocument, namesOf } from './document.ts';

function link(marked: string, lang: 'fr' | 'en' = 'fr') {
  const document = linkNames(markedDocument(marked, lang));
  expectExactOffsets(document);
  return document;
}

describe('persons', () => {
  test.each<[string, 'fr' | 'en', string, string[][]]>([
    ['a surname', 'fr', '[P:Benny Gantz] part. [P:Gantz] revient.', [['Benny Gantz', 'Gantz']]],
    ['a surname', 'en', '[P:Ada Byrne] left. Ms [P:Byrne] returned.', [['Ada Byrne', 'Byrne']]],
    ['a surname before the full name', 'fr', '[P:Gantz] part. [P:Benny Gantz] revient.', [['Gantz', 'Benny Gantz']]],
    ['a given name', 'fr', '[P:Nour Belkacem] rit. [P:Nour] rit encore.', [['Nour Belkacem', 'Nour']]],
    [
      'particles',
      'fr',
      '[P:Charles de Gaulle], le général [P:de Gaulle], [P:Gaulle]',
      [['Charles de Gaulle', 'de Gaulle', 'Gaulle']],
    ],
    ['a double surname', 'fr', '[P:Ana Ruiz Cortés] et [P:Ruiz Cortés]', [['Ana Ruiz Cortés', 'Ruiz Cortés']]],
    [
      'a longer full name',
      'fr',
      '[P:Josep Borrell Fontelles] et [P:Josep Borrell]',
      [['Josep Borrell Fontelles', 'Josep Borrell']],
    ],
    [
      'initials',
      'fr',
      '[P:Sabrina Khelifi-Roux] et [P:S. Khelifi-Roux]',
      [['Sabrina Khelifi-Roux', 'S. Khelifi-Roux']],
    ],
    [
      'initials alone',
      'fr',
      '[P:Élodie Vakié-Mercier] répond. [P:É.V.-M.] : non.',
      [['Élodie Vakié-Mercier', 'É.V.-M.']],
    ],
    ['the surname first', 'en', '[P:Doe, John] and [P:John Doe]', [['Doe, John', 'John Doe']]],
    [
      'another order',
      'fr',
      '[P:Bregy Philipp Matthias], [P:Philipp Matthias Bregy]',
      [['Bregy Philipp Matthias', 'Philipp Matthias Bregy']],
    ],
    ['a Korean given name', 'en', '[P:Kim Ha-neul] and [P:Haneul]', [['Kim Ha-neul', 'Haneul']]],
    [
      'capitals and accents',
      'fr',
      '[P:ELIF ÇELIK] puis [P:Elif Çelik], [P:Celik]',
      [['ELIF ÇELIK', 'Elif Çelik', 'Celik']],
    ],
    [
      'a letter doubled',
      'fr',
      '[P:Jean-Charles Marchiani], [P:J.-C. Marchianni]',
      [['Jean-Charles Marchiani', 'J.-C. Marchianni']],
    ],
    ['a nickname of the given name', 'en', '[P:Michael Orr] and [P:Mike Orr]', [['Michael Orr', 'Mike Orr']]],
    [
      'an alias',
      'fr',
      '[P:Omar Diallo], dit « [P:Tonton] », part. [P:Tonton] rit.',
      [['Omar Diallo', 'Tonton', 'Tonton']],
    ],
    ['a child in its parent’s name', 'fr', '[P:Abou Elie] parle. [P:Élie] rit.', [['Abou Elie'], ['Élie']]],
    [
      'half a double name under a title',
      'fr',
      '[P:Denis Sassou-Nguesso] arrive. Le président [P:Sassou] rit.',
      [['Denis Sassou-Nguesso', 'Sassou']],
    ],
    [
      'half a double name under a title',
      'en',
      '[P:Lorna Parchment-Dacres] died. Nurse [P:Dacres] was loved.',
      [['Lorna Parchment-Dacres', 'Dacres']],
    ],
    [
      'a joined article',
      'fr',
      '[P:Abdel Fattah al-Sissi] et [P:Sissi], [P:al-Sissi]',
      [['Abdel Fattah al-Sissi', 'Sissi', 'al-Sissi']],
    ],
    [
      'kinship',
      'en',
      '[P:Eduardo Frei] is the son of [P:Eduardo Frei Montalva]',
      [['Eduardo Frei'], ['Eduardo Frei Montalva']],
    ],
    ['kinship', 'fr', '[P:Luis Vega Cruz] et son grand-père [P:Luis Vega]', [['Luis Vega Cruz'], ['Luis Vega']]],
    ['a double given name', 'fr', '[P:Jean-Paul Roy] part. [P:Jean-Paul] revient.', [['Jean-Paul Roy', 'Jean-Paul']]],
    ['half a given name', 'fr', '[P:Anne-Marie Roy] et [P:Anne Roy]', [['Anne-Marie Roy'], ['Anne Roy']]],
    ['who reigns by a given name', 'en', 'Pope [P:Francis] met [P:Francis Ford]', [['Francis'], ['Francis Ford']]],
    ['an umlaut', 'en', '[P:Thomas Müller], [P:Mueller] and [P:Muller]', [['Thomas Müller', 'Mueller', 'Muller']]],
    ['a nickname of the given name', 'fr', '[P:Lionel Mars] et [P:Leo Mars]', [['Lionel Mars', 'Leo Mars']]],
    ['an alias', 'en', '[P:Ana Bell], also called [P:Cheddar], ran.', [['Ana Bell', 'Cheddar']]],
    ['an alias', 'en', '[P:Joaquín Mora] “[P:El Flaco]” fled.', [['Joaquín Mora', 'El Flaco']]],
    ['two people', 'fr', '[P:Anna Roy] et [P:Paul Sand]', [['Anna Roy'], ['Paul Sand']]],
    ['father and son', 'en', '[P:Peter Kane] and [P:Peter Kane Jr]', [['Peter Kane'], ['Peter Kane Jr']]],
    ['one letter is another person', 'en', '[P:Evan Davis] and [P:Evan Davies]', [['Evan Davis'], ['Evan Davies']]],
    [
      'half a double name is another',
      'fr',
      '[P:Inès Kerdraon-Wu] et [P:Kerdraon]',
      [['Inès Kerdraon-Wu'], ['Kerdraon']],
    ],
    [
      'a family is none of its members',
      'fr',
      '[P:Brigitte Macron] rit. Les [P:Macron] partent.',
      [['Brigitte Macron'], ['Macron']],
    ],
  ])('%s (%s): %s', (_phenomenon, lang, marked, expected) => {
    expect(groupsOf(link(marked, lang))).toEqual(expected);
  });

  test('a surname that two people share waits for review with both', () => {
    const document = link('[P:Anna Roy] et [P:Paul Roy] partent. [P:Roy] revient.');
    expect(namesOf(document)).toEqual(['Anna Roy=Anna Roy', 'Paul Roy=Paul Roy', 'Roy=Anna Roy|Paul Roy']);
    const open = document.mentions.at(-1);
    expect(open).not.toHaveProperty('entity');
    expect(open?.score).toBeLessThan(0.6);
  });

  test.each<[string, 'fr' | 'en', string, string]>([
    ['after a wife', 'fr', '[P:Jean Roy] avoue. Sa femme, [P:Ana Roy], part. [P:Roy] a volé.', 'Jean Roy'],
    ['after a wife', 'en', '[P:John Roy] confessed. His wife, [P:Ana Roy], left. [P:Roy] stole.', 'John Roy'],
    ['after a husband', 'en', '[P:Ana Roy] confessed. Her husband [P:John Roy] left. [P:Roy] stole.', 'Ana Roy'],
    ['under a title', 'fr', '[P:Jean Roy] avoue. Sa femme, [P:Ana Roy], part. Mme [P:Roy] pleure.', 'Jean Roy|Ana Roy'],
    [
      'beside a pronoun',
      'fr',
      '[P:Jean Roy] avoue. Sa femme, [P:Ana Roy], part. [P:Roy] est seule, dit-elle.',
      'Jean Roy|Ana Roy',
    ],
    [
      'after a sister',
      'en',
      '[P:John Roy] confessed. His sister, [P:Ana Roy], left. [P:Roy] stole.',
      'John Roy|Ana Roy',
    ],
  ])('a bare surname %s (%s): %s', (_case, lang, marked, expected) => {
    expect(namesOf(link(marked.replaceAll('. ', '.\n'), lang)).at(-1)).toBe(`Roy=${expected}`);
  });

  test('until the second one comes, the surname is the first one’s', () => {
    expect(namesOf(link('[P:Anna Roy] part. [P:Roy] revient. [P:Paul Roy] attend.'))).toEqual([
      'Anna Roy=Anna Roy',
      'Roy=Anna Roy',
      'Paul Roy=Paul Roy',
    ]);
  });

  test.each<['fr' | 'en', string, string]>([
    ['fr', 'Le juge [P:Paul Roy] et Mme [P:Anna Roy]. Le juge [P:Roy] revient.', 'Paul Roy'],
    ['fr', 'Le juge [P:Paul Roy] et Mme [P:Anna Roy]. Mme [P:Roy] revient.', 'Anna Roy'],
    ['en', 'Senator [P:Paul Roy] met coach [P:Anna Roy]. Coach [P:Roy] left.', 'Anna Roy'],
    ['fr', 'Le juge [P:Paul Roy] et le juge [P:Jean Roy]. Le juge [P:Roy] revient.', 'Paul Roy|Jean Roy'],
  ])('a title tells two of one surname apart (%s): %s', (lang, marked, name) => {
    expect(namesOf(link(marked, lang)).at(-1)).toBe(`Roy=${name}`);
  });

  test('of a thousand people of one surname a few are written out, and how many more there are', () => {
    const given = Array.from(
      { length: 1000 },
      (_, index) =>
        `[P:A${'bcdefghijk'[index % 10]}${'lmnopqrstu'[Math.floor(index / 10) % 10]}${'vwxyzabcde'[Math.floor(index / 100)]} Roy]`,
    );
    const open = link(`${given.join(', ')}. [P:Roy] revient.`).mentions.at(-1);
    expect(open?.candidates).toHaveLength(12);
    expect(open?.candidates?.at(-1)?.reason).toContain('988 more');
  });

  test.each([
    ['half of a double given name', '[P:Jean-Christophe Roy] part. [P:Jean] reste.', 'Jean=Jean'],
    ['a place in capitals', '[L:PORT-LA-NOUVELLE] dort.', 'PORT-LA-NOUVELLE=Port-la-Nouvelle'],
    ['a short place in capitals', '[L:ANGERS] dort.', 'ANGERS=Angers'],
    ['letters of a place', '[L:ZQR] dort.', 'ZQR=ZQR'],
    ['an index with its number', 'Le [M:FTSE 100] et le [M:CAC 40] montent.', 'CAC 40=CAC 40'],
    ['a longer index', 'Le [M:NASDAQ 100] monte.', 'NASDAQ 100=NASDAQ 100'],
    ['an event with its year', '[M:EURO 2024] finit.', 'EURO 2024=Euro 2024'],
    ['a film with its number', '[M:ROCKY 4] sort.', 'ROCKY 4=Rocky 4'],
    ['a club with its letters', '[O:OGC NICE] gagne.', 'OGC NICE=OGC Nice'],
    ['a cup with its body', '[M:UEFA EURO 2024] finit.', 'UEFA EURO 2024=UEFA Euro 2024'],
    ['a short first word in capitals', '[O:COUR DES COMPTES] tranche.', 'COUR DES COMPTES=Cour des Comptes'],
    ['two acronyms', 'la [O:ZQR-VBN] refuse.', 'ZQR-VBN=ZQR-VBN'],
    ['half of a double body', 'La [O:CGT-Zaspa] refuse. L’[O:Zaspa] cède.', 'Zaspa=Zaspa'],
    ['what a body says', 'Le [O:Tribunal fédéral] confirme : [O:Zaspa] est un employeur.', 'Zaspa=Zaspa'],
    ['the first half of a double body', 'L’offre de [O:Zaspa-CSF]. Le groupe [O:Zaspa] cède.', 'Zaspa=Zaspa-CSF'],
    ['a branch in a country', 'L’usine de [O:Zaspa Canada]. Le groupe [O:Zaspa] cède.', 'Zaspa=Zaspa'],
    ['a kind before its letters', 'La [O:Banco ZPM] cède. [O:ZPM] refuse.', 'ZPM=Banco ZPM'],
    ['a moniker where the club stands', '[O:Saint-Étienne] gagne. Les [O:Verts] rient.', 'Verts=Saint-Étienne'],
    ['the party elsewhere', 'Les [O:Verts] rient.', 'Verts=Verts'],
  ])('%s: %s', (_case, marked, expected) => {
    expect(namesOf(link(marked)).at(-1)).toBe(expected);
  });

  test.each([
    ['[P:VALENTINE RUGWABIZA]', 'Valentine Rugwabiza'],
    ['[P:Doe, John]', 'John Doe'],
    ['[P:Tadej « Mirko » Vidmar]', 'Tadej Vidmar'],
    ['[P:Napoléon III]', 'Napoléon III'],
    ['[P:Josiane TABET, née BOUSQUET]', 'Josiane Tabet'],
  ])('the canonical name of %s is %s', (marked, name) => {
    expect(namesOf(link(marked))[0]?.split('=')[1]).toBe(name);
  });
});

describe('organisations', () => {
  test.each<[string, 'fr' | 'en', string, string[]]>([
    [
      'curated, both languages',
      'fr',
      'l’[O:ONU], les [O:Nations unies]',
      ['ONU=Organisation des Nations unies', 'Nations unies=Organisation des Nations unies'],
    ],
    [
      'curated, both languages',
      'en',
      'the [O:UN], the [O:United Nations]',
      ['UN=United Nations', 'United Nations=United Nations'],
    ],
    [
      'the document’s language',
      'fr',
      '[O:Amnistie internationale], [O:Amnesty International]',
      ['Amnistie internationale=Amnesty International', 'Amnesty International=Amnesty International'],
    ],
    [
      'one body in the seeds',
      'fr',
      '[O:NSO], [O:NSO Group], le [O:groupe NSO]',
      ['NSO=NSO Group', 'NSO Group=NSO Group', 'NSO=NSO Group'],
    ],
    ['RSF in French', 'fr', '[O:RSF]', ['RSF=Reporters sans frontières']],
    [
      'a bracket',
      'fr',
      'le [O:Barreau libre des apiculteurs] ([O:BLA]) ; [O:BLA]',
      [
        'Barreau libre des apiculteurs=Barreau libre des apiculteurs',
        'BLA=Barreau libre des apiculteurs',
        'BLA=Barreau libre des apiculteurs',
      ],
    ],
    [
      'initials without a bracket',
      'en',
      'the [O:Ministry of Bees and Honey]. [O:MoBH] said no.',
      ['Ministry of Bees and Honey=Ministry of Bees and Honey', 'MoBH=Ministry of Bees and Honey'],
    ],
    [
      'the document before the list',
      'en',
      'the [O:Rapid Support Forces]; the [O:RSF]',
      ['Rapid Support Forces=Rapid Support Forces', 'RSF=Rapid Support Forces'],
    ],
    [
      'a legal form',
      'fr',
      '[O:Novalys Therapeutics SA], [O:Novalys Therapeutics]',
      ['Novalys Therapeutics SA=Novalys Therapeutics', 'Novalys Therapeutics=Novalys Therapeutics'],
    ],
    [
      'first words',
      'en',
      '[O:Vindhyachal Industries] fell. [O:Vindhyachal] rose.',
      ['Vindhyachal Industries=Vindhyachal Industries', 'Vindhyachal=Vindhyachal Industries'],
    ],
    [
      'last words',
      'en',
      'the [O:Bristol Rovers], the [O:Rovers]',
      ['Bristol Rovers=Bristol Rovers', 'Rovers=Bristol Rovers'],
    ],
    [
      'the demonym elsewhere',
      'fr',
      '[O:ministère péruvien de la Défense], [O:ministère de la Défense péruvien], [O:ministère de la Défense]',
      [
        'ministère péruvien de la Défense=ministère péruvien de la Défense',
        'ministère de la Défense péruvien=ministère péruvien de la Défense',
        'ministère de la Défense=ministère péruvien de la Défense',
      ],
    ],
    [
      'a part is not the whole',
      'en',
      'the [O:Senate] and the [O:Senate Judiciary Committee]',
      ['Senate=Senate', 'Senate Judiciary Committee=Senate Judiciary Committee'],
    ],
    [
      'by context',
      'fr',
      'L’[O:Union européenne] : en Europe, la [O:Commission] propose.',
      ['Union européenne=Union européenne', 'Commission=Commission européenne'],
    ],
    ['without context', 'fr', 'La [O:Commission] propose.', ['Commission=Commission']],
    ['an acronym by the country of the text', 'en', 'In Sudan the [O:RSF] fled.', ['RSF=Rapid Support Forces']],
    ['an acronym of two bodies', 'en', 'The [O:CSIS] said so.', ['CSIS=CSIS']],
    [
      'what the document says more',
      'fr',
      'l’[O:Électricité de France] ([O:EDF])',
      ['Électricité de France=Électricité de France', 'EDF=Électricité de France'],
    ],
    [
      'a known body with its legal form',
      'en',
      '[O:Zaspa LLC], [O:Google] and [O:Google Inc.]',
      ['Zaspa LLC=Zaspa LLC', 'Google=Google', 'Google Inc.=Google'],
    ],
    [
      'another commission',
      'fr',
      'L’Union européenne, l’Europe : la [O:Commission zaspienne des droits]. La [O:Commission] propose.',
      ['Commission zaspienne des droits=Commission zaspienne des droits', 'Commission=Commission zaspienne des droits'],
    ],
    [
      'an acronym spoken as a word, without the place',
      'fr',
      '[O:Direction régionale des affaires zaspiennes de Bretagne]. La [O:Draz] refuse.',
      [
        'Direction régionale des affaires zaspiennes de Bretagne=Direction régionale des affaires zaspiennes de Bretagne',
        'Draz=Direction régionale des affaires zaspiennes de Bretagne',
      ],
    ],
    [
      'an acronym without the place',
      'en',
      'The [O:Zaspa Safety Board of Canada] came. The [O:ZSB] left.',
      ['Zaspa Safety Board of Canada=Zaspa Safety Board of Canada', 'ZSB=Zaspa Safety Board of Canada'],
    ],
    [
      'the letters of a club',
      'fr',
      'Le [O:FC Zaspa-Montbard] gagne. Le [O:FCZM] rit.',
      ['FC Zaspa-Montbard=FC Zaspa-Montbard', 'FCZM=FC Zaspa-Montbard'],
    ],
    [
      'an apposition',
      'fr',
      'L’[O:Agence zaspienne du climat et du sol], l’[O:Azacsol], paie.',
      [
        'Agence zaspienne du climat et du sol=Agence zaspienne du climat et du sol',
        'Azacsol=Agence zaspienne du climat et du sol',
      ],
    ],
    [
      'a bracket swallowed',
      'en',
      'The [O:Zaspa Honey Board (ZHX)] left. [O:ZHX] said so.',
      ['Zaspa Honey Board (ZHX)=Zaspa Honey Board', 'ZHX=Zaspa Honey Board'],
    ],
    [
      'a bracket that tells the parent',
      'fr',
      '[O:Institut des sciences du miel] ([O:CNRS])',
      [
        'Institut des sciences du miel=Institut des sciences du miel',
        'CNRS=Centre national de la recherche scientifique',
      ],
    ],
    [
      'a bracket that tells the owner',
      'fr',
      '[O:MINZAF] ([O:Zaspa First Bank])',
      ['MINZAF=MINZAF', 'Zaspa First Bank=Zaspa First Bank'],
    ],
    [
      'an acronym of the other language',
      'fr',
      'le [O:PNUD] ([O:UNDP])',
      [
        'PNUD=Programme des Nations unies pour le développement',
        'UNDP=Programme des Nations unies pour le développement',
      ],
    ],
    [
      'a sister that comes later',
      'fr',
      '[O:Zaspa] recule. [O:Zaspa Bus] gagne. [O:CGT Zaspa] proteste.',
      ['Zaspa=Zaspa', 'Zaspa Bus=Zaspa Bus', 'CGT Zaspa=CGT Zaspa'],
    ],
    [
      'where a body is',
      'fr',
      'la [O:Cour suprême du Canada] ; la [O:Cour suprême]',
      ['Cour suprême du Canada=Cour suprême du Canada', 'Cour suprême=Cour suprême du Canada'],
    ],
    [
      'another rank',
      'en',
      '[O:Bank of Zaspa] and [O:National Bank of Zaspa]',
      ['Bank of Zaspa=Bank of Zaspa', 'National Bank of Zaspa=National Bank of Zaspa'],
    ],
    [
      'a heading in capitals',
      'en',
      '[O:NORTHERN RELIEF ALLIANCE] ([O:NRA])',
      ['NORTHERN RELIEF ALLIANCE=Northern Relief Alliance', 'NRA=Northern Relief Alliance'],
    ],
    [
      'the kind is outside',
      'fr',
      'l’[O:ONG Reporters sans frontières]',
      ['Reporters sans frontières=Reporters sans frontières'],
    ],
  ])('%s (%s): %s', (_phenomenon, lang, marked, expected) => {
    expect(namesOf(link(marked, lang))).toEqual(expected);
  });

  test('the same body has one id in both languages', () => {
    const [french] = link('l’[O:OTAN]', 'fr').mentions;
    const [english] = link('[O:NATO]', 'en').mentions;
    expect(french).toHaveProperty('entity', 'organisation-nato');
    expect(english).toHaveProperty('entity', 'organisation-nato');
    expect(english).toHaveProperty('name', 'North Atlantic Treaty Organization');
  });
});

describe('places and other names', () => {
  test.each<[string, 'fr' | 'en', string, string, string | undefined]>([
    ['an exonym', 'fr', '[L:Londres]', 'Londres', 'GB'],
    ['an exonym', 'en', '[L:London]', 'London', 'GB'],
    ['a town of one country', 'fr', '[L:Nouadhibou]', 'Nouadhibou', 'MR'],
    ['a town of many, the country named', 'en', '[L:Hamilton], in Canada', 'Hamilton', 'CA'],
    ['a town of many, no country named', 'en', '[L:Hamilton]', 'Hamilton', undefined],
    ['a namesake, another country spoken of', 'en', '[L:Palmyra], in Syria', 'Palmyra', undefined],
    ['a namesake, a known place of another', 'en', '[L:Newport], in Wales, [L:Wales]; the US', 'Newport', undefined],
    ['a disputed place', 'fr', '[L:Jérusalem]', 'Jérusalem', undefined],
    ['a disputed place', 'en', '[L:Crimea]', 'Crimea', undefined],
    ['a town after « au »', 'fr', 'Au [L:Havre], on vote.', 'Le Havre', 'FR'],
    ['a town after « du »', 'fr', 'Le maire du [L:Mans] part.', 'Le Mans', 'FR'],
    ['a town after « aux »', 'fr', 'Aux [L:Ulis], on vote.', 'Les Ulis', 'FR'],
    ['a town after « des »', 'fr', 'La gare des [L:Lilas] ferme.', 'Les Lilas', 'FR'],
    ['a town in capitals', 'fr', 'LE MAIRE DU [L:HAVRE] PART', 'Le Havre', 'FR'],
    ['a town with its article elsewhere', 'fr', 'À [L:Havre]. [L:Le Havre] vote.', 'Le Havre', 'FR'],
    ['a known town after « du »', 'fr', 'Le maire du [L:Caire] part.', 'Le Caire', 'EG'],
    ['a department after « du »', 'fr', 'Le préfet du [L:Var] part.', 'Var', undefined],
    ['a town without its article', 'fr', '[L:Havre] vote.', 'Havre', 'US'],
    ['a town after « tableau »', 'fr', 'Un tableau [L:Havre] reste.', 'Havre', 'US'],
    ['a town of Montana', 'en', 'Police in [L:Havre] said so.', 'Havre', 'US'],
    ['an unknown hamlet', 'fr', '[L:Trou-aux-Biches-le-Petit]', 'Trou-aux-Biches-le-Petit', undefined],
  ])('%s (%s): %s', (_phenomenon, lang, marked, name, country) => {
    const [mention] = link(marked, lang).mentions;
    expect(mention).toMatchObject({ name });
    expect(mention?.type === 'place' ? mention.country : 'no place').toBe(country);
  });

  test('St and Saint are one place', () => {
    expect(namesOf(link('[L:Saint-Zaspa] dort. [L:St-Zaspa] rêve.'))).toEqual([
      'Saint-Zaspa=Saint-Zaspa',
      'St-Zaspa=Saint-Zaspa',
    ]);
  });

  test('Londres and London are one entity, Pegasus is one', () => {
    const ids = [link('[L:Londres]', 'fr'), link('[L:London]', 'en')].map(({ mentions }) => mentions[0]);
    expect(ids[0]).toHaveProperty('entity', 'place-london');
    expect(ids[1]).toHaveProperty('entity', 'place-london');
    expect(link('[M:Pegasus]', 'en').mentions[0]).toHaveProperty('entity', 'other-pegasus');
  });
});

test.each([
  ['[P:Mme Duval] parle.', 'Duval'],
  ['[P:M. Rajeevan] spoke.', 'M. Rajeevan'],
  ['[P:président Emmanuel Macron] parle.', 'Emmanuel Macron'],
  ['[P:Sir Keir Starmer] spoke.', 'Keir Starmer'],
  ['[P:Macron’s] plan', 'Macron'],
  ['[P:Lady Gaga] sings.', 'Lady Gaga'],
  ['[O:Moody’s] said.', 'Moody’s'],
])('titles and possessives stay outside: %s', (marked, surface) => {
  expect(link(marked, 'en').mentions[0]?.text).toBe(surface);
});

test('a person that the model once took for a body is the person', () => {
  const document = markedDocument('[P:Florence Parly] part. [O:Florence Parly] revient.');
  const mentions = document.mentions.map((mention, place) => (place === 1 ? { ...mention, score: 0.6 } : mention));
  const linked = linkNames({ ...document, mentions });
  expect(linked.mentions.map(({ type }) => type)).toEqual(['person', 'person']);
  expect(linked.mentions[1]?.notes?.[0]?.code).toBe('names.person-elsewhere');
});

test('known entities keep their id and give the fullest name', () => {
  const known = loadKnownEntities([
    '{"entity":"p-7","type":"person","name":"Benny Gantz","names":[{"name":"Gantz","lang":"fr","count":2,"evidence":"surname"}]}',
  ]);
  const [alone] = linkNames(markedDocument('[P:Gantz] revient.'), known).mentions;
  expect(alone).toMatchObject({ name: 'Benny Gantz', entity: 'p-7' });
  // a namesake of whom the document gives the full name is somebody else
  const [other] = linkNames(markedDocument('[P:Laura Gantz] et [P:Gantz]'), known).mentions;
  expect(other).toMatchObject({ name: 'Laura Gantz' });
});
