import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document, Language, Lead, Mention, ModelLabel } from '../../pipeline/document.ts';
import { findLeads } from '../../pipeline/leads/index.ts';
import { documentOf } from '../support/document.ts';

type Marked = readonly [
  type: 'person' | 'organisation' | 'place' | 'other' | 'country' | 'figure' | 'date',
  surface: string,
];
type Missed = readonly [label: ModelLabel, surface: string, score: number];

/** A document with records at the first occurrence of each surface and near misses likewise. */
function prepared(
  text: string,
  lang: Language,
  { records = [], misses = [] }: { records?: readonly Marked[]; misses?: readonly Missed[] },
): Document {
  const document = documentOf(text, { lang });
  const sentenceOf = (start: number): number => document.sentences.findLastIndex((sentence) => sentence.start <= start);
  const mentions = records.map(([type, surface]) => {
    const start = text.indexOf(surface);
    const base = { start, end: start + surface.length, text: surface, sentence: sentenceOf(start), score: 1 };
    return { ...base, type, method: 'rule:test', status: 'auto' } as unknown as Mention; // typed keys play no part here
  });
  const nearMisses = misses.map(([label, surface, score]) => {
    const start = text.indexOf(surface);
    return { label, start, end: start + surface.length, score, sentence: sentenceOf(start) };
  });
  const byStart = (left: { start: number }, right: { start: number }): number => left.start - right.start;
  return { ...document, mentions: mentions.sort(byStart), nearMisses: nearMisses.sort(byStart) };
}

const shown = (document: Document): string[] =>
  (findLeads(document).leads ?? []).map(({ reason, type, text }) => `${reason} ${type ?? '-'} ${text}`);

const rows: [
  what: string,
  lang: Language,
  text: string,
  given: { records?: readonly Marked[]; misses?: readonly Missed[] },
  expected: string[],
][] = [
  [
    'a near miss',
    'fr',
    'Il vit à Dombresson depuis mars.',
    { misses: [['LOC', 'Dombresson', 0.3]] },
    ['near-miss place Dombresson'],
  ],
  [
    'a near miss',
    'en',
    'She works for Saltmarsh in town.',
    { misses: [['ORG', 'Saltmarsh', 0.3]] },
    ['near-miss organisation Saltmarsh'],
  ],
  [
    'marks at its edges stay outside',
    'fr',
    'Avec « Arvor », la fête.',
    { misses: [['MISC', '« Arvor »', 0.4]] },
    ['near-miss other Arvor'],
  ],
  ['marks alone are nothing', 'en', 'So it goes ... and on.', { misses: [['PER', '...', 0.4]] }, []],
  [
    'two halves side by side are one',
    'en',
    'He joined Northern Janmal Dal there.',
    {
      misses: [
        ['ORG', 'Northern', 0.2],
        ['ORG', 'Janmal Dal', 0.3],
      ],
    },
    ['near-miss organisation Northern Janmal Dal'],
  ],
  [
    'no near miss on a record',
    'fr',
    'Il vit à Lyon.',
    { records: [['place', 'Lyon']], misses: [['LOC', 'Lyon', 0.3]] },
    [],
  ],
  [
    'a name marked in one sentence and not in the next',
    'fr',
    'Selon Arvor, rien.\nMais Arvor se tait.',
    { records: [['organisation', 'Arvor']] },
    ['marked-elsewhere organisation Arvor'],
  ],
  [
    'the surname of a person marked in full',
    'en',
    'Jane Threlfall left.\nThen Threlfall wrote.',
    { records: [['person', 'Jane Threlfall']] },
    ['marked-elsewhere person Threlfall'],
  ],
  [
    'the longest name that fits',
    'en',
    'North Sea oil and Sea oil.\nIn the North Sea again.',
    {
      records: [
        ['place', 'North Sea'],
        ['other', 'Sea oil.'],
      ],
    },
    ['marked-elsewhere place North Sea'],
  ],
  ['a figure is not looked for elsewhere', 'fr', 'Il a 12 ans.\nElle aussi.', { records: [['figure', '12 ans']] }, []],
  ['digits', 'fr', 'Le match a fini 3-1 hier.', {}, ['digits - 3-1']],
  ['digits', 'en', 'Call 12 345 678 now.', {}, ['digits - 12 345 678']],
  ['digits of a record', 'en', 'They sold 300 books.', { records: [['figure', '300']] }, []],
  ['number words', 'fr', 'Il en reste vingt-trois ici.', {}, ['digits - vingt-trois']],
  ['number words', 'en', 'We saw seventy there.', {}, ['digits - seventy']],
  ['an article is no number', 'fr', 'Elle a vu un chat et une souris.', {}, []],
  ['an article is no number', 'en', 'She saw a cat and one mouse.', {}, []],
  ['capitals in mid-sentence', 'fr', 'Avec la fondation Arvor des Landes, enfin.', {}, ['capitals - Arvor des Landes']],
  [
    'capitals in mid-sentence',
    'en',
    'With the Saltmarsh Trust of Devon, at last.',
    {},
    ['capitals - Saltmarsh Trust of Devon'],
  ],
  ['an acronym', 'en', 'They asked the UPXT for help.', {}, ['capitals - UPXT']],
  ['a title is no name', 'en', 'We asked if Senator would do.', {}, []],
  ['a capital after a quotation mark or colon', 'fr', 'Il a dit : « Venez Tous ».', {}, []],
  ['a line in capitals', 'fr', 'LES GRANDES MANOEUVRES DU PRINTEMPS', {}, []],
];

describe('leads', () => {
  test.each(rows)('%s (%s): %s', (_what, lang, text, given, expected) => {
    expect(shown(prepared(text, lang, given))).toEqual(expected);
  });

  test('a capital counts for more than a small letter, and doubt for more than none', () => {
    const scoreOf = (text: string, surface: string, doubt: number): number =>
      findLeads(prepared(text, 'fr', { misses: [['ORG', surface, doubt]] })).leads?.[0]?.score ?? 0;
    const capital = scoreOf('Il vit à Dombresson.', 'Dombresson', 0.3);
    expect(capital).toBeGreaterThan(0.5);
    expect(capital).toBeGreaterThan(scoreOf('Il vit à Dombresson.', 'Dombresson', 0.03));
    expect(capital).toBeGreaterThan(scoreOf('Il vit au village.', 'village', 0.3));
  });

  test('nothing stands where a person said that there is nothing', () => {
    const document = prepared('Il vit à Dombresson.', 'fr', { misses: [['LOC', 'Dombresson', 0.3]] });
    expect(findLeads({ ...document, rejected: [{ start: 9, end: 19 }] }).leads).toEqual([]);
  });

  test('a document that was read to its end has no leads', () => {
    const document = prepared('Il vit à Dombresson.', 'fr', { misses: [['LOC', 'Dombresson', 0.3]] });
    expect(findLeads({ ...document, review: 'complete' }).leads).toEqual([]);
  });

  test('a third language gives names and digits, no number words', () => {
    expect(shown(prepared('Han ser tolv hus og 12 katter.', 'und', {}))).toEqual(['digits - 12']);
  });
});

test('leads are disjoint, in order, exact, inside their sentence and outside all records', () => {
  const word = fc.constantFrom(
    'Marie',
    'Curie',
    'le',
    'DGSE',
    '12',
    '3-1',
    'vingt',
    ',',
    '« ',
    'Paris',
    '😀',
    '𝔸𝔹',
    '\n',
    '. ',
  );
  const spans = fc.array(
    fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 4 }), fc.double({ min: 0, max: 1, noNaN: true })),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), spans, spans, (parts, taken, missed) => {
      const text = parts.join(' ');
      const document = documentOf(text);
      const words = document.sentences.flatMap(({ words: own }, sentence) => own.map((one) => ({ ...one, sentence })));
      const place = (list: typeof taken) => {
        let free = 0;
        return [...list]
          .sort((left, right) => left[0] - right[0])
          .flatMap(([at, length, score]) => {
            const first = words[at];
            const last = words[at + length - 1];
            if (first === undefined || last === undefined || at < free || first.sentence !== last.sentence) return [];
            free = at + length;
            return [{ start: first.start, end: last.end, sentence: first.sentence, score }];
          });
      };
      const mentions = place(taken).map((span) => ({
        ...span,
        text: text.slice(span.start, span.end),
        type: 'person' as const,
        method: 'rule:test',
      }));
      const nearMisses = place(missed).map((span) => ({ ...span, label: 'ORG' as const }));
      const leads: readonly Lead[] = findLeads({ ...document, mentions, nearMisses }).leads ?? [];
      let end = 0;
      for (const lead of leads) {
        const sentence = document.sentences[lead.sentence];
        expect(lead.start).toBeGreaterThanOrEqual(Math.max(end, sentence?.start ?? 0));
        expect(lead.end).toBeLessThanOrEqual(sentence?.end ?? 0);
        expect(text.slice(lead.start, lead.end)).toBe(lead.text);
        expect(lead.text.trim()).toBe(lead.text);
        expect(lead.score).toBeGreaterThan(0);
        expect(lead.score).toBeLessThanOrEqual(1);
        expect(mentions.some((mention) => mention.start < lead.end && lead.start < mention.end)).toBe(false);
        end = lead.end;
      }
    }),
  );
});
