// What signs say of the language: French sets a space before high punctuation and a comma in decimals, English neither.
// It is weak evidence, for web text is careless, but it tells a credit or a line of a table from its twin.
import type { Word } from '../text/words.ts';

const nothing = { fr: 0, en: 0 };
const weightOfSpacing = 0.5;
const weightOfGuillemet = 0.4;
const weightOfDecimal = 0.4;
const weightOfTightColon = 0.2;

/**
 * Weight of the sign or number at `index` for each language.
 * @example weighTypography(splitWords('Photo : AFP'), 1) // { fr: 0.5, en: 0 }
 */
export function weighTypography(words: readonly Word[], index: number): { readonly fr: number; readonly en: number } {
  const word = words[index];
  const previous = words[index - 1];
  const next = words[index + 1];
  if (word === undefined || previous === undefined)
    return word?.text === '«' ? { fr: weightOfGuillemet, en: 0 } : nothing;
  const isTight = previous.end === word.start;
  const isFollowedTight = next?.start === word.end;
  switch (word.text) {
    case ':':
      if (isFollowedTight) return nothing;
      if (!isTight) return { fr: weightOfSpacing, en: 0 };
      return previous.kind === 'letters' ? { fr: 0, en: weightOfTightColon } : nothing;
    case ';':
    case '?':
    case '!':
      return isTight || isFollowedTight ? nothing : { fr: weightOfSpacing, en: 0 };
    case '«':
      return { fr: weightOfGuillemet, en: 0 };
    case '%':
    case '€':
      if (previous.kind === 'digits' && !isTight && !isFollowedTight) return { fr: weightOfDecimal, en: 0 };
      return word.text === '€' && next?.kind === 'digits' && isFollowedTight && !isTight
        ? { fr: 0, en: weightOfDecimal }
        : nothing;
    case '$':
    case '£':
      return next?.kind === 'digits' && isFollowedTight ? { fr: 0, en: weightOfDecimal } : nothing;
    case ',':
    case '.':
      return isDecimal(previous, word, next) && !isDecimal(next, words[index + 2], words[index + 3])
        ? word.text === ','
          ? { fr: weightOfDecimal, en: 0 }
          : isTime(previous, next)
            ? nothing
            : { fr: 0, en: weightOfDecimal / 2 }
        : nothing;
    default:
      return nothing;
  }
}

/** "20.25 Journal" in a French programme: hours and minutes, or a day and a month. */
function isTime(left: Word, right: Word | undefined): boolean {
  return left.text.length <= 2 && right?.text.length === 2;
}

/** Figures on both sides and not three after, which may be thousands in either language. */
function isDecimal(left: Word | undefined, sign: Word | undefined, right: Word | undefined): boolean {
  if (left?.kind !== 'digits' || right?.kind !== 'digits' || right.text.length === 3) return false;
  return sign !== undefined && sign.kind === 'mark' && left.end === sign.start && right.start === sign.end;
}
