// Differential test against @microsoft/recognizers-text-number: the same sentences through both. Where the two disagree a row
// says who is right and why; a disagreement without such a row fails, so a change of either side is seen.
import { recognizeNumber } from '@microsoft/recognizers-text-number';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../pipeline/document.ts';
import { extractDates } from '../../pipeline/dates/index.ts';
import { extractFigures } from '../../pipeline/figures/index.ts';
import { documentOf } from '../support/document.ts';

function ours(text: string, lang: Language): number[] {
  const document = extractFigures(extractDates(documentOf(text, { lang })));
  return document.mentions.flatMap((mention) => {
    if (mention.type !== 'figure') return [];
    return [mention.value, mention.min, mention.max].filter((value) => value !== undefined);
  });
}

function theirs(text: string, lang: Language): number[] {
  return recognizeNumber(text, lang === 'fr' ? 'fr-fr' : 'en-us').map((found) => {
    const value = String((found.resolution as { value?: unknown } | undefined)?.value).replace(',', '.');
    return Number(Number(value).toPrecision(4)) === Number(value) ? Number(value) : roundFraction(Number(value));
  });
}

/** Fractions have four digits here and fifteen there. */
function roundFraction(value: number): number {
  return value > 0 && value < 1 ? Number(value.toPrecision(4)) : value;
}

const agreements: readonly (readonly [Language, string, readonly number[]])[] = [
  ['en', 'The town has fifty thousand people.', [50000]],
  ['en', 'It cost one hundred and four dollars.', [104]],
  ['en', 'They sold 1,240,500 tickets.', [1240500]],
  ['en', 'About a third of the crew fell ill.', [0.3333]],
  ['en', 'Two thirds of the farms are dry.', [0.6667]],
  ['en', 'One in five children works.', [0.2]],
  ['en', 'A dozen firms and two dozen banks closed.', [12, 24]],
  ['en', 'Rs 41 crore was spent.', [410000000]],
  ['en', 'Nine women and one kettle.', [9, 1]],
  ['en', 'The 2nd battalion left.', []],
  ['en', 'Between 10 and 20 people came.', [10, 20]],
  ['en', 'They lost 4.5% in May.', [4.5]],
  ['en', 'It is minus 44 degrees.', [-44]],
  ['en', 'Tax rose from 15 to 20 per cent.', [15, 20]],
  ['en', 'A 43-year-old was held.', [43]],
  ['en', 'Nineteen hundred letters came.', [1900]],
  ['en', 'Three quarters of them left.', [0.75]],
  ['en', 'Four hundred and six goats died.', [406]],
  ['fr', 'La ville compte cinquante mille habitants.', [50000]],
  ['fr', 'Quatre-vingt-dix-sept brebis paissent.', [97]],
  ['fr', 'Septante-deux élus et nonante suppléants siègent.', [72, 90]],
  ['fr', 'Huitante vaches sont montées.', [80]],
  ['fr', "Il a coûté 1,2 milliard d'euros.", [1200000000]],
  ['fr', 'On y a compté 12.000 pèlerins.', [12000]],
  ['fr', 'La ville compte 50 000 habitants.', [50000]],
  ['fr', 'Deux tiers des barrages sont vides.', [0.6667]],
  ['fr', 'Trois quarts des élus votent.', [0.75]],
  ['fr', 'Il faisait -27 degrés.', [-27]],
  ['fr', 'Mille neuf cent quatre-vingt-quatre pages.', [1984]],
  ['fr', 'La troisième marche est cassée.', []],
  ['fr', 'Il faut de 10 à 20 minutes.', [10, 20]],
  ['fr', 'Cent un dalmatiens.', [101]],
  ['fr', 'Vingt et un pompiers.', [21]],
  ['fr', 'Soixante et onze mille tonnes.', [71000]],
];

/** Sentence, what is read here, what is read there, and why this reading is kept. */
const disagreements: readonly (readonly [Language, string, readonly number[], readonly number[], string])[] = [
  ['en', 'Two and a half million people left.', [2500000], [2.0000005], 'the half is half a million, not a millionth'],
  ['en', 'Half a million voters stayed home.', [500000], [0.000002], 'half a million is 500,000'],
  ['en', 'It has 2.7m subscribers.', [2700000], [], 'm before people is a million'],
  ['en', 'It owes €1.5bn.', [1500000000], [], 'bn is a milliard'],
  ['en', 'The state has 12,34,567 voters.', [1234567], [12, 34, 567], 'Indian grouping is one number'],
  ['en', 'She won 3-1 on Saturday.', [], [3, 1], 'a score is no figure'],
  ['en', 'He was the twenty-first man.', [], [20], 'an ordinal is no figure, and its front is no number'],
  ['en', 'Call 1800 333 000.', [], [1800, 333000], 'a phone number is no figure'],
  ['en', 'Room 101 is closed.', [], [101], 'a label is no figure'],
  ['en', 'In 2019 it closed.', [], [2019], 'a year is a date'],
  ['fr', 'Deux cents coureurs partent.', [200], [2], 'deux cents is two hundred'],
  ['fr', 'Une vingtaine de maires ont signé.', [20], [1], 'une vingtaine is about twenty'],
  ['fr', 'La moitié des soignants sont partis.', [0.5], [], 'la moitié is a half'],
  ['fr', 'Un patient sur vingt en meurt.', [0.05], [1, 20], 'one in twenty is one fraction (guideline)'],
  ['fr', 'Deux millions et demi de gens.', [2500000], [1000000], 'two and a half million'],
  ['fr', 'Un demi-million de gens.', [500000], [5e-7], 'half a million is 500,000'],
  ['fr', 'Près de 5 800 milliards de yens.', [5800000000000], [], 'grouped digits take a magnitude too'],
  ['fr', 'Ils ont gagné 3-1 samedi.', [], [3, 1], 'a score is no figure'],
  ['fr', 'Il y a entre six et sept cents moutons.', [600, 700], [6, 7], 'the hundred is said once for both ends'],
  ['fr', 'Un homme a vu une femme.', [], [1, 1], 'un and une are articles here'],
  ['fr', '30 pour cent des voix.', [30], [30, 100], 'cent is part of the percentage'],
  ['en', 'They counted 12 crates, 1.5 tons.', [12, 1.5], [12, 1.5], ''],
];

describe('figures beside another recogniser', () => {
  it.each(agreements)('agrees (%s): %s', (lang, text, values) => {
    expect(ours(text, lang)).toEqual(values);
    expect(theirs(text, lang)).toEqual(values);
  });

  it.each(disagreements)('decides (%s): %s', (lang, text, here, there, why) => {
    expect(ours(text, lang)).toEqual(here);
    expect(theirs(text, lang)).toEqual(there);
    expect(why === '').toBe(String(here) === String(there));
  });
});
