// Gives an elided noun back: "312 dossiers cette année, contre 287" counts files twice. Only the same sentence is looked at.
import { isDash, type Line } from '../text/line.ts';
import { sumTerms } from './decimal.ts';
import type { Draft } from './draft.ts';
import { findLabelNoun } from './label-nouns.ts';
import { findStatedNoun } from './stated-nouns.ts';
import {
  hasNounBefore,
  isAttribute,
  isIncluded,
  isPart,
  isPlace,
  isPronominal,
  isRateBase,
  lookBack,
} from './wholes.ts';
import { findRole } from './words.ts';
import { copy, isGapped, shareMagnitude, withMillions, withoutAge } from './elided-units.ts';

/**
 * The drafts with the nouns, units and magnitudes that another figure of the line states.
 * @example recoverNouns(line, drafts)[1]?.isRecovered // true for 287
 */
export function recoverNouns(line: Line, read: readonly Draft[]): Draft[] {
  const drafts = read.map((draft, at) => withMillions(line, withoutAge(line, draft, read[at - 1]), read[at - 1]));
  const done: Draft[] = [];
  // from the end, so that "48, 51 and 53 countries" reaches back over all three
  const ahead: (Draft | undefined)[] = [];
  for (let at = drafts.length - 1; at >= 0; at -= 1) {
    const draft = drafts[at];
    const next = ahead[0] ?? drafts[at + 1];
    ahead.unshift(draft === undefined || !isBare(draft) ? undefined : joinLater(line, draft, next));
  }
  drafts.forEach((draft, at) => {
    // "un tiers de plus qu'en 2022" is of nothing named
    if (!isBare(draft) || (draft.kind === 'ratio' && isComparison(line, draft.next))) {
      done.push(draft);
      return;
    }
    const label =
      draft.doubtfulNoun === undefined && draft.kind === 'count'
        ? findLabelNoun(line, draft.first, draft.next)
        : undefined;
    const stated = label ?? (ahead[at] === undefined ? findStatedNoun(line, draft, done.at(-1)) : undefined);
    if (stated !== undefined) {
      done.push({ ...draft, noun: stated, isRecovered: true });
      return;
    }
    // "her boys, 9 and 12": both are ages
    const last = done.at(-1);
    if (
      last?.kind === 'age' &&
      draft.first - last.next === 1 &&
      /^(?:and|et|or|ou)$/.test(line.lower[last.next] ?? '')
    ) {
      done.push({ ...draft, kind: 'age', unit: 'year', rule: 'age' });
      return;
    }
    const joined = ahead[at];
    const { doubtfulNoun, ...rest } = draft;
    const own = doubtfulNoun === undefined ? draft : { ...rest, noun: doubtfulNoun };
    done.push(
      joined ??
        takeEarlier(line, done, draft) ??
        (doubtfulNoun === undefined ? takeLater(line, drafts, at) : undefined) ??
        own,
    );
  });
  return done;
}

function isComparison(line: Line, index: number): boolean {
  if (line.lang === 'fr')
    return line.lower[index] === 'de' && /^(?:plus|moins|mieux)$/.test(line.lower[index + 1] ?? '');
  return /^(?:more|less|fewer|higher|lower)$/.test(line.lower[index] ?? '') && line.lower[index + 1] === 'than';
}

function isBare(draft: Draft): boolean {
  return draft.noun === undefined && draft.unit === undefined;
}

/** "de sept et neuf ans", "un, deux ou trois députés", "from 48 to 53 countries". */
function joinLater(line: Line, draft: Draft, next: Draft | undefined): Draft | undefined {
  if (next === undefined || isBare(next) || next.kind === 'ratio' || draft.kind === 'ratio') return undefined;
  const gap = next.first - draft.next;
  const link = line.lower[draft.next] ?? '';
  // "46 voix contre 27 et trois abstentions": what is compared looks back
  if (/^(?:contre|against)$/.test(line.lower[draft.first - 1] ?? '')) return undefined;
  // "1 in 8 men", "9 of 31 seats", "cinq sur sept": the base says what both count
  const isOfBase = next.kind === 'count' && /^(?:in|of|sur)$/.test(link);
  const isJoined = gap === 1 && (isOfBase || /^(?:et|ou|à|,|and|or|to|x|×)$/.test(link) || isDash(link));
  return isJoined ? copy(next, draft) : undefined;
}

/** "3,200 jobs in a town of 11,000", "une ville de 11 000": the place has people of its own. */
function isPopulation(line: Line, draft: Draft): boolean {
  if (!/^(?:of|de|d)$/.test(line.lower[draft.first - 1] ?? '')) return false;
  return /^(?:town|city|village|hamlet|island|country|nation|state|parish|district|community|crowd|audience|ville|village|commune|bourg|île|pays|foule|public|assistance|bourgade|cité)$/.test(
    line.lower[draft.first - 2] ?? '',
  );
}

/** "p = 0.03", "(n = 340)", "95% CI 0.61 to 0.89", "IC 95 % : 1,1": numbers of statistics have no unit to share. */
function isStatistic(line: Line, draft: Draft): boolean {
  if (/^[=<>≤≥]$/.test(line.lower[draft.first - 1] ?? '') || /^[=<>≤≥]$/.test(line.lower[draft.first] ?? ''))
    return true;
  const isMark = /^[,:]$/.test(line.lower[draft.first - 1] ?? '');
  return /^(?:CI|IC)$/.test(line.words[draft.first - (isMark ? 2 : 1)]?.text ?? '');
}

/** A word in lower case that is no function word, no verb in the past and no participle. */
function isUnknownUnit(line: Line, index: number): boolean {
  const word = line.words[index];
  return (
    line.lang === 'en' &&
    word?.kind === 'letters' &&
    /^[a-z]{3,}$/.test(word.text) &&
    !/(?:ed|ing|ly)$/.test(word.text) &&
    findRole(line, index) === undefined
  );
}

/** The nearest figure before that fits. */
function takeEarlier(line: Line, done: readonly Draft[], draft: Draft): Draft | undefined {
  const isCompared = /^(?:contre|against|from|de|to|à|than|que|versus|vs|up|down|or|ou|which|dont|sinon|only)$/.test(
    line.lower[draft.first - 1] ?? '',
  );
  if (isPopulation(line, draft) || isStatistic(line, draft)) return undefined;
  // "cut spending by a third" is of what is cut
  if (draft.kind === 'ratio' && line.lower[draft.first - 1] === 'by') return undefined;
  const isOthers = /^(?:others|autres)$/.test(line.lower[draft.next] ?? '');
  const isPronoun = isPronominal(line, draft);
  let reserve: Draft | undefined;
  for (let at = done.length - 1; at >= Math.max(0, done.length - lookBack); at -= 1) {
    const other = done[at];
    if (other !== undefined && isBare(other) && isCompared && draft.kind === 'count' && draft.form === 'digits') {
      // "6,66 milliards, contre 6,84": the unit is in neither
      const parts = shareMagnitude({ ...other, kind: 'money' }, draft);
      if (parts.length > draft.parts.length) return { ...draft, parts, isRecovered: true };
    }
    if (other === undefined || isBare(other) || other.kind === 'age') continue;
    if (other.kind === 'ratio' && draft.kind === 'ratio') return copy(other, draft);
    // "45 people died, including 12 children, and 130 others were injured": others than the whole, not than the part
    if (isOthers && (other.noun === undefined || isIncluded(line, done, at))) continue;
    // "54 communes de plus de 3 500 habitants ; il en détenait 13": the pronoun is of what is counted, not of what it has
    if (isPronoun && (other.kind === 'ratio' || isAttribute(line, done, at) || isIncluded(line, done, at))) continue;
    // "12 € la boîte de 30 comprimés": what may be a noun is counted, not paid
    if (draft.doubtfulNoun !== undefined && line.lower[draft.first - 1] === 'de' && other.noun === undefined) continue;
    // "57,000 persons sheltered in 282 camps, of whom 900 …": the part is of the whole, not of the place
    if (isPart(line, draft) && isPlace(line, other) && hasNounBefore(line, done, at)) continue;
    // "45 deaths per 100,000 people, up from 38": the base of a rate is not what is compared
    if (isRateBase(line, other) && hasNounBefore(line, done, at)) continue;
    // a length of time is seldom what a bare number repeats: "jusqu'à 12 semaines, 24 en cas de viol"
    const isNext = line.lower[draft.first - 1] === ',' && other.next === draft.first - 1;
    if (
      other.kind === 'duration' &&
      !isCompared &&
      !(isNext && /^(?:en|in|for|si|if|dans)$/.test(line.lower[draft.next] ?? ''))
    )
      continue;
    // "5lb 4oz at birth and is now 14 stone" has a unit of its own
    if (other.kind === 'measure' && !isCompared && isUnknownUnit(line, draft.next)) continue;
    // the Dow lost 0.8%, "to 38,904"
    if (other.kind === 'percent' && sumTerms(draft.parts) > 1000) continue;
    if (other.kind === 'money' && draft.form === 'words' && !isCompared && !isGapped(line, draft, other.next)) continue;
    if (
      other.kind === 'percent' &&
      !isCompared &&
      Number.isInteger(draft.parts.find((part) => part.role === 'number')?.value)
    ) {
      // nobody says "PRES DE 3 000" for per cent
      if (sumTerms(draft.parts) <= 100) reserve ??= other;
      continue;
    }
    return copy(other, draft);
  }
  return reserve === undefined ? undefined : copy(reserve, draft);
}

/** The next figure, when the bare one comes first. */
function takeLater(line: Line, drafts: readonly Draft[], at: number): Draft | undefined {
  const draft = drafts[at];
  const other = drafts[at + 1];
  if (draft === undefined || other === undefined || isBare(other)) return undefined;
  if (other.kind !== 'count' || draft.kind !== 'count') return undefined;
  // "nous étions six à table, dont deux enfants"
  if (/^(?:dont|including|incl)$/.test(line.lower[other.first - 1] ?? '')) return undefined;
  // "the firm employs 4,300 across 12 states"
  if (
    /^(?:across|in|at|over|within|for|during|on|through|with|dans|en|pour|chez|pendant|durant|avec)$/.test(
      line.lower[other.first - 1] ?? '',
    )
  )
    return undefined;
  return other.first - draft.next <= 6 ? copy(other, draft) : undefined;
}
