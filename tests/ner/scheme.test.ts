import { describe, expect, test } from 'vitest';
import { schemeOf } from '../../pipeline/ner/scheme.ts';

describe('labels of public models', () => {
  const rows: [what: string, labels: string[], scheme: string, types: string[], ignored: string[]][] = [
    ['our own', ['O', 'B-PER', 'I-PER', 'B-FIG', 'I-FIG'], 'bio', ['PER', 'FIG'], []],
    ['long names', ['O', 'B-PERSON', 'I-PERSON', 'B-LOCATION', 'I-LOCATION'], 'bio', ['PER', 'LOC'], []],
    ['French spelling', ['O', 'B-PERS', 'I-PERS', 'B-GPE', 'I-GPE'], 'bio', ['PER', 'LOC'], []],
    ['types without B', ['B-LOC', 'B-ORG', 'I-LOC', 'I-ORG', 'I-PER', 'O'], 'iob1', ['PER', 'ORG', 'LOC'], []],
    ['I alone', ['O', 'I-LOC', 'I-PER', 'I-MISC', 'I-ORG'], 'iob1', ['PER', 'ORG', 'LOC', 'MISC'], []],
    ['plain', ['O', 'PER', 'ORG'], 'iob1', ['PER', 'ORG'], []],
    ['BIOES', ['O', 'B-PER', 'I-PER', 'E-PER', 'S-PER'], 'bioes', ['PER'], []],
    ['BILOU', ['O', 'B-PER', 'I-PER', 'L-PER', 'U-PER'], 'bioes', ['PER'], []],
    ['position last', ['O', 'PER-B', 'PER-I'], 'bio', ['PER'], []],
    ['types unknown here', ['O', 'B-PER', 'I-PER', 'B-ANIM', 'I-ANIM'], 'bio', ['PER'], ['ANIM']],
    ['underscores', ['O', 'B-WORK_OF_ART', 'I-WORK_OF_ART'], 'bio', ['MISC'], []],
  ];
  test.each(rows)('%s', (_, labels, name, types, ignored) => {
    const scheme = schemeOf(labels);
    expect(scheme.name).toBe(name);
    expect(scheme.types).toEqual(types);
    expect(scheme.ignored).toEqual(ignored);
  });

  test('two types of a model that mean the same share their tags', () => {
    const { tags, tagOfLabel } = schemeOf(['O', 'B-LOC', 'I-LOC', 'B-GPE', 'I-GPE']);
    expect(tags).toHaveLength(3);
    expect(tagOfLabel).toEqual([0, 1, 2, 1, 2]);
  });

  test('a mapping of the model goes before the usual spellings, and may drop a type', () => {
    const scheme = schemeOf(['O', 'B-EVENT', 'I-EVENT', 'B-LAND', 'I-LAND'], { EVENT: null, LAND: 'LOC' });
    expect(scheme.types).toEqual(['LOC']);
    expect(scheme.tagOfLabel).toEqual([0, 0, 0, 1, 2]);
  });

  test('a mapping may name whole labels that follow no pattern', () => {
    expect(schemeOf(['rest', 'who'], { who: 'PER', rest: null }).tags).toEqual([
      { position: 'O', type: '' },
      { position: 'I', type: 'PER' },
    ]);
  });
});
