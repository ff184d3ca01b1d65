// "un", "une", "one": an article, unless it contrasts with another count of the sentence ("trois présidents, un roi") or is
// qualified ("au moins une heure", "one tonne").
import type { Line } from '../text/line.ts';
import { sumTerms } from './decimal.ts';
import { findNoun } from './nouns.ts';
import type { Draft } from './draft.ts';

/** Words right before an article that set it beside the count before it. */
const links: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set([',', 'et', 'contre', 'puis', 'ou', 'plus', 'ainsi']),
  en: new Set([',', 'and', 'to', 'against', 'then', 'or', ';', 'plus', 'including', 'only', 'for', 'but', '(']),
};

/** "un jour", "one side", "un peu": no contrast makes these counts. */
const idioms: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(
    'peu poignée jour certain certaine autre tel telle moment temps sorte partie série nombre foule ou part côté fois soir matin sur'.split(
      ' ',
    ),
  ),
  en: new Set(
    'day morning side another hand case form way time thing or night evening point and that who which per too end up'.split(
      ' ',
    ),
  ),
};

/**
 * The drafts without the ones that are articles.
 * @example keepOnes(line, drafts).length // 2 for "trois présidents, un roi"
 */
export function keepOnes(line: Line, drafts: readonly Draft[]): Draft[] {
  const hasCount = drafts.some((draft) => !draft.isOne && isCount(draft));
  const kept: Draft[] = [];
  let skipped = 0;
  drafts.forEach((draft, at) => {
    if (!draft.isOne) {
      kept.push(draft);
      skipped = 0;
      return;
    }
    if (skipped > 0 || (skipped = countMembers(line, drafts, at)) > 0) {
      skipped -= 1;
      return;
    }
    const next = drafts[at + 1];
    const one = judgeOne(line, draft, {
      previous: kept.at(-1),
      next: next?.isOne === true ? undefined : next,
      hasCount,
    });
    if (one !== undefined) kept.push(one);
  });
  return kept;
}

/** What stands around a one: the figures beside it, and whether the line counts anything else. */
interface Around {
  readonly previous: Draft | undefined;
  readonly next: Draft | undefined;
  readonly hasCount: boolean;
}

/**
 * How many of the ones from here on name the members of the group before them: "Deux suspects, un Espagnol et un Biélorusse"
 * says who the two are and counts nothing.
 */
function countMembers(line: Line, drafts: readonly Draft[], at: number): number {
  const group = drafts[at - 1];
  if (!isCount(group) || group.isOne || group.noun === undefined) return 0;
  const size = sumTerms(group.parts);
  const first = drafts[at];
  if (size < 2 || size > 9 || first === undefined) return 0;
  const mark = line.lower[first.first - 1] ?? '';
  if (!/^[,:(]$/.test(mark) || first.first - group.noun.next > 8) return 0;
  for (let step = 0; step < size; step += 1) {
    const member = drafts[at + step];
    if (member?.isOne !== true || member.unit !== undefined) return 0;
    if (step > 0 && !/^(?:,|et|and|puis)$/.test(line.lower[member.first - 1] ?? '')) return 0;
  }
  return drafts[at + size]?.isOne === true ? 0 : size;
}

/** "two brothers, one in the politburo, the other a colonel": the other makes it a pronoun. */
function hasOther(line: Line, index: number): boolean {
  for (let at = index; at < index + 14; at += 1) {
    const word = line.lower[at] ?? '';
    if (/^[.;!?]$/.test(word)) return false;
    if (
      line.lang === 'fr'
        ? word === 'autre' && /^(?:l|'|d|un|une)$/.test(line.lower[at - 1] ?? '')
        : word === 'other' && line.lower[at - 1] === 'the'
    )
      return true;
    if (line.lang === 'en' && word === 'another' && /^(?:and|,|;)$/.test(line.lower[at - 1] ?? '')) return true;
  }
  return false;
}

function judgeOne(line: Line, draft: Draft, around: Around): Draft | undefined {
  const { previous, next, hasCount } = around;
  if (line.lang === 'und') return undefined;
  if (draft.unit !== undefined) return isUnitOne(line, draft) ? { ...draft, rule: 'one' } : undefined;
  const noun = findNoun(line, draft.next, line.lang === 'en');
  const head = noun === undefined ? (line.lower[draft.next] ?? '') : (line.lower[noun.first] ?? '');
  if (idioms[line.lang].has(head) || idioms[line.lang].has(line.lower[draft.next] ?? '')) return undefined;
  if (noun === undefined && draft.qualifier === 'exact' && hasOther(line, draft.next)) return undefined;
  const one: Draft = { ...draft, rule: 'one', ...(noun === undefined ? {} : { noun }) };
  if (draft.qualifier !== 'exact' && noun !== undefined && line.lang === 'en') return one;
  if (line.lang === 'en') return isEnglishOne(line, draft, noun !== undefined, around) ? one : undefined;
  // "huit condamnés, dont un à perpétuité", but "onze klaxons, dont un qui joue l'hymne", "dont une 302 de 1952"
  const isNamed = /^(?:qui|que|dont|«|"|a|à)$/.test(line.lower[draft.next] ?? '') && line.lower[draft.next] !== 'à';
  if (noun === undefined && line.lower[draft.first - 1] === 'dont' && isCount(previous))
    return isNamed || line.words[draft.next]?.kind === 'digits' ? undefined : one;
  const isOnly = /^seule?$/.test(line.lower[draft.next] ?? '');
  if (isOnly && hasCount) return one;
  if (contrastsBefore(line, draft, previous) && !isApposition(line, draft, noun)) return one;
  return noun !== undefined && contrastsAfter(line, noun.next, next) ? one : undefined;
}

/** "un an de prison", "pendant une heure", "au moins une minute", "one tonne"; "en un an" and "one day" say when. */
function isUnitOne(line: Line, draft: Draft): boolean {
  if (draft.qualifier !== 'exact') return true;
  const before = line.lower[draft.first - 1] ?? '';
  const after = line.lower[draft.next] ?? '';
  if (line.lang === 'en')
    return draft.unit !== 'day' && line.lower[draft.first] !== 'a' && line.lower[draft.first] !== 'an';
  if (/^(?:plus|auparavant|avant|après)$/.test(after)) return false;
  if (draft.kind === 'duration') {
    return (
      /^(?:pendant|durant)$/.test(before) ||
      after === 'ferme' ||
      (after === 'de' && /^(?:prison|réclusion|sursis|détention)$/.test(line.lower[draft.next + 1] ?? ''))
    );
  }
  return false;
}

/** "41 agents, une mesure que la CGT conteste": what follows the comma says what the whole is. */
function isApposition(line: Line, draft: Draft, noun: Draft['noun']): boolean {
  if (line.lower[draft.first - 1] !== ',') return false;
  const after = line.lower[noun?.next ?? draft.next] ?? '';
  // "treize personnes, un record ;"
  if (
    /^(?:record|première|chiffre|hausse|baisse|niveau|score|total|scrutin|estimation|mesure|décision|performance|somme|proportion|progression|recul)$/.test(
      line.lower[noun?.first ?? draft.next] ?? '',
    )
  )
    return true;
  return after === 'que' || after === 'qu' || after === 'qui' || after === 'de' || noun === undefined;
}

function isCount(draft: Draft | undefined): draft is Draft {
  return draft !== undefined && draft.kind === 'count' && draft.qualifier !== 'range';
}

function contrastsBefore(line: Line, draft: Draft, previous: Draft | undefined): boolean {
  if (!isCount(previous) || line.lang === 'und') return false;
  let at = draft.first - 1;
  while (
    /^[«"“]$/.test(line.lower[at] ?? '') ||
    line.lower[at] === 'd' ||
    line.lower[at] === "'" ||
    line.lower[at] === 'de' ||
    line.lower[at] === 'qu'
  )
    at -= 1;
  const end = previous.noun?.next ?? previous.next;
  return links[line.lang].has(line.lower[at] ?? '') && draft.first - end <= (previous.rule === 'one' ? 9 : 5);
}

function contrastsAfter(line: Line, nounNext: number, next: Draft | undefined): boolean {
  if (!isCount(next) || line.lang === 'und') return false;
  const before = line.lower[next.first - 1] ?? '';
  return next.first - nounNext <= 3 && next.first >= nounNext && (links[line.lang].has(before) || before === 'pour');
}

function isEnglishOne(line: Line, draft: Draft, hasNoun: boolean, { previous, next, hasCount }: Around): boolean {
  const before = line.lower[draft.first - 1] ?? '';
  if (line.lower[draft.next] === 'of') {
    // "one of its nine shafts", but "Lam, one of six partners" and "he was one of 34"
    const isNumbered = next !== undefined && next.first > draft.next && next.first <= draft.next + 3;
    return isNumbered && !/^(?:is|was|be|being|as|,|became|are|were|remains|–|-|—|:)$/.test(before);
  }
  if (
    /^(?:no|this|that|the|any|every|each|which|another|last|first|only|bright|other|second|big)$/.test(before) &&
    !hasNoun
  )
    return false;
  if (contrastsBefore(line, draft, previous)) return true;
  return hasNoun && before !== 'the' && before !== 'no' && before !== 'not' && hasCount;
}
