// "LES TRAVAUX DU QUAI ET LEUR COÛT La ville paiera." / "WORK ON THE WHARF AND ITS COST The town will pay.": a heading in capitals
// flattened onto the line of its text. A dateline is in capitals too ("PORT OF SPAIN The ferry"), so that it takes a word that
// no name of a place has, or four words, and a word that begins sentences after them.
import { isOpener } from '../openers.ts';

const headingPattern =
  /(?:^|(?<=[.!?»”"\])] ))(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?(?<words>[\p{Lu}’',&-]*\p{Lu}(?:[ ’'][\p{Lu}\p{N}’',&:-]+){2,20})(?= (?:\p{Lu}\p{Ll}|\p{Lu}['’]\p{Ll}|[AÀ] \p{Ll}))/gu;
const plainWord =
  / (?:AND|THE|WITH|FOR|THEIR|ITS|IN|ON|TO|FROM|WHAT|HOW|WHY|IS|ARE|ET|DES|UN|UNE|DANS|POUR|PAR|AVEC|AUX|QUI|QUE|LEUR|SES|EST|SONT|SANS|CONTRE) /u;
const manyWords = 4;
const unitsAfter = 30;

/**
 * Offsets in a block after a heading in capitals.
 * @example [...findShoutedHeadings('WORK ON THE WHARF The town will pay.')] // [17]
 */
export function* findShoutedHeadings(block: string): Generator<number> {
  for (const { index, groups, 0: found } of block.matchAll(headingPattern)) {
    const words = groups?.['words'] ?? '';
    const end = index + found.length;
    if (!plainWord.test(words) && words.split(' ').length < manyWords) continue;
    if (isOpener(block.slice(end + 1, end + unitsAfter))) yield end;
  }
}
