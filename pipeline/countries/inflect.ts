// The forms of a demonym: gender and number in French, number in English. Irregular ones are written out in the data.

// French words whose plural is the singular: "des Français", "trois Kirghiz"
const endsInSibilant = /[sxz]$/u;
const feminineByDoubling = /(?:ien|éen|yen)$/u;
// English nationality words without a plural: "the Chinese", "two British", "the French"
const isCollective = /(?:ese|ish|ch|ss|s|x|z|y)$/u;

/**
 * Every form of a French demonym from its entry in the data.
 *
 * @example inflectFrench('marocain') // ['marocain', 'marocaine', 'marocains', 'marocaines']
 * @example inflectFrench('turc/turque/turcs/turques') // the four as written
 * @example inflectFrench('burkinabè=') // ['burkinabè', 'burkinabès']
 */
export function inflectFrench(written: string): string[] {
  const entry = written.replace(/\?$/u, '');
  if (entry.includes('/')) return entry.split('/').map((form) => form.replace(/=$/u, ''));
  if (entry.endsWith('=')) return [entry.slice(0, -1), `${entry.slice(0, -1)}s`];
  if (entry.endsWith('e')) return [entry, `${entry}s`];
  const plural = endsInSibilant.test(entry) ? entry : `${entry}s`;
  const feminine = feminineByDoubling.test(entry) ? `${entry}ne` : `${entry}e`;
  return [entry, feminine, plural, `${feminine}s`];
}

/**
 * Every form of an English demonym from its entry in the data.
 *
 * @example inflectEnglish('Moroccan') // ['Moroccan', 'Moroccans']
 * @example inflectEnglish('Dutchman/Dutchmen') // ['Dutchman', 'Dutchmen']
 */
export function inflectEnglish(written: string): string[] {
  const entry = written.replace(/\?$/u, '');
  if (entry.includes('/')) return entry.split('/');
  if (entry.endsWith('=')) return [entry.slice(0, -1)];
  return isCollective.test(entry) ? [entry] : [entry, `${entry}s`];
}
