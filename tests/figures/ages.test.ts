// Whether years are somebody's age or a length of time: phenomenon, language, sentence, kinds of its years in order.
import { describe, expect, it } from 'vitest';
import { extractDates } from '../../pipeline/dates/index.ts';
import type { FigureKind, Language } from '../../pipeline/document.ts';
import { extractFigures } from '../../pipeline/figures/index.ts';
import { documentOf } from '../support/document.ts';

const rows: readonly (readonly [phenomenon: string, lang: Language, text: string, kinds: readonly FigureKind[]])[] = [
  ['aged', 'fr', 'Il est âgé de 43 ans.', ['age']],
  ['aged about', 'fr', 'Un suspect âgé d’une trentaine d’années a été arrêté.', ['age']],
  ['aged, a range', 'fr', 'Elles sont âgées de 18 à 79 ans.', ['age']],
  ['aged between', 'fr', 'Ils sont âgés entre 18 et 25 ans.', ['age']],
  ['aged, a range', 'en', 'It asked adults aged 18 to 79.', ['age']],
  ['a person of', 'fr', 'Une femme de 34 ans et son fils de 8 ans ont été vus.', ['age', 'age']],
  ['a person of about', 'fr', 'Un homme d’environ 30 ans a été vu.', ['age']],
  ['a person of, with an adjective', 'fr', 'Un ressortissant afghan de 34 ans a été arrêté.', ['age']],
  ['a trade of', 'fr', 'Un livreur de 24 ans et une jardinière de 54 ans ont vu.', ['age', 'age']],
  [
    'a person with a complement',
    'fr',
    'Un père de famille de 43 ans suit un homme d’affaires de 56 ans.',
    ['age', 'age'],
  ],
  [
    'a thing with a complement',
    'fr',
    'Un plan pour la famille de 5 ans, un chiffre d’affaires de 10 ans.',
    ['duration', 'duration'],
  ],
  ['a demonym of', 'fr', 'Un Danois de 34 ans et une Belge de 38 ans ont vu.', ['age', 'age']],
  ['a demonym of', 'fr', 'Une Guinéenne de 34 ans et un Portugais de 38 ans ont vu.', ['age', 'age']],
  ['people of less than', 'fr', 'Les enfants de moins de cinq ans sont exposés.', ['age']],
  ['people of a range', 'fr', 'Le vaccin va aux enfants de 6 à 11 ans.', ['age']],
  ['people of two ages', 'fr', 'Des adolescents de 15 et 17 ans sont mis en examen.', ['age', 'age']],
  ['people of', 'en', 'A club for children of 12 to 14.', ['age']],
  ['a group', 'fr', 'Les 18-29 ans votent peu, les plus de 65 ans davantage.', ['age', 'age']],
  ['a group', 'fr', 'Ouvert aux moins de 12 ans et aux 65 ans et plus.', ['age', 'age']],
  ['one in three of an age', 'fr', 'Une femme sur trois de plus de 50 ans le craint.', ['age']],
  ['a mean', 'fr', 'L’âge moyen est de 42 ans, l’âge légal de 64 ans.', ['age', 'age']],
  ['apposed to a person', 'fr', 'Le retraité, 74 ans, se tait.', ['age']],
  ['a life', 'fr', 'L’espérance de vie atteint 85,6 ans.', ['duration']],
  ['a deal', 'fr', 'Un accord de 25 ans et un bail de plus de 10 ans.', ['duration', 'duration']],
  ['a thing', 'fr', 'Un moteur de 10 ans et un plan américain de deux ans.', ['duration', 'duration']],
  ['a friend', 'fr', 'C’est un ami de trente ans.', ['duration']],
  ['a difference', 'fr', 'Elle est plus jeune de dix ans.', ['duration']],
  ['a verb', 'fr', 'Les salariés disposent de deux ans.', ['duration']],
  ['what follows', 'fr', 'Une victime de 20 ans de violences.', ['duration']],
  ['years to come', 'fr', 'Les 5 à 10 ans à venir seront durs.', ['duration']],
  ['years needed', 'fr', 'Les deux à trois ans nécessaires passent.', ['duration']],
  ['an anniversary', 'fr', 'Les 20 ans du club ont été fêtés.', ['duration']],
  ['a term', 'fr', 'Il a été condamné à cinq ans.', ['duration']],
  ['a term', 'fr', 'Le texte porte la durée du mandat à sept ans.', ['duration']],
  ['a change of a term', 'fr', 'La peine passe de trois à cinq ans.', ['duration', 'duration']],
  ['an age that is set', 'fr', 'L’âge légal est porté à 64 ans.', ['age']],
  ['an age after à', 'fr', 'Elle est morte à 89 ans, seule.', ['age']],
  ['a sentence', 'fr', 'L’homme encourt de 5 à 10 ans de prison.', ['duration']],
];

describe('figures: ages', () => {
  it.each(rows)('tells %s (%s): %s', (_phenomenon, lang, text, kinds) => {
    const { mentions } = extractFigures(extractDates(documentOf(text, { lang })));
    const years = mentions.filter((mention) => mention.type === 'figure').filter(({ unit }) => unit === 'year');
    expect(years.map(({ kind }) => kind)).toEqual(kinds);
  });
});
