// Tables of dates: phenomenon, sentence, `surface = EDTF` of every date in it; rows with a document date complete the year.
import { describe, expect, it } from 'vitest';
import type { DateMention, Language } from '../../pipeline/document.ts';
import { extractDates } from '../../pipeline/dates/index.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

function datesOf(text: string, lang: Language, date?: string): DateMention[] {
  const document = extractDates(documentOf(text, date === undefined ? { lang } : { lang, date }));
  expectExactOffsets(document);
  return document.mentions.filter((mention) => mention.type === 'date');
}

type Row = readonly [phenomenon: string, lang: Language, text: string, expected: readonly string[]];

const days: readonly Row[] = [
  ['day, month, year', 'fr', 'Le 24 février 2022, tout bascule.', ['24 février 2022 = 2022-02-24']],
  ['1er', 'fr', 'Au 1er janvier 2025, le prix monte.', ['1er janvier 2025 = 2025-01-01']],
  ['abbreviation', 'fr', 'KOUROU, 9 juil. 2024 – La fusée part.', ['9 juil. 2024 = 2024-07-09']],
  ['capitals without accents', 'fr', 'BILAN DU 18 DECEMBRE 2023', ['18 DECEMBRE 2023 = 2023-12-18']],
  ['no year', 'fr', 'Il est fêté le 16 octobre.', ['16 octobre = XXXX-10-16']],
  ['the weekday stays outside', 'fr', 'Le samedi 3 mai 2025, il a plu.', ['3 mai 2025 = 2025-05-03']],
  ['day first', 'en', 'It opened on 5 February 2024.', ['5 February 2024 = 2024-02-05']],
  ['month first', 'en', 'It opened on February 5, 2024, in Leeds.', ['February 5, 2024 = 2024-02-05']],
  ['ordinal', 'en', 'The 29th September, 2025 was wet.', ['29th September, 2025 = 2025-09-29']],
  ['abbreviation', 'en', 'Filed Nov. 8, 1975 in Boston.', ['Nov. 8, 1975 = 1975-11-08']],
  ['abbreviation before a colon', 'en', 'DELHI, Jan 9: The court sat.', ['Jan 9 = XXXX-01-09']],
  ['in words', 'en', 'On the twelfth of March they met.', ['twelfth of March = XXXX-03-12']],
  ['in words', 'fr', 'Fait le vingt-six juin 2007.', ['vingt-six juin 2007 = 2007-06-26']],
  ['ISO', 'en', 'It is dated 2026-01-08.', ['2026-01-08 = 2026-01-08']],
  ['points', 'fr', 'Publié le 14.11.2022 à Lyon.', ['14.11.2022 = 2022-11-14']],
  ['slashes', 'fr', 'Publié le 04/02/2025 à Lyon.', ['04/02/2025 = 2025-02-04']],
  ['month first in figures', 'en', 'WASHINGTON, 11/18/2025', ['11/18/2025 = 2025-11-18']],
  ['the other language', 'en', 'In effect: 19 août 2025.', ['19 août 2025 = 2025-08-19']],
  ['the other language', 'fr', 'Bulletin – September 2024', ['September 2024 = 2024-09']],
  ['not in the calendar', 'fr', 'Le 31 février, rien.', []],
  [
    'two months side by side',
    'en',
    'They left on May 31 and June 1, 1921.',
    ['May 31 and June 1, 1921 = 1921-05-31/1921-06-01'],
  ],
  ['a number before a day', 'en', 'Bulletin no. 7, 14 January 2024', ['14 January 2024 = 2024-01-14']],
  ['a feast', 'fr', 'Le monument date de la Toussaint 1831.', ['Toussaint 1831 = 1831-11-01']],
  ['a feast', 'en', 'It closed at Christmas 2024.', ['Christmas 2024 = 2024-12-25']],
];

const stretches: readonly Row[] = [
  ['au', 'fr', 'Du 5 au 18 mai 2025, la ligne ferme.', ['5 au 18 mai 2025 = 2025-05-05/2025-05-18']],
  ['dash', 'en', 'Batumi, 14–16 May 2026.', ['14–16 May 2026 = 2026-05-14/2026-05-16']],
  ['month first', 'en', 'The week of Feb. 3–9.', ['Feb. 3–9 = XXXX-02-03/XXXX-02-09']],
  ['neighbouring days', 'fr', 'Les 18 et 19 avril, on vote.', ['18 et 19 avril = XXXX-04-18/XXXX-04-19']],
  ['a set', 'fr', 'Répétitions les 12 et 17 mars.', ['12 et 17 mars = {XXXX-03-12,XXXX-03-17}']],
  ['neighbouring months', 'en', 'July and August 2024 were dry.', ['July and August 2024 = 2024-07/2024-08']],
  ['between', 'en', 'Between May 2020 and March 2022 it rained.', ['May 2020 and March 2022 = 2020-05/2022-03']],
  ['over the new year', 'fr', 'D’octobre à mars, il gèle.', ['octobre à mars = XXXX-10/XXXX-03']],
  ['years', 'fr', 'De 2014 à 2022, il courut.', ['2014 à 2022 = 2014/2022']],
  ['entre', 'fr', 'Entre 2017 et 2019, rien.', ['2017 et 2019 = 2017/2019']],
  ['two years are two dates', 'fr', 'En 2017 et en 2019, rien.', ['2017 = 2017', '2019 = 2019']],
  ['season of two years', 'en', 'The 2024-25 season ended.', ['2024-25 = 2024/2025']],
  ['life dates', 'en', 'Ossie Delgado, 1934–2025, trumpeter.', ['1934–2025 = 1934/2025']],
];

const periods: readonly Row[] = [
  ['month', 'fr', 'En juillet 2021, il neigea.', ['juillet 2021 = 2021-07']],
  ['bare month', 'fr', 'Fin septembre, elle part.', ['septembre = XXXX-09']],
  ['the verb may', 'en', 'May the rest be cooler; they may go.', []],
  ['the month of May', 'en', 'It will open in May.', ['May = XXXX-05']],
  ['the planet', 'fr', 'La sonde approche de Mars.', []],
  ['year', 'fr', 'En 1988, l’usine ferma.', ['1988 = 1988']],
  ['year of three digits', 'fr', 'Il mourut vers 913, dit-on.', ['913 = 0913']],
  ['year in words', 'fr', 'L’an deux mille vingt-cinq, le conseil siège.', ['deux mille vingt-cinq = 2025']],
  ['decade', 'fr', 'Dans les années 1990, on dansait.', ['les années 1990 = 199X']],
  ['decade in words', 'fr', 'Les années soixante-dix furent longues.', ['Les années soixante-dix = 197X']],
  ['decade', 'en', 'In the 1930s they fished.', ['1930s = 193X']],
  ['two decades', 'fr', 'Les années 80 et 90 comptent.', ['Les années 80 = 198X', '90 = 199X']],
  ['two decades in full', 'fr', 'Les années 1980 et 1990 comptent.', ['Les années 1980 = 198X', '1990 = 199X']],
  ['three decades', 'fr', 'Les années 70, 80 et 90.', ['Les années 70 = 197X', '80 = 198X', '90 = 199X']],
  [
    'two decades in words',
    'fr',
    'Les années soixante et soixante-dix.',
    ['Les années soixante = 196X', 'soixante-dix = 197X'],
  ],
  ['a count after a decade', 'fr', 'Dans les années 80, 90 personnes partent.', ['les années 80 = 198X']],
  ['a share after a decade', 'fr', 'Dans les années 80 et 90 % du temps.', ['les années 80 = 198X']],
  ['a year after a decade', 'fr', 'Les années 1980 et 1995 comptent.', ['Les années 1980 = 198X', '1995 = 1995']],
  ['two decades', 'en', 'The 1980s and 90s count.', ['1980s = 198X', '90s = 199X']],
  ['two short decades', 'en', 'In the 70s, 80s and 90s.', ['70s = 197X', '80s = 198X', '90s = 199X']],
  ['two decades in words', 'en', 'The sixties and seventies.', ['sixties = 196X', 'seventies = 197X']],
  ['two ages are no decades', 'en', 'People in their 70s and 80s fled.', []],
  ['an age after a decade', 'en', 'In the 1980s, and in his 90s too.', ['1980s = 198X']],
  ['an age is no decade', 'en', 'A man in his 30s fled.', []],
  ['century', 'fr', 'Au XIXe siècle, tout change.', ['XIXe siècle = 18XX']],
  ['century', 'en', 'An 18th century herbal.', ['18th century = 17XX']],
  ['season with a year', 'fr', 'L’été 2025 fut chaud.', ['été 2025 = 2025-22']],
  ['winter of two years', 'fr', 'L’hiver 2024-2025 fut doux.', ['hiver 2024-2025 = 2024-24']],
  ['season', 'en', 'In the spring of 1973 he left.', ['spring of 1973 = 1973-21']],
  ['a season alone', 'fr', 'L’été sera chaud.', []],
  ['quarter', 'fr', 'Au troisième trimestre 2024, elle recule.', ['troisième trimestre 2024 = 2024-07/2024-09']],
  ['quarter', 'en', 'Sales fell in Q3 2025.', ['Q3 2025 = 2025-07/2025-09']],
  ['half', 'en', 'In the second half of 2026 it reopens.', ['second half of 2026 = 2026-07/2026-12']],
  ['quarter without a year', 'fr', 'Les ventes remonteront au T4.', ['T4 = XXXX-10/XXXX-12']],
  ['tramway', 'fr', 'La recette de la ligne et du tramway au T4.', []],
  ['tramway alone', 'fr', 'On se rend au T4 à pied.', []],
  ['half-year of business', 'en', 'In the first half, profit fell.', ['first half = XXXX-01/XXXX-06']],
  ['half-year of business', 'en', 'First-half profit fell 3%.', ['First-half = XXXX-01/XXXX-06']],
  ['half of a match, its scorer sold', 'en', 'The £5m striker scored in the first half.', []],
  ['half of a decade', 'en', 'Sales grew in the first half of the decade.', []],
  ['half of an hour', 'en', 'Sales grew in the first half-hour.', []],
  ['half of a match', 'en', 'They scored in the second half.', []],
  ['fiscal years', 'en', 'Profits for FY2024 and FY24/25 rose.', ['2024 = 2024', '24/25 = 2024/2025']],
  [
    'quarters with the rank first',
    'fr',
    'Le 3T24 dépasse le 2T 2024.',
    ['3T24 = 2024-07/2024-09', '2T 2024 = 2024-04/2024-06'],
  ],
  [
    'quarters with a short year',
    'en',
    'Sales in Q3 25 beat 1H25.',
    ['Q3 25 = 2025-07/2025-09', '1H25 = 2025-01/2025-06'],
  ],
  ['a prefix', 'en', 'In mid-2024 it bought a pre-1914 map.', ['2024 = 2024', '1914 = 1914']],
  ['a prefix', 'fr', 'Le régime post-2015 a changé.', ['2015 = 2015']],
  ['years before the thousand', 'fr', 'La mention date de 860, sous les Carolingiens.', ['860 = 0860']],
  ['years before the thousand', 'en', 'He is dead since about 930.', ['930 = 0930']],
  ['between early years', 'fr', 'Elle fut construite entre 493 et 526 par le roi.', ['493 et 526 = 0493/0526']],
  ['between early years', 'en', 'It was built between 493 and 526.', ['493 and 526 = 0493/0526']],
  ['our era', 'en', 'Vesuvius erupted in AD 79.', ['79 = 0079']],
  ['our era', 'fr', 'Le volcan entra en éruption en l’an 79.', ['79 = 0079']],
  ['about a year', 'en', 'The make is English, about 1926.', ['1926 = 1926']],
];

const outside: readonly Row[] = [
  ['a numbered weekday without a document date', 'fr', 'Lundi 24, audience.', []],
  ['weekdays and yesterday', 'fr', 'Hier, lundi, et demain.', []],
  ['before our era', 'fr', 'En 483 av. J.-C., il mourut.', []],
  ['counts', 'fr', 'Plus de 1500 personnes défilent.', []],
  ['counts', 'en', 'A survey of 1709 schoolchildren.', []],
  ['codes', 'fr', 'Arrêt 1C_412/2023 et loi n° 1107.', []],
  ['money', 'en', 'It cost $2000.', []],
  ['phone', 'en', 'Call 1800-555-0143.', []],
  ['versions', 'en', 'Build 10.0.2020.1 failed.', []],
  ['laws', 'fr', 'La loi 2015-36 est abrogée.', []],
  ['races', 'en', 'He won the 1500 metres.', []],
  ['works', 'fr', 'Les suites BWV 1007 à 1012.', []],
  ['May Day', 'en', 'They marched on May Day.', []],
];

const news: readonly Row[] = [
  ['a year before a count', 'en', 'In 2023 196 people were killed.', ['2023 = 2023']],
  ['a year before a count', 'fr', 'En 2023 196 personnes ont été tuées.', ['2023 = 2023']],
  ['seasons of two years', 'en', 'Between 2019–20 and 2023–24 it grew.', ['2019–20 and 2023–24 = 2019/2024']],
  ['a feast with its year', 'en', 'On New Year’s Day 1992 a gust rose.', ['New Year’s Day 1992 = 1992-01-01']],
  ['a feast with its year', 'fr', 'Au jour de l’An 1992, le vent se leva.', ['jour de l’An 1992 = 1992-01-01']],
  ['a month before its noun', 'en', 'The May contract rose.', ['May = XXXX-05']],
  ['the verb', 'en', 'They may march in line.', []],
  ['a law', 'en', 'It was filed under 42 U.S.C. § 1983 and H.R. 1433.', []],
  ['the wars', 'fr', 'La boue de 14-18 colle encore.', ['14-18 = 1914/1918']],
  ['no war', 'fr', 'Un enfant de 14-18 kg pleure.', []],
  ['a joke', 'fr', 'C’était un poisson d’avril.', []],
];

describe.each([
  ['days', days],
  ['stretches and sets', stretches],
  ['months, years and longer', periods],
  ['what is no date', outside],
  ['news', news],
] as const)('dates: %s', (_name, rows) => {
  it.each(rows)('reads %s (%s): %s', (_phenomenon, lang, text, expected) => {
    expect(datesOf(text, lang).map((date) => `${date.text} = ${date.edtf}`)).toEqual(expected);
  });
});

describe('dates completed by the date of the document', () => {
  it.each([
    ['the past', 'fr', 'Il est mort en décembre.', '2025-03-12', '2024-12'],
    ['the future', 'fr', 'Le vote aura lieu le 13 novembre.', '2025-03-12', '2025-11-13'],
    ['the future over the year', 'en', 'The school will open in January.', '2025-10-02', '2026-01'],
    ['the past', 'en', 'It collapsed on Sept. 6.', '2025-10-02', '2025-09-06'],
    ['the past over the year', 'en', 'It collapsed on Sept. 6.', '2025-02-02', '2024-09-06'],
    ['no tense', 'fr', 'Paris, 3 mars.', '2025-03-12', '2025-03-03'],
    ['a set', 'fr', 'Rendez-vous les 12 et 17 mars.', '2025-03-01', '{2025-03-12,2025-03-17}'],
    ['over the new year', 'fr', 'Elle est fermée d’octobre à mars.', '2025-11-01', '2025-10/2026-03'],
    ['every year', 'fr', 'On le fête chaque 12 mai.', '2025-03-12', 'XXXX-05-12'],
    ['a deadline', 'fr', 'Ils appellent à agir avant le 31 décembre.', '2025-07-03', '2025-12-31'],
    ['a deadline over the year', 'en', 'Papers before 31 January, please.', '2025-10-03', '2026-01-31'],
    [
      'what comes after the past',
      'fr',
      'Ils étaient appelés aux urnes, pour la dernière fois avant les sénatoriales de septembre.',
      '2026-03-22',
      '2026-09',
    ],
    ['what comes after the past', 'en', 'It was asked to vote before the September poll.', '2026-03-22', '2026-09'],
    ['a deadline of the past', 'fr', 'Elle a été forcée à partir avant la fin de juin.', '2026-12-02', '2026-06'],
    ['a deadline of the past', 'en', 'He had left before the September poll.', '2026-03-22', '2025-09'],
    ['the past before a date', 'fr', 'Il était parti avant septembre.', '2026-03-22', '2025-09'],
    ['the weekday of the month', 'fr', 'LUNDI 24, 15e chambre', '2025-11-20', '2025-11-24'],
    ['the weekday of the next month', 'en', 'TUESDAY 3', '2026-02-27', '2026-03-03'],
    ['no document date', 'fr', 'Il est mort en décembre.', undefined, 'XXXX-12'],
  ] as const)('follows %s (%s): %s', (_name, lang, text, date, edtf) => {
    expect(datesOf(text, lang, date).map((found) => found.edtf)).toEqual([edtf]);
  });

  it('says so in a note', () => {
    expect(datesOf('Il est mort en décembre.', 'fr', '2025-03-12')[0]?.notes?.[0]?.code).toBe('date.year-completed');
  });
});

describe('first and last day', () => {
  it.each([
    ['Le 24 février 2022', '2022-02-24', '2022-02-24'],
    ['En février 2024', '2024-02-01', '2024-02-29'],
    ['En 1988', '1988-01-01', '1988-12-31'],
    ['Les années 1990', '1990-01-01', '1999-12-31'],
    ['Au XIXe siècle', '1800-01-01', '1899-12-31'],
    ['De 2014 à 2022', '2014-01-01', '2022-12-31'],
    ['En été 2025', undefined, undefined],
    ['Le 24 février', undefined, undefined],
  ])('of %s', (text, from, to) => {
    const [date] = datesOf(text, 'fr');
    expect([date?.from, date?.to]).toEqual([from, to]);
  });
});

describe('dates and the model', () => {
  it('leaves a date inside a name to the name', () => {
    const document = documentOf('La Coupe du monde 2022 a fini en 2023.', {
      lang: 'fr',
      marks: [['MISC', 'Coupe du monde 2022']],
    });
    expect(extractDates(document).mentions.map((mention) => mention.text)).toEqual(['2023']);
  });

  it.each([
    ['fr', 'Le résultat du T3 2024 recule.', 'T3 2024', ['T3 2024']],
    ['en', 'Revenue in Q3 2024 fell.', 'Q3 2024', ['Q3 2024']],
    ['en', 'Audi showed the Q3 at the fair, and revenue rose.', 'Q3', []],
    ['fr', 'Le Salon T3 2024 ouvre.', 'Salon T3 2024', []],
  ] as const)('%s: gives a quarter over a name where its year stands in it: %s', (lang, text, name, expected) => {
    const document = documentOf(text, { lang, date: '2025-02-01', marks: [['MISC', name]] });
    expect(extractDates(document).mentions.map((mention) => mention.text)).toEqual(expected);
  });

  it('shows the second reading of an open order', () => {
    const [date] = datesOf('It is due on 03/04/2025.', 'en');
    expect(date?.edtf).toBe('2025-04-03');
    expect(date?.notes?.map((note) => note.code)).toEqual(['date.order-guessed']);
  });
});
