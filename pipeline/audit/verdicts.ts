// What people found out about records that were accepted automatically: each with the last word that stands on it.
import type { Decision, Target } from '../ledger/schema.ts';

export interface Verdict {
  readonly doc: string;
  readonly textSha256: string;
  /** Id under which the record was first shown. */
  readonly id: string;
  readonly type: string;
  readonly start: number;
  /** Undefined where nobody looked at it: it was accepted with many others of its pattern. */
  readonly isRight: boolean | undefined;
}

/** As many contexts as "the same everywhere" shows before it is taken. */
const shownTogether = 5;

/**
 * The verdicts on records that were `auto` when first shown. "Not sure" counts as not right: the bound stays on the safe side.
 *
 * @example verdictsOf(ledger.standing).filter(({ isRight }) => !isRight).length // mistakes found
 * @param standing decisions that no undo took back, in order
 */
export function verdictsOf(standing: readonly Decision[]): Verdict[] {
  const verdicts = new Map<string, Verdict | undefined>();
  for (const decision of standing) {
    const { action } = decision;
    if (
      action !== 'accept' &&
      action !== 'reject' &&
      action !== 'correct' &&
      action !== 'unsure' &&
      action !== 'complete'
    )
      continue;
    const isInBulk = action === 'accept' && decision.pattern !== undefined && decision.targets.length > shownTogether;
    for (const target of decision.targets ?? []) judge(verdicts, target, { action, isInBulk });
  }
  return [...verdicts.values()].filter((verdict) => verdict !== undefined);
}

function judge(
  verdicts: Map<string, Verdict | undefined>,
  { doc, text_sha256: textSha256, shown }: Target,
  { action, isInBulk }: { action: 'accept' | 'reject' | 'correct' | 'unsure' | 'complete'; isInBulk: boolean },
): void {
  if (shown?.id === undefined || shown.type === undefined) return;
  const { id, type, start, status } = shown;
  const key = `${textSha256} ${id}`;
  // a record that is none of the automatic ones at first sight stays out, whatever it is later
  if (!verdicts.has(key) && status !== 'auto') verdicts.set(key, undefined);
  const isKnown = verdicts.has(key);
  const before = verdicts.get(key);
  if (isKnown && before === undefined) return;
  // to agree with a correction is not to find right what was corrected
  const isCorrection = status === 'corrected';
  const isAgreement = action === 'accept' || action === 'complete';
  if (isAgreement && (isCorrection || (isKnown && (action === 'complete' || isInBulk)))) return;
  verdicts.set(key, { doc, textSha256, id, type, start, isRight: isInBulk ? undefined : isAgreement });
}
