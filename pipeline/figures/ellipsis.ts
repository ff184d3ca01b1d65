// Gives an elided noun back: "312 dossiers cette année, contre 287" counts files twice. Only the same sentence is looked at.
import type { Line } from '../text/line.ts';
import type { Draft } from './sentence.ts';

/**
 * The drafts with the nouns and units that another figure of the line states.
 * @example recoverNouns(line, drafts)[1]?.isRecovered // true for 287
 */
export function recoverNouns(line: Line, drafts: readonly Draft[]): Draft[] {
  const done: Draft[] = [];
  drafts.forEach((draft, at) => {
    if (!isBare(draft)) {
      done.push(draft);
      return;
    }
    const source = findSource(line, done, draft) ?? findLater(drafts, at);
    done.push(source === undefined ? draft : { ...draft, ...source, isRecovered: true });
  });
  return done;
}

function isBare(draft: Draft): boolean {
  return draft.noun === undefined && draft.unit === undefined;
}

type Source = Pick<Draft, 'noun' | 'unit' | 'kind'>;

/** The nearest figure before that has a noun or a unit. */
function findSource(_line: Line, done: readonly Draft[], draft: Draft): Source | undefined {
  for (let at = done.length - 1; at >= 0; at -= 1) {
    const other = done[at];
    if (other === undefined || isBare(other)) continue;
    return copy(other, draft);
  }
  return undefined;
}

/** The next figure, when the bare one comes first: "from 48 to 53 countries". */
function findLater(drafts: readonly Draft[], at: number): Source | undefined {
  const draft = drafts[at];
  const other = drafts[at + 1];
  if (draft === undefined || other === undefined || isBare(other)) return undefined;
  return copy(other, draft);
}

function copy(other: Draft, draft: Draft): Source | undefined {
  if (other.noun !== undefined) return { noun: other.noun, kind: draft.kind };
  if (draft.kind === 'ratio') return undefined;
  return other.unit === undefined ? undefined : { unit: other.unit, kind: other.kind };
}
