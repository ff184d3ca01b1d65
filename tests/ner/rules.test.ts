import { describe, expect, test } from 'vitest';
import type { Language, ModelLabel, ModelSpan } from '../../pipeline/document.ts';
import { agreeOnTypes } from '../../pipeline/ner/rules/agreement.ts';
import { dropAddresses } from '../../pipeline/ner/rules/addresses.ts';
import { addArticles } from '../../pipeline/ner/rules/articles.ts';
import { joinBrackets } from '../../pipeline/ner/rules/brackets.ts';
import { trimEdges } from '../../pipeline/ner/rules/edges.ts';
import { joinDashed } from '../../pipeline/ner/rules/dashed.ts';
import { dropDoubtful } from '../../pipeline/ner/rules/doubtful.ts';
import { dropHandles } from '../../pipeline/ner/rules/handles.ts';
import { spanRules } from '../../pipeline/ner/rules/index.ts';
import { settlePlaceHeads } from '../../pipeline/ner/rules/place-heads.ts';
import { dropPronouns } from '../../pipeline/ner/rules/pronouns.ts';
import type { SpanRule } from '../../pipeline/ner/rules/rule.ts';
import { cutLooseEnds } from '../../pipeline/ner/rules/loose-ends.ts';
import { agreeOnSurnames } from '../../pipeline/ner/rules/surnames.ts';
import { documentOf } from '../support/document.ts';

type Mark = readonly [label: ModelLabel, surface: string];

function apply(rule: SpanRule, lang: Language, text: string, marks: readonly Mark[]): string[] {
  const document = documentOf(text, { lang, marks });
  return rule(document.modelSpans, document).map(({ label, start, end }) => `${label} ${text.slice(start, end)}`);
}

type Row = readonly [what: string, lang: Language, text: string, marks: readonly Mark[], expected: readonly string[]];

function table(rule: SpanRule, rows: readonly Row[]): void {
  test.each(rows)('%s (%s)', (_what, lang, text, marks, expected) => {
    expect(apply(rule, lang, text, marks)).toEqual(expected);
  });
}

describe('names in handles and addresses are dropped', () => {
  table(dropHandles, [
    ['handle', 'fr', 'Merci à @JeanDurand ce soir', [['PER', 'JeanDurand']], []],
    ['handle', 'en', 'Thanks @JaneDoe tonight', [['PER', 'JaneDoe']], []],
    ['handle in two parts', 'fr', 'voir @jean_durand', [['PER', 'durand']], []],
    [
      'address',
      'en',
      'write to jane.doe@example.org now',
      [
        ['PER', 'jane'],
        ['ORG', 'example.org'],
      ],
      [],
    ],
    [
      'a name beside a handle stays',
      'fr',
      'Jean Durand (@jdurand) a dit',
      [['PER', 'Jean Durand']],
      ['PER Jean Durand'],
    ],
    ['figures stay', 'en', 'at @shop for 5 euros', [['FIG', '5 euros']], ['FIG 5 euros']],
  ]);
});

describe('names in web addresses are dropped', () => {
  table(dropAddresses, [
    ['web address', 'fr', 'lire sur https://www.example.org/Paris/une', [['LOC', 'Paris']], []],
    [
      'web address without scheme',
      'en',
      'see www.example.org for Paris',
      [
        ['ORG', 'example'],
        ['LOC', 'Paris'],
      ],
      ['LOC Paris'],
    ],
    ['a bare domain stays', 'fr', 'réservé sur Voyages.fr hier', [['ORG', 'Voyages.fr']], ['ORG Voyages.fr']],
    ['the scheme itself', 'en', 'see ftp://example.org', [['ORG', 'ftp']], []],
  ]);
});

describe('signs at the edge stay outside', () => {
  table(trimEdges, [
    ['guillemets', 'fr', 'le film « Brumes » sort', [['MISC', '« Brumes »']], ['MISC Brumes']],
    ['quotation marks', 'en', 'the film “Mists” is out', [['MISC', '“Mists”']], ['MISC Mists']],
    ['comma', 'fr', 'selon Marie Curie, hier', [['PER', 'Marie Curie,']], ['PER Marie Curie']],
    ['apostrophe', 'en', 'the Joneses’ house', [['PER', 'Joneses’']], ['PER Joneses']],
    ['possessive of a person', 'en', "Anna Bell's coalition", [['PER', "Anna Bell's"]], ['PER Anna Bell']],
    ['curly possessive of a person', 'en', 'Anna Bell’s coalition', [['PER', 'Anna Bell’s']], ['PER Anna Bell']],
    ['a firm keeps its own', 'en', "at Barnaby's today", [['ORG', "Barnaby's"]], ["ORG Barnaby's"]],
    ['abbreviation keeps its dot', 'en', 'Acme Inc. said', [['ORG', 'Acme Inc.']], ['ORG Acme Inc.']],
    ['the dot of initials stays', 'en', 'in the U.S. today', [['LOC', 'U.S.']], ['LOC U.S.']],
    ['the dot of the sentence goes', 'fr', 'Il vit à Lausanne.', [['LOC', 'Lausanne.']], ['LOC Lausanne']],
    ['exclamation mark of a name stays', 'en', 'on Wahoo! today', [['ORG', 'Wahoo!']], ['ORG Wahoo!']],
    ['minus of a figure stays', 'fr', 'il fait -12 degrés', [['FIG', '-12 degrés']], ['FIG -12 degrés']],
    ['only signs', 'fr', 'puis « » enfin', [['MISC', '« »']], []],
  ]);
});

describe('words that lead on do not end a name', () => {
  table(cutLooseEnds, [
    ['and', 'fr', 'avec Santé Solidaire et la Ligue', [['ORG', 'Santé Solidaire et']], ['ORG Santé Solidaire']],
    ['two words', 'en', 'the Bank of the North', [['ORG', 'Bank of the']], ['ORG Bank']],
    ['elision alone', 'fr', 'la Cour d’en haut', [['ORG', 'Cour d']], ['ORG Cour']],
    [
      'elision before the rest of the name',
      'fr',
      "l'État d'Israël a dit",
      [
        ['LOC', 'État d'],
        ['LOC', 'Israël'],
      ],
      ["LOC État d'Israël"],
    ],
    [
      'elision before another type',
      'fr',
      "la Ligue d'Amiens",
      [
        ['ORG', 'Ligue d'],
        ['LOC', 'Amiens'],
      ],
      ['ORG Ligue', 'LOC Amiens'],
    ],
    ['inside', 'en', 'the Bank of England', [['ORG', 'Bank of England']], ['ORG Bank of England']],
    ['a capital', 'fr', 'le groupe Les Et', [['ORG', 'Les Et']], ['ORG Les Et']],
    ['the whole name', 'fr', 'à la une', [['MISC', 'la']], ['MISC la']],
  ]);
});

describe('pronouns are no persons', () => {
  table(dropPronouns, [
    ['he', 'en', 'HE said so', [['PER', 'HE']], []],
    ['il', 'fr', 'Il a signé', [['PER', 'Il']], []],
    ['a magazine stays', 'fr', 'dans Elle ce mois', [['ORG', 'Elle']], ['ORG Elle']],
  ]);
});

describe('the article of a place', () => {
  table(addArticles, [
    ['capital in mid-sentence', 'fr', 'Elle vit à Le Vigan depuis un an', [['LOC', 'Vigan']], ['LOC Le Vigan']],
    ['listed, at the head', 'fr', 'Le Havre se réveille', [['LOC', 'Havre']], ['LOC Le Havre']],
    ['listed, curly', 'fr', 'il rentre de L’Aquila', [['LOC', 'Aquila']], ['LOC L’Aquila']],
    ['not listed, at the head', 'fr', 'La Suisse vote', [['LOC', 'Suisse']], ['LOC Suisse']],
    ['after an opening quotation mark', 'fr', 'Il dit : « La Suisse vote »', [['LOC', 'Suisse']], ['LOC Suisse']],
    ['lower case', 'fr', 'dans la Drôme', [['LOC', 'Drôme']], ['LOC Drôme']],
    ['another type', 'fr', 'lu dans Le Courrier', [['ORG', 'Courrier']], ['ORG Courrier']],
    ['already inside', 'fr', 'à La Haye', [['LOC', 'La Haye']], ['LOC La Haye']],
    [
      'English keeps to the list',
      'en',
      'a ferry from Le Havre and La Somewhere',
      [
        ['LOC', 'Havre'],
        ['LOC', 'Somewhere'],
      ],
      ['LOC Le Havre', 'LOC Somewhere'],
    ],
    ['a word that ends so', 'fr', 'le vin de Belle Le-Havre', [['LOC', 'Havre']], ['LOC Havre']],
  ]);
});

describe('the types of one surface', () => {
  const spansOf = (marks: readonly (readonly [ModelLabel, number, number])[]): ModelSpan[] =>
    marks.map(([label, start, score]) => ({ label, start, end: start + 6, score, sentence: 0 }));
  const text = 'Orange, Orange, Orange';
  const labels = (marks: readonly (readonly [ModelLabel, number, number])[]): string[] =>
    agreeOnTypes(spansOf(marks), documentOf(text)).map(({ label }) => label);

  test('an unsure span takes the majority', () => {
    expect(
      labels([
        ['ORG', 0, 0.99],
        ['ORG', 8, 0.98],
        ['LOC', 16, 0.6],
      ]),
    ).toEqual(['ORG', 'ORG', 'ORG']);
  });
  test('a sure span keeps its own', () => {
    expect(
      labels([
        ['ORG', 0, 0.99],
        ['ORG', 8, 0.98],
        ['LOC', 16, 0.97],
      ]),
    ).toEqual(['ORG', 'ORG', 'LOC']);
  });
  test('without a majority nothing changes', () => {
    expect(
      labels([
        ['ORG', 0, 0.6],
        ['LOC', 8, 0.6],
      ]),
    ).toEqual(['ORG', 'LOC']);
  });
  test('figures and dates do not vote', () => {
    expect(
      labels([
        ['FIG', 0, 0.5],
        ['ORG', 8, 0.9],
        ['FIG', 16, 0.5],
      ]),
    ).toEqual(['FIG', 'ORG', 'FIG']);
  });
});

describe('a surname alone', () => {
  const text = 'Marta Lindqvist parle. Lindqvist gagne. Lindqvist sourit.';
  const labels = (alone: readonly (readonly [ModelLabel, number])[]): string[] => {
    const starts = [23, 40];
    const spans: ModelSpan[] = [
      { label: 'PER', start: 0, end: 15, score: 0.97, sentence: 0 },
      ...alone.map(([label, score], at) => {
        const start = starts[at] ?? 0;
        return { label, start, end: start + 9, score, sentence: 0 };
      }),
    ];
    return agreeOnSurnames(spans, documentOf(text)).map(({ label }) => label);
  };

  test('is the person that the document names in full', () => {
    expect(
      labels([
        ['ORG', 0.8],
        ['LOC', 0.5],
      ]),
    ).toEqual(['PER', 'PER', 'PER']);
  });
  test('stays what the model is sure of, everywhere', () => {
    expect(
      labels([
        ['LOC', 0.97],
        ['LOC', 0.5],
      ]),
    ).toEqual(['PER', 'LOC', 'LOC']);
  });
  test('a figure stays one', () => {
    expect(labels([['FIG', 0.5]])).toEqual(['PER', 'FIG']);
  });
});

describe('every rule', () => {
  test('leaves a document without spans alone', () => {
    const document = documentOf('Rien ne se passe.');
    for (const rule of spanRules) expect(rule([], document)).toEqual([]);
  });
});

describe('a lower-case head noun before a place is inside or outside as the guideline says', () => {
  table(settlePlaceHeads, [
    ['a site', 'fr', 'On se baigne dans les gorges de la Sioule.', [['LOC', 'Sioule']], ['LOC gorges de la Sioule']],
    ['an elided preposition', 'fr', 'La porte d’Orient est fermée.', [['LOC', 'Orient']], ['LOC porte d’Orient']],
    ['no preposition', 'fr', 'Au sommet du puy Violent', [['LOC', 'Violent']], ['LOC puy Violent']],
    ['a river', 'fr', 'La rivière Imaloto déborde.', [['LOC', 'rivière Imaloto']], ['LOC Imaloto']],
    ['a unit', 'fr', 'Le canton de Bâle vote.', [['LOC', 'canton de Bâle']], ['LOC Bâle']],
    ['an English place', 'en', 'The place du Marché was full.', [['LOC', 'Marché']], ['LOC Marché']],
    ['a longer word', 'fr', 'Le remplace Paris.', [['LOC', 'Paris']], ['LOC Paris']],
    ['a person', 'fr', 'la salle Gérard Philipe', [['PER', 'Gérard Philipe']], ['PER Gérard Philipe']],
  ]);
});

describe('an acronym with another in brackets is one name', () => {
  table(joinBrackets, [
    ['brackets left out', 'en', 'The RKP(M) won.', [['ORG', 'RKP']], ['ORG RKP(M)']],
    ['the last bracket left out', 'fr', 'La CFU(FO) proteste.', [['ORG', 'CFU(FO']], ['ORG CFU(FO)']],
    [
      'two marks become one',
      'en',
      'The RKP(ML) did not.',
      [
        ['ORG', 'RKP'],
        ['ORG', 'ML'],
      ],
      ['ORG RKP(ML)'],
    ],
    ['a space parts', 'fr', 'Le PRS (PSE) vote.', [['ORG', 'PRS']], ['ORG PRS']],
    ['a person stays', 'en', 'JFK(USA) ran.', [['PER', 'JFK']], ['PER JFK']],
  ]);
});

describe('bodies around an en dash are one', () => {
  table(joinDashed, [
    [
      'a team',
      'en',
      'Arkéa–Delko Two won.',
      [
        ['ORG', 'Arkéa'],
        ['ORG', 'Delko Two'],
      ],
      ['ORG Arkéa–Delko Two'],
    ],
    [
      'a spaced dash parts',
      'en',
      'Arkéa – Delko won.',
      [
        ['ORG', 'Arkéa'],
        ['ORG', 'Delko'],
      ],
      ['ORG Arkéa', 'ORG Delko'],
    ],
    [
      'places stay two',
      'en',
      'the Paris–Nice race',
      [
        ['LOC', 'Paris'],
        ['LOC', 'Nice'],
      ],
      ['LOC Paris', 'LOC Nice'],
    ],
  ]);
});

test('names that the model doubts are dropped, figures and dates are not', () => {
  const document = documentOf('Awa Diop et Orfis, le 3 mai', {
    marks: [
      ['PER', 'Awa Diop'],
      ['ORG', 'Orfis'],
      ['DATE', '3 mai'],
    ],
  });
  const doubtful = document.modelSpans.map((span) => ({ ...span, score: 0.47 }));
  expect(dropDoubtful(doubtful, document).map(({ label }) => label)).toEqual(['PER', 'DATE']);
});
