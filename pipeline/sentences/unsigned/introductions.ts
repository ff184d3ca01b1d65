// "Le port ferme pour deux raisons : Le quai menace ruine" / "The port closes for two reasons: The wharf is unsafe": what announces
// a list ends where its first item begins with a capital, as it does on a line of its own. So do an address ("My fellow citizens:
// To most of us") and the formula before a recital. Elsewhere a colon is inside a sentence.
const number = '(?:deux|trois|quatre|cinq|plusieurs|two|three|four|five|several)';
const announced =
  '(?:raisons|points|questions|façons|étapes|objectifs|conditions|reasons|ways|things|steps|goals|objectives|rules)';
const introduction = `(?:\\b(?:suivante?s?|comme suit|follows|able to)|\\bfollowing(?: \\p{L}{3,20}){1,2}|\\b${number} (?:\\p{L}{3,20} )?${announced})\\s?:(?=\\s\\p{Lu}\\p{Ll}*\\s\\p{Ll})`;
const address =
  '\\b(?:citizens|gentlemen|colleagues|messieurs|citoyens|collègues)\\s?:(?=\\s\\p{Lu}\\p{Ll}*\\s\\p{Ll})';
const recital = ':(?=\\s(?:WHEREAS|CONSIDÉRANT|ATTENDU)\\b)';
const pattern = new RegExp(`${introduction}|${address}|${recital}`, 'gu');

/**
 * Offsets in a block after a colon that ends a sentence.
 * @example [...findIntroductions('It closes for two reasons: The wharf is unsafe')] // [26]
 */
export function* findIntroductions(block: string): Generator<number> {
  for (const { index, 0: found } of block.matchAll(pattern)) yield index + found.length;
}
