import { describe, expect, it } from 'vitest';
import type { Document, Mention } from '../../pipeline/document.ts';
import { applyDecisions } from '../../pipeline/ledger/apply.ts';
import { createLedger } from '../../pipeline/ledger/ledger.ts';
import type { Decided, Decision, Shown } from '../../pipeline/ledger/schema.ts';
import { documentOf, expectExactOffsets } from '../support/document.ts';
import { accept, add, correct, recordOf, reject, targetOf, undo, unsure } from './support.ts';

const text = 'Amina Diallo a livré 1 200 tonnes de blé au Maroc le 3 mai 2021.\nLe Figaro cite Paris et Diallo.';

/** What the components would have found, as a mention. */
function extracted(record: Decided, score = 0.9): Mention {
  const { start, end, text: surface } = record;
  const sentence = start < text.indexOf('\n') ? 0 : 1;
  const base = { start, end, text: surface, sentence, score, method: 'rule:test' };
  switch (record.type) {
    case 'country':
      return {
        ...base,
        type: 'country',
        via: record.via ?? 'name',
        ...(record.code === undefined ? {} : { code: record.code }),
      };
    case 'date':
      return { ...base, type: 'date', edtf: record.edtf ?? '' };
    case 'figure':
      return {
        ...base,
        type: 'figure',
        kind: record.kind ?? 'count',
        qualifier: record.qualifier ?? 'exact',
        ...(record.value === undefined ? {} : { value: record.value }),
        ...(record.unit === undefined ? {} : { unit: record.unit }),
        derivation: [{ role: 'number', start, end, value: record.value ?? 0 }],
      };
    default:
      return { ...base, type: record.type };
  }
}

const person = recordOf(text, 'Amina Diallo', { type: 'person' });
const figure = recordOf(text, '1 200', {
  type: 'figure',
  value: 1200,
  unit: 'tonnes',
  kind: 'count',
  qualifier: 'exact',
});
const country = recordOf(text, 'Maroc', { type: 'country', code: 'MA', via: 'name' });
const paper = recordOf(text, 'Le Figaro', { type: 'organisation' });
const shown = (record: Decided, id = 'a'.repeat(16)): Shown => ({ ...record, id });

function apply(mentions: readonly Mention[], ...decisions: Decision[]): Document {
  const document = { ...documentOf(text), mentions: [...mentions].sort((left, right) => left.start - right.start) };
  const applied = applyDecisions(document, createLedger(decisions));
  expectExactOffsets(applied);
  return applied;
}
const fatesOf = (document: Document): unknown[] => (document.fates ?? []).map(({ fate }) => fate);

describe('a decision on the text that it was taken on', () => {
  it('accepts what is extracted again, with its score and method', () => {
    const { mentions, fates, review } = apply([extracted(person)], accept(targetOf(text, { shown: shown(person) })));
    expect(mentions).toMatchObject([
      { text: 'Amina Diallo', score: 0.9, method: 'rule:test', decision: { status: 'accepted' } },
    ]);
    expect(fates).toMatchObject([{ fate: 'applied', target: 0, doc: 'test.txt' }]);
    expect(review).toBe('partial');
  });

  it('puts in what was accepted and nothing extracts now', () => {
    const { mentions } = apply([], accept(targetOf(text, { shown: shown(person) })));
    expect(mentions).toMatchObject([
      { text: 'Amina Diallo', score: 1, method: 'human', decision: { status: 'accepted' } },
    ]);
  });

  it('lets an accepted record stand against another value, and says both', () => {
    const now = extracted({ ...figure, value: 1.2 });
    const document = apply([now], accept(targetOf(text, { shown: shown(figure) })));
    expect(document.mentions).toMatchObject([
      { value: 1200, method: 'human', notes: [{ code: 'review.contradicted' }] },
    ]);
    expect(fatesOf(document)).toEqual(['contradicted']);
    expect(document.notes[0]?.message).toBe(
      'decided: "1 200" as figure 1200 tonnes; extracted now: "1 200" as figure 1.2 tonnes',
    );
    expect(document.losers).toMatchObject([{ rule: 'decided', mention: { value: 1.2 } }]);
  });

  it('takes out what was rejected, whatever value it has now', () => {
    const document = apply([extracted({ ...figure, value: 3 })], reject(targetOf(text, { shown: shown(figure) })));
    expect(document.mentions).toEqual([]);
    expect(fatesOf(document)).toEqual(['applied']);
    expect(document.rejected).toEqual([{ start: figure.start, end: figure.end }]);
  });

  it('asks about what is extracted in another form where something was rejected', () => {
    const now = extracted(recordOf(text, 'Figaro', { type: 'person' }));
    const document = apply([now], reject(targetOf(text, { shown: shown(paper) })));
    expect(document.mentions).toMatchObject([{ text: 'Figaro', decision: { status: 'pending' } }]);
    expect(fatesOf(document)).toEqual(['contradicted']);
  });

  it('corrects span and type under the id first shown', () => {
    const wrong = recordOf(text, 'Figaro', { type: 'person' });
    const document = apply([extracted(wrong)], correct(targetOf(text, { shown: shown(wrong), record: paper })));
    expect(document.mentions).toMatchObject([
      { text: 'Le Figaro', type: 'organisation', score: 1, decision: { status: 'corrected', was: 'a'.repeat(16) } },
    ]);
    expect(fatesOf(document)).toEqual(['applied']);
  });

  it('keeps a correction a correction when it is accepted later', () => {
    const wrong = recordOf(text, 'Figaro', { type: 'person' });
    const document = apply(
      [extracted(wrong)],
      correct(targetOf(text, { shown: shown(wrong), record: paper })),
      accept(targetOf(text, { shown: shown(paper, 'b'.repeat(16)) })),
    );
    expect(document.mentions).toMatchObject([
      { text: 'Le Figaro', decision: { status: 'corrected', was: 'a'.repeat(16) } },
    ]);
    expect(fatesOf(document)).toEqual(['superseded', 'applied']);
  });

  it('brings nothing back when a corrected record is rejected in the end', () => {
    const wrong = recordOf(text, 'Figaro', { type: 'person' });
    const document = apply(
      [extracted(wrong)],
      correct(targetOf(text, { shown: shown(wrong), record: paper })),
      reject(targetOf(text, { shown: shown(paper) })),
    );
    expect(document.mentions).toEqual([]);
    expect(fatesOf(document)).toEqual(['superseded', 'applied']);
  });

  it('is an accept of what was first shown where that was said again after a correction', () => {
    const document = apply(
      [extracted(country)],
      correct(targetOf(text, { shown: { ...shown(country), status: 'auto' }, record: { ...country, code: 'TN' } })),
      accept(targetOf(text, { shown: { ...shown(country), status: 'auto' } })),
    );
    expect(document.mentions).toMatchObject([{ code: 'MA', method: 'rule:test', decision: { status: 'accepted' } }]);
    expect(document.mentions[0]?.decision).not.toHaveProperty('was');
  });

  it('takes an addition back without a word about what stands under it', () => {
    const long = recordOf(text, 'Le Figaro cite Paris', { type: 'organisation' });
    const document = apply(
      [extracted(paper)],
      add(targetOf(text, { record: long })),
      reject(targetOf(text, { shown: { ...shown(long), status: 'added' } })),
    );
    expect(document.mentions).toMatchObject([{ text: 'Le Figaro' }]);
    expect(document.mentions[0]).not.toHaveProperty('decision');
    expect(fatesOf(document)).toEqual(['superseded', 'applied']);
  });

  it('lets a correction stand again when what was put over it is rejected', () => {
    const wrong = recordOf(text, 'Figaro', { type: 'person' });
    const over = recordOf(text, 'Le Figaro', { type: 'other' });
    const document = apply(
      [extracted(wrong)],
      correct(targetOf(text, { shown: shown(wrong), record: paper })),
      add(targetOf(text, { record: over })),
      reject(targetOf(text, { shown: { ...shown(over), status: 'added' } })),
    );
    expect(document.mentions).toMatchObject([{ text: 'Le Figaro', type: 'organisation' }]);
    const byAction = Object.fromEntries((document.fates ?? []).map(({ action, fate }) => [action, fate]));
    expect(byAction).toEqual({ correct: 'applied', add: 'superseded', reject: 'applied' });
  });

  it('answers a lead by what is put there later', () => {
    const { type: _type, ...lead } = person;
    const document = apply([], reject(targetOf(text, { shown: lead })), add(targetOf(text, { record: person })));
    expect(document.mentions).toMatchObject([{ text: 'Amina Diallo' }]);
    expect(fatesOf(document)).toEqual(['superseded', 'applied']);
  });

  it('gives a corrected country its names and a corrected figure its kind and derivation', () => {
    const document = apply(
      [extracted(country), extracted(figure)],
      correct(targetOf(text, { shown: shown(country), record: { ...country, code: 'TN' } })),
      correct(
        targetOf(text, {
          shown: shown(figure),
          record: recordOf(text, '1 200', { type: 'figure', value: 1.2, unit: 'km' }),
        }),
      ),
    );
    expect(document.mentions).toMatchObject([
      { kind: 'measure', value: 1.2, qualifier: 'exact', derivation: [{ role: 'number', value: 1.2 }] },
      { code: 'TN', name: 'Tunisia', nameFr: 'Tunisie' },
    ]);
  });

  it('gives a corrected date its first and last day', () => {
    const date = recordOf(text, '3 mai 2021', { type: 'date', edtf: '2021-05' });
    const document = apply([], add(targetOf(text, { record: date })));
    expect(document.mentions).toMatchObject([
      { edtf: '2021-05', from: '2021-05-01', to: '2021-05-31', decision: { status: 'added' } },
    ]);
  });

  it('lets the later of two decisions on one thing stand', () => {
    const document = apply(
      [extracted(person)],
      accept(targetOf(text, { shown: shown(person) })),
      reject(targetOf(text, { shown: shown(person) })),
    );
    expect(document.mentions).toEqual([]);
    expect(fatesOf(document)).toEqual(['superseded', 'applied']);
  });

  it('lets the later of two decided records that overlap stand', () => {
    const document = apply(
      [],
      add(targetOf(text, { record: person })),
      add(targetOf(text, { record: recordOf(text, 'Diallo', { type: 'person' }) })),
    );
    expect(document.mentions.map((mention) => mention.text)).toEqual(['Diallo']);
    expect(fatesOf(document)).toEqual(['superseded', 'applied']);
  });

  it('does nothing for what was taken back', () => {
    const decision = reject(targetOf(text, { shown: shown(person) }));
    expect(apply([extracted(person)], decision, undo(decision)).mentions).toMatchObject([{ text: 'Amina Diallo' }]);
  });

  it('asks again about what a person could not say', () => {
    const document = apply([extracted(person)], unsure(targetOf(text, { shown: shown(person) })));
    expect(document.mentions).toMatchObject([{ decision: { status: 'pending' }, notes: [{ code: 'review.unsure' }] }]);
  });

  it('cannot put in a record that now goes beyond its sentence, and says so', () => {
    const across = recordOf(text, '2021.\nLe Figaro', { type: 'organisation' });
    const document = apply([], add(targetOf(text, { record: across })));
    expect(document.mentions).toEqual([]);
    expect(document.fates).toMatchObject([
      { fate: 'contradicted', reason: expect.stringContaining('beyond its sentence') },
    ]);
  });

  it('leaves its place to an earlier decision where it cannot stand itself', () => {
    const across = recordOf(text, '2021.\nLe Figaro', { type: 'organisation' });
    const document = apply(
      [extracted(paper)],
      accept(targetOf(text, { shown: shown(paper) })),
      add(targetOf(text, { record: across })),
    );
    expect(document.mentions).toMatchObject([{ text: 'Le Figaro', decision: { status: 'accepted' } }]);
    expect(document.notes[0]?.message).toMatch(/^decided and not applied: /u);
  });

  it('puts in no record that the dataset has no room for, and says so', () => {
    const date = recordOf(text, '3 mai 2021', { type: 'date' });
    const cases: [record: Decided, reason: string][] = [
      [{ ...country, code: 'ZZ' }, '"ZZ" is the code of no country'],
      [{ ...recordOf(text, 'Paris', { type: 'place' }), country: 'QQ' }, '"QQ" is the code of no country'],
      [{ ...date, edtf: 'mai 2021' }, '"mai 2021" is no date'],
      [{ ...date, edtf: '2021-02-30' }, '"2021-02-30" is no date'],
      [recordOf(text, '1 200', { type: 'figure', qualifier: 'range', value: 3 }), 'has no value'],
      [recordOf(text, '1 200', { type: 'figure', min: 3, max: 2 }), 'has no value'],
    ];
    for (const [record, reason] of cases) {
      const document = apply([], add(targetOf(text, { record })));
      expect(document.mentions).toEqual([]);
      expect(document.fates).toMatchObject([{ fate: 'contradicted', reason: expect.stringContaining(reason) }]);
    }
    for (const edtf of ['0493', '18XX', '199X', 'XXXX-02-24', '2024-24', '2017/2019', '{XXXX-03-12,XXXX-03-17}'])
      expect(apply([], add(targetOf(text, { record: { ...date, edtf } }))).mentions).toHaveLength(1);
  });

  it('knows what earlier decisions were about: that it is extracted again under a later one is no news', () => {
    const part = recordOf(text, 'Diallo', { type: 'person' });
    const document = apply(
      [extracted(part)],
      accept(targetOf(text, { shown: shown(part) })),
      add(targetOf(text, { record: person })),
    );
    expect(document.mentions).toMatchObject([{ text: 'Amina Diallo' }]);
    expect(fatesOf(document)).toEqual(['superseded', 'applied']);
    expect(document.notes).toEqual([]);
  });
});

describe('a decision on an earlier text', () => {
  const applyTo = (now: string, ...decisions: Decision[]): Document => {
    const applied = applyDecisions(documentOf(now), createLedger(decisions));
    expectExactOffsets(applied);
    return applied;
  };

  it('stands where only the line breaks are others now, in both directions', () => {
    const lines = 'Paris\nRabat\nLe Figaro\nRabat\nfin';
    const other = lines.replaceAll('\n', '\r\n');
    for (const [before, now] of [
      [lines, other],
      [other, lines],
    ] as const) {
      const rabat = recordOf(before, 'Rabat', { type: 'place' }, 1);
      const newspaper = recordOf(before, 'Figaro', { type: 'other' });
      const long = recordOf(before, 'Le Figaro', { type: 'organisation' });
      const document = applyTo(
        now,
        accept(targetOf(before, { shown: shown(rabat) })),
        correct(targetOf(before, { shown: shown(newspaper), record: long })),
      );
      const second = now.lastIndexOf('Rabat');
      expect(document.mentions.map(({ start, text: surface }) => [start, surface])).toEqual([
        [now.indexOf('Le Figaro'), 'Le Figaro'],
        [second, 'Rabat'],
      ]);
      expect(fatesOf(document)).toEqual(['moved', 'moved']);
    }
  });

  it('does not take the place of another mention that fits it better', () => {
    const before = Array.from({ length: 50 }, (_, count) => `Point ${count} : le Maroc a ${count} écoles.`).join(' ');
    const seventh = recordOf(before, 'Maroc', { type: 'country', code: 'MA' }, 7);
    const eighth = recordOf(before, 'Maroc', { type: 'country', code: 'MA' }, 8);
    const now = `${before.slice(before.indexOf('le Maroc a 8'))} Point 7.`;
    const document = applyTo(
      now,
      accept(targetOf(before, { shown: shown(eighth) })),
      reject(targetOf(before, { shown: shown({ ...seventh }) })),
    );
    expect(document.mentions).toMatchObject([{ text: 'Maroc', start: 3, decision: { status: 'accepted' } }]);
    expect(new Set(fatesOf(document))).toEqual(new Set(['moved', 'orphaned']));
  });

  it('is found by contexts that are cut within a sign of two units', () => {
    const before = `${'👩'.repeat(40)}a Paris b${'👩'.repeat(40)}`;
    const paris = recordOf(before, 'Paris', { type: 'place' });
    const decision = JSON.parse(JSON.stringify(accept(targetOf(before, { shown: shown(paris) })))) as Decision;
    expect(applyTo(`👩${before}`, decision).mentions).toMatchObject([{ text: 'Paris', start: paris.start + 2 }]);
    const half = add(targetOf(before, { record: recordOf(before, '\uDC69a', { type: 'other' }) }));
    expect(applyTo(before, half).fates).toMatchObject([
      { fate: 'contradicted', reason: expect.stringContaining('within a character') },
    ]);
  });
});
