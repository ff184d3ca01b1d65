// The tables of the stage against other sources, and every form of every demonym through the stage itself.
import nationalitiesEn from 'i18n-nationality/langs/en.json' with { type: 'json' };
import nationalitiesFr from 'i18n-nationality/langs/fr.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { extractCountries } from '../../pipeline/countries/index.ts';
import { inflectEnglish, inflectFrench } from '../../pipeline/countries/inflect.ts';
import { countries } from '../../pipeline/countries/lexicon.ts';
import { readTable } from '../../pipeline/text/resource.ts';
import { documentOf } from '../support/document.ts';

// forms whose reading the document decides (ambiguous.tsv), and one word that both Congos share
const decidedByContext = new Set(['CD', 'CG', 'KP', 'KR', 'GN', 'DM', 'DO', 'GE', 'GD', 'FK']);

function codeOf(text: string, lang: 'fr' | 'en'): (string | undefined)[] {
  const { mentions } = extractCountries(documentOf(text, { lang, marks: [['DEM', text.split(': ')[1] ?? text]] }));
  return mentions.flatMap((mention) => (mention.type === 'country' ? [mention.code] : []));
}

describe('demonyms', () => {
  const rows = readTable('countries/data/demonyms.tsv');

  test('every inhabited entry of ISO 3166-1 has one in each language', () => {
    const uninhabited = ['AQ', 'BV', 'GS', 'HM', 'TF', 'UM'];
    const codes = rows.filter(({ fr, en }) => fr !== '' && en !== '').map(({ code }) => code ?? '');
    expect([...codes, ...uninhabited].sort()).toEqual([...countries.keys()].sort());
  });

  test('every French form resolves to its country', () => {
    const failures: string[] = [];
    for (const { code = '', fr = '' } of rows) {
      for (const form of fr.split('|').flatMap(inflectFrench)) {
        const found = codeOf(`des élus : ${form}`.replace(' : ', ': '), 'fr');
        if (!found.includes(code) && !decidedByContext.has(code)) failures.push(`${form} ${code} ${found.join()}`);
      }
    }
    expect(failures).toEqual([]);
  });

  test('every English form resolves to its country', () => {
    const failures: string[] = [];
    for (const { code = '', en = '' } of rows) {
      for (const form of en.split('|').flatMap(inflectEnglish)) {
        const found = codeOf(`voters: ${form}`, 'en');
        if (!found.includes(code) && !decidedByContext.has(code)) failures.push(`${form} ${code} ${found.join()}`);
      }
    }
    expect(failures).toEqual([]);
  });

  test.each([
    ['fr', nationalitiesFr.nationalities as Record<string, string>],
    ['en', nationalitiesEn.nationalities as Record<string, string>],
  ] as const)('agree with the list of i18n-nationality (%s)', (lang, list) => {
    // words that the other list gives to several entries, copies from a parent country, or misspells
    const known = rows.map(({ code = '', [lang]: words = '' }) => ({
      code,
      forms: words.split('|').flatMap(lang === 'fr' ? inflectFrench : inflectEnglish),
    }));
    const byForm = new Map<string, Set<string>>();
    for (const { code, forms } of known) {
      for (const form of forms) byForm.set(form.toLowerCase(), (byForm.get(form.toLowerCase()) ?? new Set()).add(code));
    }
    const agreeing = Object.entries(list).filter(([code, word]) => byForm.get(word.toLowerCase())?.has(code));
    const contrary = Object.entries(list).filter(([code, word]) => {
      const codes = byForm.get(word.toLowerCase());
      return codes !== undefined && !codes.has(code);
    });
    expect(agreeing.length).toBeGreaterThan(lang === 'fr' ? 180 : 175);
    // territories that the other list names after the state they belong to
    expect(contrary.length).toBeLessThan(20);
  });
});

describe('names', () => {
  test.each(['fr', 'en'] as const)('the runtime’s own name of every entry resolves (%s)', (lang) => {
    const display = new Intl.DisplayNames([lang], { type: 'region' });
    const failures: string[] = [];
    let resolved = 0;
    for (const code of countries.keys()) {
      const name = display.of(code);
      // glosses and signs that no article writes
      if (name === undefined || /[()&]|R\.A\.S\.|SAR/u.test(name)) continue;
      const document = extractCountries(documentOf(`la ${name}`, { lang, marks: [['LOC', name]] }));
      const codes = document.mentions.flatMap((mention) => (mention.type === 'country' ? [mention.code] : []));
      if (codes.length === 1 && codes[0] === code) resolved++;
      else failures.push(`${code} ${name}: ${codes.join()}`);
    }
    // towns and saints' names that wait for evidence: Saint-Martin, Saint-Barthélemy, Georgia, Norfolk Island
    expect(failures.length).toBeLessThanOrEqual(6);
    expect(resolved).toBeGreaterThan(225);
  });

  test('every line has a known code, language, manner and condition', () => {
    const conditions = new Set(['own', 'loc', 'caps', 'article', 'city', 'dominant', '']);
    for (const { form, lang, code = '', via, decide = '' } of readTable('countries/data/names.tsv')) {
      expect(form).not.toBe('');
      expect(['fr', 'en', 'both']).toContain(lang);
      expect(code === '-' || countries.has(code), `${form} ${code}`).toBe(true);
      expect(['name', 'periphrasis']).toContain(via);
      for (const condition of decide.split(' ')) expect(conditions.has(condition), `${form} ${condition}`).toBe(true);
    }
  });

  test('every reading of an ambiguous word is a country or none', () => {
    for (const { code = '', kind } of readTable('countries/data/ambiguous.tsv')) {
      expect(code === '-' || countries.has(code)).toBe(true);
      expect(['name', 'demonym']).toContain(kind);
    }
  });
});
