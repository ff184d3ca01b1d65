// Laws of the date stage on any input: true offsets, disjoint proposals in order, EDTF of the agreed subset, ordered bounds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractDates } from '../../pipeline/dates/index.ts';
import type { DateMention, Language } from '../../pipeline/document.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';

const pieces = [
  ...'0123456789'.split(''),
  ' ',
  ' ',
  '.',
  '/',
  '-',
  '–',
  ',',
  "'",
  '’',
  ':',
  '(',
  ')',
  '\n',
  '😀',
  ...' janvier | mars | août | 1er | au | et | de | le | entre | années | siècle | XIXe | hiver | trimestre | troisième '.split(
    '|',
  ),
  ...' January | May | March | 3rd | to | and | of | the | between | 1990s | century | 18th | winter | quarter | first | Q3 '.split(
    '|',
  ),
  ...' 2024 | 1999 | 31 | 12 | 913 | sept | deux mille '.split('|'),
];
const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const point = '(?:\\d{4}|XXXX)(?:-\\d{2}(?:-\\d{2})?)?';
const edtf = new RegExp(`^(?:${point}|${point}/${point}|\\{${point}(?:,${point})+\\}|\\d{3}X|\\d{2}XX)$`);

describe('dates on any input', () => {
  it('have true offsets, do not overlap and are EDTF with ordered bounds', () => {
    fc.assert(
      fc.property(
        noise,
        fc.constantFrom<Language>('fr', 'en', 'und'),
        fc.constantFrom(undefined, '2025-03', '2024-02-29'),
        (text, lang, date) => {
          const document = extractDates(documentOf(text, date === undefined ? { lang } : { lang, date }));
          expectExactOffsets(document);
          let end = 0;
          for (const found of document.mentions.filter((mention): mention is DateMention => mention.type === 'date')) {
            expect(found.start).toBeGreaterThanOrEqual(end);
            end = found.end;
            expect(found.edtf).toMatch(edtf);
            const isOpenEnded = found.from === undefined || found.to === undefined || found.edtf.includes('/');
            expect(isOpenEnded || (found.from ?? '') <= (found.to ?? '')).toBe(true);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('reads every day back from its words in both languages', () => {
    const months = {
      fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      en: 'January February March April May June July August September October November December',
    };
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('2190-12-31'), noInvalidDate: true }),
        fc.constantFrom('fr' as const, 'en' as const),
        (day, lang) => {
          const iso = day.toISOString().slice(0, 10);
          const month = months[lang].split(' ')[day.getUTCMonth()] ?? '';
          const text =
            lang === 'fr'
              ? `Le ${day.getUTCDate()} ${month} ${day.getUTCFullYear()}.`
              : `On ${month} ${day.getUTCDate()}, ${day.getUTCFullYear()}.`;
          const [found] = extractDates(documentOf(text, { lang })).mentions;
          expect(found).toMatchObject({ type: 'date', edtf: iso, from: iso, to: iso });
        },
      ),
    );
  });
});
