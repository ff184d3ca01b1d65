import { describe, expect, it } from 'vitest';
import { propose } from '../../pipeline/page/propose.ts';
import { reviewOf, slotOf } from './support/session.ts';

describe('proposals', () => {
  it('bring rivals and candidates first, then a word less or more, then other types', async () => {
    const review = await reviewOf(
      {
        'a.txt': {
          text: 'The Orvane Group sold Congo silver.',
          records: [
            {
              surface: 'Orvane',
              type: 'person',
              rivals: [{ type: 'organisation', text: 'Orvane Group', start: 4, end: 16, score: 0.4, rule: 'longer' }],
            },
            {
              surface: 'Congo',
              type: 'country',
              via: 'name',
              candidates: [
                { value: 'CD', reason: 'the larger state' },
                { value: 'CG', reason: 'the smaller state' },
              ],
            },
          ],
        },
      },
      [],
    );
    const orvane = slotOf(review, 'Orvane');
    const state = review.session.state.getDocument('a.txt');
    const first = propose(state, orvane.base, orvane).proposals;
    expect(first[0]).toMatchObject({ why: 'rival', record: { type: 'organisation', text: 'Orvane Group' } });
    expect(first.some(({ why, record }) => why === 'longer' && record.text === 'The Orvane')).toBe(true);
    expect(first.filter(({ why }) => why === 'type').map(({ record }) => record.type)).toEqual([
      'organisation',
      'place',
      'country',
      'other',
      'figure',
      'date',
    ]);
    const congo = slotOf(review, 'Congo');
    expect(
      propose(state, congo.base, congo)
        .proposals.slice(0, 2)
        .map(({ record }) => record.code),
    ).toEqual(['CD', 'CG']);
  });

  it.each([
    [
      'fr',
      'Elle a versé 12 millions d’euros au port.',
      '12',
      'figure',
      { value: 12_000_000, unit: 'EUR', kind: 'money' },
    ],
    ['en', 'She paid 12 million euros to the port.', '12', 'figure', { value: 12_000_000, unit: 'EUR', kind: 'money' }],
    ['fr', 'Il est né le 3 mai 1974 à Tarvel.', '3 mai 1974', 'date', { edtf: '1974-05-03' }],
    ['en', 'He was born on 3 May 1974 in Tarvel.', '3 May 1974', 'date', { edtf: '1974-05-03' }],
    ['fr', 'Le blé marocain est rare.', 'marocain', 'country', { code: 'MA', via: 'demonym' }],
    ['en', 'Moroccan wheat is rare.', 'Moroccan', 'country', { code: 'MA', via: 'demonym' }],
  ] as const)('read in %s what the rules see in “%s”', async (lang, text, surface, type, keys) => {
    const review = await reviewOf({ 'a.txt': { text, lang } }, []);
    const state = review.session.state.getDocument('a.txt');
    const start = text.indexOf(surface);
    const { proposals } = propose(state, { start, end: start + surface.length });
    expect(proposals.find(({ why, record }) => why !== 'type' && record.type === type)?.record).toMatchObject(keys);
  });

  it('take time by the sentence, not by the document', async () => {
    const sentence = 'Mara Lund sold 40 boats in Tarvel. ';
    const text = sentence.repeat(20_000);
    const review = await reviewOf({ 'a.txt': { text } }, []);
    const state = review.session.state.getDocument('a.txt');
    const at = sentence.length * 19_000;
    const { words } = propose(state, { start: at, end: at + 9 });
    expect(words.length).toBeLessThan(20);
  });
});
