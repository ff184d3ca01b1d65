// Whether a number in words that counts nothing is a figure: hours after "at", labels ("question two"), idioms of zero.
import { isDash, type Line } from '../text/line.ts';
import { isLabelled } from './context.ts';
import type { Draft } from './draft.ts';

/** "from table six", "question two", "stage one", "half past eight". */
export function isNamedInWords(line: Line, draft: Draft, value: number): boolean {
  if (line.lang !== 'en' || value > 30 || !Number.isInteger(value) || draft.parts.length !== 1) return false;
  const before = line.lower[draft.first - 1] ?? '';
  if (before === 'past' && /^(?:half|quarter|ten|twenty|five)$/.test(line.lower[draft.first - 2] ?? '')) return true;
  return (
    /^(?:question|table|stage|phase|chapter|act|gallery|page|platform|gate|grade)$/.test(before) &&
    !/^(?:per|each|every|a|one)$/.test(line.lower[draft.first - 2] ?? '')
  );
}

/** "the sky went red at about ten", "At nine Radio Kintoma goes on air": an hour after "at", with nothing it could count. */
export function isHourInWords(line: Line, draft: Draft, value: number): boolean {
  if (line.lang !== 'en' || draft.form !== 'words' || value > 12 || !Number.isInteger(value)) return false;
  if (line.lower[draft.first - 1] !== 'at' || draft.noun !== undefined) return false;
  return draft.doubtfulNoun !== undefined || draft.qualifier === 'approximate';
}

export function isPlausibleWords(line: Line, draft: Draft, value: number): boolean {
  const before = line.lower[draft.first - 1] ?? '';
  if (isLabelled(line, draft.first)) return false;
  if (line.lang === 'en') {
    // "I had a practical at two", "it closes at five", "By nine we are alongside"
    if (value <= 12 && /^(?:at|until|till)$/.test(before)) return false;
    if (value <= 12 && before === 'by' && draft.first === 1) return false;
    // "By six in the morning", "to four" after a quarter
    if (
      value <= 12 &&
      line.lower[draft.next] === 'in' &&
      /^(?:morning|afternoon|evening)$/.test(line.lower[draft.next + 2] ?? '')
    )
      return false;
    if (/^(?:to|past)$/.test(before) && line.lower[draft.first - 2] === 'quarter') return false;
    // "ground zero", "net zero", "zero tolerance", "kept it zero-rated"
    const after = line.lower[draft.next] ?? '';
    if (
      value === 0 &&
      (/^(?:below|above|ground|sub|net|absolute|patient|triple|double)$/.test(before) ||
        after === 'tolerance' ||
        isDash(after))
    )
      return false;
    // "a result by eight", "in the café by nine and stayed"; "cut by two" is a count
    const closes = /^(?:|\.|,|;|and|at|on)$/.test(after);
    if (value <= 12 && before === 'by' && closes && !isChangeBefore(line, draft.first - 2)) return false;
    if (value <= 12 && before === 'from' && /^(?:till|until|til)$/.test(after)) return false;
    return !(before === 'past' || line.lower[draft.next] === 'past' || line.lower[draft.next] === 'o');
  }
  if (
    value === 0 &&
    /^(?:tolérance|ground|servir|sert|servit)$/.test(
      line.lower[draft.first - 1] === 'de' ? (line.lower[draft.first - 2] ?? '') : before,
    )
  )
    return false;
  // "remettre les pendules à zéro", "repartir de zéro"
  if (
    value === 0 &&
    /^(?:à|de)$/.test(before) &&
    /^(?:pendules|compteurs?|remise?s?|remet|remettre|repart|repartir|reparti)$/.test(line.lower[draft.first - 2] ?? '')
  )
    return false;
  // "à midi trente", "fermé entre midi et deux"
  if (before === 'midi' || before === 'minuit') return false;
  if (before === 'et' && line.lower[draft.first - 2] === 'midi') return false;
  if (/^majeurs?$/.test(line.lower[draft.next] ?? '')) return false;
  // "de 17 à dix" has its first end in digits
  if (before === 'à' && line.words[draft.first - 2]?.kind === 'digits') return true;
  // "à onze" heures, "divisées par deux", "ils avaient tous deux"
  // "ramène son taux à zéro" is a value
  return !(/^(?:à|par|tous|toutes)$/.test(before) && value <= 24 && value > 0);
}

/** What is said to be more, less or ahead "by two". */
function isChangeBefore(line: Line, index: number): boolean {
  for (let at = index; at > index - 4; at -= 1) {
    const word = line.lower[at] ?? '';
    if (
      /ed$|^(?:fell|rose|won|lost|cut|win|up|down|grew|led|ahead|behind|beat|beaten|short|go|goes|shrank|times|multiply|divide)$/.test(
        word,
      )
    )
      return true;
  }
  return false;
}
