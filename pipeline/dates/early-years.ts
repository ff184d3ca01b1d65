// Years of fewer than four digits: they need a lead ("l'an 79", "founded in 930", "AD 79") and nothing to count.
import type { Line } from '../text/line.ts';
import type { FoundDate } from './found.ts';
import { hasBetween } from './joiners.ts';
import { isInCode, stretch } from './year-context.ts';

/** What makes three digits a year: "en 913", "une mention qui date de 860", "founded in 930", "dead since about 930". */
const isEarlyLead: Record<'fr' | 'en', (line: Line, index: number) => boolean> = {
  fr: (line, index) => {
    const before = line.lower[index - 1] ?? '';
    if (before === 'en' || before === 'vers') return true;
    return (
      before === 'de' && /^(?:date|datent|datant|datait|daté|datée|datés|datées)$/.test(line.lower[index - 2] ?? '')
    );
  },
  en: (line, index) => {
    const at = /^(?:about|around|circa)$/.test(line.lower[index - 1] ?? '') ? index - 2 : index - 1;
    const before = line.lower[at] ?? '';
    if (before === 'from' || before === 'to') return /^(?:dates|dated|dating|back)$/.test(line.lower[at - 1] ?? '');
    if (before === 'since') return true;
    return (
      before === 'in' &&
      /^(?:died|born|dead|founded|built|crowned|killed|written|destroyed|sacked|consecrated|began|fell)$/.test(
        line.lower[at - 1] ?? '',
      )
    );
  },
};

/** "construite entre 493 et 526": two early years between which something was made or lived. */
export function findEarlyStretch(line: Line, index: number): FoundDate | undefined {
  const [from, to] = [line.words[index], line.words[index + 2]];
  if (from?.kind !== 'digits' || to?.kind !== 'digits' || line.lang === 'und') return undefined;
  if (!/^[1-9]\d{2}$/.test(from.text) || !/^[1-9]\d{2,3}$/.test(to.text) || Number(to.text) <= Number(from.text))
    return undefined;
  if (line.lower[index + 1] !== (line.lang === 'fr' ? 'et' : 'and') || !hasBetween(line, index)) return undefined;
  const making =
    /^(?:construite?s?|bâtie?s?|fondée?s?|érigée?s?|écrite?s?|rédigée?s?|édifiée?s?|consacrée?s?|frappée?s?|régn[ae]|régnait|date|datent|datée?s?|built|founded|written|erected|reigned|ruled|dated|struck|minted|composed)$/;
  for (let at = index - 2; at >= Math.max(0, index - 6); at -= 1) {
    if (making.test(line.lower[at] ?? '') && !isInCode(line, index + 2, index + 3))
      return stretch(index, index + 3, Number(from.text), Number(to.text));
  }
  return undefined;
}

/** "vers 913", "l'an 900", "the year 493": fewer than four digits need a lead and nothing to count. */
export function findEarlyYear(line: Line, index: number): FoundDate | undefined {
  const word = line.words[index];
  if (word?.kind !== 'digits' || !/^[1-9][0-9]{0,2}$/.test(word.text) || isInCode(line, index, index + 1))
    return undefined;
  const before = line.lower[index - 1] ?? '';
  if (line.lang === 'und') return undefined;
  const after = line.words[index + 1];
  const isOurEra = before === 'ad' || /^(?:AD|CE)$/.test(after?.text ?? '');
  const isOfLord = before === 'an' && line.lower[index - 3] === 'l';
  const isNamed = before === 'an' || before === 'year' || isOurEra;
  // "l'an 79", "AD 79", but "year 12"
  if (word.text.length < 3 && !isOfLord && !isOurEra) return undefined;
  if (!isNamed && !isEarlyLead[line.lang](line, index)) return undefined;
  if (
    after !== undefined &&
    after.kind !== 'mark' &&
    !/^(?:par|sous|avec|et|mais|quand|lors|dans|au|il|elle|by|under|when|after|during|at|and|but)$/.test(
      line.lower[index + 1] ?? '',
    ) &&
    !isNamed
  )
    return undefined;
  if (after !== undefined && /[%€$£°]/.test(after.text)) return undefined;
  return {
    first: index,
    next: index + 1,
    period: { kind: 'point', points: [{ year: Number(word.text) }] },
    rule: 'year',
  };
}
